"""Auxiliaries parted from their verb: "was, on the same day, fined by", "Also designated is"."""

from extract.repairs.misplaced import subjects_on
from extract.repairs.roles import NOMINAL
from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words

BEHIND = frozenset({"attr", "nsubj", "dobj", "acomp"})
COMPLEMENTS = frozenset({"attr", "acomp", "dobj", "xcomp", "oprd", "expl"})


def split_auxiliary(doc: Doc, lexicon: Lexicon) -> None:
    """ "Shell was, on the same day, fined by Poland": what stands between commas does not part the verb."""
    for aux in doc[:-1]:
        if aux.lemma_ not in ("be", "have") or aux.nbor(1).text != "," or not subjects_on(aux):
            continue
        if any(c.dep_ in COMPLEMENTS and c.i > aux.i for c in aux.children):
            continue
        verb = _parted(aux)
        if verb is None:
            continue
        top, dep = aux.head, aux.dep_
        verb.head, verb.dep_ = (verb if top == aux else top), dep
        for child in list(aux.children):
            if child != verb:
                child.head = verb
        aux.head, aux.dep_ = verb, "auxpass" if aux.lemma_ == "be" else "aux"
        if any(c.dep_ == "auxpass" for c in verb.children):
            for subject in subjects_on(verb):
                subject.dep_ = "nsubjpass" if subject.dep_ == "nsubj" else subject.dep_


def auxiliary_not(doc: Doc, lexicon: Lexicon) -> None:
    """ "Shell is not itself owned by Poland": the "not", and the subject, of an auxiliary is that of its verb."""
    for word in doc:
        if word.dep_ not in ("neg", "nsubj") or word.head.dep_ not in ("aux", "auxpass"):
            continue
        if word.dep_ == "nsubj" and (word.i > word.head.i or subjects_on(word.head.head)):
            continue
        verb = word.head.head
        if not any(t.text == "," for t in doc[word.i : verb.i]):  # "has not, though he may go"
            if word.dep_ == "nsubj" and word.head.dep_ == "auxpass":
                word.dep_ = "nsubjpass"
            word.head = verb


def _parted(aux: Token) -> Token | None:
    """The participle behind the second comma, where what lies between is no clause of its own."""
    words = aux.doc[aux.i + 2 : aux.sent.end]
    comma = next((t for t in words if t.text == ","), None)
    if comma is None or any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in aux.doc[aux.i + 2 : comma.i]):
        return None
    for word in aux.doc[comma.i + 1 : comma.i + 4]:
        if word.tag_ == "VBN" and word.lemma_ not in ("be", "have"):
            return word if not subjects_on(word) and aux.is_ancestor(word) else None
        if word.pos_ not in ("ADV", "AUX"):
            return None
    return None


def inverted_passive(doc: Doc, lexicon: Lexicon) -> None:
    """ "Also designated is Shell": who stands behind the auxiliary is whom it is done to."""
    for aux in doc:
        verb = aux.head
        if aux.dep_ != "auxpass" or aux.i < verb.i or verb.tag_ != "VBN" or subjects_on(verb):
            continue
        for name in [c for c in (*aux.children, *verb.children) if c.dep_ in BEHIND]:
            if name.i > aux.i and (name.pos_ in NOMINAL or name.text[:1].isupper()):
                name.head, name.dep_ = verb, "nsubjpass"


def shared_participle(doc: Doc, lexicon: Lexicon) -> None:
    """ "was founded in 1982 and classified as a sect by Poland": the second verb is passive like the first."""
    for verb in doc:
        first = verb.head
        if verb.tag_ != "VBD" or verb.dep_ != "conj" or not verb.lower_.endswith("ed") or subjects_on(verb):
            continue
        passive = first.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in first.children)
        done = any(c.dep_ in ("prep", "agent") and c.lower_ in ("as", "by") for c in verb.children)
        done = done or verb.lemma_ in read_words("done_to")
        if passive and done and not any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp") for c in verb.children):
            verb.tag_ = "VBN"

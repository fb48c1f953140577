"""Words that the parse hangs on the wrong partner: possessives, coordinations, split verbs. Each changes a Doc."""

from extract.crossing import REPORTS
from extract.lexicon import Lexicon
from extract.misplaced import subjects_on
from extract.nouns import read_nouns
from extract.parse import Doc, Span, Token
from extract.roles import BODIES, NOMINAL
from extract.words import read_words

FILLS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "appos", "conj", "attr"})
PAST = frozenset({"VBD", "VBN", "VBZ"})
BEHIND = frozenset({"attr", "nsubj", "dobj", "acomp"})
COMPLEMENTS = frozenset({"attr", "acomp", "dobj", "xcomp", "oprd", "expl"})


def possessed_body(doc: Doc, lexicon: Lexicon) -> None:
    """ "the Department of the Treasury's Office": the office is the department's, not the department its."""
    kinds = read_nouns().last
    for case in doc:
        owner, owned = case.head, case.head.head
        if case.dep_ != "case" or owner.dep_ != "poss" or owner.pos_ != "PROPN" or owned.dep_ != "pobj":
            continue
        preposition, body = owned.head, owned.head.head
        if preposition.lower_ != "of" or body.pos_ != "PROPN" or body == preposition:
            continue
        word = body.lower_
        if (
            kinds.get(word) not in BODIES and word not in read_words("seats")
        ) or owner.left_edge.i != preposition.i + 1:
            continue
        owned.head, owned.dep_ = (body.head if body.head != body else owned), body.dep_
        body.head, body.dep_ = owned, "poss"
        owner.head, owner.dep_ = preposition, "pobj"


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
    """ "Shell is not itself owned by Poland": the "not" of an auxiliary is that of its verb."""
    for word in doc:
        if word.dep_ != "neg" or word.head.dep_ not in ("aux", "auxpass"):
            continue
        verb = word.head.head
        if not any(t.text == "," for t in doc[word.i : verb.i]):  # "has not, though he may go"
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


def noun_conjunct(doc: Doc, lexicon: Lexicon) -> None:
    """ "imposed sanctions on the family, and its associate": a noun is joined to a noun, not to the verb."""
    for noun in doc:
        verb = noun.head
        if (
            noun.dep_ != "conj"
            or noun.pos_ not in ("NOUN", "PROPN")
            or verb.pos_ != "VERB"
            or noun.i < verb.i
        ):
            continue
        if subjects_on(noun) or any(c.dep_ in ("cop", "aux") for c in noun.children):
            continue
        start = noun.left_edge.i - 1
        if start < 1 or doc[start].dep_ != "cc":
            continue
        before = doc[start - 1] if doc[start - 1].text != "," else doc[start - 2]
        while before.pos_ not in NOMINAL and verb.i < before.head.i and before.head != before:
            before = before.head
        if before.i <= verb.i or before.pos_ not in ("NOUN", "PROPN"):
            continue
        while before.dep_ in ("compound", "nmod", "appos") and verb.i < before.head.i:
            before = before.head
        if before.dep_ in FILLS and verb.is_ancestor(before):
            noun.head = before


def inverted_passive(doc: Doc, lexicon: Lexicon) -> None:
    """ "Also designated is Shell": who stands behind the auxiliary is whom it is done to."""
    for aux in doc:
        verb = aux.head
        if aux.dep_ != "auxpass" or aux.i < verb.i or verb.tag_ != "VBN" or subjects_on(verb):
            continue
        for name in [c for c in (*aux.children, *verb.children) if c.dep_ in BEHIND]:
            if name.i > aux.i and (name.pos_ in NOMINAL or name.text[:1].isupper()):
                name.head, name.dep_ = verb, "nsubjpass"


def interest_in(doc: Doc, lexicon: Lexicon) -> None:
    """ "sent an expression of interest in buying Shell": what the interest is in, not what was sent there."""
    for noun in doc[:-1]:
        if noun.lower_ != "interest":
            continue
        after = noun.nbor(1)
        if after.lower_ != "in" or after.dep_ != "prep" or after.head == noun:
            continue
        if any(c.dep_ == "pcomp" for c in after.children) and after.head.is_ancestor(noun):
            after.head = noun


def contact_clause(doc: Doc, lexicon: Lexicon) -> None:
    """ "the firm Anna Berg founded": a clause without "that", not a firm called Anna Berg."""
    for verb in doc:
        noun = verb.head
        if verb.dep_ == "relcl":
            _claim_above(verb)
        elif verb.dep_ == "amod" and verb.tag_ == "VBG":
            _gerund(verb)
        if (
            verb.dep_ not in ("acl", "relcl")
            or verb.tag_ not in PAST
            or subjects_on(verb)
            or noun.pos_ != "NOUN"
        ):
            continue
        if any(c.dep_ in ("agent", "aux", "auxpass") for c in verb.children):
            continue
        for name in [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]:
            if name.left_edge.i == noun.i + 1 and name.right_edge.i == verb.i - 1:
                name.head, name.dep_, verb.dep_ = verb, "nsubj", "relcl"


def _gerund(verb: Token) -> None:
    """ "denied supporting Hamas", "stopped buying Russian oil": what is denied or stopped, no kind of Hamas."""
    noun = verb.head
    governor = noun.head
    if (
        noun.dep_ != "dobj"
        or governor.lemma_ not in read_words("taking_gerund")
        or noun.left_edge != verb
        or not verb.text.islower()
    ):
        return
    if verb.i != governor.i + 1 or verb.lemma_ in read_words("objectless"):
        return
    verb.head, verb.dep_, verb.pos_ = governor, "xcomp", "VERB"
    noun.head = verb


def _tells_claim(noun: Token, verb: Token) -> bool:
    """ "the rumour that she is the wife of the judge": what the rumour says, no part of which is "that"."""
    that = noun.doc[noun.i + 1]
    if noun.lemma_ not in REPORTS or that.lower_ != "that" or that.dep_ != "pobj" or that.i > verb.i:
        return False
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    that.head, that.dep_ = verb, "mark"
    verb.dep_ = "acl"
    return True


def _claim_above(verb: Token) -> None:
    """ "claims by the US that it had met them": a clause that tells the claim, and nothing of who makes it."""
    noun = verb.head
    if _tells_claim(noun, verb):
        return
    that = verb.left_edge
    if noun.dep_ != "pobj" or that.lower_ != "that" or that.i != noun.i + 1:
        return
    own = [c for c in verb.children if c != that]
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in own):
        return
    if noun.pos_ != "PROPN" and not any(c.dep_ in ("dobj", "prep", "dative") and c.i > verb.i for c in own):
        return
    for _ in range(4):
        noun = noun.head
        if noun.pos_ == "NOUN" and noun.lemma_ in REPORTS:
            verb.head, verb.dep_, that.dep_ = noun, "acl", "mark"
            return
        if noun.dep_ not in ("pobj", "prep", "agent", "acl"):
            return


def plain_acronym(doc: Doc, lexicon: Lexicon) -> None:
    """ "the super PAC American Crossroads": a PAC is what it is, and no part of its name."""
    for token in doc:
        if token.text not in read_words("common_acronyms") or token.i == 0:
            continue
        if token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).text[:1].isupper():
            continue  # "America PAC"
        token.pos_, token.lemma_, token.ent_type_ = "NOUN", token.text.rstrip("s").lower(), ""
        token.tag_ = "NNS" if token.text.endswith("s") else "NN"
        doc.ents = [
            Span(doc, token.i + 1, e.end, e.label_) if e.start == token.i else e
            for e in doc.ents
            if not (e.start == token.i and e.end == token.i + 1)
        ]


def counted_names(doc: Doc, lexicon: Lexicon) -> None:
    """ "two sons, Karl Berg and Jan Berg": the names are those of the sons, not further ones beside them."""
    for noun in doc:
        if noun.tag_ != "NNS" or not any(c.dep_ == "nummod" for c in noun.children):
            continue
        if any(c.dep_ == "cc" for c in noun.children):
            continue
        for name in [c for c in noun.children if c.dep_ == "conj" and c.pos_ == "PROPN"]:
            if name.left_edge.i == noun.i + 2 and doc[noun.i + 1].text == ",":
                name.dep_ = "appos"


def shared_participle(doc: Doc, lexicon: Lexicon) -> None:
    """ "was founded in 1982 and classified as a sect by Poland": the second verb is passive like the first."""
    for verb in doc:
        first = verb.head
        if verb.tag_ != "VBD" or verb.dep_ != "conj" or not verb.lower_.endswith("ed") or subjects_on(verb):
            continue
        passive = first.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in first.children)
        done = any(c.dep_ in ("prep", "agent") and c.lower_ in ("as", "by") for c in verb.children)
        if passive and done and not any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp") for c in verb.children):
            verb.tag_ = "VBN"


def second_object(doc: Doc, lexicon: Lexicon) -> None:
    """ "visited Fiji in May and Samoa in June", "holds a degree from A and a doctorate from B": a second object.

    The parse joins it to the verb, or to what stands right before it.
    """
    for joint in doc:
        if joint.dep_ in ("dobj", "nsubj", "pobj") and joint.ent_type_ == "PERSON":
            _land_before(joint)
        if joint.dep_ != "cc" or joint.lower_ != "and":
            continue
        first = joint.head
        verb = first.head.head if first.dep_ == "pobj" else first
        verb = verb.head if verb.dep_ == "dobj" else verb
        given = [c for c in verb.children if c.dep_ == "dobj" and c.i < joint.i]
        if verb.pos_ != "VERB" or not given or given[-1] == first:
            continue
        for second in first.children:
            if (
                second.dep_ == "conj"
                and second.left_edge.i == joint.i + 1
                and _alike(given[-1], second, verb)
            ):
                second.head, joint.head = given[-1], given[-1]


def _land_before(name: Token) -> None:
    """ "met Solomon Islands Prime Minister X": one object, not the country and its prime minister."""
    first = name.left_edge
    if first.i == 0:
        return
    land = first.nbor(-1)
    if land.pos_ == "PROPN" and land.head == name.head and land.dep_ == name.dep_:
        title = any(c.text in read_nouns().titles for c in name.children if c.dep_ in ("compound", "nmod"))
        if title and first.text[:1].isupper():
            land.head, land.dep_ = name, "nmod"


def _alike(first: Token, second: Token, verb: Token) -> bool:
    """Whether two nouns are both names, or both not, and what stands behind each begins with the same word."""
    if first.pos_ != second.pos_ or second.pos_ not in NOMINAL or second.ent_type_ == "DATE":
        return False
    before = {
        c.lower_
        for noun in (first, verb)
        for c in noun.children
        if c.dep_ == "prep" and first.i < c.i < second.i
    }
    own = [c for c in second.children if c.dep_ == "prep" and c.i > second.i]
    own += [c for c in verb.children if c.dep_ == "prep" and c.i == second.right_edge.i + 1]
    return any(c.lower_ in before for c in own)


def taken_as(doc: Doc, lexicon: Lexicon) -> None:
    """ "to succeed his father as chairman", "wants Olav Berg as chairman": "as" hangs on the verb, not on the man."""
    for word in doc:
        man, verb = word.head, word.head.head
        if word.lower_ != "as" or word.dep_ != "prep" or man.dep_ != "dobj":
            continue
        if verb.lemma_ in read_words("succeeding") or (man.pos_ == "PROPN" and man.ent_type_ == "PERSON"):
            word.head = verb

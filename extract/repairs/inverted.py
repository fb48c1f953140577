"""Subjects behind their auxiliary, or before "neither": mendings of parses that lose them."""

from extract.repairs.misplaced import subjects_on
from extract.repairs.roles import NOMINAL
from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon

OPENING = frozenset({"should", "were", "had"})
MOODS = frozenset("could may might shall should will would 'd 'll".split())
PARTS = ("punct", "cc", "preconj", "neg", "advmod")


def passive_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "Nor was Shell fined by Poland": the subject of an inverted passive."""
    for verb in doc:
        if verb.tag_ == "VB" and verb.dep_ == "ccomp":
            _subjunctive(verb)
        if verb.tag_ != "VBN":
            continue
        be = [c for c in verb.children if c.dep_ == "auxpass"]
        for child in verb.children if be else ():
            if child.dep_ == "nsubj" and be[0].i < child.i < verb.i:
                child.dep_ = "nsubjpass"


def _subjunctive(verb: Token) -> None:
    """ "demanded that Chad stop": its subject, no word before a noun."""
    before = [c for c in verb.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i == verb.i - 1]
    if before and any(c.lower_ == "that" and c.i == before[0].left_edge.i - 1 for c in verb.children):
        before[0].dep_ = "nsubj"


def inverted_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "Should Shell refuse, …": the name between auxiliary and verb is its subject."""
    for verb in doc:
        if verb.tag_ not in ("VB", "VBN") or verb.pos_ != "VERB" or subjects_on(verb):
            continue
        first = verb.left_edge
        if first.lower_ not in ("should", "had", "were") or first.head != verb:
            continue
        names = [c for c in verb.children if c.dep_ == "compound" and c.i > first.i and c.i == verb.i - 1]
        if names and names[0].pos_ in NOMINAL:
            names[0].dep_ = "nsubj"


def neither_does(doc: Doc, lexicon: Lexicon) -> None:
    """ "Turkey neither supports nor opposes Israel": a name loose before "neither" is the subject."""
    for verb in doc:
        pair = [c for c in verb.children if c.lower_ in ("neither", "either", "both") and c.i < verb.i]
        if verb.pos_ not in ("VERB", "AUX") or not pair or subjects_on(verb):
            continue
        for name in verb.children:
            if name.i < pair[0].i and name.dep_ in ("dep", "npadvmod", "nmod") and name.pos_ in NOMINAL:
                name.dep_ = "nsubj"


def were_to(doc: Doc, lexicon: Lexicon) -> None:
    """ "Were Somalia to attack Kenya, …": the infinitive that the parse hangs on its own subject is the condition."""
    for were in doc:
        if were.lower_ != "were" or were.dep_ not in ("advcl", "ROOT", "ccomp", "conj"):
            continue
        for subject in [c for c in were.children if c.dep_ == "nsubj" and c.i > were.i]:
            for verb in [c for c in subject.children if c.tag_ == "VB" and c.dep_ in ("relcl", "acl")]:
                if not any(c.lower_ == "to" for c in verb.children):
                    continue
                verb.head, verb.dep_ = (verb if were.head == were else were.head), were.dep_
                subject.head, subject.dep_ = verb, "nsubj"
                were.head, were.dep_ = verb, "aux"


def condition_behind(doc: Doc, lexicon: Lexicon) -> None:
    """ "Shell could lend it $40 million, should Norway agree": the lending is told, the agreeing is its condition."""
    for auxiliary in doc.words[3:]:
        clause = auxiliary.head
        if (
            auxiliary.lower_ not in OPENING
            or auxiliary.dep_ not in ("aux", "auxpass")
            or clause.i < auxiliary.i
        ):
            continue
        subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        told = next((c for c in clause.children if c.dep_ == "ccomp" and c.i < auxiliary.i), None)
        while told is not None and (
            later := [c for c in told.children if c.dep_ == "conj" and c.pos_ == "VERB"]
        ):
            told = later[-1]
        if subject is None or told is None or subject.left_edge.i != auxiliary.i + 1 or not _moody(told):
            continue
        between = doc.words[told.right_edge.i + 1 : auxiliary.i]
        if all(t.text == "," for t in between) and (clause.dep_ == "ROOT" or clause.i > told.i):
            _swap(told, clause, auxiliary)


def passive_behind(doc: Doc, lexicon: Lexicon) -> None:
    """ "Nor were Shell or Eni bought by Poland": they were bought, not "were" such as are bought."""
    for be in doc:
        if be.lemma_ != "be" or be.dep_ in ("aux", "auxpass") or be.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        first = doc[be.left_edge.i]
        neither = first.lower_ == "neither" and first.nbor() == be
        if any(c.dep_ not in PARTS for c in be.children if c.i < be.i and not (neither and c == first)):
            continue
        behind = ("nsubj", "attr") if neither else ("nsubj",)
        subject = next((c for c in be.children if c.dep_ in behind and c.i > be.i), None)
        others = [c for c in be.children if c.dep_ in ("attr", "acomp", "expl", "oprd") and c != subject]
        if subject is None or others:
            continue
        done = [t for t in subject.subtree if t.dep_ == "acl" and t.tag_ == "VBN"]
        done = [t for t in done if t.right_edge == subject.right_edge and doc[t.left_edge.i - 1].text != ","]
        if done:
            if neither:
                first.dep_ = "preconj"
            _passive(be, subject, done[0])


def _moody(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in MOODS for c in verb.children)


def _swap(told: Token, clause: Token, auxiliary: Token) -> None:
    """Hang a condition on what it is a condition of, with all that stands before it."""
    before = [c for c in clause.children if c.i < auxiliary.i]
    first = next(c for c in before if c.dep_ == "ccomp")
    first.head, first.dep_ = (first if clause.head == clause else clause.head), clause.dep_
    for child in before:
        if child != first:
            child.head = first
    clause.head, clause.dep_ = told, "advcl"


def _passive(be: Token, subject: Token, done: Token) -> None:
    done.head, done.dep_ = (done if be.head == be else be.head), be.dep_
    for child in list(be.children):
        if child != subject:
            child.head = done
    subject.head, subject.dep_ = done, "nsubjpass"
    be.head, be.dep_ = done, "auxpass"

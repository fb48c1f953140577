"""What a statement hangs on: "if" clauses, inversions, "subject to", "only with the approval of"."""

from extract.status.moods import inverted
from extract.syntax.parse import Token
from extract.syntax.tenses import future
from extract.vocabulary.lexicon import Lexicon

SUPPOSING = frozenset({"assuming", "provided", "providing", "supposing"})
LATER = frozenset({"once", "until"})
LEAVE = frozenset(
    "agreement approval assent authorisation authorization backing blessing clearance consent licence "
    "license permission permit".split()
)
PENDING = frozenset({"pending", "barring"})
WAYS = frozenset("advcl ccomp conj advmod prep acl amod acomp dep oprd dative parataxis".split())
CARRIED = ("dobj", "dative", "prep", "attr", "agent", "prt", "advmod")
CONDITIONS = frozenset("condition understanding proviso premise stipulation".split())
CASES = frozenset({"event", "case"})


def protases(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The heads of all that a verb's statement hangs on, in the order of the text."""
    found = []
    for child in verb.children:
        if child.dep_ in WAYS:
            head = _condition(child, verb, lexicon)
            if head is not None:
                found.append(head)
        if child.dep_ in ("dep", "npadvmod", "nsubj") and child.i < verb.i and future(verb):
            found += [child for g in child.children if g.lower_ in PENDING and g.dep_ == "amod"]
        if child.dep_ == "dobj":
            pending = child.children if future(verb) else ()
            found += [child for g in pending if g.lower_ in PENDING and g.dep_ == "amod"]
        if child.dep_ in CARRIED and child.i > verb.i:
            found += _behind(child, verb, lexicon)
    return found


def _behind(word: Token, verb: Token, lexicon: Lexicon, depth: int = 4) -> list[Token]:
    """The conditions that the parse hangs on what a verb is done to: "will lend Chad $40 million, provided that"."""
    found = []
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep_ in ("acl", "advcl", "relcl") and marked(child, lexicon, main=True, late=False):
            found.append(child)
        elif child.lower_ in SUPPOSING or _subject_to(child) or _proviso(child) is not None:
            head = child if _subject_to(child) else _condition(child, verb, lexicon)
            found += [head] if head is not None else []
        elif depth and child.dep_ in (*CARRIED, "pobj", "conj", "appos"):
            found += _behind(child, verb, lexicon, depth - 1)
    return found


def conditional(clause: Token, lexicon: Lexicon, main: bool = False) -> bool:
    """Whether a clause is a condition itself; for `main` see `marked`."""
    return marked(clause, lexicon, main) or inverted(clause)


def marked(clause: Token, lexicon: Lexicon, main: bool = False, late: bool = True) -> bool:
    """Whether a clause begins with "if" or the like; "once" and "until" count before what is to come.

    `main` asks for the clause that hangs on it, which "even if" leaves as it is; `late` lets "once" count.
    """
    for child in clause.children:
        if child.lower_ in lexicon.marks and child.dep_ in ("mark", "advmod", "prep"):
            if child.lower_ == "if" and main and child.i > 0 and child.nbor(-1).lower_ == "even":
                return False  # what holds even if something else does, holds
            first = all(c.i > child.i for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
            return child.lower_ not in LATER or (late and first and ahead(clause.head, lexicon))
        if child.i > clause.i:
            break
    return _as_long_as(clause) or _as_soon_as(clause) or _condition_that(clause)


def ahead(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells what is to come: "will lend", "intends to lend", "is prepared to lend"."""
    if future(verb):
        return True
    words = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    return any(
        t.lemma_.lower() in lexicon.intended or t.lower_ in lexicon.intended
        for t in words
        if any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in t.children)
    )


def _condition(child: Token, verb: Token, lexicon: Lexicon) -> Token | None:
    if child.dep_ in ("advcl", "ccomp") and conditional(child, lexicon, main=True) and not _asks(child):
        return child
    if child.dep_ in ("dative", "parataxis", "conj", "dep") and inverted(child):
        return child  # "would lend it $40 million were Norway to agree"
    if child.dep_ == "conj" and child.i > verb.i and marked(child, lexicon, main=True):
        return child  # "will lend, but only if"
    if child.lower_ in SUPPOSING and child.dep_ in ("conj", "advcl", "dep", "prep", "acl"):
        return next(
            (g for g in child.children if g.dep_ in ("ccomp", "pcomp", "advcl") and g.i > child.i), None
        )
    if child.dep_ == "prep" and child.lower_ in lexicon.marks:
        return next((g for g in child.children if g.dep_ == "pcomp"), None)
    if child.dep_ == "prep" and child.lower_ in PENDING:
        return child
    if _subject_to(child) and (child.dep_ != "acomp" or verb.lemma_ != "be"):
        return child
    if child.dep_ == "prep" and child.lower_ in ("with", "after", "upon", "without") and _only(child):
        return child
    if child.dep_ == "prep" and child.lower_ in ("with", "without") and future(verb):
        return child if any(g.lemma_ in LEAVE for g in child.children if g.dep_ == "pobj") else None
    proviso = _proviso(child)
    if proviso is not None:
        return proviso
    if child.lower_ == "in" and child.dep_ == "prep" and future(verb):
        noun = next((g for g in child.children if g.dep_ == "pobj"), None)
        if noun is not None and noun.lower_ in ("return", "exchange"):
            return next((g for g in noun.children if g.dep_ == "prep" and g.lower_ == "for"), None)
    if child.lower_ == "soon" and child.dep_ == "advmod" and future(verb):
        return next((g for g in child.children if g.dep_ == "advcl"), None)
    if child.lower_ == "long" and child.dep_ == "advmod":
        return next((g for g in child.children if g.dep_ == "advcl"), None)
    return None


def _proviso(preposition: Token) -> Token | None:
    """The condition in "on condition that …", "in the event that …", "in case of …"; not "in the case of Shell"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in ("on", "in", "with"):
        return None
    noun = next((g for g in preposition.children if g.dep_ == "pobj"), None)
    if noun is None or noun.lemma_ not in CONDITIONS | CASES:
        return None
    clause = next((g for g in noun.children if g.dep_ in ("acl", "relcl", "ccomp") and g.i > noun.i), None)
    if clause is not None or noun.lemma_ in CONDITIONS:
        return clause
    the = any(c.dep_ == "det" for c in noun.children)
    happens = noun.right_edge != noun or any(c.lower_ == "that" for c in noun.doc[noun.i + 1 : noun.i + 2])
    return preposition if happens and the == (noun.lemma_ == "event") else None


def _asks(clause: Token) -> bool:
    """ "asked if Shell had bought Sonatrach": a question, not a condition."""
    return clause.dep_ == "ccomp" and not inverted(clause)


def _subject_to(token: Token) -> bool:
    return token.lower_ == "subject" and any(c.lower_ == "to" for c in token.children)


def _only(preposition: Token) -> bool:
    before = preposition.doc[preposition.i - 1] if preposition.i > 0 else None
    return before is not None and before.lower_ == "only"


def _as_long_as(clause: Token) -> bool:
    return clause.dep_ == "advcl" and clause.head.lower_ == "long" and clause.head.dep_ == "advmod"


def _as_soon_as(clause: Token) -> bool:
    soon = clause.head
    return clause.dep_ == "advcl" and soon.lower_ == "soon" and soon.dep_ == "advmod" and future(soon.head)


def _condition_that(clause: Token) -> bool:
    noun = clause.head
    return (
        clause.dep_ in ("acl", "relcl")
        and noun.lemma_ in CONDITIONS | CASES
        and noun.dep_ == "pobj"
        and noun.head.lower_ in ("on", "in", "with")
    )

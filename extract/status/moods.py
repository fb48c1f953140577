"""Auxiliaries and adverbs that make what a verb or noun says planned or possible."""

from itertools import pairwise

from extract.syntax.parse import Token
from extract.vocabulary.dates import MONTHS
from extract.vocabulary.lexicon import Lexicon

ACTUAL, INTENDED, POSSIBLE, CONDITIONAL = range(4)
WEIGHT = ("actual", "intended", "possible", "conditional")
PLANNED = frozenset("planned proposed upcoming intended scheduled forthcoming future".split())
DRAFT = "draft"
REACH = 12
SCHEDULABLE = frozenset(
    "arrive attend begin come convene depart exit fly gather go head hold host join leave meet open quit resume return sign "
    "speak start travel visit welcome".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday weekend".split())
PERIODS = DAYS | {"week", "month", "year"}
AHEAD = frozenset({"tomorrow", "tonight"})
NOW = frozenset({"is", "are", "'s", "'re", "am", "'m"})
ONGOING = frozenset({"leave", "join", "quit", "exit", "drag"})
ENDS = frozenset(
    {"", ",", ".", ";", "and", "at", "as", "for", "to", "with", "before", "morning", "evening", "night"}
)
INVERTED = frozenset({"advcl", "ccomp", "ROOT", "conj", "dative", "parataxis"})
OPEN = frozenset(
    "possibly perhaps probably likely potentially possible potential maybe prospective would-be allegedly "
    "reportedly supposedly purportedly".split()
)
SUSPECTED = frozenset(
    "suspected alleged proclaimed purported putative reputed rumoured rumored styled supposed presumed".split()
)


def mood(token: Token, lexicon: Lexicon) -> int:
    """The weight that auxiliaries and adverbs give a token: INTENDED, POSSIBLE or ACTUAL."""
    best = POSSIBLE if suspected(token) else INTENDED if would_be(token) or scheduled(token) else ACTUAL
    perfect = any(c.lower_ == "have" and c.dep_ == "aux" for c in token.children)
    for child in token.children:
        if child.dep_ == "aux" and not inverted(token):
            kind = lexicon.modals.get(child.lower_)
            if child.lower_ == "to" and token.dep_ == "ROOT":
                kind = "intended"  # a headline: "Shell to buy Sonatrach"
            if child.lower_ == "must" and perfect:
                kind = "possible"  # "must have met"
            if kind is not None:
                best = max(best, WEIGHT.index(kind))
        elif child.dep_ in ("advmod", "acomp", "amod"):
            if (
                child.lower_ in PLANNED
                or child.lower_ == DRAFT
                or (child.dep_ == "amod" and child.lower_ in lexicon.coming)
            ):
                best = max(best, INTENDED)
            elif child.lower_ in OPEN:
                best = max(best, POSSIBLE)
        elif child.dep_ == "compound" and child.lower_ == DRAFT:
            best = max(best, INTENDED)  # "the draft agreement"
    return best


def suspected(noun: Token) -> bool:
    """ "the suspected bomber", "alleged Hamas leader Sami Aziz": said to be so, not known to be."""
    before = list(noun.children)
    if noun.dep_ in ("compound", "nmod"):
        before += noun.head.children
    return any(c.lower_ in SUSPECTED and c.i < noun.i for c in before)


def scheduled(verb: Token) -> bool:
    """ "flies to Oslo on Friday", "is meeting him tomorrow": told in the present of a day that names itself."""
    if verb.lemma_ not in SCHEDULABLE or verb.tag_ not in ("VBZ", "VBP", "VBG"):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBG" and helpers & NOW and (verb.lemma_ in ONGOING or _dated(verb)):
        return True
    if verb.tag_ == "VBG" and not helpers & {"is", "are", "'s", "'re", "am", "'m"}:
        return False
    words = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.i + REACH)]] + [""]
    return any(
        word in AHEAD
        or (word in DAYS and verb.tag_ == "VBZ" and (after in ENDS or after in DAYS))
        or (word == "next" and after in PERIODS)
        or (word in ("on", "this") and after in DAYS)
        for word, after in pairwise(words)
    )


def _dated(verb: Token) -> bool:
    """ "On March 20, he is coming to Oslo"."""
    return any(
        c.dep_ == "prep" and c.lower_ in ("on", "in") and g.ent_type_ == "DATE" and g.lower_ in MONTHS
        for c in verb.children
        for p in c.children
        for g in (p, *p.children)
    )


def awaited(noun: Token) -> bool:
    """ "the would-be buyer", "the president-elect", "the chancellor-in-waiting": not yet."""
    behind = noun.doc[noun.i + 1 : noun.i + 5]
    words = [t.lower_ for t in behind]
    hyphen = words[:1] == ["-"] and (
        words[1:2] in (["elect"], ["designate"]) or words[1:] == ["in", "-", "waiting"]
    )
    return hyphen or words[:1] in (["elect"], ["designate"]) or would_be(noun)


def would_be(noun: Token) -> bool:
    """ "the would-be buyer", whatever the parse makes of the three words."""
    before = noun.doc[max(0, noun.left_edge.i) : noun.i]
    return any(t.lower_ == "be" and t.i > 1 and t.nbor(-2).lower_ == "would" for t in before)


def would(token: Token) -> bool:
    """Whether "would" is the only auxiliary that makes a verb possible: told in the past, it is a plan."""
    return {c.lower_ for c in token.children if c.dep_ == "aux"} & {
        "would",
        "could",
        "might",
        "may",
        "'d",
    } <= {
        "would",
        "'d",
    } and any(c.lower_ in ("would", "'d") and c.dep_ == "aux" for c in token.children)


def inverted(clause: Token) -> bool:
    """ "Should Poland agree", "Were it to agree", "Had it agreed": a condition without "if"."""
    if clause.dep_ not in INVERTED:
        return False
    near = [
        *clause.children,
        *(g for c in clause.children if c.dep_ == "xcomp" and c.tag_ == "VB" for g in c.children),
    ]
    subject = next((c for c in near if c.dep_ in ("nsubj", "nsubjpass")), None)
    first = clause.doc[subject.left_edge.i - 1] if subject is not None and subject.left_edge.i else None
    if subject is None or first is None or first.lower_ not in ("should", "were", "had"):
        return False
    own = first == clause or (first.head == clause and first.dep_ in ("aux", "auxpass"))
    if not own or subject.i > clause.i > first.i or not _opens(first, clause):
        return False
    return clause.dep_ != "ROOT" or bool(_apodosis(clause))


def _opens(auxiliary: Token, clause: Token) -> bool:
    """Whether the auxiliary is the first of its clause, or of "were it to agree" behind another."""
    before = [t for t in clause.doc[clause.left_edge.i : auxiliary.i] if t.dep_ not in ("punct", "cc")]
    if not before:
        return True
    if auxiliary.nbor(-1).text in (",", ";", ":", "-", "--", "–", "—"):
        return clause.dep_ == "ROOT" and any(c.dep_ == "ccomp" and c.i < auxiliary.i for c in clause.children)
    return False


def _apodosis(clause: Token) -> list[Token]:
    """What the condition is one of: "Should it agree, Shell will lend", "Shell will lend, should it agree"."""
    return [
        c
        for c in clause.children
        if (c.dep_ in ("ccomp", "parataxis", "conj") and c.i > clause.i)
        or (c.dep_ == "ccomp" and c.i < clause.i)
    ]

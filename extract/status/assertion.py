"""Whether a reading is affirmed or denied, actual, intended, possible or conditional."""

from extract.grammar.addressees import judged
from extract.grammar.agents import reduced
from extract.status.adverbials import adverbial, instead
from extract.status.beside import HELD
from extract.status.carriers import HAPPENS, SCHEDULED, cross_noun
from extract.status.contents import clausal_that, telling
from extract.status.coordinated import coordinated, finite, infinite
from extract.status.crossing import STOP, Crossing
from extract.status.denial import VERBS, almost, denials, denied_noun, no_longer, without_any
from extract.status.foreseen import foreseen
from extract.status.governors import asks, cross_clause
from extract.status.infinitives import out_of_question
from extract.status.moods import (
    ACTUAL,
    CONDITIONAL,
    INTENDED,
    OPEN,
    PLANNED,
    POSSIBLE,
    WEIGHT,
    awaited,
    inverted,
    suspected,
)
from extract.status.relclauses import cleft_denied, lie, one_among, picked, whole
from extract.status.tally import Status, Tally
from extract.syntax.climb import OWN_ASSERTION, chain
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon, read_lexicon
from extract.vocabulary.words import read_words
from graph.model import Modality

CLAUSAL = frozenset("ccomp xcomp acl csubj pcomp dep".split())
ALLEGED = frozenset({"allegedly", "purportedly", "reportedly", "supposedly"})
NOMINAL = frozenset("nsubj nsubjpass dobj pobj prep dative agent attr oprd acomp csubjpass".split())


def assess(
    trigger: Token, lexicon: Lexicon, given: bool = False, ends: frozenset[Token] = frozenset()
) -> Status:
    """Polarity, modality and conditions of what a trigger says, from the words that govern it.

    What is `given` is taken for granted: only "no longer" at the trigger counts. `ends` are the
    tokens that the two ends were read from; "no" before one of them is counted with the end.
    """
    if given:
        coming = bool((lexicon.coming | PLANNED) & _before(trigger)) or awaited(trigger)
        held: Modality = "possible" if suspected(trigger) or OPEN & _before(trigger) else "actual"
        return Status(modality="intended" if coming else held, former=no_longer(trigger))
    tally = Tally(lexicon)
    below = trigger
    for token, dep in chain(trigger):
        if dep and instead(below):
            tally.negations += 1
            break
        if not dep:
            _at_trigger(token, tally, ends)
            continue
        if not _up(below, dep, token, trigger, tally):
            break
        below = token
    if tally.weight == ACTUAL and _alleged(trigger):
        tally.weight = POSSIBLE
    if tally.rumour and tally.weight == ACTUAL and tally.negations % 2 == 0:
        tally.weight = POSSIBLE
    if tally.conditions and tally.weight:
        tally.weight = CONDITIONAL
    tally.conditions = [c for c in tally.conditions if not _inside(trigger, c)]
    return Status(
        "negated" if tally.negations % 2 else "affirmed",
        WEIGHT[tally.weight],  # type: ignore[arg-type]
        tuple(tally.conditions),
        tally.former,
        tally.unsaid,
    )


def _alleged(trigger: Token) -> bool:
    """Whether "allegedly" stands at the clause that a trigger is part of: "was allegedly using it to ship arms"."""
    below = trigger
    for token, dep in chain(trigger):
        if dep and _there(below, dep, token):
            return False
        below = token
        if any(c.lower_ in ALLEGED and c.dep_ == "advmod" for c in token.children):
            return True
        if dep in ("relcl", "appos", "poss", "ccomp", "conj", "parataxis"):
            return False
    return False


def _there(noun: Token, dep: str, token: Token) -> bool:
    """Whether what a clause is about is there whatever is alleged: "harming its interests in talks", "its talks"."""
    if dep == "advcl" or (dep == "pcomp" and token.lower_ in ("after", "before", "since")):
        return noun.tag_ not in ("VB", "VBG") or dep == "pcomp"  # "reportedly met after he was elected"
    if noun.pos_ != "NOUN" or noun.tag_ == "VBG":
        return False
    engaging = read_lexicon().engaging
    if dep in ("nsubj", "nsubjpass") and token.pos_ == "VERB":  # "their talks were reportedly joined by"
        return token.lemma_ not in (HAPPENS | SCHEDULED | read_words("light")) - {
            "attend",
            "join",
            "lead",
            "lose",
        }
    if dep == "dobj" and token.pos_ in VERBS:
        return any(c.dep_ == "poss" for c in noun.children) and token.lemma_ not in engaging
    verb = token.head
    return (
        dep == "pobj"
        and token.lower_ in ("in", "during", "over", "about")
        and verb.pos_ == "NOUN"
        and verb.lemma_ not in engaging
    )


def _before(noun: Token) -> set[str]:
    """The words that hang before a noun: "the proposed chairman", "a potential buyer"."""
    return {c.lower_ for c in noun.children if c.i < noun.i}


def _at_trigger(trigger: Token, tally: Tally, ends: frozenset[Token]) -> None:
    tally.hear(trigger)
    if trigger.pos_ in VERBS:
        tally.negations += without_any(trigger, ends) and not denials(trigger)
    elif trigger not in ends:
        tally.negations += denied_noun(trigger)
    if foreseen(trigger):
        tally.weigh(INTENDED)
    tally.negations += almost(trigger)


def _up(below: Token, dep: str, token: Token, trigger: Token, tally: Tally) -> bool:
    """Count what a governor does; False where nothing above it matters."""
    lexicon = tally.lexicon
    if below == trigger and (reduced(trigger) or (trigger.tag_ == "VB" and judged(trigger))):
        return False  # "it was wrong of Chad to back it"
    if below.tag_ == "VB" and out_of_question(token):
        tally.negations += 1
        tally.weigh(INTENDED)
        return False
    if dep == "relcl" and below.tag_ == "VB" and token.tag_ == "NN" and not picked(token):
        tally.weigh(INTENDED)  # "a candidate to lead it"
    if dep == "relcl" and below.tag_ == "VB" and picked(token):
        return True  # "may be the first to buy it"
    if dep == "acl" and below.tag_ == "VB" and one_among(token):
        return True
    if dep == "relcl" and _made(token, lexicon):
        return True  # "wants to form a bloc that includes Chad"
    if dep == "relcl" and below != trigger and token.lemma_ in read_words("reports") and telling(below):
        return True
    if dep == "relcl" or dep in OWN_ASSERTION or (dep in ("compound", "nmod") and token.pos_ == "PROPN"):
        if dep == "relcl" and token.lemma_ in read_words("reports") and whole(below):
            tally.rumour = True
            return True
        if dep == "relcl" and token.lemma_ in lexicon.sureness and clausal_that(below) and denied_noun(token):
            tally.weigh(POSSIBLE)
            return False  # "there can be no assurance that"
        undisputed = token.lemma_ in tally.lexicon.undoubted and clausal_that(below)
        tally.negations += dep == "relcl" and (
            (denied_noun(token) and not undisputed) or cleft_denied(token) or lie(below, token, lexicon)
        )
        return False
    if dep == "conj":
        if (finite(below) or (below.tag_ == "VBG" and token.tag_ == "VB")) and infinite(token):
            return False  # "plans to sell A and has bought B"
        coordinated(below, token, tally)
        return True
    if dep == "ccomp" and inverted(below):
        tally.weigh(CONDITIONAL)  # "Had Shell bought it, Eni would have sued"
        return False
    if dep == "advcl" and _that(below):
        dep = "ccomp"  # "A claim has surfaced that …"
    if dep == "advcl":
        return adverbial(below, token, tally, lambda verb: _ahead(verb, lexicon))
    crossing = _crossing(below, dep, token, lexicon, _first(trigger) == below)
    tally.negations += crossing.denies
    tally.weigh(crossing.weight)
    tally.unsaid = tally.unsaid or crossing.unsaid
    tally.rumour = tally.rumour or crossing.rumour
    if crossing.heard or crossing.moods:
        tally.hear(token, negation=crossing.heard)
    if crossing.heard and token.pos_ not in VERBS:
        tally.negations += denied_noun(token) and dep in ("acl", "pobj", "prep", "pcomp")
    if crossing.heard and token.pos_ in VERBS and dep in ("dobj", "xcomp"):
        tally.negations += almost(token)
    if dep == "ccomp" and crossing.stop and tally.would and tally.weight == POSSIBLE and token.tag_ == "VBD":
        tally.weight = INTENDED
    return not crossing.stop


def _made(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a thing is there only if it is made: "form a bloc"."""
    new = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    return new and noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.making and noun.head.tag_ == "VB"


def _first(noun: Token) -> Token:
    """The first of coordinated nouns: "expanding trade and ties"."""
    while noun.dep_ == "conj" and noun.pos_ == "NOUN" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return noun


def _that(clause: Token) -> bool:
    """Whether a clause begins with "that" and is none of a list ("said it had stopped A, that it had no B")."""
    first = clause.left_edge
    listed = first.i > 0 and first.nbor(-1).text == ","
    return not listed and clausal_that(clause)


def _crossing(below: Token, dep: str, token: Token, lexicon: Lexicon, own: bool) -> Crossing:
    if dep == "pcomp":
        if token.lower_ == "but" and token.head.lemma_ in ("choice", "option", "alternative"):
            return STOP  # "had no choice but to sell"
        if token.lower_ == "without":
            return Crossing(denies=True, heard=False, stop=True)
        if token.lower_ in ("provided", "providing", "assuming", "unless"):
            return Crossing(weight=CONDITIONAL, heard=False, stop=True)
        if token.lower_ in ("about", "on", "over") and any(
            c.dep_ == "dobj" and c.lemma_ in HELD for c in token.head.children
        ):
            return Crossing(weight=INTENDED, heard=False)  # "held talks with A on forming a venture"
        if any(c.lower_ == "whether" for c in below.children):  # "declined to comment on whether"
            return Crossing(weight=POSSIBLE, heard=False, unsaid=asks(token.head))
        return Crossing(heard=False)
    if dep in ("compound", "nmod", "pobj"):
        return Crossing(heard=dep == "pobj")
    if dep == "amod":
        return STOP
    if dep in CLAUSAL and below.pos_ in (*VERBS, "ADJ"):
        return cross_clause(below, dep, token, lexicon)
    return cross_noun(below, dep, token, lexicon, own) if dep in NOMINAL else Crossing()


def _ahead(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what a verb says is planned or expected."""
    status = assess(verb, lexicon)
    return status.modality != "actual" and status.polarity == "affirmed" and not status.unsaid


def _inside(trigger: Token, clause: Token) -> bool:
    return trigger == clause or clause.is_ancestor(trigger)

"""Whether a reading is affirmed or denied, actual, intended, possible or conditional."""

from dataclasses import dataclass, field

from extract.addressees import judged
from extract.agents import reduced
from extract.carriers import cross_noun
from extract.climb import OWN_ASSERTION, chain
from extract.crossing import REPORTS, STOP, Crossing
from extract.denial import VERBS, almost, contrasted, denials, denied_noun, no_longer, without_any
from extract.governors import asks, came_about, clausal_that, cross_clause, telling
from extract.lexicon import Lexicon, read_lexicon
from extract.moods import (
    ACTUAL,
    CONDITIONAL,
    INTENDED,
    OPEN,
    PLANNED,
    POSSIBLE,
    WEIGHT,
    awaited,
    inverted,
    mood,
    suspected,
    would,
)
from extract.parse import Token
from extract.phrases import INSTEAD
from extract.protases import conditional, protases
from graph.model import Modality, Polarity

CLAUSAL = frozenset("ccomp xcomp acl csubj pcomp dep".split())
NOMINAL = frozenset("nsubj nsubjpass dobj pobj prep dative agent attr oprd acomp csubjpass".split())


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a reading; `conditions` are the heads of its "if" clauses, `former` is "no longer".

    `unsaid` marks what the text does not assert at all: "asked whether", "accused of".
    """

    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    conditions: tuple[Token, ...] = ()
    former: bool = False
    unsaid: bool = False


@dataclass(slots=True)
class _Tally:
    lexicon: Lexicon
    negations: int = 0
    weight: int = ACTUAL
    conditions: list[Token] = field(default_factory=list)
    former: bool = False
    unsaid: bool = False
    would: bool = False
    rumour: bool = False

    def hear(self, token: Token, negation: bool = True) -> None:
        """Count what stands right at a token."""
        if negation:
            self.negations += denials(token)
            if no_longer(token):
                self.former = True
                self.negations += not denials(token)
        weight = mood(token, self.lexicon)
        if weight == POSSIBLE and would(token) and (denials(token) or token.lemma_ in read_lexicon().likes):
            weight = INTENDED
        self.would = self.would or (weight == POSSIBLE and self.weight < POSSIBLE and would(token))
        self.weight = max(self.weight, weight)
        if token.pos_ in VERBS or token.dep_ in ("acl", "xcomp", "ccomp", "advcl"):
            self.conditions += [c for c in protases(token, self.lexicon) if c not in self.conditions]

    def weigh(self, weight: int) -> None:
        """Raise the weight to that of a governor."""
        self.would = self.would and weight < POSSIBLE
        self.weight = max(self.weight, weight)


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
    tally = _Tally(lexicon)
    below = trigger
    for token, dep in chain(trigger):
        if dep and _instead(below):
            tally.negations += 1
            break
        if not dep:
            _at_trigger(token, tally, ends)
            continue
        if not _up(below, dep, token, trigger, tally):
            break
        below = token
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


def _before(noun: Token) -> set[str]:
    """The words that hang before a noun: "the proposed chairman", "a potential buyer"."""
    return {c.lower_ for c in noun.children if c.i < noun.i}


def _at_trigger(trigger: Token, tally: _Tally, ends: frozenset[Token]) -> None:
    tally.hear(trigger)
    if trigger.pos_ in VERBS:
        tally.negations += without_any(trigger, ends) and not denials(trigger)
    elif trigger not in ends:
        tally.negations += denied_noun(trigger)
    tally.negations += almost(trigger)


def _up(below: Token, dep: str, token: Token, trigger: Token, tally: _Tally) -> bool:
    """Count what a governor does; False where nothing above it matters."""
    lexicon = tally.lexicon
    if below == trigger and (reduced(trigger) or (trigger.tag_ == "VB" and judged(trigger))):
        return False  # "it was wrong of Chad to back it"
    if dep == "relcl" and below.tag_ == "VB" and token.tag_ == "NN" and not _picked(token):
        tally.weigh(INTENDED)  # "a candidate to lead it"
    if dep == "relcl" and below.tag_ == "VB" and _picked(token):
        return True  # "may be the first to buy it"
    if dep == "relcl" and below != trigger and token.lemma_ in REPORTS and telling(below):
        return True
    if dep == "relcl" or dep in OWN_ASSERTION or (dep in ("compound", "nmod") and token.pos_ == "PROPN"):
        if dep == "relcl" and token.lemma_ in REPORTS and _whole(below):
            tally.rumour = True
            return True
        undisputed = token.lemma_ in tally.lexicon.undoubted and clausal_that(below)
        tally.negations += dep == "relcl" and (
            (denied_noun(token) and not undisputed) or _cleft_denied(token) or _lie(below, token, lexicon)
        )
        return False
    if dep == "conj":
        if (_finite(below) or (below.tag_ == "VBG" and token.tag_ == "VB")) and _infinite(token):
            return False  # "plans to sell A and has bought B"
        _coordinated(below, token, tally)
        return True
    if dep == "ccomp" and inverted(below):
        tally.weigh(CONDITIONAL)  # "Had Shell bought it, Eni would have sued"
        return False
    if dep == "advcl" and _that(below):
        dep = "ccomp"  # "A claim has surfaced that …"
    if dep == "advcl":
        return _adverbial(below, token, trigger, tally)
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


def _coordinated(below: Token, token: Token, tally: _Tally) -> None:
    """What the first of coordinated verbs or nouns shares with a later one."""
    if token.pos_ in VERBS and not _has_own_auxiliary(below):
        if not contrasted(below) and not denials(below) and _shares_denial(below, token):
            tally.negations += denials(token)
        tally.hear(token, negation=False)
    elif (
        token.pos_ == "NOUN" and denied_noun(token) and any(c.lower_ in ("or", "nor") for c in token.children)
    ):
        tally.negations += not (denied_noun(below) or denials(below))


def _finite(verb: Token) -> bool:
    """Whether a verb is told in a tense of its own: "has bought", "buys"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBZ" or bool(helpers & {"has", "had", "was", "were", "is", "are", "did"})


def _infinite(verb: Token) -> bool:
    """Whether a verb stands behind "to", or is a participle without an auxiliary."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return (verb.tag_ == "VB" and any(c.lower_ == "to" for c in helpers)) or (
        verb.tag_ == "VBG" and not helpers
    )


def _shares_denial(below: Token, token: Token) -> bool:
    """ "did not meet or call" denies both; "is not a party and holds no shares" the first alone."""
    if any(c.lower_ in read_lexicon().denying and c.dep_ != "neg" for c in token.children):
        return True
    never = any(c.dep_ == "neg" and c.lower_ == "never" for c in token.children)
    had = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    finite = ("VBZ", "VBP") if never or had else ("VBZ", "VBP", "VBD")
    return below.tag_ not in finite or below.tag_ == token.tag_ == "VBD"


def _picked(noun: Token) -> bool:
    """ "the first to buy it", "the latest bank to leave", "one of those to sign": they did."""
    return any(c.lower_ in read_lexicon().picking or c.tag_ in ("JJS", "CD") for c in noun.children)


def _whole(clause: Token) -> bool:
    """Whether a clause behind "that" lacks nothing: "a story that Shell bought it" tells the story."""
    that = [c for c in clause.children if c.lower_ == "that" and c.i < clause.i]
    subject = any(c.dep_ in ("nsubj", "nsubjpass") and c not in that for c in clause.children)
    return bool(that) and subject and any(c.dep_ == "dobj" and c.i > clause.i for c in clause.children)


def _cleft_denied(noun: Token) -> bool:
    """ "It was not Shell that bought it"."""
    verb = noun.head
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)
    return noun.dep_ == "attr" and verb.lemma_ == "be" and it and bool(denials(verb))


def _lie(clause: Token, noun: Token, lexicon: Lexicon) -> bool:
    """ "it was a lie that Shell met Eni"; "it was not a lie" says that it did."""
    verb = noun.head
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)
    return it and noun.dep_ == "attr" and noun.lemma_ in lexicon.untrue and not denials(verb)


def _adverbial(below: Token, token: Token, trigger: Token, tally: _Tally) -> bool:
    if asks(token) and any(c.lower_ == "if" for c in below.children):
        tally.unsaid = True
        return False
    marks = [c for c in below.children if c.dep_ in ("mark", "advmod") and c.i < below.i]
    if any(c.lower_ == "lest" or (c.lower_ in tally.lexicon.likened and _after_as(c)) for c in marks):
        tally.unsaid = True  # "behaved as though it owned it", "lest it be sanctioned"
        return False
    if conditional(below, tally.lexicon):
        tally.weigh(CONDITIONAL)
        return False
    if any(c.lower_ in tally.lexicon.whenever for c in marks) and _told_now(below) and _ahead(token, tally):
        tally.weigh(INTENDED)  # "will sign when he meets Xi"
        return False
    purpose = any(c.dep_ == "aux" and c.lower_ == "to" for c in below.children)
    bare = below.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("mark", "advmod") for c in below.children)
    if purpose or (bare and below.i > token.i):
        own = tally.weight
        tally.hear(token, negation=False)
        if not purpose and token.dep_ in ("xcomp", "ccomp", "acl") and _ahead(token, tally):
            tally.weigh(INTENDED)  # "is set to meet him, becoming the first to do so"
        if purpose and denials(token):
            tally.unsaid = True
        if purpose and came_about(token):
            return False
        if purpose and own == tally.weight == ACTUAL and token.lemma_ not in tally.lexicon.arriving:
            tally.weigh(INTENDED)
        if purpose and token.dep_ == "xcomp":
            return True
        listed = {c.lower_ for c in token.children if c.dep_ == "acomp"} | {
            token.lemma_.lower(),
            token.lower_,
        }
        if purpose and listed & tally.lexicon.intended:
            tally.weigh(INTENDED)
    return False


def _told_now(verb: Token) -> bool:
    """Whether a clause is told in the present: "when he meets", "once he has met"."""
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass"))}
    return bool(tags & {"VBZ", "VBP"}) and not tags & {"VBD", "MD"}


def _ahead(verb: Token, tally: _Tally) -> bool:
    """Whether what a verb says is planned or expected."""
    status = assess(verb, tally.lexicon)
    return status.modality != "actual" and status.polarity == "affirmed" and not status.unsaid


def _after_as(mark: Token) -> bool:
    return mark.i > 0 and mark.nbor(-1).lower_ == "as"


def _instead(verb: Token) -> bool:
    """ "resigned rather than meet", "without paying", "instead of buying", wherever the parse hangs it."""
    if verb.pos_ not in VERBS:
        return False
    first = verb.left_edge.i
    opening = verb.doc[first]
    if opening.lower_ in INSTEAD:  # "instead chose to buy" is no "instead of buying"
        return first < verb.i and (opening.lower_ == "without" or opening.nbor(1).lower_ in ("of", "than"))
    if verb.doc[first].lower_ == "than" and any(c.lower_ in ("rather", "sooner") for c in verb.head.children):
        return True  # "would rather sell it than meet him"
    return first > 1 and verb.doc[first - 2 : first].text.lower() in ("rather than", "instead of")


def _has_own_auxiliary(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "neg") for c in verb.children)


def _inside(trigger: Token, clause: Token) -> bool:
    return trigger == clause or clause.is_ancestor(trigger)

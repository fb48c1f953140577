"""Of which State "Prime Minister Inga Ruginiene" is without a country: that of the dateline, or the one spoken of."""

from collections.abc import Sequence

from extract.grammar.clauses import subjects
from extract.grammar.nominals import modifiers
from extract.names.figures import Figure
from extract.reference.appointments import naming_verb
from extract.reference.scene import Bound, Scene, ahead, heads, registry_figure
from extract.reference.standins import spoken_of
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

BACK = 2
NOMINAL = frozenset("appos attr compound conj dative dobj nmod nsubj nsubjpass oprd pobj poss prep".split())


def at_home(trigger: Token, segment: int, bearer: Bound, scene: Scene) -> list[Bound]:
    """ "Prime Minister Inga Ruginiene" without a country: that of the dateline, else the one spoken of most.

    Not where the text ties the bearer to another State, nor in the announcement of a company.
    """
    own = scene.voices.own
    if trigger.lemma_.lower() not in read_words("rulers") or (own is not None and own.type == "Company"):
        return []
    named = naming_verb(trigger) is not None
    apposed = _apposed(trigger, bearer.token)
    if not named and not apposed and trigger.dep_ not in ("compound", "nmod", "appos"):
        return []
    if any(c.dep_ == "poss" or c.lower_ in ("a", "an", "former", "then") for c in trigger.children):
        return []
    portfolio = named and all(c.lower_ in ("of", "for") for c in trigger.children if c.dep_ == "prep")
    if any(c.dep_ == "prep" for c in trigger.children) and not portfolio:
        return []
    told = {at.type for m in modifiers(trigger) if (at := scene.cast.at.get((segment, m.i))) is not None}
    if told - ({"Company"} if trigger.lemma_.lower() == "minister" else set()):
        return []  # "Transport Minister": the small model takes the portfolio for a company
    state = seat(trigger, segment, scene, named) or (_only_state(scene) if apposed else None)
    if state is not None and scene.seat is None and _acted_on_by(state, bearer.token, segment, scene):
        return []  # "Canada stood by Prime Minister Jan Berg"
    if state is None or bearer.figure.country not in (None, state.registry):
        return []
    if any(other is not state for other in tied_states(bearer.figure, scene)):
        return []
    if any(
        t.subject is bearer.figure and t.predicate == "HEADS" and _other(t.object, state) for t in scene.told
    ):
        return []  # "Jan Berg, President of Norway, came to Accra. President Berg …"
    return [Bound(state, trigger, trigger.i, trigger.i + 1)]


def _apposed(trigger: Token, bearer: Token) -> bool:
    """ "the interior minister, Lena Ortiz, said": the title first, and the name behind a comma."""
    the = any(c.lower_ == "the" for c in trigger.children)
    return (
        the and bearer.dep_ == "appos" and bearer.head == trigger and trigger.dep_ in ("nsubj", "nsubjpass")
    )


def _only_state(scene: Scene) -> Figure | None:
    """The State of which alone a text speaks."""
    if scene.seat is not None or len(scene.cast.countries) != 1:
        return None
    state = scene.registry.state(next(iter(scene.cast.countries)))
    return registry_figure(scene, state) if state is not None else None


def _other(led: Figure, state: Figure) -> bool:
    """Whether somebody whom the text told to lead this leads another State than that."""
    home = led.registry if led.type == "State" else led.country
    return home is not None and home != state.registry


def _acted_on_by(state: Figure, bearer: Token, segment: int, scene: Scene) -> bool:
    """Whether a State does something to somebody, or to one of his: "Canada sanctioned President Jan Berg's son"."""
    word = bearer
    while word.dep_ in NOMINAL and word.pos_ not in ("VERB", "AUX") and word.head != word:
        below, word = word, word.head
        if word.pos_ in ("VERB", "AUX"):
            if below.dep_ == "nsubj":
                return False
            return any(scene.cast.at.get((segment, t.i)) is state for t in subjects(word))
    return False


def seat(trigger: Token, segment: int, scene: Scene, own: bool = False) -> Figure | None:
    """The State of the dateline if no other is spoken of twice as much, else the one spoken of most if it is alone.

    `own` where the words themselves tell that it is the government at home.
    """
    place = scene.place_of.get((segment, trigger.i))
    if place is None:
        return None
    near = [
        (figure.registry, token)
        for sentence in scene.sentences[max(0, place - BACK) : place + 1]
        if sentence.segment == segment
        for token in sentence.span
        if (figure := scene.cast.at.get((segment, token.i))) is not None and figure.type == "State"
    ]
    if scene.seat is not None:
        return _of_dateline(scene.seat, near, trigger, scene)
    if not own and not _ruling(trigger):
        return None  # ministers travel: "Foreign Minister Penny Wong" in a text on Fiji
    return _of_most(near, trigger, segment, scene)


def _of_dateline(
    home: str, near: Sequence[tuple[str | None, Token]], trigger: Token, scene: Scene
) -> Figure | None:
    """The State of the dateline, unless another acts near by or is spoken of much more."""
    acting = {
        state
        for state, token in near
        if token.dep_ in ("nsubj", "nsubjpass") and token.i < trigger.i and token.head.dep_ != "relcl"
    }
    entry, spoken = scene.registry.entries[home], scene.cast.countries
    foremost = 2 * spoken[entry.country or ""] >= max(spoken.values(), default=0)
    return registry_figure(scene, entry) if foremost and acting <= {home} else None


def _of_most(
    near: Sequence[tuple[str | None, Token]], trigger: Token, segment: int, scene: Scene
) -> Figure | None:
    """The State at home, or spoken of most, if it alone is named near by, and by its name."""
    home = scene.registry.state(scene.cast.home) if scene.cast.home is not None else None
    most = spoken_of(scene)
    if home is None and most is not None:
        home = scene.registry.entries[most.registry or ""]
    if home is None or not {state for state, _ in near} <= {home.id}:
        return None
    spelt = [token for _, token in near if not scene.cast.spot_at[segment, token.i].demonym]
    alone = most is not None and most.registry == home.id and trigger.dep_ == "appos"
    return registry_figure(scene, home) if spelt or alone else None


def _ruling(title: Token) -> bool:
    """Whether a title before a name, or "the" one behind it, is written as that of a head of state or government."""
    prime = any(c.lower_ == "prime" for c in title.children)
    the = title.dep_ == "appos" and any(c.lower_ == "the" for c in title.children)
    if prime or title.lower_ == "president":
        return title.text[:1].isupper() or the
    return title.text in ("Chancellor", "Premier")


def tied_states(figure: Figure, scene: Scene) -> list[Figure]:
    """The States named right before or behind a person somewhere in the text."""
    near: list[tuple[int, int]] = []
    for segment, root in heads(figure, scene):
        roles = [c for c in root.children if c.dep_ == "appos"]
        roles += [root.head] if root.dep_ == "appos" else []
        near += [(segment, token.i) for name in (root, *roles) for token in ahead(name)]
    at = [scene.cast.at.get(place) for place in near]
    return [state for state in at if state is not None and state.type == "State"]

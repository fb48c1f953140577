"""Of what a bare title is by what its holder tells: "Fiji will not sign, Foreign Minister Jone Ratu said"."""

from extract.grammar.clauses import subjects
from extract.grammar.conjuncts import coordinated
from extract.names.figures import Figure
from extract.reference.coreference import antecedent
from extract.reference.homeland import tied_states
from extract.reference.scene import Bound, Scene
from extract.syntax.parse import Token
from extract.syntax.relatives import passive
from extract.vocabulary.words import read_words

NAMES = frozenset({"appos", "compound", "nmod"})
TOLD = frozenset({"ccomp", "parataxis"})
PRONOUN = frozenset({"it"})


def of_report(trigger: Token, segment: int, bearer: Bound, scene: Scene, kind: str) -> list[Bound]:
    """The firm or State (`kind`) that the holder of a title tells of, if the text names no other more often.

    Nothing where the text ties the holder to another, or is written in or for another State.
    """
    acting = _acting(_reported(bearer.token), segment, scene, frozenset({kind}))
    if len(acting) != 1:
        return []
    figure = acting[0]
    others = (f for f in scene.cast.figures if f.type == kind and f.named and f is not figure)
    if len(figure.spots) < max((len(f.spots) for f in others), default=0):
        return []
    if scene.voices.bodies.get(id(bearer.figure)) not in (None, figure):
        return []
    if kind == "State" and not _at_home(figure, bearer.figure, scene):
        return []
    return [Bound(figure, trigger, trigger.i, trigger.i + 1)]


def _reported(name: Token) -> list[Token]:
    """The clause that somebody tells: "…, Foreign Minister Jone Ratu told reporters", "according to Jone Ratu"."""
    while name.dep_ in NAMES and name.head.pos_ in ("NOUN", "PROPN"):
        name = name.head
    verb = name.head
    if name.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lower_ == "according":
        return [verb.head.head] if verb.head.head.pos_ in ("VERB", "AUX") else []
    if (
        name.dep_ != "nsubj"
        or verb.pos_ != "VERB"
        or verb.lemma_ not in read_words("reporting")
        or passive(verb)
    ):
        return []
    told = [c for c in verb.children if c.dep_ in TOLD and c.pos_ in ("VERB", "AUX")]
    behind = verb.dep_ in TOLD or (
        verb.dep_ == "conj" and not any(c.dep_ == "cc" for c in verb.head.children)
    )
    if behind and verb.head.pos_ in ("VERB", "AUX"):
        told.append(verb.head)
    return told[:1]


def _acting(told: list[Token], segment: int, scene: Scene, types: frozenset[str]) -> list[Figure]:
    """Who is the subject of what somebody tells, or whose the subject is ("Shell's sale …")."""
    found: dict[str, Figure] = {}
    for token in (f.token for clause in told for t in _doing(clause) for f in coordinated(t)):
        figure = scene.cast.at.get((segment, token.i))
        owners = [c for c in token.children if c.dep_ == "poss"] if figure is None else []
        if owners:
            figure = scene.cast.at.get((segment, owners[0].i))
        if figure is None and token.lower_ in PRONOUN:
            figure = antecedent(token, scene.place_of[segment, token.i], scene.sentences, types)
        if figure is not None and figure.type in types:
            found.setdefault(figure.key, figure)
    return [*found.values()]


def _doing(clause: Token) -> list[Token]:
    """The subject of a clause, in the passive what is done something to."""
    return [c for c in clause.children if c.dep_ == "nsubjpass"] or subjects(clause)


def _at_home(state: Figure, bearer: Figure, scene: Scene) -> bool:
    """Whether somebody may hold an office of a State, by all else that is known of him and of the text."""
    if bearer.registry is not None or bearer.country not in (None, state.registry):
        return False
    home = scene.registry.state(scene.cast.home) if scene.cast.home is not None else None
    written = scene.seat or (home.id if home is not None else None)
    return written in (None, state.registry) and all(s is state for s in tied_states(bearer, scene))

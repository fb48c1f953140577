"""Relatives whom a sentence does not name: "his wife", whom the text has named before, or nobody named: "our mother"."""

from collections.abc import Callable, Iterable, Iterator

from extract.grammar.nominals import holders, possessors
from extract.grammar.prepositions import prepositional
from extract.names.figures import Figure, only_figure
from extract.names.neighbours import beside
from extract.reference.candidates import REACH
from extract.reference.scene import Bound, Scene
from extract.reference.unmeant import KIN
from extract.syntax.parse import Token

CONVERSE = {
    "father": "son daughter child",
    "mother": "son daughter child",
    "son": "father mother",
    "daughter": "father mother",
    "husband": "wife",
    "wife": "husband",
    "widow": "husband",
    "brother": "brother sister",
    "sister": "brother sister",
    "uncle": "nephew niece",
    "aunt": "nephew niece",
    "nephew": "uncle aunt",
    "niece": "uncle aunt",
    "cousin": "cousin",
    "grandfather": "grandson granddaughter",
    "grandmother": "grandson granddaughter",
    "grandson": "grandfather grandmother",
    "granddaughter": "grandfather grandmother",
    "stepfather": "stepson stepdaughter",
    "stepmother": "stepson stepdaughter",
    "stepson": "stepfather stepmother",
    "stepdaughter": "stepfather stepmother",
    "half-brother": "half-brother half-sister",
    "half-sister": "half-brother half-sister",
    "brother-in-law": "brother-in-law sister-in-law",
    "sister-in-law": "brother-in-law sister-in-law",
    "father-in-law": "son-in-law daughter-in-law",
    "mother-in-law": "son-in-law daughter-in-law",
    "son-in-law": "father-in-law mother-in-law",
    "daughter-in-law": "father-in-law mother-in-law",
    "ex-wife": "ex-husband",
    "ex-husband": "ex-wife",
}
GENDERS = {"his": "m", "her": "f"}
SEVERAL = frozenset({"children", "sons", "daughters", "parents"})
Read = Callable[[Token, int], list[Bound]]


def is_kin(noun: Token) -> bool:
    """Whether a noun tells of a relative, or of one's children or parents, who does or suffers something."""
    if noun.dep_ in ("compound", "nmod", "amod") or not noun.text.islower():
        return False
    if noun.tag_ == "NN":
        return noun.lemma_ in CONVERSE
    return noun.tag_ == "NNS" and noun.lower_ in SEVERAL


def owners(noun: Token) -> list[Token]:
    """Whose relative it is: "his brother", "a niece of Lena Ortiz"."""
    return [*possessors(noun), *prepositional(noun, "of")][:1]


def same_name(pronoun: Token, segment: int, scene: Scene) -> Figure | None:
    """ "One of his sons, Bilal Rahman": of those spoken of just before, the one who bears the relative's surname."""
    noun = pronoun.head
    if pronoun.dep_ != "poss" or not (noun.lemma_ in CONVERSE or noun.lower_ in SEVERAL):
        return None
    named = [scene.cast.at.get((segment, t.i)) for t in holders(noun)]
    if len(named) != 1 or named[0] is None or " " not in named[0].name:
        return None
    place, surname = scene.place_of[segment, pronoun.i], named[0].name.casefold().split()[-1]
    gender = GENDERS.get(pronoun.lower_)
    return only_figure(
        c.figure
        for sentence in scene.sentences[max(0, place - REACH) : place + 1]
        for c in sentence.candidates
        if c.figure is not None and c.figure is not named[0] and c.figure.type == "Person"
        if c.figure.name.casefold().split()[-1] == surname and c.figure.gender in (None, gender)
    )


def relative_of(noun: Token, person: Figure, scene: Scene, read: Read) -> Bound | None:
    """The relative of a person: whom the text has told to be that, one alone; else an actor that no text names.

    `read` tells whom a word of a segment means, for whose relative somebody was told to be.
    """
    named: dict[int, Figure] = {}
    for figure in [f for f in scene.cast.figures if f.type == "Person" and f.spots]:
        for said, segment in told(figure, scene):
            if figure is not person and said.lemma_ == noun.lemma_ and noun.tag_ == "NN":
                whose = _whose(said, segment, read)
                if person in whose or (not whose and said.tag_ == "NNS"):
                    named[id(figure)] = figure
            if figure is person and said.lemma_ in CONVERSE.get(noun.lemma_, "").split():
                named |= {id(f): f for f in _whose(said, segment, read) if f is not person}
    gender = scene.nouns.genders.get(noun.lemma_)
    named = {key: f for key, f in named.items() if gender is None or f.gender in (None, gender)}
    if named:
        figure = next(iter(named.values()))
        return Bound(figure, noun, noun.i, noun.i + 1) if len(named) == 1 else None
    return _nameless(noun, person, scene)


def told(figure: Figure, scene: Scene) -> Iterator[tuple[Token, int]]:
    """What is said of a person beside the name, each noun with its segment."""
    for spot in figure.spots:
        place = scene.place_of.get((spot.segment, spot.start))
        if place is not None:
            doc = scene.sentences[place].span.doc
            for noun in beside(doc[spot.start : spot.end].root, spot):
                yield noun, spot.segment


def _whose(noun: Token, segment: int, read: Read) -> list[Figure]:
    return [bound.figure for owner in owners(noun) for bound in read(owner, segment)]


def _nameless(noun: Token, person: Figure, scene: Scene) -> Bound:
    key = f"{KIN}{person.key}:{noun.lower_}"
    figure = next((f for f in scene.cast.figures if f.key == key), None)
    if figure is None:
        figure = Figure(key, f"{person.name}'s {noun.text}", "Person", named=False)
        figure.gender = scene.nouns.genders.get(noun.lemma_) if noun.tag_ == "NN" else None
        figure.spellings[f"{noun.text} of {person.name}"] += 1
        scene.cast.figures.append(figure)
    start = min([noun.i, *(c.left_edge.i for c in noun.children if c.i < noun.i)])
    figure.spellings[noun.doc[start : noun.i + 1].text] += 1
    return Bound(figure, noun, start, noun.i + 1)


def retold(predicate: str, trigger: Token, ends: Iterable[Bound]) -> bool:
    """Whether "his brother" only takes up a relative whom the text has told of before."""
    return predicate == "RELATIVE_OF" and any(
        b.token is trigger and b.end == trigger.i + 1 and b.figure.spots for b in ends
    )


def idle(ends: Iterable[tuple[Figure, str, Figure]]) -> set[int]:
    """The figures (by identity) of relatives without a name of whom nothing is said but whose they are.

    `ends` are statements as (subject, predicate, object).
    """
    said: dict[int, set[tuple[str, int]]] = {}
    for subject, predicate, other in ends:
        for figure, far in ((subject, other), (other, subject)):
            if figure.key.startswith(KIN):
                said.setdefault(id(figure), set()).add((predicate, id(far)))
    return {
        figure
        for figure, facts in said.items()
        if len(facts) < 2 and all(p == "RELATIVE_OF" for p, _ in facts)
    }

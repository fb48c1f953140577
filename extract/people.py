"""Which names of a document are persons, and which of them are one: full names, surnames, given names."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from extract.ballot import hold_vote
from extract.figures import Figure, NameIndex, name_words, place_of_spot, take_sense
from extract.nlp import Parsed
from extract.nouns import Nouns
from extract.persons import person_of
from extract.spots import SUFFIXES, Spot
from graph.registry import Registry, Sense
from graph.resolve.names import fold, given_matches

SURE = 2.0


def people_among(
    spots: Sequence[Spot],
    known: set[str],
    parsed: Sequence[Parsed],
    registry: Registry,
    nouns: Nouns,
    date: str | None,
    countries: Counter[str],
) -> frozenset[str]:
    """The spellings that the document as a whole uses for persons: labels, titles and appositions vote."""
    places: dict[str, list[tuple[Spot, Doc]]] = {}
    for spot in spots:
        places.setdefault(spot.text, []).append((spot, parsed[spot.segment].doc))
    ballots = {text: hold_vote(found, nouns) for text, found in places.items()}
    people = {text for text, ballot in ballots.items() if ballot.winner() == "Person"}
    surnames = {name_words(text)[-1] for text in people | known if len(name_words(text)) > 1}
    firms = {
        name_words(s.text)[0]
        for s in spots
        if len(name_words(s.text)) > 1 and s.label == "ORG" and s.text not in people
    }
    people -= {s.text for s in spots if s.text in firms and s.text not in surnames}
    people |= {text for text in places if _initialled(text) and name_words(text)[-1] in surnames}
    for spot in spots:
        if spot.text in people or len(name_words(spot.text)) > 1 or spot.text in firms:
            continue
        if max(ballots[spot.text].evidence.values(), default=0.0) >= SURE and spot.text not in surnames:
            continue
        if spot.text in surnames or (
            spot.label in ("ORG", "GPE", "")
            and person_of(spot, parsed[spot.segment].doc, registry, date, countries, certain=True)
        ):
            people.add(spot.text)
    return frozenset(people)


def group_persons(
    figures: dict[str, Figure],
    spots: Sequence[Spot],
    parsed: Sequence[Parsed],
    registry: Registry,
    date: str | None,
    countries: Counter[str],
) -> None:
    """Full names first, then surnames and given names that point to one of them, then the registry."""
    people = spots
    index = NameIndex(figures.values())
    words = {id(s): name_words(s.text) for s in people}
    for spot in people:
        if len(words[id(spot)]) > 1 and not _only_suffix(words[id(spot)]) and not _particled(words[id(spot)]):
            doc = parsed[spot.segment].doc
            twin = _same_name(index.having(words[id(spot)][-1]), spot.text)
            if twin is not None:
                twin.add(spot)
                continue
            known = person_of(spot, doc, registry, date, countries)
            key = known if known is not None else f"person:{fold(spot.text)}"
            if known is not None:
                take_sense(figures, (Sense(known, "name"), False), spot, registry)
            else:
                figures.setdefault(key, Figure(key, spot.text)).add(spot)
            index.note(figures[key], spot.text)
    for spot in people:
        parts = words[id(spot)]
        if len(parts) > 1 and not _only_suffix(parts) and not _particled(parts):
            continue
        figure = _short_name(index.having(parts[0]), spot, parts)
        if figure is not None:
            figure.add(spot)
            continue
        known = person_of(spot, parsed[spot.segment].doc, registry, date, countries)
        if known is not None:
            take_sense(figures, (Sense(known, "name"), False), spot, registry)
        else:
            key = f"person:{fold(spot.text)}"
            figures.setdefault(key, Figure(key, spot.text)).add(spot)


def _initialled(text: str) -> bool:
    """ "S. Lavrov", "D. J. Trump"."""
    words = name_words(text)
    return len(words) > 1 and all(len(w) == 2 and w[1] == "." for w in words[:-1])


def _same_name(candidates: Sequence[Figure], text: str) -> Figure | None:
    """The one person of the document whose name may be the same ("Donald J. Trump", "S. Lavrov")."""
    last = name_words(text)[-1]
    found = [
        f
        for f in candidates
        if f.type in (None, "Person")
        and any(
            name_words(n)[-1] == last and len(name_words(n)) > 1 and given_matches(n, text)
            for n in f.spellings
        )
    ]
    return found[0] if len(found) == 1 else None


def _only_suffix(words: list[str]) -> bool:
    return len(words) == 2 and words[1] in SUFFIXES


def _particled(words: list[str]) -> bool:
    """A family name of two words: "bin Salman", "von der Leyen", "de Mistura"."""
    return words[0][:1].islower() or words[0] in ("Al", "Van", "Von", "De", "Bin", "Ben", "Abu")


def _short_name(candidates: Sequence[Figure], spot: Spot, parts: list[str]) -> Figure | None:
    """The one figure of the document that a surname (or a given name) points to."""
    junior = parts[-1] in SUFFIXES
    surname = parts[0]
    by_surname: list[Figure] = []
    by_given: list[Figure] = []
    for figure in candidates:
        if figure.type not in (None, "Person"):
            continue
        for name in {figure.name, *figure.spellings}:
            words = name_words(name)
            if len(parts) > 1 and not junior and len(words) > len(parts) and words[-len(parts) :] == parts:
                by_surname.append(figure)
                break
            suffixed = words[-1] in SUFFIXES
            bare = words[:-1] if suffixed else words
            if len(bare) < 2 or suffixed != junior:
                continue
            if bare[-1] == surname:
                by_surname.append(figure)
                break
            if bare[0] == surname and not junior:
                by_given.append(figure)
                break
    before = [f for f in by_surname if f.spots and place_of_spot(f.spots[0]) < place_of_spot(spot)]
    chosen = before or by_surname
    if chosen:
        return max(
            chosen,
            key=lambda f: max(
                (place_of_spot(s) for s in f.spots if place_of_spot(s) < place_of_spot(spot)),
                default=(-1, -1),
            ),
        )
    return by_given[0] if len(by_given) == 1 else None

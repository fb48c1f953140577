"""Who is who among the persons of a document: full names first, then short ones, then the registry."""

from collections import Counter
from collections.abc import Sequence

from extract.names.figures import Figure, NameIndex, name_words, take_sense
from extract.names.namesakes import family_first, particled, relatives, same_name, short_name, whole_name
from extract.names.persons import person_of
from extract.names.spots import Spot
from extract.nlp import Parsed
from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words
from graph.registry import Registry, Sense
from graph.resolve.names import fold


def group_persons(
    figures: dict[str, Figure],
    spots: Sequence[Spot],
    parsed: Sequence[Parsed],
    registry: Registry,
    nouns: Nouns,
    date: str | None,
    countries: Counter[str],
) -> None:
    """Full names first, then surnames and given names that point to one of them, then the registry."""
    people = spots
    index = NameIndex(figures.values())
    words = {id(s): name_words(s.text) for s in people}
    kin = relatives(people, [piece.doc for piece in parsed])
    for spot in people:
        if len(words[id(spot)]) > 1 and not _only_suffix(words[id(spot)]) and not particled(words[id(spot)]):
            doc = parsed[spot.segment].doc
            candidates = index.having(words[id(spot)][-1])
            twin = same_name(candidates, spot.text) or whole_name(candidates, spot, words[id(spot)], kin)
            if twin is not None:
                twin.add(spot)
                continue
            known = person_of(spot, doc, registry, date, countries)
            key = known if known is not None else f"person:{fold(spot.text)}"
            if known is not None:
                take_sense(figures, (Sense(known, "name"), False), spot, registry)
            else:
                gender = title_gender(spot, doc, nouns)
                if gender is None and not family_first(words[id(spot)]):
                    gender = nouns.given.gender(words[id(spot)][0])
                figures.setdefault(key, Figure(key, spot.text, gender=gender)).add(spot)
            index.note(figures[key], spot.text)
    for spot in people:
        parts = words[id(spot)]
        if len(parts) > 1 and not _only_suffix(parts) and not particled(parts):
            continue
        doc = parsed[spot.segment].doc
        gender = title_gender(spot, doc, nouns)
        figure = short_name(
            index.having(parts[-1] if particled(parts) else parts[0]), spot, parts, gender, kin
        )
        if figure is not None:
            figure.add(spot)
            continue
        alone = nouns.given.sure(spot.text) and not _titled(spot, doc, nouns)
        known = person_of(spot, doc, registry, date, countries, least=3 if alone else 1)
        if known is not None:
            take_sense(figures, (Sense(known, "name"), False), spot, registry)
        else:
            key = f"person:{fold(spot.text)}{'' if gender is None else ':' + gender}"
            own = gender or (nouns.given.gender(spot.text) if alone else None)
            figures.setdefault(key, Figure(key, spot.text, gender=own)).add(spot)


def title_gender(spot: Spot, doc: Doc, nouns: Nouns) -> str | None:
    """What the title before a name tells: "Mr", "Ms", "Queen"."""
    return nouns.title_genders.get(doc[spot.start - 1].text) if spot.start > 0 else None


def _titled(spot: Spot, doc: Doc, nouns: Nouns) -> bool:
    """Whether a title stands right before a name."""
    return spot.start > 0 and doc[spot.start - 1].text in nouns.titles


def _only_suffix(words: list[str]) -> bool:
    return len(words) == 2 and words[1] in read_words("generations")

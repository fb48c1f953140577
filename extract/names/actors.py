"""Who a document speaks of: spots become figures, each one actor with all its spellings and one type."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extract.names.ballot import hold_vote
from extract.names.capitals import happens_there
from extract.names.definitions import ROLES, given_short, role_spots
from extract.names.figures import Cast, Figure, NameIndex, name_words, place_of_spot, take_sense
from extract.names.individuals import group_persons
from extract.names.ministries import with_owners
from extract.names.misspelt import merge_misspelt
from extract.names.neighbours import seated
from extract.names.people import people_among
from extract.names.persons import BEFORE_GIVEN
from extract.names.shortened import longer_name
from extract.names.spots import Spot
from extract.names.spouses import join_spouses
from extract.nlp import Parsed
from extract.syntax.parse import Doc
from extract.texts.datelines import seat_of
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words
from graph.registry import Registry, Sense
from graph.resolve.names import fold, strip_forms


def make_cast(
    parsed: Sequence[Parsed],
    spots: Sequence[Spot],
    registry: Registry,
    nouns: Nouns,
    date: str | None,
    publisher: str | None = None,
    text: str = "",
) -> Cast:
    """Group the spots of one document into figures and vote on their types.

    `publisher` is the country of the medium, where the parts around the story tell it; the dateline of `text`
    tells in which State it was written.
    """
    countries = _countries(spots, registry)
    short = given_short(parsed, spots, nouns)
    roles = role_spots(parsed, spots, [name for name in short if name in ROLES or name.isupper()])
    figures: dict[str, Figure] = {}
    later: list[Spot] = []
    shorts = [spot for spot in spots if spot.text in short and short[spot.text] != spot]
    shorts = [spot for spot in shorts if not spot.senses or _redefined(spot, short[spot.text])]
    for spot in spots:
        entry = _known(spot, parsed[spot.segment].doc, registry, countries, nouns)
        if spot in shorts:
            continue
        if entry is None:
            later.append(spot)
        else:
            take_sense(figures, entry, spot, registry)
    known = {name for f in figures.values() if f.type == "Person" for name in f.spellings}
    people = people_among(later, known, parsed, registry, nouns, date, countries)
    group_persons(figures, [s for s in later if s.text in people], parsed, registry, nouns, date, countries)
    _others(figures, [s for s in later if s.text not in people], parsed, registry, nouns)
    _join_short(figures.values(), shorts, roles, short)
    merged = merge_misspelt(list(figures.values()), registry, countries)
    merged = join_spouses(merged, parsed)
    at: dict[tuple[int, int], Figure] = {}
    spot_at: dict[tuple[int, int], Spot] = {}
    for figure in merged:
        _settle(figure, parsed, nouns)
        _with_title(figure, parsed, nouns)
        _with_sort(figure, parsed)
    home = publisher or _home(merged, registry)
    seat = seat_of(text, registry, countries)
    merged = with_owners(merged, parsed, registry, nouns, publisher or _home(merged, registry, 2), seat)
    for figure in merged:
        for spot in figure.spots:
            for token in range(spot.start, spot.end):
                spot_at[spot.segment, token] = spot
                if figure.type is not None:
                    at[spot.segment, token] = figure
    return Cast([f for f in merged if f.type is not None], at, spot_at, countries, home, seat)


def _another(spot: Spot, doc: Doc, registry: Registry, nouns: Nouns) -> bool:
    """Whether the noun before capitals says that they mean none that the registry knows: "builder OAS"."""
    if not spot.text.isupper() or not spot.start:
        return False
    before = doc[spot.start - 1]
    if before.pos_ not in ("NOUN", "PROPN") or nouns.kinds.get(before.lower_) != "Company":
        return False
    return all(registry.entries[s.id].type not in ("Company", "Organization") for s in spot.senses) or (
        before.lower_ != "group" and all(registry.entries[s.id].type != "Company" for s in spot.senses)
    )


def _redefined(spot: Spot, full: Spot) -> bool:
    """Whether a text gives a name that the registry knows to somebody else: "the Conchas Mining Club (CMC)"."""
    return spot.text.isupper() and not {s.id for s in spot.senses} & {s.id for s in full.senses}


def _countries(spots: Iterable[Spot], registry: Registry) -> Counter[str]:
    """How often the document speaks of each country (alpha-2), by unambiguous spellings."""
    found: Counter[str] = Counter()
    for spot in spots:
        for country in {registry.entries[s.id].country for s in spot.senses}:
            if country is not None and len(spot.senses) == 1:
                found[country] += 1
    return found


def _known(
    spot: Spot, doc: Doc, registry: Registry, countries: Counter[str], nouns: Nouns
) -> tuple[Sense, bool] | None:
    """The sense of a spot and whether it stands for a place; None where the registry cannot tell."""
    if not spot.senses or _another(spot, doc, registry, nouns):
        return None
    person = spot.label == "PERSON"
    best: Sense | None = None
    best_score = -1.0
    for rank, sense in enumerate(spot.senses):
        entry = registry.entries[sense.id]
        fits = (entry.type == "Person") == person
        score = 2 * fits - rank * 0.1 + min(countries[entry.country or ""], 9) * 0.05
        if score > best_score:
            best, best_score = sense, score
    if best is None:
        return None
    root = doc[spot.start : spot.end].root
    place = best.kind in ("capital", "seat") and happens_there(root)
    if place and best.kind == "seat" and root.dep_ == "compound":
        place = False  # "a Kremlin adviser" is the state's, "a Moscow adviser" lives there
    return best, place


def _others(
    figures: dict[str, Figure],
    spots: Sequence[Spot],
    parsed: Sequence[Parsed],
    registry: Registry,
    nouns: Nouns,
) -> None:
    """All that are no persons: one figure a name, short forms and initials joined to the full one."""
    index = NameIndex(figures.values())
    others = {pair for spot in spots for pair in _owning(spot, parsed[spot.segment].doc)}
    for spot in sorted(spots, key=lambda s: (s.start - s.end, place_of_spot(s))):
        key = f"name:{strip_forms(fold(spot.text))}"
        figure = figures.get(key)
        if (
            figure is None
            and (len(spot.text) > 2 or spot.text.isupper())
            and not seated(parsed[spot.segment].doc, spot.end)
        ):
            words = name_words(spot.text)
            near = [*index.having(words[0]), *index.having(spot.text)]
            near = [f for f in near if not any((spot.text, name) in others for name in f.spellings)]
            figure = longer_name(near, spot, registry, nouns)
        if figure is None:
            figure = figures.setdefault(key, Figure(key, spot.text))
            index.note(figure, spot.text)
        figure.add(spot)


def _owning(spot: Spot, doc: Doc) -> list[tuple[str, str]]:
    """ "Tolvane's Danish arm, Tolvane Nord": a name with that of what it owns, which begins as it does."""
    root = doc[spot.start : spot.end].root
    if root.dep_ != "poss" or root.head.pos_ != "NOUN":
        return []
    owned = [c for c in root.head.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    names = [doc[c.left_edge.i : c.i + 1].text for c in owned]
    return [(spot.text, name) for name in names if name.startswith(spot.text + " ")]


def _join_short(
    figures: Iterable[Figure], shorts: Sequence[Spot], roles: Sequence[Spot], short: Mapping[str, Spot]
) -> None:
    """Give the short names that the text defines to the figure of the full name; "the Company" is no spelling."""
    holder = {place_of_spot(spot): figure for figure in figures for spot in figure.spots}
    for spot in shorts:
        holder[place_of_spot(short[spot.text])].add(spot)
    for spot in roles:
        holder[place_of_spot(short[spot.text])].spots.append(spot)


def _settle(figure: Figure, parsed: Sequence[Parsed], nouns: Nouns) -> None:
    """Decide type, gender and fullest name from all places where the figure is named."""
    figure.spots.sort(key=place_of_spot)
    ballot = hold_vote(((spot, parsed[spot.segment].doc) for spot in figure.spots), nouns)
    figure.gender = figure.gender or ballot.gender
    figure.type = figure.type or ballot.winner()
    if figure.key.startswith("person:") and not ballot.evidence:
        figure.type = "Person"  # whom only the family name tells to be one
    if figure.type == "Person" and figure.key.startswith("name:") and not ballot.evidence.get("Person"):
        figure.type = ballot.winner_but("Person") or "Company"  # persons all stand under a key of their own
    if figure.type is not None and figure.type != "Person":
        figure.gender = None
    if figure.registry is None and figure.named and figure.spellings:
        figure.name = max(
            figure.spellings, key=lambda n: (len(name_words(n)), figure.spellings[n], len(n), n)
        )


def _with_title(figure: Figure, parsed: Sequence[Parsed], nouns: Nouns) -> None:
    """ "President Ali", "Sir Karl Finch": the title is part of a spelling of who has no other name, or bears it for life."""
    if figure.type != "Person" or figure.registry is not None:
        return
    alone = all(" " not in name for name in figure.spellings)
    for spot in figure.spots:
        title = parsed[spot.segment].doc[spot.start - 1].text if spot.start else ""
        rank = title in BEFORE_GIVEN and " " in spot.text
        if rank or (alone and title in nouns.titles and title not in read_words("honorifics")):
            figure.spellings[f"{title} {spot.text}"] += 1


def _with_sort(figure: Figure, parsed: Sequence[Parsed]) -> None:
    """ "the Fiosa union": what a body of one word is called with the noun behind is a spelling of it."""
    if figure.type != "Organization" or figure.registry is not None:
        return
    for spot in figure.spots:
        doc = parsed[spot.segment].doc
        behind = doc[spot.end] if spot.end < len(doc) and " " not in spot.text else None
        if behind is not None and behind.tag_ == "NN" and behind.lemma_ in read_words("sorts"):
            figure.spellings[f"{spot.text} {behind.text}"] += 1


def _home(figures: Sequence[Figure], registry: Registry, times: int = 1) -> str | None:
    """Whose "president" needs no country: that of the medium named, else the one most spoken of.

    `times` is how many times as often as any other it must be spoken of.
    """
    media: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for figure in figures:
        if figure.registry is None:
            continue
        entry = registry.entries[figure.registry]
        if entry.medium and entry.country is not None:
            media[entry.country] += len(figure.spots)
        elif entry.country is not None and entry.type in ("State", "PublicBody"):
            states[entry.country] += len(figure.spots)
    if media:
        return media.most_common(1)[0][0]
    ranked = states.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < times * ranked[1][1]):
        return None
    return ranked[0][0]

"""Who a document speaks of: spots become figures, each one actor with all its spellings and one type."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from extract.ballot import hold_vote
from extract.nlp import Parsed
from extract.nouns import Nouns
from extract.persons import person_of
from extract.spots import SUFFIXES, Spot
from graph.registry import Registry, Sense
from graph.resolve.names import fold, sounds_alike, strip_forms

SURE = 2.0
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "throughout"})


@dataclass(slots=True)
class Figure:
    """One actor while its document is read. `type` is None until the vote, and where the vote finds none."""

    key: str
    name: str
    type: str | None = None
    registry: str | None = None
    country: str | None = None
    gender: str | None = None
    named: bool = True
    spots: list[Spot] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)

    def add(self, spot: Spot) -> None:
        """Take in one more place where it is named."""
        self.spots.append(spot)
        self.spellings[spot.text] += 1


@dataclass(slots=True)
class Cast:
    """All figures of a document, and which one each token (segment, token) belongs to."""

    figures: list[Figure]
    at: dict[tuple[int, int], Figure]
    spot_at: dict[tuple[int, int], Spot]
    countries: Counter[str]
    home: str | None = None


def make_cast(
    parsed: Sequence[Parsed],
    spots: Sequence[Spot],
    registry: Registry,
    nouns: Nouns,
    date: str | None,
    publisher: str | None = None,
) -> Cast:
    """Group the spots of one document into figures and vote on their types.

    `publisher` is the country of the medium, where the parts around the story tell it.
    """
    countries = _countries(spots, registry)
    figures: dict[str, Figure] = {}
    later: list[Spot] = []
    for spot in spots:
        entry = _known(spot, parsed[spot.segment].doc, registry, countries)
        if entry is None:
            later.append(spot)
        else:
            _take(figures, entry, spot, registry)
    people = _people(later, parsed, registry, nouns, date, countries)
    _persons(figures, [s for s in later if s.text in people], parsed, registry, date, countries)
    _others(figures, [s for s in later if s.text not in people])
    merged = _merge_misspelt(list(figures.values()), registry, countries)
    at: dict[tuple[int, int], Figure] = {}
    spot_at: dict[tuple[int, int], Spot] = {}
    for figure in merged:
        _settle(figure, parsed, registry, nouns)
    home = publisher or _home(merged, registry)
    _link_bodies(merged, registry, home)
    for figure in merged:
        for spot in figure.spots:
            for token in range(spot.start, spot.end):
                spot_at[spot.segment, token] = spot
                if figure.type is not None:
                    at[spot.segment, token] = figure
    return Cast([f for f in merged if f.type is not None], at, spot_at, countries, home)


def _countries(spots: Iterable[Spot], registry: Registry) -> Counter[str]:
    """How often the document speaks of each country (alpha-2), by unambiguous spellings."""
    found: Counter[str] = Counter()
    for spot in spots:
        for country in {registry.entries[s.id].country for s in spot.senses}:
            if country is not None and len(spot.senses) == 1:
                found[country] += 1
    return found


def _known(spot: Spot, doc: Doc, registry: Registry, countries: Counter[str]) -> tuple[Sense, bool] | None:
    """The sense of a spot and whether it stands for a place; None where the registry cannot tell."""
    if not spot.senses:
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
    return best, place


def happens_there(token: Token) -> bool:
    """Whether a capital is named as a place ("met in Moscow") rather than as one who acts."""
    head = token.head
    if token.dep_ == "conj":
        return happens_there(head)
    if token.dep_ == "pobj" and head.lower_ in PLACE_PREPOSITIONS:
        return True
    return (
        token.dep_ in ("npadvmod", "compound") and head.pos_ not in ("VERB", "AUX") and head.pos_ != "PROPN"
    )


def _take(figures: dict[str, Figure], found: tuple[Sense, bool], spot: Spot, registry: Registry) -> None:
    sense, place = found
    entry = registry.entries[sense.id]
    if place:
        state = registry.state(entry.country) if entry.country is not None else None
        figure = figures.setdefault(
            f"place:{spot.text}",
            Figure(f"place:{spot.text}", spot.text, "Place", country=state.id if state else None),
        )
    else:
        state = registry.state(entry.country) if entry.country is not None else None
        figure = figures.setdefault(
            entry.id,
            Figure(entry.id, entry.name, entry.type, entry.id, state.id if state else None, entry.gender),
        )
    figure.add(spot)


def _people(
    spots: Sequence[Spot],
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
    surnames = {_words(text)[-1] for text in people if len(_words(text)) > 1}
    firms = {
        _words(s.text)[0]
        for s in spots
        if len(_words(s.text)) > 1 and s.label == "ORG" and s.text not in people
    }
    people -= {s.text for s in spots if s.text in firms and s.text not in surnames}
    for spot in spots:
        if spot.text in people or len(_words(spot.text)) > 1 or spot.text in firms:
            continue
        if max(ballots[spot.text].evidence.values(), default=0.0) >= SURE and spot.text not in surnames:
            continue
        if spot.text in surnames or (
            spot.label in ("ORG", "GPE", "")
            and person_of(spot, parsed[spot.segment].doc, registry, date, countries, certain=True)
        ):
            people.add(spot.text)
    return frozenset(people)


def _persons(
    figures: dict[str, Figure],
    spots: Sequence[Spot],
    parsed: Sequence[Parsed],
    registry: Registry,
    date: str | None,
    countries: Counter[str],
) -> None:
    """Full names first, then surnames and given names that point to one of them, then the registry."""
    people = spots
    words = {id(s): _words(s.text) for s in people}
    for spot in people:
        if len(words[id(spot)]) > 1 and not _only_suffix(words[id(spot)]) and not _particled(words[id(spot)]):
            doc = parsed[spot.segment].doc
            known = person_of(spot, doc, registry, date, countries)
            key = known if known is not None else f"person:{fold(spot.text)}"
            if known is not None:
                _take(figures, (Sense(known, "name"), False), spot, registry)
            else:
                figures.setdefault(key, Figure(key, spot.text)).add(spot)
    for spot in people:
        parts = words[id(spot)]
        if len(parts) > 1 and not _only_suffix(parts) and not _particled(parts):
            continue
        figure = _short_name(figures, spot, parts)
        if figure is not None:
            figure.add(spot)
            continue
        known = person_of(spot, parsed[spot.segment].doc, registry, date, countries)
        if known is not None:
            _take(figures, (Sense(known, "name"), False), spot, registry)
        else:
            key = f"person:{fold(spot.text)}"
            figures.setdefault(key, Figure(key, spot.text)).add(spot)


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _only_suffix(words: list[str]) -> bool:
    return len(words) == 2 and words[1] in SUFFIXES


def _particled(words: list[str]) -> bool:
    """A family name of two words: "bin Salman", "von der Leyen", "de Mistura"."""
    return words[0][:1].islower() or words[0] in ("Al", "Van", "Von", "De", "Bin", "Ben", "Abu")


def _short_name(figures: dict[str, Figure], spot: Spot, parts: list[str]) -> Figure | None:
    """The one figure of the document that a surname (or a given name) points to."""
    junior = parts[-1] in SUFFIXES
    surname = parts[0]
    by_surname: list[Figure] = []
    by_given: list[Figure] = []
    for figure in figures.values():
        if figure.type not in (None, "Person"):
            continue
        for name in {figure.name, *figure.spellings}:
            words = _words(name)
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
    before = [f for f in by_surname if f.spots and _place(f.spots[0]) < _place(spot)]
    chosen = before or by_surname
    if chosen:
        return max(
            chosen,
            key=lambda f: max((_place(s) for s in f.spots if _place(s) < _place(spot)), default=(-1, -1)),
        )
    return by_given[0] if len(by_given) == 1 else None


def _place(spot: Spot) -> tuple[int, int]:
    return spot.segment, spot.start


def _others(figures: dict[str, Figure], spots: Sequence[Spot]) -> None:
    """All that are no persons: one figure a name, short forms and initials joined to the full one."""
    for spot in sorted(spots, key=lambda s: (s.start - s.end, _place(s))):
        key = f"name:{strip_forms(fold(spot.text))}"
        figure = figures.get(key)
        if figure is None and len(spot.text) > 2:
            figure = _longer_name(figures, spot)
        if figure is None:
            figure = figures.setdefault(key, Figure(key, spot.text))
        figure.add(spot)


def _longer_name(figures: dict[str, Figure], spot: Spot) -> Figure | None:
    found = []
    folded = fold(spot.text)
    for figure in figures.values():
        if not figure.named or figure.type in ("Place", "State"):
            continue
        for name in figure.spellings:
            words = name.split()
            initials = "".join(w[0] for w in words if w[0].isupper())
            if len(words) > 1 and (
                (spot.text.isupper() and len(spot.text) > 2 and spot.text == initials)
                or (figure.key.startswith("name:") and fold(name).startswith(folded + " "))
                or (figure.key.startswith("person:") and spot.label == "" and words[-1] == spot.text)
            ):
                found.append(figure)
                break
    if not found and spot.label == "":
        short = [f for f in figures.values() if f.type == "Person" and spot.text in f.spellings]
        return short[0] if len(short) == 1 else None
    return found[0] if len(found) == 1 else None


def _merge_misspelt(figures: list[Figure], registry: Registry, countries: Counter[str]) -> list[Figure]:
    """Join spellings that sound alike (speech recognition), the rarer to the more frequent one."""
    ranked = sorted(figures, key=lambda f: (f.registry is None, -len(f.spots)))
    kept: list[Figure] = []
    heard: list[Figure] = []
    for figure in ranked:
        twin = None
        if figure.registry is None and not figure.key.startswith("place:"):
            twin = next((k for k in kept if _same_by_sound(k, figure)), None)
        if twin is None:
            kept.append(figure)
            continue
        for spot in figure.spots:
            twin.add(spot)
        heard.append(twin)
    for figure in heard:
        if figure.registry is None and not figure.key.startswith("person:"):
            _recognise(figure, registry, countries)
    return kept


def _same_by_sound(left: Figure, right: Figure) -> bool:
    if left.type in ("State", "Place", "Organization", "PublicBody"):
        return False
    person = left.type == "Person" or left.key.startswith("person:")
    if person != right.key.startswith("person:") and right.key.startswith("person:"):
        return False
    for one in right.spellings:
        for two in left.spellings:
            if len(_words(one)) == 1 and person:
                two = _words(two)[-1]
            if _may_sound(one, two) and sounds_alike(one, two) and fold(one) != fold(two):
                return True
    return False


def _may_sound(one: str, two: str) -> bool:
    """A cheap test before the dear one: long enough, the same first letter and nearly the same length."""
    return len(one) > 4 and len(two) > 4 and one[0] == two[0] and abs(len(one) - len(two)) < 4


def _recognise(figure: Figure, registry: Registry, countries: Counter[str]) -> None:
    """Link a name that speech recognition spelt in several ways to the one company that sounds like it."""
    found = {
        entry.id
        for entry in registry.entries.values()
        if entry.type == "Company"
        and entry.country is not None
        and countries[entry.country] > 0
        and any(_may_sound(s, entry.name) and sounds_alike(s, entry.name) for s in figure.spellings)
    }
    if len(found) == 1:
        entry = registry.entries[found.pop()]
        state = registry.state(entry.country or "")
        figure.registry, figure.name, figure.type = entry.id, entry.name, entry.type
        figure.country = state.id if state is not None else None


def _settle(figure: Figure, parsed: Sequence[Parsed], registry: Registry, nouns: Nouns) -> None:
    """Decide type, gender and fullest name from all places where the figure is named."""
    figure.spots.sort(key=_place)
    ballot = hold_vote(((spot, parsed[spot.segment].doc) for spot in figure.spots), nouns)
    figure.gender = figure.gender or ballot.gender
    figure.type = figure.type or ballot.winner()
    if figure.type is not None and figure.type != "Person":
        figure.gender = None
    if figure.registry is None and figure.named and figure.spellings:
        figure.name = max(figure.spellings, key=lambda n: (len(_words(n)), figure.spellings[n], len(n), n))


def _link_bodies(figures: Sequence[Figure], registry: Registry, home: str | None) -> None:
    """ "the Treasury", "the Foreign Ministry" without a country: that of the home state, where it is the only one."""
    for figure in figures:
        if (
            home is None
            or figure.registry is not None
            or not figure.named
            or figure.type in (None, "Person", "Place")
        ):
            continue
        entry = registry.described(home, fold(figure.name))
        if entry is not None and entry.type in ("PublicBody", "Company"):
            state = registry.state(home)
            figure.registry, figure.name, figure.type = entry.id, entry.name, entry.type
            figure.country = state.id if state is not None else None


def _home(figures: Sequence[Figure], registry: Registry) -> str | None:
    """The country whose "president" needs no country: that of the medium named, else the one most spoken of."""
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
    return states.most_common(1)[0][0] if states else None

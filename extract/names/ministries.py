"""Whose "the Foreign Ministry" or "Supreme Court" is: the State beside the name, else the one named with it before."""

from collections import Counter
from collections.abc import Sequence

from extract.names.figures import BODIES, Figure, place_of_spot
from extract.names.spots import Spot
from extract.nlp import Parsed
from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns
from graph.registry import Entry, Registry
from graph.resolve.names import fold

Places = dict[tuple[int, int], str]
WHOSE = frozenset({"its", "his", "her", "their", "our"})
LANDS = frozenset({"country", "nation", "republic", "kingdom"})
BEHIND = frozenset({"of", "in"})
DEPARTMENT = "department"
OFTEN = 3


def with_owners(
    figures: Sequence[Figure],
    parsed: Sequence[Parsed],
    registry: Registry,
    nouns: Nouns,
    home: str | None,
    seat: str | None,
) -> list[Figure]:
    """The figures, where bodies that every State has ("Foreign Ministry") are one for each State that has them.

    `home` is the country (by code) of the medium or the one spoken of most, `seat` the State of the dateline.
    A body whose State nothing tells stays without one.
    """
    found: list[Figure] = []
    general: dict[str, list[tuple[Figure, str | None, str]]] = {}
    spoken = _spoken(figures, registry)
    for figure in figures:
        if figure.registry is None and figure.named and figure.type in (*BODIES, "State"):
            state, bare = _without_state(figure.name, registry)
            if common_body(fold(bare), nouns):
                general.setdefault(fold(bare), []).append((figure, state, bare))
                continue
            at_home = own_state(fold(figure.name), home, seat, spoken, registry)
            _link(figure, registry.described(at_home, fold(figure.name)) if at_home else None, registry)
        found.append(figure)
    known = {f.key: f for f in found}
    states = _state_places(figures) if general else {}
    for name, alike in general.items():
        at_home = own_state(name, home, seat, spoken, registry)
        if at_home is not None and seat is None and registry.described(at_home, name) is None:
            at_home = None
        for figure, bare, owner, spots in _dealt(alike, parsed, states, at_home, registry):
            if owner is None:
                figure.spots = spots
                known[figure.key] = figure
            else:
                _body(bare, owner, spots, known, registry)
    return list(known.values())


def common_body(name: str, nouns: Nouns) -> bool:
    """Whether a name says only what any State has: "foreign ministry", "ministry of trade and industry"."""
    words = name.split()
    if not set(words) & nouns.common_bodies:
        return name in nouns.common_names
    return len(words) > 1 and all(
        w in nouns.common_bodies or w in nouns.fields or w in ("of", "for", "the", "&") for w in words
    )


def _without_state(name: str, registry: Registry) -> tuple[str | None, str]:
    """The State by whose people a name begins, or with which it ends, and the rest: "Norwegian Defence Ministry"."""
    words = name.split()
    for cut in (1, 2):
        senses = registry.senses.get(" ".join(words[:cut]), ()) if len(words) > cut + 1 else ()
        if (
            senses
            and registry.entries[senses[0].id].type == "State"
            and senses[0].kind in ("demonym", "name")
        ):
            return senses[0].id, " ".join(words[cut:])
    if "of" in words[1:]:
        last = len(words) - 1 - words[::-1].index("of")
        rest = [w for w in words[last + 1 :] if w.lower() != "the"]
        senses = registry.senses.get(" ".join(rest), ())
        if senses and registry.entries[senses[0].id].type == "State" and senses[0].kind == "name":
            return senses[0].id, " ".join(words[:last])
    return None, name


def _state_places(figures: Sequence[Figure]) -> Places:
    """The State named at each token (segment, token), also by its capital."""
    found: Places = {}
    for figure in figures:
        state = figure.registry if figure.type == "State" else None
        if figure.type == "Place" and figure.key.startswith("place:"):
            state = figure.country
        if state is not None:
            for spot in figure.spots:
                for token in range(spot.start, spot.end):
                    found[spot.segment, token] = state
    return found


def _spoken(figures: Sequence[Figure], registry: Registry) -> Counter[str]:
    """How often each State is named, by itself or by a body of its own, by its code."""
    found: Counter[str] = Counter()
    for figure in figures:
        entry = registry.entries.get(figure.registry or "")
        if entry is not None and entry.country is not None and entry.type in ("State", "PublicBody"):
            found[entry.country] += len(figure.spots)
    return found


def own_state(
    name: str, home: str | None, seat: str | None, spoken: Counter[str], registry: Registry
) -> str | None:
    """The code of the State whose body is meant where none is named beside it."""
    most = max(spoken.values(), default=0)
    entry = registry.entries.get(seat or "")
    if entry is not None and entry.country is not None and 2 * spoken[entry.country] >= most:
        return entry.country
    if home is not None and spoken[home] >= (most if len(spoken) < 2 else max(most, OFTEN)):
        return home
    if DEPARTMENT not in name.split():
        return None
    having = [code for code in spoken if registry.described(code, name) is not None]
    return having[0] if len(having) == 1 else None


def _dealt(
    alike: Sequence[tuple[Figure, str | None, str]],
    parsed: Sequence[Parsed],
    states: Places,
    at_home: str | None,
    registry: Registry,
) -> list[tuple[Figure, str, str | None, list[Spot]]]:
    """The spots of bodies of one name by the State (its registry id) that each belongs to.

    One with nothing beside it is that of the State that alone was named with it before, else that at home.
    """
    home = registry.state(at_home) if at_home is not None else None
    found: dict[tuple[str, str | None], tuple[Figure, str, list[Spot]]] = {}
    before: set[str] = set()
    placed = [(spot, *one) for one in alike for spot in one[0].spots]
    for spot, figure, named, bare in sorted(placed, key=lambda row: place_of_spot(row[0])):
        owner, bound = (named, True) if named else _beside(spot, parsed[spot.segment].doc, states)
        if owner is not None:
            before.add(owner)
        elif not bound and before:
            owner = next(iter(before)) if len(before) == 1 else None
        elif not bound and home is not None:
            owner = home.id
        found.setdefault((figure.key if owner is None else "", owner), (figure, bare, []))[2].append(spot)
    return [(figure, bare, owner, spots) for (_, owner), (figure, bare, spots) in found.items()]


def _beside(spot: Spot, doc: Doc, states: Places) -> tuple[str | None, bool]:
    """The State that owns a body by the words around it, and whether they tie it to anybody."""
    place = spot.start - 1
    if place >= 0 and doc[place].tag_ == "POS":
        place -= 1
    before = doc[place] if place >= 0 else None
    tied = before is not None and (before.i < spot.start - 1 or before.head.i < spot.end)
    if before is not None and tied and (spot.segment, before.i) in states:
        return states[spot.segment, before.i], True
    if before is not None and (
        before.lower_ in WHOSE or (before.i < spot.start - 1 and before.lower_ in LANDS)
    ):
        near = {
            states[spot.segment, t.i]
            for t in doc[before.sent.start : before.i]
            if (spot.segment, t.i) in states
        }
        return (near.pop() if len(near) == 1 else None), True
    if before is not None and before.i < spot.start - 1:
        return None, True  # of a region, a firm, a person
    for behind in doc[spot.end : spot.end + 1]:
        if behind.lower_ in BEHIND:
            end = spot.end + 1 + (doc[spot.end + 1 : spot.end + 2].text.lower() == "the")
            return states.get((spot.segment, end)), behind.lower_ == "of"
    return None, False


def _body(bare: str, owner: str, spots: list[Spot], known: dict[str, Figure], registry: Registry) -> None:
    """The body of a State: that of the registry, or one of its own."""
    state = registry.entries[owner]
    entry = registry.described(state.country or "", fold(bare))
    entry = entry if entry is not None and entry.type in BODIES else None
    key = entry.id if entry is not None else f"body:{owner}:{fold(bare)}"
    if key not in known:
        article = "the " if state.name.startswith(("United ", "Netherlands", "Philippines")) else ""
        name = f"{bare[:1].upper()}{bare[1:]} of {article}{state.name}"
        known[key] = Figure(key, name, "PublicBody", country=owner)
        _link(known[key], entry, registry)
    body = known[key]
    for spot in spots:
        body.add(spot)
    body.spots.sort(key=place_of_spot)


def _link(figure: Figure, entry: Entry | None, registry: Registry) -> None:
    if entry is None or entry.type not in ("PublicBody", "Company"):
        return
    state = registry.state(entry.country) if entry.country is not None else None
    figure.registry, figure.name, figure.type = entry.id, entry.name, entry.type
    figure.country = state.id if state is not None else None

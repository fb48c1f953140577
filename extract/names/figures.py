"""A figure is one actor while its document is read; the cast is all of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.names.spots import Spot
from graph.registry import Registry, Sense

BODIES = frozenset({"Company", "PublicBody", "Organization"})
FIRMS = frozenset({"Company", "Asset"})
COLLECTIVE = BODIES | {"State"}
ACTING = COLLECTIVE | {"Person"}


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
    """All figures of a document, and which one each token (segment, token) belongs to.

    `seat` is the registry id of the State in which it was written, as the dateline tells.
    """

    figures: list[Figure]
    at: dict[tuple[int, int], Figure]
    spot_at: dict[tuple[int, int], Spot]
    countries: Counter[str]
    home: str | None = None
    seat: str | None = None


def only_figure(figures: Iterable[Figure | None]) -> Figure | None:
    """The one figure that all of them are; None where there are several, or none."""
    found = {id(figure): figure for figure in figures}
    return next(iter(found.values())) if len(found) == 1 else None


def name_words(text: str) -> list[str]:
    """The words of a name, without commas."""
    return text.replace(",", " ").split()


def place_of_spot(spot: Spot) -> tuple[int, int]:
    """Where a spot begins, as what spots are ordered by."""
    return spot.segment, spot.start


class NameIndex:
    """Figures by each word of their spellings and by initials, so that a short form finds its long one."""

    __slots__ = ("_figures",)

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures: dict[str, dict[int, Figure]] = {}
        for figure in figures:
            for name in {figure.name, *figure.spellings}:
                self.note(figure, name)

    def note(self, figure: Figure, name: str) -> None:
        """Remember one more spelling of a figure."""
        words = name_words(name)
        initials = "".join(w[0] for w in words if w[0].isupper())
        for word in (*words, initials):
            self._figures.setdefault(word, {})[id(figure)] = figure

    def having(self, word: str) -> list[Figure]:
        """The figures with a spelling that has this word (or these initials), first noted first."""
        return list(self._figures.get(word, {}).values())


def take_sense(figures: dict[str, Figure], found: tuple[Sense, bool], spot: Spot, registry: Registry) -> None:
    """Add a spot to the figure of a registry sense: a place of its own where it stands for one."""
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

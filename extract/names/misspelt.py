"""Names that speech recognition spelt in several ways, joined by their sound."""

from collections import Counter

from extract.names.figures import Figure, name_words
from graph.registry import Registry
from graph.resolve.names import fold, sounds_alike


def merge_misspelt(figures: list[Figure], registry: Registry, countries: Counter[str]) -> list[Figure]:
    """Join spellings that sound alike (speech recognition), the rarer to the more frequent one."""
    ranked = sorted(figures, key=lambda f: (f.registry is None, -len(f.spots)))
    kept: list[Figure] = []
    heard: list[Figure] = []
    blocks: dict[tuple[str, int], list[Figure]] = {}
    for figure in ranked:
        twin = None
        if figure.registry is None and not figure.key.startswith("place:"):
            near = {id(k): k for key in _blocks(figure, 3) for k in blocks.get(key, ())}
            twin = next((k for k in near.values() if _same_by_sound(k, figure)), None)
        if twin is None:
            kept.append(figure)
            for key in _blocks(figure, 0):
                blocks.setdefault(key, []).append(figure)
            continue
        for spot in figure.spots:
            twin.add(spot)
        heard.append(twin)
    for figure in heard:
        if figure.registry is None and not figure.key.startswith("person:"):
            _recognise(figure, registry, countries)
    return kept


def _blocks(figure: Figure, reach: int) -> set[tuple[str, int]]:
    """First letters and lengths (up to `reach` longer or shorter) under which a twin may stand."""
    spoken = {word for name in figure.spellings for word in (name, name_words(name)[-1])}
    return {(w[0], len(w) + more) for w in spoken for more in range(-reach, reach + 1) if len(w) > 4}


def _same_by_sound(left: Figure, right: Figure) -> bool:
    if left.type in ("State", "Place", "Organization", "PublicBody"):
        return False
    person = left.type == "Person" or left.key.startswith("person:")
    if person != right.key.startswith("person:") and right.key.startswith("person:"):
        return False
    for one in right.spellings:
        for two in left.spellings:
            if len(name_words(one)) == 1 and person:
                two = name_words(two)[-1]
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

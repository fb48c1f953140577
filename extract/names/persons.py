"""Which person of the registry a name means, on the date of the document."""

from collections import Counter

from extract.names.spots import Spot
from extract.syntax.parse import Doc
from extract.vocabulary.words import read_words
from graph.registry import Registry, surname
from graph.resolve.names import fold, given_matches, sounds_alike

KIN = frozenset({"family", "clan", "dynasty"})
BEFORE_GIVEN = frozenset(
    "Sheikh Sheikha Prince Princess King Queen Emir Sultan Sultana Pope Dame Sir".split()
)
WIDELY_KNOWN = frozenset(
    {
        "head of state",
        "head of government",
        "head of state and government",
        "foreign minister",
        "special envoy",
    }
)


def person_of(
    spot: Spot,
    doc: Doc,
    registry: Registry,
    date: str | None,
    countries: Counter[str],
    least: int = 1,
) -> str | None:
    """The registry id of the person a spot names: by title, by a full name misheard, by a bare surname.

    A bare surname counts only for one who held office on the date, or whose country the
    document speaks of; two candidates give None. `least` 3 asks for a holder of a high office.
    """
    words = [w for w in spot.text.replace(",", " ").split() if w not in read_words("generations")]
    if not words or len(words) != len(spot.text.replace(",", " ").split()) or _articled(spot, doc, words):
        return None
    titled = _by_title(spot, doc, registry, date, words)
    if titled is not None:
        return titled
    if len(words) > 1:
        return _by_sound(words, spot.text, registry, date)
    royal = spot.start > 0 and doc[spot.start - 1].text in BEFORE_GIVEN
    return _by_surname(words[0], registry, date, countries, least, royal)


def _articled(spot: Spot, doc: Doc, words: list[str]) -> bool:
    """ "the West" is no Mr West, though "the Trump team" is Mr Trump's."""
    if len(words) > 1 or spot.start == 0:
        return False
    if doc[spot.start - 1].lower_ in ("a", "an") and doc[spot.end : spot.end + 1].text in KIN:
        return True  # "a Jain family"
    if doc[spot.start - 1].lower_ != "the":
        return False
    return doc[spot.end - 1].dep_ not in ("compound", "nmod", "amod", "poss")


def title_before(spot: Spot, doc: Doc) -> str:
    """The capitalised words right before a name: "Treasury Secretary", "Ukrainian President"."""
    start = spot.start
    while start > 0 and doc[start - 1].text[:1].isupper() and doc[start - 1].pos_ in ("PROPN", "ADJ", "NOUN"):
        start -= 1
    return str(doc[start : spot.start].text)


def _by_title(spot: Spot, doc: Doc, registry: Registry, date: str | None, words: list[str]) -> str | None:
    before = title_before(spot, doc).split()
    found = set()
    for start in range(len(before)):
        for _, person in registry.holders(" ".join(before[start:]), date):
            entry = registry.entries[person]
            name = entry.name
            family = surname(name, entry.country) or name
            near = family in words or sounds_alike(family, words[-1])
            if near and (len(words) == 1 or given_matches(name, spot.text) or sounds_alike(name, spot.text)):
                found.add(person)
    return found.pop() if len(found) == 1 else None


def _by_sound(words: list[str], text: str, registry: Registry, date: str | None) -> str | None:
    found = set()
    for person in registry.given.get(words[0], ()):
        entry = registry.entries[person]
        near = any(
            sounds_alike(text, name) and fold(text) != fold(name) for name in (entry.name, *entry.aliases)
        )
        if near and any(True for _ in registry.in_office(person, date)):
            found.add(person)
    return found.pop() if len(found) == 1 else None


def _first_of(word: str, person: str, registry: Registry) -> bool:
    """Whether a word is the given name of one who is called by another: "Joseph" is no Joseph Wu."""
    names = registry.entries[person].name.split()
    return word == names[0] and len(names) > 1 and person in registry.surnames.get(names[-1], ())


def _by_surname(
    word: str, registry: Registry, date: str | None, countries: Counter[str], least: int, royal: bool
) -> str | None:
    known = registry.surnames.get(word, ())
    if royal:  # "Sheikh Hamad" is no son of Hamad's
        known = tuple(
            p
            for p in known
            if registry.entries[p].name.split()[0] == word and countries[registry.entries[p].country or ""]
        )
    elif least > 1:
        known = tuple(p for p in known if not _first_of(word, p, registry))
    ranked: dict[str, int] = {}
    for person in known:
        kinds = {office.kind for office in registry.in_office(person, date)}
        spoken_of = countries[registry.entries[person].country or ""] > 0
        if kinds & WIDELY_KNOWN:
            ranked[person] = 3 + spoken_of
        elif (kinds and spoken_of) or (
            spoken_of and {office.kind for office in registry.held.get(person, ())} & WIDELY_KNOWN
        ):
            ranked[person] = 2
        elif spoken_of and registry.held.get(person):
            ranked[person] = 1
    if not ranked or max(ranked.values()) < least:
        return None
    best = max(ranked.values())
    top = [person for person, rank in ranked.items() if rank == best]
    return top[0] if len(top) == 1 else None

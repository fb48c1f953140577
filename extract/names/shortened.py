"""Which longer name of a document a short one is short for: "SK" for "SK Group", "NCLAT" for all that it abbreviates."""

from collections.abc import Sequence

from extract.names.figures import Figure, name_words
from extract.names.spots import Spot
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words
from graph.registry import Registry
from graph.resolve.names import fold


def longer_name(candidates: Sequence[Figure], spot: Spot, registry: Registry, nouns: Nouns) -> Figure | None:
    """The one figure among the candidates that a spot calls by a part of its name or by its initials."""
    figures = list({id(f): f for f in candidates}.values())
    named = [f for f in figures if f.named and f.type not in ("Place", "State")]
    bodies = (
        named
        if len(spot.text) > 2
        else [f for f in named if not f.key.startswith("person:") and f.type != "Person"]
    )
    found = [f for f in bodies if any(_abbreviates(spot.text, name) for name in f.spellings)]
    if not found:
        found = [f for f in named if any(_short_for(spot, name, f, registry, nouns) for name in f.spellings)]
    if len(found) > 1:  # "the Saalewerk Group" beside "Saalewerk Optik AG"
        found = [f for f in found if fold(f.name) != f"{fold(spot.text)} group" or f.registry is not None]
    if len(found) > 1:
        found = [f for f in found if f.registry is not None]
    if not found and spot.label == "":
        found = [f for f in candidates if f.type == "Person" and spot.text in f.spellings]
    return found[0] if len(found) == 1 else None


def _abbreviates(short: str, name: str) -> bool:
    """Whether capitals are the initials of a name of several words."""
    words = name.split()
    initials = "".join(w[0] for w in words if w[0].isupper())
    return len(words) > 1 and short.isupper() and short == initials


def _short_for(spot: Spot, name: str, figure: Figure, registry: Registry, nouns: Nouns) -> bool:
    """Whether a spot is the beginning of a name, or its rest where it begins as many do."""
    words, short = name.split(), name_words(spot.text)
    if len(words) < 2:
        return False
    if figure.key.startswith("person:"):
        return spot.label == "" and words[-1] == spot.text
    rest = words[len(short) :]
    begins = fold(name).startswith(f"{fold(spot.text)} ")
    if not figure.key.startswith("name:"):
        return begins and figure.type == "Company" and _only_sort(short, rest, nouns)
    if begins:
        of_place = spot.label in ("GPE", "LOC") and _local(rest, nouns)
        return not (_abroad(rest, registry, nouns) or of_place or _organ(rest))
    return _behind_first(words, short, nouns)


def _only_sort(short: Sequence[str], rest: Sequence[str], nouns: Nouns) -> bool:
    """Whether a firm's name goes on with what kind of firm it is alone: "Koc Holding", never "Union Bank"."""
    if len(rest) != 1 or rest[0] not in read_words("firm_sorts"):
        return False
    return not any(
        word.casefold() in known
        for word in short
        for known in (nouns.kinds, nouns.last, nouns.first, nouns.given)
    )


def _organ(rest: Sequence[str]) -> bool:
    """Whether a name goes on as that of a part of a body does: "Renamo" is no "Renamo Political Commission"."""
    return bool(rest) and rest[-1] in read_words("organs")


def _abroad(words: Sequence[str], registry: Registry, nouns: Nouns) -> bool:
    """Whether a name goes on with a place alone, as that of a branch does: "Amber" is not "Amber Europe"."""
    where = [word for word in words if not nouns.legal_form(word)]
    rest = " ".join(where)
    senses = registry.senses.get(rest, ())
    return bool(where) and (
        any(registry.entries[s.id].type in ("State", "Place") or rest == "Europe" for s in senses)
    )


def _local(words: Sequence[str], nouns: Nouns) -> bool:
    """Whether a name goes on as that of a body of a place does: "Delmar" is the town, not "Delmar University"."""
    return any(w == "House" or nouns.last.get(w.casefold()) in ("PublicBody", "Organization") for w in words)


def _behind_first(words: Sequence[str], short: Sequence[str], nouns: Nouns) -> bool:
    """Whether a firm whose name begins as many do is called by the rest: "Cerro Alto" of "Minera Cerro Alto"."""
    if words[0].casefold() not in nouns.first or len(words) <= len(short):
        return False
    return list(words[1 : len(short) + 1]) == list(short)

"""Actors in the words of a question: by name, alias, capital or people, as the store and the registry know them."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from backchannel.actors import LONGEST, Actors, Found, runs_of, spelled
from backchannel.wording import Word
from graph.questions.classes import read_classes, words
from graph.questions.relations import patterns
from graph.registry import Registry, surname
from graph.resolve.names import strip_forms

_ASKING = frozenset("who whom whose what which when where why how".split())
_NOBODY = frozenset(
    "nothing nobody someone somebody anyone anybody something anything everyone everybody none".split()
)
# Words of a question that are also somebody's name: written in small letters they are not meant so.
_COMMON = frozenset(
    "who what which whom whose how when where why if is are was were be been do does did has have had a an the of on "
    "in at by to for from with and or not no it its he she they them us me we you i this that these those will would "
    "may might can could should shall must than then there here so as about over under into out up down off all any "
    "some more most least other others own one two three first last next new old big small good bad best".split()
)


@dataclass(frozen=True, slots=True)
class Spotted:
    """A stretch of a question and the actors that it may mean, the likeliest first by `rank`.

    `elsewhere` are names of actors that the registry knows by it, of whom the documents say nothing.
    """

    words: str
    actors: tuple[tuple[int, Found], ...]
    elsewhere: tuple[str, ...] = ()

    def of(self, types: Iterable[str] = ()) -> list[Found]:
        """The likeliest actors of these types: by name before by capital or people, mentioned before not."""
        allowed = set(types)
        fit = [(rank, actor) for rank, actor in self.actors if not allowed or actor.type in allowed]
        best = min((rank for rank, _ in fit), default=0)
        found = list({actor.id: actor for rank, actor in fit if rank == best}.values())
        return [actor for actor in found if actor.mentioned] or found


class Spotter:
    """Finds actors in questions; made once for a store and a registry."""

    def __init__(self, actors: Actors, registry: Callable[[], Registry]) -> None:
        self.actors = actors
        self._registry = registry
        self._vocabulary = _COMMON | _vocabulary()
        self._roles = re.compile(patterns("is"))
        self._verbs = re.compile(patterns("does"))

    def spot(self, found: Sequence[Word]) -> tuple[list[str], list[Spotted]]:
        """The words with every actor as @0, @1 …, and the actors."""
        names, elsewhere = self._names(runs_of([word.text for word in found]))
        shouted = all(word.written.upper() == word.written for word in found)
        out: list[str] = []
        spotted: list[Spotted] = []
        place = 0
        while place < len(found):
            for size in range(min(LONGEST, len(found) - place), 0, -1):
                text = " ".join(word.text for word in found[place : place + size])
                known = text in names or text in elsewhere
                if (
                    known
                    and (size > 1 or self._meant(found, place, shouted))
                    and not self._role(found[place : place + size])
                ):
                    out.append(f"@{len(spotted)}")
                    spotted.append(Spotted(text, tuple(names.get(text, ())), tuple(elsewhere.get(text, ()))))
                    place += size
                    break
            else:
                out.append(found[place].text)
                place += 1
        return out, spotted

    def empty(self, text: str) -> bool:
        """Whether words cannot be a name: one asks or is a date, the first is "of" or a past verb ("accused of theft"), or
        all are such as questions are made of."""
        words = text.split()
        first = words[0] if words else ""
        if first == "of" or (first.endswith("ed") and self._verbs.fullmatch(first)) or "#" in text:
            return True
        return not _ASKING.isdisjoint(words) or all(w in self._vocabulary or w in _NOBODY for w in words)

    def _role(self, words: Sequence[Word]) -> bool:
        """Whether words say what somebody is to another ("spokesman"), though a text calls somebody just so."""
        return (
            all(word.written.islower() for word in words)
            and self._roles.fullmatch(" ".join(word.text for word in words)) is not None
        )

    def _meant(self, found: Sequence[Word], place: int, shouted: bool) -> bool:
        """Whether one word that is somebody's name is meant as that here."""
        word = found[place]
        letters = re.sub(r"\W", "", word.written)
        acronym = len(letters) > 1 and letters.upper() == letters and not shouted
        if (
            word.text == "us"
            and place
            and found[place - 1].text in ("tell", "show", "give", "let", "remind", "for")
        ):
            return acronym
        if word.text == "us":
            return True
        return acronym or word.text not in self._vocabulary

    def _names(
        self, runs: Collection[str]
    ) -> tuple[dict[str, list[tuple[int, Found]]], dict[str, list[str]]]:
        """For each of these runs of words the actors that are called so, with their ranks, and the names
        of those whom the registry knows by it and no document mentions."""
        registry = self._registry()
        known = [
            (text, sense)
            for spelling, senses in registry.senses.items()
            if (text := spelled(spelling)) in runs
            for sense in senses
        ]
        families = {id_ for name, ids in registry.surnames.items() if name.lower() in runs for id_ in ids}
        actors = self.actors.meant(runs, {sense.id for _, sense in known} | families)
        here = {actor.id: actor for actor in actors}
        names: defaultdict[str, list[tuple[int, Found]]] = defaultdict(list)
        elsewhere: defaultdict[str, list[str]] = defaultdict(list)
        for actor in actors:
            for rank, spellings in ((0, (actor.name, actor.id)), (1, actor.aliases)):
                for text in map(spelled, spellings):
                    for called in dict.fromkeys((text, strip_forms(text))):
                        if called in runs:
                            names[called].append((rank, actor))
        for text, sense in known:
            if sense.id in here:
                rank = {"name": 1, "seat": 2, "capital": 2, "demonym": 2}[sense.kind]
                names[text].append((rank, here[sense.id]))
            else:
                elsewhere[text].append(registry.entries[sense.id].name)
        for actor in actors:
            if actor.type == "Person" and not actor.name.rpartition(" ")[2].islower():
                entry = registry.entries.get(actor.id)
                for text in _short(spelled(actor.name), None if entry is None else entry.country):
                    if text in runs:
                        names[text].append((3, actor))
        return names, elsewhere


def _vocabulary() -> frozenset[str]:
    """Single words that phrasings are made of."""
    found: set[str] = set()
    classes: Mapping[str, Sequence[str]] = read_classes()
    for name in classes:
        for text in classes[name]:
            found |= set(re.findall(r"[a-z]+", words(text).replace("(?:", " ")))
    return frozenset(found)


def _short(name: str, country: str | None) -> Iterable[str]:
    """What a person is called for short: the surname, with the generation where there is one."""
    family = surname(name, country)
    if len(family) > 1 and family not in _COMMON:
        yield family
    if not family and len(name.split()) > 2:
        yield " ".join(name.split()[-2:])

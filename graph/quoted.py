"""Which facts of the registry stand beside what the documents say, and the records they are.

A fact is there because a document mentions somebody: a person comes with offices and close family,
and the family with their offices; a company or an asset comes with its owner, and the owner with its
own. Nothing comes by way of a state or a body: not all who ever held an office in it, nor all it owns.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graph.facts import Fact
from graph.model import (
    Document,
    End,
    Evidence,
    Extraction,
    Mention,
    Statement,
    mention_id,
    registry_document,
)
from graph.ontology import Ontology
from graph.resolve.known import Known

CONFIDENCE = 0.95
Place = tuple[str, str]


class Quoted:
    """The facts in use, counted by the documents' mentions that call for them."""

    def __init__(self, known: Mapping[str, Known], ontology: Ontology) -> None:
        self._known = known
        self._ontology = ontology
        self._mentioned: Counter[str] = Counter()
        self._called: Counter[Fact] = Counter()
        self._used: Counter[Place] = Counter()
        self._files: Counter[str] = Counter()
        self._about = cache(lambda actor: frozenset(self._reach(actor)))
        self._first: dict[Place, int] = {}
        self._texts: dict[str, str] = {}

    def change(self, gone: Iterable[Mention], put: Iterable[Mention]) -> tuple[set[Fact], set[Fact]]:
        """Take mentions out and in; the facts that went with them and came with them."""
        turned: Counter[str] = Counter()
        turned.update(mention.registry for mention in put if mention.registry is not None)
        turned.subtract(mention.registry for mention in gone if mention.registry is not None)
        before = set[Fact]()
        touched = set[Fact]()
        for actor, number in turned.items():
            was, now = self._mentioned[actor] > 0, self._mentioned[actor] + number > 0
            self._mentioned[actor] += number
            if was == now:
                continue
            for fact in self._about(actor):
                if fact not in touched and self._called[fact] > 0:
                    before.add(fact)
                touched.add(fact)
                self._called[fact] += 1 if now else -1
        after = {fact for fact in touched if self._called[fact] > 0}
        return before - after, after - before

    def records(
        self, gone: Iterable[Fact], come: Iterable[Fact]
    ) -> tuple[list[Extraction], list[Extraction]]:
        """What of the files' records goes and comes with these facts: parts of extractions."""
        self._index()
        gone, come = sorted(gone, key=_order), sorted(come, key=_order)
        touched: dict[Place, bool] = {}
        for facts, step in ((come, 1), (gone, -1)):
            for fact in facts:
                self._files[fact.file] += step
                for place in _places(fact):
                    touched.setdefault(place, self._used[place] > 0)
                    self._used[place] += step
        fresh = [place for place, was in touched.items() if not was and self._used[place] > 0]
        stale = [place for place, was in touched.items() if was and self._used[place] == 0]
        return list(self._parts(gone, stale)), list(self._parts(come, fresh))

    def documents(self) -> frozenset[str]:
        """The ids of the documents of all files that a fact in use stands in."""
        return frozenset(registry_document(file) for file, number in self._files.items() if number > 0)

    def all(self) -> list[Extraction]:
        """All records of the facts in use."""
        facts = sorted((fact for fact, number in self._called.items() if number > 0), key=_order)
        return list(self._parts(facts, [place for place, number in self._used.items() if number > 0]))

    def _reach(self, actor: str) -> Iterator[Fact]:
        """The facts that stand with an actor as soon as it is mentioned; they follow from the registry."""
        waiting, seen = [(actor, True)], {actor}
        while waiting:
            name, near = waiting.pop()
            for fact in self._known[name].facts if name in self._known else ():
                if (fact.predicate == "RELATIVE_OF" and not near) or not self._allowed(fact):
                    continue
                yield fact
                further = fact.object if fact.subject == name else fact.subject
                if fact.predicate in ("RELATIVE_OF", "OWNS") and further not in seen:
                    seen.add(further)
                    waiting.append((further, fact.predicate == "OWNS"))

    def _allowed(self, fact: Fact) -> bool:
        ends = [self._known[end].type for end in (fact.subject, fact.object) if end in self._known]
        return (
            len(ends) == 2
            and fact.predicate in self._ontology.predicates
            and self._ontology.allows(fact.predicate, ends[0], ends[1])
        )

    def _index(self) -> None:
        """Read the texts of the files from all facts, once."""
        if self._texts:
            return
        by_file: defaultdict[str, dict[int, str]] = defaultdict(dict)
        for known in self._known.values():
            for fact in known.facts:
                by_file[fact.file][fact.start] = fact.quote
                for (file, actor), at in zip(_places(fact), (fact.subject_at, fact.object_at), strict=True):
                    self._first[file, actor] = min(at, self._first.get((file, actor), at))
        for file, quotes in by_file.items():
            self._texts[file] = "\n".join(quote for _, quote in sorted(quotes.items()))

    def _parts(self, facts: Iterable[Fact], places: Iterable[Place]) -> Iterator[Extraction]:
        statements: defaultdict[str, list[Statement]] = defaultdict(list)
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for fact in facts:
            statements[fact.file].append(self._statement(fact))
        for file, actor in sorted(places):
            mentions[file].append(self._mention(file, actor))
        for file in sorted(statements.keys() | mentions.keys()):
            name = f"registry:{file}" if file else "registry"
            text = self._texts[file]
            document = Document(registry_document(file), (name,), text, f"Registry, {file}".rstrip(", "))
            yield Extraction(document, tuple(mentions[file]), tuple(statements[file]))

    def _mention(self, file: str, actor: str) -> Mention:
        known, start = self._known[actor], self._first[file, actor]
        name, end = known.name, start + len(known.name)
        return Mention(
            self._id(file, actor), registry_document(file), start, end, name, known.type, (), actor
        )

    def _id(self, file: str, actor: str) -> str:
        return mention_id(registry_document(file), self._first[file, actor])

    def _statement(self, fact: Fact) -> Statement:
        document = registry_document(fact.file)
        subject, object_ = (
            End(at, at + len(self._known[actor].name), self._known[actor].name)
            for actor, at in ((fact.subject, fact.subject_at), (fact.object, fact.object_at))
        )
        stop = fact.start + len(fact.quote)
        return Statement(
            id=fact.id,
            document=document,
            subject=self._id(fact.file, fact.subject),
            predicate=fact.predicate,
            object=self._id(fact.file, fact.object),
            evidence=(Evidence(document, fact.start, stop, fact.quote, subject, object_, kind="registry"),),
            start=fact.since,
            end=fact.until,
            current=fact.current,
            qualifiers={"role": fact.role} if fact.role else {},
            confidence=CONFIDENCE,
            rule="registry",
        )


def _places(fact: Fact) -> tuple[Place, Place]:
    return (fact.file, fact.subject), (fact.file, fact.object)


def _order(fact: Fact) -> tuple[str, int]:
    return fact.file, fact.start

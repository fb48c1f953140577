"""Mentions of all documents to clusters, one cluster an actor.

Clusters are connected components over shared keys, cut where an analyst said `different` or two
registry ids would meet, joined where an analyst said `same`. Everything follows from the mentions
and judgements at hand, never from the order in which they came: only what a change touches is
computed again, and from its parts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace

from graph.model import Actor, Document, Judgement, Mention
from graph.resolve.canonical import Trait, make_actor, traits
from graph.resolve.judgements import refers_to
from graph.resolve.keys import Key, keys
from graph.resolve.known import Known
from graph.shelves import Shelves

_STRENGTH = {"same": 0, "id": 1}  # all others, names, come last


@dataclass(frozen=True, slots=True)
class Bucket:
    """Mentions that nothing tells apart: same keys, no judgement. `own` is set where it can hold but one."""

    keys: frozenset[Key]
    registry: str | None = None
    own: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a settling changed: actors (None: gone) without their `mentions`, and the actor of mentions.

    `gone` are the actors that are no more, as they were.
    """

    actors: dict[str, Actor | None] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    gone: dict[str, Actor] = field(default_factory=dict)


def make_clusters(
    documents: Iterable[tuple[Document, Iterable[Mention]]],
    judgements: Iterable[Judgement] = (),
    known: Mapping[str, Known] | None = None,
) -> tuple[Actor, ...]:
    """All actors of these documents, by id, with their mentions."""
    clusters = Clusters(known)
    for document, mentions in documents:
        clusters.add(document, mentions)
    for judgement in judgements:
        clusters.judge(judgement)
    clusters.settle()
    return clusters.actors()


class Clusters:
    """Clusters that follow their documents: add, remove and judge, then settle."""

    def __init__(self, known: Mapping[str, Known] | None = None, shelves: Shelves | None = None) -> None:
        """Mentions go to the shelves, where there are any."""
        self._known = known if known is not None else {}
        self._mentions: MutableMapping[str, Mention] = {}
        self._documents: MutableMapping[str, tuple[Document, tuple[str, ...]]] = {}
        if shelves is not None:
            self._mentions = shelves.shelf("mention", Mention)
            self._documents = shelves.shelf("document", tuple[Document, tuple[str, ...]])
        self._orders: dict[str, tuple[bool, str, str, int, str]] = {}
        self._homes: dict[str, str] = {}  # documents of mentions that stand alone
        self._at: dict[str, str] = {}
        self._judgements: dict[str, Judgement] = {}
        self._about: defaultdict[str, set[str]] = defaultdict(set)
        self._bound: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._pins: defaultdict[str, set[str]] = defaultdict(set)
        self._bucket: dict[str, Bucket] = {}
        self._buckets: dict[Bucket, Bucket] = {}
        self._members: dict[Bucket, dict[str, None]] = {}
        self._traits: defaultdict[Bucket, Counter[Trait]] = defaultdict(Counter)
        self._holding: defaultdict[Key, set[Bucket]] = defaultdict(set)
        self._assigned: dict[Bucket, str] = {}
        self._actors: dict[str, Actor] = {}
        self._parts: dict[str, frozenset[Bucket]] = {}
        self._touched: set[Bucket] = set()
        self._new: set[str] = set()

    def add(self, document: Document, mentions: Iterable[Mention]) -> None:
        """Take in the mentions of a document that is not there yet."""
        kept = {mention.id: mention for mention in mentions}
        self._documents[document.id] = (replace(document, text=""), tuple(kept))
        self._mentions.update(kept)
        date = document.date
        for mention in kept.values():
            place = (date is None, date or "", document.id, mention.start, mention.id)
            self._orders[mention.id] = place
            if mention.document != document.id:
                self._homes[mention.id] = mention.document
        for source in document.sources:
            self._at[source] = document.id
        for mention in kept.values():
            self._place(mention)
        self._rebind(document.sources)

    def remove(self, document: str) -> None:
        """Take out a document and its mentions."""
        record, mentions = self._documents.pop(document)
        for source in record.sources:
            self._at.pop(source, None)
        self._rebind(record.sources)
        for mention in mentions:
            self._displace(mention)
            del self._mentions[mention], self._orders[mention]
            self._homes.pop(mention, None)
            self._new.discard(mention)

    def judge(self, judgement: Judgement) -> None:
        """Take in a judgement; one with the same id is replaced."""
        self._judgements[judgement.id] = judgement
        for end in (judgement.left, judgement.right):
            self._about[end.source].add(judgement.id)
        self._rebind((judgement.left.source,))

    def bound(self, judgement: str) -> bool:
        """Whether both ends of a judgement name a mention that is there."""
        return all(self._bound.get(judgement, (frozenset(), frozenset())))

    def actor_of(self, mention: str) -> str:
        """The id of the actor that a mention is; settle first."""
        return self._assigned[self._bucket[mention]]

    def actors(self) -> tuple[Actor, ...]:
        """All actors by id, with their mentions; settle first."""
        return tuple(
            replace(actor, mentions=tuple(sorted(m for b in self._parts[name] for m in self._members[b])))
            for name, actor in sorted(self._actors.items())
        )

    def settle(self) -> Changes:
        """Compute again what was touched since the last time, and tell what came out differently."""
        buckets = set[Bucket]().union(*map(self._component, self._touched))
        stale = {self._assigned[bucket] for bucket in buckets | self._touched if bucket in self._assigned}
        before = {actor: self._actors.pop(actor) for actor in stale}
        was = {bucket: actor for actor in stale for bucket in self._parts.pop(actor)}
        for bucket in was:
            del self._assigned[bucket]
        changes = Changes()
        for part, registered in self._claims(list(self._parted(buckets))):
            actor = self._actor(part, registered)
            self._actors[actor.id], self._parts[actor.id] = actor, part
            for bucket in part:
                self._assigned[bucket] = actor.id
                if was.get(bucket) != actor.id:
                    changes.moved.update(dict.fromkeys(self._members[bucket], actor.id))
            if before.get(actor.id) != actor:
                changes.actors[actor.id] = actor
        changes.gone.update({name: before[name] for name in sorted(before.keys() - self._actors.keys())})
        changes.actors.update(dict.fromkeys(changes.gone))
        changes.moved.update((mention, self.actor_of(mention)) for mention in self._new)
        self._touched.clear()
        self._new.clear()
        return changes

    def _place(self, mention: Mention) -> None:
        same = frozenset(
            ("same", pin) for pin in self._pins.get(mention.id, ()) if self._judgements[pin].verdict == "same"
        )
        own_keys = keys(mention)
        alone = not own_keys or mention.id in self._pins
        bucket = Bucket(own_keys | same, mention.registry, mention.id if alone else None)
        bucket = self._buckets.setdefault(bucket, bucket)  # one object, however many mentions it holds
        self._bucket[mention.id] = bucket
        self._members.setdefault(bucket, {})[mention.id] = None
        self._traits[bucket].update(traits(mention))
        for key in bucket.keys:
            self._holding[key].add(bucket)
        self._touched.add(bucket)
        self._new.add(mention.id)

    def _displace(self, mention: str) -> None:
        bucket = self._bucket.pop(mention)
        self._touched |= self._component(bucket)
        del self._members[bucket][mention]
        self._traits[bucket] -= Counter(traits(self._mentions[mention]))
        if not self._members[bucket]:
            del self._buckets[bucket], self._members[bucket], self._traits[bucket]
            for key in bucket.keys:
                self._holding[key].discard(bucket)
                if not self._holding[key]:
                    del self._holding[key]

    def _rebind(self, sources: Iterable[str]) -> None:
        for judged in {judged for source in sources for judged in self._about.get(source, ())}:
            judgement = self._judgements[judged]
            left, right = (refers_to(r, self._at_source(r.source)) for r in (judgement.left, judgement.right))
            old = frozenset[str]().union(*self._bound.get(judged, ()))
            self._bound[judged] = (left, right)
            deciding = judgement.verdict in ("same", "different") and judgement.predicate is None
            now = left | right if deciding and left and right else frozenset()
            for mention in old | now:
                if mention in self._bucket:
                    self._displace(mention)
                (self._pins[mention].add if mention in now else self._pins[mention].discard)(judged)
                if not self._pins[mention]:
                    del self._pins[mention]
                self._place(self._mentions[mention])

    def _at_source(self, source: str) -> Iterator[Mention]:
        if source in self._at:
            yield from map(self._mentions.__getitem__, self._documents[self._at[source]][1])

    def _component(self, start: Bucket) -> set[Bucket]:
        if start not in self._members:
            return set()
        found, waiting = {start}, [start]
        while waiting:
            for key in waiting.pop().keys:
                fresh = self._holding[key] - found
                found |= fresh
                waiting.extend(fresh)
        return found

    def _parted(self, buckets: set[Bucket]) -> Iterator[frozenset[Bucket]]:
        """Buckets joined over their keys, strongest key first, where nothing forbids it."""
        group: dict[Bucket, set[Bucket]] = {bucket: {bucket} for bucket in buckets}
        linked = {key for bucket in buckets for key in bucket.keys if len(self._holding[key]) > 1}
        several = {bucket for key in linked for bucket in self._holding[key]}
        first = {bucket: min(map(self._orders.__getitem__, self._members[bucket])) for bucket in several}
        apart = self._apart(several)
        for key in sorted(linked, key=lambda key: (_STRENGTH.get(key[0], 2), key)):
            met: list[Bucket] = []
            for bucket in sorted(self._holding[key], key=first.__getitem__):
                for other in met:
                    one, two = group[bucket], group[other]
                    if one is two:
                        break
                    if _joinable(one, two, key[0] == "same", apart):
                        joined = one | two
                        group.update(dict.fromkeys(joined, joined))
                        break
                else:
                    met.append(bucket)
        yield from set(map(frozenset, group.values()))

    def _apart(self, buckets: Iterable[Bucket]) -> set[tuple[Bucket, Bucket]]:
        pinned = {bucket.own for bucket in buckets if bucket.own is not None}
        pairs = set()
        for judgement in {judged for mention in pinned for judged in self._pins.get(mention, ())}:
            if self._judgements[judgement].verdict == "different":
                left, right = self._bound[judgement]
                for one, two in ((a, b) for a in left & pinned for b in right & pinned if a != b):
                    pairs |= {(self._bucket[one], self._bucket[two]), (self._bucket[two], self._bucket[one])}
        return pairs

    def _claims(self, parts: list[frozenset[Bucket]]) -> Iterator[tuple[frozenset[Bucket], list[str]]]:
        """Each part with its registry ids; of parts that were judged apart the earliest has the id."""
        claimed = Counter(name for part in parts for name in _registered(part))
        taken: set[str] = set()
        if any(number > 1 for number in claimed.values()):
            parts.sort(
                key=lambda part: min(self._orders[m] for bucket in part for m in self._members[bucket])
            )
        for part in parts:
            free = _registered(part) - taken
            taken |= free
            yield part, sorted(free)

    def _actor(self, part: frozenset[Bucket], registered: list[str]) -> Actor:
        counts: Counter[Trait] = Counter()
        for bucket in part:
            counts.update(self._traits[bucket])
        loose: list[str] = []
        for bucket in part:
            if bucket.registry not in registered:
                loose += self._earliest(bucket)
        return make_actor(counts, registered, sorted(loose, key=self._orders.__getitem__), self._known)

    def _earliest(self, bucket: Bucket) -> Iterable[str]:
        """Of the mentions that nothing tells apart, the first of each document."""
        first: dict[str, str] = {}
        for mention in self._members[bucket]:
            document = self._homes.get(mention, self._orders[mention][2])
            if document not in first or self._orders[mention] < self._orders[first[document]]:
                first[document] = mention
        return first.values()


def _joinable(
    one: set[Bucket], two: set[Bucket], by_analyst: bool, apart: set[tuple[Bucket, Bucket]]
) -> bool:
    if apart and any((a, b) in apart for a in one for b in two):
        return False
    left, right = _registered(one), _registered(two)
    return by_analyst or left <= right or right <= left


def _registered(buckets: Iterable[Bucket]) -> set[str]:
    return {bucket.registry for bucket in buckets if bucket.registry is not None}

"""A made-up store of a realistic shape: few actors with many ties, states as hubs, many with one or two.

Rows as `loaders.load.copy` takes them. Everything follows from the seed. The ends of a statement are
drawn by Zipf's law within the types that the ontology allows; three of a hundred actors are under
sanctions; five statements of a hundred are denied, seven planned, possible or conditional.
"""

import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from graph.edges import make_edges
from graph.model import (
    Actor,
    Attribution,
    Condition,
    Document,
    End,
    Evidence,
    Extraction,
    Judgement,
    Mention,
    Statement,
)
from graph.ontology import read_ontology
from graph.statements import (
    Node,
    actor_node,
    document_node,
    edge_properties,
    evidence_links,
    mention_node,
    pointers,
    statement_node,
)
from loaders.rows import Kind, Row, chunks

PER_DOCUMENT = 125
# Of a thousand actors.
TYPES = {
    "Person": 560,
    "Company": 340,
    "Organization": 25,
    "PublicBody": 30,
    "Asset": 30,
    "Deal": 5,
    "Place": 8,
}
STATES = 190
# Predicate, how often, types of the ends; "~" draws evenly: a company has few owners, a person little family.
PREDICATES = (
    ("MEETS_WITH", 14, "Person State", "Person State"),
    ("HEADS", 9, "Person", "Company State PublicBody Organization"),
    ("WORKS_FOR", 9, "Person", "Company State PublicBody Organization"),
    ("OWNS", 9, "Person Company Company State", "~Company ~Company ~Asset"),
    ("SUPPLIES", 6, "Company", "Company State"),
    ("PARTNERS_WITH", 6, "Company", "Company"),
    ("NEGOTIATES_WITH", 5, "State Company Person", "State Company"),
    ("AGREES_WITH", 5, "State Company", "State Company"),
    ("OPPOSES", 5, "Person State", "State Person"),
    ("SUPPORTS", 4, "Person State", "State Person Organization"),
    ("VISITS", 4, "Person", "State Place"),
    ("MEMBER_OF", 4, "Person", "Organization Company"),
    ("FINANCES", 3, "Company State", "Company"),
    ("INVESTS_IN", 3, "Company", "Company Asset"),
    ("ASSOCIATE_OF", 2, "Person", "~Person"),
    ("RELATIVE_OF", 2, "~Person", "~Person"),
    ("REPRESENTS", 2, "Person", "State Company PublicBody"),
    ("CITIZEN_OF", 2, "~Person", "State"),
    ("SANCTIONED_BY", 2, "listed", "sanctioner"),
    ("SEEKS_STAKE_IN", 1, "Company Person", "Company Asset"),
    ("DONOR_TO", 1, "Person Company", "Person Organization"),
    ("ATTACKS", 1, "State", "State"),
    ("ACQUIRES", 1, "Company", "~Company ~Asset"),
)
SYMMETRIC = frozenset(name for name, rule in read_ontology().predicates.items() if rule.symmetric)
EVENTS = frozenset(name for name, rule in read_ontology().predicates.items() if rule.nature == "event")


class Skeleton:
    """A source of rows: `statements` statements, one actor for eight of them, made from `seed`."""

    def __init__(self, statements: int, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self._number = statements
        self._documents = max(1, statements // PER_DOCUMENT)
        self.actors = self._make_actors(max(600, statements // 8))
        self._by_type: dict[str, list[int]] = defaultdict(list)
        for number, actor in enumerate(self.actors):
            self._by_type[actor.type].append(number)
        self._by_type["listed"] = [
            n for n, a in enumerate(self.actors) if n % 33 == 5 and a.type in ("Person", "Company")
        ]
        self._by_type["sanctioner"] = self._by_type["State"][:12]
        self._weights = {
            name: list(accumulate(1 / (rank + 3) ** 0.75 for rank in range(len(found))))
            for name, found in self._by_type.items()
        }
        self.dates = [
            f"{2010 + n * 15 // self._documents}-{n % 12 + 1:02}-{n % 27 + 1:02}"
            for n in range(self._documents)
        ]
        self.statements = self._make_statements()
        self._edges: dict[str, list[tuple[str, str, str, list[Statement]]]] = defaultdict(list)
        facts: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            if statement.modality == "actual" and statement.subject != statement.object:
                ends = f"act-{statement.subject[4:]}", f"act-{statement.object[4:]}"
                one, two = sorted(ends) if statement.predicate in SYMMETRIC else ends
                facts[one, statement.predicate, two].append(statement)
        for (one, predicate, two), found in facts.items():
            self._edges[one].append((one, predicate, two, found))

    def ids(self, label: str) -> Sequence[str]:
        """The ids of all nodes with a label."""
        if label == "Statement":
            return list(self.statements)
        number = {"Document": self._documents, "Mention": len(self.actors), "Actor": len(self.actors)}.get(
            label, 0
        )
        return [f"{label[:3].lower()}-{n:08x}" for n in range(number)]

    def count(self, label: str) -> int:
        """The number of nodes with a label."""
        return len(self.ids(label))

    def pieces(self, label: str, size: int) -> Iterator[list[str]]:
        """The ids of all nodes with a label, in lists of this size."""
        return chunks(self.ids(label), size)

    def among(self, label: str, ids: Sequence[str]) -> set[str]:
        """Which of these ids are those of nodes with the label: all."""
        return set(ids)

    def judgements(self) -> Sequence[Judgement]:
        """No judgements."""
        return ()

    def extractions(self) -> Iterator[Extraction]:
        """No records: rows only."""
        return iter(())

    def nodes(self, label: str, ids: Sequence[str]) -> list[Node]:
        """Nodes by their ids."""
        if label == "Statement":
            return [statement_node(self.statements[name]) for name in ids]
        numbers = [int(name[4:], 16) for name in ids]
        if label == "Actor":
            return [actor_node(self.actors[n]) for n in numbers]
        if label == "Document":
            return [document_node(self._document(n)) for n in numbers]
        return [mention_node(self._mention(n)) for n in numbers]

    def links(self, label: str, ids: Sequence[str]) -> Mapping[Kind, list[Row]]:
        """Relationships that leave the nodes with these ids, by kind."""
        found: dict[Kind, list[Row]] = defaultdict(list)
        for name in ids:
            if label == "Mention":
                number = int(name[4:], 16)
                ends = (("MENTIONED_IN", self._mention(number).document), ("REFERS_TO", f"act-{name[4:]}"))
                for type_, end in ends:
                    kind = Kind("Mention", type_, "Document" if type_ == "MENTIONED_IN" else "Actor")
                    found[kind].append({"source": name, "target": end, "properties": {}})
            elif label == "Statement":
                made = self.statements[name]
                mentions = (made.subject, made.object, *(said.mention or "" for said in made.attribution))
                actors = {mention: f"act-{mention[4:]}" for mention in mentions}
                for link in (*pointers(made, actors, self.statements), *evidence_links(made)):
                    kind = Kind("Statement", link.type, link.end_label)
                    found[kind].append({"source": name, "target": link.end, "properties": link.properties})
            elif label == "Actor":
                for one, predicate, two, facts in self._edges[name]:
                    dates: dict[str, str | None] = {
                        fact.document: self._date(fact.document) for fact in facts
                    }
                    triple = (one, predicate, two)
                    for edge in make_edges(triple, facts, dates, predicate in EVENTS, {}).values():
                        kind = Kind("Actor", predicate, "Actor")
                        found[kind].append(
                            {"source": one, "target": two, "properties": edge_properties(edge)}
                        )
        return found

    def _make_actors(self, number: int) -> list[Actor]:
        states = [self._actor(n, "State") for n in range(STATES)]
        bounds = list(accumulate(TYPES.values()))
        names = list(TYPES)
        drawn = (
            names[bisect(bounds, self._random.random() * bounds[-1] * 0.9999)] for _ in range(number - STATES)
        )
        return [*states, *(self._actor(STATES + n, type_) for n, type_ in enumerate(drawn))]

    def _actor(self, n: int, type_: str) -> Actor:
        country = f"act-{self._random.randrange(min(STATES, n + 1)):08x}" if type_ != "Deal" else None
        name = f"{type_} Number {n}"
        mentions = (f"men-{n:08x}",)
        return Actor(f"act-{n:08x}", type_, name, (f"{type_[0]}. No. {n}",), mentions, country=country)

    def _draw(self, kinds: str) -> int:
        name = self._random.choice(kinds.split())
        if name[0] == "~":
            return self._random.choice(self._by_type[name[1:]])
        weights = self._weights[name]
        return self._by_type[name][bisect(weights, self._random.random() * weights[-1] * 0.999999)]

    def _make_statements(self) -> dict[str, Statement]:
        made: dict[str, Statement] = {}
        bounds = list(accumulate(often for _, often, _, _ in PREDICATES))
        relief: list[tuple[str, str]] = []
        for n in range(self._number):
            predicate, _, subjects, objects = PREDICATES[
                bisect(bounds, self._random.random() * bounds[-1] * 0.9999)
            ]
            one, two = self._draw(subjects), self._draw(objects)
            document = f"doc-{n // PER_DOCUMENT:08x}"
            if n % 500 == 250:  # a deal that hangs on sanctions going, in the document that says so
                relief = [(f"sta-{n:08x}", document)]
                made[f"sta-{n:08x}"] = self._statement(
                    n,
                    "SANCTIONS_LIFTED_BY",
                    self._draw("listed"),
                    self._draw("sanctioner"),
                    modality="conditional",
                )
                continue
            if relief and relief[0][1] == document:
                conditions = (Condition("sanctions go", relief[0][0]),)
                one, two = self._draw("Company Person"), self._draw("Company Asset")
                made[f"sta-{n:08x}"] = self._statement(n, "SEEKS_STAKE_IN", one, two, conditions=conditions)
                relief = []
                continue
            made[f"sta-{n:08x}"] = self._statement(n, predicate, one, two)
        return made

    def _statement(self, n: int, predicate: str, one: int, two: int, **more: object) -> Statement:
        chance = self._random.random()
        if not more:
            if chance < 0.05:
                more["polarity"] = "negated"
            elif chance < 0.12:
                more["modality"] = ("intended", "possible", "conditional")[n % 3]
                more["conditions"] = (Condition("an agreement"),) if n % 3 == 2 else ()
        if n % 11 == 0:
            more["attribution"] = (Attribution("a person", f"men-{self._draw('Person'):08x}"),)
        names = self.actors[one].name, self.actors[two].name
        quote = f"{names[0]} {predicate.lower().replace('_', ' ')} {names[1]}, according to report {n}."
        start = n % PER_DOCUMENT * 120
        ends = (
            End(start, start + len(names[0]), names[0]),
            End(start + 40, start + 40 + len(names[1]), names[1]),
        )
        document = n // PER_DOCUMENT
        return Statement(
            f"sta-{n:08x}",
            f"doc-{document:08x}",
            f"men-{one:08x}",
            predicate,
            f"men-{two:08x}",
            evidence=(Evidence(f"doc-{document:08x}", start, start + len(quote), quote, *ends),),
            start=self.dates[document][: (4, 7, 10)[n % 3]] if n % 4 == 0 else None,
            current=("unknown", "yes", "unknown", "unknown", "no")[n % 5]
            if predicate not in EVENTS
            else "unknown",
            confidence=0.5 + n % 50 / 100,
            rule="made-up",
            **more,  # type: ignore[arg-type]
        )

    def _document(self, n: int) -> Document:
        return Document(f"doc-{n:08x}", (f"news/{n}.txt",), "word " * 500, f"Report {n}", self.dates[n], 500)

    def _date(self, document: str) -> str:
        return self.dates[int(document[4:], 16)]

    def _mention(self, n: int) -> Mention:
        name = self.actors[n].name
        return Mention(
            f"men-{n:08x}", f"doc-{n % self._documents:08x}", 0, len(name), name, self.actors[n].type
        )

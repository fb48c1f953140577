"""Records to the rows of a whole store, however many: actors and ties are computed a group at a time.

What the records come to is what graph.view makes of them. Mentions that share a key, over others or at
once, are a group, and a cluster never leaves its group; so groups can be settled one after the other, and
memory holds eight bytes a mention besides the largest of them.
"""

import pickle
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from graph.edges import make_edges
from graph.model import Document, Extraction, Judgement, Mention, Reference, from_registry
from graph.ontology import Ontology
from graph.quoted import Quoted
from graph.records import check
from graph.resolve.clusters import Clusters
from graph.resolve.judgements import refers_to
from graph.resolve.keys import keys
from graph.resolve.known import Known
from graph.statements import (
    Link,
    Node,
    actor_node,
    bare,
    document_node,
    edge_properties,
    evidence_links,
    judgement_node,
    mention_node,
    pointers,
    read_document,
    read_mention,
    read_statement,
    statement_node,
)
from graph.stories import alike, bands, connected, sketch, story_id
from loaders.groups import Groups
from loaders.reading import place
from loaders.rows import SIZES, Kind
from loaders.scratch import Scratch, full
from loaders.values import check_values

GROUP = 5_000
_SCHEMA = """
CREATE TABLE source (source TEXT PRIMARY KEY, document TEXT) WITHOUT ROWID;
CREATE TABLE slim (document TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID;
CREATE TABLE sketch (document TEXT PRIMARY KEY, sketch BLOB, story TEXT) WITHOUT ROWID;
CREATE TABLE band (band BLOB, document TEXT);
CREATE TABLE key (key BLOB, number INTEGER);
CREATE TABLE again (row BLOB);
CREATE TABLE fact (subject TEXT, predicate TEXT, object TEXT, symmetric INTEGER, row BLOB);
"""
_FACTS = """
SELECT CASE WHEN f.symmetric THEN min(s.actor, o.actor) ELSE s.actor END AS subject, f.predicate,
       CASE WHEN f.symmetric THEN max(s.actor, o.actor) ELSE o.actor END AS object, f.row
FROM fact AS f JOIN mention AS s ON s.id = f.subject JOIN mention AS o ON o.id = f.object
WHERE s.actor <> o.actor ORDER BY 1, 2, 3
"""
_ALIKE = """
SELECT DISTINCT a.document, b.document, x.sketch, y.sketch FROM band AS a
JOIN band AS b ON a.band = b.band AND a.document < b.document
JOIN sketch AS x ON x.document = a.document JOIN sketch AS y ON y.document = b.document
"""


class Archive(Scratch):
    """The rows that records come to. Add all records, `resolve`, then it is a Source.

    `distinct` turns false where a document or a source comes twice: then only `extractions` is of use, as
    what is put later replaces what was put before.
    """

    def __init__(self, known: Mapping[str, Known], ontology: Ontology) -> None:
        super().__init__()
        self.sql.executescript(_SCHEMA)
        self._known, self._ontology = known, ontology
        self._judgements: dict[str, Judgement] = {}
        self._named: dict[str, Mention] = {}
        self._groups = Groups()
        self.distinct = True

    def add(self, record: Extraction | Judgement) -> None:
        """Take in a record. Raises ValueError where it does not hold together, InputError for a full disk."""
        try:
            if isinstance(record, Judgement):
                check_values([judgement_node(record, False).properties])
                self._judgements[record.id] = record
                return
            check(record, self._ontology)
            if self.distinct:
                self._add(record)
                self._named |= {mention.registry: mention for mention in record.mentions if mention.registry}
            else:
                self._put_off(record)
        except sqlite3.IntegrityError:
            self.distinct = False
            self._put_off(record)
        except sqlite3.OperationalError as error:
            raise full(error) from error

    def _put_off(self, record: Extraction | Judgement) -> None:
        self.sql.execute("INSERT INTO again VALUES (?)", (pickle.dumps(record),))

    def _add(self, record: Extraction) -> None:
        document = record.document
        mentions = {mention.id: mention.id for mention in record.mentions}
        statements = {statement.id: statement for statement in record.statements}
        nodes = [document_node(document), *map(mention_node, record.mentions)]
        nodes += map(statement_node, record.statements)
        links: defaultdict[Kind, list[Link]] = defaultdict(list)
        for mention in record.mentions:
            for link in (
                Link(mention.id, "MENTIONED_IN", document.id, "Document"),
                Link(mention.id, "REFERS_TO", mention.id, "Actor"),
            ):
                links[Kind("Mention", link.type, link.end_label)].append(link)
        for statement in record.statements:
            for link in (*evidence_links(statement), *pointers(statement, mentions, statements)):
                links[Kind("Statement", link.type, link.end_label)].append(link)
        check_values([node.properties for node in nodes])
        check_values([link.properties for found in links.values() for link in found])
        self.sql.execute("BEGIN")
        try:
            sources = [(source, document.id) for source in document.sources]
            self.sql.executemany("INSERT INTO source VALUES (?, ?)", sources)
            slim = replace(document, text="")
            self.sql.execute("INSERT INTO slim VALUES (?, ?)", (document.id, pickle.dumps(slim)))
            self.add_nodes(nodes)
            self._add_sketch(document)
        except BaseException:
            self.sql.execute("ROLLBACK")
            raise
        for kind, found in links.items():
            self.add_links(
                kind, ({"source": n.start, "target": n.end, "properties": n.properties} for n in found)
            )
        self.sql.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?)", self._facts(record))
        self._add_mentions(record.mentions)
        self.sql.execute("COMMIT")

    def _add_sketch(self, document: Document) -> None:
        if from_registry(document.id):
            return  # no story, and nobody copies it
        made = sketch(document.text)
        story = story_id([(document.id, document.date)])
        self.sql.execute("INSERT INTO sketch VALUES (?, ?, ?)", (document.id, made, story))
        found = ((band, document.id) for band in bands(made))
        self.sql.executemany("INSERT INTO band VALUES (?, ?)", found)

    def _facts(self, record: Extraction) -> Iterator[tuple[str, str, str, bool, bytes]]:
        for statement in record.statements:
            if statement.modality == "actual":
                symmetric = self._ontology.predicates[statement.predicate].symmetric
                row = pickle.dumps((bare(statement), record.document.date))
                yield statement.subject, statement.predicate, statement.object, symmetric, row

    def _add_mentions(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            number = self._groups.add()
            self.sql.execute("INSERT INTO mention (number, id) VALUES (?, ?)", (number, mention.id))
            found = (("\x1f".join(key).encode("utf-8", "surrogatepass"), number) for key in keys(mention))
            self.sql.executemany("INSERT INTO key VALUES (?, ?)", found)

    def resolve(self) -> None:
        """Compute actors and ties of all that was added. Raises InputError where the disk is full."""
        try:
            quoted = Quoted(self._known, self._ontology)
            for record in quoted.records(*quoted.change((), self._named.values()))[1]:
                self._add(record)
            self.index()
            self._group()
            self._settle()
            self._tell()
            self._tie()
        except sqlite3.OperationalError as error:
            raise full(error) from error

    def _group(self) -> None:
        """Give each mention the root of its group."""
        bound = {}
        for judgement in self._judgements.values():
            ends = [self._referred(end) for end in (judgement.left, judgement.right)]
            bound[judgement.id] = all(ends)
            self._groups.join(number for end in ends for number in end)
        self.add_nodes(judgement_node(judgement, bound[name]) for name, judgement in self._judgements.items())
        found = self.sql.execute("SELECT key, number FROM key ORDER BY key")
        for _, rows in groupby(found, lambda row: row[0]):
            self._groups.join(number for _, number in rows)
        roots = ((root, number) for number, root in enumerate(self._groups.roots()))
        self.sql.execute("BEGIN")
        self.sql.executemany("UPDATE mention SET root = ? WHERE number = ?", roots)
        self.sql.execute("COMMIT")
        self.sql.executescript("CREATE INDEX mention_root ON mention (root, number)")

    def _referred(self, end: Reference) -> list[int]:
        query = """
        SELECT m.number, n.row FROM source AS s
        JOIN node AS n ON n.document = s.document AND n.label = 'Mention'
        JOIN mention AS m ON m.id = n.id WHERE s.source = ?
        """
        rows = [(number, _mention(row)) for number, row in self.sql.execute(query, (end.source,))]
        named = refers_to(end, (mention for _, mention in rows))
        return [number for number, mention in rows if mention.id in named]

    def _settle(self) -> None:
        """Write the actors of all groups, some at a time, and the actor of each mention."""
        query = """
        SELECT m.root, d.row, n.row FROM mention AS m JOIN node AS n ON n.id = m.id AND n.label = 'Mention'
        JOIN slim AS d ON d.document = n.document ORDER BY m.root, m.number
        """
        waiting: list[tuple[bytes, Mention]] = []
        cursor = self.sql.cursor()
        for _, rows in groupby(cursor.execute(query), lambda row: row[0]):
            waiting += ((document, _mention(row)) for _, document, row in rows)
            if len(waiting) >= GROUP:
                self._settle_some(waiting)
                waiting = []
        self._settle_some(waiting)

    def _settle_some(self, waiting: Iterable[tuple[bytes, Mention]]) -> None:
        documents: dict[str, Document] = {}
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for row, mention in waiting:
            if mention.document not in documents:
                documents[mention.document] = pickle.loads(row)
            mentions[mention.document].append(mention)
        clusters = Clusters(self._known)
        for name, document in documents.items():
            if from_registry(name):
                for mention in mentions[name]:  # each as if it stood alone, as in the view
                    clusters.add(Document(mention.id, (), ""), (mention,))
            else:
                clusters.add(document, mentions[name])
        for judgement in self._judgements.values():
            clusters.judge(judgement)
        changes = clusters.settle()
        self.sql.execute("BEGIN")
        self.add_nodes(actor_node(actor) for actor in changes.actors.values() if actor is not None)
        moved = ((actor, mention) for mention, actor in changes.moved.items())
        self.sql.executemany("UPDATE mention SET actor = ? WHERE id = ?", moved)
        self.sql.execute("COMMIT")

    def _tell(self) -> None:
        """Find which documents tell one story; those without a copy have their own already."""
        self.sql.executescript("CREATE INDEX band_band ON band (band, document)")
        near: defaultdict[str, set[str]] = defaultdict(set)
        for one, two, left, right in self.sql.execute(_ALIKE):
            if alike(left, right):
                near[one].add(two)
                near[two].add(one)
        self.sql.execute("BEGIN")
        for members in connected(near):
            query = "SELECT row FROM slim WHERE document = ?"
            rows = [self.sql.execute(query, (name,)).fetchone()[0] for name in members]
            documents = map(pickle.loads, rows)
            story = story_id((document.id, document.date) for document in documents)
            told = ((story, name) for name in members)
            self.sql.executemany("UPDATE sketch SET story = ? WHERE document = ?", told)
        self.sql.execute("COMMIT")

    def nodes(self, label: str, ids: Sequence[str]) -> list[Node]:
        """Nodes by their ids; documents with the story they tell."""
        return list(map(self._with_story, super().nodes(label, ids)))

    def node(self, name: str) -> Node:
        """The node with an id. Raises KeyError."""
        return self._with_story(super().node(name))

    def _with_story(self, node: Node) -> Node:
        if node.labels[0] == "Document":
            story = self._story(node.properties["id"])
            if story is not None:
                node.properties["story"] = story
        return node

    def _story(self, document: str) -> str | None:
        query = "SELECT story FROM sketch WHERE document = ?"
        found = self.sql.execute(query, (document,)).fetchone()
        return None if found is None else str(found[0])

    def _tie(self) -> None:
        """Write the typed edges."""
        self.sql.execute("BEGIN")
        for triple, rows in groupby(self.sql.execute(_FACTS), lambda row: row[:3]):
            found = [pickle.loads(row[3]) for row in rows]
            dates = {statement.document: date for statement, date in found}
            event = self._ontology.predicates[triple[1]].nature == "event"
            stories = {document: story for document in dates if (story := self._story(document)) is not None}
            facts = [statement for statement, _ in found]
            for edge in make_edges(triple, facts, dates, event, stories).values():
                row = {"source": triple[0], "target": triple[2], "properties": edge_properties(edge)}
                self.add_links(Kind("Actor", triple[1], "Actor"), [row])
        self.sql.execute("COMMIT")

    def judgements(self) -> Sequence[Judgement]:
        """All judgements, by id."""
        return [self._judgements[name] for name in sorted(self._judgements)]

    def extractions(self) -> Iterator[Extraction]:
        """The records again: by the id of the document those that came once, then the others as they came."""
        self.index()
        for some in self.pieces("Document", SIZES["Document"]):
            for node in self.nodes("Document", some):
                yield self._extraction(read_document(node.properties))
        for (row,) in self.sql.execute("SELECT row FROM again ORDER BY rowid"):
            yield pickle.loads(row)

    def _extraction(self, document: Document) -> Extraction:
        mentions = [read_mention(node.properties) for node in self.of(document.id, "Mention")]
        statements = []
        for node in self.of(document.id, "Statement"):
            out = self.out(node.properties["id"])
            proofs = [{**row, "document": end} for type_, end, row in out if type_ == "STATED_IN"]
            statements.append(read_statement(node.properties, proofs))
        mentions.sort(key=lambda mention: (mention.start, mention.id))
        return Extraction(document, tuple(mentions), tuple(sorted(statements, key=place)))


def _mention(row: bytes) -> Mention:
    return read_mention(pickle.loads(row)[1])

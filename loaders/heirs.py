"""What an analyst did by hand to actors that go: it moves to the actor that they are now, or stays as his.

Only on a server, where others write beside us. Ties of any type are moved, so types are dynamic, which is
Cypher of Neo4j 5.26 and later: they are read from the store, never put into the text of a query.
"""

from collections.abc import Callable, Mapping
from typing import Any

from graph.model import Actor
from graph.ontology import Ontology
from graph.statements import edge_id
from loaders import cypher
from loaders.reading import kind_of
from loaders.writing import Write

Read = Callable[[str, Mapping[str, Any]], list[dict[str, Any]]]
_FIELDS = frozenset(Actor.__dataclass_fields__)
LOOK = (
    "UNWIND $ids AS id MATCH (n:Actor {id: id}) RETURN id, keys(n) AS keys, labels(n) AS labels, "
    "[(n)-[r]-() WHERE NOT type(r) IN $records | {element: elementId(r), type: type(r), id: r.id, kind: r.kind, "
    "start: startNode(r).id, to: endNode(r).id}] AS ties"
)
THERE = "UNWIND $ids AS id MATCH (n:Actor {id: id}) RETURN id"
DELETE = "UNWIND $elements AS element MATCH ()-[r]->() WHERE elementId(r) = element DELETE r"
RENAME = "UNWIND $rows AS row MATCH (n:Actor {id: row.old}) SET n.id = row.new"
DISOWN = "UNWIND $ids AS id MATCH (n:Actor {id: id}) REMOVE n.id"
MOVE_OUT = (
    "UNWIND $rows AS row MATCH (a:Actor {id: row.old})-[r]->(x), (b:Actor {id: row.new}) "
    "WHERE elementId(r) IN row.elements WITH r, b, CASE WHEN x = a THEN b ELSE x END AS y "
    "CREATE (b)-[c:$(type(r))]->(y) SET c = properties(r) DELETE r"
)
MOVE_IN = (
    "UNWIND $rows AS row MATCH (x)-[r]->(:Actor {id: row.old}), (b:Actor {id: row.new}) "
    "WHERE elementId(r) IN row.elements CREATE (x)-[c:$(type(r))]->(b) SET c = properties(r) DELETE r"
)


def inherit(read: Read, heirs: Mapping[str, str | None], ontology: Ontology) -> tuple[list[Write], set[str]]:
    """What to write before the actors in `heirs` are deleted, and which of them then need not be.

    An actor that no hand has touched is deleted. Another takes the id of its heir where no node has that yet;
    else its ties by hand move to the heir. Without an heir it stays, as the analyst's own, without our id.
    """
    rows = read(LOOK, {"ids": sorted(heirs), "records": list(cypher.RECORD_TYPES)}) if heirs else []
    known = {"Actor", *ontology.types}
    taken = {row["id"] for row in read(THERE, {"ids": [h for h in heirs.values() if h]})} if rows else set()
    ours: list[str] = []
    renamed, moved, disowned = [], [], []
    for row in sorted(rows, key=lambda row: str(row["id"])):
        made = [tie["element"] for tie in row["ties"] if _is_ours(tie, ontology)]
        by_hand = [tie["element"] for tie in row["ties"] if not _is_ours(tie, ontology)]
        if not by_hand and set(row["keys"]) <= _FIELDS and set(row["labels"]) <= known:
            continue
        ours += made
        heir = heirs[row["id"]]
        if heir is None:
            disowned.append(row["id"])
        elif heir in taken:
            moved.append({"old": row["id"], "new": heir, "elements": by_hand})
        else:
            taken.add(heir)
            renamed.append({"old": row["id"], "new": heir})
    statements: list[Write] = [
        (DELETE, {"elements": ours}),
        (RENAME, {"rows": renamed}),
        (MOVE_OUT, {"rows": moved}),
        (MOVE_IN, {"rows": moved}),
        (DISOWN, {"ids": disowned}),
    ]
    kept = {row["old"] for row in renamed} | set(disowned)
    return [write for write in statements if any(write[1].values())], kept


def _is_ours(tie: Mapping[str, Any], ontology: Ontology) -> bool:
    if tie["type"] not in ontology.predicates or tie["start"] is None or tie["to"] is None:
        return False
    return bool(tie["id"] == edge_id(tie["start"], tie["type"], tie["to"], kind_of(tie)))

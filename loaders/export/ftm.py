"""Actors and ties as FollowTheMoney entities, one a line of JSON.

A tie becomes the narrowest link whose ends may be what its actors are, else an UnknownLink, as does
all that is not affirmed. `proof` names a Document entity for each source, `description` holds quotes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from graph.model import make_id
from loaders.export.scene import Scene, Tie
from loaders.export.text import json_lines

_LEGAL = frozenset(("Person", "Company", "PublicBody", "Organization", "LegalEntity"))
_BODIES = frozenset(("Company", "PublicBody", "Organization"))
_OWNED = frozenset(("Asset", "Company", "Contract"))
_PERSON = frozenset(("Person",))
_ANY = frozenset(("Address",)) | _LEGAL | _OWNED
_LINKS = {
    "OWNS": ("Ownership", "owner", _LEGAL, "asset", _OWNED),
    "ACQUIRES": ("Ownership", "owner", _LEGAL, "asset", _OWNED),
    "HEADS": ("Directorship", "director", _LEGAL, "organization", _BODIES),
    "WORKS_FOR": ("Employment", "employee", _PERSON, "employer", _BODIES),
    "MEMBER_OF": ("Membership", "member", _LEGAL, "organization", _BODIES),
    "REPRESENTS": ("Representation", "agent", _LEGAL, "client", _LEGAL),
    "RELATIVE_OF": ("Family", "person", _PERSON, "relative", _PERSON),
    "ASSOCIATE_OF": ("Associate", "person", _PERSON, "associate", _PERSON),
}
_STATE = re.compile(r"state-([a-z]{2})")
_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")
_WEB = re.compile(r"https?://[^\s<>\"]+")
Entity = dict[str, Any]


def lines(scene: Scene) -> Iterable[str]:
    """Documents, actors, then links."""
    return json_lines(entities(scene))


def entities(scene: Scene) -> Iterator[Entity]:
    """The same as Python values."""
    listed = {t.edge.subject for t in scene.ties if t.edge.predicate == "SANCTIONED_BY" and _holds(t)}
    used = {scene.graph.nodes[name]["document"] for tie in scene.ties for name in tie.edge.statements}
    for name in sorted(used):
        node = scene.node(name)
        source = next(iter(node["sources"]), "")
        values = [("title", node["title"] or source), ("date", node.get("date")), ("fileName", source)]
        places = (node.get("url") or "", *node["sources"])
        values += [("sourceUrl", place) for place in places if _WEB.fullmatch(place)]
        values.append(("author", node.get("author")))
        yield _entity(name, "Document", values)
    for name in scene.actors:
        node = scene.node(name)
        values = [("name", node["name"]), *(("alias", alias) for alias in node["aliases"])]
        values.append(("country", _country(name) or _country(node.get("country"))))
        values.append(("topics", "sanction" if name in listed else None))
        values.append(("notes", None if node["named"] else "described, not named, in the documents"))
        yield _entity(name, _schema(scene, name), values)
    for tie in scene.ties:
        yield _link(scene, tie)


def _link(scene: Scene, tie: Tie) -> Entity:
    edge = tie.edge
    kinds = _schema(scene, edge.subject), _schema(scene, edge.object)
    schema, source, starts, target, ends = _LINKS.get(edge.predicate, _UNKNOWN)
    if tie.status != "affirmed" or kinds[0] not in starts or kinds[1] not in ends:
        schema, source, starts, target, ends = _UNKNOWN
    said = _qualifiers(scene, tie)
    role = edge.predicate if tie.status == "affirmed" else f"{edge.predicate} ({tie.status})"
    values: list[tuple[str, Any]]
    if edge.predicate == "SANCTIONED_BY" and tie.status == "affirmed":
        schema, state = "Sanction", scene.node(edge.object)
        values = [("entity", _id(edge.subject)), ("country", _country(edge.object))]
        values += [("authority", value) for value in (state["name"], *said["authority"])]
        values += [(name, value) for name in ("program",) for value in said[name]]
        values += [("provisions", value) for value in said["kind"]]
    else:
        values = [(source, _id(edge.subject)), (target, _id(edge.object))]
        values += [("percentage", share) for share in said["share"] if schema == "Ownership"]
        name = "relationship" if schema in ("Family", "Associate") else "role"
        values += [(name, value) for value in said["role"] or [role.replace("_", " ").lower()]]
    if schema not in ("Family", "Associate"):
        values.append(("status", _status(tie)))
    names = [scene.node(end)["name"] for end in (edge.subject, edge.object)]
    values += [("summary", f"{names[0]} {role} {names[1]}"), ("recordId", tie.properties()["id"])]
    values += [("startDate", edge.event_from), ("endDate", edge.event_to)]
    for _, document, quote in _proofs(scene, tie):
        sources = scene.graph.nodes[document]["sources"]
        values += [("description", quote), ("proof", _id(document))]
        values += [("sourceUrl", source) for source in sources if _WEB.fullmatch(source)]
    return _entity(tie.properties()["id"], schema, values)


_UNKNOWN = ("UnknownLink", "subject", _ANY, "object", _ANY)


def _proofs(scene: Scene, tie: Tie) -> Iterator[tuple[str, str, str]]:
    for name in tie.edge.statements:
        for link in scene.links((name,)):
            if link.type == "STATED_IN":
                yield name, link.end, link.properties["quote"]


def _qualifiers(scene: Scene, tie: Tie) -> defaultdict[str, list[str]]:
    said: defaultdict[str, list[str]] = defaultdict(list)
    for name in tie.edge.statements:
        for key, value in scene.node(name).items():
            if key.startswith("q_"):
                said[key[2:]].append(value)
    return said


def _entity(name: str, schema: str, values: Iterable[tuple[str, Any]]) -> Entity:
    properties: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in values:
        if value and value not in properties[key]:
            properties[key].append(value)
    given = {key: found for key, found in properties.items() if found}
    return {"id": _id(name), "schema": schema, "properties": given}


def _schema(scene: Scene, actor: str) -> str:
    return scene.ontology.types[scene.graph.nodes[actor]["type"]].ftm


def _holds(tie: Tie) -> bool:
    return tie.status == "affirmed" and tie.edge.current != "no"


def _status(tie: Tie) -> str | None:
    if tie.status != "affirmed":
        return tie.status
    held = {"yes": "current", "no": "former"}.get(tie.edge.current)
    return "disputed" if tie.edge.disputed else held


def _country(state: str | None) -> str | None:
    found = _STATE.fullmatch(state or "")
    return found[1] if found else None


def _id(name: str) -> str:
    return name if _ID.fullmatch(name) else make_id("ftm", name)

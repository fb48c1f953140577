"""The graph as RDF nodes, which Turtle and JSON-LD write each in its way.

Actors carry direct triples for affirmed ties. A statement is an rdf:Statement with what keeps it from
being a fact and its evidence, each a prov:Entity quoted from a document. docs/decisions/exports.md
lists the vocabulary.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import quote

from graph.statements import Link, evidence_ends
from loaders.export.scene import Scene, Tie

PREFIXES = {
    "bc": "urn:backchannel:ns:",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# One value: an IRI ("@id"), or a text ("@value") with or without a datatype.
Value = Mapping[str, str]
Node = dict[str, Any]
_NONE: tuple[None, Iterator[Tie]] = (None, iter(()))
_DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def rdf_nodes(scene: Scene) -> Iterator[Node]:
    """One node a document, actor, statement and evidence: "@id", "@type" and lists of values by property."""
    for name in scene.documents:
        node = scene.node(name)
        sources = [_text(source) for source in node["sources"]]
        more = {
            "dct:title": _texts(node["title"]),
            "dct:date": _date(node.get("date")),
            "dct:source": sources,
            "dct:publisher": _texts(node.get("source")),
            "dct:creator": _texts(node.get("author")),
            "dct:language": _texts(node.get("language")),
            "dct:identifier": _texts(node.get("url")),
        }
        yield _node(iri("document", name), ["bc:Document", "prov:Entity"], more)
    ties = groupby(scene.ties, lambda tie: tie.edge.subject)  # in the order of the actors, too
    subject, found = next(ties, _NONE)
    for name in scene.actors:
        node = scene.node(name)
        values = defaultdict[str, list[Value]](list)
        values["rdfs:label"] = [_text(node["name"])]
        values["skos:altLabel"] = list(map(_text, node["aliases"]))
        if node.get("country") is not None:
            values["bc:country"] = [{"@id": iri("actor", node["country"])}]
        if subject == name:
            for tie in found:
                if tie.status == "affirmed":
                    values[f"bc:{tie.edge.predicate}"].append({"@id": iri("actor", tie.edge.object)})
            subject, found = next(ties, _NONE)
        yield _node(iri("actor", name), [f"bc:{node['type']}", "prov:Agent"], values)
    for name in scene.statements:
        yield from _statement(scene, name)


def iri(kind: str, name: str) -> str:
    """The IRI of a node: what an IRI cannot hold is percent-encoded."""
    return f"urn:backchannel:{kind}:{quote(name, safe='-._~', errors='replace')}"


def _statement(scene: Scene, name: str) -> Iterator[Node]:
    node, here = scene.node(name), iri("statement", name)
    values: defaultdict[str, list[Value]] = defaultdict(list)
    values["rdf:predicate"].append({"@id": PREFIXES["bc"] + node["predicate"]})
    for key in ("polarity", "modality", "current", "date_words", "rule"):
        values[f"bc:{_camel(key)}"] += _texts(node.get(key))
    values["bc:confidence"].append({"@value": repr(float(node["confidence"])), "@type": "xsd:double"})
    values["bc:start"] += _date(node.get("start"))
    values["bc:end"] += _date(node.get("end"))
    values["bc:condition"] += map(_text, node["conditions"])
    values["bc:attribution"] += map(_text, node["attribution"])
    for key, value in node.items():
        if key.startswith("q_"):
            values[f"bc:{_local(key)}"].append(_text(value))
    evidence = []
    for link in scene.links((name,)):
        if link.type == "STATED_IN":
            evidence.append(_evidence(here, node, link))
            values["bc:evidence"].append({"@id": evidence[-1]["@id"]})
        else:
            kind = "statement" if link.end_label == "Statement" else "actor"
            values[_POINTERS[link.type]].append({"@id": iri(kind, link.end)})
    yield _node(here, ["bc:Statement", "rdf:Statement", "prov:Entity"], values)
    yield from evidence


_POINTERS = {
    "SUBJECT": "rdf:subject",
    "OBJECT": "rdf:object",
    "CONDITIONAL_ON": "bc:conditionalOn",
    "ATTRIBUTED_TO": "prov:wasAttributedTo",
}


def _evidence(statement: str, node: Mapping[str, Any], link: Link) -> Node:
    found = link.properties
    values: dict[str, list[Value]] = {"prov:wasQuotedFrom": [{"@id": iri("document", link.end)}]}
    for side, end in zip(("subject", "object"), evidence_ends(node, found), strict=True):
        values[f"bc:{side}Surface"] = _texts(end.surface)
    for key in ("quote", "kind", "segment", "speaker", "timestamp", "part"):
        values[f"bc:{_camel(key)}"] = _texts(found.get(key))
    for key in ("start", "end"):
        values[f"bc:{key}Offset"] = [{"@value": str(found[key]), "@type": "xsd:integer"}]
    return _node(f"{statement}:{found['place']}", ["bc:Evidence", "prov:Entity"], values)


def _node(name: str, types: list[str], values: Mapping[str, list[Value]]) -> Node:
    return {"@id": name, "@type": types, **{key: found for key, found in values.items() if found}}


def _text(text: str) -> Value:
    return {"@value": text}


def _texts(text: str | None) -> list[Value]:
    return [_text(text)] if text else []


def _date(date: str | None) -> list[Value]:
    return [{"@value": date, "@type": _DATES[len(date)]}] if date else []


def _camel(key: str) -> str:
    first, *rest = key.split("_")
    return first + "".join(map(str.title, rest))


def _local(key: str) -> str:
    return re.sub(r"[^A-Za-z0-9_]", "_", key)

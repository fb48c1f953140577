"""The graph as RDF Turtle: a few triples a line, streamed. Half a surrogate pair becomes U+FFFD."""

import re
from collections.abc import Iterator

from loaders.export.rdf import PREFIXES, Value, rdf_nodes
from loaders.export.scene import Scene
from loaders.export.text import unicode

_UNSAFE = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]')


def lines(scene: Scene) -> Iterator[str]:
    """Prefixes, then one block a node."""
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for node in rdf_nodes(scene):
        parts = [f"a {', '.join(node['@type'])}"]
        for key, values in node.items():
            if not key.startswith("@"):
                parts.append(f"{key} {', '.join(map(_value, values))}")
        yield f"\n<{node['@id']}> " + " ;\n  ".join(parts) + " .\n"


def _value(value: Value) -> str:
    if "@id" in value:
        return f"<{value['@id']}>"
    text = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04X}", unicode(value["@value"]))
    return f'"{text}"' + (f"^^{value['@type']}" if "@type" in value else "")

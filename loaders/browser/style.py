"""The style of Neo4j Browser (GraSS): colours and captions by type, status and predicate.

Colours of statuses are Okabe and Ito's, told apart with any colour vision; captions say the status too.
Of the rules that match a node Browser lets the last one win, so the order here is from general to special.
"""

from collections.abc import Iterator, Mapping

from graph.ontology import Ontology, Predicate

STATUSES = {
    "Possible": ("#F0E442", "possible {predicate}", "it may be so"),
    "Conditional": ("#CC79A7", "if … {predicate}", "only if something else holds"),
    "Planned": ("#56B4E9", "planned {predicate}", "is planned or sought"),
    "Denied": ("#D55E00", "DENIED {predicate}", "the text says that it is not so"),
}
AFFIRMED = ("#EDEDED", "{predicate}", "it happened or holds")
LINKS = {
    "SUBJECT": "subject",
    "OBJECT": "object",
    "STATED_IN": "stated in",
    "CONDITIONAL_ON": "only if",
    "ATTRIBUTED_TO": "says who",
    "MENTIONED_IN": "mentioned in",
    "REFERS_TO": "refers to",
}
HOSTILE = frozenset(("SANCTION", "INVESTIGATE", "DISAPPROVE", "REJECT", "THREATEN", "ASSAULT"))
_TYPES = (
    "#0072B2",
    "#117733",
    "#332288",
    "#44AA99",
    "#882255",
    "#DDCC77",
    "#E69F00",
    "#BBBBBB",
    "#661100",
    "#999933",
    "#6699CC",
    "#AA4466",
)
_DARK, _LIGHT = "#000000", "#FFFFFF"
Rule = tuple[str, Mapping[str, str]]


def grass(ontology: Ontology) -> str:
    """The text of style.grass."""
    return "\n".join(
        "\n".join((f"{selector} {{", *(f"  {key}: {value};" for key, value in properties.items()), "}\n"))
        for selector, properties in _rules(ontology)
    )


def type_colours(ontology: Ontology) -> dict[str, str]:
    """A colour for each type of actor, in the order of the ontology; a 13th type takes the first again."""
    return {name: _TYPES[place % len(_TYPES)] for place, name in enumerate(ontology.types)}


def tie_colour(predicate: Predicate) -> str:
    """The colour of a tie: hostile, an act between the two, or a standing relation."""
    if predicate.plover in HOSTILE:
        return "#D55E00"
    return "#0072B2" if predicate.plover else "#5A5A5A"


def ink(colour: str) -> str:
    """Black or white, whichever is read more easily on a colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return _LIGHT if 1.05 / (light + 0.05) > (light + 0.05) / 0.05 else _DARK


def _rules(ontology: Ontology) -> Iterator[Rule]:
    yield "node", {**_node("#A5ABB6", "50px"), "font-size": "10px"}
    yield "relationship", _tie("#A5ABB6", "1px", "<type>")
    yield "node.Actor", {**_node("#666666", "105px"), "font-size": "14px", "caption": '"{name}"'}
    for name, colour in type_colours(ontology).items():
        yield f"node.{name}", {**_node(colour, "105px"), "font-size": "14px", "caption": '"{name}"'}
    yield "node.Document", {**_node("#F5E6C8", "80px"), "caption": '"{title}"'}
    yield "node.Mention", {**_node("#E4E7EC", "50px"), "caption": '"{name}"'}
    yield "node.Judgement", {**_node("#1B1B1B", "50px"), "caption": '"{verdict}"'}
    yield "node.Meta", {**_node("#E4E7EC", "40px"), "caption": '"store"'}
    yield "node.Statement", _statement(*AFFIRMED[:2])
    for label, (colour, caption, _) in STATUSES.items():
        yield f"node.{label}", _statement(colour, caption)
    for label in [label for label in STATUSES if label != "Denied"]:
        colour, caption, _ = STATUSES["Denied"]
        yield f"node.Denied.{label}", _statement(colour, caption.replace("{", f"{label.lower()} {{"))
    for type_, caption in LINKS.items():
        yield f"relationship.{type_}", _tie("#8A919C", "1px", caption)
    for name, predicate in ontology.predicates.items():
        width = "3px" if predicate.nature == "state" else "2px"
        yield f"relationship.{name}", _tie(tie_colour(predicate), width, "<type>")


def _node(colour: str, diameter: str) -> dict[str, str]:
    edge = "#" + "".join(f"{int(int(colour[at : at + 2], 16) * 0.7):02X}" for at in (1, 3, 5))
    return {
        "diameter": diameter,
        "color": colour,
        "border-color": edge,
        "border-width": "2px",
        "text-color-internal": ink(colour),
    }


def _statement(colour: str, caption: str) -> dict[str, str]:
    return {
        **_node(colour, "115px"),
        "border-color": _DARK,
        "border-width": "4px",
        "font-size": "9px",
        "caption": f'"{caption}"',
    }


def _tie(colour: str, width: str, caption: str) -> dict[str, str]:
    text = {"text-color-external": _DARK, "text-color-internal": _LIGHT, "font-size": "10px"}
    return {"color": colour, "shaft-width": width, "padding": "3px", **text, "caption": f'"{caption}"'}

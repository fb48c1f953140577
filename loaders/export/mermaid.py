"""Actors and ties as a Mermaid flowchart, as large as Mermaid draws: the most reported ties.

Every character that Mermaid or HTML could read as markup is written as its number (`#35;`); control
characters, which neither can show, become U+FFFD.
"""

import re
from collections.abc import Iterator
from heapq import nsmallest

from loaders.export.graphml import tie_row
from loaders.export.scene import Scene
from loaders.export.text import unicode

TIES = 200
LENGTH = 45_000
_UNSAFE = re.compile(r"[^\w ,.'’\-]|_")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_LONGEST = 120


def lines(scene: Scene) -> Iterator[str]:
    """At most TIES ties and LENGTH characters; a comment tells how many are left out."""
    number = sum(1 for _ in scene.ties)
    ties = nsmallest(
        TIES, scene.ties, key=lambda tie: (-tie.edge.sources, -tie.edge.confidence, tie.properties()["id"])
    )
    drawn: dict[str, str] = {}
    arrows: list[str] = []
    length = shown = 0
    for tie in ties:
        ends = (tie.edge.subject, tie.edge.object)
        fresh = {
            actor: f"n{len(drawn) + place}" for place, actor in enumerate(a for a in ends if a not in drawn)
        }
        names = {**drawn, **fresh}
        line = "-->" if tie.status == "affirmed" else "-.->"
        new = [f'  {names[actor]}["{_label(scene.node(actor)["name"])}"]\n' for actor in fresh]
        new.append(f'  {names[ends[0]]} {line}|"{_label(tie_row(tie)["label"])}"| {names[ends[1]]}\n')
        length += sum(map(len, new))
        if length > LENGTH:
            break
        drawn = names
        arrows += new
        shown += 1
    yield "flowchart LR\n"
    if shown < number:
        yield f"  %% {shown} of {number} ties, the most reported; narrow them with --where\n"
    yield from arrows
    for place, actor in enumerate(actor for actor in scene.actors if actor not in drawn):
        line = f'  a{place}["{_label(scene.node(actor)["name"])}"]\n'
        length += len(line)
        if length > LENGTH or ties or place >= TIES:
            break
        yield line


def _label(text: str) -> str:
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    shown = _CONTROL.sub("\ufffd", unicode(text).replace("\n", " "))
    return _UNSAFE.sub(lambda found: f"#{ord(found[0])};", shown)

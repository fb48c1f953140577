"""The figures that the fillers of an end are bound to, and the body that acted for a State."""

from collections.abc import Sequence

from extract.frame import Frame
from extract.grammar.arguments import fill
from extract.grammar.conjuncts import Filler
from extract.reference.ends import bind
from extract.reference.scene import Bound, Scene, country_of, registry_figure, state_of
from extract.syntax.parse import Token

# A figure, and the body that acts for it.
Acting = tuple[Bound, str | None]
GOVERNING = frozenset({"State", "Organization"})


def bound_along(
    trigger: Token,
    paths: tuple[str, ...],
    segment: int,
    scene: Scene,
    types: frozenset[str],
    acting: bool = False,
) -> list[Acting]:
    """The figures of allowed types at the end of the first path that leads anywhere, else of the first to one.

    `acting`: a ministry or a president may act for the State that is asked for.
    """
    found = _bound(fill(trigger, paths), segment, scene, types, acting)
    if found or len(paths) == 1:
        return found
    each = (_bound(fill(trigger, (path,)), segment, scene, types, acting) for path in paths)
    return next((found for found in each if found), [])


def state_holding(
    trigger: Token, frame: Frame, segment: int, scene: Scene, types: frozenset[str]
) -> list[Bound]:
    """ "state-owned Sonatrach": of which State only the registry tells."""
    if not any(
        t.lower_.split("-")[0] in ("state", "government") for t in trigger.subtree if t.i <= trigger.i
    ):
        return []
    held = [b for f in fill(trigger, frame.object) for b in bind(f, segment, scene, types)]
    homes = [(b, scene.registry.entries.get(b.figure.country or "")) for b in held]
    return [
        Bound(registry_figure(scene, home), trigger, trigger.i, trigger.i + 1)
        for b, home in homes
        if home is not None and home.type == "State"
    ]


def _bound(
    fillers: Sequence[Filler], segment: int, scene: Scene, types: frozenset[str], acting: bool = False
) -> list[Acting]:
    found: list[Acting] = []
    for filler in fillers:
        bound = bind(filler, segment, scene, types)
        if bound:
            found += [(b, None) for b in bound]
        elif types <= GOVERNING and acting:
            found += _acting_for(filler, segment, scene)
    return found


def _acting_for(filler: Filler, segment: int, scene: Scene) -> list[Acting]:
    """A ministry or a president who acts for the State: the State, with the body kept as authority."""
    found: list[Acting] = []
    for bound in bind(filler, segment, scene, frozenset({"PublicBody", "Person"})):
        state = state_of(bound.figure, scene)
        if state is None and bound.figure.type == "PublicBody":
            state = country_of(bound.token, segment, scene)  # "Pakistan's Foreign Ministry"
        if state is not None:
            swapped = Bound(state, bound.token, bound.start, bound.end, bound.negated)
            found.append((swapped, bound.figure.name))
    return found

"""Records of the figures of a document: where each is first named or, where nowhere, described."""

from collections.abc import Sequence

from extract.names.figures import Cast, Figure
from extract.nlp import Parsed
from extract.readings.drafts import Draft, used_figures
from graph.model import Document, Mention, mention_id
from graph.registry import Registry


def mentions_of(
    document: Document, parsed: Sequence[Parsed], cast: Cast, drafts: Sequence[Draft], registry: Registry
) -> tuple[tuple[Mention, ...], dict[int, str]]:
    """One Mention a figure that is named or stands at an end, in the order of the text, and its id by `id(figure)`."""
    places: dict[int, tuple[int, int]] = {}
    figures: dict[int, Figure] = {}
    for figure in cast.figures:
        if figure.spots:
            spot = figure.spots[0]
            piece = parsed[spot.segment]
            last = piece.doc[spot.end - 1]
            places[id(figure)] = piece.segment.original(piece.doc[spot.start].idx, last.idx + len(last))
            figures[id(figure)] = figure
    segments = {id(piece.doc): piece.segment for piece in parsed}
    for figure, bound, _ in used_figures(drafts):
        if id(figure) not in places or not figure.spots:
            token = bound.token
            span = segments[id(token.doc)].original(token.idx, token.idx + len(token))
            if id(figure) not in places or span < places[id(figure)]:
                places[id(figure)] = span
                figures[id(figure)] = figure
    found: list[Mention] = []
    mention_of: dict[int, str] = {}
    taken: set[int] = set()
    for key, (start, end) in sorted(places.items(), key=lambda item: item[1]):
        figure = figures[key]
        while start in taken:
            start += 1
        taken.add(start)
        mention_of[key] = mention_id(document.id, start)
        aliases = tuple(sorted(s for s in figure.spellings if s != figure.name and not _demonym(s, registry)))
        found.append(
            Mention(
                mention_of[key],
                document.id,
                start,
                end,
                figure.name,
                figure.type or "",
                aliases,
                figure.registry,
                figure.named,
                figure.country,
            )
        )
    return tuple(found), mention_of


def _demonym(spelling: str, registry: Registry) -> bool:
    senses = registry.senses.get(spelling, ())
    return bool(senses) and all(s.kind == "demonym" for s in senses)

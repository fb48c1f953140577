"""Names that took in words which only begin their sentence or stand in a headline of capitals: "Lender BTA"."""

from collections.abc import Iterator, Sequence

from extract.names.figures import BODIES
from extract.names.spots import Spot
from extract.nlp import Parsed
from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns
from graph.registry import Registry

WRITTEN = 4  # words of a headline in capitals, at least; those of more letters than this count
SURELY = 2.0


def cut_overlong(
    parsed: Sequence[Parsed], spots: Sequence[Spot], registry: Registry, nouns: Nouns
) -> list[Spot]:
    """The spots, each cut to the names in it that the running text of the document has by themselves."""
    docs = [piece.doc for piece in parsed]
    capitals = {
        n for n, piece in enumerate(parsed) if piece.segment.kind == "headline" and _in_capitals(piece.doc)
    }
    running = {spot.text: spot for spot in spots if spot.segment not in capitals}
    parts = {word for text in running for word in text.split() if "-" not in word}
    small = {t.text for n, doc in enumerate(docs) if n not in capitals for t in doc if t.text.islower()}
    found: list[Spot] = []
    for spot in spots:
        doc = docs[spot.segment]
        pair = _pair(spot, doc, parts)
        if pair:
            found += pair
        elif spot.senses or spot.end - spot.start < 2:
            again = spot.senses or spot.text in parts or spot.segment not in capitals
            found += [spot] if again or not _common(spot.text, small, nouns) else []
        elif spot.segment in capitals and running:
            kept = spot.text in running or _whole(spot, running, small, nouns)
            found += [spot] if kept else _pieces(spot, doc, running, parts)
        else:
            found.append(_behind_first(spot, doc, running, registry, nouns))
    return found


def _pair(spot: Spot, doc: Doc, parts: set[str]) -> list[Spot]:
    """ "a Berg-Lund meeting": two whom the text names elsewhere, joined by a hyphen."""
    pair = (spot.start, spot.end - 1)
    if spot.end - spot.start != 3 or doc[spot.start + 1].text not in ("-", "–") or spot.senses:
        return []
    if any(doc[n].text not in parts for n in pair):
        return []
    return [Spot(spot.segment, n, n + 1, doc[n].text, doc[n].ent_type_) for n in pair]


def _in_capitals(doc: Doc) -> bool:
    """Whether the words of a headline are written with capitals."""
    words = [t.text for t in doc if len(t) > WRITTEN - 1 and t.text.isalpha()]
    return len(words) >= WRITTEN and sum(w[:1].isupper() for w in words) >= 0.8 * len(words)


def _common(word: str, small: set[str], nouns: Nouns) -> bool:
    """Whether a word of a headline is a common noun: "Headquarters". `small` are the text's words without capital."""
    return word.lower() in small or word.lower() in nouns.kinds or word.lower().rstrip("s") in nouns.kinds


def _whole(spot: Spot, running: dict[str, Spot], small: set[str], nouns: Nouns) -> bool:
    """Whether a name is in full, a part of one that the text has, or taken up by its head: "the network"."""
    words = spot.text.split()
    head = words[-1].lower()
    if head in small and nouns.last.get(head) in BODIES and "Of" not in words:
        return True
    if nouns.given.person(words) >= SURELY or nouns.legal_form(words[-1]):
        return True
    return any(f" {spot.text} " in f" {text} " for text in running)


def _pieces(spot: Spot, doc: Doc, running: dict[str, Spot], parts: set[str]) -> Iterator[Spot]:
    """The longest names of the running text within a spot, left to right."""
    start = spot.start
    while start < spot.end:
        for end in range(spot.end, start, -1):
            text = doc[start:end].text
            named = running.get(text)
            if named is not None:
                yield Spot(spot.segment, start, end, text, named.label, named.senses)
                break
            if end - start == 1 and text in parts and len(text) > 2 and doc[start].ent_type_:
                yield Spot(spot.segment, start, end, text, spot.label)
        start = max(end, start + 1)


def _behind_first(spot: Spot, doc: Doc, running: dict[str, Spot], registry: Registry, nouns: Nouns) -> Spot:
    """A spot without a word that tells what it is or was done to it and has its capital from beginning a sentence."""
    first = doc[spot.start]
    small = first.lower_
    told = small in nouns.first or first.text in nouns.titles or first.text in nouns.given
    if not first.is_sent_start or told:
        return spot
    if small not in nouns.kinds and not (small.endswith("ed") and len(small) > 4):
        return spot
    rest = doc[spot.start + 1 : spot.end].text
    named, senses = running.get(rest), registry.senses.get(rest, ())
    if named is None and not senses:
        return spot
    return Spot(
        spot.segment, spot.start + 1, spot.end, rest, named.label if named is not None else spot.label, senses
    )

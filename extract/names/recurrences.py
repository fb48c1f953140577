"""Names passed over in one place that are names elsewhere in the document."""

from collections.abc import Sequence

from extract.names.spots import Spot
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns


def find_again(docs: Sequence[Doc], spots: Sequence[Spot], nouns: Nouns) -> list[Spot]:
    """The spots, and words passed over here that are a name, or a person's or a firm's first, elsewhere.

    A name of several words that is cut short here is given back its length.
    """
    spots = _whole(docs, spots)
    labels = {s.text: s.label for s in spots if s.label and " " not in s.text and not s.demonym}
    given: set[str] = set()
    for spot in spots:
        words = spot.text.split()
        if len(words) > 1 and spot.label == "PERSON":
            labels[words[-1]] = "PERSON"
            given |= {words[0]} if nouns.given.sure(words[0]) or words[0] not in nouns.given else set()
        elif len(words) > 1 and spot.label == "ORG" and len(words[0]) > 3 and not spot.senses:
            labels.setdefault(words[0], "ORG")
    given -= {*labels, *nouns.kinds} | {word.capitalize() for word in nouns.kinds}
    names = {word for word in (*labels, *given) if word[:1].isupper() and word.lower() not in nouns.fields}
    covered = {(s.segment, token) for s in spots for token in range(s.start, s.end)}
    more = [
        Spot(number, token.i, token.i + 1, token.text, labels.get(token.text, "PERSON"))
        for number, doc in enumerate(docs)
        for token in doc
        if token.text in names
        and token.ent_type_ != "NORP"
        and (number, token.i) not in covered
        and (labels.get(token.text) == "PERSON" or _name_like(token))
    ]
    return sorted([*spots, *more], key=lambda s: (s.segment, s.start)) if more else list(spots)


def _whole(docs: Sequence[Doc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots, those replaced that are a part of a longer name which the NER has found elsewhere."""
    longer: dict[str, dict[tuple[str, ...], Spot]] = {}
    for spot in spots:
        words = tuple(t.text for t in docs[spot.segment][spot.start : spot.end])
        if len(words) > 1 and spot.label in ("ORG", "PERSON", "FAC") and not spot.senses:
            longer.setdefault(words[0], {})[words] = spot
    if not longer:
        return list(spots)
    at = {(s.segment, token): s for s in spots for token in range(s.start, s.end)}
    found: dict[tuple[int, int], Spot] = {}
    for number, doc in enumerate(docs):
        for token in doc:
            for words, name in longer.get(token.text, {}).items():
                end = token.i + len(words)
                if tuple(t.text for t in doc[token.i : end]) != words:
                    continue
                here = {at.get((number, place)) for place in range(token.i, end)}
                cut = [s for s in here if s is not None]
                if all(token.i <= s.start and s.end <= end and not s.senses for s in cut) and (
                    len(cut) != 1 or cut[0].text != name.text
                ):
                    found[number, token.i] = Spot(number, token.i, end, name.text, name.label)
    if not found:
        return list(spots)
    taken = {(n, place) for (n, _), s in found.items() for place in range(s.start, s.end)}
    kept = [s for s in spots if (s.segment, s.start) not in taken]
    return sorted([*kept, *found.values()], key=lambda s: (s.segment, s.start))


def _name_like(token: Token) -> bool:
    """Whether a capitalised word that is a name elsewhere may be one here: not just the start of a sentence's phrase."""
    if token.dep_ in ("compound", "amod", "advmod", "det") and token.head.text[:1].islower():
        return not token.is_sent_start
    return token.dep_ in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "poss",
        "conj",
        "appos",
        "attr",
        "ROOT",
        "compound",
        "dative",
    )

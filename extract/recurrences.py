"""Names passed over in one place that are names elsewhere in the document."""

from collections.abc import Sequence

from extract.nouns import Nouns
from extract.parse import Doc, Token
from extract.spots import Spot


def find_again(docs: Sequence[Doc], spots: Sequence[Spot], nouns: Nouns) -> list[Spot]:
    """The spots, and words passed over here that are a name, or a person's or a firm's first, elsewhere."""
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

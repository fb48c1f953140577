"""Whom a pronoun in a quotation means, or does not: who says it, and whom the words around it name."""

from collections.abc import Sequence

from extract.names.figures import Figure, only_figure
from extract.reference.candidates import (
    REACH,
    Sentence,
    agrees,
)
from extract.reference.voices import Quote
from extract.syntax.parse import Token


def speaker(quote: Quote, place: int, sentences: Sequence[Sentence]) -> Figure | None:
    """Who says a quotation, where a name says it: "he" in it is somebody else."""
    near = sentences[max(0, place - REACH) : place + 2]
    return next((c.figure for s in near for c in s.candidates if c.token is quote.source), None)


def spoken_of(word: str, quote: Quote, sentence: Sentence) -> Figure | None:
    """ "I never met him," she said of X, asked about X: the one whom the words around a quotation name."""
    return only_figure(
        c.figure
        for c in sentence.candidates
        if c.figure is not None
        and not c.quoted
        and not c.pronoun
        and c.token.dep_ == "pobj"
        and agrees(word, c)
        and c.token.head.lower_ in ("about", "of", "to")
        and _frames_speech(c.token.head.head, quote)
    )


def _frames_speech(verb: Token, quote: Quote) -> bool:
    """ "said of", "asked about", "referring to"."""
    saying = quote.source is not None and verb == quote.source.head
    return saying or verb.lower_ in ("asked", "speaking", "talking", "referring")

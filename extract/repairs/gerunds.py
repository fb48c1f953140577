"""Lists of verbs in -ing that the parse takes for a clause beside: "denied owning it, meeting him or paying her"."""

from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words


def listed_gerunds(doc: Doc, lexicon: Lexicon) -> None:
    """Join the second of listed gerunds to the first, which is the object of "denied" or "stopped"."""
    for verb in doc:
        if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.lemma_ not in read_words("taking_gerund"):
            continue
        first = _first(verb)
        if first is None or not any(c.dep_ == "conj" and c.tag_ == "VBG" for c in verb.children):
            continue
        start = verb.left_edge.i
        if start and doc[start - 1].text == ",":
            verb.head, verb.dep_ = first, "conj"


def _first(verb: Token) -> Token | None:
    """The gerund that stands as an object before another."""
    listed = [
        c
        for c in verb.head.children
        if c.dep_ in ("xcomp", "dobj") and c.tag_ == "VBG" and verb.head.i < c.i < verb.i
    ]
    return listed[0] if listed else None

"""Verbs that a text leaves out the second time: "A owns 36% of B, and C 25% of D". Changes a Doc."""

from extract.lexicon import Lexicon
from extract.parse import Doc, Token

HOLDING = frozenset("control have hold keep own possess retain".split())
MEASURES = frozenset(
    "% cent half interest majority minority percent quarter remainder rest share shareholding stake third".split()
)
JOINING = frozenset({",", "and", "while", ";"})


def gapped(doc: Doc, lexicon: Lexicon) -> None:
    """ "A owns 36% of B, and C 25% of D": C is no more of A's, and what it holds is its own."""
    for verb in doc:
        if verb.lemma_ not in HOLDING or verb.pos_ not in ("VERB", "AUX"):
            continue
        held = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in MEASURES), None)
        if held is None:
            continue
        for measure in [t for t in doc[held.i + 1 : verb.sent.end] if t.lemma_ in MEASURES]:
            name = _name_before(measure, held)
            if name is not None:
                measure.head, measure.dep_ = held, "dep"
                name.head, name.dep_ = measure, "poss"


def _name_before(measure: Token, held: Token) -> Token | None:
    """The name right before a measure that a comma or "and" parts from what is held before it."""
    first = min([measure.i, *(c.left_edge.i for c in measure.children if c.i < measure.i)])
    last = measure.doc[first - 1]
    if first - 1 <= held.i or last.pos_ != "PROPN" or last.dep_ not in ("conj", "appos"):
        return None
    before = measure.doc[last.left_edge.i - 1]
    return last if before.lower_ in JOINING else None

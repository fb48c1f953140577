"""Events that a participle behind them tells to be yet to come: "talks planned for May", "a loan expected next year"."""

from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

PHRASES = frozenset({"of", "between", "with", "for", "by", "to", "among"})
INSIDE = frozenset({"prep", "pobj", "conj"})


def foreseen(event: Token) -> bool:
    """Whether "planned", "expected" or the like stands behind an event or at the end of whose it is."""
    if event.pos_ != "NOUN":
        return False
    return _hung_elsewhere(event) or any(_ahead(c, event) for t in _within(event) for c in t.children)


def _within(event: Token) -> list[Token]:
    """The event and the nouns of its phrases: "a meeting of the German and French ministers"."""
    found = [event]
    for token in found:
        found += [
            c
            for c in token.children
            if c.i > event.i and c.dep_ in INSIDE and (c.dep_ != "prep" or c.lower_ in PHRASES)
        ]
    return found


def _hung_elsewhere(event: Token) -> bool:
    """ "left before a meeting of Berg and Lund planned for May", where the parse hangs "planned" on "left"."""
    end = event.right_edge.i + 1
    behind = event.doc[end] if end < len(event.doc) else event
    if behind.lower_ not in read_words("foreseen") or behind.dep_ not in ("advcl", "prep"):
        return False
    return event.right_edge.ent_type_ != "" and not any(
        c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "xcomp") for c in behind.children
    )


def _ahead(participle: Token, event: Token) -> bool:
    """Whether a participle tells that its noun is to be; of what is only named with the event, it must tell the day."""
    if participle.dep_ not in ("acl", "amod") or participle.i < participle.head.i:
        return False
    if participle.lower_ not in read_words("foreseen") or _come(event):
        return False
    if any(c.dep_ in ("aux", "auxpass", "nsubj") for c in participle.children):
        return False
    to_do = [c.lemma_ for c in participle.children if c.dep_ == "xcomp"]
    if participle.head != event:
        return not to_do and any(t.ent_type_ in ("DATE", "TIME") for t in participle.subtree)
    return not to_do or to_do[0] in read_words("coming_about")


def _come(event: Token) -> bool:
    """ "A merger proposed in May was completed": it has come."""
    verb = event.head
    told = event.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in read_words("coming_about") | read_words(
        "over"
    )
    return told and {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ == "auxpass")} >= {"VBD"}

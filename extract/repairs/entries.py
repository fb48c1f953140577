"""Lists whose entries the parse takes for appositions: "Anna Berg; the king of Oman", "his wife Ruth, sons Per and Jan"."""

from extract.repairs.roles import person_noun
from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon


def next_entry(doc: Doc, lexicon: Lexicon) -> None:
    """What stands behind a semicolon is one more entry of the list, and tells nothing of the one before."""
    if not any(t.text == ";" for t in doc):
        return
    for word in doc:
        if word.dep_ == "appos" and any(t.text == ";" for t in doc[word.head.i : word.i]):
            word.dep_ = "conj"


def second_relatives(doc: Doc, lexicon: Lexicon) -> None:
    """ "his wife Ruth, sons Per and Jan": the sons are no wife, and have their own names behind them."""
    for name in doc:
        role = name.head
        if name.dep_ == "appos" and name.pos_ == "PROPN" and role.pos_ == "NOUN" and _told_apart(name, role):
            name.dep_ = "conj"


def _told_apart(name: Token, role: Token) -> bool:
    """Whether a name behind a comma has a noun of its own right before it, and the role before has another name."""
    before = name.left_edge
    return (
        before.head == name
        and before.pos_ == "NOUN"
        and before.text.islower()
        and person_noun(before)
        and before.nbor(-1).text == ","
        and any(c.dep_ == "appos" and c.pos_ == "PROPN" and c.i < name.i for c in role.children)
    )

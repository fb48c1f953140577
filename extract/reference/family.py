"""Whose the second relative is: "his wife Ruth and his daughter Jutta", "his father, X, was a judge, and his mother …"."""

from extract.grammar.nominals import kinship
from extract.reference.candidates import Sentence
from extract.syntax.parse import Token

# Who is told of together: of the second of them nobody would say whose he is by the first.
TOGETHER = frozenset(
    {
        ("elder", "elder"),
        ("elder", "brethren"),
        ("brethren", "brethren"),
        ("brethren", "elder"),
        ("offspring", "offspring"),
        ("consort", "offspring"),
        ("consort", "elder"),
        ("consort", "brethren"),
    }
)


def earlier_kin(pronoun: Token, sentence: Sentence) -> tuple[Token | None, bool]:
    """The same pronoun before an earlier relative of the sentence, whose owner is meant again.

    The second answer tells that it may as well be the earlier relative himself: "his son Per and his wife".
    """
    if pronoun.dep_ != "poss" or kinship(pronoun.head) is None:
        return None, False
    before = [
        t
        for t in sentence.span
        if t.i < pronoun.i and t.lower_ == pronoun.lower_ and t.dep_ == "poss" and kinship(t.head) is not None
    ]
    if not before:
        return None, False
    first = before[-1]
    if (kinship(first.head), kinship(pronoun.head)) in TOGETHER:
        return first, False
    joined = pronoun.head.head
    return None, pronoun.head.dep_ == "conj" and first.head in (joined, joined.head)

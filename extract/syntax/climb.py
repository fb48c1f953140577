"""What governs a trigger: the way upwards through the parse."""

from collections.abc import Iterator

from extract.syntax.parse import Token

GOVERNED = frozenset(
    (
        "acl acomp advcl agent amod appos attr ccomp compound conj csubj csubjpass dative dep dobj nmod "
        "nsubj nsubjpass oprd parataxis pcomp pobj poss prep relcl xcomp"
    ).split()
)
OWN_ASSERTION = frozenset({"relcl", "appos", "parataxis", "poss"})
HEIGHT = 12


def chain(trigger: Token) -> Iterator[tuple[Token, str]]:
    """The trigger and what governs it, upwards, each with the relation it was reached by."""
    token, dep = trigger, ""
    for _ in range(HEIGHT):
        yield token, dep
        if token.dep_ not in GOVERNED or token.head == token:
            return
        token, dep = token.head, token.dep_


def first_joined(token: Token, deps: tuple[str, ...] = ("conj",)) -> Token:
    """The first of the words that a word is coordinated with; `deps` are the relations gone up."""
    while token.dep_ in deps:
        token = token.head
    return token


def clause_of(token: Token) -> Token:
    """The verb of the clause that a word stands in, above it; the root where there is none."""
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return token

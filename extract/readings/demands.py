"""What a frame asks of the words around its trigger: its `when` and `unless`."""

from collections.abc import Sequence

from extract.frame import ANYTHING, Frame
from extract.grammar.arguments import follow
from extract.syntax.parse import Token


def meets(trigger: Token, frame: Frame, words: frozenset[str] | None = None) -> bool:
    """Whether what a frame asks of the words around its trigger holds; `words` are those of its sentence, if known."""
    for path, lemmas in frame.when.items():
        if not _has(trigger, path, lemmas):
            return False
    for path, lemmas in frame.unless.items():
        if words is not None and words.isdisjoint(lemmas) and ANYTHING not in lemmas:
            continue
        if _has(trigger, path, lemmas, names=False):
            return False
    return True


def _has(trigger: Token, path: str, lemmas: frozenset[str], names: bool = True) -> bool:
    """Whether one of the lemmas (or forms) stands at the end of a path; "*" asks for anything there.

    Without `names` the last word of a longer name is not looked at.
    """
    found = _reach(trigger, path)
    if ANYTHING in lemmas:
        return bool(found)
    if path == "obj" and not names:  # "condemned the coup and the arrest of Berg"
        found = [*found, *(c for t in found for c in t.children if c.dep_ == "conj")]
    names = names or path == "pobj" or path.startswith("bearer")  # there "Liberal Party" is a party
    return any(
        t.lemma_.lower() in lemmas or t.lower_ in lemmas for t in found if names or not _named(t, trigger)
    )


def _named(word: Token, trigger: Token) -> bool:
    """Whether a word is the last of a longer name: "Ottawa Grain" is no grain."""
    return (
        word.pos_ == "PROPN"
        and word != trigger
        and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in word.children)
    )


def _reach(trigger: Token, path: str) -> Sequence[Token]:
    if path == "child":
        return trigger.children
    if path == "head":
        return [trigger.head]
    if path == "subtree":
        return list(trigger.subtree)
    return follow(trigger, path)

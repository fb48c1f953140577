"""A question said more plainly, by its parse: lemmas without auxiliaries, and the passive turned round."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from backchannel.wording import Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

# Names that stand for the actors while the sentence is parsed.
_NAMES = ("Anna", "Berta", "Clara", "Doris", "Emma", "Frieda", "Greta", "Helga")
_LEFT_OUT = frozenset({"aux", "auxpass", "det", "punct", "intj", "expl", "mark"})
_KEPT = frozenset({"not", "no", "never", "who", "what", "which", "whom", "whose", "if"})


def rephrase(model: str, written: Sequence[Word], words: Sequence[str]) -> Iterator[str]:
    """Plainer sentences that say what these words say; nothing where there are more actors than names."""
    slots = [word for word in words if word.startswith("@")]
    if not slots or len(slots) > len(_NAMES):
        return
    names = dict(zip(slots, _NAMES, strict=False))
    back = {name.casefold(): slot for slot, name in names.items()}
    doc = _load(model)(" ".join(names.get(word, word) for word in words) + " ?")
    yield " ".join(_said(list(doc), back))
    turned = _turned(doc)
    if turned is not None:
        yield " ".join(_said(turned, back))


@cache
def _load(model: str) -> "Language":
    import spacy

    return spacy.load(model, exclude=["ner"])


def _said(tokens: "Sequence[Token]", back: dict[str, str]) -> Iterator[str]:
    for token in tokens:
        text = token.text.casefold()
        if text in back:
            yield back[text]
        elif text in _KEPT:
            yield text
        elif token.dep_ not in _LEFT_OUT:
            yield token.lemma_.casefold() if token.pos_ in ("VERB", "AUX") else text


def _turned(doc: "Doc") -> "list[Token] | None":
    """The words of a passive sentence with the one who acts in front."""
    for verb in doc:
        patient = [child for child in verb.children if child.dep_ == "nsubjpass"]
        by = [child for child in verb.children if child.dep_ == "agent"]
        agent = [child for child in by[0].children if child.dep_ == "pobj"] if by else []
        if patient and agent:
            return [*agent[0].subtree, verb, *patient[0].subtree]
    return None

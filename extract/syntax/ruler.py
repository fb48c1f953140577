"""spaCy's attribute ruler in less time: what a word's tag, dependency and spelling decide is matched once for all alike."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.symbols import DEP, IS_SPACE, LOWER, TAG
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

NAME = "table_ruler"
KEYS = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})


@Language.factory(NAME)
class TableRuler(AttributeRuler):
    """An AttributeRuler with the same rules and results.

    spaCy tries every rule on every word. Here rules on one word, told by KEYS alone, are tried once for each
    combination of these; only the others are tried everywhere.
    """

    def __init__(self, nlp: Language, name: str = NAME) -> None:
        super().__init__(nlp.vocab, name)
        self._table: dict[tuple[int, ...], list[int]] | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Set what the rules say of each word, later rules over earlier ones."""
        if self._table is None:
            self._table = {}
            self._divide(self.vocab)
        several: dict[int, list[int]] = {}
        for rule, start, end in self._several(doc, allow_missing=True):
            number = int(self.vocab.strings[rule])
            index = self.indices[number]
            several.setdefault((end if index < 0 else start) + index, []).append(number)
        rows = doc.to_array([TAG, LOWER, DEP, IS_SPACE]).tolist()
        for place, (tag, lower, dep, space) in enumerate(rows):
            key = (tag, lower if lower in self._words else 0, dep, space)
            numbers = self._table.get(key)
            if numbers is None:
                found = self._alone(doc[place : place + 1], allow_missing=True)
                numbers = self._table[key] = sorted({int(self.vocab.strings[rule]) for rule, _, _ in found})
            if place in several:
                numbers = sorted({*numbers, *several[place]})
            if numbers:
                set_token_attrs(doc[place], self._merged(numbers))
        return doc

    def add(self, patterns: Iterable[Any], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add a rule, as in spaCy."""
        super().add(patterns, attrs, index)
        self._table = None

    def _merged(self, numbers: Sequence[int]) -> dict[Any, Any]:
        if len(numbers) == 1:
            return self.attrs[numbers[0]]
        return {key: value for number in numbers for key, value in self.attrs[number].items()}

    def _divide(self, vocab: Vocab) -> None:
        """The rules on one word, and the others; and the spellings that the former know."""
        self._alone, self._several = Matcher(vocab), Matcher(vocab)
        self._words = set[int]()
        for number, rule in enumerate(self.patterns):
            patterns: Any = rule["patterns"]
            plain = [_plain(pattern) for pattern in patterns]
            if rule["index"] == 0 and None not in plain:
                self._alone.add(str(number), patterns)
                self._words |= {vocab.strings[word] for words in plain for word in words or ()}
            else:
                self._several.add(str(number), patterns)


def _plain(pattern: Sequence[Mapping[str, Any]]) -> list[str] | None:
    """The spellings that a pattern on one word, told by KEYS alone, names; None for other patterns."""
    if len(pattern) != 1 or not KEYS.issuperset(pattern[0]):
        return None
    asked = pattern[0].get("LOWER", [])
    if isinstance(asked, Mapping):
        return list(asked["IN"]) if set(asked) == {"IN"} else None
    return [asked] if isinstance(asked, str) else []

"""A parse to read from: the words of a spaCy Doc in plain records, under spaCy's names.

Rules ask each word dozens of times for its head, children and lemma, and spaCy makes a new object or string for
every answer. Copied once, reading takes about half as long. Heads and relations may be changed (repairs.py);
where sentences begin stays as it was parsed.
"""

from bisect import insort
from collections.abc import Iterator, Sequence
from typing import Any, overload

from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct


class Token:
    """One word: `i` is its place in the Doc, `idx` that of its first character in the Doc's text."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "number",
        "own_head",
        "pos_",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: "Doc"
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    number: int
    own_head: "Token"
    children: list["Token"]

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: "Token") -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def head(self) -> "Token":
        """The word it hangs on; the root of a sentence is its own head."""
        return self.own_head

    @head.setter
    def head(self, head: "Token") -> None:
        if self.own_head is not self:
            self.own_head.children.remove(self)
        self.own_head = head
        if head is not self:
            insort(head.children, self)
        self.doc.moved.append(self)
        self.doc.answers.clear()

    @property
    def text_with_ws(self) -> str:
        """The word and the space behind it."""
        return self.text + self.whitespace_

    @property
    def is_punct(self) -> bool:
        """Whether it is made of punctuation alone."""
        return bool(is_punct(self.text))

    @property
    def is_upper(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def is_alpha(self) -> bool:
        """Whether it is made of letters alone."""
        return self.text.isalpha()

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in figures or words."""
        return bool(like_num(self.text))  # type: ignore[no-untyped-call]

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with it."""
        return self.doc.bounds[self.number][0] == self.i

    @property
    def sent(self) -> "Span":
        """Its sentence."""
        return self.doc[slice(*self.doc.bounds[self.number])]

    @property
    def left_edge(self) -> "Token":
        """The leftmost word of all that hang on it."""
        return self.doc.words[min(self._places())]

    @property
    def right_edge(self) -> "Token":
        """The rightmost word of all that hang on it."""
        return self.doc.words[max(self._places())]

    def _places(self) -> list[int]:
        found, waiting = [self.i], list(self.children)
        while waiting and len(found) <= len(self.doc):  # no more, should a mending have tied a knot
            token = waiting.pop()
            found.append(token.i)
            waiting += token.children
        return found

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head's head, and so on up to the root."""
        token = self
        for _ in range(len(self.doc)):
            if token.own_head is token:
                return
            token = token.own_head
            yield token

    @property
    def subtree(self) -> Iterator["Token"]:
        """It and all that hang on it, what hangs to the left of a word before it."""
        stack = [(self, False)]
        while stack:
            token, opened = stack.pop()
            if opened or not token.children:
                yield token
                continue
            stack += [(c, False) for c in reversed(token.children) if c.i > token.i]
            stack.append((token, True))
            stack += [(c, False) for c in reversed(token.children) if c.i < token.i]

    def is_ancestor(self, descendant: "Token") -> bool:
        """Whether another word hangs on it, directly or through others."""
        return any(token is self for token in descendant.ancestors)

    def nbor(self, steps: int = 1) -> "Token":
        """The word so many places further on. Raises IndexError beyond the ends."""
        if not 0 <= self.i + steps < len(self.doc):
            raise IndexError(f"no word {steps} places from {self.text!r}")
        return self.doc.words[self.i + steps]


class Span:
    """The words from `start` to before `end`; an entity has a `label_`."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> "Span": ...
    def __getitem__(self, place: int | slice) -> "Token | Span":
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.words[self.start : self.end][place]

    @property
    def start_char(self) -> int:
        """Where its first word begins in the Doc's text."""
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        """Where its last word ends in the Doc's text."""
        last = self.doc.words[self.end - 1]
        return last.idx + len(last)

    @property
    def text(self) -> str:
        """Its words as they are written."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def ents(self) -> list["Span"]:
        """The entities within it."""
        return [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]

    @property
    def root(self) -> Token:
        """The word nearest to the root of the sentence, the first of several; bare punctuation comes last."""
        words = self.doc.words[self.start : self.end]
        outside = [t for t in words if t.own_head is t or not self.start <= t.own_head.i < self.end]
        return outside[0] if len(outside) == 1 else min(outside or words[:1], key=_depth)


def _depth(token: Token) -> int:
    if not token.children and (token.text.isspace() or token.is_punct):
        return len(token.doc)
    return sum(1 for _ in token.ancestors)


class Doc:
    """The parse of one text; `bounds` are where its sentences begin and end.

    `answers` keeps what was asked of the parse (by question and place) until a head is changed, `moved` the words
    whose heads were changed since the last `untie`.
    """

    __slots__ = ("answers", "bounds", "ents", "moved", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Token] = []
        self.bounds: list[tuple[int, int]] = []
        self.ents: list[Span] = []
        self.answers: dict[tuple[object, int], Sequence[Any]] = {}
        self.moved: list[Token] = []

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if not isinstance(place, slice):
            return self.words[place]
        start, end, _ = place.indices(len(self.words))
        return Span(self, start, max(start, end))

    @property
    def sents(self) -> Iterator[Span]:
        """Its sentences, in order."""
        return (Span(self, start, end) for start, end in self.bounds)


def untie(doc: Doc) -> None:
    """Hang each word that was moved below itself on the root of its sentence: a parse has no circles."""
    for token in doc.moved:
        up = list(token.ancestors)
        if any(above is token for above in up):
            roots = [t for t in token.sent if t.own_head is t]
            token.own_head.children.remove(token)
            token.own_head = roots[0] if roots else token
            if roots:
                insort(roots[0].children, token)
            else:
                token.dep_ = "ROOT"  # who climbs coordinations would climb for ever
    doc.moved.clear()

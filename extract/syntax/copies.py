"""The parse of a text copied from spaCy's Doc into plain records."""

from spacy.strings import StringStore
from spacy.tokens import Doc as SpacyDoc

from extract.syntax.parse import Doc, Span, Token

WORDS: list[int | str] = ["LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
NUMBERS: list[int | str] = ["IDX", "LENGTH", "SPACY", "ENT_IOB", "SENT_START", "HEAD"]
IOB = ("", "I", "O", "B")
SIGN = 1 << 63


class _Names(dict[int, str]):
    """The strings behind spaCy's numbers, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        self.strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = self.strings[key] if key else ""
        return self[key]


def copy_parse(parsed: SpacyDoc) -> Doc:
    """The words, entities and sentences of a parsed spaCy Doc; nothing of it is held on to."""
    doc = Doc(parsed.text)
    names = _Names(parsed.vocab.strings)
    heads: list[int] = []
    starts: list[int] = []
    words = parsed.to_array(WORDS).tolist()
    numbers = parsed.to_array(NUMBERS).tolist()
    for i, (strings, (idx, length, space, iob, start, offset)) in enumerate(zip(words, numbers, strict=True)):
        token = Token()
        token.doc, token.i, token.idx, token.children = doc, i, idx, []
        token.text, token.whitespace_ = doc.text[idx : idx + length], " " if space else ""
        lower, lemma, pos, tag, dep, label = strings
        token.lower_, token.lemma_, token.pos_ = names[lower], names[lemma], names[pos]
        if token.pos_ == "NOUN" and token.lemma_[:1].isupper():  # "Police" first in a sentence
            token.lemma_ = token.lemma_.lower()
        elif token.lemma_ == "pct":
            token.lemma_ = "percent"
        token.tag_, token.dep_, token.ent_type_ = names[tag], names[dep], names[label]
        token.ent_iob_ = IOB[iob]
        heads.append(i + (offset - 2 * SIGN if offset >= SIGN else offset))
        if start == 1 or not i:
            starts.append(i)
        token.number = len(starts) - 1
        doc.words.append(token)
    for token, place in zip(doc.words, heads, strict=True):
        token.own_head = doc.words[place]
        if place != token.i:
            token.own_head.children.append(token)
    doc.bounds = list(zip(starts, [*starts[1:], len(doc.words)], strict=True)) if starts else []
    doc.ents = [Span(doc, e.start, e.end, e.label_) for e in parsed.ents]
    return doc

"""The copy of a parse answers as spaCy's own Doc does."""

from extract import Extractor
from extract.syntax.copies import copy_parse

TEXT = (
    "On 3 May the ministers of Norway and Peru, who had met twice in Lima, didn't sign the accord; "
    'Harald Brekke said: "We\'ll wait." Two of its authors (a lawyer and a U.S. banker) left.\n\nNobody asked why.'
)
ALIKE = (
    "i idx text whitespace_ text_with_ws lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ is_punct is_upper "
    "is_alpha like_num is_sent_start"
).split()


def test_every_word_is_as_spacy_parsed_it(extractor: Extractor) -> None:
    theirs = extractor.nlp(TEXT)
    ours = copy_parse(theirs)
    assert ours.text == theirs.text
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        assert {name: getattr(mine, name) for name in ALIKE} == {name: getattr(other, name) for name in ALIKE}
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(mine, name).i == getattr(other, name).i
        for name in ("children", "ancestors", "subtree"):
            assert [t.i for t in getattr(mine, name)] == [t.i for t in getattr(other, name)]
        assert [mine.is_ancestor(t) for t in ours] == [other.is_ancestor(t) for t in theirs]


def test_spans_sentences_and_entities_are_those_of_spacy(extractor: Extractor) -> None:
    theirs = extractor.nlp(TEXT)
    ours = copy_parse(theirs)
    assert [(s.start, s.end, s.text) for s in ours.sents] == [(s.start, s.end, s.text) for s in theirs.sents]
    assert [(e.start, e.end, e.label_) for e in ours.ents] == [
        (e.start, e.end, e.label_) for e in theirs.ents
    ]
    for start in range(len(ours)):
        for end in range(start + 1, min(start + 9, len(ours)) + 1):
            mine, other = ours[start:end], theirs[start:end]
            assert (mine.text, mine.root.i) == (other.text, other.root.i)
            assert (mine.start_char, mine.end_char) == (other.start_char, other.end_char)
            assert [t.i for t in mine] == [t.i for t in other]


def test_an_empty_text_has_no_words() -> None:
    import spacy

    doc = copy_parse(spacy.blank("en")(""))
    assert (len(doc), list(doc.sents), doc.ents) == (0, [], [])

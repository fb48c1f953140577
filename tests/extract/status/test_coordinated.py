"""What coordinated verbs share."""

import pytest

from extract.status.assertion import assess
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Shell neither met nor visited Qatar", {"met": "negated", "visited": "negated"}),
        ("Shell did not meet Qatar but called Poland", {"meet": "negated", "called": "affirmed"}),
        ("Shell did not meet or call Qatar", {"meet": "negated", "call": "negated"}),
        ("Shell met Qatar and sued Poland", {"met": "affirmed", "sued": "affirmed"}),
    ],
)
def test_negation_of_coordinated_verbs(parsed, sentence, verbs):
    doc = parsed(sentence)
    assert {v: assess(at(doc, v), read_lexicon()).polarity for v in verbs} == verbs

"""The person whose name begins right behind a word."""

import pytest

from extract.grammar.heads import named_next

CASES = {
    "a national": ("police held the Canadian Mary Miller", "Canadian", ["Miller"]),
    "one word alone may be anything": ("police held the Canadian Miller", "Canadian", []),
    "whose": ("police took the Canadian Mary Miller's car", "Canadian", []),
    "behind a title": ("police held the Canadian lawyer Mary Miller", "Canadian", []),
}


@pytest.mark.parametrize(("sentence", "word", "expected"), CASES.values(), ids=CASES)
def test_the_name_right_behind_a_word(parsed, sentence, word, expected):
    token = next(t for t in parsed(sentence) if t.text == word)
    assert [t.text for t in named_next(token)] == expected

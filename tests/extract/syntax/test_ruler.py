"""The attribute ruler in a table gives what spaCy's own gives."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from extract.nlp import MODEL
from extract.syntax.ruler import NAME

SAMPLES = sorted((Path(__file__).parents[3] / "seeds" / "documents").glob("*.txt"))
WORDS = "There's no one whom they haven't met;  y'all gonna sign\tat 12:30 o'clock, ain't it, U.S.? I'd be \n\n glad. "


@pytest.fixture(scope="module")
def pair() -> tuple[Language, Language]:
    own, table = spacy.load(MODEL), spacy.load(MODEL)
    rules = own.get_pipe("attribute_ruler").patterns
    table.replace_pipe("attribute_ruler", NAME).add_patterns(rules)
    return own, table


def told(nlp: Language, text: str) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, str(t.morph)) for t in nlp(text)]


@pytest.mark.parametrize("text", [WORDS, "", *(p.read_text("utf-8") for p in SAMPLES)], ids=lambda t: t[:12])
def test_both_say_the_same(pair: tuple[Language, Language], text: str) -> None:
    assert told(pair[1], text) == told(pair[0], text)


def test_a_later_rule_wins_whatever_kind_it_is() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe(NAME)
    ruler.add([[{"LOWER": "the"}, {"LOWER": {"REGEX": "^deal"}}]], {"LEMMA": "pact", "POS": "NOUN"}, index=-1)
    ruler.add([[{"LOWER": {"IN": ["deals", "pacts"]}}]], {"LEMMA": "deal"})
    assert [(t.lemma_, t.pos_) for t in nlp("the deals")][1] == ("deal", "NOUN")
    ruler.add([[{"LOWER": "deals"}, {"ORTH": "end"}]], {"POS": "VERB"})
    assert [(t.lemma_, t.pos_) for t in nlp("the deals end")][1] == ("deal", "VERB")
    assert [(t.lemma_, t.pos_) for t in nlp("the pacts end")][1] == ("deal", "")

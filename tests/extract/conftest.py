"""One extractor for all tests of reading, and Docs made by hand, which no model can change."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract import Extractor, make_extractor
from extract.nlp import Parsed
from graph.model import Document, Extraction, Segment, document_id

Read = Callable[..., Extraction]
Make = Callable[[str], Doc]
PARSES = Path(__file__).parent / "parses.txt"
POS = {
    "NN": "NOUN NNS NOUN NNP PROPN NNPS PROPN VB VERB VBD VERB VBG VERB VBN VERB VBP VERB VBZ VERB MD AUX",
    "JJ": "JJ ADJ JJR ADJ JJS ADJ RB ADV RBR ADV WRB ADV IN ADP TO PART POS PART RP ADP DT DET WDT PRON",
    "PR": "PRP PRON PRP$ PRON WP PRON WP$ PRON EX PRON CC CCONJ CD NUM HYPH PUNCT",
}
POS_OF_TAG = {"NN": "NOUN"} | {
    tag: pos
    for line in POS.values()
    for tag, pos in zip(line.split()[::2], line.split()[1::2], strict=True)
}


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The shipped pipeline, registry and frames."""
    return make_extractor()

"""The statements follow the text: copies of the real transcript, changed in one place, say something else."""

from pathlib import Path

import pytest

from extract.texts.documents import read_document

SHARED = Path(__file__).parents[3] / "shared"
TRANSCRIPT = next(iter(sorted((SHARED / "seeds").glob("*.txt"))), None)
pytestmark = pytest.mark.skipif(
    TRANSCRIPT is None, reason=f"NOT TRIED: no transcript in {SHARED / 'seeds'} to make copies of"
)
DEPENDS = (
    "And that deal is dependent on the U.S. and UK removing sanctions on it, according to drafts "
    "of contracts that the journal reviewed."
)


@pytest.fixture(scope="module")
def said(extractor, tmp_path_factory):
    """What the transcript says once `old` is replaced: (subject, predicate, object) to its statement."""

    def _said(old="", new=""):
        text = TRANSCRIPT.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path_factory.mktemp("copy") / TRANSCRIPT.name
        path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
        (found,) = extractor.documents([read_document(path)])
        names = {m.id: m.name for m in found.mentions}
        return {(names[s.subject], s.predicate, names[s.object]): s for s in found.statements}

    return _said


def about(said, name):
    """The relations of one actor, its own name left out."""
    return {tuple("it" if part == name else part for part in key) for key in said if name in key}


def test_a_firm_that_nobody_knows_is_read_like_one_that_all_know(said):
    """ExxonMobil is in the registry; the invented firm is not, and says the same."""
    real, renamed = said(), said("ExxonMobil", "Calderstone Petroleum")
    assert about(real, "ExxonMobil")
    assert about(renamed, "Calderstone Petroleum") == about(real, "ExxonMobil")
    assert not about(renamed, "ExxonMobil")
    rest = {key for key in real if "ExxonMobil" not in key}
    assert rest == {key for key in renamed if "Calderstone Petroleum" not in key}


DENIALS = [
    ("Beach has been in talks to acquire", "Beach has never been in talks to acquire"),
    ("Beach has been in talks to acquire", "Beach has denied being in talks to acquire"),
    ("Beach has been in talks to acquire", "Beach is not in talks to acquire"),
]


@pytest.mark.parametrize(("old", "new"), DENIALS)
def test_talks_that_are_denied_are_denied(said, old, new):
    stake = ("Gentry Beach", "SEEKS_STAKE_IN")
    before = [s for key, s in said().items() if key[:2] == stake]
    after = [s for key, s in said(old, new).items() if key[:2] == stake]
    assert {s.polarity for s in before} == {"affirmed"}
    assert {s.polarity for s in after} == {"negated"}
    assert not [c for s in after for c in s.conditions]


def test_a_deal_hangs_on_two_states_where_the_text_says_so(said):
    stake = [s for key, s in said().items() if key[:2] == ("Gentry Beach", "SEEKS_STAKE_IN")]
    relief = {s.id: key for key, s in said().items() if key[1] == "SANCTIONS_LIFTED_BY"}
    linked = {relief.get(c.statement) for s in stake for c in s.conditions} - {None}
    assert {key[2] for key in linked} == {"United States", "United Kingdom"}


def test_without_that_sentence_it_hangs_on_nothing(said):
    without = said(DEPENDS, "")
    stake = [s for key, s in without.items() if key[:2] == ("Gentry Beach", "SEEKS_STAKE_IN")]
    assert stake
    assert not [c for s in stake for c in s.conditions]
    assert not [key for key in without if key[2] == "United Kingdom"]

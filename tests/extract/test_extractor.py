"""What holds for every document whatsoever, and that documents do not touch each other."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.model import Document, InputError, document_id
from graph.ontology import read_ontology

ONTOLOGY = read_ontology()
NAMES = [
    "Shell",
    "Rosneft",
    "Qatar",
    "the U.S.",
    "Moscow",
    "Emmanuel Macron",
    "Gazprom's",
    "a Russian tycoon",
]
VERBS = ["bought", "met", "didn't sue", "may visit", "sanctioned", "denied buying", "is in talks with", "and"]
GLUE = [",", "and", "but not", "which", "in 2022", ".\n", "?", '"', "said", "if", "\u00a0", "\u2019s", ">>"]
prose = st.lists(st.sampled_from([*NAMES, *VERBS, *GLUE]), max_size=25).map(" ".join)
anything = st.one_of(
    prose, prose, st.text(max_size=200), st.text("A. \n-:,'“é\u200bﬁ\U0001f600", max_size=80)
)
FEW = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def document(text, name="a.txt", date="2025-12-05"):
    return Document(document_id(text.encode("utf-8", "surrogatepass")), (name,), text, date=date)


def check(found):
    """All promises of an extraction at once; each assertion names what is broken."""
    text = found.document.text
    mentions = {m.id: m for m in found.mentions}
    assert len(mentions) == len(found.mentions), "mention ids are unique"
    assert len({s.id for s in found.statements}) == len(found.statements), "statement ids are unique"
    for mention in found.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.type in ONTOLOGY.types
        assert mention.name not in mention.aliases
    for statement in found.statements:
        subject, obj = mentions[statement.subject], mentions[statement.object]
        assert subject != obj
        assert ONTOLOGY.allows(statement.predicate, subject.type, obj.type), statement
        assert set(statement.qualifiers) <= set(ONTOLOGY.predicates[statement.predicate].qualifiers)
        assert 0 <= statement.confidence <= 1
        assert statement.evidence
        for evidence in statement.evidence:
            assert evidence.quote == text[evidence.start : evidence.end]
            for end in (evidence.subject, evidence.object):
                assert end.surface == text[end.start : end.end]
                assert evidence.start <= end.start < end.end <= evidence.end
        linked = {c.statement for c in statement.conditions} - {None}
        assert linked <= {s.id for s in found.statements} - {statement.id}


def test_any_text_is_read_and_keeps_its_promises(extractor):
    @FEW
    @given(anything)
    @example("Gazprom's ’s ’s")
    def holds(text):
        (found,) = extractor.documents([document(text)])
        check(found)

    holds()  # inside, lest a failure prints the whole registry


TEXTS = [
    "Shell acquired Sonatrach in March. It then sued Poland, according to Reuters.",
    "The Trump administration sanctioned Rosneft. The president met Keir Starmer.",
    "Jane: Is it over?\nPaul: Russian troops invaded Ukraine.\nJane: Emmanuel Macron condemned Russia.\n",
    "",
    "No names here.",
    "Witkoff met Putin. Witkov left. A Russian billionaire owns Gazprom Neft.",
]


@pytest.mark.parametrize("copies", [1, 30])
def test_a_document_reads_the_same_alone_and_among_others(extractor, copies):
    """Also across the batches of 64 that the parser takes."""
    documents = [document(text + " " * i, f"{i}.txt") for i in range(copies) for text in TEXTS]
    together = list(extractor.documents(documents))
    assert [found.document for found in together] == documents
    alone = {d.id: next(extractor.documents([d])) for d in documents[: len(TEXTS)]}
    for found in together:
        check(found)
        if found.document.id in alone:
            assert found == alone[found.document.id]


def test_what_else_is_read_does_not_matter(extractor):
    @settings(FEW, max_examples=20)
    @given(st.lists(prose, max_size=4), prose)
    def holds(others, text):
        alone = next(extractor.documents([document(text)]))
        others = [document(other) for other in others]
        assert list(extractor.documents([*others, document(text), *others]))[len(others)] == alone

    holds()


def test_reading_twice_gives_the_same(extractor):
    first, again = ([*extractor.documents([document(TEXTS[0])])] for _ in range(2))
    assert first == again
    assert first[0].statements


def test_no_documents_no_extractions(extractor):
    assert list(extractor.documents([])) == []


def test_documents_are_taken_as_they_come(extractor):
    """A thousand documents need not be there before the first is given back."""
    taken = []

    def source():
        for number in range(1000):
            taken.append(number)
            yield document(f"Shell acquired Sonatrach {number}.")

    next(extractor.documents(source()))
    assert len(taken) < 200


def test_a_medium_in_the_credits_tells_whose_president_is_meant(extractor):
    text = (
        "The president met Keir Starmer.\n\nThey talked for hours about the war and about trade.\n\n"
        "The show is a co-production of Spotify and the Wall Street Journal.\n"
    )
    (found,) = extractor.documents([document(text)])
    assert "person-donald-trump" in {m.registry for m in found.mentions}


def test_demonyms_are_no_aliases(read):
    (russia,) = (
        m for m in read("Russia fell. Russian troops invaded Ukraine.").mentions if m.name == "Russia"
    )
    assert russia.aliases == ()


def test_a_pipeline_that_is_not_installed_is_named():
    from extract.nlp import make_nlp

    with pytest.raises(InputError, match="no_such_model: no such spaCy pipeline"):
        make_nlp("no_such_model")

"""What `explain` tells of a sentence."""

from extract.explain import explain
from graph.model import Document, document_id


def explained(extractor, text: str):
    return list(explain(extractor, Document(document_id(text.encode()), ("x",), text, date="2025-01-01")))


def test_a_sentence_tells_mentions_what_fired_and_what_it_gave(extractor) -> None:
    (told,) = explained(extractor, "Shell denied that it had bought a stake in Lukoil.")
    assert {(m.surface, m.type) for m in told.mentions} == {("Shell", "Company"), ("Lukoil", "Company")}
    assert ("Shell", "Lukoil") in {t.ends for t in told.tried if t.predicate == "ACQUIRES"}
    assert [(s.predicate, s.polarity) for s in told.statements] == [("ACQUIRES", "negated")]


def test_a_refused_frame_says_why(extractor) -> None:
    (told,) = explained(extractor, "Shell bought a boat in London.")
    reasons = [t.reason for t in told.tried if t.trigger == "bought" and t.ends is None]
    assert any("boat names no actor" in reason for reason in reasons)
    assert any(reason.startswith("when: obj is none of") for reason in reasons)


def test_a_near_miss_found_one_end(extractor) -> None:
    (told,) = explained(extractor, "Shell bought a boat in London.")
    near = [t for t in told.tried if t.near]
    assert "ACQUIRES" in {t.predicate for t in near if t.reason == "no object: boat names no actor"}
    assert all(t.ends is None and not t.reason.startswith(("when:", "unless:")) for t in near)
    assert len(near) < len(told.tried) / 2


def test_a_question_gives_nothing(extractor) -> None:
    (told,) = explained(extractor, "Did Shell buy Lukoil?")
    assert told.aside == "a question asserts nothing"
    assert not told.tried

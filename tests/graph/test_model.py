"""Records: ids follow from what they identify, offsets point into the original."""

from graph.model import Segment, document_id, make_id, mention_id, statement_id


def test_ids_do_not_depend_on_how_a_letter_is_composed():
    assert make_id("x", "e\u0301", "b") == make_id("x", "é", "b")
    assert make_id("x", "ab") != make_id("x", "a", "b")
    assert make_id("x", "a").startswith("x-")
    assert len(make_id("x", "a")) == 22


def test_a_document_is_its_bytes():
    assert document_id(b"a") == document_id(b"a") != document_id(b"a\n")


def test_a_mention_is_its_document_and_offset():
    assert mention_id("doc-1", 5) != mention_id("doc-1", 6) != mention_id("doc-2", 6)


def test_symmetric_statements_have_one_id_either_way():
    assert statement_id("d", (1, 2), "MEETS_WITH", (3, 9), True) == statement_id(
        "d", (1, 2), "MEETS_WITH", (9, 3), True
    )
    assert statement_id("d", (1, 2), "OWNS", (3, 9), False) != statement_id(
        "d", (1, 2), "OWNS", (9, 3), False
    )


def test_a_segment_leads_back_to_the_original():
    segment = Segment("body", "comes to the U.S. in April", (*range(17), *range(20, 30)))
    original = "comes to the U.S.\r\n\r\nin April"[:17] + "   " + " in April!"
    start, end = segment.original(9, 20)
    assert original[start:end].split() == ["the", "U.S.", "in"]
    assert segment.original(4, 4) == (4, 4)

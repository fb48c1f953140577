"""Who speakers are, as their labels tell."""

from graph.model import Document, document_id

CALL = """Halberg Steel plc second-quarter earnings call

Lena Ortiz, chief executive: Good morning. We had a good quarter.

Ravi Menon, chief financial officer: Debt fell.

Helga Berg, Altior Bank: Why did it fall?

Lena Ortiz: We sold a mill.

Helga Berg: Which one?
"""


def told_of(extractor, text):
    document = Document(document_id(text.encode()), ("text",), text, date="2025-12-05")
    (found,) = extractor.documents([document])
    names = {mention.id: mention.name for mention in found.mentions}
    return {f"{names[s.subject]} {s.predicate} {names[s.object]}" for s in found.statements}


def test_the_executives_of_a_call_and_those_who_ask(extractor):
    told = told_of(extractor, CALL)
    assert "Lena Ortiz HEADS Halberg Steel plc" in told, told
    assert "Ravi Menon WORKS_FOR Halberg Steel plc" in told, told
    assert "Helga Berg WORKS_FOR Altior Bank" in told, told


def test_a_reporter_of_a_briefing(extractor):
    text = (
        "SPOKESPERSON: The talks are over.\n\nQUESTION (Ann Ott, Reuters): With whom?\n\n"
        "SPOKESPERSON: I cannot say.\n\nQUESTION (Ben Lee, Oslo): When?\n"
    )
    told = told_of(extractor, text)
    assert "Ann Ott WORKS_FOR Reuters" in told, told
    assert not [line for line in told if "Ben Lee" in line], told

"""Answers as text for a terminal, as Markdown, and as JSON values."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from backchannel.cli.output import clean, say

if TYPE_CHECKING:
    from graph.questions.answers import Answer, Row
    from graph.questions.quotes import Quote

VERDICTS = {
    "found": "",
    "denied": "The documents deny it.",
    "near": "No evidence in these documents that answers it; what stands near is below.",
    "none": "No evidence in these documents.",
}
KINDS = {"registry": "from the registry", "list": "from a list", "analyst": "from an analyst"}
_MARKS = re.compile(r"([\\`*_{}\[\]<>#+|~!])")


def answer_json(answer: "Answer") -> dict[str, Any]:
    """An answer as JSON has it: rows by kind."""
    return {
        "question": answer.question.id,
        "title": answer.question.title,
        "verdict": answer.verdict,
        "parameters": answer.parameters,
        "answers": [_row(row) for row in answer.of("answer")],
        "insufficient": [_row(row) for row in answer.of("insufficient")],
        "exposure": [_row(row) for row in answer.of("exposure")],
        "left_out": answer.left_out,
    }


def _row(row: "Row") -> dict[str, Any]:
    quotes = [quote._asdict() for quote in row.quotes]
    return {**row._asdict(), "quotes": quotes, "reasons": [_row(reason) for reason in row.reasons]}


def print_answer(answer: "Answer") -> None:
    """Rows under their titles, each with its sentences."""
    if VERDICTS[answer.verdict]:
        say(VERDICTS[answer.verdict])
    tier = None
    for row in answer.rows:
        if row.tier != tier:
            say()
            say(row.title, bold=True)
            tier = row.tier
        if row.name:
            say(f"{row.name} ({row.type})", indent=2, fg="cyan")
        say(_sentence(row), indent=4 if row.name else 2)
        for note in _notes(row):
            say(note, indent=4)
        for quote in _quotes(row):
            print_quote(quote)
        for reason in dict.fromkeys(reason.sentence for reason in row.reasons):
            say(f"also: {reason}", indent=4)
    if answer.left_out:
        say()
        say(_more(answer))


def print_quote(quote: "Quote") -> None:
    """A quoted sentence, and where it stands."""
    say(f"“{quote.quote}”", indent=6)
    say(f"— {_place(quote)}", indent=6, dim=True)


def markdown(answer: "Answer", said: Mapping[str, Any]) -> Iterator[str]:
    """The lines of an answer in Markdown; what documents and users wrote is escaped."""
    yield f"# {_plain(answer.question.title)}"
    for name, value in said.items():
        yield f"\n{_plain(name)}: {_plain(value)}"
    if VERDICTS[answer.verdict]:
        yield f"\n{VERDICTS[answer.verdict]}"
    tier = None
    for row in answer.rows:
        if row.tier != tier:
            yield f"\n## {_plain(row.title)}\n"
            tier = row.tier
        name = f"**{_plain(row.name)}** ({_plain(row.type)}): " if row.name else ""
        yield f"- {name}{_plain(_sentence(row))}"
        for note in _notes(row):
            yield f"  - {_plain(note)}"
        for quote in _quotes(row):
            yield f"\n  > {_plain(quote.quote)}\n  >\n  > — {_plain(_place(quote))}\n"
        for reason in dict.fromkeys(reason.sentence for reason in row.reasons):
            yield f"  - also: {_plain(reason)}"
    if answer.left_out:
        yield f"\n{_more(answer)}"


def _sentence(row: "Row") -> str:
    return row.sentence + ("" if row.status == "actual" else f" [{row.status}]")


def _notes(row: "Row") -> Iterator[str]:
    for condition in row.conditions:
        yield f"only if: {condition}"
    if row.regime:
        yield f"regime: {', '.join(row.regime)}"
    if row.sources:
        yield sources_of(row)
    beside = [KINDS[kind] for kind in row.evidence if kind in KINDS]
    if beside:
        yield f"evidence: {', '.join(beside)}{' and from texts' if 'text' in row.evidence else ''}"


def sources_of(row: "Row") -> str:
    """How many independent sources stand behind a row, and how many documents where some are copies."""
    documents = {quote.document for quote in row.quotes if quote.kind != "registry"}
    stories = {quote.story for quote in row.quotes if quote.kind != "registry"}
    copies = f" ({len(documents):,} documents, copies among them)" if len(documents) > len(stories) else ""
    return f"{row.sources:,} independent source{'' if row.sources == 1 else 's'}{copies}"


def _quotes(row: "Row") -> list["Quote"]:
    seen: dict[tuple[str, int, int], Quote] = {}
    for quote in row.quotes:
        seen.setdefault((quote.document, quote.start, quote.end), quote)
    return list(seen.values())


def _place(quote: "Quote") -> str:
    says = f"{quote.speaker}: " if quote.speaker else ""
    place = f"{quote.sources[0] if quote.sources else quote.document} {quote.start}-{quote.end}"
    said = f"{says}{', '.join(quote.attribution)}".strip(": ")
    facts = (place, quote.part, quote.timestamp, quote.date, said, quote.status)
    return ", ".join(fact for fact in facts if fact)


def _more(answer: "Answer") -> str:
    return f"{answer.left_out} more rows are left out; ask for them with --param limit=N."


def _plain(text: object) -> str:
    return _MARKS.sub(r"\\\1", clean(text))

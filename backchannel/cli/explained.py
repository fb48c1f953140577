"""Printing why a text gave the statements it gave."""

from collections.abc import Iterable
from dataclasses import replace

from backchannel.cli.output import say, say_json
from backchannel.pile import Item
from backchannel.progress import Run
from backchannel.reader import Reader, read_all
from extract.explain import Explanation, Tried
from graph.model import Statement


def print_explained(
    items: Iterable[Item], reader: Reader, run: Run, as_json: bool, every: bool = False
) -> None:
    """Read documents and print, sentence by sentence, what was seen, what fired and what was refused.

    Of the frames that were refused only near misses are printed, unless `every` one is asked for.
    """
    from extract.explain import explain

    extractor = reader.extractor()
    for document in read_all(items, reader.by_hand, run):
        told = [_told(sentence, every) for sentence in explain(extractor, document)]
        if as_json:
            say_json({"document": document.sources[0], "sentences": told})
            continue
        say(f"{document.sources[0]} ({document.date or 'no date'})", bold=True)
        for sentence in told:
            _print(sentence)


def _told(sentence: Explanation, every: bool) -> Explanation:
    """The sentence with the frames that are worth telling."""
    if every:
        return sentence
    return replace(sentence, tried=tuple(t for t in sentence.tried if t.ends is not None or t.near))


def _print(sentence: Explanation) -> None:
    say()
    say(f"“{sentence.quote}”")
    if sentence.aside:
        say(f"gave nothing: {sentence.aside}", 2, dim=True)
    for named in sentence.mentions:
        as_whom = "" if named.actor == named.surface else f" = {named.actor}"
        say(f"mention  {named.surface}{as_whom} ({named.type})", 2)
    for tried in sentence.tried:
        _print_tried(tried)
    for statement in sentence.statements:
        say(f"gives    {_status(statement)}", 2, fg="green")


def _print_tried(tried: Tried) -> None:
    if tried.ends is not None:
        say(f"fired    “{tried.trigger}” {tried.frame}: {tried.ends[0]} {tried.predicate} {tried.ends[1]}", 2)
    else:
        what = "missed" if tried.near else "refused"
        say(f"{what} “{tried.trigger}” {tried.frame}: {tried.reason}", 2, dim=True)


def _status(statement: Statement) -> str:
    evidence = statement.evidence[0]
    said = [f"{evidence.subject.surface} {statement.predicate} {evidence.object.surface}"]
    said += [statement.polarity, statement.modality]
    said += [f"if: {condition.text}" for condition in statement.conditions]
    said += [f"says: {source.text}" for source in statement.attribution]
    said += [f"when: {statement.date_words}"] if statement.date_words else []
    said += [f"{key}: {value}" for key, value in statement.qualifiers.items()]
    return ", ".join([*said, f"by {statement.rule} ({statement.confidence:.2f})"])

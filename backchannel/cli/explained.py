"""Printing why a text gave the statements it gave."""

from collections.abc import Iterable
from pathlib import Path

from backchannel.cli.output import say, say_json
from backchannel.pipeline import Run, read
from backchannel.settings import Settings
from extract.explain import Explanation, Tried
from graph.model import Statement


def print_explained(paths: Iterable[Path], settings: Settings, as_json: bool, run: Run) -> None:
    """Read files and print, sentence by sentence, what was seen, what fired and what was refused.

    `run` has the metadata given by hand, and is told of documents that cannot be read.
    """
    from extract import make_extractor
    from extract.explain import explain
    from graph.ontology import read_ontology
    from graph.registry import read_registry

    extractor = make_extractor(
        registry=read_registry(settings.registry),
        ontology=read_ontology(settings.ontology),
        model=settings.model,
    )
    for document in read(paths, run):
        told = list(explain(extractor, document))
        if as_json:
            say_json({"document": document.sources[0], "sentences": told})
            continue
        say(f"{document.sources[0]} ({document.date or 'no date'})", bold=True)
        for sentence in told:
            _print(sentence)


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
        say(f"refused  “{tried.trigger}” {tried.frame}: {tried.reason}", 2, dim=True)


def _status(statement: Statement) -> str:
    evidence = statement.evidence[0]
    said = [f"{evidence.subject.surface} {statement.predicate} {evidence.object.surface}"]
    said += [statement.polarity, statement.modality]
    said += [f"if: {condition.text}" for condition in statement.conditions]
    said += [f"says: {source.text}" for source in statement.attribution]
    said += [f"when: {statement.date_words}"] if statement.date_words else []
    said += [f"{key}: {value}" for key, value in statement.qualifiers.items()]
    return ", ".join([*said, f"by {statement.rule} ({statement.confidence:.2f})"])

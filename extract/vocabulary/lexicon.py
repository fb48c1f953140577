"""The words that change the status of what they govern. Data in status.toml."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of status.toml."""

    intended: frozenset[str]
    possible: frozenset[str]
    negated: frozenset[str]
    stopped: frozenset[str]
    ended: frozenset[str]
    aside: frozenset[str]
    evidence: frozenset[str]
    report: frozenset[str]
    nonfactive: frozenset[str]
    falsely: frozenset[str]
    untrue: frozenset[str]
    unfit: frozenset[str]
    invented: frozenset[str]
    bonds: frozenset[str]
    unreal: frozenset[str]
    showing: frozenset[str]
    directive: frozenset[str]
    given_up: frozenset[str]
    making: frozenset[str]
    pondered: frozenset[str]
    engaging: frozenset[str]
    factive: frozenset[str]
    cutting: frozenset[str]
    tied: frozenset[str]
    brought: frozenset[str]
    fought: frozenset[str]
    pleas: frozenset[str]
    mooted: frozenset[str]
    refused: frozenset[str]
    nearing: frozenset[str]
    quitting: frozenset[str]
    delivered: frozenset[str]
    issues: frozenset[str]
    heeding: frozenset[str]
    nounlike: frozenset[str]
    favouring: frozenset[str]
    clause_verbs: frozenset[str]
    implied: frozenset[str]
    asking: frozenset[str]
    saying: frozenset[str]
    mistaken: frozenset[str]
    correct: frozenset[str]
    proving: frozenset[str]
    hearsay: frozenset[str]
    plain: frozenset[str]
    undoubted: frozenset[str]
    sureness: frozenset[str]
    clearing: frozenset[str]
    kept_from: frozenset[str]
    disputing: frozenset[str]
    calling: frozenset[str]
    emerging: frozenset[str]
    attempts: frozenset[str]
    blaming: frozenset[str]
    picking: frozenset[str]
    coming: frozenset[str]
    likes: frozenset[str]
    whenever: frozenset[str]
    likened: frozenset[str]
    arriving: frozenset[str]
    denying: frozenset[str]
    scarcely: frozenset[str]
    headline: dict[str, str]
    phrasal: dict[str, str]
    modals: dict[str, str]
    marks: frozenset[str]
    dependent: frozenset[str]
    depend: frozenset[str]
    requires: frozenset[str]
    deals: frozenset[str]


@cache
def read_lexicon() -> Lexicon:
    """Read status.toml once."""
    data = tomllib.loads(
        resources.files("extract.vocabulary").joinpath("status.toml").read_text(encoding="utf-8")
    )
    modals = {word: kind for kind, words in data["modals"].items() for word in words}
    lists = {**data, **data["conditions"]}
    words = {f.name: frozenset(lists[f.name]) for f in fields(Lexicon) if f.type == frozenset[str]}
    return Lexicon(**words, phrasal=data["phrasal"], headline=data["headline"], modals=modals)

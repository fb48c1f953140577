"""What a name does, has or has done to it tells its type: only companies have shares, only persons marry."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from extract.syntax.parse import Doc, Token

STRONG, MILD, FAIR = 2.0, 1.5, 1.0
SCHOOL = 5.0  # against a city's name, its label and its place among the cities: "studied at Oxford"
HEADS = frozenset({"ceo", "cfo", "coo", "chairman", "chairwoman", "boss", "co-founder"})
HOLDING = frozenset("acquire buy control have hold keep own retain".split())
SUBJECTS = frozenset({"nsubj", "agent"})


@dataclass(frozen=True, slots=True)
class Selection:
    """Types by lemma, for each way in which a word and a name hang together; see selection.toml."""

    subject: dict[str, str]
    passive: dict[str, str]
    object: dict[str, str]
    possessed: dict[str, str]
    of: dict[str, str]
    into: dict[str, str]
    at: dict[str, str]
    before: dict[str, str]
    place: frozenset[str]
    abstract: frozenset[str]
    dealing: frozenset[str]
    dealt: frozenset[str]
    local: frozenset[str]
    graduates: frozenset[str]
    towards: dict[str, frozenset[str]]


@cache
def read_selection() -> Selection:
    """Read selection.toml once."""
    data = tomllib.loads(
        resources.files("extract.vocabulary").joinpath("selection.toml").read_text(encoding="utf-8")
    )
    sets: dict[str, Any] = {name: frozenset(found) for name, found in data.pop("words").items()}
    towards = {lemma: frozenset(found) for lemma, found in data.pop("towards").items()}
    tables: dict[str, Any] = {
        name: {word: kind for kind, found in table.items() for word in found} for name, table in data.items()
    }
    return Selection(**tables, **sets, towards=towards)


def selected(root: Token, end: int, doc: Doc, selection: Selection) -> Iterator[tuple[str, float]]:
    """Types with weights that the words around one place of a name tell."""
    while root.dep_ == "conj" and root.head.pos_ == "PROPN" and root.head.head != root.head:
        root = root.head
    head = root.head
    lemma = head.lemma_.lower()
    found = None
    weight = STRONG
    match root.dep_:
        case "nsubj":
            found = selection.subject.get(lemma)
        case "nsubjpass":
            found = selection.passive.get(lemma)
        case "dobj":
            found = selection.object.get(lemma)
        case "poss":
            found = selection.possessed.get(lemma)
        case "compound" | "nmod" if head.pos_ == "NOUN" and head.i >= end:
            found = selection.before.get(lemma)
            weight = FAIR if root.ent_type_ in ("GPE", "LOC") and lemma in selection.local else STRONG
        case "compound" | "nmod" if head.lower_ in HEADS and head.i >= end:
            found = "Company"  # "Bidco CEO Vimal Shah"
        case "pobj":
            found, weight = _preposed(root, head, lemma, selection)
    if found is not None:
        yield found, weight
    elif _deals(root, lemma, selection):
        yield "Company", MILD
    after = doc[end] if end < len(doc) else None
    if after is not None and after.pos_ == "NOUN" and after.head == root and after.dep_ != "appos":
        told = selection.before.get(after.lemma_.lower())
        if told is not None:
            yield told, STRONG


def _deals(root: Token, lemma: str, selection: Selection) -> bool:
    """Whether somebody buys, sells or invests, or is bought: a firm, where nothing tells more."""
    match root.dep_:
        case "nsubj":
            return lemma in selection.dealing
        case "dobj" | "nsubjpass":
            return lemma in selection.dealt
        case "pobj":
            governor = root.head.head
            return governor.lemma_.lower() in selection.towards.get(lemma, ())
    return False


def _preposed(root: Token, head: Token, lemma: str, selection: Selection) -> tuple[str | None, float]:
    """ "a stake in X", "the wife of X", "born in X"."""
    governor = head.head
    noun = governor.lemma_.lower()
    if lemma == "of":
        return (
            (selection.at[noun], SCHOOL) if noun in selection.graduates else (selection.of.get(noun), STRONG)
        )
    if lemma == "at" or (
        lemma == "from" and (noun in selection.graduates or governor.head.head.lemma_ in selection.graduates)
    ):
        learnt = [governor, *(c for c in governor.children if c.dep_ == "dobj")]
        return next((selection.at[t.lemma_] for t in learnt if t.lemma_ in selection.at), None), SCHOOL
    if lemma not in selection.place:
        return None, 0.0
    if governor.dep_ == "relcl" and noun in HOLDING:  # "the stake that it holds in X"
        noun = governor.head.lemma_.lower()
    if noun in selection.into:
        return selection.into[noun], STRONG
    long = root.ent_type_ == "ORG" and any(c.dep_ == "compound" for c in root.children)
    return "Place", FAIR if long or noun in selection.abstract or lemma == "inside" else STRONG

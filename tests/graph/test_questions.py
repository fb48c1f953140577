"""Question files: what they refuse, and what "who benefits" answers on statements made by hand."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.model import (
    Condition,
    Document,
    End,
    Evidence,
    Extraction,
    InputError,
    Mention,
    Statement,
    document_id,
    mention_id,
    statement_id,
)
from graph.ontology import read_ontology
from graph.questions.answers import Answer, Row
from graph.questions.catalogue import read_question, read_questions
from graph.questions.run import run
from loaders.store import open_store

LINES = """
Novatek:Company SANCTIONED_BY United States:State
Novatek:Company SANCTIONED_BY United Kingdom:State
1: Novatek:Company SANCTIONS_LIFTED_BY United States:State conditional
2: Novatek:Company SANCTIONS_LIFTED_BY United Kingdom:State conditional
Gentry Beach:Person SEEKS_STAKE_IN Arctic gas project:Asset if=1,2
Gentry Beach:Person PARTNERS_WITH Novatek:Company possible
Novatek:Company OWNS Arctic gas project:Asset
Russian billionaire:Person OWNS Novatek:Company
Russian billionaire:Person ASSOCIATE_OF Vladimir Putin:Person
Gentry Beach:Person ASSOCIATE_OF Donald Trump Jr.:Person
Donald Trump Jr.:Person PARTNERS_WITH Gentry Beach:Person denied
Kirill Dmitriev:Person SANCTIONED_BY United States:State
Kirill Dmitriev:Person MEETS_WITH Steve Witkoff:Person
Steve Witkoff:Person REPRESENTS United States:State
Steve Witkoff:Person NEGOTIATES_WITH Novatek:Company
Kirill Dmitriev:Person PARTNERS_WITH Elon Musk:Person possible
ExxonMobil:Company MEETS_WITH Rosneft:Company if=a peace deal
Russia:State OWNS Rosneft:Company
Russia:State PARTNERS_WITH United States:State possible
"""
STATUS: Mapping[str, dict[str, Any]] = {
    "denied": {"polarity": "negated"},
    "possible": {"modality": "possible"},
    "intended": {"modality": "intended"},
    "conditional": {"modality": "conditional"},
}


def article(lines: str, path: str = "article.txt") -> Extraction:
    """A document of lines `[mark:] Subject:Type PREDICATE Object:Type [status] [if=mark,…|text]`."""
    text = lines.strip()
    document = Document(document_id(text.encode()), (path,), text, date="2025-12-05")
    mentions: dict[str, Mention] = {}
    statements: list[Statement] = []
    marked: dict[str, str] = {}
    place = 0
    for line in text.split("\n"):
        words, _, condition = line.partition(" if=")
        mark, words = words.split(": ", 1) if words[0].isdigit() else ("", words)
        predicate = next(word for word in words.split() if word in read_ontology().predicates)
        subject, rest = (part.strip() for part in words.split(predicate))
        *name, last = rest.split()
        status = last if last in STATUS else ""
        ends = []
        for spelling in (subject, " ".join(name) if status else rest):
            start = place + line.index(spelling)
            called, _, type_ = spelling.rpartition(":")
            new = Mention(
                mention_id(document.id, start), document.id, start, start + len(called), called, type_
            )
            mentions.setdefault(called, new)
            ends.append((mentions[called].id, End(start, start + len(called), called)))
        trigger = place + line.index(predicate)
        statement = Statement(
            id=statement_id(
                document.id, (trigger, trigger + 1), predicate, (ends[0][1].start, ends[1][1].start), False
            ),
            document=document.id,
            subject=ends[0][0],
            predicate=predicate,
            object=ends[1][0],
            evidence=(Evidence(document.id, place, place + len(line), line, ends[0][1], ends[1][1]),),
            conditions=tuple(
                Condition("sanctions go", marked[part]) if part in marked else Condition(part)
                for part in filter(None, condition.split(","))
            ),
            **STATUS.get(status, {}),
        )
        marked[mark] = statement.id
        statements.append(statement)
        place += len(line) + 1
    return Extraction(document, tuple(mentions.values()), tuple(statements))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a.graph"


def who_benefits(folder: Path, lines: str = LINES, **names: list[str]) -> Answer:
    store = open_store(folder, known={})
    try:
        store.put(article(lines))
        known = {name: id_ for id_, name in store.query("MATCH (a:Actor) RETURN a.id, a.name").rows}
        parameters = {key: [known[name] for name in values] for key, values in names.items()}
        return run(read_questions()["who-benefits"], store.query, parameters)
    finally:
        store.close()


def who_supplies(folder: Path, symmetric: bool) -> list[str]:
    """Who is found where Ruritania's supplies are asked for, of whom only its own supplier is told."""
    shipped = read_ontology()
    supplies = replace(shipped.predicates["SUPPLIES"], symmetric=symmetric)
    ontology = replace(shipped, predicates={**shipped.predicates, "SUPPLIES": supplies})
    with closing(open_store(folder, known={}, ontology=ontology)) as store:
        store.put(article("Zenda Works:Company SUPPLIES Ruritania:State"))
        asked = store.query("MATCH (a:State) RETURN a.id").rows[0][0]
        parameters = {"what": ["SUPPLIES"], "by": [asked]}
        answer = run(read_questions()["who-does"], store.query, parameters, ontology=ontology)
    return [row.name for row in answer.rows]


def test_which_ties_go_either_way_is_told_by_the_ontology(tmp_path: Path) -> None:
    assert who_supplies(tmp_path / "one", symmetric=False) == []
    assert who_supplies(tmp_path / "two", symmetric=True) == ["Zenda Works"]


def tiers(rows: tuple[Row, ...]) -> dict[str, str]:
    return {row.name: row.tier for row in rows}


def without(*parts: str) -> str:
    return "\n".join(line for line in LINES.strip().split("\n") if not any(part in line for part in parts))


def test_who_benefits_names_each_actor_once_at_its_best_tier(folder: Path) -> None:
    answer = who_benefits(folder)
    assert tiers(answer.of("answer")) == {
        "Gentry Beach": "depends",
        "Kirill Dmitriev": "listed",
        "Novatek": "listed",
        "Russian billionaire": "owners",
        "ExxonMobil": "waiting",
        "Rosneft": "waiting",
        "Russia": "behind",
    }
    assert tiers(answer.of("exposure")) == {"Donald Trump Jr.": "denials", "Vladimir Putin": "near"}
    assert answer.of("insufficient") == ()
    assert answer.rows[0].name == "Gentry Beach"


def test_a_row_carries_its_conditions_its_chain_and_quotes_that_stand_in_the_text(folder: Path) -> None:
    answer = who_benefits(folder)
    beach = answer.rows[0]
    assert beach.conditions[:2] == (
        "United Kingdom lifting sanctions on Novatek",
        "United States lifting sanctions on Novatek",
    )
    text = LINES.strip()
    for row in answer.rows:
        assert row.quotes
        for quote in row.quotes:
            assert text[quote.start : quote.end] == quote.quote
            assert quote.sources == ("article.txt",)
    owner = next(row for row in answer.rows if row.name == "Russia")
    assert [quote.predicate for quote in owner.quotes] == ["OWNS", "MEETS_WITH"]
    assert owner.conditions == ("a peace deal",)
    assert any(reason.tier == "ties" and reason.status == "possible" for reason in beach.reasons)


def test_a_deal_that_needs_two_states_is_not_helped_by_one(folder: Path) -> None:
    answer = who_benefits(folder, by=["United States"])
    assert "Gentry Beach" not in tiers(answer.of("answer"))
    (beach,) = answer.of("insufficient")
    assert beach.sentence.endswith("not enough: this also needs United Kingdom lifting sanctions on Novatek")


def test_a_deal_that_needs_two_states_is_helped_by_both(folder: Path) -> None:
    answer = who_benefits(folder, by=["United States", "United Kingdom"])
    assert tiers(answer.of("answer"))["Gentry Beach"] == "depends"


def test_only_sanctions_on_the_named_count(folder: Path) -> None:
    assert tiers(who_benefits(folder, on=["Kirill Dmitriev"]).rows) == {"Kirill Dmitriev": "listed"}


def test_a_denied_deal_is_exposure(folder: Path) -> None:
    denied = LINES.replace("Arctic gas project:Asset if=1,2", "Arctic gas project:Asset denied")
    answer = who_benefits(folder, denied)
    assert "Gentry Beach" not in tiers(answer.of("answer"))
    assert tiers(answer.of("exposure"))["Gentry Beach"] == "denials"


def test_without_the_sanctions_nobody_depends_on_them(folder: Path) -> None:
    answer = who_benefits(folder, without("Kingdom", "Novatek:Company SANCTION").replace(" if=1,2", ""))
    assert tiers(answer.of("answer")) == {
        "Kirill Dmitriev": "listed",
        "ExxonMobil": "waiting",
        "Rosneft": "waiting",
        "Russia": "behind",
    }


def test_talks_that_wait_count_only_beside_sanctions(folder: Path) -> None:
    assert who_benefits(folder, without("SANCTION").replace(" if=1,2", "")).rows == ()


@pytest.mark.parametrize(
    ("line", "tier"),
    [
        ("Ajax:Company SUPPLIES Novatek:Company", "ties"),
        ("Ajax:Company INVESTS_IN Novatek:Company intended", "ties"),
        ("Ajax:Company MEETS_WITH Novatek:Company", "ties"),
        ("Ajax:Person NEGOTIATES_WITH Novatek:Company", "ties"),
        ("Novatek:Company INVESTS_IN Ajax:Company", None),
        ("Ajax:Person MEETS_WITH Kirill Dmitriev:Person", None),
        ("Ajax:Person VISITS United States:State", None),
    ],
)
def test_business_with_the_listed_counts_and_meetings_of_persons_do_not(
    folder: Path, line: str, tier: str | None
) -> None:
    assert tiers(who_benefits(folder, LINES + line).of("answer")).get("Ajax") == tier


def test_an_owner_through_a_chain_is_found(folder: Path) -> None:
    chain = "Top:Person OWNS Middle:Company\nMiddle:Company OWNS Novatek:Company"
    rows = who_benefits(folder, LINES + chain).of("answer")
    top = next(row for row in rows if row.name == "Top")
    assert top.sentence == "Top owns Novatek through Middle, which is under sanctions"


def test_a_hostile_name_is_only_ever_a_value(folder: Path) -> None:
    name = 'O\'Brien {x} "$by" }) DETACH DELETE'
    answer = who_benefits(folder, LINES + f"{name}:Person OWNS Novatek:Company")
    assert tiers(answer.of("answer"))[name] == "owners"


QUESTION = """
id = "who-owns"
title = "Who owns"
meaning = "Owners."
phrasings = ["who owns (?P<of>.+)"]
columns = ["actor", "sentence"]
score = "score"
[parameters.of]
type = "actors"
means = "the company"
[[tiers]]
id = "owners"
title = "Owners"
sentence = "{name} owns {target}"
cypher = '''MATCH (a:Actor)-[r:OWNS]->(b:Actor) WHERE b.id IN $of
RETURN a.id AS actor, b.name AS target, r.statements AS statements, r.confidence AS score'''
"""


def test_a_question_of_ones_own_is_read_beside_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "who_owns.toml").write_text(QUESTION)
    assert {"who-benefits", "who-owns"} <= set(read_questions(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "Who owns"', "titel = 1", "title: field required"),
        ('score = "score"', "score = 3", "score: input should be a valid string"),
        ("$of", "$off", r"tiers.owners.cypher: unknown parameter \$off"),
        ("{target}", "{targets}", "tiers.owners.sentence: {targets} is no column of its query"),
        ("r.statements AS statements, ", "", "tiers.owners.cypher: does not return a column 'statements'"),
        ("(?P<of>.+)", "(?P<off>.+)", "phrasings.0: there is no parameter 'off'"),
        ("(?P<of>.+)", "(", "phrasings.0: not a regular expression"),
        ('"actor", "sentence"', '"actors"', "columns: unknown column 'actors'"),
        ('id = "who-owns"', "id = ", "not valid TOML"),
    ],
)
def test_a_broken_question_is_refused_with_file_and_key(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(QUESTION.replace(old, new, 1))
    with pytest.raises(InputError, match=rf"mine.toml:\d+: {message}"):
        read_question(file)


def test_two_questions_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(QUESTION.replace("who-owns", "who-benefits"))
    with pytest.raises(InputError, match=r"mine.toml: id: there is already a question 'who-benefits'"):
        read_questions(tmp_path)

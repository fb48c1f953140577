import pytest

from backchannel.actors import Found, UnknownActor, find_actor
from backchannel.asking import NotUnderstood, understand
from graph.questions.catalogue import read_questions

ACTORS = [
    Found("state-us", "United States", "State", ("U.S.", "America")),
    Found("act-1", "Igor Sechin", "Person", ("Sechin",)),
    Found("act-2", "Ivan Sechin", "Person", ("Sechin",)),
    Found("act-3", "Rosneft", "Company", ("PJSC Rosneft",)),
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("who-benefits", {}),
        ("Who benefits?", {}),
        ("Who benefits from sanctions relief?", {}),
        ("who would benefit from lifting sanctions on Novatek", {"on": "novatek"}),
        ("Who gains if U.S. sanctions on Rosneft are lifted?", {"by": "us", "on": "rosneft"}),
        ("Who stands to profit from the easing of sanctions?", {}),
        ("which companies would benefit from US sanctions relief", {"by": "us"}),
        (
            "Who wins if the UK and the EU lift their sanctions on Iran?",
            {"by": "the uk and the eu", "on": "iran"},
        ),
    ],
)
def test_a_question_is_understood_with_its_parameters(text: str, words: dict[str, str]) -> None:
    understood = understand(text, read_questions())
    assert (understood.question.id, understood.words) == ("who-benefits", words)


@pytest.mark.parametrize(
    "text",
    [
        "who loses if sanctions are lifted",
        "who benefits from the war",
        "who does not benefit from sanctions relief",
        "who benefits if sanctions on Iran are not lifted",
        "who benefits from sanctions",
        "",
    ],
)
def test_another_question_is_never_answered_instead(text: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        understand(text, read_questions())
    assert caught.value.nearest


@pytest.mark.parametrize("name", ["state-us", "united states", "The U.S.", "america"])
def test_an_actor_is_found_by_id_name_or_alias(name: str) -> None:
    assert find_actor(name, ACTORS).id == "state-us"


def test_a_legal_form_does_not_matter() -> None:
    assert find_actor("Rosneft PJSC", ACTORS).id == "act-3"


def test_an_ambiguous_name_lists_the_candidates() -> None:
    with pytest.raises(UnknownActor, match=r"^no actor .*Igor Sechin \(Person, act-1\), Ivan Sechin"):
        find_actor("Sechin", ACTORS)


def test_an_unknown_name_offers_the_near_ones() -> None:
    with pytest.raises(UnknownActor, match=r"no actor 'Rosnetf' .*near: Rosneft"):
        find_actor("Rosnetf", ACTORS)
    with pytest.raises(UnknownActor, match="no actor ''"):
        find_actor("", ACTORS)

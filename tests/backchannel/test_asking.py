import pytest

from backchannel.actors import Found, Listed, UnknownActor, find_actor

ACTORS = Listed(
    [
        Found("state-us", "United States", "State", ("U.S.", "America")),
        Found("act-1", "Igor Sechin", "Person", ("Sechin",)),
        Found("act-2", "Ivan Sechin", "Person", ("Sechin",)),
        Found("act-3", "Rosneft", "Company", ("PJSC Rosneft",)),
    ]
)


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

"""What is said of persons, their offices and money, and cannot be."""

import pytest

UNTOLD = {
    "a fine to a bloc": ("Kestrel Mining paid $3 million to the European Union in fines.", "DONOR_TO"),
    "a patient": ("Lena Ortiz was admitted to Stanford Hospital on Monday.", "EDUCATED_AT"),
    "no member of a hospital": ("Lena Ortiz was admitted to Stanford Hospital on Monday.", "MEMBER_OF"),
    "what a lobbyist deals with": ("The Algeria lobbyist David Keel spoke.", "CITIZEN_OF"),
    "a language": ("The Greek language newspaper Neos Kosmos wrote so.", "BASED_IN"),
    "where a text was written": ("HONG KONG May 23 Japan's Marlow Tin sold its mine.", "HONG KONG"),
    "another role behind a semicolon": (
        "Guests were Ravi Menon of Kestrel Mining; former prime ministers of Canada; and Lena Ortiz.",
        "HEADS",
    ),
    "one more of a list": (
        "Police read papers filed by President Viktor Lund's son, Duduzane, and arms deal fixer Fana Holm.",
        "ASSOCIATE_OF",
    ),
    "a bloc and another party": (
        "Yulia Lund's Bloc and the Fair Ukraine Party will not join the coalition.",
        "HEADS",
    ),
    "an office behind another's": (
        "Gazprom said its chief executive, Alexei Berg, and the chairman of Kestrel Mining, Zhou Jin, had met.",
        "Alexei Berg HEADS Kestrel Mining",
    ),
    "a peer's place": ("Lord Sandbury of Preston Candover spoke.", "WORKS_FOR"),
    "who tells of gifts": (
        "The paper reported that Jorge Berg revealed the contributions to Ollanta Holm's campaign.",
        "DONOR_TO",
    ),
    "a leader in business": ("Lee Holm, the country's leading business leader, spoke of Canada.", "HEADS"),
    "a record": ("Kestrel Mining set a Guinness World Record in 2014.", "FOUNDED"),
    "a merged firm": ("A merger of Kestrel Mining and Marlow Tin would create a tin giant.", "FOUNDED"),
}


@pytest.mark.parametrize(("text", "untold"), UNTOLD.values(), ids=UNTOLD)
def test_what_is_not_said(tell, text, untold):
    assert not [s for s in tell(text) if untold in s]


def test_a_passport_taken_away_is_held_no_more(tell):
    text = "Anna Berg lives in London. The government revoked her Russian passport in May."
    assert "!Anna Berg CITIZEN_OF Russia" in tell(text)


def test_who_will_leave_a_firm_works_for_it(tell):
    assert "Lena Ortiz WORKS_FOR Marlow Tin Corp" in tell("Lena Ortiz will leave Marlow Tin Corp next year.")


def test_an_office_whose_body_stands_behind_it_is_not_that_of_the_topic(tell):
    text = (
        "Halberg Bank said profit rose. Halberg Bank shares fell. Halberg Bank is large. "
        "It named Paul Jones, former chairman and CEO of Compass Bank, to its board."
    )
    assert not [s for s in tell(text) if s.startswith("Paul Jones HEADS Halberg")]


def test_a_visitor_who_leads_his_own_state_does_not_lead_the_host(tell):
    text = (
        "ACCRA (Reuters) - Joao Lund, President of Angola, arrived on Sunday for a visit to Ghana. "
        "President Lund will depart for his country on Wednesday."
    )
    assert [s for s in tell(text) if "HEADS" in s] == ["Joao Lund HEADS Angola"]


def test_an_office_is_of_the_firm_spoken_of_right_before_or_left_open(tell):
    text = (
        "Halberg Bank is old. Halberg Bank is Danish. Halberg Bank shares fell. At Marlow Tin, profit fell. "
        "CEO Lena Ortiz promised cuts."
    )
    assert "Lena Ortiz HEADS Halberg Bank" not in tell(text)


def test_whose_leader_says_so_is_who_is_told_of(tell):
    text = "Marlow Tin will not sell its mine to Halberg Bank, its chairman, Jan Berg, said."
    assert [s for s in tell(text) if "HEADS" in s] == ["Jan Berg HEADS Marlow Tin"]


def test_a_nickname_in_quotes_parts_no_name(tell):
    text = 'Senator Robin "Big Bill" Holm, a friend of President Viktor Lund, spoke.'
    assert "Robin Holm ASSOCIATE_OF Viktor Lund" in tell(text)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Murdoch Berg, who is not listed by the commission as a donor to the Conservative Party, came.",
            "!Murdoch Berg DONOR_TO Conservative Party",
        ),
        ("Murdoch Berg is not registered as a lobbyist for Shell.", "!Murdoch Berg REPRESENTS Shell"),
        ("Anna Holm has never served as chairman of Shell.", "!Anna Holm HEADS Shell"),
    ],
)
def test_who_is_not_listed_as_one_is_none(tell, text, denied):
    assert denied in tell(text)

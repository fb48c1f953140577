"""Listing notices: agentless passives and numbered entries."""

import pytest

from graph.model import Document, document_id

NOTICE = """Notice: additions to the Canadian sanctions list

Canada has today added the persons named below to its sanctions list. Their assets are frozen.

1. Marlow Tin Ltd. Registered in Valletta. It ships ore.

2. Pavel Orlenko, resident in Dubai. Nationality: Russian.

3. Dervent Bank. Based in Kaliningrad.
"""


def extract(extractor, text: str):
    """Read a text with its lines, as a file is read."""
    return next(extractor.documents([Document(document_id(text.encode()), ("x",), text, date="2025-01-01")]))


def facts(extraction):
    names = {mention.id: mention.name for mention in extraction.mentions}
    return {(names[s.subject], s.predicate, names[s.object], s.polarity) for s in extraction.statements}


def test_each_numbered_entry_is_listed_by_the_authority_of_the_notice(extractor) -> None:
    found = facts(extract(extractor, NOTICE))
    for name in ("Marlow Tin Ltd", "Pavel Orlenko", "Dervent Bank"):
        assert any(s.startswith(name) and (p, o) == ("SANCTIONED_BY", "Canada") for s, p, o, _ in found), (
            found
        )


def test_particulars_without_a_subject_are_about_the_entry(extractor) -> None:
    found = {(s, p, o) for s, p, o, _ in facts(extract(extractor, NOTICE))}
    assert ("Dervent Bank", "BASED_IN", "Kaliningrad") in found
    assert ("Pavel Orlenko", "BASED_IN", "Dubai") in found


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Canada imposed sanctions on Lukoil. Rosneft was designated too.", "affirmed"),
        ("Canada imposed sanctions on Lukoil. Rosneft has not been designated.", "negated"),
    ],
)
def test_a_listing_by_nobody_is_by_the_one_authority_of_the_text(read, text: str, polarity: str) -> None:
    assert ("Rosneft", "SANCTIONED_BY", "Canada", polarity) in facts(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Canada imposed sanctions on Lukoil. The listings include Rosneft.",
        "Canada imposed sanctions on Lukoil. The measures also target Rosneft.",
        "Canada imposed sanctions on Lukoil. Among those listed is Rosneft.",
        "Canada imposed sanctions on Lukoil. The sanctioned companies include Rosneft.",
        "Canada imposed sanctions on Lukoil. Also designated is Rosneft.",
        "Canada imposed sanctions on Lukoil. Rosneft is now subject to an asset freeze.",
        "Canada imposed sanctions on Lukoil. The Foreign Ministry announced sanctions on Rosneft.",
        "Any assets they hold in Canada are frozen. Rosneft has also been listed.",
    ],
)
def test_a_list_that_is_nobodys_is_that_of_the_text(read, text: str) -> None:
    assert ("Rosneft", "SANCTIONED_BY", "Canada", "affirmed") in facts(read(text))


def test_of_two_authorities_the_measures_are_those_told_before(read) -> None:
    text = "Norway put sanctions on Gazprom. Canada imposed sanctions on Lukoil. The measures also target Rosneft."
    found = facts(read(text))
    assert ("Rosneft", "SANCTIONED_BY", "Canada", "affirmed") in found
    assert ("Rosneft", "SANCTIONED_BY", "Norway", "affirmed") not in found


def test_a_guest_list_is_none(read) -> None:
    text = "Canada imposed sanctions on Lukoil. The guests include Rosneft. Rosneft is subject to approval."
    assert not {f for f in facts(read(text)) if f[0] == "Rosneft"}


def test_two_authorities_leave_it_open(read) -> None:
    text = "Canada imposed sanctions on Lukoil. Norway put sanctions on Gazprom. Rosneft was designated too."
    assert not {f for f in facts(read(text)) if f[0] == "Rosneft"}


def test_numbered_points_of_a_story_are_no_list(extractor) -> None:
    text = (
        "Three things to know about Canada.\n\n1. Lukoil grows.\n\n2. Rosneft shrinks.\n\n3. Gazprom waits.\n"
    )
    assert not facts(extract(extractor, text))


def test_numbered_paragraphs_of_a_decision_are_no_list(extractor) -> None:
    text = (
        "Canada froze the assets of Rosneft and put it on its sanctions list.\n\n"
        "1. Lukoil made eleven payments to Rosneft.\n\n2. Gazprom is not itself listed.\n\n3. Shell may appeal.\n"
    )
    sanctioned = {(f[0], f[3]) for f in facts(extract(extractor, text)) if f[1] == "SANCTIONED_BY"}
    assert sanctioned <= {("Rosneft", "affirmed"), ("Gazprom", "negated")}


def test_who_keeps_the_list_is_not_on_it(read) -> None:
    found = facts(read("Norway sanctioned OFAC. OFAC, sanctioned by the United States, denied it."))
    assert ("Office of Foreign Assets Control", "SANCTIONED_BY", "United States", "affirmed") not in found
    assert ("Office of Foreign Assets Control", "SANCTIONED_BY", "Norway", "affirmed") in found


def test_who_only_asks_that_sanctions_end_has_not_imposed_them(read) -> None:
    found = facts(read("Norway demanded that sanctions on Lukoil be lifted."))
    assert not {f for f in found if f[0] == "Lukoil"}

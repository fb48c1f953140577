"""The same story twice: copies of a wire story are one source, other reports of the affair are not."""

import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import build
from graph.ontology import read_ontology
from graph.stories import Stories, shingles
from graph.view import View

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))

LEAD = (
    "VARNA, May 4 - The harbour company of Varna has agreed to sell a third of its grain terminal to a fund "
    "from Muscat, two people with knowledge of the talks said on Sunday. "
)
BODY = (
    "The fund would pay ninety million euros over four years and send two members to the board. The city "
    "keeps a veto over tariffs, which had been the sticking point since the autumn. "
    "Neither side wished to comment. A spokeswoman for the transport ministry said only that every sale "
    "of port land has to pass the cabinet, and that no file had reached it so far. "
    "Varna handled four million tonnes of grain last year, a fifth more than in the year before, as shippers "
    "moved away from harbours further north. Insurers have raised their rates there three times. "
)
END = (
    "The terminal was built in the nineteen-seventies and last dredged nine years ago. Its cranes are leased "
    "from a yard in Gdansk, on a contract that ends next summer. "
)
WIRE = "Muscat fund to buy into Varna grain terminal\n\n" + LEAD + BODY + END
COPIES = {
    "another headline": "Oman eyes Black Sea port\nBy our own staff\n\n" + LEAD + BODY + END,
    "the last paragraph cut": "Muscat fund to buy into Varna grain terminal\n\n" + LEAD + BODY,
    "another dateline and headline, and cut": "Harbour sale nears\n\nSOFIA (Agency) -- "
    + LEAD.partition(" - ")[2]
    + BODY,
    "spaces, quotes and case": WIRE.upper().replace(". ", ".\n\n   "),
    "words of its own around it": WIRE + "Read more about ports on our pages. Sign up for our letter below.",
}
OTHERS = {
    "a report of its own": "Cabinet cool on Varna sale\n\n"
    "Ministers in Sofia have doubts about the plan of the Varna harbour company to bring in an investor "
    "from the Gulf, according to a person at the transport ministry. The Muscat fund is ready to pay ninety "
    "million euros for a third of the grain terminal. The person said the price was too low by half, as "
    "grain traffic through Varna had grown by a fifth in a year. The city council is to vote in June. Its "
    "mayor was for the sale at first, but has been silent since the dockers' union threatened to "
    "strike over the two seats on the board that the fund asks for.",
    "a comment that quotes a sentence": "Ports are not for sale\n\n"
    "What is a harbour worth? The fund would pay ninety million euros over four years and send two members "
    "to the board, the agency reports. That is a bargain, and not for us. For a decade governments of every "
    "colour have treated the coast as a drawer to be emptied before the next election. First the shipyard "
    "went, then the ferry berths, then the railway siding that nobody could find on a map. Now it is the "
    "turn of the silos, which feed half of the region. Somebody should say aloud what a third of nothing is.",
}


def one(text, source, date="2025-05-04"):
    """A document of this text that says Gentry Beach owns Rosneft."""
    doc = W.document(text, source, date)
    ends = W.mention(doc, 0, "Gentry Beach"), W.mention(doc, 20, "Rosneft", "Company")
    return W.extraction(doc, ends, [W.statement(doc, *(ends[0], "OWNS", ends[1]), confidence=0.5)])


def stories(*records):
    graph = build(records)
    return [graph.nodes[record.document.id]["story"] for record in records]


def edge(*records):
    ((_, _, data),) = (
        (a, b, d) for a, b, key, d in build(records).edges(keys=True, data=True) if key == "OWNS"
    )
    return data


@pytest.mark.parametrize("what", COPIES)
def test_a_copy_is_the_same_story_and_no_second_source(what):
    wire, copy = one(WIRE, "wire.txt"), one(COPIES[what], "copy.txt", "2025-05-05")
    assert stories(wire, copy) == ["story-" + wire.document.id.removeprefix("doc-")] * 2
    both = edge(wire, copy)
    assert (both["sources"], both["confidence"], len(both["statements"])) == (1, 0.5, 2)
    assert (both["reported_from"], both["reported_to"]) == ("2025-05-04", "2025-05-05")


@pytest.mark.parametrize("what", OTHERS)
def test_another_report_of_the_affair_is_a_source_of_its_own(what):
    wire, other = one(WIRE, "wire.txt"), one(OTHERS[what], "other.txt")
    assert len(set(stories(wire, other))) == 2
    assert (edge(wire, other)["sources"], edge(wire, other)["confidence"]) == (2, 0.75)


def test_all_copies_are_one_story_and_the_others_two_more():
    records = [one(text, f"{n}.txt") for n, text in enumerate((WIRE, *COPIES.values(), *OTHERS.values()))]
    assert len(set(stories(*records))) == 3
    assert edge(*records)["sources"] == 3


def test_short_texts_are_never_copies():
    phrase = "The ministry did not answer a request for comment on Sunday."
    assert len(set(stories(one(phrase, "a.txt"), one(phrase + " Again.", "b.txt")))) == 2


def test_a_story_is_called_by_its_earliest_document():
    wire, copy = (
        one(WIRE, "wire.txt", "2025-05-04"),
        one(COPIES["another headline"], "copy.txt", "2025-05-03"),
    )
    assert stories(wire, copy)[0] == "story-" + copy.document.id.removeprefix("doc-")
    undated = one(COPIES["the last paragraph cut"], "undated.txt", None)
    assert stories(undated, wire)[0] == "story-" + wire.document.id.removeprefix("doc-")


TEXTS = (WIRE, *COPIES.values(), *OTHERS.values())
steps = st.lists(
    st.tuples(st.sampled_from(["put", "put", "slim", "remove"]), st.integers(0, len(TEXTS) - 1)), max_size=10
)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_stories_follow_from_the_documents_alone(steps):
    view = View({}, read_ontology())
    for what, number in steps:
        record = one(TEXTS[number], f"{number % 5}.txt", f"2025-05-0{number + 1}")
        if what == "remove":
            gone = view.at.get(f"{number % 5}.txt")
            view.change([gone] if gone is not None else [])
        else:
            view.change(*view.arrival(view.slim(record) if what == "slim" else record))
    whole = {W.document(text).id: text for text in TEXTS}
    again = [
        replace(record, document=replace(record.document, text=whole[name]))
        for name, record in view.records.items()
    ]
    scratch = build(again[::-1])
    for name in view.records:
        assert view.graph().nodes[name]["story"] == scratch.nodes[name]["story"]
    edges = [
        {(a, b, k): d for a, b, k, d in graph.edges(keys=True, data=True) if k == "OWNS"}
        for graph in (view.graph(), scratch)
    ]
    assert edges[0] == edges[1]


def test_copies_that_come_and_go_change_only_what_they_touch():
    made = Stories()
    docs = [W.document(text, f"{n}.txt", "2025-05-04") for n, text in enumerate((WIRE, *OTHERS.values()))]
    for doc in docs:
        made.add(doc)
    assert set(made.settle()) == {doc.id for doc in docs}
    copy = W.document(COPIES["another headline"], "copy.txt", "2025-05-01")
    made.add(copy)
    assert set(made.settle()) == {docs[0].id, copy.id}
    made.remove(copy)
    assert set(made.settle()) == {docs[0].id}


def test_shingles_are_runs_of_four_words():
    assert list(shingles("One, two: “three”\nFOUR five")) == ["one two three four", "two three four five"]
    assert list(shingles("too short")) == []

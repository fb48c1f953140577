"""Which mentions are one actor, whatever the order in which they come."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Reference
from graph.resolve.canonical import actor_id
from graph.resolve.clusters import Clusters, make_clusters
from graph.resolve.judgements import make_judgement

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


def clusters(*extractions, judgements=(), known=W.KNOWN):
    return make_clusters([(e.document, e.mentions) for e in extractions], judgements, known)


def named(actors, name):
    return next(actor for actor in actors if actor.name == name)


@pytest.mark.parametrize(
    ("left", "right", "type_", "one"),
    [
        ("Igor Sechin", "igor sechin", "Person", False),
        ("Igor Sechin", "IGOR SECHIN", "Person", True),
        ("Igor Sechin", "President Igor Sechin", "Person", True),
        ("Sechin", "Sechin", "Person", False),
        ("I. Sechin", "I. Sechin", "Person", False),
        ("Trump Jr.", "Trump Jr.", "Person", False),
        ("Donald Trump", "Donald Trump Jr.", "Person", False),
        ("PAO Novatek", "Novatek", "Company", True),
        ("Foreign Ministry", "Foreign Ministry", "PublicBody", False),
        ("the fund", "the fund", "Company", False),
        ("BP", "BP", "Company", False),
        ("Yamal LNG", "the Yamal LNG", "Asset", True),
    ],
)
def test_names_that_join_documents(left, right, type_, one):
    actors = clusters(_doc("a", left, type_), _doc("b", right, type_))
    assert (len(actors) == 1) is one


def _doc(content, name, type_, **more):
    doc = W.document(content)
    return W.extraction(doc, [W.mention(doc, 0, name, type_, **more)])


def test_a_ministry_is_told_by_its_country():
    same = clusters(*(_doc(c, "Foreign Ministry", "PublicBody", country="state-ru") for c in "ab"))
    other = _doc("c", "Foreign Ministry", "PublicBody", country="state-us")
    assert len(same) == 1
    assert len(clusters(_doc("a", "Foreign Ministry", "PublicBody", country="state-ru"), other)) == 2


def test_types_that_readers_exchange_are_one_group_and_states_are_apart():
    assert len(clusters(_doc("a", "Gazprom Neft", "Company"), _doc("b", "Gazprom Neft", "Organization"))) == 1
    assert len(clusters(_doc("a", "Georgia", "State"), _doc("b", "Georgia", "Place"))) == 2


def test_what_is_only_described_stays_in_its_document():
    billionaires = [_doc(content, "Russian Billionaire", "Person", named=False) for content in "ab"]
    assert len(clusters(*billionaires)) == 2


def test_an_alias_joins_what_the_names_do_not():
    full = _doc("a", "Donald J. Trump", "Person", aliases=("Donald Trump", "Trump"))
    actors = clusters(full, _doc("b", "Donald Trump", "Person"))
    assert [actor.name for actor in actors] == ["Donald J. Trump"]
    assert actors[0].aliases == ("Donald Trump", "Trump")
    assert len(actors[0].mentions) == 2


def test_the_registry_names_an_actor():
    (actor,) = clusters(_doc("a", "Moscow", "Place", registry="state-ru"))
    assert (actor.id, actor.name, actor.type) == ("state-ru", "Russia", "State")
    assert actor.aliases == ("Moscow", "Russian Federation")


def test_the_id_is_that_of_the_earliest_mention():
    late, early = _doc("late", "Gentry Beach", "Person"), _doc("early", "Gentry Beach", "Person")
    late = W.extraction(W.document("late", date="2025-02"), late.mentions)
    early = W.extraction(W.document("early", date="2025-01"), early.mentions)
    (actor,) = clusters(late, early)
    assert actor.id == actor_id(early.mentions[0].id)
    assert actor.former_ids == (actor_id(late.mentions[0].id),)


def judge(verdict, left, right, type_="Person"):
    return make_judgement(verdict, Reference(left[0], left[1], type_), Reference(right[0], right[1], type_))


def test_same_joins_and_different_separates():
    one, two, three = (_doc(content, "Ivan Petrov", "Person") for content in ("a", "b", "c"))
    other = _doc("d", "Petrov", "Person")
    same = judge("same", ("a.txt", "Ivan Petrov"), ("d.txt", "Petrov"))
    different = judge("different", ("a.txt", "Ivan Petrov"), ("b.txt", "Ivan Petrov"))
    assert len(clusters(one, two, three, other)) == 2
    assert len(clusters(one, two, three, other, judgements=[same])) == 1
    parts = {actor.mentions for actor in clusters(one, two, other, judgements=[same, different])}
    assert parts == {tuple(sorted((one.mentions[0].id, other.mentions[0].id))), (two.mentions[0].id,)}


def test_different_wins_over_same():
    ends = ("a.txt", "Ivan Petrov"), ("b.txt", "Ivan Petrov")
    both = [judge("same", *ends), judge("different", *ends)]
    assert (
        len(clusters(_doc("a", "Ivan Petrov", "Person"), _doc("b", "Ivan Petrov", "Person"), judgements=both))
        == 2
    )


def test_two_registry_ids_are_one_only_where_an_analyst_says_so():
    documents = [
        _doc("a", "Novatek", "Company", registry="novatek"),
        _doc("b", "Novatek", "Company", registry="arctic"),
        _doc("c", "Novatek", "Company"),
    ]
    assert {actor.id for actor in clusters(*documents)} >= {"novatek", "arctic"}
    said = [judge("same", (f"{c}.txt", "Novatek"), ("c.txt", "Novatek"), "Company") for c in "ab"]
    (actor,) = clusters(*documents, judgements=said)
    assert actor.id == "arctic"
    assert "novatek" in actor.former_ids


def test_mentions_of_one_registry_id_that_were_judged_apart():
    documents = [_doc(content, "Novatek", "Company", registry="novatek") for content in ("a", "b")]
    different = judge("different", ("a.txt", "Novatek"), ("b.txt", "Novatek"), "Company")
    actors = clusters(*documents, judgements=[different])
    assert len(actors) == 2
    assert sum(actor.id == "novatek" for actor in actors) == 1


def test_a_judgement_waits_for_its_document():
    state = Clusters(W.KNOWN)
    same = judge("same", ("a.txt", "Petrov"), ("b.txt", "Petrov"))
    one, two = _doc("a", "Petrov", "Person"), _doc("b", "Petrov", "Person")
    state.judge(same)
    state.add(one.document, one.mentions)
    state.settle()
    assert not state.bound(same.id)
    state.add(two.document, two.mentions)
    assert [actor is None for actor in state.settle().actors.values()].count(False) == 1
    assert state.bound(same.id)
    state.remove(one.document.id)
    state.settle()
    assert not state.bound(same.id)
    assert len(state.actors()) == 1


def test_only_what_is_touched_is_told():
    state = Clusters(W.KNOWN)
    for content, name in (("a", "Gentry Beach"), ("b", "Igor Sechin")):
        record = _doc(content, name, "Person")
        state.add(record.document, record.mentions)
    state.settle()
    more = _doc("c", "Igor Sechin", "Person")
    state.add(more.document, more.mentions)
    changed = state.settle()
    assert {actor.name for actor in changed.actors.values() if actor is not None} == {"Igor Sechin"}
    assert actor_id(W.mention(W.document("a"), 0, "Gentry Beach").id) not in changed.actors
    assert len(named(state.actors(), "Igor Sechin").mentions) == 2


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_order_gives_what_a_build_from_scratch_gives(data):
    records = {e.document.id: e for e in data.draw(st.lists(W.extractions(), max_size=4))}
    records = {
        k: W.extraction(W.document(e.document.text, date=e.document.date), e.mentions)
        for k, e in records.items()
    }
    judgements = data.draw(st.lists(W.judgements(), max_size=3))
    order = data.draw(st.permutations([*records.values(), *judgements]))
    state, told = Clusters(W.KNOWN), {}
    for item in order:
        if item in judgements:
            state.judge(item)
        else:
            state.add(item.document, item.mentions)
        if data.draw(st.booleans()):
            told |= state.settle().actors
    gone = data.draw(st.lists(st.sampled_from(sorted(records)), unique=True)) if records else []
    for document in gone:
        state.remove(document)
    told |= state.settle().actors
    kept = [e for k, e in sorted(records.items()) if k not in gone]
    expected = clusters(*kept, judgements=judgements)
    assert state.actors() == expected
    assert {name for name, actor in told.items() if actor is not None} == {actor.id for actor in expected}

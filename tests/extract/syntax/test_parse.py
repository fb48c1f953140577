"""A parse that is changed: what hangs on what."""

from collections.abc import Callable

from extract.syntax.parse import Doc, untie


def test_a_changed_head_changes_what_hangs_on_both(parsed: Callable[[str], Doc]) -> None:
    doc = parsed("Igor Sechin, the head of Rosneft, spoke")
    head, rosneft, spoke = doc[4], doc[6], doc[8]
    assert (head.text, rosneft.text, spoke.text) == ("head", "Rosneft", "spoke")
    assert rosneft in head.subtree
    assert head.right_edge is rosneft
    rosneft.head = spoke
    assert head.right_edge.text == "of"
    assert not head.is_ancestor(rosneft)
    assert [t.text for t in spoke.children] == ["Sechin", "Rosneft"]


def test_a_word_moved_below_itself_is_hung_on_the_root(parsed: Callable[[str], Doc]) -> None:
    doc = parsed("Igor Sechin, the head of Rosneft, spoke")
    head, rosneft, spoke = doc[4], doc[6], doc[8]
    head.head = rosneft
    assert len(list(head.ancestors)) == len(doc)
    untie(doc)
    assert all(list(token.ancestors)[-1] is spoke for token in doc if token is not spoke)
    assert doc.moved == []


def test_a_circle_that_takes_in_the_root_leaves_a_root(make: Callable[[str], Doc]) -> None:
    doc = make("Shell/ROOT/0/NNP and/cc/Shell/CC Eni/conj/Shell/NNP")
    doc[0].head, doc[0].dep_ = doc[2], "conj"
    untie(doc)
    assert [t.dep_ for t in doc if t.head is t] == ["ROOT"]
    assert all(len(list(token.ancestors)) < len(doc) for token in doc)

"""Numbers that are joined, directly or over others, are one group."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from loaders.groups import Groups

PAIRS = st.lists(st.lists(st.integers(0, 19), max_size=4), max_size=15)


@given(PAIRS)
def test_groups_are_the_components_of_what_was_joined(joined: list[list[int]]) -> None:
    groups, graph = Groups(), nx.empty_graph(20)
    assert [groups.add() for _ in range(20)] == list(range(20))
    for numbers in joined:
        groups.join(numbers)
        nx.add_path(graph, numbers)
    members: dict[int, set[int]] = {}
    for number, root in enumerate(groups.roots()):
        members.setdefault(root, set()).add(number)
    assert sorted(map(sorted, members.values())) == sorted(map(sorted, nx.connected_components(graph)))

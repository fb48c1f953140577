"""Nodes and links as a graph of networkx."""

from collections.abc import Container, Iterable

import networkx as nx

from graph.statements import Link, Node


def make_graph(nodes: Iterable[Node], links: Iterable[Link]) -> "nx.MultiDiGraph[str]":
    """Nodes and links as a graph. The key of an edge is its type; of parallel ones TYPE, TYPE#2, TYPE#3 …"""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.properties["id"], labels=node.labels, **node.properties)
    for link in sorted(
        links, key=lambda link: (link.start, link.type, link.properties.get("place", 0), link.end)
    ):
        key = edge_key(link.type, graph.get_edge_data(link.start, link.end, default=()))
        graph.add_edge(link.start, link.end, key, **link.properties)
    return graph


def edge_key(type_: str, taken: Container[object]) -> str:
    """The key of an edge beside those `taken` between the same nodes: TYPE, then TYPE#2, TYPE#3 …"""
    number, key = 1, type_
    while key in taken:
        number += 1
        key = f"{type_}#{number}"
    return key

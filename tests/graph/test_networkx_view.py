from __future__ import annotations

import subprocess
import sys

import networkx
import pytest

from tests.graph.arrows import drawn


def test_the_view_says_what_the_arrays_say():
    d = drawn("start -> A -> good, A -late-> B -> A, A -> good")
    view = d.graph.networkx
    assert isinstance(view, networkx.MultiDiGraph)
    assert list(view) == list(range(len(d.graph.nodes)))
    for node in d.graph.nodes:
        assert sorted(t for _, t in view.out_edges(node.number)) == sorted(d.graph.successors[node.number])
        assert sorted(s for s, _ in view.in_edges(node.number)) == sorted(d.graph.predecessors[node.number])
        assert view.nodes[node.number]["kind"] == node.kind.value
        assert view.nodes[node.number]["name"] == node.name
    for number, move in enumerate(d.journey.moves):
        assert view.edges[move.source, move.target, number]["kind"] == move.kind.value


def test_the_view_cannot_be_changed_and_is_built_once():
    graph = drawn("start -> A").graph
    with pytest.raises(networkx.NetworkXError):
        graph.networkx.add_edge(0, 5)
    assert graph.networkx is graph.networkx


def test_networkx_is_imported_only_when_the_view_is_asked_for():
    program = (
        "import sys; from tests.graph.arrows import drawn; g = drawn('start -> A -> good').graph;"
        "g.soundness; g.trap_regions(); assert 'networkx' not in sys.modules;"
        "g.networkx; assert 'networkx' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

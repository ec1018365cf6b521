"""A graph -> a frozen networkx graph of it, for those who know networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

    from journeyaudit.graph.journey_graph import JourneyGraph


def as_networkx(graph: JourneyGraph) -> networkx.MultiDiGraph[int]:
    """Nodes are node numbers; the key of an edge is the place of its move in ``Journey.moves``."""
    import networkx  # costs a tenth of a second, and a plain check never asks for it

    view: networkx.MultiDiGraph[int] = networkx.MultiDiGraph(name=graph.journey.name)
    for node in graph.nodes:
        view.add_node(
            node.number,
            kind=node.kind.value,
            name=node.name,
            title=node.title,
            by=node.by,
            on=node.on,
            owner=node.owner.value if node.owner else None,
            outcome=node.outcome.value if node.outcome else None,
            region=node.region,
            no_return=node.no_return,
            automated=node.automated,
        )
    for number, move in enumerate(graph.journey.moves):
        view.add_edge(
            move.source,
            move.target,
            key=number,
            kind=move.kind.value,
            label=move.label,
            share=move.share,
            delay=move.delay,
            customer_meets=move.customer_meets,
        )
    networkx.freeze(view)
    return view

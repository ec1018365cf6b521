"""Successors -> strongly connected components."""

from __future__ import annotations

from collections.abc import Sequence


def strongly_connected(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """Components such that each is listed after all those it leads to (Tarjan, without recursion).

    ``successors[n]`` are the nodes that n leads to; nodes are 0, 1, 2, ... Linear in nodes and edges.
    """
    count = len(successors)
    low = [0] * count  # 0: not seen yet; ``done``: in a component already
    done = count + 1
    clock = 0
    open_nodes: list[int] = []
    components: list[list[int]] = []
    for root in range(count):
        if low[root]:
            continue
        path = [(root, iter(successors[root]))]
        clock += 1
        low[root] = clock
        entered = {root: clock}
        open_nodes.append(root)
        while path:
            node, ways = path[-1]
            for target in ways:
                if not low[target]:
                    clock += 1
                    low[target] = entered[target] = clock
                    open_nodes.append(target)
                    path.append((target, iter(successors[target])))
                    break
                low[node] = min(low[node], low[target])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == entered[node]:
                    components.append(_close(node, open_nodes, low, done))
    return components


def _close(root: int, open_nodes: list[int], low: list[int], done: int) -> list[int]:
    component = []
    while True:
        node = open_nodes.pop()
        low[node] = done
        component.append(node)
        if node == root:
            return component


def on_cycles(successors: Sequence[Sequence[int]]) -> bytearray:
    """1 for every node that a way leads back to."""
    cyclic = bytearray(len(successors))
    for component in strongly_connected(successors):
        if len(component) > 1 or component[0] in successors[component[0]]:
            for node in component:
                cyclic[node] = 1
    return cyclic

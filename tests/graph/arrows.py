"""Journeys from arrows: ``"start -> A -> good end, A -late-> B"``.

The first word of a name tells its kind: ``fork``, ``join``, ``several``, ``wait``, ``good``, ``bad``,
``end``; all others are steps. Nodes are numbered as they are first named, the first one is the start.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from journeyaudit.graph import JourneyGraph
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import Interrupt, Move, MoveKind, Node, NodeKind, Outcome, Pick
from journeyaudit.model.journey import Journey
from journeyaudit.source import NOWHERE

_ARROW = re.compile(r"\s*-(?:(late|fails)-)?>\s*")
_KINDS: dict[str, dict[str, Any]] = {
    "fork": {"kind": NodeKind.FORK, "split": Pick.ALL},
    "join": {"kind": NodeKind.JOIN, "merge": Pick.ALL},
    "cross": {"kind": NodeKind.FORK, "split": Pick.ALL, "merge": Pick.ALL},
    "several": {"kind": NodeKind.CHOICE, "split": Pick.SEVERAL},
    "gather": {"kind": NodeKind.JOIN, "merge": Pick.SEVERAL},
    "wait": {"kind": NodeKind.WAIT_FOR},
    "good": {"kind": NodeKind.END, "outcome": Outcome.GOOD},
    "bad": {"kind": NodeKind.END, "outcome": Outcome.BAD},
    "end": {"kind": NodeKind.END, "outcome": Outcome.NEUTRAL},
}


class Drawn:
    """A graph drawn with arrows; its answers can be told in names."""

    def __init__(
        self,
        text: str,
        interrupts: Mapping[tuple[str | None, str | None], str] | None = None,
        facts: Mapping[str, Mapping[str, Any]] | None = None,
        wired: bool = True,
    ) -> None:
        """``interrupts``: (from, until) -> the arrows of the body. ``facts``: more facts of nodes."""
        self.numbers: dict[str, int] = {}
        self._region: dict[str, int | None] = {}
        self._moves: list[Move] = []
        self._read(text, None)
        bodies = []
        for region, ((begins, ends), body) in enumerate((interrupts or {}).items()):
            entry = len(self.numbers)
            self._read(body, region)
            number = self.numbers
            bodies.append(
                Interrupt(
                    region,
                    f"interrupt {region}",
                    NOWHERE,
                    begins=None if begins is None else number[begins],
                    ends=None if ends is None else number[ends],
                    entry=entry,
                )
            )
        nodes = tuple(
            self._node(number, name, (facts or {}).get(name, {})) for name, number in self.numbers.items()
        )
        self.journey = Journey(
            "drawn", "Drawn", NOWHERE, NOWHERE, "en", nodes, tuple(self._moves), tuple(bodies), wired=wired
        )
        self.graph: JourneyGraph = from_journey(self.journey)

    def _read(self, text: str, region: int | None) -> None:
        for chain in text.split(","):
            names = _ARROW.split(chain.strip())
            for name in names[::2]:
                if name not in self.numbers:
                    self.numbers[name] = len(self.numbers)
                    self._region[name] = region
            for at in range(0, len(names) - 2, 2):
                source, kind, target = names[at : at + 3]
                self._moves.append(
                    Move(
                        self.numbers[source], self.numbers[target], MoveKind(kind) if kind else MoveKind.NEXT
                    )
                )

    def _node(self, number: int, name: str, facts: Mapping[str, Any]) -> Node:
        made: dict[str, Any] = {"kind": NodeKind.STEP if number else NodeKind.START, "name": name}
        made |= _KINDS.get(name.split()[0], {}) | {"region": self._region[name]}
        return Node(number, title=name, span=NOWHERE, **(made | dict(facts)))

    def __getitem__(self, name: str) -> int:
        return self.numbers[name]

    def names(self, nodes: Any) -> list[str]:
        """Node numbers as names, in their order."""
        known = list(self.numbers)
        return [known[node] for node in nodes]


def drawn(text: str, **more: Any) -> Drawn:
    return Drawn(text, **more)


def chain(length: int) -> JourneyGraph:
    """A start, steps one after the other, and a good end."""
    nodes = [Node(0, NodeKind.START, "", "start", NOWHERE)]
    nodes += [
        Node(n, NodeKind.STEP, f"S{n}", f"S{n}", NOWHERE, no_return=n % 100 == 0)
        for n in range(1, length - 1)
    ]
    nodes.append(Node(length - 1, NodeKind.END, "done", "done", NOWHERE, outcome=Outcome.GOOD))
    moves = tuple(Move(n, n + 1) for n in range(length - 1))
    return from_journey(Journey("chain", "Chain", NOWHERE, NOWHERE, "en", tuple(nodes), moves))

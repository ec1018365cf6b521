"""What a rule looks at: one journey with everything that was found out about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Node
from journeyaudit.model.journey import Journey, Service
from journeyaudit.source import NOWHERE, Span
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Verdict


@record
class Case:
    """One journey, its graph and the verdicts on its mistakes, in source order."""

    service: Service
    journey: Journey
    graph: JourneyGraph
    verdicts: tuple[Verdict, ...]

    @property
    def unfinished(self) -> bool:
        """Nothing may be concluded from what is not there."""
        return self.journey.partial or self.journey.broken

    def place_of(self, node: Node) -> Span:
        """The header line of a node; for nodes nobody wrote, that of the journey."""
        return node.header or node.span or self.journey.header

    def at(
        self,
        node: Node,
        rule: str,
        severity: Severity,
        title: str,
        help: str,
        *,
        span: Span = NOWHERE,
        label: str = "",
        labels: tuple[Label, ...] = (),
        trail: tuple[Label, ...] = (),
    ) -> Finding:
        """A finding about a node, at its header unless another place is given."""
        return Finding(
            rule=rule,
            severity=severity,
            title=title,
            span=span or self.place_of(node),
            label=label,
            journey=self.journey.name,
            subject=node.title,
            labels=labels,
            trail=trail,
            help=help,
        )

    def way(self, numbers: Iterable[int]) -> tuple[Label, ...]:
        """The named places of a trail."""
        nodes = (self.journey.nodes[number] for number in numbers)
        return tuple(Label(self.place_of(node), node.title) for node in nodes if node.name)

    def name_of(self, actor: str) -> str:
        known = self.service.actors.get(actor)
        return known.name if known else actor


Rule = Callable[[Case], Iterator[Finding]]
"""A rule says what it has to say about one case; it neither counts nor sorts."""

"""What a rule looks at: one journey with everything that was found out about it."""

from __future__ import annotations

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Node
from journeyaudit.model.journey import Journey, Service
from journeyaudit.source import Span
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Verdict


@record
class Case:
    """One journey, its graph and the verdicts on its mistakes, in source order."""

    service: Service
    journey: Journey
    graph: JourneyGraph
    verdicts: tuple[Verdict, ...]

    def place_of(self, node: Node) -> Span:
        """The header line of a node; for nodes nobody wrote, that of the journey."""
        return node.header or node.span or self.journey.header

    def name_of(self, actor: str) -> str:
        known = self.service.actors.get(actor)
        return known.name if known else actor

"""A journey with its graph and verdicts -> findings, one headline for each trouble."""

from __future__ import annotations

from journeyaudit.finding import Finding
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.journey import Journey, Service
from journeyaudit.rulebook import corrections, dead_ends, soundness
from journeyaudit.rulebook.case import Case, Rule
from journeyaudit.rulebook.headlines import headlines
from journeyaudit.verdicts.verdict import Verdict

RULES: dict[str, Rule] = {
    "no-human-correction": corrections.no_human_correction,
    "already-triggered": corrections.already_triggered,
    "sham-correction": corrections.sham_correction,
    "decision-rank": corrections.decision_rank,
    "not-assessable": corrections.not_assessable,
    "dead-end": dead_ends.dead_end,
    "loose-end": dead_ends.loose_end,
    "no-human-reachable": dead_ends.no_human_reachable,
    "trap-region": soundness.trap_region,
    "deadlock": soundness.deadlock,
    "lack-of-synchronisation": soundness.lack_of_synchronisation,
    "unreachable-step": soundness.unreachable_step,
    "endless-wait": soundness.endless_wait,
}
"""Every rule by its id; its page is ``rules/<pack>/<id>.md``."""


def findings(
    service: Service, journey: Journey, graph: JourneyGraph, verdicts: tuple[Verdict, ...]
) -> tuple[Finding, ...]:
    """What the rules say about one journey, in source order, with evidence below its headline."""
    case = Case(service, journey, graph, verdicts)
    said = headlines(finding for rule in RULES.values() for finding in rule(case))
    return tuple(sorted(said, key=lambda finding: (finding.span.file, finding.span.start)))


__all__ = ["RULES", "findings"]

"""Texts -> sides of a comparison."""

from __future__ import annotations

from functools import cache

from journeyaudit.audit import Wishes, audit_text
from journeyaudit.comparison import Comparison, Side, compare
from journeyaudit.finding import Severity
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.project import load_text
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.verdicts.judge import judge

PATH = "order.journey"
ALONE = Wishes(isolated=True)

ORDER = """\
actor Customer
  kind: customer

actor Agent
  kind: human
  authority: 3
  may see
  may refund
    up to: 50 EUR
  decides within: 10 min
  open: Mon-Fri 08:00-18:00

channel Hotline
  kind: phone
  answered by: Agent
  open: Mon-Fri 08:00-18:00
  answers within: 20 min

journey Order
  status: as-is
  customer: Customer
  promise: We are here for you.

  step Place order
    by: Customer
    takes: 6 min
    mistake Wrong number
      made by: Customer
      noticed by: Customer
      noticed after: 3 min
      value: 40 EUR
      accepted until: Trigger fulfilment
      restorable until: Ship
      remedy Call
        kind: corrects
        does: change
        by: Agent
        on: Hotline
        takes: 5 min
        leads to: Done
  step Trigger fulfilment
    takes: at once
    automated decision
  step Pack
    by: Agent
    takes: 2 hours
  step Ship
    takes: at once
  choice Is it right?
    by: chance
    when yes (98 %)
      end good: Done
    when no (2 %)
      end bad: Not done
"""


@cache
def quick(text: str, path: str = PATH, judged: bool = False) -> tuple[Side, bool]:
    """The journeys of a text without rules, with verdicts only if they are ``judged``, and whether it could
    be understood."""
    project = load_text(text, path)
    told = []
    for journey in project.service.journeys:
        if journey.span.file == path:
            graph = from_journey(journey)
            verdicts = judge(project.service, journey, graph) if judged else ()
            told.append(JourneyOutcome(Case(project.service, journey, graph, verdicts)))
    understood = not any(each.severity is Severity.INPUT for each in project.findings)
    return Side(path, Outcome(project.service, (path,), tuple(told)), path, single=True), understood


@cache
def side(text: str, path: str = PATH, wishes: Wishes = ALONE) -> Side:
    """A text, audited."""
    outcome, _ = audit_text(text, path, wishes)
    problems = [each.title for each in outcome.findings if each.severity is Severity.INPUT]
    assert problems == []
    return Side(path, outcome, path, single=True)


def changed(old: str, new: str, text: str = ORDER) -> Comparison:
    """The text before and after one replacement, with verdicts."""
    assert text.count(old) == 1, old
    (before, _), (after, understood) = quick(text, judged=True), quick(text.replace(old, new), judged=True)
    assert understood
    return compare(before, after)


def sentences(comparison: Comparison) -> list[str]:
    return [f"{change.sign} {change.text}" for change in comparison.changes]

"""Proposed changes are true twice: in the model that proved them, and pasted into the user's own text."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyaudit import check_text
from journeyaudit.finding import Severity
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.project.load import Project, load, load_text
from journeyaudit.syntax.translation import in_language
from journeyaudit.verdicts import Judgement
from journeyaudit.verdicts.draft import Addition
from journeyaudit.verdicts.judge import judge
from journeyaudit.verdicts.repair import Proposal, Workshop

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TROUBLED = [
    path for path in sorted(SAMPLES.glob("*/*.journey")) if path.stem.endswith(("as-is", "-ist", "only"))
]


def proposals(project: Project, path: str) -> list[Proposal]:
    found = []
    for journey in project.service.journeys:
        if journey.span.file != path:
            continue
        graph = from_journey(journey)
        verdicts = judge(project.service, journey, graph)
        bad = [each for each in verdicts if each.judgement in (Judgement.IMPOSSIBLE, Judgement.LUCK)]
        workshop = Workshop(project.service, journey, graph, len(bad))
        found += [each for each in map(workshop.cheapest_change, bad) if each is not None]
    return found


def pasted(text: str, addition: Addition, language: str) -> str:
    """Does by hand what the hint says: finds the block, takes facts out, puts lines in."""
    lines = text.split("\n")
    place = in_language(addition.place, language)
    last_word = place.partition(" ")[2] if " " in place else place
    at = next(
        number
        for number, line in enumerate(lines)
        if line.strip().startswith(place.partition(" ")[0][:7]) and line.strip().endswith(last_word)
    )
    depth = len(lines[at]) - len(lines[at].lstrip())
    if addition.before:
        return "\n".join(
            [*lines[:at], *(" " * depth + line for line in translated(addition, language)), *lines[at:]]
        )
    unwanted = [
        in_language(f"{key}: x", language).partition(":")[0] + ":"
        for key in addition.replaces
        if " nothing" not in key
    ]
    kept, inside, below_unwanted = [], True, False
    for line in lines[at + 1 :]:
        own = len(line) - len(line.lstrip())
        inside = inside and (not line.strip() or own > depth)
        if inside and own == depth + 2:
            below_unwanted = line.strip().startswith(tuple(unwanted) or "\0")
        if not (inside and own >= depth + 2 and below_unwanted):
            kept.append(line)
    new = [" " * (depth + 2) + line for line in translated(addition, language)]
    return "\n".join([*lines[: at + 1], *new, *kept])


def translated(addition: Addition, language: str) -> list[str]:
    return [in_language(line, language) for line in addition.lines]


@pytest.mark.parametrize("path", TROUBLED, ids=lambda path: path.stem)
def test_a_complete_proposal_pasted_into_the_text_makes_it_guaranteed(path: Path) -> None:
    text = path.read_text("utf-8")
    language = "de" if "# language: de" in text else "en"
    for proposal in proposals(load([str(path)]), str(path)):
        if not proposal.complete:
            continue
        edited = text
        own = all(name_of(addition) in text for addition in proposal.additions)
        if not own:
            continue  # part of the change belongs into an imported file
        for addition in proposal.additions:
            edited = pasted(edited, addition, language)
        outcome, _ = check_text(edited, path=str(path))
        assert [each.title for each in outcome.findings if each.severity is Severity.INPUT] == [], edited
        judgements = {
            verdict.mistake.name: verdict.judgement for each in outcome.journeys for verdict in each.verdicts
        }
        assert judgements[proposal.verdict.mistake.name] is Judgement.GUARANTEED, edited


def name_of(addition: Addition) -> str:
    return addition.place.partition(" ")[2]


def test_the_founding_story_is_opened_by_the_first_human_an_answerable_mail_and_a_pause() -> None:
    path = str(SAMPLES / "founding" / "order-as-is.journey")
    (proposal,) = proposals(load([path]), path)
    assert proposal.complete
    assert [words.split(" ")[:3] for words in proposal.words] == [
        ["let", "Service", "agent"],
        ["let", "customers", "reply"],
        ["let", "everything", "else"],
    ]


def test_nothing_is_proposed_where_nobody_human_can_be_reached() -> None:
    text = """
actor Shop
  kind: system
journey Order
  step Place order
    takes: 1 min
    mistake Two instead of one
      noticed after: 1 min
      restorable until: Ship
  step Ship
    takes: 1 day
  end good: Received
"""
    assert proposals(load_text(text), "<text>") == []


def test_a_short_undo_window_is_preferred_where_it_is_enough() -> None:
    text = """
actor Agent
  kind: human
  decides within: at once
channel Hotline
  kind: phone
  open: always
  answered by: Agent
  answers within: 10 min
journey Order
  step Place order
    takes: 1 min
    mistake Two instead of one
      noticed after: 5 min
      restorable until: Ship
      remedy Change it
        kind: corrects
        by: Agent
        on: Hotline
        leads to: Place order
  step Ship
    takes: 1 day
  end good: Received
"""
    (proposal,) = proposals(load_text(text), "<text>")
    assert proposal.complete
    assert proposal.words == ("wait 30 min before “Ship”",)


BUDGET = """
actor Agent
  kind: human
  decides within: at once
channel Hotline
  kind: phone
  open: always
  answered by: Agent
  answers within: 3 min
journey Order
  step Place order
    takes: 1 min
    mistake Two instead of one
      noticed after: 5 min
      value: 49.90 EUR
      accepted until: Ship
      restorable until: Ship
      remedy Change it
        kind: corrects
        by: Agent
        on: Hotline
        leads to: Place order
        {}
  step Pack
    takes: 1 day
  step Ship
    takes: 1 day
  end good: Received
"""


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("up to: 20 EUR", ("up to: 49.90 EUR",)),
        ("needs approval of: Boss", ("approval above: 49.90 EUR",)),
    ],
)
def test_a_budget_is_proved_with_exactly_the_lines_it_proposes(limit: str, expected: tuple[str, ...]) -> None:
    text = "actor Boss\n  kind: human\n  may nothing\n" + BUDGET.format(limit)
    (proposal,) = proposals(load_text(text), "<text>")
    assert proposal.complete
    assert [each.lines for each in proposal.additions] == [expected]
    edited = text
    for addition in proposal.additions:
        edited = pasted(edited, addition, "en")
    outcome, _ = check_text(edited)
    assert [verdict.judgement for verdict in outcome.verdicts()] == [Judgement.GUARANTEED]

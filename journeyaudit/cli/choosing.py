"""Words on the command line -> the journey and the finding that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

import click

from journeyaudit.finding import Finding
from journeyaudit.model.journey import Journey
from journeyaudit.reports.columns import shown
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome

_MOST_DIGITS = 10


def journey_called(journeys: Sequence[JourneyOutcome], name: str | None) -> JourneyOutcome:
    """The only one, or the one with this name. Raises ``click.UsageError``."""
    named = {each.journey.name: each for each in journeys}
    files = sorted({each.journey.span.file for each in journeys})
    if len(named) < len(journeys) and len(files) > 1:
        raise click.UsageError(
            f"several journeys have the same name; name one file: {', '.join(map(shown, files))}"
        )
    if name is None:
        if len(journeys) == 1:
            return journeys[0]
        raise click.UsageError(
            f"the file describes several journeys; choose one with --journey: {_listed(named)}"
        )
    folded = {each.casefold(): outcome for each, outcome in named.items()}
    if name.casefold() not in folded:
        raise click.UsageError(f"no journey is called {name!r}; there are: {_listed(named)}")
    return folded[name.casefold()]


def counterpart(journeys: Sequence[JourneyOutcome], name: str) -> JourneyOutcome:
    """The journey of another file that has the same name, or else its only one."""
    same = [each for each in journeys if each.journey.name.casefold() == name.casefold()]
    if same:
        return same[0]
    if len(journeys) == 1:
        return journeys[0]
    raise click.UsageError(f"the file named by --against has no journey called {name!r}")


def finding_called(outcome: Outcome, journey: Journey, wanted: str) -> Finding:
    """By its number in the report or by its rule. Raises ``click.UsageError``."""
    if wanted.isascii() and wanted.isdigit() and len(wanted) < _MOST_DIGITS:
        if not 1 <= int(wanted) <= len(outcome.findings):
            raise click.UsageError(f"there is no finding {wanted}; there are {len(outcome.findings)}")
        numbered = outcome.findings[int(wanted) - 1]
        if numbered.journey not in ("", journey.name):
            raise click.UsageError(
                f"finding {wanted} is about the journey “{shown(numbered.journey)}”: add --journey"
            )
        return numbered
    of_journey = _findings_of(outcome, journey)
    for finding in of_journey:
        if finding.rule == wanted:
            return finding
    rules = sorted({each.rule for each in of_journey})
    nearest = get_close_matches(wanted, rules, 1)
    hint = f"did you mean {nearest[0]!r}?" if nearest else f"there are: {', '.join(rules) or 'none'}"
    raise click.UsageError(f"this journey has no finding of the rule {wanted!r}; {hint}")


def worst_finding(outcome: Outcome, journey: Journey) -> Finding:
    """The first that tells a story, else the first. Raises ``click.UsageError`` where nothing was found."""
    found = _findings_of(outcome, journey)
    if not found:
        raise click.UsageError("nothing was found in this journey: there is no dead end to draw")
    return next((each for each in found if each.story is not None), found[0])


def _findings_of(outcome: Outcome, journey: Journey) -> list[Finding]:
    every = (*outcome.findings, *outcome.baselined)
    return [each for each in every if each.journey == journey.name]


def _listed(names: Sequence[str] | dict[str, JourneyOutcome]) -> str:
    return ", ".join(f"“{shown(each)}”" for each in names)

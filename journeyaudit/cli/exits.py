"""What a run came to -> the exit code that scripts rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.finding import Severity
from journeyaudit.reports.columns import shown

if TYPE_CHECKING:
    from journeyaudit.rulebook.outcome import Outcome

CLEAN = 0
FOUND = 1
BROKEN = 2
"""Wrong usage, text that cannot be understood, nothing to check, or a fault of our own."""


class Trouble(Exception):  # noqa: N818 - it is told to people, who read no names of classes
    """Something outside of the texts stands in the way, such as a folder that is not there."""

    def __init__(self, message: str) -> None:
        super().__init__(shown(message))


def exit_code(outcome: Outcome, *, exit_zero: bool = False) -> int:
    """``BROKEN`` before ``FOUND`` before ``CLEAN``; ``exit_zero`` forgives findings, never broken input.

    Having looked at nothing is not clean, unless every file that was named is to be left out. A file with
    people and channels for others is something: a commit of it alone must not fail.
    """
    worst = outcome.worst
    if worst is Severity.INPUT:
        return BROKEN
    if not outcome.number_of_journeys:
        left_out = outcome.excluded and not outcome.files
        return CLEAN if left_out or outcome.says_something else BROKEN
    severities = tuple(Severity)
    fails = worst is not None and severities.index(worst) <= severities.index(outcome.fail_level)
    return FOUND if fails and not exit_zero else CLEAN

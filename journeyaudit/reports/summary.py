"""An outcome -> the lines that sum it up, which never call something fine that was not looked at."""

from __future__ import annotations

from journeyaudit.finding import Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.finding.words import count
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.verdicts.verdict import UNFINISHED, UNREAD, Judgement

_WORST_FIRST = (Judgement.IMPOSSIBLE, Judgement.LUCK, Judgement.GUARANTEED)


def summary_line(outcome: Outcome) -> str:
    """``3 mistakes: 1 impossible, 2 luck; 0 not assessable | 2 errors in 1 file (4 journeys)``."""
    known = f" | {count(len(outcome.baselined), 'finding')} in the baseline" if outcome.baselined else ""
    return f"{_opening(outcome)}{_mistakes(outcome)} | {severities(outcome)} in {_extent(outcome)}{known}"


def further_lines(outcome: Outcome) -> list[str]:
    """Which profile is met, how far the rules could be assessed, and what one would best write down next."""
    if not outcome.number_of_journeys:
        return []
    decided, looked = outcome.rules_assessed()
    said = [_profile(outcome)]
    if looked:
        said.append(f"{decided} of {count(looked, 'rule')} that look at something here could be assessed")
    accepted = sum(1 for _ in outcome.accepted())
    if accepted:
        said.append(f"{count(accepted, 'finding')} accepted by exceptions")
    return [" | ".join(said), *_asked(outcome)]


def _profile(outcome: Outcome) -> str:
    met = outcome.profile_met
    after = PROFILES[PROFILES.index(met) + 1 :] if met else PROFILES
    if not after:
        return f"profile {met} is met"
    start = f"profile {met} is met" if met else "no profile is met"
    return f"{start}; {after[0]} is not" if met else start


def _asked(outcome: Outcome) -> list[str]:
    # nobody can write down "a line that could not be read"; its finding says what to do
    asked = (each for each in outcome.asked() if each.fact.key not in (UNREAD, UNFINISHED))
    most = [each for each in asked if len(each.rules) >= _WORTH_SAYING][:_MOST_ASKED]
    if not most:
        return []
    said = [f"say {each.fact}: {count(len(each.rules), 'rule')}" for each in most]
    return [f"what would decide most: {'; '.join(said)}"]


_WORTH_SAYING = 2
"""A fact for which a single rule waits is named where the rule is explained."""
_MOST_ASKED = 3


def _opening(outcome: Outcome) -> str:
    found = (*outcome.findings, *outcome.baselined)
    if any(finding.severity is not Severity.INFO for finding in found):
        return ""
    if not outcome.number_of_journeys:
        return "nothing was checked: "
    if not outcome.number_of_mistakes:
        return "no dead ends found, but "
    if outcome.verdicts_that_are(Judgement.NOT_ASSESSABLE):
        return "no dead ends found, but not everything could be assessed | "
    nothing_wrong = not any(outcome.verdicts_that_are(each) for each in _WORST_FIRST[:2])
    return "no dead ends found | " if nothing_wrong else ""


def _mistakes(outcome: Outcome) -> str:
    total = outcome.number_of_mistakes
    if not total:
        return "no mistakes are described"
    found = [(outcome.verdicts_that_are(judgement), judgement) for judgement in _WORST_FIRST]
    said = [f"{number:,} {judgement}" for number, judgement in found if number]
    unknown = outcome.verdicts_that_are(Judgement.NOT_ASSESSABLE)
    decided = f": {', '.join(said)}; " if said else ": "
    return f"{count(total, 'mistake')}{decided}{unknown:,} not assessable"


def severities(outcome: Outcome) -> str:
    errors = outcome.findings_of(Severity.INPUT) + outcome.findings_of(Severity.ERROR)
    numbers = (
        (errors, "error"),
        (outcome.findings_of(Severity.WARNING), "warning"),
        (outcome.findings_of(Severity.INFO), "remark"),
    )
    said = [count(number, noun) for number, noun in numbers if number]
    return ", ".join(said) if said else "nothing new" if outcome.baselined else "nothing to report"


def _extent(outcome: Outcome) -> str:
    return f"{count(len(outcome.files), 'file')} ({count(outcome.number_of_journeys, 'journey')})"

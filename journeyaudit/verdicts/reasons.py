"""An obstacle -> the sentence that tells a customer why this way did not help."""

from __future__ import annotations

from journeyaudit.model.journey import Journey, Service
from journeyaudit.verdicts.verdict import Attempt, InTime, Obstacle


def why_not(service: Service, journey: Journey, attempt: Attempt, first: str) -> str:
    """The one sentence that says why an attempt does not put it right; "" where it does.

    ``first`` is the name of whoever answered.
    """
    if attempt.in_time is InTime.SOMETIMES and attempt.obstacles == (Obstacle.TOO_LATE,):
        return "That may already be too late."
    if attempt.obstacles[:1] == (Obstacle.TOO_LATE,) and _still_in_time(attempt):
        return "When that is decided, it will be too late."
    if attempt.obstacles:
        return _SENTENCES[attempt.obstacles[0]].format(
            first=first, last=_last(service, attempt), end=_end(journey, attempt)
        )
    if attempt.in_time is InTime.NEVER:
        return _SENTENCES[Obstacle.TOO_LATE]
    if attempt.in_time is InTime.SOMETIMES:
        return "That may already be too late."
    return ""


_SENTENCES = {
    Obstacle.NOT_A_CORRECTION: "That softens it, it does not put it right.",
    Obstacle.NO_HUMAN: "No human decides here.",
    Obstacle.MAY_NOT: "{last} may not change it.",
    Obstacle.TOOLS_DO_NOT: "{last} can see it, but the software does not let them change it.",
    Obstacle.TOO_LITTLE_AUTHORITY: "{last} has too little authority to decide it.",
    Obstacle.OVER_THE_LIMIT: "It is worth more than {last} may decide.",
    Obstacle.NO_APPROVAL: "Somebody else would have to agree, and nobody can.",
    Obstacle.NOT_REACHABLE: "Nobody who may change it can be reached from here.",
    Obstacle.TOO_LATE: "By now it is too late.",
    Obstacle.NOT_WHOLE: "It can only be put right in part.",
    Obstacle.BAD_ENDS_ONLY: "The answer: {end}.",
    Obstacle.NOT_FORCED: "Whether it is put right is for others to choose.",
}


def _still_in_time(attempt: Attempt) -> bool:
    """Is it the deciding that takes too long, and not the way to whoever decides?"""
    return attempt.deadline is not None and attempt.answered < attempt.deadline.earliest < attempt.fixed


def _last(service: Service, attempt: Attempt) -> str:
    """Who would have to put it right: the one who got the case, else whom the remedy names."""
    named = attempt.remedy.by if attempt.remedy else ()
    got = attempt.chain[-1] if attempt.chain else ""
    key = got if got in named or not named else named[0]
    return service.actors[key].name if key in service.actors else "Whoever answers"


def _end(journey: Journey, attempt: Attempt) -> str:
    target = attempt.remedy.leads_to if attempt.remedy else attempt.step
    return f"“{journey.nodes[target].title}”" if target is not None else "no"

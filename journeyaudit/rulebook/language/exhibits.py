"""``show: story, cut-offs`` -> what a finding carries besides its sentence."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any

from journeyaudit.finding import Label
from journeyaudit.finding.words import duration
from journeyaudit.model.quantities import INFINITE
from journeyaudit.rulebook.figures import MEASURES, measures_of
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.model.trouble import Cutoff
    from journeyaudit.rulebook.language.look import Look
    from journeyaudit.rulebook.language.thing import Thing
    from journeyaudit.verdicts.verdict import Attempt, Verdict

Parts = Mapping[str, Any]
"""Fields of a finding by name; tuples are added to those that are there already."""


@record
class Exhibit:
    """One word behind ``show:``, for findings about things ``of`` some kinds."""

    word: str
    of: tuple[str, ...]
    doc: str
    parts: Callable[[Look, Thing], Parts]


def _of_verdict(made: Callable[[Look, Verdict], Parts]) -> Callable[[Look, Thing], Parts]:
    """Something that the verdict of a mistake knows; nothing where it was not judged."""

    def parts(look: Look, thing: Thing) -> Parts:
        verdict = None if thing.mistake is None else look.verdicts.get(thing.mistake)
        return {} if verdict is None else made(look, verdict)

    return parts


def _story(look: Look, verdict: Verdict) -> Parts:
    from journeyaudit.verdicts.story import story_of

    return {"story": story_of(look.service, look.journey, verdict)}


def _case(look: Look, thing: Thing) -> Parts:
    from journeyaudit.rulebook.language.words_of_stories import story_verdict

    verdict = story_verdict(look, thing)
    return {"story": verdict.told} if verdict is not None and verdict.told is not None else {}


def _figures(look: Look, verdict: Verdict) -> Parts:
    del look
    return {"measures": measures_of(verdict)}


def _measure(name: str) -> Callable[[Look, Verdict], Parts]:
    def made(look: Look, verdict: Verdict) -> Parts:
        del look
        return {"measures": tuple(each for each in measures_of(verdict) if each.name == name)}

    return made


def _cutoffs(look: Look, verdict: Verdict) -> Parts:
    del look
    mistake, labels = verdict.mistake, []
    if mistake.soft is not None and not _without_end(mistake.soft):
        labels.append(_cutoff(mistake.soft, "from then on corrections are refused"))
    if mistake.hard is not None and not _without_end(mistake.hard):
        labels.append(_cutoff(mistake.hard, "from then on it cannot be undone"))
    return {"labels": tuple(labels)}


def _without_end(cutoff: Cutoff) -> bool:
    return cutoff.point.after is not None and cutoff.point.after.low == INFINITE


def _cutoff(cutoff: Cutoff, text: str) -> Label:
    return Label(cutoff.span, f"{text} ({cutoff.because})" if cutoff.because else text)


def _noticing(look: Look, verdict: Verdict) -> Parts:
    del look
    if not isfinite(verdict.noticed.earliest):
        return {"label": "nobody notices it"}
    if verdict.noticed.latest == 0:
        return {"label": "noticed at once"}
    return {"label": f"noticed {duration(verdict.noticed.earliest, at_once='at once')} later"}


def _reasons(look: Look, verdict: Verdict) -> Parts:
    from journeyaudit.verdicts.reasons import why_not

    labels = []
    for attempt in _first_of_each_remedy(verdict):
        if attempt.remedy is not None:
            first = look.case.name_of(attempt.chain[0]) if attempt.chain else "whoever answers"
            reason = why_not(look.service, look.journey, attempt, first)
            if reason:
                labels.append(Label(attempt.remedy.header, reason.rstrip(".")))
    said = verdict.mistake.no_remedy
    notes = (f"the journey itself says why: {said}",) if said else ()
    return {"labels": tuple(labels), "notes": notes}


def _first_of_each_remedy(verdict: Verdict) -> Iterator[Attempt]:
    seen: set[int] = set()
    for attempt in verdict.attempts:
        if attempt.remedy is not None and attempt.remedy.number not in seen:
            seen.add(attempt.remedy.number)
            yield attempt


def _facts(look: Look, verdict: Verdict) -> Parts:
    del look
    return {
        "missing": tuple(str(fact) for fact in verdict.missing),
        "assumptions": verdict.assumptions,
        "labels": tuple(Label(fact.span, f"says no `{fact.key}`") for fact in verdict.missing),
        "help": f"state {verdict.missing[0]} first" if verdict.missing else "",
    }


def _assumptions(look: Look, verdict: Verdict) -> Parts:
    del look
    return {"missing": tuple(map(str, verdict.missing)), "assumptions": verdict.assumptions}


def _range(look: Look, verdict: Verdict) -> Parts:
    del look
    return {"label": f"between {verdict.strict} and {verdict.generous}"}


def _change(look: Look, verdict: Verdict) -> Parts:
    from journeyaudit.rulebook.proposals import cheapest_change, workshop_of

    workshop = look.kept.get("workshop")
    if workshop is None:
        workshop = look.kept["workshop"] = workshop_of(look.case)
    return {"help": cheapest_change(look.case, workshop, verdict).as_hint()}


def _stuck(look: Look, thing: Thing) -> Parts:
    return {"labels": tuple(Label(each.span, "stuck here") for each in look.places(thing.it.stuck))}


def _way_in(look: Look, thing: Thing) -> Parts:
    return {"label": "the way in", "trail": look.way(thing.it.trail)}


def _fork(text: str) -> Callable[[Look, Thing], Parts]:
    def parts(look: Look, thing: Thing) -> Parts:
        split = thing.it.split
        labels = look.way(() if split is None else (split,))
        return {
            "labels": tuple(Label(label.span, text) for label in labels),
            "trail": look.way(thing.it.trail),
        }

    return parts


_MISTAKE = ("mistake",)

EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit("story", _MISTAKE, "What happens to whoever makes the mistake, with clock times.", _of_verdict(_story)),
    Exhibit("story", ("story",), "What happens in this case, with clock times.", _case),
    Exhibit("figures", _MISTAKE, "All measures of the mistake.", _of_verdict(_figures)),
    *(Exhibit(name, _MISTAKE, "This one measure.", _of_verdict(_measure(name))) for name in MEASURES),
    Exhibit("noticing", _MISTAKE, "When it is noticed, beside the place of the finding.", _of_verdict(_noticing)),
    Exhibit("cut-offs", _MISTAKE, "The two cut-offs, with their reasons.", _of_verdict(_cutoffs)),
    Exhibit("reasons", _MISTAKE, "Beside every remedy why it does not help.", _of_verdict(_reasons)),
    Exhibit("assumptions", _MISTAKE, "What was assumed, and which facts were missing.", _of_verdict(_assumptions)),
    Exhibit("facts", _MISTAKE, "Which facts were missing, each at its place; the first is the hint.", _of_verdict(_facts)),
    Exhibit("range", _MISTAKE, "Between which verdicts it lies.", _of_verdict(_range)),
    Exhibit("cheapest change", _MISTAKE, "The smallest change that was proved to help, in place of the hint.", _of_verdict(_change)),
    Exhibit("stuck places", ("trap",), "The places one never leaves.", _stuck),
    Exhibit("way in", ("trap",), "How one gets in.", _way_in),
    Exhibit("branches taken", ("deadlock",), "Where only some of the ways are taken.", _fork("only some of the ways from here are taken")),
    Exhibit("branches started", ("double run",), "Where the branches start.", _fork("the branches start here")),
)  # fmt: skip


def exhibit(word: str, kind: str) -> Exhibit | None:
    """What goes by this word for things of this kind."""
    return next((each for each in EXHIBITS if each.word.lower() == word.lower() and kind in each.of), None)


def exhibits_of(kind: str) -> list[str]:
    """What can be shown of things of this kind."""
    return [each.word for each in EXHIBITS if kind in each.of]

"""Mistakes -> the notes pinned to their steps: name, verdict, cut-offs and what helps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeyaudit.drawing.boxes import broken, size_of
from journeyaudit.drawing.parts import Box, Line, Type
from journeyaudit.drawing.wording import VERDICT_WORDS, cutoff_in_words, who_and_where
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.trouble import Mistake, Remedy, RemedyKind
from journeyaudit.verdicts.verdict import Attempt, Judgement, Verdict

NOTE_WIDTH = 168.0
_HELPS = {
    RemedyKind.CORRECTS: "corrects",
    RemedyKind.COMPENSATES: "only compensates",
    RemedyKind.WORKAROUND: "only works around it",
    None: "remedy",
}


def notes_of(
    service: Service,
    journey: Journey,
    box: Box,
    mistakes: Iterable[Mistake],
    verdicts: Mapping[int, Verdict],
) -> Iterable[Box]:
    """The notes that hang below the box of a node, in source order, one under the other."""
    above = box.id
    for mistake in mistakes:
        lines = tuple(_lines(service, journey, mistake, verdicts.get(mistake.number)))
        width, height = size_of(lines)
        id_ = f"m{mistake.number}"
        yield Box(
            id_, "mistake", lines, width, height, box.lane, box.column, box.thread,
            mistake.header or mistake.span, hangs_on=above, left=True,
        )  # fmt: skip
        above = id_


def _lines(service: Service, journey: Journey, mistake: Mistake, verdict: Verdict | None) -> Iterable[Line]:
    yield Line("! MISTAKE", Type.WARNING)
    yield from broken(mistake.name, Type.NAME, NOTE_WIDTH)
    if verdict is not None:
        good = verdict.judgement is Judgement.GUARANTEED
        yield Line(VERDICT_WORDS[verdict.judgement], Type.RELIEF if good else Type.WARNING)
    for what, cutoff in (("accepted", mistake.soft), ("possible", mistake.hard)):
        if cutoff is not None and cutoff.point.after is not None:
            words = f"changes {what} {cutoff_in_words(cutoff, journey)}"
            yield from broken(words, Type.SMALL, NOTE_WIDTH)
    for remedy in mistake.remedies:
        yield from _remedy(service, journey, remedy, verdict)
    if not mistake.remedies:
        why = f"no remedy: {mistake.no_remedy}" if mistake.no_remedy else "no remedy"
        yield from broken(why, Type.STRONG, NOTE_WIDTH)


def _remedy(service: Service, journey: Journey, remedy: Remedy, verdict: Verdict | None) -> Iterable[Line]:
    kind = "appeal" if remedy.appeal else _HELPS[remedy.kind]
    yield from broken(f"+ {remedy.name} ({kind})", Type.STRONG, NOTE_WIDTH)
    who = who_and_where(service, remedy.by, remedy.on)
    if who:
        yield from broken(who, Type.SMALL, NOTE_WIDTH, most=3)
    leads = None if remedy.leads_to is None else journey.nodes[remedy.leads_to].title
    if leads:
        yield from broken(f"leads to: {leads}", Type.SMALL, NOTE_WIDTH, most=2)
    obstacles = _obstacles(remedy, () if verdict is None else verdict.attempts)
    if obstacles:
        yield from broken(f"\u00d7 {obstacles}", Type.WARNING, NOTE_WIDTH, most=3)


def _obstacles(remedy: Remedy, attempts: tuple[Attempt, ...]) -> str:
    """What stands in the way of a remedy on every channel; "" where one channel works."""
    mine = [attempt for attempt in attempts if attempt.remedy == remedy]
    if not mine or not all(attempt.obstacles for attempt in mine):
        return ""
    named = dict.fromkeys(obstacle.value for attempt in mine for obstacle in attempt.obstacles)
    return ", ".join(named)

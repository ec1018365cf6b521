"""Mistakes -> the notes pinned to their steps: name, verdict, cut-offs and what helps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from journeyaudit.drawing.boxes import broken, size_of
from journeyaudit.drawing.parts import GAP, Box, Line, Type
from journeyaudit.drawing.wording import OBSTACLE_WORDS, VERDICT_WORDS, time_limit_in_words, who_and_where
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import Point
from journeyaudit.model.trouble import Mistake, Remedy, RemedyKind
from journeyaudit.source import Span
from journeyaudit.verdicts.verdict import Judgement, Obstacle, Verdict

NOTE_WIDTH = 168.0
_INDENT = " " * 3
_FACT_WIDTH = NOTE_WIDTH - 8.0
_AT_SOME_HOURS = "in time at some hours only"
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
    mistakes: Sequence[Mistake],
    appeals: Sequence[Remedy],
    verdicts: Mapping[int, Verdict],
) -> Iterable[Box]:
    """The notes that hang below the box of a node, in source order, one under the other.

    Appeals get a note only where no mistake is made: a mistake's own note lists them already.
    """
    above = box.id
    for mistake in mistakes:
        lines = tuple(_lines(service, journey, mistake, verdicts.get(mistake.number)))
        place = mistake.header or mistake.span
        yield _note(f"m{mistake.number}", "mistake", lines, place, box, above)
        above = f"m{mistake.number}"
    if appeals and not mistakes:
        lines = tuple(line for appeal in appeals for line in _remedy(service, journey, appeal, None))
        yield _note(f"a{box.id}", "appeal", lines, appeals[0].header or appeals[0].span, box, above)


def _note(id_: str, look: str, lines: tuple[Line, ...], span: Span, box: Box, above: str) -> Box:
    width, height = size_of(lines)
    return Box(
        id_, look, lines, width, height, box.lane, box.column, box.thread, span, hangs_on=above, left=True
    )


def _lines(service: Service, journey: Journey, mistake: Mistake, verdict: Verdict | None) -> Iterable[Line]:
    yield Line("! MISTAKE", Type.WARNING)
    yield from broken(mistake.name, Type.NAME, NOTE_WIDTH)
    if verdict is not None:
        good = verdict.judgement is Judgement.GUARANTEED
        yield Line(VERDICT_WORDS[verdict.judgement], Type.RELIEF if good else Type.WARNING)
    for words in _limits(mistake, journey):
        yield from broken(f"changes {words}", Type.SMALL, NOTE_WIDTH)
    for remedy in mistake.remedies:
        yield GAP
        yield from _remedy(service, journey, remedy, verdict)
    steps = [node.title for node in journey.nodes if mistake.number in node.corrects]
    for step in steps:
        yield GAP
        yield from broken(f"+ put right by: {step}", Type.STRONG, NOTE_WIDTH)
    if not mistake.remedies and not steps:
        yield GAP
        why = f"no remedy: {mistake.no_remedy}" if mistake.no_remedy else "no remedy"
        yield from broken(why, Type.STRONG, NOTE_WIDTH)


def _limits(mistake: Mistake, journey: Journey) -> Iterable[str]:
    soft, hard = (time_limit_in_words(cutoff, journey) for cutoff in (mistake.soft, mistake.hard))
    if soft and soft == hard:
        yield f"accepted and possible {soft}"
        return
    for what, cutoff, limit in (("accepted", mistake.soft, soft), ("possible", mistake.hard, hard)):
        if cutoff is not None and _is_never(cutoff.point):
            yield f"never {what}"
        elif limit:
            yield f"{what} {limit}"


def _is_never(point: Point) -> bool:
    return point.node is None and point.after is not None and point.after.high == 0


def _remedy(service: Service, journey: Journey, remedy: Remedy, verdict: Verdict | None) -> Iterable[Line]:
    """Its name, and indented what belongs to it."""
    kind = "appeal" if remedy.appeal else _HELPS[remedy.kind]
    yield from broken(f"+ {remedy.name} ({kind})", Type.STRONG, NOTE_WIDTH)
    for line in _facts(service, journey, remedy, verdict):
        yield replace(line, text=_INDENT + line.text)


def _facts(service: Service, journey: Journey, remedy: Remedy, verdict: Verdict | None) -> Iterable[Line]:
    who = who_and_where(service, remedy.by, remedy.on)
    if who:
        yield from broken(who, Type.SMALL, _FACT_WIDTH, most=4)
    leads = None if remedy.leads_to is None else journey.nodes[remedy.leads_to].title
    if leads:
        yield from broken(f"leads to: {leads}", Type.SMALL, _FACT_WIDTH, most=3)
    for media_break in remedy.media_breaks:
        yield from broken(f"\u2194 media break: {media_break}", Type.SMALL, _FACT_WIDTH, most=4)
    obstacles = "" if verdict is None else _obstacles(remedy, verdict)
    if obstacles:
        yield from broken(f"\u00d7 {obstacles}", Type.WARNING, _FACT_WIDTH, most=4)


def _obstacles(remedy: Remedy, verdict: Verdict) -> str:
    """What stands in the way of a correction on every channel; "" where one channel works.

    What was never meant to correct says so by its kind, and is not measured against the rest.
    """
    mine = [attempt for attempt in verdict.attempts if attempt.remedy == remedy]
    if not mine or not all(attempt.obstacles for attempt in mine):
        return ""
    if any(Obstacle.NOT_A_CORRECTION in attempt.obstacles for attempt in mine):
        return ""
    named = dict.fromkeys(obstacle for attempt in mine for obstacle in attempt.obstacles)
    if verdict.judgement is Judgement.LUCK and tuple(named) == (Obstacle.TOO_LATE,):
        return _AT_SOME_HOURS
    return ", ".join(OBSTACLE_WORDS[obstacle] for obstacle in named if obstacle in OBSTACLE_WORDS)

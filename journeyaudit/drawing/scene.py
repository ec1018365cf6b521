"""A finding -> the scene of its dead end: the moments in order, the cut-offs among them, what was tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journeyaudit.drawing.wording import who_and_where
from journeyaudit.finding import Finding
from journeyaudit.finding.words import clock_from
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.trouble import Mistake, Remedy
from journeyaudit.source import NOWHERE, Span

MOST_BOXES = 12
MOST_HELPS = 4


@dataclass(frozen=True, slots=True)
class Beat:
    """One moment: ``when`` as on a clock if it is ``timed``. ``aside``: behind the customer's back.
    ``limit`` is ``soft`` or ``hard`` where a cut-off passes, or ``both``."""

    number: int
    when: str
    text: str
    span: Span
    timed: bool = False
    aside: bool = False
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """What is described as a help, and why it is none. ``told`` is the number of the moment that tells of
    it, 0 if none does."""

    name: str
    who: str
    why: str
    span: Span
    told: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """``left_out`` counts moments or helps that found no room."""

    title: str
    where: str
    beats: tuple[Beat, ...]
    helps: tuple[Help, ...]
    moral: str
    left_out: int = 0


def scene_of(service: Service, journey: Journey, finding: Finding) -> Scene:
    """At most four helps, and a dozen boxes with the moments; without a story the way there is told."""
    mistake = _mistake(journey, finding)
    beats = tuple(_beats(finding, mistake))
    if not beats:
        beats = tuple(Beat(at, "", label.text, label.span) for at, label in enumerate(finding.trail, 1))
    helps = tuple(_helps(service, journey, finding, mistake, beats))
    shown = _shortened(beats, MOST_BOXES - min(len(helps), MOST_HELPS))
    left_out = len(beats) - len(shown) + max(len(helps) - MOST_HELPS, 0)
    moral = finding.story.moral if finding.story is not None else ""
    where = "" if mistake is None else f"{mistake.name}, at {journey.nodes[mistake.node].title}"
    return Scene(finding.title, where or finding.label, shown, helps[:MOST_HELPS], moral, left_out)


def sentences(scene: Scene) -> str:
    """The same for those who cannot see it."""
    said = [_ended(scene.title)]
    said += [_ended(f"{beat.number}. {beat.when} {beat.text}") for beat in scene.beats]
    said += [_ended(f"{help_.name}: {help_.why}") for help_ in scene.helps]
    return " ".join((*said, scene.moral)).strip()


def _mistake(journey: Journey, finding: Finding) -> Mistake | None:
    named = [each for each in journey.mistakes if each.name == finding.subject]
    if len(named) > 1:
        named = [each for each in named if finding.span in (each.header, each.span)] or named
    return named[0] if named else None


def _beats(finding: Finding, mistake: Mistake | None) -> Iterator[Beat]:
    moments = finding.story.moments if finding.story is not None else ()
    first = next((moment.minute for moment in moments if moment.minute is not None), 0)
    before = None
    for number, moment in enumerate(moments, 1):
        when = "" if moment.minute is None else clock_from(moment.minute, first)
        limit = "" if mistake is None else _limit(mistake, moment.span)
        timed = when not in ("", before)
        word = when if timed else "then" if before else "earlier"
        text = moment.text.removeprefix("Earlier, ") if word == "earlier" else moment.text
        yield Beat(number, word, text[:1].upper() + text[1:], moment.span, timed, moment.aside, limit)
        before = when or before


def _limit(mistake: Mistake, span: Span) -> str:
    found = [
        name
        for name, cutoff in (("soft", mistake.soft), ("hard", mistake.hard))
        if cutoff is not None and span and cutoff.span == span
    ]
    return "both" if len(found) == 2 else "".join(found)


def _helps(
    service: Service, journey: Journey, finding: Finding, mistake: Mistake | None, beats: Sequence[Beat]
) -> Iterator[Help]:
    """The labels of a finding that stand at a remedy or at a step."""
    limits = () if mistake is None else (mistake.soft, mistake.hard)
    beside = {cutoff.span for cutoff in limits if cutoff is not None}
    remedies = {remedy.header or remedy.span: remedy for remedy in _remedies(journey)}
    nodes = {node.header or node.span: node.title for node in journey.nodes}
    for label in finding.labels:
        if label.span in beside:
            continue
        told = max((beat.number for beat in beats if beat.span == label.span), default=0)
        remedy = remedies.get(label.span)
        if remedy is not None:
            who = who_and_where(service, remedy.by, remedy.on)
            yield Help(remedy.name, who, label.text, label.span, told)
        elif label.span in nodes:
            yield Help(nodes[label.span], "", label.text, label.span, told)
        else:
            yield Help("", "", label.text, label.span if label.span else NOWHERE, told)


def _remedies(journey: Journey) -> Iterable[Remedy]:
    for mistake in journey.mistakes:
        yield from mistake.remedies
    yield from (appeal.remedy for appeal in journey.appeals)


def _shortened(beats: tuple[Beat, ...], most: int) -> tuple[Beat, ...]:
    """The first three, the cut-offs and the last one, and of what was tried what there is room for, the
    first tries first; all with the numbers they have in the story."""
    needed = {beat.number for beat in (*beats[:3], *beats[-1:])}
    needed |= {beat.number for beat in beats if beat.limit}
    room = max(most - len(needed), 0)
    others = [beat.number for beat in beats if beat.number not in needed][:room]
    return tuple(beat for beat in beats if beat.number in needed or beat.number in others)


def _ended(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "“", "”")) else f"{text}."

"""A journey and a finding -> the same as the picture, told in sentences for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeyaudit.drawing.sections import Section
from journeyaudit.drawing.wording import VERDICT_WORDS
from journeyaudit.finding import Finding
from journeyaudit.model.flow import NodeKind, Outcome
from journeyaudit.model.journey import Journey
from journeyaudit.verdicts.verdict import Verdict

_MOST = 40


def describe(
    journey: Journey,
    *,
    trail: Sequence[int] = (),
    finding: Finding | None = None,
    verdicts: Sequence[Verdict] = (),
) -> str:
    """Sentences for the ``desc`` of an SVG: the steps, the ends, the verdicts and the dead end."""
    return " ".join(_sentences(journey, trail, finding, verdicts))


def describe_part(journey: Journey, section: Section) -> str:
    """The same for one part of a large journey."""
    names = [
        journey.nodes[number].title
        for number in section.nodes
        if journey.nodes[number].kind in (NodeKind.STEP, NodeKind.USE, NodeKind.END)
    ]
    return f"The journey {journey.name}, part {section.number}: {section.name}. {', '.join(names)}."


def _sentences(
    journey: Journey, trail: Sequence[int], finding: Finding | None, verdicts: Sequence[Verdict]
) -> Iterable[str]:
    yield f"The journey {journey.name}, from left to right."
    steps = [node.title for node in journey.nodes if node.kind in (NodeKind.STEP, NodeKind.USE)]
    if steps:
        more = f", and {len(steps) - _MOST} more" if len(steps) > _MOST else ""
        yield f"Steps: {', '.join(steps[:_MOST])}{more}."
    for outcome in Outcome:
        ends = [node.title for node in journey.nodes if node.kind is NodeKind.END and node.outcome is outcome]
        if ends:
            yield f"{outcome.value.capitalize()} ends: {', '.join(dict.fromkeys(ends))}."
    for verdict in verdicts:
        yield f"The mistake {verdict.mistake.name}: {VERDICT_WORDS[verdict.judgement].lstrip('√~×? ')}."
    if finding is None:
        return
    yield f"Finding: {finding.title.rstrip('.')}."
    if trail:
        yield f"The way there: {', then '.join(journey.nodes[number].title for number in trail)}."
    if finding.story is not None:
        yield from (_ended(moment.text) for moment in finding.story.moments)
        if finding.story.moral:
            yield _ended(finding.story.moral)


def _ended(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "“", "”", '"')) else f"{text}."

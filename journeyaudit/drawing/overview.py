"""The sections of a large journey -> an overview: a card for each, with what is in it and where it leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import broken, lines_height
from journeyaudit.drawing.canvas import MARGIN, Canvas
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.sections import Section, ways_between
from journeyaudit.drawing.wording import VERDICT_WORDS
from journeyaudit.finding.words import count
from journeyaudit.model.flow import NodeKind, Outcome
from journeyaudit.model.journey import Journey
from journeyaudit.verdicts.verdict import Judgement, Verdict

_CARD = 236.0
_GAP = 46.0
_IN_ROW = 4


def overview(
    journey: Journey,
    sections: Sequence[Section],
    verdicts: Sequence[Verdict],
    address_of: Callable[[Section], str] | None = None,
) -> Canvas:
    """Cards from left to right, row by row. ``address_of`` gives the picture that a card leads to."""
    canvas = Canvas()
    y = canvas.words(MARGIN, MARGIN, broken(f"{journey.name}: overview", Type.HEADING, 900, most=2))
    size = f"{count(len(journey.nodes), 'place')} in {count(len(sections), 'part')}"
    y = canvas.words(MARGIN, y + 2, [Line(f"{size}, each with a picture of its own")]) + 14
    ways = ways_between(journey, sections)
    cards = [_card(journey, section, verdicts, ways) for section in sections]
    for at in range(0, len(sections), _IN_ROW):
        row = list(zip(sections, cards, strict=True))[at : at + _IN_ROW]
        high = max(lines_height(lines) for _, lines in row) + 22
        for number, (section, lines) in enumerate(row):
            x = MARGIN + number * (_CARD + _GAP)
            href = "" if address_of is None else address_of(section)
            bad = any(line.type is Type.WARNING for line in lines)
            canvas.area(x, y, _CARD, high, palette.LANE, palette.BAD_LINE if bad else palette.INK,
                        thick=2.0 if bad else 1.2, href=href, about=section.name)  # fmt: skip
            canvas.area(x, y, 30, high, palette.LANE_HEAD)
            canvas.words(x + 15, y + 10, [Line(f"{section.number}", Type.NAME)], align="middle")
            canvas.words(x + 40, y + 10, lines, href=href)
            _draw_way_on(canvas, section, ways, x + _CARD, y + 24, last=number == len(row) - 1)
        y += high + 26
    return canvas


def sentences(journey: Journey, sections: Sequence[Section], verdicts: Sequence[Verdict]) -> str:
    """The same for those who cannot see it."""
    ways = ways_between(journey, sections)
    return " ".join(
        f"{section.number}. {', '.join(line.text for line in _card(journey, section, verdicts, ways))}."
        for section in sections
    )


def _card(
    journey: Journey, section: Section, verdicts: Sequence[Verdict], ways: Mapping[tuple[int, int], int]
) -> list[Line]:
    lines = broken(section.name, Type.NAME, _CARD - 56, most=3)
    lines += [Line(each) for each in _counts(journey, section)]
    inside = frozenset(section.nodes)
    judged = Counter(verdict.judgement for verdict in verdicts if verdict.mistake.node in inside)
    for judgement in Judgement:
        if judged[judgement]:
            good = judgement is Judgement.GUARANTEED
            words = f"{count(judged[judgement], 'mistake')}: {VERDICT_WORDS[judgement]}"
            lines += broken(words, Type.RELIEF if good else Type.WARNING, _CARD - 56)
    onward = [str(target) for source, target in sorted(ways) if source == section.number]
    if onward:
        lines += broken(f"goes on at {', '.join(onward)}", Type.STRONG, _CARD - 56, most=3)
    return lines


def _counts(journey: Journey, section: Section) -> Iterator[str]:
    nodes = [journey.nodes[number] for number in section.nodes]
    steps = sum(node.kind in (NodeKind.STEP, NodeKind.USE) for node in nodes)
    choices = sum(node.kind is NodeKind.CHOICE for node in nodes)
    if steps or choices:
        amounts = ((steps, "step"), (choices, "choice"))
        yield ", ".join(count(number, word) for number, word in amounts if number)
    for outcome in Outcome:
        ends = sum(node.outcome is outcome for node in nodes if node.kind is NodeKind.END)
        if ends:
            yield count(ends, f"{outcome.value} end")
    points = sum(node.no_return for node in nodes)
    if points:
        yield f"{count(points, 'point')} of no return"


def _draw_way_on(
    canvas: Canvas, section: Section, ways: Mapping[tuple[int, int], int], x: float, y: float, *, last: bool
) -> None:
    """An arrow to the next card; at the end of a row a short one, which says where it goes."""
    number = ways.get((section.number, section.number + 1), 0)
    if not number:
        return
    if number > 1:
        canvas.words(x + _GAP / 2, y - 13, [Line(f"{number} ways")], align="middle")
    canvas.arrow(((x, y), (x + _GAP, y)), palette.INK, thick=1.6)
    if last:
        canvas.words(x + _GAP + 5, y - 5, [Line(f"{section.number + 1}", Type.STRONG)])

"""The answer to the question who gains -> a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyaudit.comparison.change import Trend
from journeyaudit.comparison.journeys import JourneyChange
from journeyaudit.comparison.win_win import Answer, EffortChange, WinWin
from journeyaudit.reports.diff_section import Line, Room, Section


def who_gains(journey: JourneyChange) -> Iterator[Section]:
    gains = journey.who_gains
    if gains is None or (gains.answer is Answer.NO_CHANGE and not gains.missing):
        return
    lines = [Line(gains_words(gains), tone="warning" if gains.warns else "")]
    lines += [Line(each.name, below=tuple(_efforts(each.efforts))) for each in gains.situations]
    if gains.missing and (gains.situations or gains.answer is Answer.UNKNOWN):
        lines.append(Line("To tell it for sure, say:", below=tuple(Line(each) for each in gains.missing)))
    yield Section("Who gains", 2, tuple(lines), room=Room.ANSWERS)


def gains_words(gains: WinWin) -> str:
    """The answer as a sentence, with what one should know beside it."""
    if gains.answer is Answer.UNKNOWN:
        return "It cannot be told who gains."
    answer = str(gains.answer)
    said = f"{answer[0].upper()}{answer[1:]}, as far as the texts say."
    if not gains.warns:
        return said
    if gains.answer is Answer.CUSTOMER_PAYS:
        return f"{said} Its effort fell by making the customer's rise."
    return f"{said} Some of the organisation's effort fell while the customer's only rose."


def _efforts(efforts: Sequence[EffortChange]) -> Iterator[Line]:
    """What can be compared, one after the other; all else in one line, for it says the same of each."""
    unclear = []
    for each in efforts:
        words = f"{each.new} now, {each.old} before"
        if each.trend is Trend.UNKNOWN:
            unclear.append(str(each.quantity) if each.new == each.old else f"{each.quantity} ({words})")
        else:
            yield Line(f"{each.quantity}: {words}", tone="less" if each.trend is Trend.BETTER else "more")
    if unclear:
        yield Line(f"cannot be compared: {', '.join(unclear)}")

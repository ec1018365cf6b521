"""Times, money and opening hours of the model -> the words in which a change of them is told."""

from __future__ import annotations

from journeyaudit.finding.words import ENDLESS, count, interval, listed, quoted
from journeyaudit.model.quantities import DAY, WEEK, Duration, Money, WeeklyHours

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def length_words(time: Duration) -> str:
    """How long something takes: "1 to 3 days", "2 working days", "at once", "an unknown time"."""
    low, high = time.low, time.high
    if low is None and high is None:
        return "an unknown time"
    if low is None or high is None:
        known = low if low is not None else high
        word = "at least" if high is None else "at most"
        return f"{word} {_figure(known or 0, time.working)}"
    if low == high:
        return _figure(low, time.working)
    if not time.working:
        return interval(low, high, endless="for ever")
    if high == ENDLESS:
        return f"at least {_figure(low, True)}"
    return f"{int(low)} to {_figure(high, True)}" if low else f"at most {_figure(high, True)}"


def within_words(time: Duration) -> str:
    """The same as one says it behind "within"."""
    return length_words(time).removeprefix("at most ")


def _figure(amount: float, working: bool) -> str:
    if amount == ENDLESS:
        return "for ever"
    if amount == 0:
        return "at once"
    return count(int(amount), "working day") if working else interval(amount, amount)


def money_words(money: Money) -> str:
    """An amount: "49.90 EUR", "20 EUR per case", "nothing", "no limit", "an unknown amount"."""
    if money.amount is None:
        return "an unknown amount"
    if money.amount.is_infinite():
        said = "no limit"
    elif not money.amount:
        said = "nothing"
    else:
        said = f"{money.amount:f} {money.currency}".strip()
    return f"{said} per {money.per}" if money.per else said


def hours_words(hours: WeeklyHours) -> str:
    """Opening hours: "Mon-Fri 08:00-18:00, Sat 09:00-13:00", "always", "never"."""
    if hours.always:
        return "always"
    days: list[tuple[int, str]] = []
    for number in range(7):
        spans = [_within_day(span, number) for span in hours.spans]
        said = " and ".join(each for each in spans if each)
        if said:
            days.append((number, said))
    groups: list[tuple[int, int, str]] = []
    for number, said in days:
        if groups and groups[-1][2] == said and groups[-1][1] == number - 1:
            groups[-1] = (groups[-1][0], number, said)
        else:
            groups.append((number, number, said))
    return ", ".join(f"{_day_range(first, last)} {said}" for first, last, said in groups) or "never"


def _day_range(first: int, last: int) -> str:
    return _DAYS[first] if first == last else f"{_DAYS[first]}-{_DAYS[last]}"


def _within_day(span: tuple[int, int], day: int) -> str:
    start, end = max(span[0], day * DAY), min(span[1], (day + 1) * DAY, WEEK)
    if start >= end:
        return ""
    return f"{_clock(start - day * DAY)}-{_clock(end - day * DAY)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def quote_words(text: str) -> str:
    """A text of the author's, on one line and quoted."""
    return quoted(" ".join(text.split()))


def texts_words(texts: tuple[str, ...]) -> str:
    return listed([quote_words(text) for text in texts])


def share_words(number: float) -> str:
    return f"{number:g}"

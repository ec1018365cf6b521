"""Durations and unnamed nodes -> the words by which people recognise them."""

from __future__ import annotations

from journeyaudit.model.quantities import DAY, INFINITE, WEEK, Duration, Minutes

_UNITS: dict[str, tuple[tuple[int, str, str], ...]] = {
    "en": ((WEEK, "week", "weeks"), (DAY, "day", "days"), (60, "h", "h"), (1, "min", "min")),
    "de": ((WEEK, "Woche", "Wochen"), (DAY, "Tag", "Tage"), (60, "Std.", "Std."), (1, "min", "min")),
}
_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "start": "start",
        "fork": "in parallel",
        "join": "all branches done",
        "repeat": "repeat",
        "until": "until",
        "while": "while",
        "for each": "for each",
        "wait": "wait",
        "wait for": "wait for",
        "otherwise": "otherwise",
        "after": "after",
        "unnamed": "without a name",
        "to": "to",
        "unknown": "for an unknown time",
        "at once": "at once",
        "never": "for ever",
        "at least": "at least",
        "at most": "at most",
        "working day": "working day",
        "working days": "working days",
    },
    "de": {
        "start": "Beginn",
        "fork": "gleichzeitig",
        "join": "alle Zweige fertig",
        "repeat": "wiederhole",
        "until": "bis",
        "while": "solange",
        "for each": "für jede",
        "wait": "warte",
        "wait for": "warte auf",
        "otherwise": "sonst",
        "after": "nach",
        "unnamed": "ohne Namen",
        "to": "bis",
        "unknown": "unbekannt lange",
        "at once": "sofort",
        "never": "für immer",
        "at least": "mindestens",
        "at most": "höchstens",
        "working day": "Werktag",
        "working days": "Werktage",
    },
}


def word(key: str, language: str) -> str:
    """A word for something that the text does not name, in the language of the file."""
    return _WORDS.get(language, _WORDS["en"]).get(key, key)


def duration_words(duration: Duration, language: str = "en") -> str:
    """``2 days``, ``1 to 3 h``, ``at most 90 min``: short, and exact to the minute."""
    low, high = duration.low, duration.high
    if low is None and high is None:
        return word("unknown", language)
    if low == high and high is not None:
        return _figure(high, duration.working, language)
    if high is None or high == INFINITE:
        return f"{word('at least', language)} {_figure(low or 0, duration.working, language)}"
    if not low:
        return f"{word('at most', language)} {_figure(high, duration.working, language)}"
    if duration.working:
        return f"{int(low)} {word('to', language)} {_figure(high, True, language)}"
    return _range(int(low), int(high), language)


def _figure(amount: Minutes, working: bool, language: str) -> str:
    if amount == 0:
        return word("at once", language)
    if amount == INFINITE:
        return word("never", language)
    whole = int(amount)
    if working:
        return f"{whole} {word('working day' if whole == 1 else 'working days', language)}"
    return _minutes(whole, language)


def _range(low: int, high: int, language: str) -> str:
    for size, _, many in _UNITS.get(language, _UNITS["en"])[:-1]:
        if low % size == 0 and high % size == 0:
            return f"{low // size} {word('to', language)} {high // size} {many}"
    return f"{_minutes(low, language)} {word('to', language)} {_minutes(high, language)}"


def _minutes(amount: int, language: str) -> str:
    units = _UNITS.get(language, _UNITS["en"])
    for size, one, many in units[:-1]:
        if amount % size == 0:
            count = amount // size
            return f"{count} {one if count == 1 else many}"
    parts = []
    for size, one, many in units[1:]:
        count, amount = divmod(amount, size)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    return " ".join(parts)

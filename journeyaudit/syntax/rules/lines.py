"""The text of a rule -> its lines: what they begin with, without comments, longer texts put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from journeyaudit.source import NOWHERE, SourceText, Span
from journeyaudit.source.record import record
from journeyaudit.syntax.physical import content_end
from journeyaudit.syntax.vocabulary import fold

KEYS = ("severity", "profile", "applies to", "explains", "setting", "say", "hint", "show", "because")
"""What stands before the colon of a line; behind `say` and `hint` a condition may follow."""
_TEXTS = ("say", "hint", "because")
_KEY = re.compile(r"(?P<key>[^\W\d_][\w -]*?)[ ]*:(?=[ ]|$)")
_SETTING = re.compile(r"setting[ ]+(?P<name>[^:]+?)[ ]*:(?=[ ]|$)", re.IGNORECASE)
_WHEN = re.compile(r"(?P<key>say|hint)[ ]+(?P<when>when[ ](?:\"[^\"]*\"|[^\":])*?)[ ]*:(?=[ ]|$)", re.I)


@record
class RuleLine:
    """One line; ``key`` is "" for a sentence, else folded, ``key_span`` its place.

    ``value`` is what stands behind the colon, or the sentence; ``span`` its place. ``when`` is the
    place of ``when ...`` between key and colon. ``name`` is that of a setting. ``value`` of a longer text
    has the lines below it, joined by blanks; then ``pieces`` are their places.
    """

    span: Span
    value: str
    column: int
    key: str = ""
    key_span: Span = NOWHERE
    name: str = ""
    when: Span | None = None
    pieces: tuple[Span, ...] = ()


def lines_of(source: SourceText, start: int, end: int) -> list[RuleLine]:
    """All lines with content between two offsets, in their order."""
    found: list[RuleLine] = []
    for begin, stop, column in _contents(source, start, end):
        if found and column > found[-1].column and (found[-1].key in _TEXTS or _is_open(found[-1])):
            found[-1] = _longer(found[-1], source, begin, stop)
        else:
            found.append(_line(source, begin, stop, column))
    return found


def _contents(source: SourceText, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    text, at = source.plain, start
    for line in text[start:end].split("\n"):
        content = line.strip(" ")
        if content and not content.startswith("#"):
            begin = at + len(line) - len(line.lstrip(" "))
            yield begin, begin + content_end(content), begin - at
        at += len(line) + 1


def _is_open(line: RuleLine) -> bool:
    """A condition with a bracket that is not closed yet goes on in a deeper line."""
    return line.key in ("", "severity") and line.value.count("(") > line.value.count(")")


def _longer(line: RuleLine, source: SourceText, begin: int, stop: int) -> RuleLine:
    text = source.plain[begin:stop]
    value = f"{line.value} {text}" if line.value else text
    span = source.span(line.span.start, stop)
    return replace(line, value=value, span=span, pieces=(*line.pieces, source.span(begin, stop)))


def _line(source: SourceText, begin: int, stop: int, column: int) -> RuleLine:
    text = source.plain
    whole = RuleLine(source.span(begin, stop), text[begin:stop], column)
    if setting := _SETTING.match(text, begin, stop):
        value = _behind(source, whole, setting, "setting")
        return replace(value, name=" ".join(setting["name"].split()))
    if conditional := _WHEN.match(text, begin, stop):
        value = _behind(source, whole, conditional, fold(conditional["key"]))
        return replace(value, when=source.span(*conditional.span("when")))
    key = _KEY.match(text, begin, stop)
    return _behind(source, whole, key, fold(key["key"])) if key else whole


def _behind(source: SourceText, whole: RuleLine, found: re.Match[str], key: str) -> RuleLine:
    stop = whole.span.end
    begin = found.end()
    while begin < stop and source.plain[begin] == " ":
        begin += 1
    span = source.span(begin, stop)
    value = source.plain[begin:stop]
    key_span = source.span(found.start(), found.start() + len(key))
    return replace(whole, span=span, value=value, key=key, key_span=key_span, pieces=(span,) if value else ())

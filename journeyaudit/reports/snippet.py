"""Labels and the files they point into -> the lines of source with carets below, framed in ASCII."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeyaudit.finding import Finding, Label
from journeyaudit.reports.columns import Row, cut, row, shown, width_of, wrapped
from journeyaudit.reports.style import Style, severity_word
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

_NARROWEST = 24


@record
class _Mark:
    """A stretch of one line, in code points from 0, with the words beside it."""

    start: int
    end: int
    text: str
    primary: bool


@record
class _Page:
    """What every line of one snippet is drawn with."""

    gutter: int
    width: int
    style: Style
    role: str

    @property
    def room(self) -> int:
        return max(self.width - self.gutter - 3, _NARROWEST)

    def header(self, arrow: str, place: str) -> str:
        return " " * self.gutter + self.style.paint("frame", arrow) + f" {place}"

    def framed(self, number: str, text: str) -> str:
        edge = self.style.paint("frame", f"{number:>{self.gutter}} |")
        return f"{edge} {text}" if text else edge


def snippet(finding: Finding, sources: Mapping[str, SourceText], width: int, style: Style) -> list[str]:
    """The lines that show where a finding is, its own file first; none for a finding without a place."""
    if not finding.span:
        return []
    primary = Label(finding.span, finding.label)
    files = _by_file(primary, finding.labels)
    gutter = max(
        (len(str(sources[file].line_of(label.span.start))) for file in files if file in sources
         for label in files[file]),
        default=1,
    )  # fmt: skip
    page = _Page(gutter, width, style, severity_word(finding.severity))
    lines: list[str] = []
    for file, labels in files.items():
        arrow = ":::" if lines else "-->"
        lines.append(page.header(arrow, place_words(labels[0], sources)))
        if file in sources:
            lines.append(page.framed("", ""))
            lines.extend(_body(sources[file], labels, primary, page))
    return lines


def place_words(label: Label, sources: Mapping[str, SourceText]) -> str:
    """``path:line:column``, or only the path of a file that could not be read."""
    span = label.span
    path = shown(span.file)
    source = sources.get(span.file)
    if source is None:
        return path
    return f"{path}:{source.line_of(span.start)}:{source.column_of(span.start)}"


def _by_file(primary: Label, others: Sequence[Label]) -> dict[str, list[Label]]:
    files: dict[str, list[Label]] = {primary.span.file: [primary]}
    for label in others:
        if label.span and label not in files.get(label.span.file, ()):
            files.setdefault(label.span.file, []).append(label)
    return files


def _body(source: SourceText, labels: Sequence[Label], primary: Label, page: _Page) -> list[str]:
    marks: dict[int, list[_Mark]] = {}
    for label in labels:
        number = source.line_of(label.span.start)
        marks.setdefault(number, []).append(_mark(source, number, label, label is primary))
    lines: list[str] = []
    last = 0
    for number in sorted(marks):
        if last and number == last + 2:
            lines.append(page.framed(str(last + 1), _whole(source.line(last + 1), page)))
        elif last and number > last + 2:
            lines.append(page.style.paint("frame", "..."))
        lines.extend(_marked_line(number, row(source.line(number)), marks[number], page))
        last = number
    lines.append(page.framed("", ""))
    return lines


def _mark(source: SourceText, number: int, label: Label, primary: bool) -> _Mark:
    # a span over several lines is shown by its first one, which is where a reader starts
    begins = source.start_of(number)
    length = len(source.line(number))
    start = min(label.span.start - begins, length)
    end = max(min(label.span.end - begins, length), start)
    return _Mark(start, end, " ".join(label.text.split()), primary)


def _whole(line: str, page: _Page) -> str:
    return cut(row(line), 0, 0, page.room).text.rstrip()


def _marked_line(number: int, line: Row, marks: Sequence[_Mark], page: _Page) -> list[str]:
    lines: list[str] = []
    seen: tuple[int, int, int] | None = None
    for mark in sorted(marks, key=lambda mark: (not mark.primary, mark.start)):
        start, end = line.edges[mark.start], max(line.edges[mark.end], line.edges[mark.start] + 1)
        if seen is None or not (seen[0] <= start and end <= seen[1]):
            window = cut(line, start, end, page.room)
            lines.append(page.framed(str(number), window.text.rstrip()))
            seen = (window.first, window.last, window.shift)
        stops = max(min(end, seen[1]), start + 1)
        lines.extend(_underline(start + seen[2], stops + seen[2], mark, page))
    return lines


def _underline(start: int, end: int, mark: _Mark, page: _Page) -> list[str]:
    role = page.role if mark.primary else "secondary"
    line = ("^" if mark.primary else "-") * (end - start)
    blank = " " * start
    if not mark.text:
        return [page.framed("", blank + page.style.paint(role, line))]
    if end + 1 + width_of(mark.text) <= page.room:
        return [page.framed("", blank + page.style.paint(role, f"{line} {shown(mark.text)}"))]
    indent = min(start, max(page.room - 40, 0))
    words = [" " * indent + page.style.paint(role, said) for said in wrapped(mark.text, page.room - indent)]
    return [page.framed("", said) for said in (blank + page.style.paint(role, line), *words)]

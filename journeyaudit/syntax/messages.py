"""What is wrong with the text -> findings in plain words: indentation, language, conflicts."""

from __future__ import annotations

from journeyaudit.finding import Finding, Severity
from journeyaudit.source import SourceText, Span
from journeyaudit.syntax.physical import Language, WrittenLine
from journeyaudit.syntax.vocabulary import LANGUAGES

_LONGEST_QUOTE = 40


def input_finding(rule: str, title: str, span: Span, help: str = "", label: str = "") -> Finding:
    """A finding about the text itself."""
    return Finding(rule, Severity.INPUT, title, span, label=label, help=help)


def quoted(text: str) -> str:
    """A piece of the user's text in a message: in quotes, on one line, not too long."""
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= _LONGEST_QUOTE else plain[: _LONGEST_QUOTE - 1].rstrip() + '…'}”"


def _content(source: SourceText, line: WrittenLine) -> str:
    return source.plain[line.start : line.end]


def _blanks_before(source: SourceText, line: WrittenLine) -> Span:
    start = source.start_of(line.number)
    return source.span(start, line.start) if start < line.start else source.span(line.start, line.end)


def too_far_right(source: SourceText, line: WrittenLine, above: WrittenLine | None) -> Finding:
    span = source.span(line.start, line.end)
    if above is None:
        title = "the first line does not begin at the left margin"
        return input_finding("indentation", title, span, "remove the blanks before it")
    owner = quoted(_content(source, above))
    title = f"this line stands too far to the right: nothing can belong to {owner}"
    return input_finding("indentation", title, span, "give it as many blanks as the line it belongs beside")


def between_levels(source: SourceText, line: WrittenLine, left: int, right: int) -> Finding:
    title = (
        f"this line stands between two levels: {line.column} blanks, the lines above have {left} and {right}"
    )
    repair = f"give it {left} blanks or {right} blanks"
    return input_finding("indentation", title, _blanks_before(source, line), repair)


def mixed_tabs(source: SourceText, at: int) -> Finding:
    title = "some lines are indented with tabs, others with blanks"
    end = at + 1
    return input_finding(
        "indentation", title, source.span(at, end), "write two blanks for every level, no tabs"
    )


def conflict(source: SourceText, start: int) -> Finding:
    line = source.line_of(start)
    span = source.span(start, start + len(source.line(line).rstrip()))
    title = "two versions of the text stand here, left over from a merge"
    repair = "keep one of the two versions and remove the lines with <<<<<<<, ======= and >>>>>>>"
    return input_finding("conflict-marker", title, span, repair)


def unknown_language(source: SourceText, language: Language) -> Finding:
    span = source.span(language.start, language.start + max(len(language.written), 1))
    title = f"there is no vocabulary for the language {quoted(language.written)}"
    known = " or ".join(f"`# language: {code}`" for code in LANGUAGES)
    return input_finding("unknown-language", title, span, f"write {known}")


def empty_file(source: SourceText) -> Finding:
    only_comments = bool(source.plain.strip())
    title = "there are only comments in this file" if only_comments else "there is nothing in this file"
    repair = "begin with a line such as `journey Online order`"
    return input_finding("empty-file", title, source.span(0, 0), repair)


def last_resort(source: SourceText, start: int, end: int) -> Finding:
    title = "this line could not be read at all"
    repair = "this is a fault of journeyaudit; please report the line"
    return input_finding("parser-last-resort", title, source.span(start, end), repair)

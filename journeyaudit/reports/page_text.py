"""The page of a rule -> the same for a terminal: wrapped, coloured, with what is found in its examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journeyaudit.finding import Finding
from journeyaudit.finding.words import listed
from journeyaudit.reports.columns import WIDTH, shown, width_of, wrapped
from journeyaudit.reports.rule_entries import RuleEntry
from journeyaudit.reports.style import PLAIN, Style
from journeyaudit.reports.text import finding_text
from journeyaudit.rulebook.pages import REPAIRED, SECTIONS, TROUBLE, RulePage
from journeyaudit.rulebook.prose import passages
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

_INDENT = "  "
_MARKS = re.compile(r"[ \t]*#\s*(?:expect|asks for):[^\n]*")
_TOLD_ABOVE = re.compile(r"(?:profile|explains|not ignorable|severity:\s*\w+\s*$)")


@record
class Exhibit:
    """An example as one sees it: its text without notes for the test, and what the rule finds in it."""

    heading: str
    source: SourceText
    findings: tuple[Finding, ...] = ()
    further: int = 0
    """How many more examples of this kind the page has."""


def bare(example: str) -> str:
    """An example without the comments that say what is expected."""
    return _MARKS.sub("", example)


def page_text(
    page: RulePage,
    sentences: str,
    entry: RuleEntry | None,
    exhibits: Iterable[Exhibit],
    *,
    width: int = WIDTH,
    style: Style = PLAIN,
) -> str:
    """The whole page, ending with a line feed; ``entry`` None: its sentences cannot be used."""
    lines = [style.paint("title", each) for each in wrapped(page.title or page.id, width)]
    lines += _in_short(page, entry, width, style)
    lines += ["", *wrapped(page.question, width)] if page.question else []
    if sentences.strip():
        lines += ["", style.paint("heading", "The rule"), *_sentences(sentences, width)]
    for section in page.sections:
        if section.heading in SECTIONS:
            said = list(prose_lines(section.text, width - len(_INDENT)))
            lines += ["", style.paint("heading", shown(section.heading)), *(_INDENT + line for line in said)]
    parts = ["".join(f"{line.rstrip()}\n" for line in lines)]
    parts += [_exhibit(each, width, style) for each in exhibits]
    return "\n".join(parts)


def _in_short(page: RulePage, entry: RuleEntry | None, width: int, style: Style) -> Iterator[str]:
    yield f"{page.pack}/{page.id}"
    if entry is None:
        return
    severities = listed([style.paint(each, each) for each in entry.severities], "or")
    yield f"{severities}; counts from the profile “{entry.profile}” on"
    if entry.applies_to:
        yield f"only for journeys with `status: {entry.applies_to}`"
    if entry.explains:
        told = listed([f"`{each}`" for each in entry.explains], "or")
        yield from wrapped(f"shown as evidence below {told} where that is found, too", width)
    if not entry.ignorable:
        yield f"`ignore {entry.id}` is not accepted"
    for name, default in entry.settings.items():
        yield from wrapped(f"setting “{name}”: {default}, unless configured otherwise", width)
    for each in entry.because:
        yield from wrapped(f"because: {each}", width)


def _sentences(sentences: str, width: int) -> Iterator[str]:
    """The sentences as they are written, but for what is told above; long ones go on deeper."""
    lines = sentences.strip("\n").split("\n")
    graded = sum(line.startswith("severity") for line in lines)
    for line in lines:
        if _TOLD_ABOVE.match(line) and (graded < 2 or not line.startswith("severity")):
            continue
        blanks = len(line) - len(line.lstrip())
        first, *more = wrapped(line, max(width - blanks - len(_INDENT) - 4, 20))
        yield _INDENT + " " * blanks + first
        yield from (_INDENT + " " * (blanks + 4) + rest for rest in more)


def prose_lines(markdown: str, room: int) -> Iterator[str]:
    """Markdown as lines of at most ``room`` columns, an empty one between paragraphs."""
    last = None
    for each in passages(markdown):
        gap = last is not None and not (each.verbatim and last.verbatim) and not (each.sign and last.depth)
        if gap:
            yield ""
        indent = _INDENT * max(each.depth - 1, 0)
        if each.verbatim:
            yield f"{indent}{_INDENT}{shown(each.words)}"
        else:
            hanging = indent + " " * (len(each.sign) + 1) if each.depth else ""
            first, *more = wrapped(each.words, max(room - width_of(hanging), 20))
            yield (f"{indent}{each.sign} {first}" if each.sign else hanging + first)
            yield from (hanging + line for line in more)
        last = each


def _exhibit(exhibit: Exhibit, width: int, style: Style) -> str:
    head = {TROUBLE: "Trouble", REPAIRED: "Repaired"}.get(exhibit.heading, exhibit.heading)
    more = f" (the first of {exhibit.further + 1} examples)" if exhibit.further else ""
    lines = [style.paint("heading", head) + more]
    lines += [f"{_INDENT}{shown(line)}".rstrip() for line in exhibit.source.plain.strip("\n").split("\n")]
    text = "".join(f"{line}\n" for line in lines)
    return f"{text}\n{_found(exhibit, width, style)}"


def _found(exhibit: Exhibit, width: int, style: Style) -> str:
    if not exhibit.findings:
        return "The rule finds nothing there.\n"
    sources = {exhibit.source.path: exhibit.source}
    found = [finding_text(each, sources, width=width, style=style) for each in exhibit.findings]
    return style.paint("heading", "What the rule finds there") + "\n" + "\n".join(found)

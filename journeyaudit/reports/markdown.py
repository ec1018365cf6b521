"""An outcome -> Markdown for a comment on a pull request: a summary, a table, each finding folded up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.words import count
from journeyaudit.reports.columns import WIDTH, shown
from journeyaudit.reports.explanation import Saying, figures, sayings, story_told, the_way_there, title_of
from journeyaudit.reports.positions import Places
from journeyaudit.reports.snippet import snippet
from journeyaudit.reports.style import PLAIN, severity_word
from journeyaudit.reports.summary import further_lines, summary_line
from journeyaudit.rulebook.outcome import Accepted, Outcome
from journeyaudit.source import SourceText

COMMENT_LIMIT = 65_000
"""A comment on GitHub takes at most 65,536 characters; with some room to spare."""
_FEW = 2
"""So many findings need no table."""
_SIGNS = re.compile(r"([\\`*_{}\[\]~|])")
_CODE = re.compile(r"`([^`\n]+)`")
_ADDRESSES = re.compile(r"([@#])(?=\w)")
_SEVERITIES = tuple(Severity)


def markdown_report(
    outcome: Outcome,
    sources: Mapping[str, SourceText],
    *,
    root: str = ".",
    limit: int = COMMENT_LIMIT,
    in_bytes: bool = False,
) -> str:
    """The comment, at most ``limit`` characters (or bytes) long.

    Where not everything fits, the worst findings are kept, and it says how many are missing.
    """
    places = Places(sources, root)
    head = [f"### journeyaudit: {in_markdown(summary_line(outcome))}"]
    head += [in_markdown(line) for line in further_lines(outcome)]
    pages = _Pages(limit, in_bytes, "\n\n".join(head))
    if len(outcome.findings) > _FEW:
        rows = [(_row(finding, places), _rank(finding)) for finding in outcome.findings]
        pages.add(rows, _TABLE, "finding", "the table")
    blocks = [("\n\n" + _folded(finding, places), _rank(finding)) for finding in outcome.findings]
    pages.add(blocks, "", "finding", "the findings below")
    accepted = [(_accepted(each, places), 0) for each in outcome.accepted()]
    pages.add(accepted, "\n\nAccepted by exceptions:\n", "accepted finding", "this list")
    return pages.text + "\n"


_TABLE = "\n\n| | rule | finding | where |\n|---|---|---|---|"


def _rank(finding: Finding) -> int:
    return _SEVERITIES.index(finding.severity)


class _Pages:
    """A text that grows as long as there is room."""

    def __init__(self, limit: int, in_bytes: bool, text: str) -> None:
        self._in_bytes, self.text = in_bytes, text
        self._room = limit - self._size(text) - _SPARE

    def add(self, parts: Sequence[tuple[str, int]], head: str, noun: str, whole: str) -> None:
        """Parts in their order below a head; of parts with their ranks, the first ranks are kept."""
        if not parts:
            return
        left = self._room - self._size(head)
        kept: set[int] = set()
        for at in sorted(range(len(parts)), key=lambda at: parts[at][1]):
            size = self._size(parts[at][0])
            if size > left:
                break
            left -= size
            kept.add(at)
        missing = len(parts) - len(kept)
        told = [part for at, (part, _) in enumerate(parts) if at in kept]
        note = f"\n\n{count(missing, noun)} did not fit into {whole}; {_ELSEWHERE}." if missing else ""
        self.text += (head if told else "") + "".join(told) + note
        self._room = left

    def _size(self, text: str) -> int:
        return len(text.encode("utf-8", "replace")) if self._in_bytes else len(text)


_ELSEWHERE = "`--output-format json` has all of them"
_SPARE = 500
"""Room for the notes about what did not fit."""


def _row(finding: Finding, places: Places) -> str:
    where = _code(places.words(finding)) if finding.span else ""
    cells = (severity_word(finding.severity), _code(finding.rule), in_markdown(title_of(finding)), where)
    return "\n| " + " | ".join(cells) + " |"


def _folded(finding: Finding, places: Places) -> str:
    word = severity_word(finding.severity)
    rule, title = (_unfollowed(escape(text, quote=False)) for text in (finding.rule, title_of(finding)))
    parts = [f"<details>\n<summary><b>{word}</b> <code>{rule}</code>: {title}</summary>"]
    shown_lines = snippet(finding, places.sources, WIDTH, PLAIN)
    told = list(story_told(finding, WIDTH))
    parts += [_fenced(lines) for lines in (shown_lines, told) if lines]
    parts += [in_markdown(line) for line in figures(finding.measures)]
    way = the_way_there(finding)
    said = [saying for saying in (way, *sayings(finding, places.sources)) if saying.text]
    items = [_item(saying) for saying in said if saying.word != "help"]
    parts += ["\n".join(items)] if items else []
    parts += [_help(saying) for saying in said if saying.word == "help"]
    return "\n\n".join((*parts, "</details>"))


def _item(saying: Saying) -> str:
    # a list of Markdown may be only so deep before its lines become code
    depth = min(saying.depth, 8)
    return f"{'  ' * depth}- {saying.word}: {in_markdown(shown(' '.join(saying.text.split())))}"


def _help(saying: Saying) -> str:
    """What to change; lines of a journey, and what says where they belong, are there to be copied."""
    first, *more = saying.text.splitlines()
    parts = [f"**help:** {in_markdown(shown(first.strip()))}"]
    if more:
        parts.append(_fenced([shown(line) for line in more]))
    return "\n\n".join(parts)


def _accepted(accepted: Accepted, places: Places) -> str:
    finding, why = accepted.finding, accepted.exception
    reason = in_markdown(shown(" ".join(why.reason.split()))) if why.reason else "no reason is given"
    said = [f"\n- {_code(finding.rule)}: {in_markdown(title_of(finding))}"]
    said += [f"({_code(places.words(finding))})"] if finding.span else []
    said += [f"- reason: {reason}"]
    said += [f"- owner: {in_markdown(shown(why.owner))}"] if why.owner else []
    said += [f"- until {why.expires.isoformat()}"] if why.expires else []
    return " ".join(said)


def in_markdown(text: str) -> str:
    """Text that means itself: no marks, no tags, nobody called and nothing linked; ``code`` stays code."""
    parts = _CODE.split(text)
    return "".join(_code(part) if at % 2 else _literal(part) for at, part in enumerate(parts))


def _literal(text: str) -> str:
    return _unfollowed(_SIGNS.sub(r"\\\1", escape(text, quote=False)))


def _unfollowed(text: str) -> str:
    return _ADDRESSES.sub(r"\1<!-- -->", text)


def _code(text: str) -> str:
    # between backquotes one could see the marks that keep a bar from ending the cell of a table
    return f"<code>{_literal(shown(text))}</code>"


def _fenced(lines: Sequence[str]) -> str:
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((f"{fence}text", *(line.rstrip() for line in lines), fence))

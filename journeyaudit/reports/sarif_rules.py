"""Rules that a run found something with -> what SARIF says about each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.explanation import UNWRAPPED
from journeyaudit.reports.input_problems import INPUT_PROBLEMS
from journeyaudit.reports.page_text import prose_lines
from journeyaudit.reports.rule_entries import RuleEntry
from journeyaudit.rulebook.pages import SECTIONS
from journeyaudit.rulebook.prose import without_comments
from journeyaudit.source.record import record

LEVELS = {
    Severity.INPUT: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}


@record
class _Told:
    """What a reader is told about a rule; ``help`` is Markdown."""

    title: str
    question: str
    help: str
    level: str
    tags: tuple[str, ...]


def descriptors(
    findings: Iterable[Finding], entries: Mapping[str, RuleEntry]
) -> dict[str, dict[str, object]]:
    """A ``reportingDescriptor`` for each rule of the findings, by id, in the order of the ids.

    ``entries`` are the rules that have a page. What is wrong with a text is told as a rule, too; a rule
    written in Python has no more than its name.
    """
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.rule, finding)
    return {rule: _descriptor(rule, _told(first[rule], entries.get(rule))) for rule in sorted(first)}


def _told(finding: Finding, entry: RuleEntry | None) -> _Told:
    if entry is None:
        title = finding.rule.replace("-", " ").capitalize()
        text = INPUT_PROBLEMS.get(finding.rule, f"{title}.")
        tags = ("input",) if finding.severity is Severity.INPUT else ()
        return _Told(title, text, text, LEVELS[finding.severity], tags)
    page = entry.page
    sections = [each for each in page.sections if each.heading in SECTIONS]
    text = "\n\n".join(f"## {each.heading}\n\n{without_comments(each.text).strip()}" for each in sections)
    level = LEVELS[Severity(entry.severity)]
    return _Told(
        page.title, page.question, text or page.question, level, (entry.pack, f"profile-{entry.profile}")
    )


def _descriptor(rule: str, told: _Told) -> dict[str, object]:
    name = "".join(word.capitalize() for word in rule.split("-"))
    return {
        "id": rule,
        # a name that only repeats the id says nothing, and the validator of SARIF refuses it
        **({"name": name} if name.lower() != rule else {}),
        "shortDescription": {"text": _sentence(told.title)},
        "fullDescription": {"text": _sentence(told.question)},
        "help": {"text": "\n".join(prose_lines(told.help, UNWRAPPED)), "markdown": told.help},
        "defaultConfiguration": {"level": told.level},
        "properties": {"tags": list(told.tags), "problem.severity": _PROBLEMS[told.level]},
    }


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."

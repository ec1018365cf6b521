"""An outcome -> the form that leaves only some findings to be seen; shown where scripts run."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.reports.explanation import reasons
from journeyaudit.reports.review.markup import words
from journeyaudit.reports.style import severity_word
from journeyaudit.rulebook.outcome import Outcome

_WORST_FIRST = ("error", "warning", "info")


def filters_html(outcome: Outcome) -> str:
    """Severity, journey, rule and words; the number of findings that are left is told aloud."""
    found = outcome.findings
    if not found:
        return "<p>Nothing was found.</p>\n"
    present = {severity_word(each.severity) for each in found}
    boxes = "".join(_box(word) for word in _WORST_FIRST if word in present)
    numbered = [(str(at), each.journey) for at, each in enumerate(outcome.journeys)]
    journeys = ((number, f"{journey.name} ({journey.span.file})") for number, journey in numbered)
    rules = {each.rule for each in found}
    rules.update(evidence.rule for each in found for _, evidence in reasons(each))
    named = ((each, each) for each in sorted(rules))
    return (
        '<form id="filters" hidden aria-labelledby="filters-title">\n'
        '<p class="label" id="filters-title" tabindex="-1">Search, and show only some findings</p>\n'
        f"<fieldset><legend>Severity</legend>{boxes}</fieldset>\n"
        f"{_choice('journey', 'Journey', journeys)}{_choice('rule', 'Rule', named)}"
        '<label>Words <input type="search" name="words" autocomplete="off"></label>\n'
        '<button type="reset">Show all</button>\n'
        '<button type="button" id="open-all">Open all</button>\n'
        '<button type="button" id="close-all">Close all</button>\n'
        f'<p role="status" id="left">{len(found)} of {len(found)} findings</p>\n</form>\n'
    )


def _box(word: str) -> str:
    said = "info (remarks)" if word == "info" else word
    return f'<label><input type="checkbox" name="severity" value="{word}" checked> {said}</label> '


def _choice(name: str, title: str, values: Iterable[tuple[str, str]]) -> str:
    options = "".join(f'<option value="{words(value)}">{words(said)}</option>' for value, said in values)
    every = '<option value="">all</option>'
    select = f'<select id="filter-{name}" name="{name}">{every}{options}</select>'
    return f'<span class="field"><label for="filter-{name}">{title}</label> {select}</span>\n'

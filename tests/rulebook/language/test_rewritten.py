"""Rules of ``rules/`` written as sentences find what the functions of the rulebook find."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyaudit.finding import Finding
from journeyaudit.rulebook import RULES
from journeyaudit.rulebook.language import CompiledRule, compile_rule
from journeyaudit.source import SourceText
from tests.rulebook.language.making import cases_of
from tests.rulebook.test_rule_pages import ALL, Example

FOLDER = Path(__file__).parent / "rewritten"
REWRITTEN = sorted(FOLDER.glob("*.rule"))
SAMPLES = sorted((Path(__file__).parents[3] / "samples").rglob("*.journey"))


def compiled(path: Path) -> CompiledRule:
    rule, complaints = compile_rule(SourceText(str(path), path.read_text("utf-8")), path.stem, "rewritten")
    assert rule is not None, [(finding.title, finding.help) for finding in complaints]
    return rule


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int, str]]:
    return sorted((finding.severity.value, finding.span.start, finding.subject) for finding in findings)


EXAMPLES = [(path, example) for path in REWRITTEN for example in ALL if example.rule == path.stem]


@pytest.mark.parametrize(
    ("path", "example"), EXAMPLES, ids=[f"{path.stem}:{example.line}" for path, example in EXAMPLES]
)
def test_on_its_own_examples(path: Path, example: Example) -> None:
    rule = compiled(path)
    for case in cases_of(example.text):
        expected = told(tuple(RULES[path.stem](case)))
        assert told(rule.evaluate(case).findings) == expected
        assert bool(expected) == (example.heading == "Trouble")


@pytest.mark.parametrize("path", REWRITTEN, ids=lambda path: path.stem)
def test_on_the_examples_of_all_rules(path: Path) -> None:
    rule = compiled(path)
    for example in ALL:
        for case in cases_of(example.text):
            found = told(rule.evaluate(case).findings)
            assert found == told(tuple(RULES[path.stem](case))), (example.rule, example.line)

"""Every page in ``rules/`` is a test of its rule: what stands under Trouble is found, Repaired is left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from journeyaudit import check_text
from journeyaudit.finding import Finding, Severity
from journeyaudit.rulebook import RULES
from journeyaudit.source.shipped import shipped

PAGES = sorted(path for path in shipped("rules").glob("*/*.md"))
HEADINGS = ("Why it hurts", "What to do", "When to allow it", "Sources", "Trouble", "Repaired")
EXPECT = re.compile(r"#\s*expect:\s*([\w-]+)\s*$")


@dataclass(frozen=True)
class Example:
    page: Path
    heading: str
    line: int
    text: str

    @property
    def rule(self) -> str:
        return self.page.stem

    def expected_lines(self) -> list[int]:
        return [
            number
            for number, line in enumerate(self.text.splitlines(), 1)
            if (found := EXPECT.search(line)) and found.group(1) == self.rule
        ]


def examples(page: Path) -> list[Example]:
    found: list[Example] = []
    heading, block, start = "", None, 0
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        if block is not None:
            if line == "```":
                found.append(Example(page, heading, start, "\n".join(block) + "\n"))
                block = None
            else:
                block.append(line)
        elif line.startswith("## "):
            heading = line[3:]
        elif line == "```journey":
            block, start = [], number + 1
    return found


ALL = [example for page in PAGES for example in examples(page)]


def told_as_evidence(findings: tuple[Finding, ...]) -> list[Finding]:
    flat = list(findings)
    for finding in flat:
        flat.extend(finding.evidence)
    return flat


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert {page.stem for page in PAGES} == set(RULES)
    assert len(PAGES) == len(RULES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_all_its_parts(page: Path) -> None:
    lines = page.read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert lines[1].endswith("?")
    assert [line[3:] for line in lines if line.startswith("## ")] == list(HEADINGS)
    headings = [example.heading for example in examples(page)]
    assert "Trouble" in headings and "Repaired" in headings


@pytest.mark.parametrize("example", ALL, ids=lambda example: f"{example.rule}:{example.line}")
def test_the_examples_of_a_page_say_what_the_rule_finds(example: Example) -> None:
    outcome, _ = check_text(example.text)
    unreadable = [finding for finding in outcome.findings if finding.severity is Severity.INPUT]
    assert unreadable == []
    lines = [
        example.text.count("\n", 0, finding.span.start) + 1
        for finding in told_as_evidence(outcome.findings)
        if finding.rule == example.rule
    ]
    assert sorted(lines) == example.expected_lines()
    assert bool(lines) == (example.heading == "Trouble")

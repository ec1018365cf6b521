"""Every example in every document is read by the tool itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyaudit import check_text
from journeyaudit.finding import Severity

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(path: Path) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    block: list[str] | None = None
    start = 0
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if block is None and line == "```journey":
            block, start = [], number + 1
        elif block is not None and line == "```":
            found.append((start, "\n".join(block) + "\n"))
            block = None
        elif block is not None:
            block.append(line)
    return found


EXAMPLES = [(path, line, text) for path in DOCUMENTS for line, text in blocks(path)]


@pytest.mark.parametrize(
    ("path", "line", "text"), EXAMPLES, ids=lambda value: value.name if isinstance(value, Path) else None
)
def test_every_example_can_be_read(path: Path, line: int, text: str) -> None:
    outcome, _ = check_text(text)
    problems = [finding.title for finding in outcome.findings if finding.severity is Severity.INPUT]
    assert problems == [], f"{path.name}, line {line}"
    assert outcome.journeys or "import" in text

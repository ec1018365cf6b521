"""Every example in every document is read by the tool itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from journeyaudit import check_text
from journeyaudit.cli.group import journeyaudit as commands
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


def console_blocks(path: Path) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    inside = False
    for line in path.read_text("utf-8").splitlines():
        if line == "```console":
            inside = True
        elif line == "```":
            inside = False
        elif inside and line.startswith("$ "):
            found.append((line[2:], []))
        elif inside:
            found[-1][1].append(line)
    return found


OTHERWISE_RUN = ("own-rules.md",)  # in an empty folder, by test_own_rules.py
CONSOLE = [
    (path, command, shown)
    for path in DOCUMENTS
    if path.name not in OTHERWISE_RUN
    for command, shown in console_blocks(path)
]


@pytest.mark.parametrize(
    ("path", "command", "shown"), CONSOLE, ids=lambda value: value if isinstance(value, str) else None
)
def test_what_a_document_shows_is_what_the_command_prints(
    path: Path, command: str, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    program, *words = command.split()
    assert program == "journeyaudit"
    printed = CliRunner().invoke(commands, words).stdout.splitlines()
    at = 0
    skipping = False
    for line in shown:
        if line == "...":
            skipping = True
            continue
        assert line in printed[at:] if skipping else printed[at] == line, line
        at = printed.index(line, at) + 1
        skipping = False


def test_the_library_example_of_the_readme_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text("utf-8")
    exec(compile(text.split("```python\n", 1)[1].split("```", 1)[0], "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("Quantity 2 instead of 1 impossible")

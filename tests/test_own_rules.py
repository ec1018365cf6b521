"""The tutorial for rules of one's own is followed to the letter, in an empty folder.

A block whose fence names a file becomes that file; ```` ```rule FILE ```` replaces the sentences of a page. After
`$` stands a command, below it what it prints; `...` leaves lines out.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeyaudit.cli.group import journeyaudit as commands
from journeyaudit.rulebook.language import compile_rule
from journeyaudit.source import SourceText

TUTORIAL = Path(__file__).resolve().parent.parent / "docs" / "own-rules.md"
LINES = TUTORIAL.read_text("utf-8").splitlines()
FENCE = re.compile(r"^(`{3,})(\w+)(?: (\S+))?$")


@dataclass
class Block:
    language: str
    file: str
    start: int
    lines: list[str]


def blocks(lines: list[str]) -> list[Block]:
    found: list[Block] = []
    closing = ""
    for number, line in enumerate(lines):
        if closing:
            if line == closing:
                closing = ""
            else:
                found[-1].lines.append(line)
        elif opened := FENCE.match(line):
            closing = opened[1]
            found.append(Block(opened[2], opened[3] or "", number + 1, []))
    return found


def printed_by(command: str) -> list[str]:
    program, *words = command.split()
    assert program == "journeyaudit"
    return [line.rstrip() for line in CliRunner().invoke(commands, words).output.splitlines()]


def followed(block: Block) -> list[str]:
    """The lines of a block as they should be, after doing what it says."""
    text = "\n".join(block.lines) + "\n"
    if block.language == "rule" and block.file:
        page = Path(block.file)
        whole = page.read_text("utf-8")
        before, rest = whole.split("```rule\n", 1)
        page.write_text(f"{before}```rule\n{text}```{rest.split('```', 1)[1]}", "utf-8")
    elif block.file:
        Path(block.file).parent.mkdir(parents=True, exist_ok=True)
        Path(block.file).write_text(text, "utf-8")
    if block.language != "console":
        return block.lines
    runs: list[tuple[str, list[str]]] = []
    for line in block.lines:
        if line.startswith("$ "):
            runs.append((line, []))
        else:
            runs[-1][1].append(line)
    return [line for command, shown in runs for line in (command, *in_full(command[2:], shown))]


def in_full(command: str, shown: list[str]) -> list[str]:
    printed = printed_by(command)
    if "..." not in shown:
        return printed
    at, skipping = 0, False
    for line in shown:
        if line == "...":
            skipping = True
            continue
        assert line in printed[at:] if skipping else printed[at] == line, (command, line, printed)
        at, skipping = printed.index(line, at) + 1, False
    return shown


def test_whoever_follows_the_tutorial_sees_what_it_shows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[str] = []
    done = 0
    for block in blocks(LINES):
        told += LINES[done : block.start] + followed(block)
        done = block.start + len(block.lines)
    told += LINES[done:]
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        TUTORIAL.write_text("\n".join(told) + "\n", encoding="utf-8", newline="\n")
    else:
        assert told == LINES

    configured = printed_by("journeyaudit check parcels.journey")
    assert configured
    assert not any("slow-refund" in line for line in configured)
    alone = printed_by("journeyaudit check --isolated --rules rules parcels.journey")
    assert any("slow-refund" in line for line in alone)


def test_the_tutorial_ends_with_the_sentence_it_promises() -> None:
    last = [block for block in blocks(LINES) if block.language == "rule" and block.file][-1]
    for words in ('"refund"', '"Billing"', "2 working days"):
        assert any(words in line for line in last.lines)


def test_every_whole_rule_of_the_tutorial_is_understood() -> None:
    whole = [block for block in blocks(LINES) if block.language == "rule" and not block.file]
    assert whole
    for block in whole:
        rule, complaints = compile_rule(SourceText("p", "\n".join(block.lines)), "some-rule", "ours")
        assert rule is not None
        assert complaints == ()

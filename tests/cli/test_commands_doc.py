"""docs/commands.md says what the commands themselves say, and all of them say enough."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from journeyaudit.cli.commands_page import commands_page
from journeyaudit.cli.group import journeyaudit

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = DOCS / "commands.md"


def commands() -> Iterator[tuple[str, click.Command]]:
    top = click.Context(journeyaudit, info_name="journeyaudit", **journeyaudit.context_settings)
    for name in journeyaudit.list_commands(top):
        command = journeyaudit.get_command(top, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {each}", inner) for each, inner in command.commands.items())


COMMANDS = dict(commands())


def test_the_page_of_the_commands_is_fresh() -> None:
    made = commands_page(journeyaudit)
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_examples_of_itself(name: str) -> None:
    epilog = COMMANDS[name].epilog or ""
    assert epilog.startswith("\b\nExample")
    assert f"\n  journeyaudit {name}" in epilog


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_how_it_leaves(name: str) -> None:
    assert isinstance(COMMANDS[name], click.Group) or "Leaves with 0" in (COMMANDS[name].help or "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does_or_lists_its_words(name: str) -> None:
    options = (each for each in COMMANDS[name].params if isinstance(each, click.Option))
    assert [each.opts for each in options if not each.help and not isinstance(each.type, click.Choice)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_are_short_for_nothing_folds_them(run: Any, name: str) -> None:
    lines = run(*name.split(), "--help").output.splitlines()
    assert [line for line in lines if len(line) > 100] == []


def shown_commands() -> Iterator[str]:
    """Everything that --help and the guides show to be typed, without remarks, pipes and files behind it."""
    texts = [command.epilog or "" for command in (journeyaudit, *COMMANDS.values())]
    texts += [(DOCS / name).read_text("utf-8") for name in ("daily-work.md", "output-formats.md")]
    for text in texts:
        for line in re.findall(r"^(?:source <\(|[-$ ]|run:)*(journeyaudit [a-z].*)", text, re.MULTILINE):
            yield re.split(r" {2,}| [|<>] |\)", line)[0].strip()


@pytest.mark.parametrize("shown", sorted(set(shown_commands())))
def test_what_is_shown_to_be_typed_is_understood(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: str
) -> None:
    (tmp_path / "services").mkdir()
    for command in COMMANDS.values():
        if not isinstance(command, click.Group):
            monkeypatch.setattr(command, "callback", lambda **_: None)
    result = run(*shlex.split(shown)[1:])
    assert result.exit_code == 0, result.output


def test_enough_is_shown_to_be_typed() -> None:
    assert len(set(shown_commands())) > 2 * len(COMMANDS)

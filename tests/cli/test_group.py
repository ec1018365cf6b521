from __future__ import annotations

from typing import Any

import pytest

import journeyaudit
from journeyaudit.cli.group import _COMMANDS


def test_help_lists_every_command_with_examples(run: Any) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    for command, words in _COMMANDS.items():
        assert f"  {command} " in result.stdout
        assert words in result.stdout


@pytest.mark.parametrize("command", sorted(_COMMANDS))
def test_every_command_has_help_with_an_example(run: Any, command: str) -> None:
    result = run(command, "-h")
    assert result.exit_code == 0
    assert f"journeyaudit {command} " in result.stdout


def test_the_version_is_said(run: Any) -> None:
    assert run("--version").stdout.startswith(f"journeyaudit {journeyaudit.__version__} ")


def test_a_misspelt_command_gets_the_nearest_one(run: Any) -> None:
    result = run("chekc")
    assert result.exit_code == 2
    assert "did you mean 'check'?" in result.stderr


def test_a_command_like_no_other_is_refused(run: Any) -> None:
    assert run("frobnicate").exit_code == 2


def test_without_a_command_the_help_is_shown_and_it_is_no_success(run: Any) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Usage:" in result.output

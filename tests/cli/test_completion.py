"""Completion as the shells themselves do it, as far as they are installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from journeyaudit.cli.completion import VARIABLE
from journeyaudit.cli.group import _COMMANDS

COMMANDS = {"check", "clean", "completion"}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """One in which ``journeyaudit`` is this one; its home is empty."""
    programs = tmp_path / "bin"
    programs.mkdir()
    command = programs / "journeyaudit"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m journeyaudit "$@"\n')
    command.chmod(0o755)
    for shell in ("bash", "zsh", "fish"):
        script = subprocess.run([command, "completion", shell], capture_output=True, check=True).stdout
        (tmp_path / f"journeyaudit.{shell}").write_bytes(script)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}


def said_by(shell: str, script: str, environment: dict[str, str]) -> list[str]:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    words = {"bash": ["--norc", "-c"], "zsh": ["-f", "-c"], "fish": ["--no-config", "-c"]}[shell]
    done = subprocess.run(
        [shell, *words, script],
        env=environment,
        cwd=environment["HOME"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.split()


BASH = """
source journeyaudit.bash
compopt() { :; }
COMP_WORDS=(%s); COMP_CWORD=%d
_journeyaudit_completion journeyaudit
printf '%%s\\n' "${COMPREPLY[@]}"
"""


def test_bash_completes_commands_and_options(environment: dict[str, str]) -> None:
    assert set(said_by("bash", BASH % ("journeyaudit c", 1), environment)) == COMMANDS
    assert "--profile" in said_by("bash", BASH % ("journeyaudit check --pro", 2), environment)
    assert said_by("bash", BASH % ("journeyaudit check --profile ka", 3), environment) == ["kafka"]
    assert said_by("bash", BASH % ("journeyaudit completion z", 2), environment) == ["zsh"]


ZSH = """
autoload -Uz compinit; compinit -u -D
source ./journeyaudit.zsh
_describe() { print -l -- ${(P)3} }
compadd() { print -l -- ${@[-1]} }
words=(%s); CURRENT=%d
_journeyaudit_completion
"""


def test_zsh_completes_commands_and_options(environment: dict[str, str]) -> None:
    said = said_by("zsh", ZSH % ("journeyaudit c", 2), environment)
    assert {each.partition(":")[0] for each in said} >= COMMANDS
    assert "--profile" in " ".join(said_by("zsh", ZSH % ("journeyaudit check --pro", 3), environment))


FISH = "source journeyaudit.fish; complete --do-complete '%s'"


def test_fish_completes_commands_and_options(environment: dict[str, str]) -> None:
    said = said_by("fish", FISH % "journeyaudit c", environment)
    assert set(said) >= COMMANDS
    assert "--profile" in said_by("fish", FISH % "journeyaudit check --pro", environment)
    assert said_by("fish", FISH % "journeyaudit check --profile ka", environment) == ["kafka"]


def test_another_shell_is_wrong_usage(run: Any) -> None:
    assert run("completion", "tcsh").exit_code == 2


def completed(words: str, count: int) -> tuple[list[str], set[str]]:
    """What is proposed in bash, and the modules that were loaded for it."""
    code = (
        "import sys; from journeyaudit.cli.group import journeyaudit\n"
        "try: journeyaudit(prog_name='journeyaudit')\n"
        "except SystemExit: print('|', *sys.modules)"
    )
    environment = {**os.environ, VARIABLE: "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(count)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    proposed, _, modules = done.stdout.partition("|")
    return proposed.split(), set(modules.split())


def test_completing_a_command_loads_none_of_them() -> None:
    proposed, modules = completed("journeyaudit ", 1)
    assert proposed == [f"plain,{name}" for name in _COMMANDS]
    assert modules.isdisjoint(f"journeyaudit.cli.{name}" for name in _COMMANDS)


def test_completing_an_option_loads_nothing_heavy() -> None:
    proposed, modules = completed("journeyaudit check --strict --exit", 3)
    assert proposed == ["plain,--exit-zero"]
    heavy = ("lark", "networkx", "graphviz", "markdown_it", "pathspec", "wcwidth", "journeyaudit.audit")
    assert modules.isdisjoint(heavy)


def test_options_of_the_program_itself_are_completed() -> None:
    assert completed("journeyaudit --v", 1)[0] == ["plain,--version"]

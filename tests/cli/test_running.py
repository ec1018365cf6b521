"""Checking once or again and again, with and without what was kept, from a file or from standard input."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from journeyaudit.cli.running import progress
from journeyaudit.project.cache import FOLDER

GOOD = "journey Order\n  step Pay\n  end good: Paid\n"
BAD = "journey Order\n  step Pay\n  end bad: Lost\n"


def test_what_was_found_is_kept_and_not_where_nobody_wants_it(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_text(BAD, "utf-8")
    first = run("check", "--no-cache")
    assert not (tmp_path / FOLDER).exists()
    kept = [run("check"), run("check"), run("check", "-j", "2")]
    assert (tmp_path / FOLDER).is_dir()
    assert {(each.exit_code, each.stdout) for each in kept} == {(1, first.stdout)}


def test_things_are_kept_beside_the_configuration(run: Any, tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "a.journey").write_text(GOOD, "utf-8")
    (tmp_path / "shop" / "journeyaudit.toml").write_text("", "utf-8")
    run("check", "shop")
    assert (tmp_path / "shop" / FOLDER).is_dir()
    assert not (tmp_path / FOLDER).exists()


def test_json_says_everything_whatever_is_kept(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_text(GOOD, "utf-8")
    run("check")
    assert '"journeys": [\n{"accepted"' in run("check", "--output-format", "json").stdout


def test_a_text_can_come_by_standard_input(run: Any, tmp_path: Path) -> None:
    done = run(
        "check", "--stdin-filename", "shop/a.journey", "--output-format", "concise", stdin=BAD.encode()
    )
    assert done.exit_code == 1
    assert done.stdout.startswith("shop/a.journey:3:3: error dead-end")
    assert not (tmp_path / FOLDER).exists()
    broken = run("check", "--stdin-filename", "a.journey", stdin=b"\xff")
    assert (broken.exit_code, "not written in UTF-8" in broken.stderr) == (2, True)
    both = run("check", "--stdin-filename", "a.journey", "b.journey", stdin=b"")
    assert (both.exit_code, "goes with neither PATHS nor --watch" in both.stderr) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way there")
def test_who_watches_sees_what_a_change_does_until_ctrl_c(tmp_path: Path) -> None:
    file = tmp_path / "a.journey"
    file.write_text(GOOD, "utf-8")
    command = [sys.executable, "-m", "journeyaudit", "check", "--watch", "--output-format", "concise"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert "no dead ends found" in process.stdout.readline()
        time.sleep(0.6)
        file.write_text(BAD, "utf-8")
        lines = [process.stdout.readline(), process.stdout.readline()]
        assert "error dead-end" in lines[0] and "1 error" in lines[1]
    finally:
        process.send_signal(signal.SIGINT)
    process.stdout.read()
    assert process.wait(20) == 2
    assert process.stderr.read() == "journeyaudit: interrupted\n"
    process.stdout.close()
    process.stderr.close()


def test_progress_is_told_on_a_terminal_only() -> None:
    assert progress() is None

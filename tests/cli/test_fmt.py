from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

USUAL = "journey A\n  step B\n"
UNUSUAL = "journey A  \r\n  step B\r\n"
WRONG = "journey A\n  what is this line ???\n"


def test_a_file_is_laid_out_in_place_with_its_mode_and_plain_line_ends(run: Any) -> None:
    Path("a.journey").write_bytes(UNUSUAL.encode())
    Path("a.journey").chmod(0o640)
    result = run("fmt")
    assert result.exit_code == 0
    assert Path("a.journey").read_bytes() == USUAL.encode()
    assert stat.S_IMODE(Path("a.journey").stat().st_mode) == 0o640
    assert "1 file changed" in result.stderr
    assert os.listdir() == ["a.journey"]


def test_a_file_as_usual_is_not_even_written(run: Any) -> None:
    Path("a.journey").write_text(USUAL)
    os.utime("a.journey", (1, 1))
    assert run("fmt", "a.journey").exit_code == 0
    assert Path("a.journey").stat().st_mtime == 1


@pytest.mark.parametrize("options", [("--check",), ("--diff",), ("--check", "--diff")])
def test_check_and_diff_change_nothing_and_leave_with_one(run: Any, options: Any) -> None:
    Path("a.journey").write_bytes(UNUSUAL.encode())
    result = run("fmt", *options, "a.journey")
    assert result.exit_code == 1
    assert "1 file would change" in result.stderr
    assert Path("a.journey").read_bytes() == UNUSUAL.encode()
    assert ("+journey A\n" in result.stdout) is ("--diff" in options)


def test_check_is_content_with_a_file_as_usual(run: Any) -> None:
    Path("a.journey").write_text(USUAL)
    assert run("fmt", "--check").exit_code == 0


def test_a_file_that_is_not_understood_is_never_touched_and_spares_no_other(run: Any) -> None:
    Path("a.journey").write_text(WRONG)
    Path("b.journey").write_bytes(UNUSUAL.encode())
    result = run("fmt")
    assert result.exit_code == 2
    assert Path("a.journey").read_text() == WRONG
    assert Path("b.journey").read_text() == USUAL
    assert "a.journey:2:" in result.stderr


def test_a_missing_file_is_an_input_problem(run: Any) -> None:
    assert run("fmt", "gone.journey").exit_code == 2


def test_an_empty_folder_is_not_a_success(run: Any) -> None:
    assert run("fmt").exit_code == 2


def test_a_link_stays_a_link(run: Any) -> None:
    Path("real.journey").write_bytes(UNUSUAL.encode())
    Path("link.journey").symlink_to("real.journey")
    run("fmt", "link.journey")
    assert Path("link.journey").is_symlink()
    assert Path("real.journey").read_text() == USUAL


def test_standard_input_goes_to_standard_output(run: Any) -> None:
    result = run("fmt", "-", stdin=UNUSUAL.encode())
    assert result.exit_code == 0
    assert result.stdout_bytes == USUAL.encode()


@pytest.mark.parametrize(("text", "code"), [(USUAL, 0), (UNUSUAL, 1), (WRONG, 2), ("\0", 2)])
def test_standard_input_can_be_checked(run: Any, text: str, code: int) -> None:
    result = run("fmt", "--check", "-", stdin=text.encode())
    assert result.exit_code == code


def test_standard_input_goes_alone(run: Any) -> None:
    assert run("fmt", "-", "a.journey").exit_code == 2

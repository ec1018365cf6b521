"""The command line as a real process: pipes, encodings, what is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

STUCK = """\
actor Kundin Größe
  kind: customer
actor Service agent
  kind: human
  may nothing
channel Hotline
  kind: phone
  open: always
  answered by: Service agent
  answers within: 3 min
journey Online order 数量 {number}
  customer: Kundin Größe
  step Place order
    by: Kundin Größe
    takes: 6 min
    accepted until: Trigger fulfilment
    restorable until: Deliver parcel
    mistake Quantity 2 instead of 1
      noticed by: Kundin Größe
      noticed after: 3 min
      remedy Ask
        kind: corrects
        by: Service agent
        on: Hotline
        takes: 1 min
        does: change
        leads to: Goods received
  step Trigger fulfilment
    takes: at once
  step Deliver parcel
    takes: 2 days
  end good: Goods received
"""
CLEAN = """\
journey Online order
  step Place order
    takes: 6 min
  end good: Goods received
"""


def start(*words: str, environment: dict[str, str] | None = None, **how: Any) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "journeyaudit", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**kept, **(environment or {})},
        **how,
    )


def finished(*words: str, **how: Any) -> tuple[int, bytes, bytes]:
    process = start(*words, **how)
    out, err = process.communicate()
    return process.returncode, out, err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize(
    "words", [("check",), ("check", "--output-format", "concise"), ("tell", "a.journey")]
)
def test_no_terminal_is_too_plain_for_the_names_in_a_journey(
    tmp_path: Path, encoding: str, words: Any
) -> None:
    (tmp_path / "a.journey").write_text(STUCK.format(number=1), "utf-8")
    code, out, err = finished(*words, environment={"PYTHONIOENCODING": encoding}, cwd=tmp_path)
    assert err == b""
    assert code == (1 if words[0] == "check" else 0)
    assert "Quantity 2 instead of 1" in out.decode(encoding)


def test_json_is_utf_8_whatever_the_terminal_is(tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_text(STUCK.format(number=1), "utf-8")
    _, out, err = finished(
        "check", "--output-format", "json", environment={"PYTHONIOENCODING": "ascii"}, cwd=tmp_path
    )
    assert err == b""
    assert "Online order 数量 1" in out.decode("utf-8")


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path, form: str) -> None:
    people, _, rest = STUCK.partition("journey ")
    journeys = "".join(f"journey {rest}".format(number=number) for number in range(60))
    (tmp_path / "a.journey").write_text(people + journeys, "utf-8")
    process = start("check", "--output-format", form, cwd=tmp_path)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


HEAVY = (
    "asyncio",
    "graphviz",
    "graphviz_pure",
    "hashlib",
    "lark",
    "logging",
    "markdown_it",
    "networkx",
    "numpy",
    "wcwidth",
)
FOR_TROUBLE = (
    "difflib",
    "journeyaudit.drawing",
    "journeyaudit.reports.fingerprint",
    "journeyaudit.reports.json",
    "journeyaudit.rulebook.proposals",
    "journeyaudit.syntax.explain",
    "journeyaudit.syntax.formatting",
    "journeyaudit.syntax.guesses",
    "journeyaudit.syntax.reference",
    "journeyaudit.verdicts.edits",
    "journeyaudit.verdicts.repair",
    "journeyaudit.verdicts.story",
    "shutil",
    "tempfile",
)
WITH_A_MISTAKE = (
    STUCK.format(number=1)
    .replace("may nothing", "decides within: at once\n  may change")
    .replace("until: Trigger fulfilment", "until: Deliver parcel")
    .replace("takes: at once", "takes: 1 day")
)


def loaded_by_a_check(folder: Path, text: str) -> tuple[int, set[str], str]:
    (folder / "a.journey").write_text(text, "utf-8")
    code = (
        "import sys; from journeyaudit.cli.group import journeyaudit\n"
        "try: journeyaudit(['check'])\n"
        "except SystemExit as left: print('\\n', left.code, *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=folder, check=True)
    said, _, last = done.stdout.decode("utf-8").rstrip().rpartition("\n")
    exit_code, *modules = last.split()
    return int(exit_code), set(modules), said


@pytest.mark.parametrize("text", [CLEAN, WITH_A_MISTAKE])
def test_a_clean_check_loads_nothing_that_only_trouble_needs(tmp_path: Path, text: str) -> None:
    code, modules, said = loaded_by_a_check(tmp_path, text)
    assert (code, said[:18]) == (0, "no dead ends found"), said
    assert modules.isdisjoint((*HEAVY, *FOR_TROUBLE)), sorted(modules & {*HEAVY, *FOR_TROUBLE})


def test_not_even_a_broken_file_loads_lark_or_networkx(tmp_path: Path) -> None:
    code, modules, _ = loaded_by_a_check(tmp_path, CLEAN + "  tkaes: 3 to to min\n  step [x\n -> -> A\n")
    assert code == 2
    assert modules.isdisjoint(("asyncio", "graphviz", "lark", "markdown_it", "networkx", "numpy"))


def test_the_package_itself_loads_nothing_until_it_is_used() -> None:
    code = "import sys, journeyaudit; print(sorted(name for name in sys.modules if name.startswith('journeyaudit')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "['journeyaudit']"


def test_garbage_is_collected_again_for_those_who_use_the_library() -> None:
    code = "import gc, journeyaudit; journeyaudit.check_text('journey A\\n  end good: B\\n'); print(gc.isenabled())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "True"


def test_the_installed_command_is_the_same_as_the_module(tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_text(STUCK.format(number=1), "utf-8")
    installed = Path(sys.executable).with_name("journeyaudit")
    if not installed.exists():
        pytest.skip("the package is not installed as a command here")
    done = subprocess.run([installed, "check"], capture_output=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout) == finished("check", cwd=tmp_path)[:2]


def test_output_that_was_closed_from_the_start_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_text(CLEAN, "utf-8")
    command = f"exec '{sys.executable}' -m journeyaudit check >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, b"")

"""The command line as a real process: pipes, encodings, what is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import takewhile
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
    "click",
    "dataclasses",
    "graphviz",
    "graphviz_pure",
    "inspect",
    "lark",
    "logging",
    "markdown_it",
    "networkx",
    "numpy",
    "pathspec",
    "tomllib",
    "wcwidth",
)
FOR_TROUBLE = (
    "difflib",
    "journeyaudit.drawing",
    "journeyaudit.project.options",
    "journeyaudit.project.selection",
    "journeyaudit.finding.fingerprint",
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
    .replace("  step Place order\n", "  named contact: Kim, 0800 555 0100\n  step Place order\n")
)


def loaded_by_a_check(folder: Path, text: str) -> tuple[int, set[str], str]:
    (folder / "a.journey").write_text(text, "utf-8")
    return loaded_by_checking(folder)


def loaded_by_checking(folder: Path) -> tuple[int, set[str], str]:
    code = (
        "import sys; from journeyaudit.__main__ import run\n"
        "try: run(['check'])\n"
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


@pytest.mark.parametrize("text", [CLEAN, WITH_A_MISTAKE])
def test_where_nothing_changed_nothing_that_reads_or_judges_is_loaded(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.journey").write_text(text, "utf-8")
    os.utime(tmp_path / "a.journey", (1, 1))  # as if it had been written long ago
    _, _, first = loaded_by_checking(tmp_path)
    code, modules, again = loaded_by_checking(tmp_path)
    assert (code, again) == (0, first)
    assert modules.isdisjoint((*HEAVY, *FOR_TROUBLE, "decimal", "fractions", "hashlib"))
    ours = {name.removeprefix("journeyaudit.") for name in modules if name.startswith("journeyaudit.")}
    judging = {each for each in ours if each.startswith(("graph", "model", "syntax", "verdicts", "rulebook"))}
    assert judging == {
        "model",
        "model.journey",
        "rulebook",
        "rulebook.outcome",
        "rulebook.terms",
        "verdicts",
        "verdicts.verdict",
    }


@pytest.mark.parametrize(
    ("paths", "configured"),
    [
        ((), ""),
        (("a.journey",), ""),
        (("a.journey", "b.journey"), ""),
        (("b.journey",), ""),
        (("missing.journey",), ""),
        (("",), ""),
        ((), "profile = 3\n"),
        ((), 'output-format = ["nothing"]\n'),
        ((), 'output-format = ["text", "concise"]\n'),
    ],
)
def test_without_options_all_is_as_with_one(tmp_path: Path, paths: tuple[str, ...], configured: str) -> None:
    (tmp_path / "a.journey").write_text(STUCK.format(number=1), "utf-8")
    (tmp_path / "b.journey").write_text(CLEAN + "  step\n", "utf-8")
    (tmp_path / "journeyaudit.toml").write_text(configured, "utf-8")
    plain = finished("check", *paths, cwd=tmp_path)
    assert plain[0] in (1, 2)
    assert plain == finished("check", "--color", "auto", *paths, cwd=tmp_path)


def test_a_fault_of_ours_is_told_alike_with_and_without_options() -> None:
    code = (
        "import sys, journeyaudit.cli.checking as checking; from journeyaudit.__main__ import run\n"
        "def broken(*_, **__): raise LookupError('lost')\n"
        "checking.run = broken; run(sys.argv[1:])"
    )
    told = []
    for words in (["check"], ["check", "--statistics"]):
        done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, check=False)
        assert done.returncode == 2
        told.append(done.stderr)
    assert told[0] == told[1]
    assert b"this is a fault in journeyaudit, not in your file: LookupError: lost" in told[0]


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


@pytest.mark.parametrize("words", [("--help",), ("check", "--help"), ("--version",), ("completion", "bash")])
def test_a_reader_that_goes_away_from_help_is_no_trouble(tmp_path: Path, words: tuple[str, ...]) -> None:
    process = start(*words, cwd=tmp_path)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.parametrize(
    "words", [("数",), ("check", "--数"), ("explain", "数"), ("check", "数"), ("fmt", "数")]
)
def test_wrong_usage_can_be_told_in_any_encoding(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, out, err = finished(*words, environment={"PYTHONIOENCODING": "cp1252"}, cwd=tmp_path)
    assert code == 2
    assert b"??" in out + err
    assert b"Traceback" not in err


def test_german_quotes_and_umlauts_are_readable_on_every_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_text("journey Größe “neu”\n  step Tür – “auf”\n", "utf-8")
    shown = {"cp1252": "Tür – “auf”", "cp850": 'Tür - "auf"', "latin-1": 'Tür - "auf"'}
    for encoding, expected in shown.items():
        _, out, err = finished("check", environment={"PYTHONIOENCODING": encoding}, cwd=tmp_path)
        assert err == b""
        assert expected in out.decode(encoding)


def on_a_terminal(*words: str, columns: int, cwd: Path, **environment: str) -> tuple[int, str]:
    """The exit code and all that appears on a terminal of so many columns."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    ours, its = pty.openpty()
    termios.tcsetwinsize(its, (24, columns))
    unwanted = ("NO_COLOR", "FORCE_COLOR", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "journeyaudit", *words],
        **dict.fromkeys(("stdin", "stdout", "stderr"), its),
        env={**kept, "TERM": "xterm", **environment},
        cwd=cwd,
    ) as process:
        os.close(its)
        shown = b""
        while more := read_some(ours):
            shown += more
    os.close(ours)
    return process.returncode, shown.decode("utf-8").replace("\r\n", "\n")


def read_some(handle: int) -> bytes:
    try:
        return os.read(handle, 65536)
    except OSError:  # how a terminal says that the other side has left
        return b""


def test_a_narrow_terminal_gets_short_lines_and_a_wide_one_long_ones(tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_text(STUCK.format(number=1), "utf-8")
    longest = {}
    for columns in (50, 90, 160):
        _, shown = on_a_terminal("check", "--color", "never", columns=columns, cwd=tmp_path)
        _, *told = shown.partition("  story")[2].split("\n")
        story = list(takewhile(lambda line: line.startswith("    "), told))
        longest[columns] = max(map(len, story))
        assert longest[columns] <= columns, story
    assert longest[50] < longest[90] < longest[160]


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"FORCE_COLOR": "0"}, False)],
)
def test_colours_appear_on_a_terminal_that_has_them(
    tmp_path: Path, environment: dict[str, str], coloured: bool
) -> None:
    (tmp_path / "a.journey").write_text(STUCK.format(number=1), "utf-8")
    code, shown = on_a_terminal("check", columns=100, cwd=tmp_path, **environment)
    assert code == 1
    assert ("\x1b[" in shown) is coloured


def test_questions_are_asked_on_a_terminal_only(tmp_path: Path) -> None:
    code, _, err = finished("init", cwd=tmp_path)
    assert (code, err) == (0, b"")
    assert (tmp_path / "first.journey").exists()

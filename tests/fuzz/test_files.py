"""Files and folders that are not what they seem: a clear finding or exit 2, and nothing is waited for."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeyaudit.cli.group import journeyaudit
from journeyaudit.project.load import load
from journeyaudit.project.read import LARGEST
from journeyaudit.source.plain_file import LARGEST_PAGE

FINE = "journey J\n  step A\n  end good: B\n"
Run = Callable[..., Result]
NO_PIPES = not hasattr(os, "mkfifo")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fine.journey").write_text(FINE, "utf-8")
    return tmp_path


@pytest.fixture
def run(here: Path) -> Run:
    def run_it(*words: str) -> Result:
        result = CliRunner().invoke(journeyaudit, list(words))
        assert "fault in journeyaudit" not in result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run_it


def titles(*paths: str) -> list[str]:
    return [finding.title for finding in load(paths).findings]


def assert_named_and_found(run: Run, path: str, said: str) -> None:
    """Named or met in a folder, by every command that reads journeys."""
    assert any(said in title for title in titles(path)), titles(path)
    assert run("check", path).exit_code == 2
    for command in ("tell", "render", "fmt"):
        assert run(command, path).exit_code == 2, command
    whole = run("check", ".", "--output-format", "json")
    assert whole.exit_code == 2
    assert json.loads(whole.stdout)["summary"]["journeys"] >= 1, "the others are still checked"


@pytest.mark.skipif(NO_PIPES, reason="there are no named pipes here")
def test_a_pipe_that_nobody_writes_into_is_not_waited_for(here: Path, run: Run) -> None:
    os.mkfifo(here / "pipe.journey")
    assert_named_and_found(run, "pipe.journey", "it is no file but a pipe or a device")
    os.mkfifo(here / "pipe.json")
    assert run("check", "--baseline", "pipe.json").exit_code == 2


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices here")
def test_a_device_is_not_read(run: Run) -> None:
    assert titles("/dev/zero") == ["“/dev/zero” cannot be read: it is no file but a pipe or a device"]
    assert run("check", "/dev/zero").exit_code == 2


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no such sockets here")
def test_a_socket_is_not_read(here: Path, run: Run) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.journey")
        assert_named_and_found(run, "s.journey", "it is no file but a pipe or a device")


def test_a_link_to_nowhere_and_links_in_a_circle_are_told(here: Path, run: Run) -> None:
    (here / "lost.journey").symlink_to("nowhere.journey")
    assert_named_and_found(run, ".", "“lost.journey” cannot be read: the link leads nowhere")
    (here / "lost.journey").unlink()
    (here / "a.journey").symlink_to("b.journey")
    (here / "b.journey").symlink_to("a.journey")
    assert len(titles(".")) == 2
    assert run("check", "a.journey").exit_code == run("check").exit_code == 2


def test_a_folder_that_contains_itself_is_searched_once(here: Path) -> None:
    (here / "sub").mkdir()
    (here / "sub" / "up").symlink_to(here, target_is_directory=True)
    project = load(["."])
    assert (project.reported, project.findings) == (("fine.journey",), ())


def test_a_folder_with_the_name_of_a_journey_is_a_folder(here: Path, run: Run) -> None:
    (here / "f.journey").mkdir()
    assert run("check").exit_code == run("check", "fine.journey").exit_code == 0
    assert run("check", "f.journey").exit_code == 2


def test_a_huge_file_is_not_read_and_a_binary_one_is_told(here: Path, run: Run) -> None:
    with (here / "huge.journey").open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    assert_named_and_found(run, "huge.journey", f"has more than {LARGEST // 2**20} MB and was not read")
    (here / "huge.journey").unlink()
    (here / "picture.journey").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)))
    assert_named_and_found(run, "picture.journey", "is not a text file: byte 9 is zero")


def test_a_huge_or_binary_configuration_or_page_of_a_rule_is_told(here: Path, run: Run) -> None:
    (here / "rules").mkdir()
    for name, data in (("rules/big.md", b"x" * (2 * LARGEST_PAGE)), ("rules/odd.md", b"\xff\x00\xfe")):
        (here / name).write_bytes(data)
        told = run("check", "--rules", "rules")
        assert told.exit_code == 2
        assert name in told.stdout
        (here / name).unlink()
    for data in (b"x" * (2 * LARGEST_PAGE), b"\xff\x00\xfe", b"\x00"):
        (here / "journeyaudit.toml").write_bytes(data)
        told = run("check")
        assert told.exit_code == 2
        assert "error[configuration]" in told.stdout


@pytest.mark.skipif(NO_PIPES, reason="there are no named pipes here")
def test_no_configuration_and_no_page_of_a_rule_is_a_pipe(here: Path, run: Run) -> None:
    (here / "rules").mkdir()
    os.mkfifo(here / "rules" / "pipe.md")
    assert run("check", "--rules", "rules").exit_code == 2
    assert run("rules", "test", "rules").exit_code == 2
    os.mkfifo(here / "pipe.toml")
    assert run("check", "--config", "pipe.toml").exit_code == 2
    os.mkfifo(here / ".gitignore")
    os.mkfifo(here / "journeyaudit.toml")
    (here / ".git").mkdir()
    assert run("check").exit_code == 0


def test_a_file_that_goes_away_while_others_are_read_is_told(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "going.journey").write_text(FINE, "utf-8")
    found = os.walk

    def walk(*args: object, **kwargs: object) -> Iterator[object]:
        for folder in found(*args, **kwargs):
            yield folder
            (here / "going.journey").unlink(missing_ok=True)

    monkeypatch.setattr(os, "walk", walk)
    told = run("check")
    assert told.exit_code == 2
    assert "“going.journey” cannot be read: it is not there" in told.stdout


@pytest.mark.parametrize(
    "name", ["a\nb.journey", "a\x1b[31mb.journey", "-a.journey", "ß 😀\u202e.journey", "'.journey"]
)
@pytest.mark.parametrize(
    "form", ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"]
)
def test_a_file_may_be_called_anything(here: Path, run: Run, name: str, form: str) -> None:
    (here / name).write_text(FINE.replace("good", "bad"), "utf-8")
    for words in ((".",), ("--", name)):
        told = run("check", "--output-format", form, *words)
        assert told.exit_code == 1
        if form != "github":  # it looks a file up by its very name
            assert "\x1b" not in told.stdout


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text here")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "gitlab"])
def test_a_file_may_be_called_what_is_no_text(here: Path, form: str) -> None:
    (here / os.fsdecode(b"a\xffb.journey")).write_text(FINE.replace("good", "bad"), "utf-8")
    words = [sys.executable, "-m", "journeyaudit", "check", "--output-format", form, "--write-baseline"]
    for code in (0, 0):
        told = subprocess.run(words, capture_output=True, check=False, timeout=60)
        assert (told.returncode, b"fault" in told.stderr) == (code, False), told.stderr
        told.stdout.decode("utf-8")


def test_a_folder_that_must_not_be_looked_into_is_told(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "closed").mkdir()
    look = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert_named_and_found(run, ".", "“./closed” cannot be read: you are not allowed to read it")
    assert run("check", "closed").exit_code == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_must_not_be_read_is_told(here: Path, run: Run) -> None:
    (here / "secret.journey").write_text(FINE, "utf-8")
    (here / "secret.journey").chmod(0)
    (here / "closed").mkdir(mode=0)
    assert_named_and_found(run, "secret.journey", "you are not allowed to read it")
    assert "you are not allowed to read it" in " ".join(titles("closed"))

"""The first day with an old repository: from the installed command to an accepted finding that comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
ACCEPTED = """\
      ignore no-human-correction
        reason: the warehouse gets its new system in autumn
        owner: Head of online sales
        expires: 2098-10-01
"""


class Desk:
    """A folder, and a terminal in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment = {
            **kept,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "LANG": "en_GB.UTF-8",
            "CI": "",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
            **{f"GIT_{who}_{what}": "kim" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }

    def does(self, *words: str) -> tuple[int, str]:
        """The exit code, and both streams as one would see them."""
        done = subprocess.run(
            words,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.returncode, done.stdout.decode()

    def commits(self, message: str) -> tuple[int, str]:
        self.does("git", "add", ".")
        return self.does("git", "commit", "-m", message)

    def writes(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Desk:
    """An old repository with findings nobody has time for today."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed here")
    for program in ("git", "journeyaudit"):
        if (
            shutil.which(program, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
            is None
        ):
            pytest.skip(f"{program} is not installed as a command here")
    folder = tmp_path / "services"
    folder.mkdir()
    desk = Desk(folder)
    shutil.copy(SAMPLES / "people.journey", folder)
    for name in ("bank-bot-as-is", "parking-typo-as-is"):
        desk.writes(f"{name}.journey", sample(f"cases/{name}"))
    desk.writes("order.journey", sample("founding/order-repaired"))
    assert desk.does("git", "init", "-q")[0] == 0
    return desk


def sample(name: str) -> str:
    text = (SAMPLES / f"{name}.journey").read_text("utf-8")
    return text.replace("import ../people.journey", "import people.journey")


def test_from_the_first_command_to_an_accepted_finding_that_comes_back(desk: Desk) -> None:
    code, said = desk.does("journeyaudit", "check")
    assert code == 1, said

    code, said = desk.does("journeyaudit", "init", "--yes")
    assert code == 0 and "journeyaudit.toml" in said and ".pre-commit-config.yaml" in said, said
    code, said = desk.does("journeyaudit", "check", "--write-baseline")
    assert code == 0, said
    code, said = desk.does("journeyaudit", "check")
    assert code == 0 and "in the baseline" in said, said

    assert desk.does(sys.executable, "-m", "pre_commit", "install")[0] == 0
    code, said = desk.commits("journeyaudit comes to stay")
    assert code == 0, said

    broken = desk.folder / "order.journey"
    whole = broken.read_text("utf-8")
    desk.writes("order.journey", sample("founding/order-as-is"))
    code, said = desk.commits("save a few rights")
    assert code == 1, said
    for words in (
        "nobody is both able and allowed to put „Quantity 2 instead of 1“ right in time",
        "10:06  Service agent answers: „Impossible, the process is already triggered. Send it back.“",
        "Nobody who may put it right can be reached in time.",
    ):
        assert words in said

    head, mistake, rest = broken.read_text("utf-8").partition("    mistake Quantity 2 instead of 1\n")
    assert mistake
    desk.writes("order.journey", head + mistake + ACCEPTED + rest)
    assert desk.does("journeyaudit", "fmt", ".")[0] == 0
    code, said = desk.commits("accepted until the new warehouse system")
    assert code == 0, said

    code, said = desk.does("journeyaudit", "check", "--as-of", "2098-09-30")
    assert code == 0 and "1 finding accepted by exceptions" in " ".join(said.split()), said
    code, said = desk.does("journeyaudit", "check", "--as-of", "2098-10-01")
    assert code == 1, said
    assert "error[no-human-correction]" in said and "warning[exception-expired]" in said, said

    desk.writes("order.journey", whole)
    assert desk.does("journeyaudit", "check", "--as-of", "2098-10-01")[0] == 0

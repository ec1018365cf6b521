"""Repositories of git made for a test, with what somebody types in them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PROGRAMS = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
NO_NETWORK = (
    "after connection broken by",
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "Read timed out",
)


def need_pre_commit_and(*programs: str) -> None:
    """Skips the test where something is missing."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed here")
    for program in programs:
        if shutil.which(program, path=PROGRAMS) is None:
            pytest.skip(f"{program} is not installed here")


def sample(name: str) -> str:
    """A sample as it stands in a folder of its own, with the people beside it."""
    return (SAMPLES / name).read_text("utf-8").replace("import ../people.journey", "import people.journey")


class Repository:
    """A repository of git in a folder; what it runs gets an empty home and a cache of its own."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment = {
            **kept,
            "PATH": PROGRAMS,
            "LANG": "en_GB.UTF-8",
            "CI": "",
            "PRE_COMMIT_HOME": str(scratch / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            **{
                f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
            },
        }
        folder.mkdir(exist_ok=True)
        self.run("git", "init", "-q")

    def run(self, *words: str) -> tuple[int, str]:
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

    def pre_commit(self, *words: str) -> tuple[int, str]:
        code, said = self.run(sys.executable, "-m", "pre_commit", *words)
        signs = [sign for sign in NO_NETWORK if sign in said]
        if code and signs:
            pytest.skip(f"the package registry cannot be reached: {signs[0]}")
        return code, said

    def commit(self, *files: str) -> tuple[int, str]:
        self.run("git", "add", *files)
        return self.run("git", "commit", "-m", "change", *files)

    def revision(self) -> str:
        return self.run("git", "rev-parse", "HEAD")[1].strip()

    def take(self, name: str, as_name: str) -> None:
        """Puts a sample into the folder under a name."""
        (self.folder / as_name).write_text(sample(name), "utf-8")

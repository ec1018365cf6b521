"""The wheel that users get, built from the sdist they could get, brings its grammar, rules and samples."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    done = run("-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel and nothing of the checkout; the libraries come from this environment."""
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_sdist_holds_what_the_wheel_is_made_of(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "grammar/journey.lark",
        "rules/kafka/no-human-correction.md",
        "samples/README.md",
        "LICENSE",
    } <= names


def test_an_installed_wheel_uses_its_own_grammar_and_rules(installed: Path, tmp_path: Path) -> None:
    question = (
        "import journeyaudit; from journeyaudit.source.shipped import shipped; "
        "print(journeyaudit.__file__); print(*(shipped(n) for n in ('grammar', 'rules', 'samples')), sep='\\n')"
    )
    done = run("-c", question, cwd=tmp_path, PYTHONPATH=str(installed))
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        assert Path(line).is_relative_to(installed)
        assert Path(line).exists()


def test_an_installed_wheel_checks_and_draws(installed: Path, tmp_path: Path) -> None:
    sample = str(ROOT / "samples" / "founding" / "order-as-is.journey")
    checked = run("-m", "journeyaudit", "check", sample, cwd=tmp_path, PYTHONPATH=str(installed))
    assert checked.returncode == 1
    assert "1 mistake: 1 impossible" in checked.stdout
    drawn = run(
        "-m", "journeyaudit", "render", sample, "-o", "x.svg", cwd=tmp_path, PYTHONPATH=str(installed)
    )
    assert drawn.returncode == 0, drawn.stderr
    assert (tmp_path / "x.svg").read_text("utf-8").startswith("<svg")

"""The hooks of .pre-commit-hooks.yaml as pre-commit itself installs and runs them, in repositories made for it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journeyaudit.cli.hook_entry import entry
from tests.repositories import Repository, need_pre_commit_and

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples" / "founding"
CONFIGURATION = """\
repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: journeyaudit
      - id: journeyaudit-project
      - id: journeyaudit-fmt
"""


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need_pre_commit_and("git")
    return tmp_path_factory.mktemp("hooks")


@pytest.fixture(scope="module")
def hooks(scratch: Path) -> Repository:
    """What would be published now: this checkout with what is not committed yet."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no checkout of the repository")
    repository = Repository(scratch / "hooks", scratch)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (repository.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, repository.folder / name)
    code, said = repository.commit(".")
    assert code == 0, said
    return repository


@pytest.fixture(scope="module")
def installed(hooks: Repository, scratch: Path) -> Repository:
    """A repository with journeys that uses all three hooks, which are installed."""
    repository = Repository(scratch / "journeys", scratch)
    configuration = CONFIGURATION.format(hooks=hooks.folder, revision=hooks.revision())
    (repository.folder / ".pre-commit-config.yaml").write_text(configuration, "utf-8")
    shutil.copyfile(ROOT / "samples" / "people.journey", repository.folder / "people.journey")
    code, said = repository.pre_commit("install", "--install-hooks")
    assert code == 0, said
    repository.take("founding/order-repaired.journey", "order.journey")
    repository.run("git", "add", ".")
    repository.run("git", "commit", "-q", "--no-verify", "-m", "all is well")
    repository.run("git", "tag", "begin")
    return repository


@pytest.fixture
def journeys(installed: Repository) -> Repository:
    """The same with nothing but a journey in which all is well."""
    installed.run("git", "reset", "-q", "--hard", "begin")
    installed.run("git", "clean", "-fdq")
    return installed


def test_a_journey_in_which_all_is_well_is_committed(journeys: Repository) -> None:
    text = (journeys.folder / "order.journey").read_text("utf-8")
    (journeys.folder / "order.journey").write_text(text + "# looked at again\n", "utf-8")
    code, said = journeys.commit("order.journey")
    assert code == 0, said
    assert said.count("Passed") == 3


def test_a_journey_with_a_dead_end_is_not_and_the_story_is_told(journeys: Repository) -> None:
    before = journeys.revision()
    journeys.take("founding/order-as-is.journey", "order.journey")
    code, said = journeys.commit("order.journey")
    assert code == 1
    assert journeys.revision() == before
    assert "error[no-human-correction]: nobody is both able and allowed" in said
    assert "Service agent answers: “Impossible, the process is already triggered." in said
    assert "help: " in said


def test_a_journey_in_another_layout_is_laid_out_and_has_to_be_added_again(journeys: Repository) -> None:
    usual = (journeys.folder / "order.journey").read_text("utf-8") + "\n# the end\n"
    (journeys.folder / "order.journey").write_text(usual.replace("\n", "  \n"), "utf-8")
    code, said = journeys.commit("order.journey")
    assert code == 1
    assert "files were modified by this hook" in said
    assert (journeys.folder / "order.journey").read_text("utf-8") == usual
    assert journeys.commit("order.journey")[0] == 0


def test_a_change_of_the_configuration_checks_the_whole_project(journeys: Repository) -> None:
    journeys.take("founding/order-as-is.journey", "old.journey")
    journeys.run("git", "add", "old.journey")
    journeys.run("git", "commit", "-q", "--no-verify", "-m", "not looked at")
    (journeys.folder / "journeyaudit.toml").write_text('profile = "start"\n', "utf-8")
    code, said = journeys.commit("journeyaudit.toml")
    assert code == 1
    assert "journeyaudit check (changed journeys)" in said
    assert said.count("(no files to check)Skipped") == 2
    assert "old.journey:" in said


def test_other_files_are_none_of_our_business(journeys: Repository) -> None:
    (journeys.folder / "notes.txt").write_text("journeys are nice\n", "utf-8")
    code, said = journeys.commit("notes.txt")
    assert code == 0, said
    assert said.count("(no files to check)Skipped") == 3


def test_the_hooks_can_be_tried_without_installing_them(hooks: Repository, journeys: Repository) -> None:
    journeys.take("founding/order-as-is.journey", "order.journey")
    journeys.run("git", "add", "order.journey")
    code, said = journeys.pre_commit("try-repo", str(hooks.folder), "journeyaudit")
    assert code == 1
    assert "journeyaudit check (changed journeys)" in said
    assert "1 mistake: 1 impossible" in said


def test_what_init_writes_is_understood_and_works_with_what_is_installed(scratch: Path) -> None:
    repository = Repository(scratch / "begun", scratch)
    code, said = repository.run(sys.executable, "-m", "journeyaudit", "init", "--yes", "--language", "en")
    assert code == 0, said
    assert repository.pre_commit("validate-config") == (0, "")
    if shutil.which("journeyaudit", path=repository.environment["PATH"]) is None:
        pytest.skip("the package is not installed as a command here")
    assert repository.pre_commit("install")[0] == 0
    code, said = repository.commit(".")
    assert code == 0, said
    assert said.count("Passed") == 2


def test_the_configurations_in_the_guide_are_understood(scratch: Path) -> None:
    guide = (ROOT / "docs" / "daily-work.md").read_text("utf-8")
    shown = [
        block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if block.startswith("repos:")
    ]
    assert len(shown) == 2
    repository = Repository(scratch / "guided", scratch)
    for block in shown:
        (repository.folder / ".pre-commit-config.yaml").write_text(block, "utf-8")
        assert repository.pre_commit("validate-config") == (0, "")


def test_the_guide_and_the_command_name_hooks_that_are_offered(hooks: Repository) -> None:
    code, said = hooks.pre_commit("validate-manifest", ".pre-commit-hooks.yaml")
    assert (code, said) == (0, "")
    offered = re.findall(r"^- id: (.*)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"- id: (.*)", (ROOT / "docs" / "daily-work.md").read_text("utf-8"))
    named += re.findall(r"- id: (.*)", entry("https://example.org/journeyaudit", "v0.1.0"))
    assert named
    assert set(named) <= set(offered)

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_diff import AFTER, BEFORE


def git(*words: str) -> str:
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{who}_{what}": "kim@shop.example"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True, env=environment).stdout


def commit(message: str, **files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".journey")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", message)


@pytest.fixture
def repository(run: Any) -> Any:
    """Two commits: ``first`` has the order as it was, ``second`` repaired; runs the command line in there."""
    git("init", "-q", "-b", "trunk")
    commit("as it was", service__order=BEFORE)
    git("tag", "first")
    commit("repaired", service__order=AFTER)
    git("tag", "second")
    return run


def test_two_revisions_are_compared_as_they_were(repository: Any) -> None:
    result = repository("diff", "first", "second")
    assert result.exit_code == 0
    assert "better: “Wrong number”: guaranteed now, impossible before" in result.stdout
    assert repository("diff", "second", "first").exit_code == 1


@pytest.mark.parametrize(
    "words", [("first",), ("--rev", "first"), ("--rev", "first.."), ("first", "--"), ("first", "service")]
)
def test_one_revision_is_compared_with_the_files_here(repository: Any, words: Any) -> None:
    Path("service/order.journey").write_text(AFTER.replace("authority: 3", "authority: 9"), "utf-8")
    result = repository("diff", *words)
    assert result.stdout.startswith("first -> the working folder\n")
    assert "~ “Agent” now has authority 9, before 3" in result.stdout
    assert "+ “Agent” may now change" in result.stdout


def test_a_branch_is_compared_with_where_it_began(repository: Any) -> None:
    git("switch", "-q", "-c", "branch", "first")
    commit("more authority", service__order=BEFORE.replace("authority: 3", "authority: 9"))
    git("switch", "-q", "trunk")
    result = repository("diff", "--rev", "trunk...branch", "--output-format", "json")
    (change,) = json.loads(result.stdout)["people"]
    assert change["text"] == "“Agent” now has authority 9, before 3"


def test_imports_and_configuration_are_those_of_the_revision(repository: Any) -> None:
    people, journey = BEFORE.split("\njourney", 1)
    Path("journeyaudit.toml").write_text('profile = "strict"\n', "utf-8")
    commit("split", service__people=people, service__order=f"import people.journey\n\njourney{journey}")
    result = repository("diff", "first", "HEAD", "--output-format", "json")
    document = json.loads(result.stdout)
    assert (document["people"], [each["changes"] for each in document["journeys"]]) == ([], [[]])
    assert (document["before"]["profile"]["asked"], document["after"]["profile"]["asked"]) == (
        "service",
        "strict",
    )
    Path("service/people.journey").write_text("", "utf-8")
    assert repository("diff", "first", "HEAD").exit_code == result.exit_code


def test_places_are_told_as_seen_from_here_and_nothing_is_left_behind(
    repository: Any, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    scratch = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    monkeypatch.chdir("service")
    document = json.loads(repository("diff", "first", "second", "--output-format", "json").stdout)
    assert {each["place"]["file"] for each in document["findings"]} == {"order.journey"}
    assert Path.cwd().name == "service"
    assert list(scratch.iterdir()) == []


def test_a_file_that_came_is_new_and_one_that_went_is_gone(repository: Any) -> None:
    commit("another", service__returns="journey Returns\n  step Send back\n  end good: Sent\n")
    result = repository("diff", "second", "HEAD", "--", "service/returns.journey")
    assert "+ This journey is new." in result.stdout
    result = repository("diff", "HEAD", "second", "--", "service/returns.journey")
    assert "- This journey is no longer described." in result.stdout


def test_a_moved_file_has_the_same_journey(repository: Any) -> None:
    Path("shop").mkdir()
    git("mv", "service/order.journey", "shop/order.journey")
    commit("moved")
    result = repository("diff", "second", "HEAD")
    assert result.stdout.splitlines()[-1] == "nothing changed"


def test_a_path_that_is_also_a_revision_is_a_path_and_it_is_said(repository: Any) -> None:
    Path("first").write_text(BEFORE, "utf-8")
    Path("other").write_text(AFTER, "utf-8")
    result = repository("diff", "first", "other")
    assert result.stdout.startswith("first -> other\n")
    assert "“first” is taken for the path of this name; for the revision write --rev first" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "there is no revision “nowhere”"),
        (("--rev", "first..nowhere"), "there is no revision “nowhere”"),
        (("--rev", "--help"), "there is no revision “--help”"),
        (("first", "--", "elsewhere"), "there is no journey in elsewhere on either side"),
        (("first", "--", "../outside"), "../outside lies outside of the repository"),
    ],
)
def test_a_revision_that_cannot_be_read_is_said(repository: Any, words: Any, said: str) -> None:
    result = repository("diff", *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_path_called_like_a_revision_says_how_to_name_the_revision(repository: Any) -> None:
    Path("first").write_text(BEFORE, "utf-8")
    result = repository("diff", "first")
    assert result.exit_code == 2
    assert "for the revision write --rev first" in " ".join(result.stderr.split())


def test_where_a_branch_began_is_said_in_words(repository: Any) -> None:
    git("switch", "-q", "--detach", "second")
    assert repository("diff", "--rev", "first...HEAD").stdout.startswith("first where HEAD left it -> HEAD\n")


def test_a_clone_without_its_history_says_so(repository: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    git("clone", "-q", "--depth", "1", Path.cwd().as_uri(), "käse und brot")
    monkeypatch.chdir("käse und brot")
    result = repository("diff", "HEAD~1")
    assert result.exit_code == 2
    assert "there is no revision “HEAD~1”; this clone has only a part of the history" in result.stderr
    assert repository("diff", "HEAD").stdout.splitlines()[-1] == "nothing changed"


def test_outside_of_a_repository_it_is_said(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = run("diff", "main")
    assert result.exit_code == 2
    assert "this folder is in no git repository" in result.stderr


def test_without_git_it_is_said(run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("diff", "main")
    assert result.exit_code == 2
    assert "git is needed to compare revisions" in result.stderr

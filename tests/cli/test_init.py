"""Beginning in an empty folder, in one with everything, and with any answers to the questions."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit import check_text
from journeyaudit.cli import hook_entry
from journeyaudit.cli.first_journey import first_journey
from journeyaudit.cli.first_wording import WORDINGS
from journeyaudit.cli.hook_entry import entry, has_our_hooks, with_entry
from journeyaudit.cli.init import configuration_text, language_of
from journeyaudit.finding import Severity
from journeyaudit.source import SourceText
from journeyaudit.syntax.formatting import format_source
from journeyaudit.syntax.schema import BLOCKS, KEYS
from journeyaudit.syntax.value_words import VALUE_WORDS

ALL = ("journeyaudit.toml", ".pre-commit-config.yaml", "first.journey")


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes().decode() for path in found}


def test_in_an_empty_repository_everything_is_written_and_can_be_used(run: Any, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    result = run("init", "--yes", "--language", "en")
    assert result.exit_code == 0, result.output
    assert result.output == (
        "wrote journeyaudit.toml (how to check)\n"
        "wrote .pre-commit-config.yaml (two hooks)\n"
        "wrote first.journey (a first sketch)\n"
        "next: journeyaudit check\n"
        "to check what you commit: pre-commit install\n"
    )
    assert sorted(files(tmp_path)) == sorted(ALL)
    assert run("fmt", "--check").exit_code == 0
    checked = run("check")
    assert checked.exit_code == 0, checked.output
    assert "1 mistake: 1 not assessable" in checked.output
    assert "needs `noticed after`" in checked.output


def test_what_is_there_stays_as_it_is(run: Any, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    run("init", "--yes")
    before = files(tmp_path)
    result = run("init", "--yes")
    assert result.exit_code == 0
    assert files(tmp_path) == before
    assert "wrote" not in result.output
    assert result.output.count("stays as it is") == 2
    assert ".pre-commit-config.yaml has the hooks already" in result.output


def test_dry_run_shows_everything_and_writes_nothing(run: Any, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    result = run("init", "--yes", "--language", "de", "--dry-run")
    assert result.exit_code == 0
    assert files(tmp_path) == {}
    assert "would write first.journey (a first sketch):\n  | # language: de\n" in result.output
    assert "  |     - id: journeyaudit\n" in result.output
    assert result.output.endswith("nothing was written\n")


def test_outside_of_a_repository_there_is_no_hook(run: Any, tmp_path: Path) -> None:
    assert "this is no git repository" in run("init", "--yes").output
    assert ".pre-commit-config.yaml" not in files(tmp_path)


def test_the_hook_stands_at_the_top_of_the_repository_and_the_rest_in_the_folder(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "services").mkdir()
    result = run("init", "--yes", "services")
    assert result.exit_code == 0, result.output
    assert sorted(files(tmp_path)) == sorted(
        (".pre-commit-config.yaml", "services/first.journey", "services/journeyaudit.toml")
    )
    assert "next: journeyaudit check services\n" in result.output


def test_settings_in_pyproject_count_as_configured(run: Any, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.journeyaudit]\n")
    assert "the settings in pyproject.toml hold here" in run("init", "--yes").output
    assert "journeyaudit.toml" not in files(tmp_path)


def test_a_pyproject_without_our_settings_is_none(run: Any, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    run("init", "--yes")
    assert "journeyaudit.toml" in files(tmp_path)


def test_where_there_are_journeys_no_first_one_is_written(run: Any, tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "order.journey").write_text("journey A\n")
    assert "there are journeys already, such as services/order.journey" in run("init", "--yes").output
    assert "first.journey" not in files(tmp_path)


def test_a_hook_configuration_that_is_not_plain_is_left_to_the_user(run: Any, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".pre-commit-config.yaml").write_text('{"repos": []}\n')
    result = run("init", "--yes")
    assert result.exit_code == 0
    assert "add this below its `repos:` yourself:\n- repo: local" in result.output
    assert files(tmp_path)[".pre-commit-config.yaml"] == '{"repos": []}\n'


def test_a_hook_configuration_that_is_no_text_is_trouble(run: Any, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".pre-commit-config.yaml").write_bytes(b"\xff\xfe")
    result = run("init", "--yes")
    assert result.exit_code == 2
    assert sorted(os.listdir(tmp_path)) == [".git", ".pre-commit-config.yaml"]


def test_the_configuration_changes_nothing_until_a_sign_is_taken_away(run: Any, tmp_path: Path) -> None:
    text = configuration_text()
    assert tomllib.loads(text) == {}
    settings = "\n".join(line[2:] for line in text.splitlines() if line.startswith("# ") and " = " in line)
    assert set(tomllib.loads(settings)) == {"profile", "fail-level", "exclude", "rules"}
    (tmp_path / "journeyaudit.toml").write_text(settings.replace("our-rules", "."))
    page = "# Mute\nWhy?\n\n```rule\nseverity: info\nfor each wait\nsay: {wait} waits\n```\n"
    (tmp_path / "mute.md").write_text(page)
    (tmp_path / "a.journey").write_text("journey A\n  step B\n  end good: C\n")
    assert run("check").exit_code == 0


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyaudit.cli.init._on_terminal", lambda: True)


def test_on_a_terminal_the_answers_become_the_journey(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_terminal(monkeypatch)
    answers = "Return a parcel\nWrong label\nDepot clerk\nstore\nPick up\nPick up\n"
    result = run("init", "--language", "en", stdin=answers.encode())
    assert result.exit_code == 0, result.output
    assert "What does the customer want to do? [Order something online]: " in result.output
    text = files(tmp_path)["first.journey"]
    for line in ("journey Return a parcel\n", "  kind: store\n", "accepted until: Pick up\n"):
        assert line in text
    assert text.count("step Pick up\n") == 1
    assert run("fmt", "--check").exit_code == 0


def test_questions_are_asked_in_the_language_of_the_journey(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_terminal(monkeypatch)
    assert (
        "Was kann dabei schiefgehen? [Menge 2 statt 1]: "
        in run("init", "--language", "de", stdin=b"\n" * 6).output
    )


def test_who_stops_answering_has_nothing_written(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_terminal(monkeypatch)
    assert run("init", stdin=b"Return a parcel\n").exit_code == 1
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "den_CA"}, "en"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_AT"}, "de"),
        ({"LANG": "de_DE", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "German_Germany.1252"}, "de"),
    ],
)
def test_the_language_is_that_of_the_computer(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


WORDS = [word for each in (*KEYS, *BLOCKS) for word in (each.en, *each.de)]
WORDS += [word for each in VALUE_WORDS for word in (*each.en, *each.de)]
WORDS += [
    *"\"'#:[]()%@-,",
    " # ",
    "->",
    "us",
    "uns",
    "chance",
    "Zufall",
    "hold",
    "end good: X",
    "[a]",
    "(5 %)",
]
WORDS += ["14 days", "08:00", "1 of 3", "Customer", "Kundin", "A", "a", "z" * 200]
ANSWER = st.one_of(
    st.text(),
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
    st.tuples(st.sampled_from(WORDS), st.text()).map("".join),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(ANSWER, min_size=6, max_size=6), st.sampled_from(sorted(WORDINGS)))
def test_whatever_is_answered_the_journey_is_understood_and_in_the_usual_layout(
    answers: list[str], language: str
) -> None:
    given_one_by_one = iter(answers)
    text = first_journey(language, lambda *_: next(given_one_by_one))
    outcome, _ = check_text(text)
    assert [each.title for each in outcome.findings if each.severity is Severity.INPUT] == []
    (journey,) = outcome.journeys
    (verdict,) = journey.verdicts
    assert len({each.title for each in journey.journey.nodes if each.name}) in (3, 4)
    assert verdict.judgement == "not assessable"
    assert format_source(SourceText("first.journey", text))[0] == text


def test_names_that_would_mean_something_else_are_put_between_quotes() -> None:
    answers = iter(["unknown", "a, b -> c", "Customer", "carrier pigeon", "at once", "no limit"])
    text = first_journey("en", lambda *_: next(answers))
    for line in (
        'journey "unknown"',
        'mistake "a, b -> c"',
        "actor Customer 2",
        "channel Carrier pigeon",
        'accepted until: "at once"',
        'restorable until: "no limit"',
    ):
        assert f"{line}\n" in text


PLAIN = """\
# about us
repos:
  # the usual ones
  - repo: https://example.org/usual
    rev: v1  # pinned
    hooks:
      - id: tidy
        args: [
          --quick,
        ]
      # - id: slow
"""
CI = "\n# for the robot\nci:\n  skip: [tidy]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "repos:\n  ITEM"),
        ("repos: []\n", "repos:\n  ITEM"),
        ("repos: []  # none\nci: {}\n", "repos:  # none\n  ITEMci: {}\n"),
        (PLAIN, PLAIN + "  ITEM"),
        (PLAIN + CI, PLAIN + "  ITEM" + CI),
        ("repos:\n- repo: a", "repos:\n- repo: a\nITEM"),
        ("fail_fast: true\nrepos:\n    - repo: a\n", "fail_fast: true\nrepos:\n    - repo: a\n    ITEM"),
        ("repos:\r\n- repo: a\r\n", "repos:\r\n- repo: a\r\nITEM"),
    ],
)
def test_an_item_is_added_and_nothing_else_changes(before: str, after: str) -> None:
    item = "- repo: local\n  hooks: []\n"
    depth = len(after.partition("ITEM")[0].rpartition("\n")[2])
    expected = after.replace("ITEM", item.replace("\n  ", "\n" + " " * (depth + 2)))
    if "\r\n" in before:
        expected = expected.replace("\r\n", "\n").replace("\n", "\r\n")
    assert with_entry(before, item) == expected


@pytest.mark.parametrize(
    "text",
    [
        "repos: [a]\n",
        '{"repos": []}\n',
        "repos: &all\n- repo: a\n",
        "repos:\n  - repo: a\n odd\n",
        "repos:\n\t- repo: a\n",
        "repos:\n- repo: a\n---\nrepos: []\n",
        "repos: []\nrepos: []\n",
        "repos: []\n- repo: a\n",
        "# nothing yet\n",
    ],
)
def test_what_is_not_plain_is_refused(text: str) -> None:
    assert with_entry(text, entry()) is None


@pytest.mark.parametrize(
    "text", ["", "repos: []\n", PLAIN, PLAIN + CI, "repos:\n- repo: a", "ci: {}\nrepos:\n"]
)
def test_read_as_yaml_there_is_one_item_more(text: str) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed here")
    before, added = yaml.safe_load(text) or {}, yaml.safe_load(entry())
    written = with_entry(text, entry())
    assert written is not None
    assert yaml.safe_load(written) == {**before, "repos": [*(before.get("repos") or []), *added]}


def test_the_local_hooks_are_those_that_others_name() -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed here")
    ours = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"
    offered = {hook["id"]: hook for hook in yaml.safe_load(ours.read_text("utf-8"))}
    (item,) = yaml.safe_load(entry())
    for hook in item["hooks"]:
        same = {key: value for key, value in offered[hook["id"]].items() if key != "description"}
        assert hook == {**same, "language": "system"}


def test_installed_from_a_repository_its_commit_is_named(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyaudit.cli.init._origin", lambda: ("https://example.org/j", "abc123"))
    Path(".git").mkdir()
    run("init", "--yes")
    assert "- repo: https://example.org/j\n    rev: abc123\n" in Path(".pre-commit-config.yaml").read_text()


def test_our_hooks_are_found_but_not_in_comments() -> None:
    assert has_our_hooks("    - id: journeyaudit-fmt\n")
    assert has_our_hooks("hooks: [{id: 'journeyaudit'}]")
    assert not has_our_hooks("    # - id: journeyaudit\n")
    assert hook_entry.has_our_hooks(entry())

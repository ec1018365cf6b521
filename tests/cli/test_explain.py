from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

import journeyaudit
from journeyaudit.reports.columns import WIDTH, width_of
from journeyaudit.reports.input_problems import INPUT_PROBLEMS
from journeyaudit.rulebook.shelf import rules_of

PACKAGE = Path(journeyaudit.__file__).parent


def test_a_rule_is_explained_from_its_question_to_the_repaired_journey(run: Any) -> None:
    result = run("explain", "already-triggered")
    assert result.exit_code == 0
    assert result.stderr == ""
    parts = (
        "Already triggered\n",
        "kafka/already-triggered\n",
        "error; counts from the profile “kafka” on\n",
        "refused",
        'The rule\n  severity: warning when the verdict of the mistake is "luck"\n',
        "Why it hurts\n",
        "What to do\n",
        "When to allow it\n",
        "Sources\n",
        "Trouble\n",
        "What the rule finds there\nerror[already-triggered]: ",
        " --> trouble.journey:",
        "^^^",
        "Repaired\n",
        "The rule finds nothing there.\n",
    )
    at = 0
    for part in parts:
        assert part in result.stdout[at:], part
        at = result.stdout.index(part, at) + len(part)
    assert "# expect" not in result.stdout


def test_the_pack_may_be_named_too(run: Any) -> None:
    explained = run("explain", "already-triggered").stdout
    assert explained
    assert run("explain", "kafka/already-triggered").stdout == explained


def test_the_journeys_can_be_left_out(run: Any) -> None:
    result = run("explain", "dead-end", "--no-examples")
    assert result.exit_code == 0
    assert "Sources\n" in result.stdout
    assert "journey " not in result.stdout.partition("Sources\n")[2]
    assert "Repaired" not in result.stdout


def test_every_shipped_rule_can_be_explained_without_marks_of_markdown(run: Any) -> None:
    for rule in rules_of().rules:
        result = run("explain", rule.id, "--no-examples")
        assert result.exit_code == 0, rule.id
        for line in result.stdout.splitlines():
            assert width_of(line) <= WIDTH or " " not in line.strip(), (rule.id, line)
            assert "```" not in line and "**" not in line and "](" not in line, (rule.id, line)


def test_colours_are_used_only_where_they_are_wanted(run: Any) -> None:
    assert "\x1b[" not in run("explain", "dead-end").stdout
    assert "\x1b[1mDead end\x1b[0m" in run("explain", "dead-end", "--color", "always").stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dead-edn", "no rule is called 'dead-edn'; did you mean 'dead-end'"),
        ("DEAD-END", "did you mean 'dead-end'"),
        ("unknown-nmae", "did you mean 'unknown-name'"),
        ("kafka", "'kafka' is a pack, not a rule; `journeyaudit rules --pack kafka` lists its rules"),
        ("qqqq", "no rule is called 'qqqq'; `journeyaudit rules` lists them all"),
    ],
)
def test_an_unknown_rule_is_broken_usage_with_the_nearest_names(run: Any, name: str, said: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in " ".join(result.stderr.split())


def test_a_problem_with_the_text_is_no_rule_and_is_explained_all_the_same(run: Any) -> None:
    result = run("explain", "unknown-name")
    assert result.exit_code == 0
    assert result.stdout.startswith("unknown-name is a problem with the text itself, no rule\n")
    assert "unknown-word" in result.stdout


def test_a_rule_of_ones_own_that_is_broken_is_shown_with_what_is_wrong(run: Any) -> None:
    run("rules", "new", "billing/slow-refund")
    result = run("explain", "slow-refund", "--rules", "rules")
    assert result.exit_code == 2
    assert result.stdout.startswith("Slow refund\nbilling/slow-refund\n")
    assert "the page asks no question" in result.stderr


def test_a_folder_that_is_not_there_is_trouble(run: Any) -> None:
    result = run("explain", "dead-end", "--rules", "nowhere")
    assert result.exit_code == 2
    assert "there is no folder nowhere with rules" in result.stderr


MAKERS = {"Finding", "Guess", "add", "complain", "input_finding", "_finding"}
ID = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def problem_ids_in(path: Path) -> set[str]:
    """What the code gives as an id to something that makes findings."""
    found: set[str] = set()
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(call, ast.Call):
            maker = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            given = (*call.args[:2], *(each.value for each in call.keywords if each.arg == "rule"))
            words = [each.value for each in given if isinstance(each, ast.Constant)]
            found |= {str(word) for word in words if maker in MAKERS and ID.fullmatch(str(word))}
    return found


def test_every_problem_with_the_text_is_explained() -> None:
    stages = ("syntax", "model", "project", "rulebook", "audit")
    files = [path for stage in stages for path in (PACKAGE / stage).rglob("*.py")]
    used = {word for path in files for word in problem_ids_in(path)}
    assert used - set(INPUT_PROBLEMS) == set()
    assert len(used) > 15

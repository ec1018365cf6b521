"""Rules in Python come through an entry point that the configuration names."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from journeyaudit import Wishes, check_paths
from journeyaudit.finding import Finding, Severity
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.plugins import PythonRule


def _shouting(case: Case) -> Iterator[Finding]:
    for node in case.journey.nodes:
        if node.name and node.name.isupper():
            place = case.place_of(node)
            yield Finding(
                "no-shouting", Severity.WARNING, f"{node.title} shouts", place, journey=case.journey.name
            )


RULES = [PythonRule("no-shouting", "ours", _shouting, profile="kafka")]
SOMETHING = "no rule"


@pytest.fixture(name="journey")
def _journey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    points = [
        EntryPoint("acme", f"{__name__}:RULES", "journeyaudit.rules"),
        EntryPoint("odd", f"{__name__}:SOMETHING", "journeyaudit.rules"),
        EntryPoint("gone", "there_is_no_such_module:RULES", "journeyaudit.rules"),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: EntryPoints(points))
    path = tmp_path / "loud.journey"
    path.write_text("journey Order\n  step HELLO\n  end good: Done\n", "utf-8")
    return path


def configured(journey: Path, text: str, profile: str = "") -> tuple[Finding, ...]:
    (journey.parent / "journeyaudit.toml").write_text(text, "utf-8")
    return check_paths([str(journey)], Wishes(profile))[0].findings


def test_a_python_rule_is_run_where_it_is_named(journey: Path) -> None:
    assert "no-shouting" not in [each.rule for each in configured(journey, "")]
    found = configured(journey, 'plugins = ["acme"]')
    assert ("no-shouting", "HELLO shouts") in [(each.rule, each.title) for each in found]
    assert "no-shouting" not in [each.rule for each in configured(journey, 'plugins = ["acme"]', "start")]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("acne", "no installed package has rules called `acne`"),
        ("odd", "`odd` leads to something that is no rule"),
        ("gone", "the rules `gone` cannot be loaded: ModuleNotFoundError"),
    ],
)
def test_what_cannot_be_run_is_trouble_with_its_line(journey: Path, name: str, said: str) -> None:
    found = configured(journey, f'# ours\nplugins = ["{name}"]')
    (problem,) = [each for each in found if each.rule == "configuration"]
    assert (problem.severity, problem.title.startswith(said)) == (Severity.INPUT, True)
    assert problem.span.start == len("# ours\n")

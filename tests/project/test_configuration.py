"""What is configured is read, and what makes no sense is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyaudit import Wishes, check_paths
from journeyaudit.finding import Severity
from journeyaudit.project.configuration import Configuration, configuration_for

JOURNEY = "journey Order\n  step Pay\n  end good: Paid\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop" / "orders").mkdir(parents=True)
    (tmp_path / "shop" / "orders" / "pay.journey").write_text(JOURNEY, "utf-8")
    return tmp_path


def problems(folder: Path, text: str) -> list[tuple[int, str, str]]:
    (folder / "journeyaudit.toml").write_text(text, "utf-8")
    outcome, sources = check_paths(["shop"])
    found = [each for each in outcome.findings if each.rule == "configuration"]
    assert {each.severity for each in found} <= {Severity.INPUT}
    return [(sources[each.span.file].line_of(each.span.start), each.title, each.help) for each in found]


def test_without_a_file_nothing_is_configured(folder: Path) -> None:
    assert configuration_for([str(folder / "shop")]) == (Configuration(), ())


def test_the_nearest_file_above_all_paths_counts(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('profile = "start"', "utf-8")
    (folder / "shop" / "journeyaudit.toml").write_text('profile = "kafka"', "utf-8")
    (folder / "shop" / "orders" / "journeyaudit.toml").write_text('profile = "strict"', "utf-8")
    assert configuration_for(["shop/orders/pay.journey"])[0].profile == "strict"
    assert configuration_for(["shop/orders", "shop"])[0].profile == "kafka"
    assert configuration_for(["."])[0].profile == "start"


def test_a_shared_project_file_counts_only_if_it_speaks_of_us(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.journeyaudit]\nprofile = "kafka"\n', "utf-8")
    (folder / "shop" / "pyproject.toml").write_text("[tool.ruff]\n", "utf-8")
    assert configuration_for(["shop"])[0].profile == "kafka"


def test_folders_of_rules_are_seen_from_the_file(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('rules = ["ours"]', "utf-8")
    assert configuration_for(["shop"])[0].rules == ("ours",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profil = "kafka"', (1, "`profil` is nothing that can be configured", "did you mean `profile`?")),
        ('\nprofile = "kafa"', (2, "'kafa' is no profile", "did you mean `kafka`?")),
        ("profile = 3", (1, "3 is no profile", "there are `start`, `kafka`, `service` and `strict`")),
        ("rules = 3", (1, "`rules` is a list of texts", 'write for example: rules = ["our-rules"]')),
        (
            "[settings]\ndecision-rank = 3",
            (
                1,
                "thresholds stand below the rule they belong to",
                'write for example: [settings.decision-rank] and below it: "most people" = 3',
            ),
        ),
        (
            '[settings.decision-rnk]\n"most people" = 3',
            (1, "there is no rule `decision-rnk`", "did you mean `decision-rank`?"),
        ),
        (
            '[settings.decision-rank]\n"most peple" = 3',
            (2, "`decision-rank` has no threshold „most peple“", "did you mean `most people`?"),
        ),
        (
            '[settings.decision-rank]\n"most people" = "3 days"',
            (
                2,
                "'3 days' is no value for „most people“ of `decision-rank`",
                'write it like its default: "2"',
            ),
        ),
        (
            '[settings.decision-rank]\n"most people" = true',
            (2, "True is no value for „most people“ of `decision-rank`", 'write it like its default: "2"'),
        ),
        ("profile = ", (1, "this is no TOML: Invalid value", "")),
    ],
)
def test_what_means_nothing_is_said_with_its_line_and_the_nearest_word(
    folder: Path, text: str, said: tuple[int, str, str]
) -> None:
    assert problems(folder, text) == [said]


def test_every_problem_of_a_file_is_told_in_one_run(folder: Path) -> None:
    assert len(problems(folder, 'profil = "kafka"\nrule = []\n[settings.no-such-rule]\nx = 1\n')) == 3


def test_a_threshold_is_used(folder: Path) -> None:
    assert problems(folder, '[settings.decision-rank]\n"most people" = 3') == []


def test_who_is_isolated_sees_no_configuration(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text("nonsense", "utf-8")
    assert [each.rule for each in check_paths(["shop"])[0].findings] == ["configuration"]
    assert check_paths(["shop"], Wishes(isolated=True))[0].findings == ()


def test_a_missing_folder_of_rules_is_trouble(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('rules = ["ours"]', "utf-8")
    (finding,) = check_paths(["shop"])[0].findings
    assert (finding.severity, finding.title) == (Severity.INPUT, "the rules in „ours“ cannot be read: No such file or directory")


def test_a_new_rule_touches_one_file(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('rules = ["ours"]', "utf-8")
    page = "# Mute step\nDoes a step say nothing?\n\n```rule\nseverity: error\nfor each step\n"
    page += "the step must have a wording\nsay: {step} says nothing\n```\n"
    (folder / "ours" / "our-pack").mkdir(parents=True)
    assert check_paths(["shop"])[0].findings == ()
    (folder / "ours" / "our-pack" / "mute-step.md").write_text(page, "utf-8")
    (finding,) = check_paths(["shop"])[0].findings
    assert (finding.rule, finding.severity, finding.title) == (
        "mute-step",
        Severity.ERROR,
        "„Pay“ says nothing",
    )

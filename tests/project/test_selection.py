"""Which rules are reported, how bad what they find is, and what cannot be switched off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from journeyaudit import Wishes, check_paths
from journeyaudit.finding import Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.project.configuration import configuration_for
from journeyaudit.project.rules import rules_for
from journeyaudit.rulebook.language import RuleResult
from journeyaudit.rulebook.shelf import ShelvedRule
from journeyaudit.rulebook.terms import Terms

PAGE = "# Title\nWhy?\n\n```rule\nseverity: {severity}\nprofile: {profile}\n{more}for each step\n"
PAGE += "the step must have a wording\nsay: {{step}} says nothing\n```\n"
JOURNEY = "journey Order\n{ignore}  step Pay\n  end good: Paid\n"


@pytest.fixture(name="here")
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four rules of our own in two packs, none of the shipped ones, and a journey in each of two folders."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "none").mkdir()
    monkeypatch.setattr("journeyaudit.rulebook.shelf.shipped", lambda _: tmp_path / "none")
    page(tmp_path, "near/first", "error", "start")
    page(tmp_path, "near/second", "warning", "kafka")
    page(tmp_path, "far/third", "info", "service")
    page(tmp_path, "far/fourth", "error", "strict")
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.journey").write_text(JOURNEY.format(ignore=""), "utf-8")
    configure(tmp_path, "")
    return tmp_path


def page(here: Path, name: str, severity: str, profile: str, more: str = "") -> None:
    path = here / "ours" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(severity=severity, profile=profile, more=more), "utf-8")


def configure(here: Path, text: str) -> None:
    (here / "journeyaudit.toml").write_text(f'rules = ["ours"]\n{text}', "utf-8")


def reported(folder: str = "a", **wishes: object) -> dict[str, str]:
    """Rule -> severity of what is reported."""
    outcome, _ = check_paths([folder], Wishes(**wishes))  # type: ignore[arg-type]
    assert [each.title for each in outcome.findings if each.rule == "configuration"] == []
    return {each.rule: str(each.severity) for each in outcome.findings}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("", ["first", "second", "third"]),
        ('profile = "start"', ["first"]),
        ('select = ["third"]', ["third"]),
        ('select = ["far"]', ["fourth", "third"]),
        ('select = ["profile:kafka"]', ["first", "second"]),
        ('extend-select = ["fourth"]', ["first", "fourth", "second", "third"]),
        ('profile = "start"\nextend-select = ["far"]', ["first", "fourth", "third"]),
        ('ignore = ["near"]', ["third"]),
        ('ignore = ["profile:kafka"]', ["third"]),
        ('select = ["near"]\nignore = ["first"]', ["second"]),
        ('severity = { first = "off" }', ["second", "third"]),
        ('select = ["near"]\nprofile = "start"', ["first", "second"]),
    ],
)
def test_rules_are_chosen_by_id_pack_and_profile(here: Path, text: str, rules: list[str]) -> None:
    configure(here, text)
    assert sorted(reported()) == rules


@pytest.mark.parametrize(
    ("text", "wishes", "rules"),
    [
        ('profile = "start"', {"profile": "kafka"}, ["first", "second"]),
        ('select = ["third"]', {"select": ("first",)}, ["first"]),
        ('select = ["third"]', {"profile": "start"}, ["first"]),
        ('ignore = ["first"]', {"ignore": ("second",)}, ["third"]),
        ('ignore = ["first"]', {"select": ("near",)}, ["first", "second"]),
        ('ignore = ["first"]', {"profile": "kafka"}, ["second"]),
        ('ignore = ["first"]', {"extend_select": ("first",)}, ["first", "second", "third"]),
        ('severity.first = "off"', {"config": ('severity.first = "info"',)}, ["first", "second", "third"]),
        ('severity.first = "off"', {"select": ("near",)}, ["first", "second"]),
        ("", {"config": ('select = ["far"]',), "ignore": ("third",)}, ["fourth"]),
    ],
)
def test_the_command_line_goes_before_the_file(
    here: Path, text: str, wishes: dict[str, object], rules: list[str]
) -> None:
    configure(here, text)
    assert sorted(reported(**wishes)) == rules


def test_single_files_may_be_checked_differently_and_the_later_table_counts(here: Path) -> None:
    configure(
        here,
        '[per-file."a/"]\nprofile = "start"\nextend-select = ["fourth"]\nseverity.first = "info"\n'
        '[per-file."x.journey"]\nseverity.first = "warning"\nignore = ["third"]\n',
    )
    assert reported("a") == {"first": "warning", "fourth": "error"}
    assert reported("b") == {"first": "warning", "second": "warning"}
    assert sorted(reported("a", profile="kafka")) == ["first", "fourth", "second"]


def test_patterns_of_single_files_are_seen_from_the_file(here: Path) -> None:
    (here / "a" / "journeyaudit.toml").write_text(
        'rules = ["../ours"]\n[per-file."/x.journey"]\nselect = ["third"]\n'
    )
    assert sorted(reported("a")) == ["third"]


def test_severities_change_what_is_reported_and_its_order(here: Path) -> None:
    configure(here, '[severity]\nfirst = "info"\nthird = "error"\n')
    outcome, _ = check_paths(["a"])
    assert [(each.rule, str(each.severity)) for each in outcome.findings] == [
        ("third", "error"),
        ("second", "warning"),
        ("first", "info"),
    ]


def test_evidence_is_as_bad_as_configured_and_a_headline_as_its_worst_evidence(here: Path) -> None:
    page(here, "near/why", "warning", "start", more="explains: first\n")
    configure(here, 'severity = { first = "info", why = "error" }')
    outcome, _ = check_paths(["a"])
    (headline,) = [each for each in outcome.findings if each.rule == "first"]
    assert (headline.severity, [each.severity for each in headline.evidence]) == (
        Severity.ERROR,
        [Severity.ERROR],
    )


@pytest.mark.parametrize(
    "text", ['ignore = ["first"]', 'severity.first = "off"', 'severity.first = "info"', 'select = ["third"]']
)
def test_no_profile_is_met_by_switching_rules_off(here: Path, text: str) -> None:
    configure(here, text)
    assert check_paths(["a"])[0].profile_met == ""


def test_an_exception_for_a_rule_that_is_not_reported_is_used(here: Path) -> None:
    shipped = Path(__file__).parents[2] / "rules" / "exceptions"
    (here / "ours" / "exceptions").mkdir()
    for rule in ("exception-unused", "exception-expired"):
        text = (shipped / f"{rule}.md").read_text("utf-8")
        (here / "ours" / "exceptions" / f"{rule}.md").write_text(text, "utf-8")
    ignore = "  ignore {rule}\n    reason: so\n    owner: us\n    expires: 2090-01-01\n"
    for rule, wishes in (("first", {"ignore": ("first",)}), ("fourth", {})):
        (here / "a" / "x.journey").write_text(JOURNEY.format(ignore=ignore.format(rule=rule)), "utf-8")
        assert [each for each in reported(**wishes) if each.startswith("exception")] == []
    old = ignore.format(rule="first").replace("2090", "2020")
    (here / "a" / "x.journey").write_text(JOURNEY.format(ignore=old), "utf-8")
    assert "exception-expired" in reported(select=("third",))
    assert "exception-expired" in reported(
        config=('ignore = ["profile:service"]', 'extend-select = ["fourth"]')
    )


def test_what_cannot_be_understood_and_a_crash_are_reported_whatever_is_selected(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(self: ShelvedRule, *_: object) -> RuleResult:
        if self.id == "first":
            raise ZeroDivisionError
        return RuleResult()

    monkeypatch.setattr(ShelvedRule, "evaluate", crash)
    (here / "a" / "x.journey").write_text("journey J\n  go to Nowhere\n", "utf-8")
    outcome, _ = check_paths(["a"], Wishes(ignore=("first",), select=("third",)))
    assert {"rule-crashed", "unknown-name"} <= {each.rule for each in outcome.findings}
    assert outcome.worst is Severity.INPUT


def test_thresholds_may_differ_from_file_to_file(here: Path) -> None:
    text = "# T\nW?\n\n```rule\nseverity: info\nsetting long: 3 hours\nfor each step\n"
    text += "the duration of the step must be at most the long\nsay: slower than {long}\n```\n"
    (here / "ours" / "far" / "slow.md").write_text(text, "utf-8")
    for folder in ("a", "b"):
        journey = "journey Order\n  step Pay\n    takes: 2 h\n  end good: Paid\n"
        (here / folder / "x.journey").write_text(journey, "utf-8")
    configure(here, '[per-file."a/".settings.slow]\nlong = "1 hour"\n')
    assert ("slow" in reported("a"), "slow" in reported("b")) == (True, False)
    assert "slow" in reported("b", config=('settings.slow.long = "30 min"',))


def test_in_the_strictest_profile_what_cannot_be_assessed_is_a_warning_unless_configured() -> None:
    (finding,) = configuration_for((), Wishes(config=("x = 1",), isolated=True))[1]
    vague = replace(finding, rule="not-assessable", severity=Severity.INFO)
    assert Terms("strict").severity_of(vague) is Severity.WARNING
    assert Terms("service").severity_of(vague) is Severity.INFO
    assert Terms("strict", severities={"not-assessable": Severity.INFO}).severity_of(vague) is Severity.INFO
    assert Terms("strict", severities={"configuration": Severity.INFO}).severity_of(finding) is Severity.INPUT


@pytest.mark.parametrize("profile", PROFILES)
def test_selecting_a_profile_by_name_selects_what_the_profile_selects(profile: str) -> None:
    def terms(**wishes: object) -> Terms:
        configuration, findings = configuration_for((), Wishes(isolated=True, **wishes))  # type: ignore[arg-type]
        assert findings == ()
        rules = rules_for(configuration)
        assert rules.findings == ()
        return rules.terms_for("")

    by_profile, by_name = terms(profile=profile), terms(profile=profile, select=(f"profile:{profile}",))
    for rule in rules_for(configuration_for((), Wishes(isolated=True))[0]).rules:
        assert by_profile.asks_for(rule.id, rule.profile) is by_name.asks_for(rule.id, rule.profile), rule.id

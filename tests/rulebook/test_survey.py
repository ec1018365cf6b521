"""All rules together: profiles, exceptions, what could be assessed, and rules that crash."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from journeyaudit.finding import Severity
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import Look, RuleResult
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.rulebook.shelf import rules_of
from journeyaudit.rulebook.survey import Rule, Survey, survey
from journeyaudit.rulebook.terms import Terms
from journeyaudit.syntax.rules import parse_quantity
from journeyaudit.syntax.rules.tree import Quantity
from tests.rulebook.language.making import cases_of

STEP = """\
severity: warning
{more}
for each step
the step must have a wording
say: {{step}} says nothing
"""
SILENT = """\
journey Claim
  {journey}
  step Report
    {step}
  step Wait and see
  end good: Paid
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf without the shipped rules."""
    empty = tmp_path / "none"
    empty.mkdir()
    monkeypatch.setattr("journeyaudit.rulebook.shelf.shipped", lambda _: empty)
    (tmp_path / "ours").mkdir()
    return tmp_path


def write(folder: Path, rule: str, text: str) -> None:
    (folder / "ours" / f"{rule}.md").write_text(f"# Title\nWhy?\n\n```rule\n{text}```\n", "utf-8")


def looked_at(folder: Path, text: str, **terms: object) -> Survey:
    shelf = rules_of((str(folder),))
    assert shelf.findings == ()
    (case,) = cases_of(text)
    return survey(case, shelf.rules, Terms(**terms))  # type: ignore[arg-type]


def rules(found: Survey) -> list[str]:
    return [finding.rule for finding in found.findings]


def outcome_of(case: Case, found: Survey, profile: str = "service") -> Outcome:
    each = JourneyOutcome(case, None, found.tallies, found.accepted)
    return Outcome(case.service, ("x",), (each,), found.findings, profile)


def test_rules_of_later_profiles_stay_silent(folder: Path) -> None:
    write(folder, "early", STEP.format(more="profile: kafka"))
    write(folder, "late", STEP.format(more="profile: strict"))
    text = SILENT.format(journey="", step="says: hello")
    assert rules(looked_at(folder, text, profile="start")) == []
    assert rules(looked_at(folder, text)) == ["early"]
    assert rules(looked_at(folder, text, profile="strict")) == ["early", "late"]


def test_a_rule_without_a_profile_belongs_to_service(folder: Path) -> None:
    write(folder, "usual", STEP.format(more=""))
    text = SILENT.format(journey="", step="says: hello")
    assert rules(looked_at(folder, text, profile="kafka")) == []
    assert rules(looked_at(folder, text)) == ["usual"]


@pytest.mark.parametrize(
    ("profile", "met"), [("start", ""), ("kafka", "start"), ("service", "kafka"), ("strict", "service")]
)
def test_the_strictest_profile_that_is_met_is_told_whatever_was_asked_for(
    folder: Path, profile: str, met: str
) -> None:
    write(folder, "silent", STEP.format(more=f"profile: {profile}"))
    (case,) = cases_of(SILENT.format(journey="", step=""))
    found = survey(case, rules_of((str(folder),)).rules, Terms("kafka"))
    assert outcome_of(case, found, "kafka").profile_met == met


def test_remarks_do_not_keep_a_profile_from_being_met(folder: Path) -> None:
    write(folder, "remark", STEP.format(more="profile: start").replace("warning", "info"))
    (case,) = cases_of(SILENT.format(journey="", step=""))
    found = survey(case, rules_of((str(folder),)).rules, Terms())
    assert [each.severity for each in found.findings] == [Severity.INFO, Severity.INFO]
    assert outcome_of(case, found).profile_met == "strict"


def test_evidence_of_a_later_profile_is_left_out_and_never_takes_its_headline_with_it(folder: Path) -> None:
    write(folder, "top", STEP.format(more="profile: strict"))
    write(folder, "why", STEP.format(more="profile: kafka\nexplains: top"))
    text = SILENT.format(journey="", step="says: hello")
    assert rules(looked_at(folder, text)) == ["why"]
    (headline,) = looked_at(folder, text, profile="strict").findings
    assert (headline.rule, [each.rule for each in headline.evidence]) == ("top", ["why"])


def test_settings_replace_defaults(folder: Path) -> None:
    text = "severity: info\nsetting long: 3 hours\nfor each step\n"
    text += "the duration of the step must be at most the long\nsay: slower than {long}\n"
    write(folder, "slow", text)
    journey = SILENT.format(journey="", step="takes: 2 hours")
    assert rules(looked_at(folder, journey)) == []
    hour = parse_quantity("1 hour")
    assert hour is not None
    (finding,) = looked_at(folder, journey, settings={"slow": {"long": hour}}).findings
    assert finding.title == "slower than 1 h"


# ---- exceptions -----------------------------------------------------------------------------------

IGNORE = "ignore {rule}\n{indent}  reason: agreed\n{indent}  owner: Kim\n{indent}  expires: 2026-09-01"
TODAY = date(2026, 6, 1)


def ignoring(rule: str, indent: str) -> str:
    return IGNORE.format(rule=rule, indent=indent)


def test_an_exception_at_a_step_accepts_what_is_found_there(folder: Path) -> None:
    write(folder, "silent", STEP.format(more=""))
    found = looked_at(folder, SILENT.format(journey="", step=ignoring("silent", "    ")), today=TODAY)
    assert [finding.subject for finding in found.findings] == ["Wait and see"]
    ((accepted),) = found.accepted
    assert (accepted.finding.subject, accepted.exception.reason) == ("Report", "agreed")


def test_an_exception_of_the_journey_accepts_everywhere(folder: Path) -> None:
    write(folder, "silent", STEP.format(more=""))
    found = looked_at(folder, SILENT.format(journey=ignoring("silent", "  "), step=""), today=TODAY)
    assert (found.findings, len(found.accepted)) == ((), 2)
    assert [tally.troubles for tally in found.tallies] == [0]


def test_an_exception_that_has_expired_accepts_nothing(folder: Path) -> None:
    write(folder, "silent", STEP.format(more=""))
    text = SILENT.format(journey=ignoring("silent", "  "), step="")
    assert len(looked_at(folder, text, today=date(2026, 8, 31)).accepted) == 2
    assert looked_at(folder, text, today=date(2026, 9, 1)).accepted == ()


def test_a_rule_that_is_not_ignorable_is_reported_all_the_same(folder: Path) -> None:
    write(folder, "silent", STEP.format(more="not ignorable"))
    found = looked_at(folder, SILENT.format(journey=ignoring("silent", "  "), step=""), today=TODAY)
    assert len(found.findings) == 2


def test_who_accepts_a_headline_accepts_what_explains_it(folder: Path) -> None:
    write(folder, "top", STEP.format(more=""))
    write(folder, "why", STEP.format(more="explains: top"))
    text = SILENT.format(journey="", step="{ignore}\n    says: hello").replace("{ignore}", "takes: 1 min")
    assert rules(looked_at(folder, text)) == ["top"]
    found = looked_at(folder, SILENT.format(journey=ignoring("top", "  "), step=""), today=TODAY)
    assert found.findings == ()
    found = looked_at(folder, SILENT.format(journey=ignoring("why", "  "), step=""), today=TODAY)
    assert [(each.rule, each.evidence) for each in found.findings] == [("top", ()), ("top", ())]


def test_who_accepts_a_headline_does_not_accept_that_a_customers_story_fails(folder: Path) -> None:
    write(folder, "top", STEP.format(more=""))
    write(folder, "broken-promise", "severity: error\nexplains: top\nfor each story\nsay: {story} fails\n")
    story = "\n  story Kim\n    must be: corrected"
    text = SILENT.format(journey=ignoring("top", "  "), step="") + story + "\n"
    found = looked_at(folder, text, today=TODAY)
    assert rules(found) == ["broken-promise"]
    assert len(found.accepted) == 2
    assert rules(looked_at(folder, text.replace("top", "broken-promise"), today=TODAY)) == ["top", "top"]


def test_rules_about_exceptions_hear_what_the_others_found(folder: Path) -> None:
    write(folder, "silent", STEP.format(more=""))
    write(
        folder, "unused", "severity: warning\nfor each exception\nthe exception must be used\nsay: unused\n"
    )
    used = SILENT.format(journey=ignoring("silent", "  "), step="")
    assert rules(looked_at(folder, used, today=TODAY)) == []
    unused = used.replace("step Report", "step Report\n    says: a").replace("see\n", "see\n    says: b\n")
    assert rules(looked_at(folder, unused, today=TODAY)) == ["unused"]


# ---- what could be assessed -----------------------------------------------------------------------


def test_missing_facts_are_counted_by_the_rules_that_wait_for_them(folder: Path) -> None:
    ask = "severity: info\nfor each step\nthe duration of the step must be at most {limit}\nsay: slow\n"
    write(folder, "slow", ask.format(limit="2 hours"))
    write(folder, "slower", ask.format(limit="1 day"))
    write(folder, "silent", STEP.format(more=""))
    (case,) = cases_of(SILENT.format(journey="", step="takes: 1 min"))
    outcome = outcome_of(case, survey(case, rules_of((str(folder),)).rules, Terms()))
    assert outcome.rules_assessed() == (1, 3)
    (asked,) = outcome.asked()
    assert (str(asked.fact), asked.rules) == ("`takes` of Wait and see", ("slow", "slower"))


def test_a_rule_that_crashes_names_itself_and_the_others_still_report(folder: Path) -> None:
    write(folder, "silent", STEP.format(more=""))

    class Crashing:
        id, pack, profile, explains, ignorable, first_kind = "broken", "ours", "start", (), True, ""

        def evaluate(self, case: Case, settings: Mapping[str, Quantity] | None, look: Look) -> RuleResult:
            del settings, look
            raise ZeroDivisionError(f"of {case.journey.name}")

    crashing: Rule = Crashing()
    (case,) = cases_of(SILENT.format(journey="", step="says: hello"))
    found = survey(case, (crashing, *rules_of((str(folder),)).rules), Terms())
    assert [(each.rule, each.severity) for each in found.findings] == [
        ("rule-crashed", Severity.INPUT),
        ("silent", Severity.WARNING),
    ]
    assert "`broken`" in found.findings[0].title

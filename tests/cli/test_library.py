from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import journeyaudit
from journeyaudit import Wishes, check_paths, check_text
from journeyaudit.finding import Severity
from journeyaudit.rulebook.coverage import mistake_coverage
from tests.cli.test_process import CLEAN, STUCK
from tests.reports import made


def test_a_text_in_memory_can_be_checked() -> None:
    outcome, sources = check_text(STUCK.format(number=1), "order.journey")
    assert [finding.rule for finding in outcome.findings if finding.severity is Severity.ERROR] == [
        "no-human-correction"
    ]
    assert list(sources) == ["order.journey"]
    assert outcome.journeys[0].journey.name == "Online order 数量 1"


def test_a_clean_text_has_no_findings() -> None:
    assert check_text(CLEAN)[0].findings == ()


def test_files_are_reported_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.journey").write_text(STUCK.format(number=name), "utf-8")
    paths = [str(tmp_path / "b.journey"), str(tmp_path / "a.journey")]
    outcome, _ = check_paths(paths)
    files = [finding.span.file for finding in outcome.findings]
    assert files == sorted(files, reverse=True)
    assert outcome.files == tuple(paths)


def test_findings_of_a_journey_come_worst_first() -> None:
    outcome, _ = check_text(STUCK.format(number=1), wishes=Wishes("strict"))
    ranks = [list(Severity).index(finding.severity) for finding in outcome.findings]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


def test_what_cannot_be_assessed_is_a_warning_when_strict() -> None:
    lines = STUCK.format(number=1).replace("may nothing", "may change").splitlines(keepends=True)
    vague = "".join(line for line in lines if " until:" not in line)

    def severity(profile: str) -> list[Severity]:
        outcome, _ = check_text(vague, wishes=Wishes(profile))
        return [finding.severity for finding in outcome.findings if finding.rule == "not-assessable"]

    assert severity("service") == [Severity.INFO]
    assert severity("strict") == [Severity.WARNING]


def test_all_public_names_are_there_and_no_others() -> None:
    for name in journeyaudit.__all__:
        assert getattr(journeyaudit, name) is not None
        assert name in dir(journeyaudit)
    with pytest.raises(AttributeError, match="no_such_name"):
        journeyaudit.no_such_name  # noqa: B018


def test_coverage_counts_the_places_where_a_mistake_was_thought_of() -> None:
    # by the customer: Place order (with a mistake), Send one item back; automated: Trigger fulfilment
    assert mistake_coverage(made.JOURNEY) == 1 / 3
    excused = tuple(replace(node, no_mistake_possible="a machine") for node in made.JOURNEY.nodes)
    assert mistake_coverage(replace(made.JOURNEY, nodes=excused)) == 1.0
    assert mistake_coverage(replace(made.JOURNEY, nodes=made.JOURNEY.nodes[:1])) is None

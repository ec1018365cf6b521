from __future__ import annotations

from random import Random

import pytest

from journeyaudit import check_text
from journeyaudit.finding import Severity
from journeyaudit.reports.json import json_report
from tests.fuzz.campaign import Campaign, TooSlow, campaign, time_limit
from tests.fuzz.targets import ALONE, TARGETS, Target

PLAIN = {"language": 80, "markdown": 80, "rules": 60, "configuration": 120, "baseline": 120, "cache": 120}


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_no_text_raises_or_hangs(target: Target) -> None:
    result = campaign(PLAIN[target.name] * 100 // target.share, "suite", [target])
    assert result.failures == []
    assert result.tried.total() >= PLAIN[target.name] - 1


def test_a_text_can_be_made_again_from_its_name() -> None:
    for target in TARGETS:
        assert target.text(Random("name/1/1")) == target.text(Random("name/1/1"))
    assert len({TARGETS[0].text(Random(str(number))) for number in range(20)}) > 10


def test_a_campaign_notices_what_raises_and_what_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(text: str) -> None:
        raise ValueError(text)

    def hangs(_: str) -> None:
        while True:
            pass

    monkeypatch.setattr("tests.fuzz.campaign.LIMIT", 0.02)
    result = Campaign()
    result.try_one(Target("bad", 100, str, raises), "bad/1/1")
    result.try_one(Target("slow", 100, str, hangs), "slow/1/1")
    assert [name for name, _ in result.failures] == ["bad/1/1", "slow/1/1"]
    assert "ValueError" in result.failures[0][1]
    assert "TooSlow" in result.failures[1][1]
    with time_limit(0.02), pytest.raises(TooSlow):
        hangs("")


@pytest.mark.parametrize("figure", ["9" * 400, "10000 years 1", "1e9", "0." + "9" * 400, "9" * 5000])
def test_a_figure_that_no_clock_can_hold_is_told_at_its_place(figure: str) -> None:
    for key in ("takes", "waiting time", "noticed after", "accepted until", "within"):
        inner = f"    {key}: {figure} min\n"
        below = f"    mistake M\n      noticed by: A\n      remedy R\n        by: A\n        takes: {figure} min\n"
        text = f"actor A\n  kind: human\njourney J\n  step S\n    by: A\n{inner}{below}  end good: B\n"
        outcome, sources = check_text(text, "a.journey", ALONE)
        json_report(outcome, sources)
        assert [each for each in outcome.findings if each.severity is Severity.INPUT] or figure[0] == "0"


@pytest.mark.parametrize("misplaced", ["journey K", "actor B", "hours H", "channel C"])
def test_a_block_of_the_top_in_the_middle_of_a_mistake_tears_nothing_apart(misplaced: str) -> None:
    mistake = f"    mistake M\n      {misplaced}\n      remedy R\n        by: A\n  step T\n"
    text = f"actor A\n  kind: human\njourney J\n  step S\n{mistake}  end good: B\n"
    outcome, _ = check_text(text, "a.journey", ALONE)
    journey = outcome.journeys[0].journey
    assert [remedy.name for remedy in journey.mistakes[0].remedies] == ["R"]
    assert [node.name for node in journey.nodes if node.name] == ["S", "T", "B"]
    assert [each for each in outcome.findings if each.severity is Severity.INPUT]

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz.campaign import Campaign, TooSlow, campaign, time_limit
from tests.fuzz.targets import TARGETS, Target

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

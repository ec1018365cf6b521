"""Appeals: `within` is the time to make them, the answer may come later (docs/meaning.md, section 4)."""

from __future__ import annotations

import pytest

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.project import load_text
from journeyaudit.verdicts.judge import judge
from journeyaudit.verdicts.verdict import Judgement, Verdict

JOURNEY = """
actor Resident
  kind: customer
actor Board
  kind: human
channel Post
  kind: {channel}
  open: always
  answered by: Board
  answers within: {answered}
journey Parking permit
  step Refuse the permit
    takes: at once
    mistake Wrong street
      noticed by: Resident
      noticed after: {noticed}
      accepted until: at once
      restorable until: {restorable}
    appeal Ask the board
      decided by: Board
      on: Post
      within: 10 days
      answers within: 60 days
      leads to: Permit
  end good: Permit
"""


def verdict(
    noticed: str = "5 days", restorable: str = "no limit", channel: str = "letter", answered: str = "1 day"
) -> Verdict:
    text = JOURNEY.format(noticed=noticed, restorable=restorable, channel=channel, answered=answered)
    project = load_text(text)
    journey = project.service.journeys[0]
    return judge(project.service, journey, from_journey(journey))[0]


def test_who_appeals_in_time_may_be_answered_long_after_the_window() -> None:
    assert verdict().judgement is Judgement.GUARANTEED


@pytest.mark.parametrize(
    ("noticed", "expected"),
    [("10 days", Judgement.GUARANTEED), ("5 to 20 days", Judgement.LUCK), ("11 days", Judgement.IMPOSSIBLE)],
)
def test_who_notices_after_the_window_cannot_appeal(noticed: str, expected: Judgement) -> None:
    assert verdict(noticed).judgement is expected


def test_the_answer_still_has_to_come_before_it_cannot_be_undone() -> None:
    assert verdict(restorable="66 days").judgement is Judgement.GUARANTEED
    assert verdict(restorable="59 days").judgement is Judgement.LUCK
    assert verdict(restorable="4 days").judgement is Judgement.IMPOSSIBLE


def test_written_it_is_made_when_it_is_sent_and_spoken_when_it_is_answered() -> None:
    assert verdict("10 days", channel="letter", answered="3 days").judgement is Judgement.GUARANTEED
    assert verdict("10 days", channel="phone", answered="3 days").judgement is Judgement.LUCK

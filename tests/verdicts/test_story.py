"""The story of a verdict, as a customer would tell it."""

from __future__ import annotations

from pathlib import Path

from journeyaudit import check_paths, check_text
from journeyaudit.finding import Finding, Story
from journeyaudit.finding.words import clock

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def lines_of(story: Story | None) -> list[str]:
    assert story is not None
    return [
        f"{clock(moment.minute) if moment.minute is not None else '-'} {moment.text}"
        for moment in story.moments
    ]


def headline(findings: tuple[Finding, ...]) -> Finding:
    (found,) = [each for each in findings if each.rule == "no-human-correction"]
    return found


def test_the_founding_story_is_told_with_its_clock() -> None:
    outcome, _ = check_paths([str(SAMPLES / "founding" / "order-as-is.journey")])
    finding = headline(outcome.findings)
    assert lines_of(finding.story) == [
        "Tue 10:00 Customer: Place order. It goes wrong: Quantity 2 instead of 1.",
        "Tue 10:00 “Trigger fulfilment” begins. From now on corrections are refused ("
        "the process has been triggered).",
        "Tue 10:03 Customer notices it (reading the confirmation mail).",
        "Tue 10:03 Customer calls Hotline.",
        "Tue 10:06 Service agent answers: “Impossible, the process is already triggered. Send it back.” "
        "Service agent may not change it.",
        "Wed 04:10 “Deliver parcel” begins. From now on it cannot be undone any more ("
        "the parcel is with the carrier). For 18 h 10 min it would still have been possible, and was refused.",
    ]


def test_a_story_of_luck_is_told_for_an_hour_at_which_it_goes_wrong() -> None:
    outcome, _ = check_paths([str(SAMPLES / "founding" / "order-by-phone-only.journey")])
    finding = headline(outcome.findings)
    told = lines_of(finding.story)
    assert told[0].startswith("Sat 13:00")
    assert "Mon 08:00 Service agent hears the story. By now it is too late." in told


def test_a_mistake_nobody_notices_says_so() -> None:
    text = """
actor Clerk
  kind: human
journey Claim
  step File
    takes: 1 min
    mistake Wrong date
      noticed after: never
      restorable until: 3 days
  step Decide
    by: Clerk
  end good: Paid
"""
    outcome, _ = check_text(text)
    finding = headline(outcome.findings)
    assert finding.label == "nobody notices it"
    assert any("Nobody ever notices it." in line for line in lines_of(finding.story))


def test_what_is_noticed_at_a_later_step_is_told_from_there() -> None:
    text = """
actor Customer
  kind: customer
actor Clerk
  kind: human
  may nothing
  decides within: at once
channel Counter
  kind: store
  open: Mon-Fri 09:00-12:00
  answered by: Clerk
  answers within: 5 min
journey Claim
  customer: Customer
  step File
    takes: 1 min
    mistake Wrong date
      noticed at: Read the letter
      restorable until: 3 days
      remedy Ask
        kind: corrects
        by: Clerk
        on: Counter
        leads to: File
  step Read the letter
    by: Customer
    takes: 1 min
  end good: Paid
"""
    outcome, _ = check_text(text)
    told = lines_of(outcome.findings[0].story)
    assert told[0] == "- Earlier, at “File”: Wrong date."
    assert "“Read the letter” is done." in told[1]
    assert any("Customer goes to Counter." in line for line in told)

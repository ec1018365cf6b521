"""What must hold from the first day: small journeys whose verdict is beyond dispute.

Every journey goes the whole way: text, model, graph, verdicts, findings.
"""

from __future__ import annotations

from journeyaudit import Finding, Outcome, Verdict, check_text
from journeyaudit.finding import Severity
from journeyaudit.verdicts.verdict import Judgement

SATURDAY, SUNDAY = 5 * 24 * 60, 6 * 24 * 60

PEOPLE = """
hours Office hours
  open: Mon-Fri 08:00-18:00, Sat 09:00-13:00
actor Customer
  kind: customer
actor Shop system
  kind: system
actor Warehouse team
  kind: human
actor Parcel carrier
  kind: third party
channel Web shop
  kind: web
channel Hotline
  kind: phone
  open: Office hours
  answered by: Service agent
  answers within: 3 min
channel Service mailbox
  kind: email
  answered by: Service agent
  answers within: 2 working days
"""

AGENT_WHO_MAY_ONLY_SEE = """
actor Service agent
  kind: human
  open: Office hours
  decides within: at once
  may see
"""

AGENT_WHO_MAY_CHANGE = """
actor Service agent
  kind: human
  open: Office hours
  decides within: at once
  may see, change
"""

AS_IT_IS = (
    PEOPLE
    + AGENT_WHO_MAY_ONLY_SEE
    + """
journey Online order
  customer: Customer
  step Place order
    by: Customer
    on: Web shop
    takes: 6 min
    mistake Quantity 2 instead of 1
      made by: Customer
      noticed by: Customer
      noticed after: 3 min
      accepted until: Trigger fulfilment
        because: the process has been triggered
      restorable until: Deliver parcel
        because: then the carrier has the parcel
      remedy Ask the hotline to change it
        kind: corrects
        does: change
        by: Service agent
        on: Hotline
        leads to: Cannot be changed
      remedy Send it back
        kind: workaround
        by: Customer
        within: 14 days after Deliver parcel
        leads to: Proportional refund
  step Trigger fulfilment
    by: Shop system
    takes: at once
  step Pack parcel
    by: Warehouse team
    waiting time: 18 hours
    takes: 10 min
  step Deliver parcel
    by: Parcel carrier
    takes: 1 to 3 days
  choice Is the parcel what the customer wanted?
    by: chance
    when yes (98 %)
      end good: Right goods received
    when no (2 %)
      end bad: Proportional refund
  interrupt Customer phones
    from: Trigger fulfilment
    until: Deliver parcel
    by: Customer
    on: Hotline
    main flow: continues
    step Hear the request
      by: Service agent
      takes: 4 min
    end bad: Cannot be changed
"""
)

REPAIRED = (
    PEOPLE
    + AGENT_WHO_MAY_CHANGE
    + """
journey Online order
  customer: Customer
  step Place order
    by: Customer
    on: Web shop
    takes: 6 min
    mistake Quantity 2 instead of 1
      made by: Customer
      noticed by: Customer
      noticed after: 3 min
      accepted until: Hand parcel to carrier
      restorable until: Hand parcel to carrier
      remedy Change the quantity
        kind: corrects
        does: change
        by: Service agent
        on: Hotline, Service mailbox
        takes: 5 min
        leads to: Confirm order
  step Confirm order
    by: Shop system
    takes: at once
  step Pack parcel
    by: Warehouse team
    waiting time: 18 hours
    takes: 10 min
  step Hand parcel to carrier
    by: Warehouse team
    takes: at once
  step Deliver parcel
    by: Parcel carrier
    takes: 1 to 3 days
  end good: Right goods received
  interrupt Customer reports a mistake
    from: Confirm order
    until: Hand parcel to carrier
    by: Customer
    on: Hotline, Service mailbox
    main flow: pauses
    step Correct the order
      by: Service agent
      takes: 5 min
    go to Confirm order
"""
)

PHONED_AT_ONCE = """
  story She typed 2 instead of 1 and phoned at once
    mistake: Quantity 2 instead of 1
    happens at: Tue 10:00-10:05
    must be: corrected
    within: 1 hour
    contacts at most: 1
"""

PHONE_ONLY = REPAIRED.replace("Hotline, Service mailbox", "Hotline")

WINDOW_CLOSES_SATURDAY = """
actor Customer
  kind: customer
actor Adviser
  kind: human
  open: Mon-Fri 09:00-17:00
  decides within: at once
  may change
actor Box office
  kind: system
  open: Fri 16:00-16:30
channel Hotline
  kind: phone
  open: Mon-Fri 09:00-17:00
  answered by: Adviser
  answers within: 5 min
journey Book a seat
  customer: Customer
  step Choose the row
    by: Customer, Box office
    takes: 5 min
    mistake Wrong row
      noticed by: Customer
      noticed after: 10 min to 2 hours
      accepted until: 1 day
      restorable until: 1 day
      remedy Change the row
        kind: corrects
        does: change
        by: Adviser
        on: Hotline
        takes: 5 min
        leads to: Right seat
  end good: Right seat
"""

EXCLUSIVE_SPLIT_INTO_PARALLEL_JOIN = """
journey Loan
  flow
    Ask -> Rich
    Rich "yes" -> Check the house -> Both papers there
    Rich "no" -> Check the wage -> Both papers there
    Both papers there -> end good: Paid out
  choice Rich
    by: chance
  choice Both papers there
    pick: all
"""

PARALLEL_SPLIT_INTO_EXCLUSIVE_JOIN = """
journey Loan
  flow
    Ask -> Check both
    Check both -> Check the house -> Pay out
    Check both -> Check the wage -> Pay out
    Pay out -> end good: Paid out
  choice Check both
    pick: all
"""


def check(text: str) -> Outcome:
    return check_text(text)[0]


def rules_of(outcome: Outcome) -> list[str]:
    """Ids of all findings, headlines and evidence."""
    found: list[str] = []
    queue = list(outcome.findings)
    for finding in queue:
        found.append(finding.rule)
        queue.extend(finding.evidence)
    return found


def the(rule: str, outcome: Outcome) -> Finding:
    """The one headline of this rule."""
    (found,) = [finding for finding in outcome.findings if finding.rule == rule]
    return found


def the_verdict(outcome: Outcome) -> Verdict:
    (verdict,) = outcome.verdicts()
    return verdict


def is_clean(outcome: Outcome) -> bool:
    return all(finding.severity is Severity.INFO for finding in outcome.findings)


def test_the_founding_story_as_it_is_is_impossible() -> None:
    outcome = check(AS_IT_IS)
    assert the_verdict(outcome).judgement is Judgement.IMPOSSIBLE
    headline = the("no-human-correction", outcome)
    assert headline.severity is Severity.ERROR
    assert headline.subject == "Quantity 2 instead of 1"


def test_the_kafka_zone_of_the_founding_story_is_the_18_hours_and_10_minutes_of_the_packing() -> None:
    zone = the_verdict(check(AS_IT_IS)).figures.kafka_zone
    assert zone is not None
    assert (zone.earliest, zone.latest) == (1090, 1090)


def test_the_founding_story_says_already_triggered_as_evidence_of_its_headline() -> None:
    headline = the("no-human-correction", check(AS_IT_IS))
    assert "already-triggered" in [finding.rule for finding in headline.evidence]


def test_the_founding_story_tells_of_the_agent_who_sees_and_may_not_touch_and_of_no_stop_cord() -> None:
    headline = the("no-human-correction", check(AS_IT_IS))
    evidence = {finding.rule for finding in headline.evidence}
    assert evidence >= {"already-triggered", "sees-but-cannot-touch", "no-stop-cord", "decision-rank"}


def test_what_is_evidence_of_the_founding_story_is_no_headline_of_its_own() -> None:
    outcome = check(AS_IT_IS)
    assert [f.rule for f in outcome.findings if f.severity is Severity.ERROR] == ["no-human-correction"]


def test_she_typed_2_instead_of_1_and_phoned_at_once() -> None:
    assert "story-fails" in rules_of(check(AS_IT_IS + PHONED_AT_ONCE))
    assert is_clean(check(REPAIRED + PHONED_AT_ONCE))


def test_nobody_in_the_founding_story_may_decide_so_there_is_no_decision_rank() -> None:
    assert the_verdict(check(AS_IT_IS)).figures.decision_rank is None


def test_the_trail_of_the_founding_story_begins_where_the_mistake_is_made() -> None:
    trail = the("no-human-correction", check(AS_IT_IS)).trail
    assert [label.text for label in trail] == ["Place order"]


def test_the_sketch_is_a_dead_end_and_nobody_who_could_help_is_described() -> None:
    outcome = check("journey Online order\n  Order placed -> Process triggered -> Cannot be corrected\n")
    finding = the("dead-end", outcome)
    assert finding.severity is Severity.ERROR
    assert [label.text for label in finding.trail] == [
        "Order placed",
        "Process triggered",
        "Cannot be corrected",
    ]
    assert "nobody who could help is described" in finding.title


def test_of_the_sketch_nothing_else_is_claimed() -> None:
    outcome = check("journey Online order\n  Order placed -> Process triggered -> Cannot be corrected\n")
    assert [finding.rule for finding in outcome.findings] == ["dead-end"]
    assert list(outcome.verdicts()) == []


def test_the_founding_story_repaired_is_guaranteed_by_the_first_person() -> None:
    verdict = the_verdict(check(REPAIRED))
    assert verdict.judgement is Judgement.GUARANTEED
    assert verdict.figures.decision_rank == 1


def test_the_founding_story_repaired_is_clean() -> None:
    assert is_clean(check(REPAIRED))


def test_the_hours_of_the_warehouse_are_printed_as_an_assumption() -> None:
    assumptions = " ".join(the_verdict(check(PHONE_ONLY)).assumptions)
    assert "Warehouse team" in assumptions


def test_by_phone_only_it_is_luck() -> None:
    outcome = check(PHONE_ONLY)
    assert the_verdict(outcome).judgement is Judgement.LUCK
    assert the("no-human-correction", outcome).severity is Severity.WARNING


def test_by_phone_only_the_story_tells_of_an_order_on_saturday_afternoon() -> None:
    story = the("no-human-correction", check(PHONE_ONLY)).story
    assert story is not None
    first = story.moments[0].minute
    assert first is not None
    assert SATURDAY + 12 * 60 <= first < SUNDAY


def test_told_that_it_cannot_be_corrected_and_case_closed_is_a_finding_although_the_process_is_sound() -> (
    None
):
    outcome = check("""
actor Customer
  kind: customer
actor Answering machine
  kind: system
journey Complaint
  customer: Customer
  step Complain
    by: Customer
  step Say that it cannot be corrected
    by: Answering machine
  end bad: Case closed
""")
    assert the("dead-end", outcome).subject == "Case closed"


def test_hotline_form_hotline_without_an_exit_is_a_trap_region() -> None:
    outcome = check("""
journey Complaint
  flow
    Mistake noticed -> Call the hotline -> Fill in the form -> Call the hotline
""")
    finding = the("trap-region", outcome)
    assert finding.severity is Severity.ERROR
    assert "Call the hotline" in finding.title
    assert "Fill in the form" in finding.title
    assert "Mistake noticed" not in finding.title


def test_two_coupled_trap_cycles_are_one_region() -> None:
    outcome = check("""
journey Complaint
  flow
    Mistake noticed -> Call the hotline -> Fill in the form -> Call the hotline
    Fill in the form -> Write a letter -> Read the standard answer -> Write a letter
    Read the standard answer -> Call the hotline
""")
    assert rules_of(outcome).count("trap-region") == 1


def test_an_exclusive_split_into_a_parallel_join_is_a_deadlock() -> None:
    finding = the("deadlock", check(EXCLUSIVE_SPLIT_INTO_PARALLEL_JOIN))
    assert finding.subject == "Both papers there"


def test_a_parallel_split_into_an_exclusive_join_is_a_lack_of_synchronisation() -> None:
    outcome = check(PARALLEL_SPLIT_INTO_EXCLUSIVE_JOIN)
    assert the("lack-of-synchronisation", outcome).subject == "Pay out"
    assert "deadlock" not in rules_of(outcome)


def test_a_task_without_a_way_on_is_a_flow_that_stops() -> None:
    outcome = check("""
actor Customer
  kind: customer
actor Clerk
  kind: human
journey Application
  customer: Customer
  step Apply
    by: Customer
  step Put it on the pile
    by: Clerk
""")
    assert the("loose-end", outcome).subject == "Put it on the pile"


def test_an_agent_who_corrects_the_order_and_lets_it_go_back_into_the_flow_is_clean() -> None:
    outcome = check("""
actor Customer
  kind: customer
actor Agent
  kind: human
  open: always
  decides within: 10 min
journey Order
  customer: Customer
  step Place order
    by: Customer
    takes: 5 min
    mistake Wrong size
      noticed by: Agent
      noticed after: 5 min
      accepted until: Ship it
      restorable until: Ship it
      remedy Correct the size
        kind: corrects
        by: Agent
        leads to: Pack it
  step Pack it
    by: Agent
    waiting time: 2 hours
    takes: 10 min
  step Ship it
    by: Agent
    takes: at once
  end good: Right size worn
""")
    assert the_verdict(outcome).judgement is Judgement.GUARANTEED
    assert is_clean(outcome)


def test_a_correction_that_leads_to_a_bad_end_only_does_not_correct() -> None:
    claimed = REPAIRED.replace("leads to: Confirm order", "leads to: Told so").replace(
        "go to Confirm order", "end bad: Told so"
    )
    outcome = check(claimed)
    assert the_verdict(outcome).judgement is Judgement.IMPOSSIBLE
    assert "sham-correction" in rules_of(outcome)


def test_an_agent_open_on_weekdays_is_luck_when_the_window_closes_on_saturday() -> None:
    verdict = the_verdict(check(WINDOW_CLOSES_SATURDAY))
    assert verdict.judgement is Judgement.LUCK


def test_the_same_agent_is_guaranteed_when_the_window_closes_on_monday_evening() -> None:
    later = WINDOW_CLOSES_SATURDAY.replace("until: 1 day", "until: 4 days")
    assert the_verdict(check(later)).judgement is Judgement.GUARANTEED


def test_with_the_durations_left_out_it_cannot_be_told_and_the_text_that_is_missing_is_named() -> None:
    left_out = "\n".join(
        line
        for line in REPAIRED.replace("main flow: pauses", "main flow: continues").splitlines()
        if not line.strip().startswith(("takes:", "waiting time:", "answers within:"))
    )
    outcome = check(left_out)
    verdict = the_verdict(outcome)
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    missing = [str(fact) for fact in verdict.missing]
    assert "`takes` of Pack parcel" in missing
    assert "`answers within` of Hotline" in missing
    assert the("not-assessable", outcome).severity is Severity.INFO
    assert is_clean(outcome)


def test_what_the_text_does_not_say_is_never_held_against_anybody() -> None:
    outcome = check("""
journey Order
  step Place order
    mistake Wrong size
      remedy Ask somebody
  end good: Done
""")
    assert the_verdict(outcome).judgement is Judgement.NOT_ASSESSABLE
    assert is_clean(outcome)

"""The words about stories, practices and exceptions, in sentences."""

from __future__ import annotations

import pytest

from journeyaudit.model.trouble import Ignore
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import Look
from journeyaudit.rulebook.language.words_of_stories import Standing
from tests.rulebook.language.making import TODAY, cases_of, result, rule_of

PEOPLE = """\
actor Customer
  kind: customer
actor Agent
  kind: human
  open: Mon-Fri 08:00-18:00
  decides within: 5 min
  may change
channel Hotline
  kind: phone
  open: Mon-Fri 08:00-18:00
  answered by: Agent
  answers within: 3 min
"""
ORDER = (
    PEOPLE
    + """
journey Order
  customer: Customer
  step Place order
    by: Customer
    takes: 5 min
    mistake Wrong size
      noticed by: Customer
      noticed after: 2 min
      restorable until: Pack
      remedy Change it
        kind: corrects
        does: change
        by: Agent
        on: Hotline
        costs customer: 0.50 EUR
  wait 3 hours
  step Pack
    takes: 5 min
  end good: Sent
"""
)


def case_of(*lines: str, text: str = ORDER) -> Case:
    (case,) = cases_of(text + "".join(f"  {line}\n" for line in lines))
    return case


def story(*asks: str) -> Case:
    return case_of(
        "story The case", "  mistake: Wrong size", "  must be: corrected", *(f"  {one}" for one in asks)
    )


def said(sentence: str, case: Case, kind: str = "story") -> str:
    found = result(f"severity: info\nfor each {kind}\nsay: {sentence}", case).findings
    return found[0].title


def finds(requirement: str, case: Case, kind: str = "story") -> bool | None:
    """Does a rule with this requirement find something? None: it cannot be assessed."""
    fared = result(f"severity: info\nfor each {kind}\n{requirement}\nsay: it fails", case)
    return None if fared.not_assessable else bool(fared.findings)


MORNING, NIGHT = "happens at: Tue 09:00-09:05", "happens at: Sat 20:00-20:05"


def test_a_story_is_passed_at_one_hour_and_not_at_another() -> None:
    assert finds("the story must be passed", story(MORNING)) is False
    assert finds("the story must be passed", story(NIGHT)) is True


def test_a_story_that_lacks_facts_is_not_assessable() -> None:
    silent = ORDER.replace("  answers within: 3 min\n", "")
    (case,) = cases_of(
        silent + "  story The case\n    mistake: Wrong size\n    must be: corrected\n    " + MORNING
    )
    fared = result("severity: info\nfor each story\nthe story must be passed\nsay: it fails", case)
    assert [[str(fact) for fact in facts] for _, facts in fared.not_assessable] == [
        ["`answers within` of Hotline"]
    ]


def test_the_figures_of_a_story_can_be_said() -> None:
    case = story(MORNING, "within: 1 hour", "costs at most: nothing")
    assert said("it is {result of the story} by {time to the fix}", case) == "it is corrected by 8 min"
    assert said("at {contacts needed} contact for {cost}, {time limit}", case) == (
        "at 1 contact for 0.50 EUR, 1 h"
    )
    assert said("{shortfall}", case) == "it costs the customer 0.50 EUR where nothing would be right"
    assert (
        said("it fails as {failures}", case)
        == "it fails as “it costs the customer 0.50 EUR where nothing would be right”"
    )


def test_the_story_of_a_finding_is_told_for_its_own_hour() -> None:
    rule = "severity: info\nfor each story\nthe story must be passed\nsay: it fails\nshow: story"
    (finding,) = result(rule, story(NIGHT)).findings
    assert finding.story is not None
    assert finding.story.moments[0].minute == 5 * 1440 + 20 * 60


def practice(*lines: str) -> Case:
    return case_of("practice Borrowed", *(f"  {one}" for one in lines))


def test_a_practice_is_supported_if_its_checked_conditions_hold() -> None:
    rule = "the practice must be supported"
    assert finds(rule, practice("conditions: Agent may change"), "practice") is False
    assert finds(rule, practice("conditions: Agent may change, Agent may refund"), "practice") is True
    assert finds(rule, practice("conditions: Agent authority 3"), "practice") is None
    assert finds(rule, practice("conditions: good coffee"), "practice") is False


def test_conditions_are_told_apart() -> None:
    case = practice("conditions: Agent may change, Agent may refund, good coffee")
    assert said("x {checked conditions}", case, "practice") == "x “Agent may change” and “Agent may refund”"
    assert said("x {unmet conditions}", case, "practice") == "x “Agent may refund”"
    assert said("x {unchecked conditions}", case, "practice") == "x “good coffee”"
    assert finds("the practice must have checked conditions", practice("conditions: tea"), "practice") is True


def exception(rule: str, text: str = ORDER) -> Case:
    return case_of(f"ignore {rule}", text=text)


WAYS = ("used", "of a known rule", "of an ignorable rule")


@pytest.mark.parametrize("word", WAYS)
@pytest.mark.parametrize("holds", [True, False])
def test_what_became_of_an_exception_is_told_by_whoever_ran_the_rules(word: str, holds: bool) -> None:
    case = exception("dead-end")
    told = {name: holds if name == word else not holds for name in WAYS}
    standing = Standing(told["of a known rule"], told["of an ignorable rule"], told["used"])
    look = Look(case, TODAY)
    look.kept["exceptions"] = {id(each): standing for each in case.journey.ignores}
    rule = rule_of(f"severity: info\nfor each exception\nthe exception must be {word}\nsay: it is not")
    assert bool(rule.evaluate(case, look=look).findings) is not holds


def test_an_exception_alone_is_held_against_the_shipped_rule() -> None:
    nobody = ORDER.replace("      remedy Change it\n", "      remedy Nothing\n").replace(
        "corrects", "workaround"
    )
    useful, useless = exception("no-human-correction", nobody), exception("deadlock")
    assert finds("the exception must be used", useful, "exception") is False
    assert finds("the exception must be used", useless, "exception") is True
    assert finds("the exception must be of a known rule", useless, "exception") is False
    assert finds("the exception must be of a known rule", exception("no-such-rule"), "exception") is True
    assert finds("the exception must be of a known rule", exception("../kafka/dead-end"), "exception") is True


def test_exceptions_of_rules_about_exceptions_do_not_go_round_in_circles() -> None:
    case = exception("exception-unused")
    assert finds("the exception must be used", case, "exception") is False
    assert finds("the exception must be of an ignorable rule", case, "exception") is True


def test_an_exception_covers_its_block_and_one_of_the_journey_everything() -> None:
    text = PEOPLE + (
        "\njourney Order\n  customer: Customer\n  step Place order\n    by: Customer\n    takes: 5 min\n"
        "    ignore nobody-named\n      reason: small\n  step Pack\n    takes: 5 min\n"
        "  end good: Sent\n  ignore dead-end\n    reason: all\n"
    )
    (case,) = cases_of(text)
    inner, outer = case.journey.ignores
    order, pack = (node.header for node in case.journey.nodes if node.name in ("Place order", "Pack"))
    agent = case.service.actors["agent"].span
    assert [_covers(inner, place) for place in (order, pack, agent)] == [True, False, False]
    assert [_covers(outer, place) for place in (order, pack, agent)] == [True, True, True]


def _covers(exception: Ignore, place: object) -> bool:
    return exception.covers(place)  # type: ignore[arg-type]

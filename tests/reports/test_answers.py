"""The four answers where a text is odd: late, unknown, refused before, without a customer, with marks in names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeyaudit.audit import Wishes, audit_paths, audit_text
from journeyaudit.reports.review import review_page
from journeyaudit.reports.review.answers import Answers, answers
from journeyaudit.reports.tell_names import Names
from journeyaudit.rulebook.proposals import cheapest_change, is_trouble, workshop_of
from journeyaudit.verdicts.verdict import Judgement

TEXT = """\
actor Client
  kind: customer
actor Agent
  kind: human
  open: always
  may refund
channel Phone
  kind: phone
  answered by: Agent
  open: always
  answers within: 1 min

journey Order
  customer: Client
  step Place
    by: Client
    takes: 2 min
    mistake Wrong item
      noticed by: Client
      noticed after: 3 min
      accepted until: Deliver
      restorable until: Deliver
      remedy Call
        kind: corrects
        by: Agent
        on: Phone
        does: change
        takes: 2 min
        leads to: Place
  wait 2 days
  step Deliver
    by: Agent
    takes: 1 day
  end good: Done
"""


def answered(*changes: tuple[str, str]) -> Answers:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    outcome, _ = audit_text(text, wishes=Wishes(isolated=True))
    told = outcome.journeys[0]
    verdict = told.verdicts[0]
    change = cheapest_change(told.case, workshop_of(told.case), verdict) if is_trouble(verdict) else None
    return answers(verdict, Names(told.service, told.journey), change)


def test_an_unknown_limit_is_not_said_to_be_none() -> None:
    unknown = ("  wait 2 days\n", "  step Pick\n")
    assert answered(unknown).until.short == "Nobody can tell from the text."
    endless = ("restorable until: Deliver", "restorable until: no limit")
    assert answered(endless).until.short == "It never becomes too late."


def test_what_is_refused_later_than_impossible_is_not_told() -> None:
    late = (
        ("accepted until: Deliver", "accepted until: 3 days"),
        ("restorable until: Deliver", "restorable until: 1 day"),
    )
    assert "accepted only" not in answered(*late).until.more
    assert (
        "accepted only for 1 day after"
        in answered(("accepted until: Deliver", "accepted until: 1 day")).until.more
    )


@pytest.mark.parametrize("name", ["Check; and send", "A -> B", "Size „M"])
def test_marks_in_a_name_do_not_cut_an_answer(name: str) -> None:
    said = answered(("Deliver\n", f'"{name}"\n')).change
    assert f"until “{name}” begins" in said.short
    assert said.more.startswith("Then it is guaranteed")


def test_without_a_customer_a_sentence_still_begins_large() -> None:
    assert answered(("  customer: Client\n", "")).stuck.short == "The customer gets stuck."


def test_somebody_who_answers_and_has_no_remedy_is_named() -> None:
    remedy = TEXT[TEXT.index("      remedy Call") : TEXT.index("  wait 2 days")]
    assert answered((remedy, "")).who.more.startswith("Agent answers, but no remedy leads to them.")


def test_what_is_noticed_too_late_is_advised_to_be_noticed_before() -> None:
    said = answered(("noticed after: 3 min", "noticed at: Deliver"), ("step Deliver\n", "step Deliver\n"))
    assert said.until.short == "It is too late as soon as it shows."
    assert "notice it before “Deliver” begins" in said.change.short


def test_one_mistake_is_summed_up_in_words_of_its_own() -> None:
    page = review_page(*audit_text(TEXT, wishes=Wishes(isolated=True)))
    assert "One mistake is described, and the customer gets stuck in it." in page


def test_the_worst_come_first_and_journeys_of_one_name_are_told_apart(tmp_path: Path) -> None:
    lucky = TEXT.replace("restorable until: Deliver", "restorable until: 1 hour").replace(
        "accepted until: Deliver", "accepted until: 10 days"
    )
    for name, text in (("a", lucky.replace("open: always", "open: Mon-Fri 09:00-17:00")), ("b", TEXT)):
        (tmp_path / f"{name}.journey").write_text(text.replace("may refund", "may change"), "utf-8")
    outcome, sources = audit_paths([str(tmp_path)], Wishes(isolated=True))
    page = review_page(outcome, sources)
    table = page[page.index('class="listed"') : page.index("</table>")]
    judged = [verdict.judgement for verdict in outcome.verdicts()]
    shown = re.findall(r"badge ([a-z-]+)", table)
    assert len(shown) == sum(each is not Judgement.GUARANTEED for each in judged)
    assert shown == sorted(shown, key=["impossible", "luck", "not-assessable"].index)
    assert table.count(".journey</span>") == len(shown)

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.people import ChannelKind
from journeyaudit.model.quantities import INFINITE
from journeyaudit.model.trouble import RemedyKind
from journeyaudit.project import load_text
from journeyaudit.verdicts import Figures, Interval
from journeyaudit.verdicts.judge import judge
from tests.verdicts.sketch import (
    AGENT,
    HOUR,
    OFFICE,
    WAREHOUSE,
    Shop,
    after,
    at,
    euro,
    human,
    machine,
    mail,
    may,
    minutes,
    phone,
    remedy,
    service,
)


def figures(*remedies: Any, people: Any = None, **facts: Any) -> Figures:
    shop = Shop()
    everybody = people or service(AGENT, WAREHOUSE, phone("agent"))
    return shop.verdict(everybody, shop.mistake(*remedies, **facts)).figures


def test_the_cure_ratio_counts_money_effort_and_days_against_the_value() -> None:
    # 10 EUR, half an hour at 20 an hour, one day at 1
    dear = remedy("agent", customer_cost=euro(10), effort=minutes(30), takes=minutes(24 * HOUR - 8))
    found = figures(dear)
    assert found.cure_ratio == pytest.approx((10 + 10 + 1) / 50, abs=0.001)


def test_the_cheapest_remedy_of_any_kind_counts() -> None:
    dear = remedy("agent", customer_cost=euro(10), effort=minutes(30))
    cheap = remedy("agent", number=1, kind=RemedyKind.COMPENSATES, customer_cost=euro(0), takes=minutes(0))
    found = figures(dear, cheap)
    assert found.cure_ratio == pytest.approx(0, abs=0.001)


def test_without_a_price_or_a_value_there_is_no_cure_ratio() -> None:
    assert figures(remedy("agent")).cure_ratio is None
    assert figures(remedy("agent", customer_cost=euro(1)), value=None).cure_ratio is None
    assert figures(remedy("agent", customer_cost=euro(1)), value=euro(0)).cure_ratio is None


def test_the_burden_counts_what_each_side_has_to_do() -> None:
    bot = machine("bot", hands_over_to=("agent",), context_passed=False)
    agent = human("agent", rights=may("change", asks=("lead",)), context_passed=True)
    people = service(bot, agent, human("lead"), WAREHOUSE, phone("bot", menu_steps=3, login_needed=True))
    found = figures(remedy("agent"), people=people)
    assert found.burden == (1 + 1 + 3 + 1, 3)
    assert (found.hand_offs, found.re_tells, found.decision_rank) == (2, 1, 2)


def test_a_form_is_one_step_further_from_a_human() -> None:
    form = phone("agent", kind=ChannelKind.FORM)
    assert figures(remedy("agent"), people=service(AGENT, form)).human_distance == 1
    assert figures(remedy("agent")).human_distance == 0
    lone = service(machine("robot"), phone("robot"))
    assert figures(remedy("robot"), people=lone).human_distance is None


def test_a_report_on_another_kind_of_channel_is_a_media_break() -> None:
    shop = Shop()
    shop.flow.nodes[shop.order] = replace(shop.flow.nodes[shop.order], on=("mail",))
    people = service(AGENT, phone("agent"), mail("agent"))
    wrong = shop.mistake(remedy("agent", media_breaks=("letter",)))
    assert shop.verdict(people, wrong).figures.media_breaks == 2
    assert figures(remedy("agent")).media_breaks == 0


def test_the_wait_for_a_human_is_told_for_the_example_hour() -> None:
    assert figures(remedy("agent")).wait_for_human == 3
    nobody = service(human("agent", rights=may("change"), kind=None), phone("agent"))
    assert figures(remedy("agent"), people=nobody).wait_for_human is None


def test_the_kafka_zone_needs_both_cutoffs_and_grows_with_closed_doors() -> None:
    shop = Shop()
    assert figures(remedy("agent")).kafka_zone is None
    assert figures(remedy("agent"), soft=after(minutes(10)), hard=after(minutes(70, 90))).kafka_zone == (
        Interval(60, 80)
    )
    closed = service(AGENT, human("warehouse", hours=OFFICE), phone("agent"))
    wrong = shop.mistake(remedy("agent"), soft=at(shop.trigger))
    zone = shop.verdict(closed, wrong).figures.kafka_zone
    assert zone is not None
    # at best packing begins as soon as the 18 hours are over, at worst the weekend comes first
    assert zone.earliest == 18 * HOUR + 10
    assert zone.latest == 18 * HOUR + 62 * HOUR + 10


def test_what_depends_on_unknown_facts_is_not_told() -> None:
    shop = Shop(takes=None)
    found = shop.verdict(
        service(AGENT, phone("agent")), shop.mistake(remedy("agent"), soft=at(shop.trigger))
    ).figures
    assert found.kafka_zone is None
    assert found.margin is None
    assert found.decision_rank == 1


def test_without_a_limit_the_margin_is_infinite() -> None:
    margin = figures(remedy("agent"), hard=after(minutes(INFINITE))).margin
    assert margin == Interval(INFINITE, INFINITE)


def test_where_both_cutoffs_lie_behind_a_fork_the_zone_is_that_of_the_way_with_both() -> None:
    text = """
journey Order
  step Place order
    takes: 5 min
    mistake Two instead of one
      noticed after: 1 min
      accepted until: Pack
      restorable until: Ship
  choice Is it in stock?
    when no
      end good: Nothing is charged
    otherwise
      step Pack
        takes: 3 to 4 hours
      step Ship
        takes: 1 day
  end good: Received
"""
    project = load_text(text)
    journey = project.service.journeys[0]
    (found,) = judge(project.service, journey, from_journey(journey))
    assert found.figures.kafka_zone == Interval(3 * HOUR, 3 * HOUR)

from __future__ import annotations

from decimal import Decimal

import pytest

from journeyaudit.model.people import ActorKind, ChannelKind
from journeyaudit.model.quantities import ALWAYS, AT_ONCE, Duration, Money, WeeklyHours
from tests.model.reading import cited, clean, read, read_files, rules

SHOP = """
hours Office
  open: Mon-Fri 08:00-18:00
  closed: Wed 12:00-13:00
actor Customer
  kind: customer
actor Service agent [agent]
  kind: human
  department: Service
  authority: 3
  decides within: 5 min
  goodwill: 20 EUR per case, 400 EUR per month
  open: Office
  reachable on: Hotline
  escalates to: Lead
  tools: see, Change
  may change, cancel
    up to: 20 EUR
    needs approval of: Lead
    approval above: 10 EUR
    only if: it has not been packed
actor Lead
  kind: human
  may nothing
channel Hotline
  kind: phone
  run by: us
  open: Office
  answered by: agent
  answers within: 3 min
  costs customer: 0.20 EUR
  customer can reply: yes
  menu steps: 3
  login needed: no
journey J
  customer: Customer
  step A
    by: agent
"""


def test_a_role_knows_what_it_may_and_whom_it_asks() -> None:
    service = clean(SHOP)
    agent = service.actors["service agent"]
    assert (agent.name, agent.kind, agent.department, agent.authority) == (
        "Service agent",
        ActorKind.HUMAN,
        "Service",
        3,
    )
    assert agent.decides_within == Duration(0, 5)
    assert agent.goodwill == (Money(Decimal(20), "EUR", "case"), Money(Decimal(400), "EUR", "month"))
    assert (agent.reachable_on, agent.escalates_to) == (("hotline",), ("lead",))
    assert agent.tools == ("see", "change")
    assert agent.rights is not None
    assert [right.act for right in agent.rights] == ["change", "cancel"]
    right = agent.rights[0]
    assert (right.limit, right.currency, right.approval_of, right.approval_above) == (
        Decimal(20),
        "EUR",
        ("lead",),
        Decimal(10),
    )
    assert right.only_if == "it has not been packed"


def test_saying_nothing_about_rights_differs_from_may_nothing() -> None:
    service = clean(SHOP)
    assert service.actors["customer"].rights is None
    assert service.actors["lead"].rights == ()
    assert service.actors["lead"].tools is None


def test_a_channel_knows_who_answers_when() -> None:
    hotline = clean(SHOP).channels["hotline"]
    assert hotline.kind is ChannelKind.PHONE
    assert hotline.answered_by == ("service agent",)
    assert hotline.answers_within == Duration(0, 3)
    assert (hotline.can_reply, hotline.menu_steps, hotline.login_needed) == (True, 3, False)
    assert (hotline.run_by, hotline.cost) == ("us", Money(Decimal("0.20"), "EUR"))


def test_named_hours_are_looked_up_and_closed_times_taken_out() -> None:
    service = clean(SHOP)
    hours = service.channels["hotline"].hours
    assert hours is not None
    wednesday = 2 * 1440
    assert hours.spans[2:4] == ((wednesday + 480, wednesday + 720), (wednesday + 780, wednesday + 1080))
    assert service.actors["service agent"].hours == hours
    assert service.actors["lead"].hours is None


def test_closed_alone_means_open_otherwise() -> None:
    service = clean("channel Web\n  closed: Mon 00:00-24:00\n")
    assert service.channels["web"].hours == WeeklyHours(((1440, 10080),))


def test_always_is_always_and_unknown_is_unknown() -> None:
    service = clean("channel Web\n  open: always\nchannel Mail\n  open: unknown\n")
    assert service.channels["web"].hours == ALWAYS
    assert service.channels["mail"].hours is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 min", Duration(0, 3)),
        ("1 to 3 min", Duration(1, 3)),
        ("at once", AT_ONCE),
        ("never", Duration(float("inf"), float("inf"))),
        ("2 working days", Duration(0, 2, working=True)),
        ("unknown", Duration(None, None)),
        ("at least 3 min", Duration(3, float("inf"))),
    ],
)
def test_a_single_figure_is_the_most_it_takes_to_answer(written: str, meant: Duration) -> None:
    service = clean(f"channel Web\n  answers within: {written}\n")
    assert service.channels["web"].answers_within == meant


def test_whoever_is_named_as_customer_is_one_unless_the_text_says_otherwise() -> None:
    service = clean("actor A\nactor B\n  kind: outside\njourney J\n  customer: A\njourney K\n  customer: B\n")
    assert service.actors["a"].kind is ActorKind.CUSTOMER
    assert service.actors["b"].kind is ActorKind.OUTSIDE


def test_in_a_sketch_any_name_will_do() -> None:
    service = clean("journey J\n  step A\n    by: Clerk\n    on: Hotline\n")
    assert service.actors["clerk"].kind is None
    assert service.channels["hotline"].kind is None


def test_where_people_are_declared_an_unknown_one_is_a_finding_once() -> None:
    text = "actor Service agent\njourney J\n  step A\n    by: Servce agent\n  step B\n    by: Servce agent\n"
    service, findings = read(text)
    assert rules(findings) == ["unknown-name"]
    assert cited(text, findings[0]) == "Servce agent"
    assert "“Service agent”" in findings[0].help
    assert service.journeys[0].nodes[1].by == ("servce agent",)
    assert "servce agent" in service.actors


def test_a_channel_in_the_place_of_somebody_is_told() -> None:
    _, findings = read("actor A\nchannel Hotline\njourney J\n  step A step\n    by: Hotline\n")
    assert rules(findings) == ["wrong-kind"]
    assert "a channel" in findings[0].title


@pytest.mark.parametrize("word", ["us", "We"])
def test_us_is_the_organisation_and_needs_no_declaration(word: str) -> None:
    service = clean(f"actor A\njourney J\n  step S\n    by: {word}\n")
    assert service.journeys[0].nodes[1].by == ("us",)
    assert service.actors["us"].name == word


def test_unknown_hours_are_a_finding() -> None:
    _, findings = read("hours Office\n  open: always\nchannel A\n  open: Ofice\n")
    assert rules(findings) == ["unknown-name"]
    assert "“Office”" in findings[0].help


def test_hours_that_go_round_in_a_circle_are_unknown() -> None:
    service = clean("hours A\n  open: B\nhours B\n  open: A\nchannel C\n  open: A\n")
    assert service.channels["c"].hours is None


def test_the_same_name_twice_in_a_file_is_a_finding_that_shows_both() -> None:
    text = "actor A\n  kind: human\nactor  a\n  kind: system\n"
    service, findings = read(text)
    assert rules(findings) == ["repeated-name"]
    assert cited(text, findings[0]) == "actor  a"
    assert text[findings[0].labels[0].span.start :].startswith("actor A")
    assert service.actors["a"].kind is ActorKind.HUMAN


def test_an_actor_and_a_channel_may_share_a_name() -> None:
    service = clean("actor Portal\nchannel Portal\n")
    assert (set(service.actors), set(service.channels)) == ({"portal"}, {"portal"})


USER = "journey J\n  step A\n    by: Clerk\n"


def test_a_file_sees_what_it_imports_directly_or_not() -> None:
    files = {"a": USER, "b": "hours H\n  open: always\n", "c": "actor Clerk\n  kind: human\n"}
    service, findings = read_files(files, {"a": ["b"], "b": ["c"]})
    assert findings == ()
    assert list(service.actors) == ["clerk"]


def test_a_file_does_not_see_what_it_does_not_import() -> None:
    service, findings = read_files({"a": USER, "c": "actor Clerk\n  kind: human\n"})
    assert findings == ()
    by = service.journeys[0].nodes[1].by
    assert [service.actors[key].kind for key in by] == [None]
    assert len(service.actors) == 2


def test_the_same_name_in_files_that_do_not_know_each_other_means_two_things() -> None:
    files = {name: f"actor Clerk\n  kind: {kind}\n{USER}" for name, kind in (("a", "human"), ("b", "system"))}
    service, findings = read_files(files)
    assert findings == ()
    kinds = [service.actors[journey.nodes[1].by[0]].kind for journey in service.journeys]
    assert kinds == [ActorKind.HUMAN, ActorKind.SYSTEM]
    assert len({journey.key for journey in service.journeys}) == 2


def test_an_own_name_that_an_import_has_too_is_a_finding_at_the_own_line() -> None:
    files = {"a": f"actor Clerk\n  kind: system\n{USER}", "b": "actor Clerk\n  kind: human\n"}
    service, findings = read_files(files, {"a": ["b"]})
    assert rules(findings) == ["repeated-name"]
    assert (findings[0].span.file, findings[0].labels[0].span.file) == ("a", "b")
    assert service.actors[service.journeys[0].nodes[1].by[0]].kind is ActorKind.SYSTEM


def test_two_imports_that_clash_are_reported_once() -> None:
    files = {"a": USER, "b": "actor Clerk\n", "c": "actor Clerk\n", "d": USER}
    _, findings = read_files(files, {"a": ["b", "c"], "d": ["b", "c"]})
    assert rules(findings) == ["repeated-name"]


def test_a_file_reached_on_two_ways_is_seen_once_and_circles_end() -> None:
    files = {"a": USER, "b": "actor B\n", "c": "actor C\n", "d": "actor Clerk\n"}
    _, findings = read_files(files, {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["a"]})
    assert findings == ()


def test_a_journey_uses_another_and_goes_on_by_its_ends() -> None:
    used = "journey Appeal\n  end good: Granted\n  end bad: Denied\n"
    user = "journey J\n  use Appeal\n    when Granted\n      end good: X\n    otherwise\n      end bad: Y\n"
    service, findings = read_files({"a": user, "b": used}, {"a": ["b"]})
    assert findings == ()
    assert service.journeys[0].nodes[1].calls == service.journeys[1].key


@pytest.mark.parametrize(
    ("written", "meant"), [("use Apeal", "“Appeal”"), ("use Appeal\n    when Grantd", "“Granted”")]
)
def test_an_unknown_journey_or_end_of_it_is_a_finding(written: str, meant: str) -> None:
    _, findings = read(f"journey Appeal\n  end good: Granted\njourney J\n  {written}\n")
    assert rules(findings) == ["unknown-name"]
    assert meant in findings[0].help


def test_findings_come_in_the_order_of_files_and_lines() -> None:
    bad = "actor A\njourney J\n  step S\n    by: X\n  go to Y\n"
    _, findings = read_files({"b": bad, "a": bad})
    assert [(one.span.file, one.subject) for one in findings] == [
        ("b", "X"),
        ("b", "Y"),
        ("a", "X"),
        ("a", "Y"),
    ]


def test_the_act_of_holding_is_one_act_in_both_languages() -> None:
    english = "actor A\n  kind: human\n  may hold\n  tools: hold\n"
    german = (
        "# language: de\nbeteiligte A\n  art: Mensch\n  darf Anhalten, zurückhalten\n  werkzeuge: anhalten\n"
    )
    for text in (english, german):
        actor = clean(text).actors["a"]
        assert {right.act for right in actor.rights or ()} == {"hold"} and actor.tools == ("hold",)
    assert [right.name for right in clean(german).actors["a"].rights or ()] == ["Anhalten", "zurückhalten"]


def test_a_name_with_a_comma_that_lacks_its_quotes_is_one_finding() -> None:
    text = "actor Unit 4, housing\nactor B\njourney J\n  step S\n    by: B, Unit 4, housing\n"
    service, (finding,) = read(text)
    assert finding.rule == "unknown-name" and cited(text, finding) == "Unit 4, housing"
    assert finding.help == 'put it in quotes: "Unit 4, housing"'
    assert service.journeys[0].nodes[1].by == ("b", "unit 4, housing")


def test_opening_hours_that_name_no_hours_are_told_even_if_nobody_uses_them() -> None:
    text = "hours Office\n  open: Nowhere\n"
    assert rules(read(text)[1]) == ["unknown-name"]


def test_an_unknown_name_without_a_likely_one_still_says_what_to_do() -> None:
    text = "actor Customer\njourney J\n  step S\n    by: Xyzzy\n"
    assert read(text)[1][0].help == "correct the name, or describe what it means in a line of its own"

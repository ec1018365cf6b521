from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.finding import Severity
from journeyaudit.project import load_text

LINES = """journey J
journey
actor A [a]
actor A
channel C
hours H
open: H
open: Mon-Fri 08:00-18:00
closed: Sat
kind: human
kind: phone
may nothing
may change, cancel
step A
step
choice A
choice Q
when yes (30 %)
when
otherwise
pick: all
after 3 days
after
in parallel
branch x
branch
repeat until done
repeat
at most: 3 times
wait 2 days
wait
wait for mail
wait for
if later than 2 days
if it fails
go to A
go to P
go to
end good: E
end bad: E
end:
end
phase P
interrupt I
from: A
until: P
until: 3 h
main flow: pauses
use J
use
flow
A -> B -> end good: E
E -> A
A "yes" -> Q
A ->
mistake M
mistake
at: A
made by: us
noticed at: Q
corrects: M
remedy R
within: 2 h after A
leads to: E
by: A, Z
on: C
appeal X
against: A
decided by: a
escalation Up
to: A
notification N
ignore some-rule
story S
mistake: M
happens at: Sat 20:00-20:05
practice U
feedback point F
customer: A
value: 3 EUR
value:
partial
accepted until: M
restorable until: no limit
because: so
import nowhere.journey
import
# language: de
nonsense
<<<<<<< HEAD""".splitlines()

texts = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(LINES)), max_size=30).map(
    lambda lines: "\n".join("  " * depth + line for depth, line in lines)
)


@settings(max_examples=250, deadline=None)
@given(texts)
def test_no_text_raises_and_every_number_names_a_node(text: str) -> None:
    project = load_text("journey J\n" + text)
    assert all(finding.severity is Severity.INPUT for finding in project.findings)
    assert project.findings == load_text("journey J\n" + text).findings
    for journey in project.service.journeys:
        places = range(len(journey.nodes))
        assert [node.number for node in journey.nodes] == list(places)
        assert all(move.source in places and move.target in places for move in journey.moves)
        assert all(mistake.node in places for mistake in journey.mistakes)
        for node in journey.nodes:
            assert node.title
            assert all(key in project.service.actors for key in node.by)
            assert node.match is None or journey.nodes[node.match].match == node.number

"""A finding comes back from plain lists as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.finding import Finding, Label, Measure, Moment, Severity, Story
from journeyaudit.finding.packed import Packing, Unpacking
from journeyaudit.source import Span
from tests.rulebook.examples import examples

TEXTS = st.text(max_size=8)
SPANS = st.builds(
    Span, st.sampled_from(["", "a.journey", "b/ü.journey"]), st.integers(0, 99), st.integers(0, 99)
)
LABELS = st.lists(st.builds(Label, SPANS, TEXTS), max_size=2).map(tuple)
MOMENTS = st.builds(Moment, st.none() | st.integers(0, 20000), TEXTS, SPANS, st.booleans())
STORIES = st.builds(Story, st.lists(MOMENTS, max_size=2).map(tuple), TEXTS)
MEASURES = st.builds(Measure, TEXTS, TEXTS, st.none() | st.integers(0, 9) | st.floats(allow_nan=False))
SOME = st.lists(TEXTS, max_size=2).map(tuple)


def findings(evidence: st.SearchStrategy[tuple[Finding, ...]]) -> st.SearchStrategy[Finding]:
    return st.builds(
        Finding,
        TEXTS,
        st.sampled_from(Severity),
        TEXTS,
        SPANS,
        TEXTS,
        TEXTS,
        TEXTS,
        LABELS,
        LABELS,
        st.none() | STORIES,
        st.lists(MEASURES, max_size=2).map(tuple),
        SOME,
        SOME,
        SOME,
        TEXTS,
        evidence,
    )


FINDINGS = findings(st.lists(findings(st.just(())), max_size=2).map(tuple))


@examples(100)
@given(st.lists(FINDINGS, max_size=3))
def test_findings_survive_json(some: list[Finding]) -> None:
    packing = Packing()
    kept = json.loads(json.dumps([[packing.finding(each) for each in some], packing.files]))
    unpacking = Unpacking(kept[1])
    back = [unpacking.finding(each) for each in kept[0]]
    assert back == some
    assert [(each.span, each.labels, each.story) for each in back] == [
        (each.span, each.labels, each.story) for each in some
    ]


@pytest.mark.parametrize("odd", [[], [1], ["rule"], [["x"] * 16], list(range(16)), ["r", "bad", *range(14)]])
def test_what_was_never_packed_is_refused(odd: list[object]) -> None:
    with pytest.raises((ValueError, TypeError, IndexError)):
        Unpacking(["a"]).finding(odd)

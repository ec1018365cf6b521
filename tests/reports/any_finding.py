"""Findings with any text at all in every field, for tests that nothing can break a format."""

from __future__ import annotations

from hypothesis import strategies as st

from journeyaudit.finding import Finding, Label, Measure, Moment, Severity, Story
from tests.reports import finished

NASTY = st.sampled_from(
    ["", "\n", "\r\n", "%0A::error::", "]]>", "<!--", "</failure>", "\x00", "\x1b[31m", "\u2028", "\ufffe", "\ud800", "{0}", "[a](1)",
     "```", "|", "@all", "😀ü", "\\", "'\"&<>", "</details>"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(NASTY, st.text(max_size=8)), max_size=4).map("".join)
SPANS = st.sampled_from(
    [finished.WIDE.span, finished.OVER_LINES.span, finished.UNREADABLE.span, finished.PLACELESS.span]
)
LABELS = st.lists(st.builds(Label, SPANS, TEXTS), max_size=3).map(tuple)
MOMENTS = st.lists(st.builds(Moment, st.none() | st.integers(0, 20_000), TEXTS), max_size=3).map(tuple)


def any_finding() -> st.SearchStrategy[Finding]:
    def fields(evidence: st.SearchStrategy[tuple[Finding, ...]]) -> st.SearchStrategy[Finding]:
        return st.builds(
            Finding,
            rule=st.from_regex(r"[a-z]+(-[a-z]+)?", fullmatch=True),
            severity=st.sampled_from(Severity),
            title=TEXTS,
            span=SPANS,
            label=TEXTS,
            journey=TEXTS,
            subject=TEXTS,
            labels=LABELS,
            trail=LABELS,
            story=st.none() | st.builds(Story, MOMENTS, TEXTS),
            measures=st.lists(st.builds(Measure, TEXTS, TEXTS, st.none() | st.floats(allow_nan=False)), max_size=2).map(tuple),
            assumptions=st.lists(TEXTS, max_size=2).map(tuple),
            missing=st.lists(TEXTS, max_size=2).map(tuple),
            notes=st.lists(TEXTS, max_size=2).map(tuple),
            help=TEXTS,
            evidence=evidence,
        )  # fmt: skip

    return fields(st.lists(fields(st.just(())), max_size=2).map(tuple))

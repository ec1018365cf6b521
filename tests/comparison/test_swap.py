from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.comparison import Comparison, compare
from journeyaudit.comparison.change import Sign, Trend
from journeyaudit.comparison.findings import Fate
from journeyaudit.comparison.measures import MeasureChange
from tests.comparison.sides import ORDER, quick, side

ROOT = Path(__file__).resolve().parents[2]
FOUNDING = ROOT / "samples" / "founding"
TEXTS = {path: path.read_text("utf-8") for path in sorted(FOUNDING.glob("*.journey"))}
CASES = sorted((ROOT / "samples" / "cases").glob("*.journey"))
OTHER_WAY = {Sign.ADDED: Sign.REMOVED, Sign.REMOVED: Sign.ADDED}
OTHER_TREND = {
    Trend.BETTER: Trend.WORSE,
    Trend.WORSE: Trend.BETTER,
    Trend.NEW: Trend.GONE,
    Trend.GONE: Trend.NEW,
    Trend.KNOWN: Trend.UNKNOWN,
    Trend.UNKNOWN: Trend.KNOWN,
}


def leaves(text: str) -> list[int]:
    """Lines that nothing stands below."""
    lines = text.split("\n")
    found = []
    for at, line in enumerate(lines):
        below = next((each for each in lines[at + 1 :] if each.strip()), "")
        if line.strip() and not line.lstrip().startswith("#") and depth(below) <= depth(line):
            found.append(at)
    return found


def depth(line: str) -> int:
    return len(line) - len(line.lstrip())


LEAVES = [(path, line) for path, text in TEXTS.items() for line in leaves(text)]
IMPLIED = ("by: chance", "durch: Zufall")
"""Shares of the branches say the same."""


def without(text: str, line: int) -> str:
    lines = text.split("\n")
    return "\n".join(lines[:line] + lines[line + 1 :])


def told(comparison: Comparison, *, turned: bool = False) -> list[tuple[int, str, str, str, str]]:
    """The changes without their order, and without their sentences, which name the later side."""
    said = []
    for each in comparison.changes:
        sign = OTHER_WAY.get(each.sign, each.sign) if turned else each.sign
        values = (each.new, each.old) if turned else (each.old, each.new)
        said.append((int(each.weight), each.noun, str(sign), *values))
    return sorted(said)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LEAVES))
def test_every_fact_of_a_sample_that_goes_is_told_and_its_return_is_the_mirror_of_it(
    place: tuple[Path, int],
) -> None:
    path, line = place
    text = TEXTS[path]
    one, _ = quick(text, str(path))
    other, understood = quick(without(text, line), str(path))
    if not understood or text.split("\n")[line].strip() in IMPLIED:
        return
    there, back = compare(one, other), compare(other, one)
    assert not there.says_nothing_changed
    assert told(there) == told(back, turned=True)


@pytest.mark.parametrize("path", [*TEXTS, *CASES], ids=lambda path: path.stem)
def test_nothing_changes_between_a_text_and_itself(path: Path) -> None:
    text = path.read_text("utf-8")
    assert compare(quick(text, str(path))[0], quick(text, str(path))[0]).says_nothing_changed


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(leaves(ORDER)), min_size=1, max_size=4, unique=True))
def test_verdicts_and_measures_turn_around_with_the_sides(lines: list[int]) -> None:
    text = ORDER
    for line in sorted(lines, reverse=True):
        text = without(text, line)
    (one, _), (other, understood) = quick(ORDER, judged=True), quick(text, judged=True)
    if not understood:
        return
    there, back = compare(one, other), compare(other, one)
    assert told(there) == told(back, turned=True)
    trends = sorted((each.name, OTHER_TREND.get(each.trend, each.trend)) for each in there.mistakes)
    assert trends == sorted((each.name, each.trend) for each in back.mistakes)
    turned = {
        (each.name, each.new, each.old, OTHER_TREND.get(each.trend, each.trend)) for each in measures(there)
    }
    assert turned == {(each.name, each.old, each.new, each.trend) for each in measures(back)}


def measures(comparison: Comparison) -> list[MeasureChange]:
    return [measure for mistake in comparison.mistakes for measure in mistake.measures]


def test_what_is_new_one_way_is_fixed_the_other_way() -> None:
    worse = ORDER.replace("  may see\n", "  may nothing\n").replace("  may refund\n    up to: 50 EUR\n", "")
    there, back = compare(side(ORDER), side(worse)), compare(side(worse), side(ORDER))
    fates = {Fate.NEW: Fate.FIXED, Fate.FIXED: Fate.NEW}
    turned = sorted(
        (each.finding.rule, each.finding.subject, fates.get(each.fate, each.fate)) for each in there.findings
    )
    assert turned == sorted((each.finding.rule, each.finding.subject, each.fate) for each in back.findings)

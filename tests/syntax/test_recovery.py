from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.source import SourceText
from journeyaudit.syntax import format_source, parse
from journeyaudit.syntax.parsing import parse_with_outline
from journeyaudit.syntax.vocabulary import block_named
from tests.syntax.samples import GERMAN, SAMPLES
from tests.syntax.written import outline_of, said, without_places

BROKEN_LINES = [
    "takes: 3 to to days",
    "tkaes: 3 min",
    "authority: 5",
    "on: A,, B",
    "cost: 1.000 EUR",
    "point of no return now",
    "by Anna",
    "frustration: lots",
    "self-service: yes",
    "waiting time:",
    "context passed: perhaps",
]


def test_every_one_of_many_broken_lines_is_told_at_its_own_line_and_the_rest_is_there() -> None:
    rows, wrong = ["journey J"], []
    for number, line in enumerate(BROKEN_LINES * 20):
        rows += [f"  step S{number}", "    needs data: x", f"    {line}", "    creates data: y"]
        wrong.append(len(rows) - 1)
    source = SourceText("x", "\n".join(rows))
    tree, findings = parse(source)
    assert [source.line_of(finding.span.start) for finding in findings] == wrong
    steps = [block for block in tree.blocks if block.kind == "step"]
    assert len(steps) == len(wrong) and all(block.broken for block in steps)
    assert {tuple(fact.key for fact in block.facts) for block in steps} == {("needs data", "creates data")}


BROKEN_HEADERS = ["setp A", "step: A", "schritt A", 'step "A" b', "step A [a] b"]


def test_broken_headers_keep_their_block() -> None:
    rows = ["journey J"]
    for line in BROKEN_HEADERS:
        rows += [f"  {line}", "    by: X"]
    source = SourceText("x", "\n".join(rows))
    tree, findings = parse(source)
    assert [source.line_of(finding.span.start) for finding in findings] == [2, 4, 6, 8, 10]
    assert outline_of(tree)[1:] == ["journey/step A"] * 5
    assert all(block.facts for block in tree.blocks[1:])


def lines_left_out(source: SourceText) -> list[str]:
    """The lines with content that are in no part of the tree."""
    tree, _, outline = parse_with_outline(source)
    facts = [fact for block in tree.blocks for fact in block.facts]
    facts += [inner for fact in facts for inner in fact.facts]
    wires = [wire.span for block in tree.blocks for wire in block.wires]
    headers = [block.header for block in tree.blocks]
    held = [*headers, *wires, *(fact.span for fact in facts), *(name.span for name in tree.imports)]
    kept = {source.line_of(at) for span in held for at in range(span.start, span.end)}
    return [source.line(line.written.number) for line in outline.lines if line.written.number not in kept]


def check(text: str) -> None:
    """What must hold for any text at all."""
    source = SourceText("x", text)
    tree, findings = parse(source)
    assert "parser-last-resort" not in {finding.rule for finding in findings}
    assert all(0 <= f.span.start <= f.span.end <= len(text) for f in findings)
    assert [block.number for block in tree.blocks] == list(range(len(tree.blocks)))
    assert all(b.parent is None or b.number in tree.blocks[b.parent].children for b in tree.blocks)
    kinds = {None: "", **{block.number: block.kind for block in tree.blocks}}
    assert all(kinds[block.parent] in block_named(block.kind).inside for block in tree.blocks)
    if not findings:
        assert lines_left_out(source) == []
    result, refused = format_source(source)
    assert refused == findings and (result is None) == bool(findings)
    if result is not None:
        again = SourceText("x", result)
        assert format_source(again)[0] == result
        assert without_places(parse(again)[0]) == without_places(tree)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_flawless(name: str) -> None:
    source = SourceText("x", SAMPLES[name])
    assert said(SAMPLES[name], parse(source)[1]) == []
    check(SAMPLES[name])


_pieces = st.sampled_from(
    [" ", "\n", "  ", "    ", "\t", ":", ",", '"', "„", "->", "#", " # ", "%", "(", ")", "[", "]", "3", "end", "by",
     "step", "days", "unknown", "\u00a0", "ü", "\r", "<<<<<<<", "=======", "@", "-", "because: x", "\n\n", "flow"]
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A sample with some pieces cut out, doubled, swapped or inserted."""
    text = SAMPLES[draw(st.sampled_from(sorted(SAMPLES)))]
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.sampled_from([0, 1, 2, 5, 20, 60])))
        match draw(st.sampled_from(["cut", "insert", "double", "line"])):
            case "cut":
                text = text[:at] + text[end:]
            case "insert":
                text = text[:at] + draw(_pieces) + text[at:]
            case "double":
                text = text[:end] + text[at:end] + text[end:]
            case _:
                lines = text.split("\n")
                one, two = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
                lines[one], lines[two] = lines[two], lines[one]
                text = "\n".join(lines)
    return text


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_mutated_samples_never_raise_and_formatting_keeps_their_meaning(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_never_raises(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(_pieces, st.sampled_from((*SAMPLES.values(), GERMAN)).map(lambda s: s[20:60])), max_size=30
    )
)
def test_pieces_of_the_language_in_any_order_never_raise(pieces: list[str]) -> None:
    check("".join(pieces))

from __future__ import annotations

import unicodedata

import pytest

from journeyaudit.source import SourceText
from journeyaudit.syntax import parse
from journeyaudit.syntax.values import Name
from tests.syntax.written import complaints, helps, outline_of, read, without_places

PLAIN = """\
# a comment
actor Anna
  kind: human

journey Büro [b]
  goal: x   # why not
  step A
    by: Anna
    mistake M
      remedy R
        takes: 3 min
    takes: 1 min
  end good: Over
"""
EXPECTED = [
    "/actor Anna",
    "/journey Büro",
    "journey/step A",
    "step/mistake M",
    "mistake/remedy R",
    "journey/end Over",
]


def test_blocks_stand_in_source_order_with_their_parents() -> None:
    tree = read(PLAIN)
    assert outline_of(tree) == EXPECTED
    assert tree.top == (0, 1)
    assert [block.number for block in tree.blocks] == list(range(len(tree.blocks)))
    assert [block.children for block in tree.blocks] == [(), (2, 5), (3,), (4,), (), ()]


def test_a_fact_may_stand_behind_deeper_blocks() -> None:
    assert [fact.key for fact in read(PLAIN).blocks[2].facts] == ["by", "takes"]


def test_places_are_exact() -> None:
    tree = read(PLAIN)
    journey, step, end = tree.blocks[1], tree.blocks[2], tree.blocks[5]
    assert PLAIN[journey.header.start : journey.header.end] == "journey Büro [b]"
    assert PLAIN[journey.span.start : journey.span.end].endswith("end good: Over")
    assert (
        PLAIN[step.span.start : step.span.end].startswith("step A")
        and "takes: 1 min" in PLAIN[: step.span.end]
    )
    assert end.name and PLAIN[end.name.span.start : end.name.span.end] == "Over"
    goal = journey.facts[0]
    assert PLAIN[goal.span.start : goal.span.end] == "goal: x"
    assert PLAIN[goal.value_span.start : goal.value_span.end] == "x"


def test_headers_give_all_their_parts() -> None:
    blocks = read(
        "import a b.journey\nimport „c.journey“\nactor A\n  may change, refund\n  may nothing\n"
        "journey J [handle-1]\n  choice C, really\n    when yes, or no (30,5 %)\n    otherwise (2 %)\n"
        "  repeat for each item\n  wait 2 days\n  wait for the answer\n    after 3 working days\n"
        "  go to C, really\n  end abandoned: X: y\n"
    )
    assert [name.text for name in blocks.imports] == ["a b.journey", "c.journey"]
    by_kind = {block.kind: block for block in blocks.blocks}
    assert by_kind["journey"].handle == "handle-1"
    assert (by_kind["when"].share, by_kind["otherwise"].share) == (30.5, 2.0)
    assert (by_kind["repeat"].word, by_kind["end"].word) == ("for each", "abandoned")
    assert by_kind["wait"].value != by_kind["after"].value is not None
    names = {kind: block.name.text for kind, block in by_kind.items() if block.name}
    assert names["choice"] == names["go to"] == "C, really"
    assert (names["when"], names["repeat"], names["wait for"]) == ("yes, or no", "item", "the answer")
    assert names["end"] == "X: y"
    assert [[name.text for name in block.rights] for block in blocks.blocks if block.kind == "may"] == [
        ["change", "refund"],
        ["nothing"],
    ]


def test_wiring_gives_its_arrows() -> None:
    tree = read(
        'journey J\n  A -> "B, c" "yes" → end good: C\n  flow\n    Step one "no" -> Wait 12:30 -> end bad: X -> Y\n'
    )
    sketch, flow = tree.blocks[0].wires, tree.blocks[1].wires
    assert [(w.source.text, w.label, w.target.text, w.target_end) for w in sketch] == [
        ("A", "", "B, c", ""),
        ("B, c", "yes", "C", "good"),
    ]
    assert [(w.source_end, w.source.text, w.target.text) for w in flow] == [
        ("", "Step one", "Wait 12:30"),
        ("", "Wait 12:30", "X"),
        ("bad", "X", "Y"),
    ]


def test_cut_offs_own_their_reason() -> None:
    tree = read(
        "journey J\n  step S\n    accepted until: S\n      because: it is printed\n    restorable until: no limit\n"
    )
    soft, hard = tree.blocks[1].facts
    assert [fact.key for fact in soft.facts] == ["because"] and hard.facts == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("    ", "\t\t").replace("  ", "\t"),
        lambda text: text.replace("  ", "\u00a0\u00a0"),
        lambda text: text.replace("  ", "     "),
        lambda text: text.replace("\n", "   \n"),
        lambda text: text.replace("\n", "\n\n   \n"),
        lambda text: text.replace("\n", "\n# comment in between\n"),
        lambda text: text.replace("by: ", "by:").replace("goal: ", "goal :   "),
        lambda text: text.replace("step A", "STEP    A"),
    ],
)
def test_the_same_outline_written_differently_is_the_same_tree(change: object) -> None:
    assert callable(change)
    assert without_places(read(change(PLAIN))) == without_places(read(PLAIN))


def test_decomposed_umlauts_are_the_same_words() -> None:
    text = "# language: de\nbeteiligte A\n  geöffnet: immer\n  erreichbar über: B\nvorgang V\n  stand: Ist\n"
    assert without_places(read(unicodedata.normalize("NFD", text))) == without_places(read(text))


def test_a_line_too_deep_is_told_once_and_belongs_beside_the_line_above() -> None:
    text = "journey J\n  step A\n    by: X\n        takes: 3 min\n        cost: 3 EUR\n    on: W\n"
    tree, _ = parse(SourceText("x", text))
    assert complaints(text) == [
        "4 indentation: this line stands too far to the right: nothing can belong to “by: X”"
    ]
    assert [fact.key for fact in tree.blocks[1].facts] == ["by", "takes", "cost", "on"]


def test_a_block_too_deep_keeps_what_stands_below_it() -> None:
    text = "journey J\n  step A\n    by: X\n        mistake M\n          made by: X\n    takes: 3 min\n"
    tree, findings = parse(SourceText("x", text))
    assert len(findings) == 1
    assert outline_of(tree)[1:] == ["journey/step A", "step/mistake M"]
    assert tree.blocks[2].facts[0].key == "made by"


def test_a_line_between_two_levels_goes_where_it_may_stand() -> None:
    text = "journey J\n    step A\n        by: X\n      takes: 3 min\n      on: Y\n    step B\n"
    tree, _ = parse(SourceText("x", text))
    assert complaints(text) == [
        "4 indentation: this line stands between two levels: 6 blanks, the lines above have 4 and 8"
    ]
    assert helps(text) == ["give it 4 blanks or 8 blanks"]
    assert [fact.key for fact in tree.blocks[1].facts] == ["by", "takes", "on"]
    assert outline_of(tree)[2] == "journey/step B"


def test_an_indented_first_line_is_told() -> None:
    text = "  journey J\n    step A\n  actor B\n"
    assert complaints(text) == ["1 indentation: the first line does not begin at the left margin"]
    assert outline_of(parse(SourceText("x", text))[0]) == ["/journey J", "journey/step A", "/actor B"]


def test_what_does_not_describe_a_cut_off_belongs_to_its_block() -> None:
    text = (
        "journey J\n  step S\n    accepted until: S\n      because: x\n      takes: 3 min\n      mistake M\n"
    )
    tree, findings = parse(SourceText("x", text))
    assert {finding.rule for finding in findings} == {"indentation"}
    assert [fact.key for fact in tree.blocks[1].facts] == ["accepted until", "takes"]
    assert outline_of(tree)[2] == "step/mistake M"


def test_tabs_and_blanks_mixed_are_told_once_and_a_tab_counts_two() -> None:
    text = "journey J\n  step A\n\t\tby: X\n\t\ttakes: 3 min\n  step B\n"
    tree, _ = parse(SourceText("x", text))
    assert complaints(text) == ["3 indentation: some lines are indented with tabs, others with blanks"]
    assert [fact.key for fact in tree.blocks[1].facts] == ["by", "takes"]


def test_a_text_may_contain_what_looks_like_facts() -> None:
    tree = read("journey J\n  note:\n    step: by step\n    by: hand\n  goal: x\n")
    assert [fact.key for fact in tree.blocks[0].facts] == ["note", "goal"]


def test_what_stands_below_a_misspelt_header_is_kept() -> None:
    text = "journey J\n  setp A [a]\n    by: X\n    mistake M\n  go to A\n"
    tree, findings = parse(SourceText("x", text))
    assert len(findings) == 1
    assert outline_of(tree) == ["/journey J", "journey/step A", "step/mistake M", "journey/go to A"]
    assert tree.blocks[1].handle == "a" and tree.blocks[1].facts[0].key == "by"
    assert tree.blocks[0].broken


def test_blocks_below_an_unknown_line_are_kept() -> None:
    text = "journey J\n  xyzzy\n    step A\n      by: X\n  step B\n"
    tree, findings = parse(SourceText("x", text))
    assert len(findings) == 1
    assert outline_of(tree) == ["/journey J", "journey/step A", "journey/step B"]


def test_the_language_may_be_named_behind_other_comments_but_not_behind_content() -> None:
    assert read("# Vorspann\n\n# Sprache: Deutsch\nvorgang V\n").language == "de"
    assert parse(SourceText("x", "journey J\n# language: de\n"))[0].language == "en"


def test_three_thousand_levels_are_no_problem() -> None:
    rows = ["journey J"]
    for depth in range(1500):
        rows += [" " * (2 * depth + 1) + "choice C", " " * (2 * depth + 2) + "when yes"]
    tree = read("\n".join(rows))
    assert len(tree.blocks) == 3001 and tree.blocks[-1].parent == 2999


def test_three_thousand_levels_of_nonsense_are_no_problem() -> None:
    text = "\n".join(" " * depth + ("remedy R" if depth % 3 else "xyzzy") for depth in range(3000))
    tree, findings = parse(SourceText("x", text))
    assert len(findings) == 1000 and tree.blocks == ()


def test_ten_thousand_lines_are_no_problem() -> None:
    block = "  step S{0}\n    by: A\n    takes: 1 to 3 days\n    mistake M\n      noticed after: 3 min\n"
    tree = read("journey J\n" + "".join(block.format(number) for number in range(2000)))
    assert len(tree.blocks) == 4001 and isinstance(tree.blocks[1].name, Name)

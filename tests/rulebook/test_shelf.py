"""Pages become rules, whatever is wrong with a page is said, and prepared rules are those that were read."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.finding import Finding, Severity
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.project.load import load
from journeyaudit.rulebook import prepared, shelf
from journeyaudit.rulebook.blocks import sentences_of
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import Look, compile_rule, dictionary
from journeyaudit.rulebook.pages import read_page
from journeyaudit.rulebook.shelf import Shelf, ShelvedRule, rules_of
from journeyaudit.source import SourceText
from journeyaudit.source.shipped import shipped
from journeyaudit.syntax.rules import parse_rule, tree
from journeyaudit.syntax.rules.stored import PARTS, PLACES, StoredRule, lines_of
from journeyaudit.syntax.rules.tree import Rule
from journeyaudit.verdicts.judge import judge
from tests.rulebook.examples import examples
from tests.rulebook.language.making import TODAY

PAGES = sorted(shipped("rules").glob("*/*.md"))
RULE = """\
severity: warning
profile: strict
explains: dead-end, loose-end
not ignorable
setting most: 3 min
for each wait
  where the wait is a customer wait
the wait must not be endless
say: {wait} is endless
"""
RULE = RULE.replace("  where the wait is a customer wait\n", "")


def page(
    rule: str = RULE, before: str = "# Slow\nIs it slow?\n\n", after: str = "\n## Sources\nNone.\n"
) -> str:
    return f"{before}```rule\n{rule}```\n{after}"


def own(folder: Path, **pages: str) -> Shelf:
    """``pack__rule_id`` are pages in packs, ``rule_id`` those beside them."""
    for name, text in pages.items():
        path = folder.joinpath(*name.replace("_", "-").replace("--", "/").split("/")).with_suffix(".md")
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text.encode())
    return rules_of((str(folder),))


def added(found: Shelf) -> list[ShelvedRule]:
    return [rule for rule in found.rules if not rule.source.path.startswith(str(shipped("rules")))]


def wrong(found: Shelf) -> list[Finding]:
    return [each for each in found.findings if not each.span.file.startswith(str(shipped("rules")))]


# ---- the shelf ------------------------------------------------------------------------------------------


def test_every_shipped_page_with_sentences_is_a_rule_and_nothing_is_wrong_with_any() -> None:
    found = rules_of()
    assert found.findings == ()
    assert found.sources == {}
    pages = [SourceText(str(path), path.read_text("utf-8")) for path in PAGES]
    blocks = {
        (read.pack, read.id, read.start, read.end)
        for read, _ in map(read_page, pages)
        if read.end > read.start
    }
    assert {(rule.pack, rule.id, rule.start, rule.end) for rule in found.rules} == blocks
    assert [(rule.pack, rule.id) for rule in found.rules] == sorted(
        (rule.pack, rule.id) for rule in found.rules
    )


def test_a_rule_of_ones_own_says_what_it_is(tmp_path: Path) -> None:
    found = own(tmp_path, billing__slow_refund=page(), plain=page(RULE.replace("profile: strict\n", "")))
    assert wrong(found) == []
    by_id = {rule.id: rule for rule in added(found)}
    slow = by_id["slow-refund"]
    assert (slow.pack, slow.profile, slow.explains) == ("billing", "strict", ("dead-end", "loose-end"))
    assert (slow.ignorable, slow.first_kind) == (False, "wait")
    assert slow.settings["most"].value == 3
    assert slow.source.plain[slow.start : slow.end] == RULE
    assert (by_id["plain"].pack, by_id["plain"].profile) == (tmp_path.name, "service")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (page(RULE.replace("warning", "wrning")), "there is no severity “wrning”"),
        (page(RULE.replace("endless\nsay", "purple\nsay")), "there is no word “purple”"),
        ("# Slow\nIs it?\n", "the page has no sentences"),
        (page(""), "the page has no sentences"),
    ],
)
def test_a_page_that_cannot_be_used_is_left_out_and_said(tmp_path: Path, text: str, title: str) -> None:
    found = own(tmp_path, billing__slow=text)
    assert added(found) == []
    assert title in " ".join(finding.title for finding in wrong(found))
    for finding in wrong(found):
        assert finding.severity is Severity.INPUT
        assert finding.span.end <= len(found.sources[finding.span.file].plain)


def test_two_rules_with_one_name_are_said_at_both_and_the_first_one_stays(tmp_path: Path) -> None:
    found = own(tmp_path, billing__slow=page(), ordering__slow=page())
    assert [(rule.pack, rule.id) for rule in added(found)] == [("billing", "slow")]
    assert [finding.title for finding in wrong(found)] == ["there are two rules called “slow”"] * 2
    assert {Path(finding.span.file).parent.name for finding in wrong(found)} == {"billing", "ordering"}
    assert {finding.span.file for finding in wrong(found)} <= set(found.sources)


def test_what_is_no_page_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    found = own(tmp_path, README="# About", billing__readme="# About", billing__deeper__readme="# About")
    assert (added(found), len(wrong(found))) == ([], 1)
    assert found.findings[0].title == f"there is no rule in “{tmp_path}”"
    found = own(tmp_path, billing__slow=page())
    assert (added(found), wrong(found)) == ([each for each in found.rules if each.id == "slow"], [])


def test_a_rule_too_deep_to_be_used_is_said_and_notes_down_there_are_not(tmp_path: Path) -> None:
    deep = tmp_path / "team" / "billing"
    deep.mkdir(parents=True)
    (deep / "slow.md").write_text(page())
    (deep / "notes.md").write_text("# Notes\n")
    (deep / "picture.md").write_bytes(b"\xff")
    found = rules_of((str(tmp_path),))
    assert "slow" not in {rule.id for rule in found.rules}
    [problem] = found.findings
    assert problem.title.startswith("this rule is not used")
    assert problem.severity is Severity.INPUT
    assert problem.span.file == str(deep / "slow.md")
    assert problem.help == f"move it to {tmp_path / 'billing' / 'slow.md'}"


def test_folders_and_files_that_cannot_be_read_are_findings(tmp_path: Path) -> None:
    (tmp_path / "not-utf.md").write_bytes(b"\xff\xfe")
    (tmp_path / "folder.md" / "x").mkdir(parents=True)
    (tmp_path / "Bad Name.md").write_text(page(), "utf-8")
    found = rules_of((str(tmp_path), str(tmp_path / "missing")))
    assert added(found) == []
    assert sorted(finding.title.rpartition("”")[2] for finding in wrong(found)) == sorted(
        [" is not written in UTF-8", " is no name for a rule", " cannot be read: No such file or directory"]
    )


# ---- where the sentences stand --------------------------------------------------------------------------


def block_in(text: str) -> str:
    source = SourceText("pack/slow.md", text)
    start, end = sentences_of(source)
    read, _ = read_page(source)
    assert (start, end) == (read.start, read.end)
    return source.plain[start:end]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_sentences_of_every_page_are_found_where_markdown_has_them(path: Path) -> None:
    block_in(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page().replace("\n", "\r\n"),
        page().replace("```rule", "~~~ rule").replace("```\n", "~~~\n"),
        page().replace("```", "`````"),
        page().replace("```rule", "  ```rule"),
        page().replace("```rule", "```rule  "),
        page(before="- item\n\n  ```text\n"),
        page(before="<div>\n"),
        page(before="<!--\n\n"),
        page(before="> quoted\n"),
        page(before="```text\n"),
        page(before="```text\n```\n"),
        page().replace("\n```\n", "\n"),
        "```rule\nseverity: error\n```",
        "",
    ],
)
def test_odd_blocks_are_found_where_markdown_has_them(text: str) -> None:
    block_in(text)


PIECES = st.sampled_from(
    ["```rule\n", "```\n", "````\n", "~~~rule\n", "~~~\n", "``` rule \n", "severity: error\n", "  ```rule\n", "    ```rule\n",
     "- item\n", "  - deeper\n", "1. one\n", "> quote\n", "> ```rule\n", "- ```rule\n", "<div>\n", "<!--\n", "-->\n", "\n", "\n\n",
     "# Title\n", "text\n", "===\n", "---\n", "[a]: /b\n", "[a]: /b 'title\n", "\t```rule\n", "\r\n", "\r", "`", "\u00a0", "   ```\n",
     "```rule\r\n", "```\r\n", "\\", "```rule", "\x0b", "\x0c", "\x00", "\u2028"]
)  # fmt: skip


@examples(400)
@given(st.lists(PIECES, max_size=14))
def test_blocks_in_odd_markdown_are_found_where_markdown_has_them(pieces: list[str]) -> None:
    block_in("".join(pieces))


# ---- prepared rules -------------------------------------------------------------------------------------


def test_the_prepared_rules_are_fresh() -> None:
    lines = []
    for rule in rules_of().rules:
        sentences = rule.source.plain[rule.start : rule.end]
        written, complaints = parse_rule(rule.source, dictionary.words(), rule.start, rule.end)
        assert complaints == ()
        lines.append((rule.pack, rule.id, sentences, written))
    expected = prepared.as_lines(lines)
    file = shipped("grammar") / "tables" / prepared.FILE
    if os.environ.get("JOURNEYAUDIT_ACCEPT") == "1":
        file.write_text(expected, "utf-8", newline="\n")
    assert file.is_file() and file.read_text("utf-8") == expected, (
        "rules or words were changed; run: JOURNEYAUDIT_ACCEPT=1 pytest tests/rulebook/test_shelf.py"
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_stored_rule_is_the_rule_that_was_written(path: Path) -> None:
    source = SourceText(str(path), path.read_text("utf-8"))
    start, end = sentences_of(source)
    written, _ = parse_rule(source, dictionary.words(), start, end)
    back = StoredRule(lines_of(written), written.demanding)
    assert Rule(**{name: getattr(back, name) for names in PARTS for name in names}) == written
    assert back.demanding == bool(back.requirements)
    assert not hasattr(back, "colour")


def test_the_records_that_must_have_a_place_get_one() -> None:
    found = {}
    for name in tree.__all__:
        if is_dataclass(made := getattr(tree, name)):
            for at, field in enumerate(fields(made)):
                if not field.compare and field.default is MISSING:
                    found[name] = at
    assert found.pop("Word") == 1
    assert found == PLACES


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    project = load([str(shipped("samples"))])
    made = []
    for journey in project.service.journeys:
        graph = from_journey(journey)
        made.append(Case(project.service, journey, graph, judge(project.service, journey, graph)))
    return made


def test_a_rule_from_the_shelf_says_what_its_page_says(cases: list[Case], tmp_path: Path) -> None:
    """Prepared or not, and although it passes by what it need not look at."""
    for rule in rules_of().rules[::5]:
        sentences = rule.source.plain[rule.start : rule.end]
        (tmp_path / f"{rule.id}-again.md").write_text(page(sentences), "utf-8")
    found = rules_of((str(tmp_path),))
    assert wrong(found) == []
    compiled = [
        compile_rule(rule.source, rule.id, rule.pack, rule.start, rule.end)[0] for rule in found.rules
    ]
    for case in cases[::3]:
        look, other = Look(case, TODAY), Look(case, TODAY)
        for rule, twin in zip(found.rules, compiled, strict=True):
            assert twin is not None
            assert rule.evaluate(case, None, look) == twin.evaluate(case, None, other), rule.id


def test_what_a_rule_says_about_itself_is_prepared_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def said(rule: ShelvedRule) -> object:
        return rule.profile, rule.explains, rule.ignorable, rule.first_kind, rule.settings

    quick = rules_of().rules
    monkeypatch.setattr(shelf, "prepared", lambda: prepared.PreparedRules({}))
    afresh = rules_of().rules
    assert [rule.id for rule in quick] == [rule.id for rule in afresh]
    assert [said(rule) for rule in quick] == [said(rule) for rule in afresh]


@pytest.mark.parametrize("content", ["", "1", "x\n", "{}\n[]\n", "0\n[]\n[]\n"])
def test_prepared_rules_that_cannot_be_read_are_as_good_as_none(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "rules.lark").write_bytes((shipped("grammar") / "rules.lark").read_bytes())
    monkeypatch.setattr(prepared, "shipped", lambda _: tmp_path)
    assert prepared.prepared().rules == {}
    made_from = (shipped("grammar") / "tables" / prepared.FILE).read_text("utf-8").partition("\n")[0]
    (tmp_path / "tables" / prepared.FILE).write_text(content.replace("0", made_from), "utf-8")
    assert prepared.prepared().rules == {}


def test_rules_prepared_with_other_words_or_another_grammar_are_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepared.prepared().rules
    with monkeypatch.context() as patched:
        patched.setattr(dictionary, "ADJECTIVES", dictionary.ADJECTIVES[:-1])
        assert prepared.prepared().rules == {}
    (tmp_path / "tables").symlink_to(shipped("grammar") / "tables")
    (tmp_path / "rules.lark").write_text("another", "utf-8")
    monkeypatch.setattr(prepared, "shipped", lambda _: tmp_path)
    assert prepared.prepared().rules == {}


def test_a_rule_whose_sentences_were_changed_is_read_afresh() -> None:
    made = prepared.prepared()
    (pack, rule_id), _ = next(iter(made.rules.items()))
    rule = next(rule for rule in rules_of().rules if (rule.pack, rule.id) == (pack, rule_id))
    sentences = rule.source.plain[rule.start : rule.end]
    assert made.find(pack, rule_id, sentences) is not None
    assert made.find(pack, rule_id, sentences + "# and\n") is None
    assert made.find(pack, "another", sentences) is None


def test_prepared_rules_are_taken_without_reading_sentences_or_markdown() -> None:
    code = (
        "import sys; from journeyaudit.rulebook.shelf import rules_of\n"
        "for rule in rules_of().rules: rule.compiled\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint(
        (
            "lark",
            "markdown_it",
            "networkx",
            "journeyaudit.rulebook.pages",
            "journeyaudit.syntax.rules.parsing",
        )
    )

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from journeyaudit.reports.columns import width_of
from journeyaudit.reports.page_text import Exhibit, bare, page_text
from journeyaudit.reports.rule_docs import index_page, pack_page, rule_page
from journeyaudit.reports.rule_entries import RuleEntry, chosen
from journeyaudit.reports.rule_list import rule_list
from journeyaudit.reports.style import COLOURED
from journeyaudit.rulebook.pages import RulePage, Section
from journeyaudit.source import SourceText

QUESTION = "Does somebody who may help hear of it, in time and in full, whatever the hour of the week may be?"


def page(rule_id: str = "too-late", pack: str = "time", question: str = QUESTION) -> RulePage:
    sections = (Section("Why it hurts", 9, "It *does*."), Section("Trouble", 12, ""))
    return RulePage(rule_id, pack, rule_id.capitalize(), question, 0, 0, sections, ())


def entry(rule_id: str = "too-late", pack: str = "time", **more: Any) -> RuleEntry:
    usual: dict[str, Any] = dict.fromkeys((each.name for each in fields(RuleEntry)), ())
    usual |= {"severities": ("warning", "error"), "profile": "kafka", "ignorable": True, "applies_to": ""}
    usual |= {
        "settings": {},
        "shipped": True,
        "file": f"/rules/{pack}/{rule_id}.md",
        "page": page(rule_id, pack),
    }
    return RuleEntry(**(usual | {"id": rule_id, "pack": pack} | more))


def test_the_worst_severity_counts() -> None:
    assert entry().severity == "error"
    assert entry(severities=("info", "warning")).severity == "warning"


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_questions_are_wrapped_beside_the_names_or_below_them(width: int) -> None:
    text = rule_list([entry(), entry("hours-unsaid")], width=width)
    assert all(width_of(line) <= width for line in text.splitlines())
    assert " ".join(QUESTION.split()) in " ".join(text.split()) or width < 80
    assert text.endswith("2 rules in 1 pack: 2 errors\n")


def test_no_rule_at_all_is_said() -> None:
    assert rule_list([]) == "0 rules in 0 packs\n"


def test_packs_and_profiles_choose() -> None:
    every = [entry("a", "x", profile="start"), entry("b", "x", profile="strict"), entry("c", "y")]
    assert [each.id for each in chosen(every)] == ["a", "b", "c"]
    assert [each.id for each in chosen(every, ("x",))] == ["a", "b"]
    assert [each.id for each in chosen(every, (), "kafka")] == ["a", "c"]


def test_a_page_tells_what_its_sentences_say_about_themselves_in_words() -> None:
    sentences = (
        'severity: warning when the verdict of the mistake is "luck"\nseverity: error\nprofile: kafka\n'
        "explains: dead-end\nnot ignorable\nfor each mistake\n  where it is ours\n"
    )
    about = entry(
        explains=("dead-end",),
        ignorable=False,
        applies_to="as-is",
        settings={"limit": "2 h"},
        because=("us",),
    )
    text = page_text(page(), sentences, about, (), width=200)
    assert text == (
        "Too-late\ntime/too-late\nwarning or error; counts from the profile “kafka” on\n"
        "only for journeys with `status: as-is`\n"
        "shown as evidence below `dead-end` where that is found, too\n`ignore too-late` is not accepted\n"
        "setting “limit”: 2 h, unless configured otherwise\nbecause: us\n\n"
        f"{QUESTION}\n\nThe rule\n"
        '  severity: warning when the verdict of the mistake is "luck"\n  severity: error\n'
        "  for each mistake\n    where it is ours\n\nWhy it hurts\n  It does.\n"
    )


def test_a_page_may_be_coloured_and_narrow() -> None:
    exhibit = Exhibit("Repaired", SourceText("repaired.journey", "journey A\n  step B\n"), (), 2)
    text = page_text(page(), "for each mistake", entry(), [exhibit], width=40, style=COLOURED)
    assert "\x1b[1mRepaired\x1b[0m (the first of 3 examples)\n  journey A\n    step B\n" in text
    assert text.endswith("The rule finds nothing there.\n")


def test_an_example_is_shown_without_notes_for_the_test() -> None:
    assert bare("step A   # expect: a, b\n  by: B  # asks for: kind\n# mine\n") == "step A\n  by: B\n# mine\n"


def test_generated_pages_keep_their_tables_whole() -> None:
    odd = entry(page=page(question="Is it a | b?"), file="/rules/my pack/too-late.md")
    assert "| [too-late](time/too-late.md) | warning or error | kafka | Is it a \\| b? |" in index_page([odd])
    written = rule_page(odd, "# Too late\nIs it?\n\n```rule\n```\n", "", "/docs/rules")
    assert "of [this file](../../../rules/my%20pack/too-late.md)." in written
    text = pack_page("time", [odd], {"too-late": "for each end\n"}, {"too-late": "[x] is | y"})
    assert "| ![(x) is \\| y](pictures/too-late-trouble.svg) | ![The same, put right]" in text
    assert "```rule\nfor each end\n```\n" in text
    assert "![" not in pack_page("time", [odd], {"too-late": ""}, {})

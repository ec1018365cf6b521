from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit import check_text
from journeyaudit.cli.group import journeyaudit
from journeyaudit.finding import Finding, Severity
from journeyaudit.project.load import load, load_text
from journeyaudit.project.markdown import blocks, journeys_in
from journeyaudit.project.markdown_layout import format_markdown
from journeyaudit.source import SourceText

PEOPLE = "actor Clerk\n  kind: human\n"
JOURNEY = "journey J\n  step A\n    by: Clerk\n  end good: B\n"
PAGE = f'# Page\n\n```journey\n{PEOPLE}```\n\nWords: `a`.\n\n```journey title="J"\n{JOURNEY}```\n'


def source(text: str) -> SourceText:
    return SourceText("page.md", text)


def read_lines(text: str) -> list[str]:
    """What is read of a page, line by line, without what stands before it."""
    reading, _ = journeys_in(source(text))
    return [reading.plain[start:end] for start, end in reading.stretches or ()]


def problems(text: str, path: str = "page.md") -> list[Finding]:
    return [each for each in check_text(text, path)[0].findings if each.severity is Severity.INPUT]


def before_all(text: str, prefix: str, first: str = "") -> str:
    lines = text.splitlines()
    return "".join(
        f"{(first or prefix) if not number else prefix}{line}\n" for number, line in enumerate(lines)
    )


FENCED = f"```journey\n{JOURNEY}```\n"


@pytest.mark.parametrize(
    "text",
    [
        FENCED,
        FENCED.replace("```", "~~~"),
        FENCED.replace("```", "``````"),
        FENCED.replace("```journey", "```journey title=x {.wide}"),
        FENCED.replace("```journey", "```   Journey   "),
        FENCED.replace("\n", "\r\n"),
        before_all(FENCED, "> "),
        before_all(FENCED, "  ", "- "),
        before_all(FENCED, "    ", "10. "),
        before_all(FENCED, "\t", "1.\t"),
        before_all(FENCED, ">   ", "> * "),
        before_all(FENCED, "   "),
        "> a\n" + before_all(FENCED, "> > "),
        f"- a\n- b\n\n{before_all(FENCED, '  ')}",
    ],
)
def test_a_block_is_found_wherever_markdown_has_it(text: str) -> None:
    assert read_lines(text) == JOURNEY.splitlines()
    assert problems(f"```journey\n{PEOPLE}```\n\n{text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Some words\n",
        "```\njourney J\n```\n",
        "```journey-example\njourney J\n```\n",
        "```journeys\njourney J\n```\n",
        "```journey ignore\njourney J\n```\n",
        "```text journey\njourney J\n```\n",
        "    ```journey\n    journey J\n    ```\n",
        "````\n```journey\njourney J\n```\n````\n",
        "<pre>\n```journey\njourney J\n```\n</pre>\n",
        "`` ```journey ``\n",
        "",
    ],
)
def test_what_is_no_such_block_is_not_read(text: str) -> None:
    assert read_lines(text) == []
    assert [each.rule for each in problems(text)] == ["nothing-to-check"]


def test_all_blocks_of_a_page_are_one_text() -> None:
    outcome, _ = check_text(PAGE, "page.md")
    assert [each.journey.name for each in outcome.journeys] == ["J"]
    assert problems(PAGE) == []
    others = PAGE.replace("actor Clerk", "actor Somebody else")
    assert [each.title for each in problems(others)] == ["nothing is called “Clerk” here"]


def test_a_block_may_go_on_where_the_one_before_stopped() -> None:
    text = "```journey\njourney J\n  step A\n```\n\nThen:\n\n```journey\n  step B\n  end good: C\n```\n"
    outcome, _ = check_text(text, "page.md")
    assert [node.name for node in outcome.journeys[0].journey.nodes][-3:] == ["A", "B", "C"]


def test_a_page_in_german_says_so_once() -> None:
    text = (
        "```journey\n# language: de\nakteur Amt\n```\n\n```journey\nreise J\n  schritt A\n    von: Amt\n```\n"
    )
    named = {each.subject for each in check_text(text, "page.md")[0].findings if each.rule == "unknown-word"}
    assert "schritt" not in named


@pytest.mark.parametrize("prefix", ["", "> ", ">> ", "   "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_problem_is_told_at_its_place_in_the_page(prefix: str, end: str) -> None:
    block = before_all(FENCED.replace("Clerk", "Clrk"), prefix)
    text = f"# ß 😀\n\n```journey\n{PEOPLE}```\n\n{block}".replace("\n", end)
    (problem,) = problems(text)
    assert text[problem.span.start : problem.span.end] == "Clrk"
    _, sources = check_text(text, "page.md")
    assert sources["page.md"].line_of(problem.span.start) == 11
    assert sources["page.md"].column_of(problem.span.start) == len(prefix) + 9


def test_a_block_that_is_never_closed_is_told_once_and_the_others_are_read() -> None:
    text = (
        f"```journey\n{PEOPLE}{JOURNEY}```\n\n> ```journey\n> journey K\n\nwords\n\n~~~journey\njourney L\n"
    )
    found = problems(text)
    assert [each.rule for each in found] == ["unclosed-block"] * 2
    assert [text[each.span.start : each.span.end] for each in found] == ["> ```journey", "~~~journey"]
    assert [each.journey.name for each in check_text(text, "page.md")[0].journeys] == ["J"]


def test_tabs_and_blanks_mixed_are_told_only_of_what_is_read() -> None:
    fine = f"\tcode\n\n- a\n\n{before_all(FENCED, '  ')}\n```journey\n{PEOPLE}```\n"
    assert problems(fine) == []
    tabs = "```journey\nactor A\n\tkind: human\n```\n\n1.\t```journey\n\tactor B\n\t\tkind: human\n\t```\n"
    assert "indentation" not in [each.rule for each in problems(tabs)]
    mixed = tabs + "\n```journey\nactor C\n  kind: human\n```\n"
    (told,) = [each for each in problems(mixed) if each.rule == "indentation"]
    assert mixed[told.span.start :].startswith("\tkind: human")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


Run = Callable[..., Result]


@pytest.fixture
def run(here: Path) -> Run:
    return lambda *words: CliRunner().invoke(journeyaudit, list(words))


def test_below_a_folder_only_the_pages_that_are_configured_are_looked_at(here: Path) -> None:
    for name in ("README.md", "docs/a.md", "docs/b.markdown", "docs/none.md", "a.journey"):
        path = here / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            PEOPLE + JOURNEY if name == "a.journey" else "words" if "none" in name else PAGE, "utf-8"
        )
    assert load(["."]).reported == ("a.journey",)
    assert load(["README.md"]).reported == ("README.md",)
    some = load(["."], markdown=((str(here), "docs/"),))
    assert some.reported == ("a.journey", "docs/a.md", "docs/b.markdown")
    assert some.findings == ()


def test_the_configuration_names_pages_by_pattern(here: Path, run: Run) -> None:
    (here / "wiki").mkdir()
    (here / "wiki" / "a.md").write_text(PAGE, "utf-8")
    assert run("check").exit_code == 2
    (here / "journeyaudit.toml").write_text('markdown = ["wiki/"]\n', "utf-8")
    assert "1 file (1 journey)" in run("check").stdout
    assert run("check", "--show-files").stdout == "wiki/a.md\n"


def test_pages_can_be_imported_told_and_drawn(here: Path, run: Run) -> None:
    (here / "people.md").write_text(f"```journey\n{PEOPLE}```\n", "utf-8")
    (here / "a.md").write_text(f"```journey\nimport people.md\n{JOURNEY}```\n", "utf-8")
    assert load(["a.md"]).findings == ()
    assert "A. Clerk does this." in run("tell", "a.md").stdout
    assert ">Clerk<" in run("render", "a.md").stdout


def test_fmt_leaves_pages_alone_unless_asked(here: Path, run: Run) -> None:
    page = PAGE.replace("  step A\n    by", "     step A\n          by").replace("  end", "     end")
    data = b"\xef\xbb\xbf" + page.replace("\n", "\r\n").encode()
    (here / "a.md").write_bytes(data)
    alone = run("fmt", "a.md")
    assert (alone.exit_code, (here / "a.md").read_bytes()) == (0, data)
    assert "1 Markdown file left alone (--markdown)" in alone.stderr
    assert run("fmt", "--markdown", "--check", "a.md").exit_code == 1
    assert run("fmt", "--markdown", "a.md").exit_code == 0
    assert (here / "a.md").read_bytes() == b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode()


def test_fmt_touches_nothing_but_the_lines_of_blocks() -> None:
    text = "\n\n#  A  \n- b\n  ~~~ journey\n  journey J\n\n\n       step  A\n  ~~~\n>  ```journey\n> journey K\n>    step A\n>\n>    step B   # x\n> ```\n|a|  \n"
    laid_out, found = format_markdown(source(text))
    assert found == ()
    assert laid_out == (
        "\n\n#  A  \n- b\n  ~~~ journey\n  journey J\n\n    step A\n  ~~~\n>  ```journey\n>  journey K\n>    step A\n>\n>    step B  # x\n> ```\n|a|  \n"
    )


def test_fmt_touches_no_page_with_a_problem_and_no_block_that_continues_another() -> None:
    broken = "```journey\njourney J\n     step A\n```\n\n```journey\njourney K\n  nonsense\n```\n"
    laid_out, found = format_markdown(source(broken))
    assert laid_out is None
    assert [broken[each.span.start : each.span.end] for each in found] == ["nonsense"]
    text = "```journey\njourney J\n     step A\n```\n\n```journey\n     step B\n```\n"
    assert format_markdown(source(text)) == (text.replace("     step A", "  step A"), ())


lines = st.sampled_from(
    [
        "```journey",
        "```",
        "~~~journey",
        "~~~",
        "journey J",
        "  step A",
        "      step B",
        "",
        "\tstep C",
        "words",
        "# x",
    ]
)
pages = st.lists(st.tuples(st.sampled_from(["", "> ", "- ", "  ", "\t", "1. ", ">"]), lines), max_size=14)


@settings(max_examples=300, deadline=None)
@given(pages, st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_page_is_read_at_its_places_and_laid_out_once(page: list[tuple[str, str]], end: str) -> None:
    text = "".join(prefix + line + end for prefix, line in page)
    reading, complaints = journeys_in(source(text))
    assert len(reading.plain) == len(text)
    kept = [reading.plain[start:end] for start, end in reading.stretches or ()]
    assert " ".join(kept).split() == reading.plain.split()
    for each in (*complaints, *load_text(text, "page.md").findings):
        assert 0 <= each.span.start <= each.span.end <= len(text)
    laid_out, _ = format_markdown(source(text))
    if laid_out is not None:
        assert format_markdown(source(laid_out)) == (laid_out, ())
        assert len(blocks(source(laid_out))[0]) == len(blocks(source(text))[0])

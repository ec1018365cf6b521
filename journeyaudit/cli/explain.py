"""``journeyaudit explain RULE`` -> the page of a rule in the terminal, with what it finds in its example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN
from journeyaudit.cli.options import color_option, rules_option
from journeyaudit.cli.own_rules import PageFile, own_folders, page_files
from journeyaudit.cli.reading import complain
from journeyaudit.reports.columns import wrapped
from journeyaudit.reports.input_problems import INPUT_PROBLEMS
from journeyaudit.reports.page_text import Exhibit, bare, page_text
from journeyaudit.rulebook.language import CompiledRule
from journeyaudit.rulebook.pages import REPAIRED, TROUBLE, RulePage
from journeyaudit.source import SourceText

_EXAMPLES = """\b
Examples:
  journeyaudit explain dead-end
  journeyaudit explain dead-end --no-examples
  journeyaudit explain --rules rules slow-refund    a rule of your own
  journeyaudit explain unknown-name                 a problem with the text itself
"""
_MOST_PROPOSED = 3


@click.command(epilog=_EXAMPLES)
@click.argument("rule", metavar="RULE")
@rules_option
@click.option("--no-examples", is_flag=True, help="Leave out the journeys of the page.")
@color_option
@click.pass_context
def explain(ctx: click.Context, rule: str, folders: tuple[str, ...], no_examples: bool, color: str) -> None:
    """Explain a rule: what it asks, why it hurts, what to do, with a journey before and after.

    RULE is its name as a report shows it, with or without its pack: dead-end, kafka/dead-end.

    Leaves with 0, or with 2 when no rule is called that or its page cannot be used.
    """
    own, understood = own_folders(folders)
    pages = page_files(own)
    called = [page for page in pages if rule in (page.id, f"{page.pack}/{page.id}")]
    if called:
        good = [_explain(page, color, examples=not no_examples) for page in called]
        ctx.exit(CLEAN if understood and all(good) else BROKEN)
    if rule not in INPUT_PROBLEMS:
        raise click.UsageError(_unknown(rule, pages))
    screen.write(_input_problem(rule))
    ctx.exit(CLEAN if understood else BROKEN)


def _explain(file: PageFile, color: str, *, examples: bool) -> bool:
    """Writes one page; False if it, or an example on it, is not as it should be."""
    from journeyaudit.audit.trials import tried
    from journeyaudit.project.read import read
    from journeyaudit.reports.rule_entries import compiled_entry

    source, problem = read(file.path)
    if source is None:
        complain([problem] if problem else [], {})
        return False
    trial = tried(source)
    entry = compiled_entry(trial.rule, trial.page, source.path, file.shipped) if trial.rule else None
    exhibits = list(_exhibits(trial.page, trial.rule)) if examples else []
    sentences = source.plain[trial.page.start : trial.page.end]
    style = screen.style(color)
    text = page_text(trial.page, sentences, entry, exhibits, width=screen.width(), style=style)
    screen.write(text)
    complain(list(trial.findings), {source.path: source})
    return not trial.findings


def _exhibits(page: RulePage, rule: CompiledRule | None) -> Iterator[Exhibit]:
    from journeyaudit.audit.example import show

    for heading in (TROUBLE, REPAIRED):
        examples = page.examples_of(heading)
        for example in examples[:1]:
            source = SourceText(f"{heading.lower()}.journey", bare(example.text))
            shown = show(source.raw, rule, path=source.path, today=example.today)
            yield Exhibit(heading, source, shown.unreadable or shown.findings, len(examples) - 1)


def _input_problem(name: str) -> str:
    others = [each for each in INPUT_PROBLEMS if each != name]
    lines = [
        f"{name} is a problem with the text itself, no rule",
        "",
        *wrapped(INPUT_PROBLEMS[name], screen.width()),
        "",
        *wrapped(f"The others are {', '.join(others)}.", screen.width()),
    ]
    return "".join(f"{line}\n" for line in lines)


def _unknown(name: str, pages: Sequence[PageFile]) -> str:
    known = [page.id for page in pages]
    bare_name = name.rsplit("/", 1)[-1].lower()
    near = get_close_matches(bare_name, [*known, *INPUT_PROBLEMS], _MOST_PROPOSED)
    in_pack = [page.id for page in pages if page.pack == name.lower()]
    if in_pack:
        return f"{name!r} is a pack, not a rule; `journeyaudit rules --pack {name.lower()}` lists its rules"
    asked = f"did you mean {' or '.join(map(repr, near))}?" if near else "`journeyaudit rules` lists them all"
    return f"no rule is called {name!r}; {asked}"

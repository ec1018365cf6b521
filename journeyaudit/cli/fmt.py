"""``journeyaudit fmt`` -> journey files in the one usual layout, or what would change."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from difflib import unified_diff
from io import StringIO
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN, FOUND
from journeyaudit.cli.reading import complain
from journeyaudit.cli.writing import write_file
from journeyaudit.finding import Finding
from journeyaudit.finding.words import count
from journeyaudit.project.markdown import is_markdown
from journeyaudit.reports.columns import shown
from journeyaudit.source import SourceText

_EXAMPLES = """\b
Examples:
  journeyaudit fmt                       everything below this folder
  journeyaudit fmt order.journey
  journeyaudit fmt --check --diff        change nothing, show what would change
  journeyaudit fmt --markdown process.md the journey blocks in it, and nothing else
  journeyaudit fmt - < order.journey     from standard input to standard output
"""
_STDIN = "-"


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=str, allow_dash=True))
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; leave with 1 if something would change."
)
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
@click.option("--markdown", is_flag=True, help="Lay out the journey blocks of Markdown files, too.")
@click.pass_context
def fmt(ctx: click.Context, paths: tuple[str, ...], only_check: bool, diff: bool, markdown: bool) -> None:
    """Lay out journey files in the one usual way. Comments and meaning stay as they are.

    Leaves with 0, with 1 when --check or --diff would change something, and with 2 when a file could
    not be read or understood; such a file is never touched.
    """
    if _STDIN in paths and len(paths) > 1:
        raise click.UsageError("`-` stands for standard input and goes alone")
    if _STDIN in paths:
        ctx.exit(_stdin(only_check, diff))
    found, problems, excluded = _read(paths or (".",), markdown)
    sources = [source for source in found if markdown or not is_markdown(source.path)]
    alone = len(found) - len(sources)
    results = [_one(source, write=not (only_check or diff), diff=diff) for source in sources]
    changed, broken = results.count(FOUND), results.count(BROKEN)
    verb = "would change" if only_check or diff else "changed"
    rest = len(results) - changed - broken
    parts = [f"{count(changed, 'file')} {verb}", f"{count(rest, 'file')} as usual"]
    parts += [f"{count(broken, 'file')} not understood"] if broken else []
    parts += [f"{count(alone, 'Markdown file')} left alone (--markdown)"] if alone else []
    screen.write(", ".join(parts) + "\n", to_stderr=True)
    if problems or broken or not (found or excluded):
        ctx.exit(BROKEN)
    ctx.exit(FOUND if changed and (only_check or diff) else CLEAN)


def _read(paths: tuple[str, ...], markdown: bool) -> tuple[list[SourceText], list[Finding], tuple[str, ...]]:
    """The texts, what is in the way of reading others, and files that were named although excluded."""
    from journeyaudit.project.configuration import configuration_for, excludes_of
    from journeyaudit.project.discover import discover
    from journeyaudit.project.read import read

    configuration, complaints = configuration_for(paths)
    patterns = configuration.markdown if markdown else ()
    found = discover(paths, excludes_of(configuration), patterns)
    problems = [*complaints, *found.findings]
    sources = []
    for file in found.files:
        source, problem = read(file)
        if source is not None:
            sources.append(source)
        if problem is not None:
            problems.append(problem)
    complain(problems, configuration.sources)
    return sources, problems, found.excluded


def _stdin(only_check: bool, diff: bool) -> int:
    from journeyaudit.project.read import decode

    source, problem = decode(sys.stdin.buffer.read(), "<stdin>")
    if source is None:
        complain([problem] if problem else [], {})
        return BROKEN
    if only_check or diff:
        return _one(source, write=False, diff=diff)
    laid_out = _laid_out(source)
    if laid_out is None:
        return BROKEN
    screen.write_bytes(laid_out.encode("utf-8", "surrogatepass"))
    return CLEAN


def _one(source: SourceText, *, write: bool, diff: bool) -> int:
    """``CLEAN`` for a file as usual, ``FOUND`` for one that is or would be changed, ``BROKEN``."""
    laid_out = _laid_out(source)
    if laid_out is None:
        return BROKEN
    if laid_out == source.raw:
        return CLEAN
    if diff:
        screen.write_lines(_difference(source, laid_out))
    elif write:
        write_file(Path(source.path), _mark_of(source) + laid_out.encode("utf-8", "surrogatepass"))
    else:
        screen.write(f"would change {shown(source.path)}\n")
    return FOUND


def _mark_of(source: SourceText) -> bytes:
    """The byte order mark of a Markdown file: it is no business of ours."""
    if not is_markdown(source.path):
        return b""
    with Path(source.path).open("rb") as stream:
        return BOM_UTF8 if stream.read(len(BOM_UTF8)) == BOM_UTF8 else b""


def _laid_out(source: SourceText) -> str | None:
    if is_markdown(source.path):
        from journeyaudit.project.markdown_layout import format_markdown

        text, problems = format_markdown(source)
    else:
        from journeyaudit.syntax.formatting import format_source

        text, problems = format_source(source)
    complain(list(problems), {source.path: source})
    return text


def _difference(source: SourceText, laid_out: str) -> str:
    before, after = (StringIO(text, newline="\n").readlines() for text in (source.raw, laid_out))
    lines = unified_diff(before, after, source.path, f"{source.path} (laid out)")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ no line feed here\n" for line in lines)

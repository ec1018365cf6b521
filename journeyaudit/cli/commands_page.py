"""The commands -> docs/commands.md, a page with all that their ``--help`` says."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

_TOP = """\
# The commands

This page is made from the commands themselves; `journeyaudit COMMAND --help` says the same.
`python -m journeyaudit` is another way to say `journeyaudit`.

## For all commands

They leave with an exit code that scripts can rely on:

| code | meaning |
|---|---|
| 0 | Everything is as it should be. |
| 1 | Something was found: an error by `check`, a file to change by `fmt --check`, a wrong example. |
| 2 | Something could not be done: wrong usage, a text not understood, nothing to check, a fault of ours. |

Reports are coloured on a terminal. `--color` goes before the environment, `NO_COLOR` before `FORCE_COLOR`.
Letters that a terminal cannot show are replaced by ones that look alike. A reader that goes away
(`journeyaudit check | head`) is no trouble, and the exit code is that of the whole run.

| variable | meaning |
|---|---|
| `NO_COLOR=1` | no colours |
| `FORCE_COLOR=1` | colours also where there is no terminal; `0` and `false` say no |
| `JOURNEYAUDIT_DEBUG=1` | where in journeyaudit a fault of our own happened |
"""


def commands_page(program: click.Group) -> str:
    """The whole page in Markdown, one section for each command and each command of a command."""
    top = click.Context(program, info_name="journeyaudit", **program.context_settings)
    return "\n".join((_TOP, *_sections(top, program)))


def _sections(above: click.Context, group: click.Group) -> Iterator[str]:
    """Iterates over a stack of its own: commands may have commands."""
    waiting = [(above, group, name) for name in reversed(group.list_commands(above))]
    while waiting:
        ctx, its_group, name = waiting.pop()
        command = its_group.get_command(ctx, name)
        assert command is not None, name
        own = click.Context(command, info_name=name, parent=ctx)
        yield _section(own, command)
        if isinstance(command, click.Group):
            waiting += [(own, command, each) for each in reversed(command.list_commands(own))]


def _section(ctx: click.Context, command: click.Command) -> str:
    usage = " ".join((ctx.command_path, *command.collect_usage_pieces(ctx)))
    parts = [
        f"## {ctx.command_path.partition(' ')[2]}",
        f"```text\n{usage}\n```",
        cleandoc(command.help or ""),
        _options(ctx, command),
        *_closing(command.epilog or ""),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _options(ctx: click.Context, command: click.Command) -> str:
    options = (each.get_help_record(ctx) for each in command.params if isinstance(each, click.Option))
    return "\n".join(f"- `{record[0]}`: {record[1]}".rstrip(": ") for record in options if record)


def _closing(epilog: str) -> Iterator[str]:
    """A block of the epilog as it is; what stands indented below its first line is what one types."""
    for block in filter(None, epilog.split("\n\n")):
        lines = block.replace("\b", "").strip("\n").splitlines()
        typed = "\n".join(line.strip() for line in lines[1:])
        yield f"{lines[0]}\n\n```text\n{typed}\n```"

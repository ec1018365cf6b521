"""``journeyaudit`` -> the command that was named; a command's module is loaded when it is needed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from journeyaudit.cli.faults import ended_by
from journeyaudit.cli.screen import prepare_streams

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_COMMANDS = {
    "check": "Find mistakes that nobody can put right in time.",
    "clean": "Remove what was kept to be quicker the next time.",
    "completion": "Print what makes a shell complete the words of journeyaudit.",
    "diff": "Tell what changed between two versions, and who gains.",
    "explain": "Explain a rule, with a journey before and after.",
    "fmt": "Lay out journey files in the one usual way.",
    "init": "Begin: a configuration, a commit hook, a first journey.",
    "render": "Draw a journey.",
    "report": "Write a page for people who decide.",
    "rules": "List the rules, test them, write your own.",
    "tell": "Tell a journey in sentences.",
}

_EXAMPLES = """\b
Examples:
  journeyaudit check                     everything below this folder
  journeyaudit check order.journey       one file
  journeyaudit tell order.journey        the same journey in sentences
  journeyaudit render order.journey -o order.svg
  journeyaudit fmt --check               is everything laid out the usual way?
"""


class _Commands(click.Group):
    """Commands by name; faults of our own end in one line and the exit code for trouble."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"journeyaudit.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """As click does it, without loading every command for its help."""
        if not incomplete or incomplete[0].isalnum():
            from click.shell_completion import CompletionItem

            named = _COMMANDS.items()
            return [CompletionItem(name, help=said) for name, said in named if name.startswith(incomplete)]
        return click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            nearest = _nearest(args[0])
            if not nearest:
                raise
            message = f"no command is called {args[0]!r}; did you mean {nearest!r}?"
            raise click.UsageError(message, ctx) from None

    def main(self, *args: Any, **kwargs: Any) -> Any:
        prepare_streams()
        return super().main(*args, **kwargs)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        made = _guarded(lambda: super(_Commands, self).make_context(*args, **kwargs))
        assert isinstance(made, click.Context)
        return made

    def invoke(self, ctx: click.Context) -> Any:
        return _guarded(lambda: super(_Commands, self).invoke(ctx))


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, _COMMANDS, 1)), "")


def _guarded(run: Callable[[], Any]) -> Any:
    try:
        return run()
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except BaseException as error:
        raise click.exceptions.Exit(ended_by(error)) from None


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from journeyaudit import __version__

        click.echo(f"journeyaudit {__version__} (Python {sys.version.split()[0]})")
        ctx.exit()


@click.group(cls=_Commands, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and leave.",
)
def journeyaudit() -> None:
    """Finds the places in a service journey where no human who may can put a mistake right in time."""

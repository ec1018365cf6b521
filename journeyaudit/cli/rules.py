"""``journeyaudit rules`` -> the list of rules, their tests, a page for a new one, or their documentation."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN
from journeyaudit.cli.options import color_option, rules_option
from journeyaudit.cli.own_rules import own_folders, shelf_and_entries
from journeyaudit.cli.rules_docs import docs
from journeyaudit.cli.rules_new import new
from journeyaudit.cli.rules_test import test
from journeyaudit.finding.profiles import PROFILES

_USUAL = "list"
_EXAMPLES = """\b
Examples:
  journeyaudit rules                                  all of them
  journeyaudit rules --pack kafka --pack human
  journeyaudit rules --profile start                  what is asked of a first description
  journeyaudit rules new billing/slow-refund          a page for a rule of your own
  journeyaudit rules test rules                       do its examples come true?
  journeyaudit rules docs -o docs/rules --rules rules
"""
_LIST_EXAMPLES = """\b
Examples:
  journeyaudit rules list --pack kafka
  journeyaudit rules list --profile start
  journeyaudit rules list --rules rules --output-format json
"""


class _Rules(click.Group):
    """Without the name of a command it lists the rules."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = [_USUAL, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            near = get_close_matches(args[0], self.commands, 1)
            asked = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(self.commands)}"
            raise click.UsageError(f"no command of `rules` is called {args[0]!r}; {asked}", ctx) from None


@click.group(cls=_Rules, epilog=_EXAMPLES)
def rules() -> None:
    """List the rules, test them, write your own.

    Without a command: list them.
    """


@rules.command(_USUAL, epilog=_LIST_EXAMPLES)
@click.option("--pack", "packs", multiple=True, help="Only this pack. May be given several times.")
@click.option("--profile", type=click.Choice(PROFILES), help="Only rules that count in this profile.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@color_option
@rules_option
@click.pass_context
def list_rules(
    ctx: click.Context,
    packs: tuple[str, ...],
    profile: str | None,
    output_format: str,
    color: str,
    folders: tuple[str, ...],
) -> None:
    """List rules by pack: severity, profile, name and question.

    Leaves with 0, or with 2 when a page cannot be used or no pack is called that.
    """
    from journeyaudit import __version__
    from journeyaudit.reports.rule_entries import chosen
    from journeyaudit.reports.rule_list import rule_list, rule_list_json

    own, understood = own_folders(folders)
    shelf, entries = shelf_and_entries(own)
    for pack in packs:
        _expect_pack(pack, {each.pack for each in entries})
    listed = chosen(entries, packs, profile or "")
    if output_format == "json":
        text = rule_list_json(listed, root=str(Path.cwd()), tool_version=__version__)
        screen.write_bytes(text.encode("utf-8", "backslashreplace"))
    else:
        screen.write(rule_list(listed, width=screen.width(), style=screen.style(color)))
    ctx.exit(CLEAN if understood and not shelf.findings else BROKEN)


def _expect_pack(pack: str, known: set[str]) -> None:
    if pack in known:
        return
    near = get_close_matches(pack, sorted(known), 1)
    asked = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(sorted(known))}"
    raise click.UsageError(f"no pack is called {pack!r}; {asked}")


for _command in (new, test, docs):
    rules.add_command(_command)

"""``journeyaudit completion SHELL`` -> the script that makes a shell complete our commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from journeyaudit.cli import screen

PROGRAM, VARIABLE = "journeyaudit", "_JOURNEYAUDIT_COMPLETE"
_EXAMPLES = """\b
Examples:
  journeyaudit completion fish > ~/.config/fish/completions/journeyaudit.fish
  journeyaudit completion zsh > ~/.zfunc/_journeyaudit
  source <(journeyaudit completion bash)

\b
For bash, the last of them stands in ~/.bashrc. For zsh, ~/.zshrc must say
  fpath+=~/.zfunc; autoload -Uz compinit; compinit
"""


@click.command(epilog=_EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that makes a shell complete the words of journeyaudit.

    Leaves with 0.
    """
    from journeyaudit.cli.group import journeyaudit

    made = get_completion_class(shell)
    assert made is not None, shell
    # not .source(): for bash that would first start a bash of its own to ask for its version
    script = made(journeyaudit, {}, PROGRAM, VARIABLE)
    screen.write(script.source_template % script.source_vars())

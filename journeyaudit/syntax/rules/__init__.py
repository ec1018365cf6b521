"""The text of a rule -> its sentences, typed, with everything that is wrong with the text.

What reads texts is loaded when it is first used: most rules are prepared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeyaudit.syntax.rules.parsing import parse_quantity, parse_rule
    from journeyaudit.syntax.rules.words import Words

__all__ = ["Words", "parse_quantity", "parse_rule"]


def __getattr__(name: str) -> object:
    match name:
        case "parse_quantity" | "parse_rule":
            from journeyaudit.syntax.rules import parsing

            return getattr(parsing, name)
        case "Words":
            from journeyaudit.syntax.rules.words import Words

            return Words
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

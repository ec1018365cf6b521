"""The journey as written: text -> blocks and facts whose names are still words.

What a check does not need is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.syntax.parsing import parse
from journeyaudit.syntax.tree import Block, Fact, Tree, Wire

if TYPE_CHECKING:
    from journeyaudit.syntax.formatting import format_source
    from journeyaudit.syntax.reference import language_reference

__all__ = ["Block", "Fact", "Tree", "Wire", "format_source", "language_reference", "parse"]


def __getattr__(name: str) -> object:
    match name:
        case "format_source":
            from journeyaudit.syntax.formatting import format_source

            return format_source
        case "language_reference":
            from journeyaudit.syntax.reference import language_reference

            return language_reference
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

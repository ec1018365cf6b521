"""The journey as written: text -> blocks and facts whose names are still words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.source.when_used import when_used

if TYPE_CHECKING:
    from journeyaudit.syntax.formatting import format_source
    from journeyaudit.syntax.parsing import parse
    from journeyaudit.syntax.reference import language_reference
    from journeyaudit.syntax.tree import Block, Fact, Tree, Wire

__all__ = ["Block", "Fact", "Tree", "Wire", "format_source", "language_reference", "parse"]

__getattr__ = when_used(
    __name__,
    {
        "Block": "tree",
        "Fact": "tree",
        "Tree": "tree",
        "Wire": "tree",
        "format_source": "formatting",
        "language_reference": "reference",
        "parse": "parsing",
    },
)

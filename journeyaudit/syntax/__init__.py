"""The journey as written: text -> blocks and facts whose names are still words."""

from journeyaudit.syntax.formatting import format_source
from journeyaudit.syntax.parsing import parse
from journeyaudit.syntax.reference import language_reference
from journeyaudit.syntax.tree import Block, Fact, Tree, Wire

__all__ = ["Block", "Fact", "Tree", "Wire", "format_source", "language_reference", "parse"]

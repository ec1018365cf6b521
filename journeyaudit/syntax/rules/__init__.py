"""The text of a rule -> its sentences, typed, with everything that is wrong with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.source.when_used import when_used

if TYPE_CHECKING:
    from journeyaudit.syntax.rules.parsing import parse_quantity, parse_rule
    from journeyaudit.syntax.rules.words import Words

__all__ = ["Words", "parse_quantity", "parse_rule"]

__getattr__ = when_used(__name__, {"Words": "words", "parse_quantity": "parsing", "parse_rule": "parsing"})

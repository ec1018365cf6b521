"""The text of a rule -> its sentences, typed, with everything that is wrong with the text."""

from journeyaudit.syntax.rules.parsing import parse_quantity, parse_rule
from journeyaudit.syntax.rules.words import Words

__all__ = ["Words", "parse_quantity", "parse_rule"]

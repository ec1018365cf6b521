"""Two versions of journeys, audited -> what changed between them, in words and in figures."""

from journeyaudit.comparison.compare import Comparison, compare
from journeyaudit.comparison.side import Side

__all__ = ["Comparison", "Side", "compare"]

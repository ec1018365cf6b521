"""The journey as a map that answers questions."""

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.graph.gaps import Unreached
from journeyaudit.graph.journey_graph import JourneyGraph
from journeyaudit.graph.soundness import Deadlock, Soundness, Unsynchronised
from journeyaudit.graph.traps import TrapRegion

__all__ = [
    "Deadlock",
    "JourneyGraph",
    "Soundness",
    "TrapRegion",
    "Unreached",
    "Unsynchronised",
    "from_journey",
]

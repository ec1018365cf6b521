"""The journey as a map that answers questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.source.when_used import when_used

if TYPE_CHECKING:
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
]

__getattr__ = when_used(
    __name__,
    {
        "Deadlock": "soundness",
        "JourneyGraph": "journey_graph",
        "Soundness": "soundness",
        "TrapRegion": "traps",
        "Unreached": "gaps",
        "Unsynchronised": "soundness",
    },
)

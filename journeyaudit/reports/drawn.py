"""A picture as a page takes it in."""

from __future__ import annotations

from journeyaudit.source.record import record


@record
class Drawn:
    """A picture as SVG, and what it shows in words."""

    svg: str
    told: str

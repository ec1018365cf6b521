"""A value that cannot be read as what it should be, and why."""

from __future__ import annotations

from journeyaudit.source.record import record


@record
class Refusal:
    """``title`` says what is wrong, ``help`` what to write. Offsets of -1 mean the whole value."""

    title: str
    help: str
    start: int = -1
    end: int = -1

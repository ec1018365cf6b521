"""A place in one file, as offsets: cheap to carry, turned into lines and columns on demand."""

from __future__ import annotations

from journeyaudit.source.record import record


@record
class Span:
    """A half-open range of code points ``[start, end)`` in the file called ``file``.

    ``file`` is the path as the user wrote it, ``""`` for things that stand nowhere.
    """

    file: str
    start: int
    end: int

    def __bool__(self) -> bool:
        return bool(self.file)


NOWHERE = Span("", 0, 0)
"""The place of things that no line of text names, such as a join that closes a choice."""

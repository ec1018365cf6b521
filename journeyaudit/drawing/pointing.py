"""Places in a text -> the addresses that boxes of a picture link to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from journeyaudit.source import Span


def same_page(_file: str) -> str:
    """For pictures that stand on one page with the text."""
    return ""


@dataclass(frozen=True, slots=True)
class Pointing:
    """``line_of`` gives the line number of a place, 0 where it is not known; ``address_of`` what stands
    before ``#L12`` for a file, so that the link leads there from where the picture lies."""

    line_of: Callable[[Span], int]
    address_of: Callable[[str], str] = same_page

    def href(self, span: Span) -> str:
        """``order.journey#L12``; "" for a place that stands nowhere."""
        line = self.line_of(span) if span else 0
        return f"{self.address_of(span.file)}#L{line}" if line else ""

    def about(self, name: str, span: Span) -> str:
        """What is said on hovering: ``Place order (order.journey:12)``."""
        line = self.line_of(span) if span else 0
        file = " ".join(PurePath(span.file).name.split())
        return f"{name} ({file}:{line})".strip() if line else name


NOWHERE_TO_POINT = Pointing(lambda _: 0)

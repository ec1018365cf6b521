"""Roles in a report (a title, a clock time) -> the same words, coloured or plain."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from journeyaudit.finding import Severity
from journeyaudit.source.record import field, record

_OFF = "\x1b[0m"


@record
class Style:
    """How each role looks: role -> the escape sequence that switches it on; none at all is plain."""

    codes: Mapping[str, str] = field(default_factory=dict)

    def paint(self, role: str, text: str) -> str:
        code = self.codes.get(role, "")
        return f"{code}{text}{_OFF}" if code and text else text


PLAIN = Style()
COLOURED = Style(
    MappingProxyType(
        {
            "error": "\x1b[1;31m",
            "warning": "\x1b[1;33m",
            "info": "\x1b[1;36m",
            "title": "\x1b[1m",
            "frame": "\x1b[34m",
            "secondary": "\x1b[34m",
            "clock": "\x1b[36m",
            "aside": "\x1b[2m",
            "heading": "\x1b[1m",
            "help": "\x1b[1;32m",
        }
    )
)


def severity_word(severity: Severity) -> str:
    """What a reader sees: text that cannot be understood is an error, too."""
    return "error" if severity is Severity.INPUT else str(severity)

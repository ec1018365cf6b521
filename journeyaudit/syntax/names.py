"""Tokens -> names: quotes taken off, blanks collapsed."""

from __future__ import annotations

import re

from journeyaudit.source import Span
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.values import Name

_QUOTED = re.compile(r"\"([^\"]+)\"|„([^“”\"]+)[“”\"]|“([^”]+)”|«([^»]+)»|»([^«]+)«")


def unquoted(text: str) -> str:
    """The text without the quotes around it, if it is quoted as a whole, with single blanks."""
    found = _QUOTED.fullmatch(text.strip())
    inner = next(group for group in found.groups() if group) if found else text
    return " ".join(inner.split())


def name_of(token: Token, file: str) -> Name:
    return Name(unquoted(token.text), Span(file, token.start, token.end))

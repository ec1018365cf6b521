"""Dictionaries and lists -> JSON that people can compare line by line, and that is made quickly."""

from __future__ import annotations

import json


def laid_out(value: object, levels: int) -> str:
    """JSON with a line for every part down to so many levels; what lies deeper shares a line.

    An encoder that indents everything would be many times slower.
    """
    if levels == 0 or not value:
        return _line(value)
    if isinstance(value, dict):
        parts = [f"{_line(key)}: {laid_out(part, levels - 1)}" for key, part in value.items()]
        return "{\n" + ",\n".join(parts) + "\n}"
    if isinstance(value, list):
        return "[\n" + ",\n".join(laid_out(part, levels - 1) for part in value) + "\n]"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)

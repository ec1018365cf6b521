"""A value of a configuration -> how it is written in TOML."""

from __future__ import annotations


def as_written(value: object) -> str:
    """Of what stands in TOML files: texts, numbers, lists and so on."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(as_written(each) for each in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return text_as_written(value) if isinstance(value, str) else "{}" if value == {} else str(value)


def text_as_written(text: str) -> str:
    """JSON writes texts as TOML reads them, except for one control character."""
    import json  # only messages about settings need it

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

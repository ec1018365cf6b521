"""The table of options -> a JSON Schema with which editors check and complete configuration files."""

from __future__ import annotations

import json
from collections.abc import Iterable

from journeyaudit.project.options import OPTIONS, Option, Sort

_TEXT = {"type": "string"}
_THRESHOLD = {"type": ["number", "string"]}


def schema_text() -> str:
    """The document as it stands in ``configuration.schema.json``: for ``journeyaudit.toml``, and for the
    table ``[tool.journeyaudit]`` of a ``pyproject.toml``."""
    document = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Configuration of journeyaudit: journeyaudit.toml, or [tool.journeyaudit] in pyproject.toml",
        **_table(OPTIONS),
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _table(options: Iterable[Option]) -> dict[str, object]:
    properties = {each.name: {"description": each.meaning, **_shape(each)} for each in options}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _shape(option: Option) -> dict[str, object]:
    match option.sort:
        case Sort.CHOICE:
            return {"enum": list(option.choices)}
        case Sort.YES_OR_NO:
            return {"type": "boolean"}
        case Sort.TEXT:
            return dict(_TEXT)
        case Sort.LIST | Sort.PATTERNS:
            return {"type": "array", "items": _TEXT}
        case Sort.LEVELS:
            return {"type": "object", "additionalProperties": {"enum": list(option.choices)}}
        case Sort.THRESHOLDS:
            inner = {"type": "object", "additionalProperties": _THRESHOLD}
            return {"type": "object", "additionalProperties": inner}
        case Sort.FILES:
            own = _table(each for each in OPTIONS if each.per_file)
            return {"type": "object", "additionalProperties": own}

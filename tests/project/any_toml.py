"""Values -> TOML, in one line; and texts of TOML in all its notations."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st


def written(value: Any) -> str:
    """A value as it stands behind a key."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)} = {written(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(written(each) for each in value)}]"
    return json.dumps(value)


KEYS = st.sampled_from(["a", "b", "severity", '"c d"', "'e'", '"f.g"', '"h\\u0041"', "1", "x-y"])
SCALARS = st.sampled_from(
    [
        "1", "-2.5", "true", '"t"', "'t # no comment'", '"""\n[a]\nb = 1\n"""', "'''\n# x\nc = ]'''", '"\\"]"',
        '""""two""""', "1979-05-27 07:32:00", "[]", "{}", '""', "'''''a'''",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", " # a comment = [1]\n", "\r\n", "\n\n"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: "[\n  # first\n  " + ",\n".join(parts) + "]")
        | st.lists(st.tuples(KEYS, inner), max_size=2).map(
            lambda parts: "{ " + ", ".join(f"{key} = {value}" for key, value in parts) + " }"
        )
    ),
    max_leaves=5,
)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(" . ".join)
LINES = (
    st.tuples(DOTTED, VALUES).map(" = ".join)
    | DOTTED.map(lambda keys: f"[{keys}]")
    | DOTTED.map(lambda keys: f"[[{keys}]]")
)
TEXTS = st.lists(st.tuples(LINES, ENDS).map("".join), max_size=6).map("".join)

"""A class with typed fields -> a slotted dataclass that is made quickly.

A check loads more than a hundred of them, and ``dataclass(frozen=True, slots=True)`` writes and compiles six
methods for each; that was a quarter of its whole time. Here only ``__init__`` is compiled, the others are
shared. That the field of a record is never set again is checked by mypy, not at run time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, Field, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_Class]) -> type[_Class]:
    """Like ``dataclass(frozen=True, slots=True)``: equal and hashed by its fields, shown by their names."""
    made = _with_fields(cls)
    compared = [each.name for each in fields(made) if each.compare]
    values = attrgetter(*compared) if compared else _no_values

    def is_equal(self: object, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def hash_of(self: object) -> int:
        return hash(values(self))

    for name, method in (("__eq__", is_equal), ("__hash__", hash_of)):
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


@dataclass_transform(eq_default=False, field_specifiers=(field,))
def changeable(cls: type[_Class]) -> type[_Class]:
    """Like ``dataclass(slots=True, eq=False)``: something in the making, equal to itself only."""
    return _with_fields(cls)  # type: ignore[no-any-return]


def _with_fields(cls: type[_Class]) -> Any:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__init__ = _init_of(fields(made), made.__qualname__)
    made.__repr__ = _shown
    return made


def _init_of(taken: Iterable[Field[Any]], owner: str) -> Any:
    """``__init__`` as one would write it by hand: one parameter for each field."""
    known: dict[str, Any] = {}
    parameters, lines = ["self"], []
    for each in taken:
        name = value = each.name
        if each.default is not MISSING:
            known[f"_{name}"] = each.default
            parameters.append(f"{name}=_{name}")
        elif each.default_factory is not MISSING:
            known[f"_{name}"] = each.default_factory
            parameters.append(f"{name}=_unsaid")
            value = f"_{name}() if {name} is _unsaid else {name}"
        else:
            parameters.append(name)
        lines.append(f" self.{name} = {value}\n")
    known["_unsaid"] = MISSING
    exec(f"def __init__({', '.join(parameters)}):\n{''.join(lines) or ' pass'}", known)
    init = known["__init__"]
    init.__qualname__ = f"{owner}.__init__"
    return init


def _no_values(_: object) -> tuple[()]:
    return ()


def _shown(self: Any) -> str:
    values = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(values)})"

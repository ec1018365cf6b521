"""A class with typed fields -> a slotted dataclass that is made quickly.

A check loads more than a hundred of them, and ``dataclass(frozen=True, slots=True)`` writes and compiles six
methods for each; that was a quarter of its whole time. Here only ``__init__`` is compiled, the others are
shared. That the field of a record is never set again is checked by mypy, not at run time.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")
_UNSAID: Any = object()


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
    if cls.__doc__ is None:
        # a dataclass without one gets its signature, and ``inspect`` takes longer than all the rest
        cls.__doc__ = cls.__name__
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__init__ = _init_of(fields(made), f"{made.__qualname__}.__init__")
    made.__repr__ = _shown
    return made


def _init_of(taken: tuple[Field[Any], ...], name: str) -> FunctionType:
    """``__init__`` as one would write it by hand: one parameter for each field."""
    names = tuple(each.name for each in taken)
    if any(each.default_factory is not MISSING for each in taken):
        code, known = _with_factories(taken)
    else:
        code, known = _plain(len(taken)), {}
    code = code.replace(co_varnames=("self", *names), co_name="__init__", co_qualname=name)
    if not known:
        code = code.replace(co_names=names)
    usual = [each for each in taken if each.default is not MISSING or each.default_factory is not MISSING]
    assert usual == list(taken[len(taken) - len(usual) :]), f"{name}: a field without a default comes last"
    defaults = tuple(_UNSAID if each.default is MISSING else each.default for each in usual)
    return FunctionType(code, known, "__init__", defaults)


@cache
def _plain(count: int) -> CodeType:
    """The code for so many fields, with made-up names: compiling takes longer than giving it others."""
    return _compiled([f"_{number}" for number in range(count)], [f"_{number}" for number in range(count)])


def _with_factories(taken: tuple[Field[Any], ...]) -> tuple[CodeType, dict[str, Any]]:
    known: dict[str, Any] = {"_UNSAID": _UNSAID}
    values = []
    for each in taken:
        if each.default_factory is MISSING:
            values.append(each.name)
        else:
            known[f"_{each.name}"] = each.default_factory
            values.append(f"_{each.name}() if {each.name} is _UNSAID else {each.name}")
    return _compiled([each.name for each in taken], values), known


def _compiled(names: list[str], values: list[str]) -> CodeType:
    lines = [f" self.{name} = {value}\n" for name, value in zip(names, values, strict=True)]
    known: dict[str, FunctionType] = {}
    exec(f"def init({', '.join(('self', *names))}):\n{''.join(lines) or ' pass'}", known)
    return known["init"].__code__


def _no_values(_: object) -> tuple[()]:
    return ()


def _shown(self: Any) -> str:
    values = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(values)})"

"""A class with typed fields -> a slotted dataclass that is made quickly.

A check loads more than a hundred of them, and ``dataclass(frozen=True, slots=True)`` writes and compiles six
methods for each; that was a quarter of its whole time. Here nothing is compiled that another record has
already. That the field of a record is never set again is checked by mypy, not at run time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")
_UNSAID: Any = object()
_NO_SLOTS = ("__dict__", "__weakref__")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_Class]) -> type[_Class]:
    """Like ``dataclass(frozen=True, slots=True)``: equal and hashed by its fields, shown by their names."""
    taken = _fields_of(cls)
    made = _with_fields(cls, taken)
    compared = [name for name, each in taken.items() if each.compare]
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
    return _with_fields(cls, _fields_of(cls))  # type: ignore[no-any-return]


_Taken = Mapping[str, "Field[Any]"]


def _fields_of(cls: type) -> _Taken:
    usual = ((name, cls.__dict__.get(name, MISSING)) for name in cls.__annotations__)
    return {name: each if isinstance(each, Field) else field(default=each) for name, each in usual}


def _with_fields(cls: type[_Class], taken: _Taken) -> Any:
    """The class with a slot for each field; its defaults would be in their way."""
    names = tuple(taken)
    body = {name: each for name, each in cls.__dict__.items() if name not in (*names, *_NO_SLOTS)}
    body |= {"__slots__": names, "__match_args__": names, "__repr__": _shown}
    made: Any = type(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init_of(taken, f"{cls.__qualname__}.__init__")
    made.__dataclass_fields__ = _FieldsOnDemand(cls, made)
    return made


class _FieldsOnDemand:
    """What ``fields`` and ``replace`` ask a dataclass for; most records are never asked, and finding it out
    takes longer than all the rest."""

    def __init__(self, written: type, made: Any) -> None:
        self._written, self._made = written, made

    def __get__(self, _: object, owner: object) -> Any:
        known: Any = dataclass(init=False, repr=False, eq=False)(self._written)
        self._made.__dataclass_fields__ = known.__dataclass_fields__
        return known.__dataclass_fields__


def _init_of(taken: _Taken, name: str) -> FunctionType:
    """``__init__`` as one would write it by hand: one parameter for each field."""
    known: dict[str, Any] = {}
    if any(each.default_factory is not MISSING for each in taken.values()):
        code, known = _with_factories(taken)
    else:
        code = _plain(len(taken)).replace(co_names=tuple(taken))
    code = code.replace(co_varnames=("self", *taken), co_name="__init__", co_qualname=name)
    every = list(taken.values())
    usual = [each for each in every if each.default is not MISSING or each.default_factory is not MISSING]
    assert usual == every[len(every) - len(usual) :], f"{name}: a field without a default comes last"
    defaults = tuple(_UNSAID if each.default is MISSING else each.default for each in usual)
    return FunctionType(code, known, "__init__", defaults)


@cache
def _plain(count: int) -> CodeType:
    """The code for so many fields, with made-up names: compiling takes longer than giving it others."""
    return _compiled([f"_{number}" for number in range(count)], [f"_{number}" for number in range(count)])


def _with_factories(taken: _Taken) -> tuple[CodeType, dict[str, Any]]:
    known: dict[str, Any] = {"_UNSAID": _UNSAID}
    values = []
    for name, each in taken.items():
        if each.default_factory is MISSING:
            values.append(name)
        else:
            known[f"_{name}"] = each.default_factory
            values.append(f"_{name}() if {name} is _UNSAID else {name}")
    return _compiled(list(taken), values), known


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

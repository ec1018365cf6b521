"""A class with typed fields -> a slotted dataclass that is made quickly.

A check loads more than a hundred of them, and ``dataclass(frozen=True, slots=True)`` writes and compiles six
methods for each; that was a quarter of its whole time. Here nothing is compiled that another record has
already. That the field of a record is never set again is checked by mypy, not at run time. ``dataclasses``
itself, and all that it needs to take programs apart, is only loaded when a record is asked for its fields.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")
_UNSAID: Any = object()
_NO_SLOTS = ("__dict__", "__weakref__")


class Usual:
    """What a field is if nothing is given for it, and whether it counts in comparing and is shown."""

    __slots__ = ("compare", "default", "default_factory", "repr")

    def __init__(self, default: Any, default_factory: Any, compare: bool, shown: bool) -> None:
        self.default, self.default_factory = default, default_factory
        self.compare, self.repr = compare, shown


def field(
    *,
    default: Any = _UNSAID,
    default_factory: Callable[[], Any] = _UNSAID,
    compare: bool = True,
    repr: bool = True,
) -> Any:
    """What is special about one field of a record."""
    return Usual(default, default_factory, compare, repr)


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


def with_other(it: _Class, **values: Any) -> _Class:
    """The same record with other values, as ``dataclasses.replace``."""
    kept: Any = type(it)
    return kept(**{name: getattr(it, name) for name in kept.__match_args__} | values)  # type: ignore[no-any-return]


_Taken = Mapping[str, Usual]


def _fields_of(cls: type) -> _Taken:
    return {name: _usual(cls.__dict__.get(name, _UNSAID)) for name in cls.__annotations__}


def _usual(said: Any) -> Usual:
    if isinstance(said, Usual):
        return said
    library = sys.modules.get("dataclasses")
    if library is None or not isinstance(said, library.Field):
        return Usual(said, _UNSAID, True, True)
    default, factory = (
        _UNSAID if each is library.MISSING else each for each in (said.default, said.default_factory)
    )
    return Usual(default, factory, said.compare, said.repr)


def _with_fields(cls: type[_Class], taken: _Taken) -> Any:
    """The class with a slot for each field; its defaults would be in their way."""
    names = tuple(taken)
    body = {name: each for name, each in cls.__dict__.items() if name not in (*names, *_NO_SLOTS)}
    keeps_more = any(isinstance(each, cached_property) for each in body.values())
    slots = (*names, "__dict__") if keeps_more else names
    body |= {"__slots__": slots, "__match_args__": names, "__repr__": _showing(taken)}
    made: Any = type(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init_of(taken, f"{cls.__qualname__}.__init__")
    made.__dataclass_fields__ = _FieldsOnDemand(cls, made, taken)
    return made


class _FieldsOnDemand:
    """What ``fields`` and ``replace`` ask a dataclass for; most records are never asked, and finding it out
    takes longer than all the rest."""

    def __init__(self, written: type, made: Any, taken: _Taken) -> None:
        self._written, self._made, self._taken = written, made, taken

    def __get__(self, _: object, owner: object) -> Any:
        import dataclasses

        for name, each in self._taken.items():
            known_ones = {"default": each.default, "default_factory": each.default_factory}
            given = {what: value for what, value in known_ones.items() if value is not _UNSAID}
            setattr(self._written, name, dataclasses.field(compare=each.compare, repr=each.repr, **given))
        known: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(self._written)
        self._made.__dataclass_fields__ = known.__dataclass_fields__
        self._made.__dataclass_params__ = known.__dataclass_params__
        return known.__dataclass_fields__


def _init_of(taken: _Taken, name: str) -> FunctionType:
    """``__init__`` as one would write it by hand: one parameter for each field."""
    known: dict[str, Any] = {}
    if any(each.default_factory is not _UNSAID for each in taken.values()):
        code, known = _with_factories(taken)
    else:
        code = _plain(len(taken)).replace(co_names=tuple(taken))
    code = code.replace(co_varnames=("self", *taken), co_name="__init__", co_qualname=name)
    every = list(taken.values())
    usual = [each for each in every if each.default is not _UNSAID or each.default_factory is not _UNSAID]
    assert usual == every[len(every) - len(usual) :], f"{name}: a field without a default comes last"
    defaults = tuple(each.default for each in usual)
    return FunctionType(code, known, "__init__", defaults)


@cache
def _plain(count: int) -> CodeType:
    """The code for so many fields, with made-up names: compiling takes longer than giving it others."""
    return _compiled([f"_{number}" for number in range(count)], [f"_{number}" for number in range(count)])


def _with_factories(taken: _Taken) -> tuple[CodeType, dict[str, Any]]:
    known: dict[str, Any] = {"_UNSAID": _UNSAID}
    values = []
    for name, each in taken.items():
        if each.default_factory is _UNSAID:
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


def _showing(taken: _Taken) -> Callable[[Any], str]:
    names = [name for name, each in taken.items() if each.repr]

    def shown(self: Any) -> str:
        values = (f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({', '.join(values)})"

    return shown

"""The journey as written: blocks with facts, names still words, every part with its place.

The tree is flat where users may nest without bound: a block knows its parent by number, so that
nobody needs recursion to walk it.
"""

from __future__ import annotations

from journeyaudit.source import Span
from journeyaudit.source.record import field, record
from journeyaudit.syntax.values import Name, Value


@record
class Fact:
    """``key: value``. ``key`` is canonical English (``noticed after``); flags have value None.

    ``facts`` are the facts written one step deeper (``because: ...`` below a cut-off).
    """

    key: str
    value: Value | None
    span: Span
    value_span: Span
    facts: tuple[Fact, ...] = ()


@record
class Wire:
    """One arrow of a wiring line ``A "yes" -> end good: B``; ``end`` is the outcome or ""."""

    source: Name
    target: Name
    label: str
    source_end: str
    target_end: str
    span: Span


@record
class Block:
    """A header line and what stands below it.

    ``kind`` is the canonical English word of the schema (``step``, ``wait for``, ``if later than``,
    ``end``). ``name`` is what follows it: a name, a condition (``when yes``), the target of ``go to``.
    ``word`` is the outcome of an ``end``, the kind of a ``repeat`` (``until``, ``while``). ``value``
    is the duration of ``wait``, ``after`` and ``if later than``. ``share`` is the ``(30 %)`` of a
    branch, 0..100. ``rights`` are the names behind ``may``. ``parent`` and ``children`` are numbers
    into ``Tree.blocks``; blocks stand there in source order.
    """

    kind: str
    number: int
    parent: int | None
    span: Span
    header: Span
    name: Name | None = None
    handle: str = ""
    word: str = ""
    value: Value | None = None
    share: float | None = None
    rights: tuple[Name, ...] = ()
    facts: tuple[Fact, ...] = ()
    wires: tuple[Wire, ...] = ()
    children: tuple[int, ...] = ()
    broken: bool = False
    """Some line below this header could not be read; what it would have said is unknown."""


@record
class Tree:
    """One parsed file."""

    file: str
    language: str
    blocks: tuple[Block, ...]
    imports: tuple[Name, ...]
    top: tuple[int, ...] = field(default=())

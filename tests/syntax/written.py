"""Short ways to parse a text in tests and to say what came of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from journeyaudit.finding import Finding
from journeyaudit.source import NOWHERE, SourceText
from journeyaudit.syntax import Block, Tree, parse
from journeyaudit.syntax.schema import BLOCKS, BlockType, Key, Shape
from journeyaudit.syntax.value_words import EXAMPLES
from journeyaudit.syntax.vocabulary import vocabulary

_FIRST_VALUES = {Shape.TEXT: ("any words", "beliebige Worte")}


def source(text: str) -> SourceText:
    return SourceText("test.journey", text)


def read(text: str) -> Tree:
    """The tree of a text that is expected to be flawless."""
    tree, findings = parse(source(text))
    assert said(text, findings) == []
    return tree


def complaints(text: str) -> list[str]:
    """What is wrong with a text, each as `line rule: title`."""
    return said(text, parse(source(text))[1])


def said(text: str, findings: tuple[Finding, ...]) -> list[str]:
    file = source(text)
    return [f"{file.line_of(f.span.start)} {f.rule}: {f.title}" for f in findings]


def helps(text: str) -> list[str]:
    return [finding.help for finding in parse(source(text))[1]]


def marked(text: str) -> list[str]:
    """The pieces of the text that the findings point at."""
    return [text[f.span.start : f.span.end] for f in parse(source(text))[1]]


def without_places(value: Any) -> Any:
    """The same record with every span taken out, so that equal meaning is equal."""
    if isinstance(value, tuple):
        return tuple(without_places(item) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for field in fields(value):
        inner = getattr(value, field.name)
        is_place = field.name in ("span", "value_span", "header")
        changes[field.name] = NOWHERE if is_place else without_places(inner)
    return replace(value, **changes)


def outline_of(tree: Tree) -> list[str]:
    """`parent/kind name` of every block, in order."""
    return [f"{_kind(tree, block.parent)}/{block.kind} {_name(block)}".rstrip() for block in tree.blocks]


def _kind(tree: Tree, number: int | None) -> str:
    return "" if number is None else tree.blocks[number].kind


def _name(block: Block) -> str:
    return block.name.text if block.name else ""


def value_sample(key: Key, block: str, language: str) -> str:
    """A legal value for a key in a block; "" for flags."""
    shape = key.shape_in(block)
    if shape is Shape.FLAG:
        return ""
    if shape is Shape.WORD:
        words = next(words for where, words in key.words if where in ("", block))
        return vocabulary(language).options(words)[0]
    values = _FIRST_VALUES.get(shape) or tuple(spelled[0] for spelled in EXAMPLES[shape])
    return values[language == "de"]


_HEADS = {
    "name": (" A", " A"),
    "name?": ("", ""),
    "condition": (" yes (30 %)", " ja (30 %)"),
    "condition?": (" the answer", " die Antwort"),
    "share?": (" (20 %)", " (20 %)"),
    "loop": (" until done", " bis fertig"),
    "duration": (" 2 working days", " 2 Arbeitstage"),
    "ending": (" good: A", " gut: A"),
    "target": (" A", " A"),
    "rights": (" change, nothing", " change, nichts"),
    "path": (" a.journey", " a.journey"),
    "nothing": ("", ""),
}


def header_sample(block: BlockType, language: str, spelling: str = "") -> str:
    """A legal header line."""
    spelled = spelling or vocabulary(language).spelling(block)
    return spelled + _HEADS[block.head][language == "de"]


def path_to(kind: str) -> list[BlockType]:
    """The blocks one has to open to stand in a block of this kind, outermost first."""
    by_name = {block.en: block for block in BLOCKS}
    path = [by_name[kind]]
    while "" not in path[0].inside:
        holder = next((p for p in path[0].inside if p in ("journey", "actor", "step")), path[0].inside[0])
        path.insert(0, by_name[holder])
    return path


def nested(path: list[BlockType], language: str, *lines: str) -> str:
    """A file with these blocks, one in the other, and the lines in the innermost."""
    heads = [header_sample(block, language) for block in path]
    rows = [*heads, *lines]
    first = "# language: de\n" if language == "de" else ""
    depths = [min(number, len(path)) for number in range(len(rows))]
    return first + "".join("  " * depth + row + "\n" for depth, row in zip(depths, rows, strict=True))

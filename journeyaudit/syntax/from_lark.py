"""The parser's tree -> blocks with facts, every word checked against the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeyaudit.finding import Finding
from journeyaudit.source.record import with_other
from journeyaudit.syntax.drafts import Draft, Reading, holds_anything
from journeyaudit.syntax.facts import fact
from journeyaudit.syntax.headers import header
from journeyaudit.syntax.outline import HOLDERS_OF_WIRING
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.placement import home_of, left_of, misplaced_block, misplaced_wiring, not_indented
from journeyaudit.syntax.schema import BlockType
from journeyaudit.syntax.tree import Fact
from journeyaudit.syntax.vocabulary import block_named, fold
from journeyaudit.syntax.wires import wires

_FEW_FOREIGN_WORDS = 3


def read_tree(reading: Reading, tree: Any) -> None:
    """Walks the parser's tree in source order and fills ``reading``; nesting costs no recursion."""
    waiting: list[tuple[Iterator[Any], Draft]] = [(iter(tree.children), reading.top)]
    while waiting:
        lines, parent = waiting[-1]
        line = next(lines, None)
        if line is None:
            waiting.pop()
            continue
        inside = _line(reading, parent, line)
        if inside is not None:
            waiting.append(inside)


def _line(reading: Reading, parent: Draft, line: Any) -> tuple[Iterator[Any], Draft] | None:
    match line.data:
        case "block":
            draft = _block(reading, parent, line.children[0].children)
            return (iter(line.children[1:]), draft) if draft else None
        case "fact":
            return _fact(reading, parent, line.children)
        case "wires":
            _wires(reading, parent, line.children)
        case "unknown":
            return _unknown(reading, parent, line.children)
        case other:
            raise AssertionError(f"the grammar has a rule that is not read: {other}")
    return None


def _block(reading: Reading, parent: Draft, tokens: list[Token]) -> Draft | None:
    block = reading.words.blocks[fold(tokens[0].text)]
    draft = header(reading, block, tokens)
    if block.head == "path":
        _import(reading, parent, block, draft, tokens[0])
        return None
    return _settle(reading, parent, block, draft, tokens[0])


def _import(reading: Reading, parent: Draft, block: BlockType, draft: Draft, word: Token) -> None:
    if parent is not reading.top and not holds_anything(parent):
        refusal = misplaced_block(block, parent, reading.words)
        reading.refuse(parent, "misplaced", refusal, word.start, word.end)
    if draft.name is not None:
        reading.imports.append(draft.name)


def _settle(reading: Reading, parent: Draft, block: BlockType, draft: Draft, word: Token) -> Draft:
    """Puts a block where it may stand; the place it was written at may not be one."""
    home = home_of(block, parent, reading.top)
    above = left_of(reading.drafts, parent, block.inside) if home is None else None
    if above is not None:
        _complain_of_outdent(reading, above, word, draft)
        home = above
    elif home is not parent and not holds_anything(parent):
        refusal = misplaced_block(block, parent, reading.words)
        reading.refuse(parent, "misplaced", refusal, word.start, word.end)
    if home is None:
        draft.kind, draft.parent = "?", parent
    else:
        reading.add(draft, home)
    return draft


def _fact(reading: Reading, parent: Draft, children: list[Any]) -> tuple[Iterator[Any], Draft] | None:
    """Puts a fact into its block. What stands below it and is no fact is left to the block."""
    tokens = [child for child in children if isinstance(child, Token)]
    parent = _described(reading, parent, tokens[0])
    made = fact(reading, parent, parent.kind, tokens)
    parent.end = max(parent.end, tokens[-1].end)
    below = [child for child in children if not isinstance(child, Token)]
    if below:
        inner = _facts_below(reading, parent, tokens[0], below)
        made = with_other(made, facts=inner) if made else None
    if made is not None:
        parent.facts.append(made)
    others = [line for line in below if line.data != "fact"]
    return (iter(others), parent) if others else None


def _described(reading: Reading, parent: Draft, word: Token) -> Draft:
    """The block that a fact describes: the one it stands in, or the one above it."""
    key = reading.words.keys.get(fold(word.text.rstrip(": ")))
    if key is None or holds_anything(parent) or parent.kind in key.blocks:
        return parent
    above = left_of(reading.drafts, parent, key.blocks)
    if above is None:
        return parent
    _complain_of_outdent(reading, above, word)
    return above


def _complain_of_outdent(reading: Reading, above: Draft, word: Token, inside: Draft | None = None) -> None:
    """Says once for each block that lines below it are not indented, and nothing of what they contain."""
    if inside is not None:
        inside.outdented = True
    if not above.outdented:
        written = word.text.rstrip(": ")
        refusal = not_indented(written, reading.header_of(above))
        reading.refuse(above, "indentation", refusal, word.start, word.start + len(written))
    above.outdented = True


def _facts_below(reading: Reading, parent: Draft, owner: Token, lines: list[Any]) -> tuple[Fact, ...]:
    """The facts that describe another fact, such as the reason of a cut-off."""
    kind = reading.words.keys[fold(owner.text.rstrip(": "))].en
    made = []
    for line in lines:
        tokens = [child for child in line.children if isinstance(child, Token)]
        if line.data == "fact":
            made.append(fact(reading, parent, kind, tokens))
            parent.end = max(parent.end, tokens[-1].end)
    return tuple(inner for inner in made if inner is not None)


def _wires(reading: Reading, parent: Draft, tokens: list[Token]) -> None:
    if parent.kind in HOLDERS_OF_WIRING:
        parent.wires += wires(reading, parent, tokens)
    elif not holds_anything(parent):
        refusal = misplaced_wiring(parent.kind, reading.words)
        reading.refuse(parent, "misplaced", refusal, tokens[0].start, tokens[-1].end)
    parent.end = max(parent.end, tokens[-1].end)


def _unknown(reading: Reading, parent: Draft, children: list[Any]) -> tuple[Iterator[Any], Draft]:
    from journeyaudit.syntax.unknown import unknown_line

    tokens = [child for child in children if isinstance(child, Token)]
    lines = [child for child in children if not isinstance(child, Token)]
    draft = unknown_line(reading, parent, [t for t in tokens if t.type != "TEXT_LINE"])
    if not holds_anything(draft):
        home = home_of(block_named(draft.kind), parent, reading.top)
        if home is None:
            draft.kind = "?"
        else:
            reading.add(draft, home)
    return iter(lines), draft


def foreign_words_as_one(reading: Reading, declared: bool) -> list[Finding]:
    """Many words of the other language in a file that names none are one finding: the line is missing."""
    if declared or len(reading.foreign) < _FEW_FOREIGN_WORDS:
        return reading.findings
    other = reading.words.other
    first = reading.foreign[0]
    title = f"this file seems to be written in {other.name}"
    one = with_other(
        first, rule="unknown-language", title=title, help=f"begin it with `# language: {other.language}`"
    )
    hidden = {id(finding) for finding in reading.foreign}
    return [one, *(finding for finding in reading.findings if id(finding) not in hidden)]

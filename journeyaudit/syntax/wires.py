"""A wiring line -> its arrows."""

from __future__ import annotations

import re
from itertools import pairwise

from journeyaudit.syntax.drafts import Draft, Reading
from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.names import name_of, unquoted
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.tree import Wire
from journeyaudit.syntax.vocabulary import fold, nearest
from journeyaudit.syntax.word_lists import OUTCOME

_ODD_ARROW = re.compile(r"={1,2}>|<?-{1,2}$|^>")
_STROKES = re.compile(r"[<=-]*>?")
_ENDING = re.compile(r"(\S+)\s+(\S+)\s*:\s*\S")


def wires(reading: Reading, holder: Draft, tokens: list[Token]) -> tuple[Wire, ...]:
    """The arrows of one line `A "yes" -> B -> end good: C`; () with a finding if it cannot be read."""
    if tokens[-1].type == "BAD":
        title = f"{quoted(tokens[-1].text)} cannot be read as arrows between names"
        repair = 'write `A -> B`, or `A "yes" -> B` with the condition in quotes'
        reading.refuse(holder, "syntax", Refusal(title, repair), tokens[-1].start, tokens[-1].end)
        return ()
    nodes: list[list[Token]] = [[]]
    for token in tokens[1:]:
        if token.type == "ARROW":
            nodes.append([])
        else:
            nodes[-1].append(token)
    if not all(_is_sound(reading, holder, node) for node in nodes):
        return ()
    return tuple(_wire(reading, a, b) for a, b in pairwise(nodes))


def _is_sound(reading: Reading, holder: Draft, node: list[Token]) -> bool:
    """Whether the node is not an arrow of another make, or an end with a colon or an outcome missing."""
    if odd := _ODD_ARROW.search(node[0].text) if node[0].type == "REF" else None:
        start = node[0].start + odd.start()
        written = _STROKES.match(reading.source.plain, start)
        end = written.end() if written else node[0].end
        title = f"{quoted(reading.source.plain[start:end])} is not an arrow of this language"
        reading.refuse(holder, "syntax", Refusal(title, "write `->`"), start, end)
        return False
    if node[0].type == "REF" and (refused := _end_without_colon(reading, node[0].text)):
        reading.refuse(holder, "syntax", refused, node[0].start, node[0].end)
        return False
    written = _ENDING.match(node[0].text) if node[0].type == "REF" else None
    block = reading.words.blocks.get(fold(written[1])) if written else None
    if not written or block is None or block.en != "end":
        return True
    outcomes = reading.words.options(OUTCOME)
    near = nearest(written[2], outcomes)
    repair = f"did you mean “{near}”?" if near else f"write one of: {', '.join(outcomes)}"
    start = node[0].start + written.start(2)
    refusal = Refusal(f"{quoted(written[2])} is not an outcome", repair, start, start + len(written[2]))
    reading.refuse(holder, "bad-value", refusal, node[0].start, node[0].end)
    return False


def _end_without_colon(reading: Reading, text: str) -> Refusal | None:
    first, _, rest = text.partition(" ")
    block = reading.words.blocks.get(fold(first))
    outcome, _, name = rest.strip().partition(" ")
    if block is None or block.en != "end" or reading.words.closed(OUTCOME, outcome) is None:
        return None
    written = f"{first} {outcome}: {name.strip() or '…'}"
    return Refusal("the colon is missing behind the outcome", f"write `{written}`")


def _wire(reading: Reading, source: list[Token], target: list[Token]) -> Wire:
    file = reading.source.path
    source_end, source_name, label = _parts(reading, source)
    target_end, target_name, _ = _parts(reading, target)
    span = reading.span(source[0].start, target_name.end)
    said = unquoted(label.text) if label else ""
    return Wire(name_of(source_name, file), name_of(target_name, file), said, source_end, target_end, span)


def _parts(reading: Reading, node: list[Token]) -> tuple[str, Token, Token | None]:
    """The outcome ("" for all but ends), the name and the label of a node."""
    outcome = ""
    if node[0].type == "ENDING":
        word = node[0].text.rstrip(": ").split()[-1]
        outcome = reading.words.closed(OUTCOME, word) or ""
        node = node[1:]
    return outcome, node[0], node[1] if len(node) > 1 else None

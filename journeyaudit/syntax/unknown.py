"""A line that begins with no word of the language -> the block that was probably meant."""

from __future__ import annotations

import re

from journeyaudit.syntax.drafts import Draft, Reading
from journeyaudit.syntax.endings import UNSAID
from journeyaudit.syntax.guesses import guess_of_key, guess_of_line
from journeyaudit.syntax.names import name_of
from journeyaudit.syntax.outline import ANYTHING
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.schema import BlockType
from journeyaudit.syntax.values import UNKNOWN
from journeyaudit.syntax.word_lists import OUTCOME

_HANDLE = re.compile(r"\s*\[([\w.-]+)\]\s*$")


def unknown_line(reading: Reading, parent: Draft, tokens: list[Token]) -> Draft:
    """Complains about the line. The draft is the block that was meant, or one that holds anything."""
    first = tokens[0]
    guess = (
        guess_of_key(reading, parent, tokens)
        if first.type == "ODD_KEY"
        else guess_of_line(reading, parent, first)
    )
    draft = Draft(ANYTHING, parent, start=first.start, end=tokens[-1].end, header_end=tokens[-1].end)
    if guess.prose and parent is reading.top and parent.broken and not reading.drafts:
        # a text that has not begun to be a journey is one mistake
        return draft
    refusal = guess.refusal
    start, end = (refusal.start, refusal.end) if refusal.start >= 0 else (first.start, first.end)
    span = reading.span(start, end)
    finding = reading.complain(parent, guess.rule, refusal.title, span, refusal.help)
    if guess.foreign:
        reading.foreign.append(finding)
    if guess.block is not None:
        _fill(reading, draft, guess.block, tokens, guess.rest)
    return draft


def _fill(reading: Reading, draft: Draft, block: BlockType, tokens: list[Token], rest: int) -> None:
    """What stands behind a misspelt header word, as far as it is a name."""
    draft.kind = block.en
    end = tokens[-1].end
    text = reading.source.plain[rest:end].rstrip(": ")
    end = rest + len(text)
    if block.head == "duration":
        draft.value = UNKNOWN
    if block.head == "ending":
        outcome, colon, name = text.partition(":")
        words = reading.words
        draft.word = words.closed(OUTCOME, outcome) or words.other.closed(OUTCOME, outcome) or UNSAID
        if colon:
            rest, text = end - len(name), name
    if handle := _HANDLE.search(text):
        draft.handle = handle[1]
        text = text[: handle.start()]
    begin = rest + len(text) - len(text.lstrip())
    if text.strip() and block.head not in ("duration", "rights", "nothing", "share?", "loop"):
        draft.name = name_of(
            Token("TITLE", text.strip(), begin, rest + len(text.rstrip())), reading.source.path
        )

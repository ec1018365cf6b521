"""A header line -> the kind, name and other parts of its block."""

from __future__ import annotations

import re

from journeyaudit.syntax.drafts import Draft, Reading
from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.names import name_of, unquoted
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.schema import NOTHING, BlockType, Shape
from journeyaudit.syntax.time_values import duration
from journeyaudit.syntax.values import UNKNOWN, Name
from journeyaudit.syntax.values_from_lark import names_of, reserved_names
from journeyaudit.syntax.word_lists import LOOP, OUTCOME

_NEEDS_A_NAME = ("name", "target", "condition", "ending", "path")
_QUOTES = '"„“”«»'
_LEADING_QUOTE = re.compile(r"\"[^\"]+\"|„[^“”\"]+[“”\"]|“[^”]+”|«[^»]+»|»[^«]+«")


def header(reading: Reading, block: BlockType, tokens: list[Token]) -> Draft:
    """A draft of the block that the header opens; what is wrong with it goes into ``reading``."""
    first, last = tokens[0], tokens[-1]
    draft = Draft(block.en, start=first.start, end=last.end, header_end=last.end)
    if block.head == "duration":
        draft.value = UNKNOWN
    bad = [token for token in tokens if token.type == "BAD"]
    if bad:
        _bad_header(reading, draft, block, bad[0])
    else:
        for token in tokens[1:]:
            _take(reading, draft, token)
        _take_lists(reading, draft, block, tokens[1:])
        _check_complete(reading, draft, block, first)
    return draft


def _take(reading: Reading, draft: Draft, token: Token) -> None:
    words, file = reading.words, reading.source.path
    match token.type:
        case "TITLE" | "CONDITION" if token.text.endswith(":"):
            draft.name = _without_colon(reading, draft, token)
        case "TITLE" | "CONDITION" | "PATH" | "QUOTED":
            draft.name = name_of(token, file)
        case "HANDLE":
            draft.handle = token.text[1:-1]
        case "SHARE":
            draft.share = _share(reading, draft, token)
        case "LOOP":
            draft.word = words.closed(LOOP, token.text) or ""
        case "OUTCOME":
            draft.word = words.closed(OUTCOME, token.text) or ""
        case _:
            pass


def _without_colon(reading: Reading, draft: Draft, token: Token) -> Name | None:
    """`step Place order:` is a habit from other notations; a name that is all colons is none."""
    text = token.text.rstrip(": ")
    if not text:
        return None
    end = token.start + len(text)
    title = f"no colon belongs behind {quoted(text)}"
    repair = f"write {quoted(text)} without the colon"
    reading.complain(draft, "syntax", title, reading.span(end, token.end), repair)
    return name_of(Token(token.type, text, token.start, end), reading.source.path)


def _share(reading: Reading, draft: Draft, token: Token) -> float | None:
    share = float(token.text.strip("() %").replace(",", "."))
    if share <= 100:
        return share
    refusal = Refusal("this share is more than 100 %", "write a share from 0 % to 100 %")
    reading.refuse(draft, "bad-value", refusal, token.start, token.end)
    return None


def _take_lists(reading: Reading, draft: Draft, block: BlockType, tokens: list[Token]) -> None:
    if not tokens:
        return
    if block.head == "duration":
        value = duration(tokens, reading.words)
        if isinstance(value, Refusal):
            reading.refuse(draft, "bad-value", value, tokens[0].start, tokens[-1].end)
        else:
            draft.value = value
    elif block.head == "rights":
        draft.name = None
        nothing = reserved_names(NOTHING, reading.words)
        draft.rights = names_of(tokens, reading.source.path, nothing).names


def _check_complete(reading: Reading, draft: Draft, block: BlockType, first: Token) -> None:
    spelled = reading.words.spelling(block)
    missing = ""
    if block.head in _NEEDS_A_NAME and (draft.name is None or not draft.name.text):
        draft.name = None
        missing = {"condition": "a condition", "path": "a file"}.get(block.head, "a name")
    elif block.head == "duration" and draft.header_end == first.end:
        missing = "a length of time"
    elif block.head == "rights" and not draft.rights:
        missing = "what may be decided"
    elif block.head == "loop" and draft.word and draft.name is None:
        missing = "a condition"
    if missing:
        title = f"{missing} is missing behind “{spelled}”"
        repair = f"write `{_sample(reading, block, spelled)}`"
        reading.complain(draft, "missing-value", title, reading.span(first.start, draft.header_end), repair)


def _sample(reading: Reading, block: BlockType, spelled: str) -> str:
    from journeyaudit.syntax.endings import example_end
    from journeyaudit.syntax.explain import example

    words = reading.words
    name = example(Shape.NAME, words)
    match block.head:
        case "duration":
            return f"{spelled} {example(Shape.DURATION, words)}"
        case "ending":
            return f"{spelled} {words.options(OUTCOME)[0]}: {example_end(words)}"
        case "path":
            return f"{spelled} people.journey"
        case "condition":
            return f"{spelled} {'yes' if words.language == 'en' else 'ja'}"
        case "loop":
            return f"{spelled} {words.options(LOOP)[0]} …"
        case _:
            return f"{spelled} {name}"


def _bad_header(reading: Reading, draft: Draft, block: BlockType, bad: Token) -> None:
    from journeyaudit.syntax.endings import bad_ending
    from journeyaudit.syntax.explain import bad_value

    words, spelled = reading.words, reading.words.spelling(block)
    rule = "syntax"
    match block.head:
        case "duration":
            rule, refusal = "bad-value", bad_value(Shape.DURATION, bad, words)
        case "ending":
            rule, refusal = "bad-value", bad_ending(reading, draft, bad)
        case "loop":
            rule, refusal = "syntax", _bad_loop(reading, bad)
        case "rights":
            rule, refusal = "bad-value", bad_value(Shape.NAMES, bad, words)
        case "share?" | "nothing":
            tail = "; only a share such as (30 %) may follow" if block.head == "share?" else ""
            refusal = Refusal(
                f"{quoted(bad.text)} may not stand behind “{spelled}”{tail}", f"write `{spelled}` alone"
            )
        case _:
            draft.name = _salvaged(reading, bad)
            refusal = _bad_name(spelled, bad.text, draft.name)
    reading.refuse(draft, rule, refusal, bad.start, bad.end)


def _bad_name(spelled: str, text: str, meant: Name | None) -> Refusal:
    """A name with signs in it that mean something else."""
    shown = " ".join(text.split())
    if not any(sign in text for sign in _QUOTES):
        repair = f'put a name with brackets or arrows in it in quotes: `{spelled} "{shown}"`'
        return Refusal(f"{quoted(text)} is not a name", repair)
    name = meant.text if meant else "…"
    if text[0] in _QUOTES and not _LEADING_QUOTE.match(text):
        return Refusal(f"the quotes before {quoted(name)} are not closed", f"write `{spelled} {name}`")
    repair = f'write `{spelled} {name}`; quotes stand around the whole name: "{name}"'
    return Refusal(f"{quoted(text)} is not a name", repair)


def _salvaged(reading: Reading, bad: Token) -> Name | None:
    """The name that was probably meant, so that what refers to it is not reported as well."""
    found = _LEADING_QUOTE.match(bad.text)
    text = unquoted(found[0] if found else bad.text.split("[")[0].strip(_QUOTES))
    return Name(text, reading.span(bad.start, bad.end)) if text else None


def _bad_loop(reading: Reading, bad: Token) -> Refusal:
    words = reading.words
    kinds = ", ".join(words.options(LOOP))
    spelled, most = words.spelled("repeat"), words.spelled("at most")
    title = f"{quoted(bad.text)} does not say how long to repeat"
    return Refusal(
        title, f"write `{spelled}` and one of: {kinds}; how often at most is the fact `{most}:` below it"
    )

"""A fact line -> a fact with its value, checked against the schema."""

from __future__ import annotations

from journeyaudit.finding import Label
from journeyaudit.source import Span
from journeyaudit.source.record import with_other
from journeyaudit.syntax.drafts import Draft, Reading, holds_anything
from journeyaudit.syntax.outline import TOP
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.placement import misplaced_fact
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.schema import Key, Shape
from journeyaudit.syntax.tree import Fact
from journeyaudit.syntax.values import Name, Names, Text, Value
from journeyaudit.syntax.values_from_lark import text_of, value_of, word_list
from journeyaudit.syntax.vocabulary import fold


def fact(reading: Reading, holder: Draft, kind: str, tokens: list[Token]) -> Fact | None:
    """The fact of one line; ``kind`` is the block or the cut-off it describes. None: a finding."""
    word = tokens[0].text.rstrip(": ")
    whole = reading.span(tokens[0].start, tokens[-1].end)
    said = reading.span(tokens[0].start, tokens[0].start + len(word))
    if tokens[0].type == "FREE_KEY":
        return _free(reading, holder, word, tokens, whole)
    key = reading.words.keys[fold(word)]
    if not _may_stand(reading, holder, key, kind, said):
        return None
    value = _value(reading, holder, key, kind, tokens)
    if holds_anything(holder) or isinstance(value, Refusal):
        return None
    start, end = (tokens[1].start, tokens[-1].end) if len(tokens) > 1 else (whole.start, whole.end)
    return Fact(key.en, value, whole, reading.span(start, end))


def _free(reading: Reading, holder: Draft, word: str, tokens: list[Token], whole: Span) -> Fact | None:
    if len(tokens) == 1:
        _missing(reading, holder, f"`{word}: any words`", word, whole)
        return None
    if holder.kind == TOP:
        title = f"“{word}” stands outside of any block"
        repair = "write it below the line it describes"
        reading.complain(
            holder, "misplaced", title, reading.span(whole.start, whole.start + len(word)), repair
        )
        return None
    return Fact(fold(word), text_of(tokens[1:]), whole, reading.span(tokens[1].start, tokens[-1].end))


def _may_stand(reading: Reading, holder: Draft, key: Key, kind: str, said: Span) -> bool:
    if holds_anything(holder):
        # nobody knows which list of words counts here
        return key.shape is not Shape.WORD
    if kind not in key.blocks:
        refusal = misplaced_fact(key, kind, reading.words)
        reading.refuse(holder, "misplaced", refusal, said.start, said.end)
        return False
    place = key.en if kind == holder.kind else f"{kind}: {key.en}"
    if not key.many and place in holder.said:
        _repeated(reading, holder, key, said, holder.said[place])
        return False
    holder.said[place] = said
    return True


def _repeated(reading: Reading, holder: Draft, key: Key, said: Span, first: Span) -> None:
    spelled = reading.words.spelling(key)
    title = f"“{spelled}” is said twice"
    repair = f"keep one of the two; several values of `{spelled}:` stand in one line, with commas"
    if key.shape not in (Shape.NAMES, Shape.MONIES):
        repair = "keep one of the two"
    found = reading.complain(holder, "repeated-fact", title, said, repair)
    reading.findings[-1] = with_other(found, labels=(Label(first, "said here first"),))


def _value(
    reading: Reading, holder: Draft, key: Key, kind: str, tokens: list[Token]
) -> Value | Refusal | None:
    """The value behind a key; a Refusal if it has been complained about."""
    words = reading.words
    values = [token for token in tokens[1:] if token.type != "BAD"]
    refused: Refusal | None = None
    for bad in tokens[1:]:
        if bad.type == "BAD":
            refused = _bad(key, kind, bad, tokens[0].text.rstrip(": "), reading)
            reading.refuse(holder, "bad-value", refused, bad.start, bad.end)
    if key.shape is Shape.FLAG:
        return refused
    if refused and not (values and key.shape is Shape.NAMES):
        return refused
    if not values:
        return _missing_value(reading, holder, key, kind, tokens[0])
    value = value_of(key, kind, values, words, reading.source.path)
    if isinstance(value, Refusal):
        reading.refuse(holder, "bad-value", value, values[0].start, values[-1].end)
    elif _is_empty(value):
        return _missing_value(reading, holder, key, kind, tokens[0])
    return value


def _bad(key: Key, kind: str, bad: Token, word: str, reading: Reading) -> Refusal:
    if key.shape is Shape.FLAG:
        return Refusal(f"“{word}” stands alone on its line", f"write `{word}`")
    from journeyaudit.syntax.explain import bad_value

    return bad_value(key.shape_in(kind), bad, reading.words)


def _is_empty(value: Value) -> bool:
    match value:
        case Text(text) | Name(text):
            return not text.strip()
        case Names(names):
            return any(not name.text for name in names)
        case _:
            return False


def _missing_value(reading: Reading, holder: Draft, key: Key, kind: str, first: Token) -> Refusal:
    words = reading.words
    if key.shape is Shape.WORD:
        shown = " or ".join(f"`{words.spelling(key)}: {o}`" for o in words.options(word_list(key, kind))[:3])
    elif key.shape is Shape.TEXT:
        shown = f"`{words.spelling(key)}: …`"
    else:
        from journeyaudit.syntax.explain import example

        shown = f"`{words.spelling(key)}: {example(key.shape_in(kind), words)}`"
    word = first.text.rstrip(": ")
    return _missing(reading, holder, shown, word, reading.span(first.start, first.end))


def _missing(reading: Reading, holder: Draft, shown: str, word: str, span: Span) -> Refusal:
    refusal = Refusal(f"the value is missing behind “{word}:”", f"write {shown}, or remove the line")
    reading.refuse(holder, "missing-value", refusal, span.start, span.end)
    return refusal

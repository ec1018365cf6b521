"""A value nobody can read -> what is wrong with it, and what to write instead."""

from __future__ import annotations

import re
from functools import cache

from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.schema import Shape
from journeyaudit.syntax.value_words import EXAMPLES, VALUE_WORDS
from journeyaudit.syntax.vocabulary import Vocabulary, fold, nearest, vocabulary

_WHAT = {
    Shape.NAME: "a name",
    Shape.NAMES: "a list of names",
    Shape.DURATION: "a length of time",
    Shape.MOMENT: "a moment",
    Shape.MONEY: "an amount of money",
    Shape.MONIES: "amounts of money",
    Shape.NUMBER: "a number",
    Shape.DATE: "a date",
    Shape.HOURS: "opening hours",
}
_WITH_UNITS = (Shape.DURATION, Shape.MOMENT)
_WITH_FIGURES = (*_WITH_UNITS, Shape.MONEY, Shape.MONIES, Shape.NUMBER)
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[.,'’ ]\d{3})+(?:[.,]\d{1,2})?(?!\d)")
_AMERICAN_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FIGURE_AND_WORD = re.compile(r"\d+(?:[.,]\d+)?\s*([^\W\d]+)")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


def bad_value(shape: Shape, bad: Token, words: Vocabulary) -> Refusal:
    """Why a piece of text cannot be read as a value of this type."""
    text = bad.text
    if shape in (Shape.NAME, Shape.NAMES):
        return _names(shape, text)
    if shape in _WITH_FIGURES and (grouped := _GROUPED.search(text)):
        return _grouped(grouped, bad.start)
    if shape is Shape.DATE and (american := _AMERICAN_DATE.search(text)):
        return _date(american, bad.start)
    if shape in _WITH_UNITS and (found := _unit(bad, words)):
        return found
    if shape in (Shape.MONEY, Shape.MONIES) and _FIGURE.fullmatch(text):
        return Refusal(f"{quoted(text)} has no currency", f"write “{text} EUR”")
    return Refusal(f"{quoted(text)} cannot be read as {_WHAT[shape]}", _example(shape, words))


def example(shape: Shape, words: Vocabulary) -> str:
    """The first example of a value of this type, in the language of the file."""
    return EXAMPLES[shape][0 if words.language == "en" else 1][0]


def _example(shape: Shape, words: Vocabulary) -> str:
    known = EXAMPLES[shape][0 if words.language == "en" else 1]
    listed = [f"“{value}”" for value in known]
    return "write for example " + (
        " or ".join([", ".join(listed[:-1]), listed[-1]]) if listed[1:] else listed[0]
    )


def _names(shape: Shape, text: str) -> Refusal:
    if not text.strip(", "):
        return Refusal("a name is missing beside the comma", "write the name or remove the comma")
    if text.rstrip().endswith(",") or ",," in text.replace(" ", "") or text.startswith(","):
        return Refusal("a name is missing beside the comma", "write the name or remove the comma")
    if shape is Shape.NAME and "," in text:
        repair = f'if it is one name with a comma, put it in quotes: "{" ".join(text.split())}"'
        return Refusal("only one name can stand here", repair)
    repair = "put a name that contains a comma, a quote or an arrow in quotes, and leave nothing beside them"
    return Refusal(f"{quoted(text)} cannot be read as {_WHAT[shape]}", repair)


def _grouped(found: re.Match[str], at: int) -> Refusal:
    figure = found[0]
    plain = re.sub(r"[.,]\d{1,2}$|\D", "", figure)
    title = f"“{figure}” can be read in two ways: a point or comma may group thousands or begin a fraction"
    return Refusal(title, f"write thousands without a sign: “{plain}”", at + found.start(), at + found.end())


def _date(found: re.Match[str], at: int) -> Refusal:
    first, second, year = int(found[1]), int(found[2]), found[3]
    title = f"“{found[0]}” is read as month and day by some people and as day and month by others"
    month, day = (first, second) if second > 12 >= first else (second, first)
    shown = f"{year}-{month:02}-{day:02}" if month <= 12 and day <= 31 else "2026-12-31"
    return Refusal(title, f"write “{shown}”", at + found.start(), at + found.end())


def _unit(bad: Token, words: Vocabulary) -> Refusal | None:
    """A figure without a unit, or with a misspelt one."""
    text = bad.text
    if _FIGURE.fullmatch(text):
        day = words.value_word("days")
        return Refusal(f"{quoted(text)} has no unit of time", f"write “{text} min” or “{text} {day}”")
    units, known = _units(words.language)
    for found in _FIGURE_AND_WORD.finditer(text):
        foreign = words.other.value_words.get(("UNIT", fold(found[1])))
        if foreign and fold(found[1]) not in known:
            native = words.value_word(foreign)
            start, end = bad.start + found.start(1), bad.start + found.end(1)
            title = f"this file is in {words.name}: “{native}” instead of {quoted(found[1])}"
            return Refusal(title, f"write “{native}”", start, end)
        if fold(found[1]) not in known and (meant := nearest(found[1], units)):
            start, end = bad.start + found.start(1), bad.start + found.end(1)
            title = f"{quoted(found[1])} is not a unit of time"
            return Refusal(title, f"did you mean “{meant}”?", start, end)
    return None


@cache
def _units(language: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The units of time that are long enough to be misspelt, and all words known inside values."""
    spelled = (
        unit for v in VALUE_WORDS if v.terminal == "UNIT" for unit in (v.de if language == "de" else v.en)
    )
    known = (word for _, word in vocabulary(language).value_words)
    return tuple(unit for unit in spelled if len(unit) > 2), frozenset(known)

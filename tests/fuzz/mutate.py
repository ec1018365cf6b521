"""A text that is as it should be -> one that is not, decided by dice alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

ODD = (
    *"\t\n\r\v\f #:->\"'„“”«»()[]{}%,.;/\\|=<>_*`~?!@$&+^0123456789",
    "\x00", "\x1b[31m", "\u00a0", "\u2028", "\u200f", "\ufeff", "\ufffd", "ß", "İ", "é", "é", "😀", "漢", "٣", "½", "ﬁ",
)  # fmt: skip
NUMBERS = (
    "0", "-1", "1", "00", "1e9", "0.5", "1,5", "1.000.000", "99999999999999999999", "9" * 400, "NaN", "inf",
    "24:00", "25:61", "-0", "100 %", "101 %", "1/2",
)  # fmt: skip
Mutation = Callable[[Random, list[str], Sequence[str]], None]


def mutated(dice: Random, text: str, other: Sequence[str], words: Sequence[str]) -> str:
    """One to four changes; ``other`` are lines and ``words`` are words that might mean something here."""
    lines = text.split("\n")
    for _ in range(dice.choice((1, 1, 2, 2, 3, 4))):
        change = dice.choice(CHANGES)
        change(dice, lines, words if change in (_insert_word, _replace_word) else other)
    return "\n".join(lines)


def _at(dice: Random, lines: list[str]) -> int:
    return dice.randrange(len(lines)) if lines else 0


def _delete(dice: Random, lines: list[str], _: Sequence[str]) -> None:
    at = _at(dice, lines)
    del lines[at : at + dice.choice((1, 1, 1, 2, 5))]


def _repeat(dice: Random, lines: list[str], _: Sequence[str]) -> None:
    at, length = _at(dice, lines), dice.choice((1, 1, 3, 8))
    lines[at:at] = lines[at : at + length] * dice.choice((1, 1, 2, 30))


def _move(dice: Random, lines: list[str], _: Sequence[str]) -> None:
    if lines:
        lines.insert(_at(dice, lines), lines.pop(_at(dice, lines)))


def _borrow(dice: Random, lines: list[str], other: Sequence[str]) -> None:
    if other:
        at, start = _at(dice, lines), dice.randrange(len(other))
        lines[at:at] = other[start : start + dice.choice((1, 1, 2, 6))]


def _indent(dice: Random, lines: list[str], _: Sequence[str]) -> None:
    at = _at(dice, lines)
    by = dice.choice((" ", "  ", "\t", "    ", " " * 40))
    for number in range(at, min(at + dice.choice((1, 1, 4)), len(lines))):
        lines[number] = by + lines[number]


def _outdent(dice: Random, lines: list[str], _: Sequence[str]) -> None:
    if lines:
        at = _at(dice, lines)
        lines[at] = lines[at][dice.choice((1, 2, 4)) :]


def _odd_letter(dice: Random, lines: list[str], _: Sequence[str]) -> None:
    _into(dice, lines, dice.choice(ODD) * dice.choice((1, 1, 1, 3, 200)), dice.choice((0, 0, 1, 3)))


def _number(dice: Random, lines: list[str], _: Sequence[str]) -> None:
    with_digits = [at for at, line in enumerate(lines) if any(map(str.isdigit, line))]
    if not with_digits:
        return
    at = dice.choice(with_digits)
    words = lines[at].split(" ")
    counted = [number for number, word in enumerate(words) if any(map(str.isdigit, word))]
    words[dice.choice(counted)] = dice.choice(NUMBERS)
    lines[at] = " ".join(words)


def _insert_word(dice: Random, lines: list[str], words: Sequence[str]) -> None:
    if words:
        _into(dice, lines, f" {dice.choice(words)} ", 0)


def _replace_word(dice: Random, lines: list[str], words: Sequence[str]) -> None:
    if lines and words:
        at = _at(dice, lines)
        said = lines[at].split(" ")
        said[dice.randrange(len(said))] = dice.choice(words)
        lines[at] = " ".join(said)


def _cut(dice: Random, lines: list[str], _: Sequence[str]) -> None:
    del lines[_at(dice, lines) + 1 :]
    if lines:
        lines[-1] = lines[-1][: dice.randrange(len(lines[-1]) + 1)]


def _into(dice: Random, lines: list[str], text: str, instead_of: int) -> None:
    if lines:
        at = _at(dice, lines)
        start = dice.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:start] + text + lines[at][start + instead_of :]


CHANGES: tuple[Mutation, ...] = (
    _delete,
    _repeat,
    _move,
    _borrow,
    _borrow,
    _indent,
    _outdent,
    _odd_letter,
    _odd_letter,
    _number,
    _insert_word,
    _replace_word,
    _replace_word,
    _cut,
)

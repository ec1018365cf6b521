"""The tables of the language -> its reference for designers, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeyaudit.syntax.schema import BLOCKS, CHANCE, HOLD, KEYS, NOTHING, US, BlockType, Key, Shape
from journeyaudit.syntax.value_words import EXAMPLES, PERCENT_OF, VALUE_WORDS
from journeyaudit.syntax.word_lists import WordList

_INTRODUCTION = """\
# Language reference

Every word of the journey language, in English and in German. This page is made from the tables that the
parser itself uses.

A file is an outline. A line is a *header* (`step Place order`), a *fact* (`by: Customer`), a *flag*
(`point of no return`) or *wiring* (`A -> B`). What belongs to a line stands below it, two blanks deeper.

- Words are understood in capitals or small letters. A German file begins with `# language: de`.
- Names need quotes only if they contain a comma, a quote or an arrow, or begin like another kind of
  value: `"Yes, no or later"`, `„Ja, nein oder später“`, `«Schalter, EG»`.
- A header may end with a handle, a short name of your own: `step Place order [order]`.
- A blank, `#` and a blank begin a comment; so does `#` at the beginning of a line.
- Text may go on in deeper lines: begin it there if it is longer than a line. Empty lines between them stay.
- `@anything: text` is a fact of your own, in any block. It is kept and not looked at.
- What is not said is unknown; leaving out a fact is never an error of the text.
"""


def language_reference() -> str:
    """The page ``docs/language-reference.md``."""
    parts = [
        _INTRODUCTION,
        "## Types of values\n\n" + "\n".join(_value_types()) + "\n",
        "## Words inside values\n\n" + "\n".join(_value_words()) + "\n",
        "## Names with a meaning of their own\n\n" + "\n".join(_reserved()) + "\n",
        "## Blocks\n\n" + "\n".join(_overview()) + "\n",
        *(_block(block) for block in BLOCKS),
        *(_facts_of_fact(name) for name in _keys_that_own_facts()),
    ]
    return "\n".join(parts)


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _value_types() -> Iterator[str]:
    shapes = [shape for shape in Shape if shape not in (Shape.WORD, Shape.FLAG)]
    rows = [(shape.value, _code(EXAMPLES[shape][0]), _code(EXAMPLES[shape][1])) for shape in shapes]
    rows.append((Shape.WORD.value, "one word of a list; the lists stand with the facts below", ""))
    rows.append((Shape.FLAG.value, "no value: the line is the word alone", ""))
    yield from _table(("type", "English", "German"), rows)
    often = ", ".join(f"`{word}` is {percent:g} %" for word, percent in PERCENT_OF.items())
    yield f"\nIn a likelihood {often}. `1 of 50` is 2 %. A month has 30 days, a year 365."
    yield "A time that ends before it begins (`22:00-06:00`) ends on the next day; days without times are"
    yield "whole days. `1.000 EUR`, `1,000 EUR` and `12/31/2026` are refused: people read them in two ways."
    yield "So is `never` as a moment: write `no limit` if it is always possible, `at once` if it never is."


def _value_words() -> Iterator[str]:
    rows = ((word.meaning, _code(word.en), _code(word.de)) for word in VALUE_WORDS)
    yield from _table(("meaning", "English", "German"), rows)


def _reserved() -> Iterator[str]:
    rows = ((_code(table), _code(_german(table)), means) for table, means in _RESERVED)
    yield from _table(("English", "German", "what it means"), rows)
    yield "\nAll other names are yours. The words of `may`, `does` and `tools` are your own, too: `change`,"
    yield "`cancel`, `refund`; what counts is that the same word is used in all three."


def _german(table: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    return dict.fromkeys(word for words in table.values() for word in words)


_RESERVED = (
    (CHANCE, "behind `by` of a choice: nobody decides"),
    (NOTHING, "behind `may` and `tools`: no right at all, no tool at all"),
    (
        HOLD,
        "behind `may`, `does` and `tools`: to stop the main flow while a case is looked at; the clock stands "
        "still from the moment somebody who `may hold` hears of the mistake",
    ),
    (US, "whoever runs the service; need not be declared as an actor"),
)


def _overview() -> Iterator[str]:
    rows = ((f"[`{b.en}`](#{_anchor(b.en)})", _code(b.de), _places(b), b.doc) for b in BLOCKS)
    yield from _table(("English", "German", "stands in", "what it is"), rows)


def _places(block: BlockType) -> str:
    return ", ".join(f"`{place}`" if place else "the file" for place in block.inside)


def _anchor(word: str) -> str:
    return word.replace(" ", "-")


def _block(block: BlockType) -> str:
    lines = [f"### {block.en}", "", block.doc, "", f"German: {_code(block.de)}. Since {block.since}."]
    if block.also:
        lines.append(f"Also understood: {_code(block.also)}.")
    lines += ["", *_facts(block.en)]
    inner = [f"`{b.en}`" for b in BLOCKS if block.en in b.inside]
    if inner:
        lines += ["Blocks inside: " + ", ".join(inner) + ".", ""]
    return "\n".join(lines)


def _facts(owner: str) -> list[str]:
    keys = [key for key in KEYS if owner in key.blocks]
    if not keys:
        return []
    header = ("English", "German", "type", "how often", "what it says", "since")
    return [*_table(header, (_fact(key, owner) for key in keys)), ""]


def _fact(key: Key, owner: str) -> tuple[str, ...]:
    kind: str = key.shape_in(owner).value
    if key.shape is Shape.WORD:
        kind = "word: " + _listed(next(words for where, words in key.words if where in ("", owner)))
    doc = key.doc + (f" Also understood: {_code(key.also)}." if key.also else "")
    often = "any number" if key.many else "once"
    return f"`{key.en}`", _code(key.de), kind, often, doc, key.since


def _listed(words: WordList) -> str:
    return ", ".join(f"`{en}` (`{de[0]}`)" for en, de in words.words)


def _keys_that_own_facts() -> list[str]:
    blocks = {block.en for block in BLOCKS}
    return list(dict.fromkeys(name for key in KEYS for name in key.blocks if name not in blocks))


def _facts_of_fact(name: str) -> str:
    return "\n".join([f"### Below the fact `{name}`", "", *_facts(name)])

"""An `end` line nobody can read -> as much of it as can be guessed, and what to write."""

from __future__ import annotations

from dataclasses import replace

from journeyaudit.syntax.drafts import Draft, Reading
from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.names import unquoted
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.values import Name
from journeyaudit.syntax.vocabulary import Vocabulary, nearest
from journeyaudit.syntax.word_lists import OUTCOME

UNSAID = "neutral"
"""The outcome of an end that does not say it; the file has a finding anyway."""


def bad_ending(reading: Reading, draft: Draft, bad: Token) -> Refusal:
    """`end: X`, `end X`, `end good X`, `end godo: X`: the draft gets the name and the likely outcome."""
    words = reading.words
    written, colon, name = (part.strip() for part in bad.text.partition(":"))
    if not colon:
        first, _, name = written.partition(" ")
        outcome = words.closed(OUTCOME, first)
        written, name = (first, name.strip()) if outcome and name else ("", written)
    if name:
        start = bad.start + bad.text.rindex(name)
        draft.name = Name(unquoted(name), reading.span(start, start + len(name)))
    draft.word = _likely(words, written)
    end = words.spelled("end")
    shown = name or example_end(words)
    if written and not colon:
        return Refusal("the colon is missing behind the outcome", f"write `{end} {written}: {shown}`")
    if not written:
        return _no_outcome(words, shown)
    refusal = _bad_outcome(words, written, draft.word, shown)
    return (
        refusal
        if words.closed(OUTCOME, written)
        else replace(refusal, start=bad.start, end=bad.start + len(written))
    )


def example_end(words: Vocabulary) -> str:
    """How an end may be called, in the language of the file."""
    return "Right goods received" if words.language == "en" else "Richtige Ware da"


def _likely(words: Vocabulary, written: str) -> str:
    near = nearest(written, words.options(OUTCOME)) if written else None
    said = words.closed(OUTCOME, near or written) or words.other.closed(OUTCOME, written)
    return said or UNSAID


def _bad_outcome(words: Vocabulary, written: str, meant: str, shown: str) -> Refusal:
    options = words.options(OUTCOME)
    native = options[[en for en, _ in OUTCOME.words].index(meant)]
    repair = f"write `{words.spelled('end')} {native}: {shown}`"
    if words.closed(OUTCOME, written):
        repair = "put a name with quotes, brackets or arrows in it in quotes"
        return Refusal(f"{quoted(shown)} is not a name", repair)
    if words.other.closed(OUTCOME, written):
        return Refusal(f"this file is in {words.name}: “{native}” instead of {quoted(written)}", repair)
    near = nearest(written, options)
    title = f"{quoted(written)} is not an outcome"
    return Refusal(title, f"did you mean “{near}”?" if near else f"write one of: {', '.join(options)}")


def _no_outcome(words: Vocabulary, shown: str) -> Refusal:
    options = words.options(OUTCOME)
    repair = (
        f"write `{words.spelled('end')} {options[0]}: {shown}`; the outcome is one of: {', '.join(options)}"
    )
    return Refusal("this end does not say how it ends for the customer", repair)

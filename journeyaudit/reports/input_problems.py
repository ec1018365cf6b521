"""The id of a problem with the text itself -> what it means and what one does about it.

These are no rules: nothing can be said about a journey before its text is understood.
"""

from __future__ import annotations

from collections.abc import Mapping

INPUT_PROBLEMS: Mapping[str, str] = {
    "bad-value": (
        "A value cannot be read as what its key asks for, such as a date written as 12/31/2026. The "
        "message says what to write instead."
    ),
    "baseline": (
        "The file with known findings is not there, is no such file, or an entry in it was changed by hand. "
        "Nothing is hidden by a file that was not understood; put the line right, or write the file anew."
    ),
    "configuration": (
        "The configuration has a key or a value that means nothing. It is not guessed at, because "
        "nobody should believe that a threshold holds which was never read."
    ),
    "conflict-marker": (
        "The file holds both sides of an unfinished merge. Keep one side and delete the lines with "
        "<<<<<<<, ======= and >>>>>>>."
    ),
    "empty-file": "There is nothing in the file but blanks and comments.",
    "end-goes-on": (
        "An arrow leads on from an end. An end is where the journey is over; call it a step, or lead "
        "the arrow from somewhere else."
    ),
    "indentation": (
        "The blanks at the beginning of a line do not fit the lines above it: what belongs to a line "
        "stands two blanks deeper, all its parts equally deep."
    ),
    "leaves-branch": (
        "A jump leads out of or into a branch that runs beside others. Branches of `in parallel` begin "
        "together and are waited for together; let the jump stay inside."
    ),
    "missing-import": "A file that another one imports is not there or cannot be read.",
    "missing-place": (
        "Something needs a place that is not said: behind which step it comes, or where it leads."
    ),
    "missing-value": "A header or a key stands there without its name or value.",
    "mixed-flow": "One journey describes its flow in two ways: as lines in order and as arrows. Choose one.",
    "not-text": "The file is not a text file.",
    "not-utf-8": "The file is written in another encoding. Save it as UTF-8.",
    "nothing-to-check": (
        "A folder that was named has no file that ends with .journey, or a Markdown file that was named has "
        "no block marked `journey`."
    ),
    "parser-last-resort": (
        "A line could not be read in any way and was left out. That should not happen: please report "
        "the file."
    ),
    "repeated-fact": "A key that may stand only once in its block is written twice.",
    "repeated-name": "Two things of the same kind have the same name, so nobody can tell which is meant.",
    "rule-crashed": "A rule ran into a fault of the tool or of a plugin. What it would have said is unknown.",
    "rule-example": (
        "An example on the page of a rule does not come true: the rule finds more or less than it says."
    ),
    "rule-page": (
        "A page of a rule lacks something or cannot be read. `journeyaudit rules test` shows all of it."
    ),
    "stale-baseline": (
        "The baseline has findings that are not found any more. Take them out with `journeyaudit check "
        "--write-baseline`, so that they cannot come back unseen."
    ),
    "syntax": "A line is not built in a way that is known. The message says what could stand there.",
    "too-large": "The file is larger than anything a person would write, and was not read.",
    "unclosed-block": (
        "A block in a Markdown file begins with a fence and has no fence at its end, so that nobody can tell "
        "where the journey stops."
    ),
    "unknown-language": (
        "The language of a file is not known. There are `# language: en` and `# language: de`."
    ),
    "unknown-name": (
        "A name is used that is described nowhere. It may be misspelt, or the line that describes it is "
        "missing. Names are the same whatever their capitals."
    ),
    "unknown-word": (
        "A word stands where a key, a kind of block or one of a list of words belongs, and it is none "
        "of them. The nearest known words are proposed; `@anything: text` keeps a fact of your own."
    ),
    "unreadable": "A file or folder is not there, or may not be read.",
    "wrong-kind": (
        "A name means something of another kind than is needed there: a step where an actor belongs, "
        "for example."
    ),
}

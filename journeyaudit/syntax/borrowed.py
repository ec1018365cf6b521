"""Words of other notations and of programming -> the words of this language."""

from __future__ import annotations

from dataclasses import dataclass

from journeyaudit.syntax.schema import BlockType
from journeyaudit.syntax.vocabulary import Vocabulary, block_named, fold


@dataclass(frozen=True, slots=True)
class Borrowed:
    """``block`` is what to read the line as; None where it has to be written otherwise."""

    help: str
    block: BlockType | None = None


_MEANT = {
    "en": {
        "task": "step",
        "activity": "step",
        "decision": "choice",
        "gateway": "choice",
        "parallel": "in parallel",
        "loop": "repeat",
        "else": "otherwise",
        "process": "journey",
        "role": "actor",
        "error": "mistake",
        "message": "notification",
        "fix": "remedy",
    },
    "de": {
        "aufgabe": "step",
        "aktivität": "step",
        "frage": "choice",
        "parallel": "in parallel",
        "schleife": "repeat",
        "ansonsten": "otherwise",
        "prozess": "journey",
        "rolle": "actor",
        "lösung": "remedy",
        "nachricht": "notification",
    },
}
_ASKS = ("if", "else", "falls", "ansonsten")


def borrowed_word(words: Vocabulary, written: str, inside: str) -> Borrowed | None:
    """What to write instead of a first word that other notations use; None for any other word, and for
    one whose counterpart may not stand in a block of the kind ``inside``."""
    folded = fold(written)
    meant = _MEANT[words.language].get(folded)
    if meant and inside in block_named(meant).inside:
        return Borrowed(f"write `{words.spelled(meant)}` instead", block_named(meant))
    if folded in _ASKS:
        choice, when, otherwise = (words.spelled(word) for word in ("choice", "when", "otherwise"))
        return Borrowed(f"write `{choice}` and a question, and one level deeper `{when} …` and `{otherwise}`")
    return None

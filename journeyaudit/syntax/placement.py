"""Which block may stand where: the nearest home of a block, and the message when it had to move."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.syntax.drafts import Draft
from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.outline import ANYTHING, TOP
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.schema import BlockType, Key
from journeyaudit.syntax.vocabulary import Vocabulary

_HOW_FAR_UP = 12
"""So many blocks are asked on the way up; a file nested wrongly without bound stays linear."""
_LISTED = 4


def home_of(block: BlockType, parent: Draft, top: Draft) -> Draft | None:
    """The nearest block upward that may hold this one; None if there is none."""
    candidate: Draft | None = parent
    for _ in range(_HOW_FAR_UP):
        if candidate is None:
            break
        if candidate.kind in block.inside and (candidate.number >= 0 or candidate is top):
            return candidate
        candidate = candidate.parent
    return top if TOP in block.inside else None


def left_of(drafts: Sequence[Draft], parent: Draft, kinds: Sequence[str]) -> Draft | None:
    """The block of one of these kinds just above a line in ``parent`` that may have lost its indentation."""
    found = None
    above = parent
    for _ in range(_HOW_FAR_UP):
        if not above.children:
            break
        above = drafts[above.children[-1]]
        found = above if above.kind in kinds else found
    return found


def not_indented(word: str, header: str) -> Refusal:
    title = f"“{word}” belongs to {quoted(header)}, but is not indented below it"
    return Refusal(title, "give it two blanks more than that line has, and so all that goes with it")


def misplaced_block(block: BlockType, parent: Draft, words: Vocabulary) -> Refusal:
    spelled = words.spelling(block)
    title = f"“{spelled}” may not stand {_inside(parent.kind, words)}"
    if TOP in block.inside:
        return Refusal(title, "write it at the left margin, outside of every other block")
    return Refusal(title, f"it belongs in {_either(block.inside, words)}")


def misplaced_fact(key: Key, holder: str, words: Vocabulary) -> Refusal:
    """`“authority” describes an actor, not a step`."""
    spelled = words.spelling(key)
    title = f"“{spelled}” describes {_either(key.blocks, words)}"
    if holder == TOP:
        return Refusal(f"{title}, and stands outside of any block", "write it below the line it describes")
    title += f", not {_one(holder, words)}"
    return Refusal(title, f"write it below {_one(key.blocks[0], words)}")


def misplaced_wiring(holder: str, words: Vocabulary) -> Refusal:
    title = f"arrows may not stand {_inside(holder, words)}"
    places = f"“{words.spelled('journey')}” or in its “{words.spelled('flow')}” block"
    return Refusal(title, f"write them directly below {places}; put a name that contains an arrow in quotes")


def _inside(kind: str, words: Vocabulary) -> str:
    return "outside of every block" if kind == TOP else f"in {_one(kind, words)}"


def _either(kinds: Sequence[str], words: Vocabulary) -> str:
    shown = [_one(kind, words) for kind in kinds[:_LISTED] if kind not in (TOP, ANYTHING)]
    if len(kinds) > _LISTED:
        return ", ".join(shown) + " and some others"
    return " or ".join([", ".join(shown[:-1]), shown[-1]]) if shown[1:] else shown[0]


def _one(kind: str, words: Vocabulary) -> str:
    """`a step`, `an actor`; in quotes where the word is no plain noun of English."""
    spelled = words.spelled(kind)
    if words.language != "en" or kind in _NO_NOUNS:
        return f"“{spelled}”"
    return f"{'an' if spelled[0] in 'aeio' else 'a'} {spelled}"


_NO_NOUNS = frozenset(
    (
        "may", "when", "otherwise", "after", "in parallel", "wait for", "if later than", "if it fails",
        "go to", "use", "accepted until", "restorable until", "hours", "repeat", "ignore", "wait", "import",
    )
)  # fmt: skip

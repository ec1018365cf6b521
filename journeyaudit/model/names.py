"""Names as written -> names as compared, and the known names nearest to an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.syntax.schema import HOLD, US
from journeyaudit.syntax.vocabulary import fold

__all__ = ["ORGANISATION", "act_named", "fold", "means_the_organisation", "nearest"]

ORGANISATION = "us"
_OUR_WORDS = frozenset(fold(word) for english, german in US.items() for word in (english, *german))
_ACTS = {fold(word): english for english, german in HOLD.items() for word in (english, *german)}
_WORTH_COMPARING = 400


def means_the_organisation(name: str) -> bool:
    """``us`` and ``wir`` stand for whoever runs the service."""
    return fold(name) in _OUR_WORDS


def act_named(name: str) -> str:
    """The act that a word of ``may``, ``does`` or ``tools`` stands for: folded, ``anhalten`` is ``hold``."""
    folded = fold(name)
    return _ACTS.get(folded, folded)


def nearest(name: str, known: Iterable[str], at_most: int = 3) -> tuple[str, ...]:
    """The known names that the writer may have meant, best first; empty when none comes close.

    Only names of similar length, or that contain the wanted one, are compared, and of these only
    the first few hundred: a misspelt name must not cost more than the rest of the file.
    """
    wanted = fold(name)
    if not wanted:
        return ()
    scored = [(_likeness(wanted, other), other) for other in _comparable(wanted, known)]
    close = sorted((pair for pair in scored if pair[0] >= 0.65), key=lambda pair: -pair[0])
    return tuple(other for _, other in close[:at_most])


def _comparable(wanted: str, known: Iterable[str]) -> list[str]:
    slack = max(2, len(wanted) // 3)
    found: dict[str, None] = {}
    for name in known:
        if abs(len(name) - len(wanted)) <= slack or _contains(fold(name), wanted):
            found.setdefault(name)
            if len(found) >= _WORTH_COMPARING:
                break
    return list(found)


def _contains(longer: str, shorter: str) -> bool:
    return len(shorter) > 2 and shorter in longer


def _likeness(wanted: str, other: str) -> float:
    from difflib import SequenceMatcher

    folded = fold(other)
    if _contains(folded, wanted) or _contains(wanted, folded):
        return 0.9
    return SequenceMatcher(None, wanted, folded, autojunk=False).ratio()

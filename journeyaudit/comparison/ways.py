"""The ways on from places that stayed -> those that lead elsewhere, came or went, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyaudit.comparison.change import Change, Sign, Weight
from journeyaudit.comparison.likeness import matched
from journeyaudit.finding.words import quoted
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Move, MoveKind
from journeyaudit.model.names import fold
from journeyaudit.model.spoken import duration_words
from journeyaudit.source import NOWHERE

_PLAIN = (MoveKind.NEXT, MoveKind.GO_TO)


class Course:
    """One side's flow, and in ``lasting`` the places that the other side has, too, and that did not move."""

    def __init__(self, graph: JourneyGraph, lasting: frozenset[int]) -> None:
        self.graph = graph
        self._known: dict[int, int | None] = {number: number for number in lasting}

    def leads_to(self, number: int) -> int | None:
        """The first lasting place from here on, passing what came, went or moved; None if it may be several:
        then what stands between tells it."""
        passed: dict[int, None] = {}
        found: int | None = number
        while found is not None and found not in self._known:
            passed[found] = None
            onward = set(self.graph.successors[found])
            found = onward.pop() if len(onward) == 1 else None
            if found in passed:
                found = None
        found = None if found is None else self._known[found]
        self._known.update(dict.fromkeys(passed, found))
        return found


class WayChanges:
    """Compares the ways of two flows."""

    def __init__(self, before: Course, after: Course, same: Mapping[int, int]) -> None:
        self._before, self._after, self._same = before, after, same

    def of(self, old: int) -> Iterator[Change]:
        """What changed about the ways on from a place that stayed."""
        new = self._same[old]
        olds, news = self._before.graph.moves_from(old), self._after.graph.moves_from(new)
        pairs = matched(olds, news, (_key, _only_kind) if _one_is_renamed(olds, news) else (_key,))
        at = quoted(self._after.graph.nodes[new].title)
        for one, other in pairs.pairs:
            yield from self._between(at, olds[one], news[other])
        for one in pairs.gone:
            yield from self._gone(at, olds[one])
        for other in pairs.new:
            yield from self._new(at, news[other])

    def _gone(self, at: str, move: Move) -> Iterator[Change]:
        text = f"at {at} the way {_words(move)} no longer exists"
        if move.kind in _PLAIN:
            if self._before.leads_to(move.target) is None:
                return  # what went tells it
            target = self._before.graph.nodes[move.target].title
            text = f"after {at} it no longer goes on to {quoted(target)}"
        yield _way(Sign.REMOVED, at, text, before=move)

    def _new(self, at: str, move: Move) -> Iterator[Change]:
        target = quoted(self._after.graph.nodes[move.target].title)
        text = f"at {at} there is now the way {_words(move)}, which leads to {target}"
        if move.kind in _PLAIN:
            if self._after.leads_to(move.target) is None:
                return  # what came tells it
            text = f"after {at} it now goes on to {target}"
        yield _way(Sign.ADDED, at, text, after=move)

    def enters(self, name: str, old: int | None, new: int | None) -> Iterator[Change]:
        """What changed about where an interrupt begins."""
        was = None if old is None else self._before.leads_to(old)
        is_ = None if new is None else self._after.leads_to(new)
        if was is not None and is_ is not None and self._same[was] != is_:
            titles = self._titles(was, is_)
            text = f"{name} now begins with {titles[1]}, before with {titles[0]}"
            yield Change(Sign.CHANGED, Weight.COURSE, "interrupt", name.strip("“”"), text, "entry", *titles)

    def _between(self, at: str, old: Move, new: Move) -> Iterator[Change]:
        if fold(old.label) != fold(new.label):
            text = f"at {at} the way {_words(old)} is now called {_words(new)}"
            yield _way(Sign.RENAMED, at, text, (old.label, new.label), old, new)
        was, is_ = self._before.leads_to(old.target), self._after.leads_to(new.target)
        if was is not None and is_ is not None and self._same[was] != is_:
            titles = self._titles(was, is_)
            way = "it" if new.kind in _PLAIN else f"the way {_words(new)}"
            text = f"after {at} {way} now goes on to {titles[1]}, before to {titles[0]}"
            yield _way(Sign.CHANGED, at, text, titles, old, new)
        yield from _facts(at, old, new)

    def _titles(self, old: int, new: int) -> tuple[str, str]:
        return (
            quoted(self._before.graph.nodes[old].title),
            quoted(self._after.graph.nodes[new].title),
        )


def _key(move: Move) -> object:
    return ("plain" if move.kind in _PLAIN else move.kind, fold(move.label))


def _only_kind(move: Move) -> object:
    return "plain" if move.kind in _PLAIN else move.kind


def _one_is_renamed(olds: tuple[Move, ...], news: tuple[Move, ...]) -> bool:
    left = matched(olds, news, (_key,))
    return len(left.gone) == len(left.new) == 1


def _words(move: Move) -> str:
    match move.kind:
        case MoveKind.FAILS:
            return "“if it fails”"
        case MoveKind.LATE:
            return "“if it is late”"
        case MoveKind.AGAIN:
            return "“once more”"
        case _ if move.label:
            return quoted(move.label)
        case _:
            return "“when nothing comes”" if move.delay is not None else "without a name"


def _facts(at: str, old: Move, new: Move) -> Iterator[Change]:
    way = f"at {at} the way {_words(new)}"
    if old.share != new.share:
        words = (_share(old.share), _share(new.share))
        yield _way(Sign.CHANGED, at, _sentence(way, "is taken in {} of the cases", words), words, old, new)
    if old.delay != new.delay:
        words = (_delay(old), _delay(new))
        yield _way(Sign.CHANGED, at, _sentence(way, "is taken after {}", words), words, old, new)
    if old.customer_meets != new.customer_meets:
        words = (_sure(old.customer_meets), _sure(new.customer_meets))
        text = _sentence(way, "can be made sure of by the customer: {}", words)
        yield _way(Sign.CHANGED, at, text, words, old, new, Weight.RIGHTS)


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:g} %"


def _delay(move: Move) -> str:
    return duration_words(move.delay) if move.delay else ""


def _sure(flag: bool | None) -> str:
    return "" if flag is None else "yes" if flag else "no"


def _sentence(way: str, phrase: str, words: tuple[str, str]) -> str:
    first, rest = phrase.split(" ", 1)
    if not words[1]:
        return f"{way} {first} no longer {rest.format(words[0])} (nothing is said any more)"
    before = f", before {words[0]}" if words[0] else " (nothing was said before)"
    return f"{way} {first} now {rest.format(words[1])}{before}"


def _way(
    sign: Sign,
    at: str,
    text: str,
    words: tuple[str, str] = ("", ""),
    before: Move | None = None,
    after: Move | None = None,
    weight: Weight = Weight.COURSE,
) -> Change:
    places = (before.span if before else NOWHERE, after.span if after else NOWHERE)
    return Change(sign, weight, "way", at.strip("“”"), text, "ways", *words, *places)

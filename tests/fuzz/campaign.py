"""A number and a seed -> so many mangled texts tried, and what went wrong with them."""

from __future__ import annotations

import signal
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random

from tests.fuzz.targets import TARGETS, Target, rules_read_once

LIMIT = 10.0
"""Seconds of work for one text; whoever waits longer thinks that it hangs."""


class TooSlow(BaseException):
    """Not an Exception, so that nothing in between takes it for a fault of its own."""


@dataclass
class Campaign:
    """``failures`` are the names of the texts with what was raised, ``slowest`` seconds by target."""

    tried: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, tuple[float, str]] = field(default_factory=dict)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def try_one(self, target: Target, name: str) -> None:
        text = target.text(Random(name))
        begun = time.process_time()
        try:
            with time_limit(LIMIT):
                target.take(text)
        except (Exception, TooSlow):
            self.failures.append((name, traceback.format_exc(limit=-6)))
        took = time.process_time() - begun
        self.tried[target.name] += 1
        self.seconds[target.name] += took
        self.slowest[target.name] = max(self.slowest.get(target.name, (0.0, "")), (took, name))


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Where there is no such clock, a text that hangs hangs."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def over(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def names(target: Target, number: int, seed: str) -> Iterable[str]:
    return (f"{target.name}/{seed}/{each}" for each in range(number * target.share // 100))


def campaign(
    number: int, seed: str, targets: Sequence[Target] = TARGETS, most_failures: int = 20
) -> Campaign:
    """All texts have a name of their own, from which they can be made again. It may be interrupted."""
    result = Campaign()
    with rules_read_once(), suppress(KeyboardInterrupt):
        for target in targets:
            for name in names(target, number, seed):
                result.try_one(target, name)
                if len(result.failures) >= most_failures:
                    return result
    return result

"""One verdict -> until when the mistake could be put right: the answer first, then the clock and the reasons.

Lengths count from where the mistake shows, so that no two of them begin at different moments.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from journeyaudit.finding.words import ENDLESS, clock, clock_from, roughly
from journeyaudit.model.trouble import Cutoff
from journeyaudit.reports.tell_names import Names, as_sentence, sentence
from journeyaudit.verdicts.verdict import Interval, Verdict


def until_when(verdict: Verdict, names: Names) -> Iterator[str]:
    """The first sentence answers the question."""
    mistake, hard = verdict.mistake, verdict.hard
    seen = "happens" if verdict.clock_node == mistake.node else "shows"
    if mistake.hard is None or hard is None:
        yield "The text does not say."
    elif hard.earliest == ENDLESS:
        after = mistake.hard.point.after
        endless = after is not None and after.low == ENDLESS
        yield "It never becomes too late." if endless else "Nobody can tell from the text."
    elif hard.latest <= 0:
        yield f"It is too late as soon as it {seen}."
        if mistake.hard.point.node is not None:
            yield _meaning(mistake.hard, names, assumed=mistake.hard_assumed)
    else:
        yield as_sentence(f"{roughly(max(hard.earliest, 0), hard.latest)} after it {seen}")
        yield f"If it {seen} on {clock(verdict.example)}, that is {moment_words(hard, verdict.example)}."
        yield _meaning(mistake.hard, names, assumed=mistake.hard_assumed)
    yield from _refused(verdict, names, seen)


def _refused(verdict: Verdict, names: Names, seen: str) -> Iterator[str]:
    """From when on a correction is not accepted, where that is before it becomes impossible."""
    cutoff, soft, hard = verdict.mistake.soft, verdict.soft, verdict.hard
    if cutoff is None or soft is None or not isfinite(soft.latest):
        return
    if hard is not None and soft.earliest >= hard.earliest and soft.latest >= hard.latest:
        return
    accepted = f"But a correction is accepted only {names.until(cutoff.point)}"
    if soft.latest <= 0:
        was = "is" if seen == "happens" else "was"
        ago = roughly(max(-soft.latest, 0), -soft.earliest)
        past = f"that {was} {ago} before it {seen}" if soft.earliest < 0 else "it is refused from the start"
        yield f"{accepted}: {past}."
    else:
        yield f"{accepted}, {roughly(max(soft.earliest, 0), soft.latest)} after it {seen}."
    if cutoff.because:
        yield sentence(f"The reason given: {cutoff.because}")


def _meaning(cutoff: Cutoff, names: Names, *, assumed: bool) -> str:
    if cutoff.point.node is None and cutoff.point.after is None:
        return ""
    perhaps = ", as far as one can tell from the text" if assumed else ""
    because = f" ({cutoff.because})" if cutoff.because else ""
    return sentence(f"It can be undone {names.until(cutoff.point)}{perhaps}{because}")


def moment_words(moment: Interval, example: int) -> str:
    """A moment on the clock; ``example`` is the minute of the week from which it is counted."""
    low, high = moment.earliest, moment.latest
    if low == high:
        return f"until {clock_from(example + low, example)}"
    last = clock_from(example + high, example) if isfinite(high) else ""
    if low <= 0:
        return f"until {last} at the latest" if last else "nobody can tell until when"
    first = clock_from(example + low, example)
    return f"until some moment between {first} and {last}" if last else f"until {first} at least"

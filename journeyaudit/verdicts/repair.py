"""A verdict that is not guaranteed -> the cheapest change that makes it so, proved by judging again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from journeyaudit.graph import JourneyGraph
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import DAY
from journeyaudit.verdicts import edits_of_rights, edits_of_time
from journeyaudit.verdicts.case import Court
from journeyaudit.verdicts.draft import Addition, Draft, Edit
from journeyaudit.verdicts.judge import judge_one, verdict_in
from journeyaudit.verdicts.verdict import Judgement, Verdict

COSTS: dict[Edit, int] = {
    edits_of_time.let_the_report_decide: 1,
    edits_of_rights.give_the_first_human_the_right: 2,
    edits_of_rights.let_the_first_human_hold: 2,
    edits_of_rights.let_the_machine_pass_it_on: 2,
    edits_of_time.accept_until_it_cannot_be_undone: 3,
    edits_of_time.make_the_message_answerable: 3,
    edits_of_rights.give_a_budget: 4,
    edits_of_time.undo_window(30): 4,
    edits_of_time.undo_window(2 * 60): 6,
    edits_of_time.undo_window(DAY): 12,
    edits_of_time.undo_window(3 * DAY): 24,
}
"""What a change costs an organisation, roughly: a rule, a right, a form letter, money, everybody's time.

Only the order matters. A long undo window makes every customer wait for the sake of a few, so it comes
after every combination of the other changes.
"""

_AS_APPLIED: tuple[Edit, ...] = (
    edits_of_rights.let_the_machine_pass_it_on,
    edits_of_rights.give_the_first_human_the_right,
    edits_of_time.make_the_message_answerable,
    edits_of_rights.give_a_budget,
    edits_of_rights.let_the_first_human_hold,
    edits_of_time.accept_until_it_cannot_be_undone,
    edits_of_time.let_the_report_decide,
)
"""A change that speaks of remedies comes after the one that adds them."""

_AT_ONCE = 3
"""More than three changes at once are no cheap change any more."""

_CHANGES: tuple[tuple[Edit, ...], ...] = tuple(
    sorted(
        (wanted for size in range(1, _AT_ONCE + 1) for wanted in combinations(COSTS, size)),
        key=lambda wanted: sum(COSTS[edit] for edit in wanted),
    )
)
"""All changes of up to three edits, the cheapest first (the sort is stable: then in the order above)."""

TRIES = 1_000
"""How many edited models are judged for one journey at most; every mistake gets an equal share."""

_AT_LEAST = 4
"""Tries for each mistake, however many there are: the cheapest changes."""

_REWIRED = 150_000
"""How many nodes may be looked at for changes of the flow, whose graph has to be made anew."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change, and the verdict after it. ``complete``: it makes the correction guaranteed.

    ``words`` are one clause for each edit; ``additions`` are the lines that make the same change in
    the text (English vocabulary).
    """

    words: tuple[str, ...]
    additions: tuple[Addition, ...]
    verdict: Verdict

    @property
    def complete(self) -> bool:
        return self.verdict.judgement is Judgement.GUARANTEED


_ORDER = {
    Judgement.IMPOSSIBLE: 0,
    Judgement.NOT_ASSESSABLE: 1,
    Judgement.LUCK: 2,
    Judgement.GUARANTEED: 3,
}


class Workshop:
    """Searches changes for the mistakes of one journey; ``troubled`` is how many of them need one."""

    def __init__(self, service: Service, journey: Journey, graph: JourneyGraph, troubled: int) -> None:
        self._court = Court(service, journey, graph)
        self._tries = max(_AT_LEAST, TRIES // max(troubled, 1))
        self._rewired = _REWIRED

    def cheapest_change(self, verdict: Verdict) -> Proposal | None:
        """The first change in the order of cost after which the verdict is guaranteed.

        Where none is found, the first one that makes it better at all; None where nothing helps.
        Every proposal is proved by judging the edited model with the same code. In journeys with
        thousands of troubled mistakes only the cheapest changes are tried.
        """
        start = Draft(self._court.service, self._court.journey, verdict.mistake)
        better: Proposal | None = None
        for draft in islice(self._drafts(start, verdict), self._tries):
            proposal = Proposal(draft.words, draft.additions, self._judged(draft))
            if proposal.complete:
                return proposal
            if better is None and _ORDER[proposal.verdict.judgement] > _ORDER[verdict.judgement]:
                better = proposal
        return better

    def _drafts(self, start: Draft, verdict: Verdict) -> Iterator[Draft]:
        needs_a_way = not any(attempt.human_fix for attempt in verdict.attempts)
        for wanted in _CHANGES:
            if needs_a_way and not _OPENS_A_WAY.intersection(wanted):
                continue
            draft = _applied(start, wanted)
            if draft is not None and self._affordable(draft):
                yield draft

    def _affordable(self, draft: Draft) -> bool:
        if not draft.rewired:
            return True
        self._rewired -= len(draft.journey.nodes)
        return self._rewired >= 0

    def _judged(self, draft: Draft) -> Verdict:
        if draft.rewired:
            return judge_one(draft.service, draft.journey, from_journey(draft.journey), draft.mistake)
        court = Court(draft.service, draft.journey, self._court.graph, like=self._court)
        return verdict_in(court, draft.mistake)


_OPENS_A_WAY = frozenset(
    (
        edits_of_rights.give_the_first_human_the_right,
        edits_of_rights.give_a_budget,
        edits_of_rights.let_the_machine_pass_it_on,
    )
)
"""Without any human fix, no change of time alone can help."""


def _applied(start: Draft, wanted: tuple[Edit, ...]) -> Draft | None:
    windows = [edit for edit in wanted if edit not in _AS_APPLIED]
    if len(windows) > 1:
        return None  # two undo windows are one longer one, which is tried on its own
    draft: Draft | None = start
    for edit in (*(edit for edit in _AS_APPLIED if edit in wanted), *windows):
        draft = edit(draft) if draft is not None else None
    return draft

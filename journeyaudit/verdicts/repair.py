"""A verdict that is not guaranteed -> the cheapest change that makes it so, proved by judging again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from journeyaudit.graph import JourneyGraph, from_journey
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import DAY
from journeyaudit.verdicts import edits
from journeyaudit.verdicts.draft import Addition, Draft, Edit
from journeyaudit.verdicts.judge import judge_one
from journeyaudit.verdicts.verdict import Judgement, Verdict

COSTS: dict[Edit, int] = {
    edits.let_the_report_decide: 1,
    edits.give_the_first_human_the_right: 2,
    edits.let_the_first_human_hold: 2,
    edits.accept_until_it_cannot_be_undone: 3,
    edits.make_the_message_answerable: 3,
    edits.give_a_budget: 4,
    edits.undo_window(30): 4,
    edits.undo_window(2 * 60): 6,
    edits.undo_window(DAY): 12,
    edits.undo_window(3 * DAY): 24,
}
"""What a change costs an organisation, roughly: a rule, a right, a form letter, money, everybody's time.

Only the order matters. A long undo window makes every customer wait for the sake of a few, so it comes
after every combination of the other changes.
"""

_AS_APPLIED: tuple[Edit, ...] = (
    edits.give_the_first_human_the_right,
    edits.make_the_message_answerable,
    edits.give_a_budget,
    edits.let_the_first_human_hold,
    edits.accept_until_it_cannot_be_undone,
    edits.let_the_report_decide,
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

WORK = 400_000
"""How many nodes the search may look at for one mistake before it stops without an answer."""


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


def cheapest_change(
    service: Service, journey: Journey, graph: JourneyGraph, verdict: Verdict, work: int = WORK
) -> Proposal | None:
    """The first change in the order of cost after which the verdict is guaranteed.

    Where none is found, the first one that makes it better at all; None where nothing helps or
    nothing needs to. Every proposal is proved by judging the edited model with the same code.
    """
    start = Draft(service, journey, verdict.mistake)
    better: Proposal | None = None
    for draft in _drafts(start):
        work -= len(journey.nodes) if draft.rewired else 1
        if work < 0:
            break
        proposal = _prove(draft, graph)
        if proposal.complete:
            return proposal
        if better is None and _ORDER[proposal.verdict.judgement] > _ORDER[verdict.judgement]:
            better = proposal
    return better


def _drafts(start: Draft) -> Iterator[Draft]:
    for wanted in _CHANGES:
        draft = _applied(start, wanted)
        if draft is not None:
            yield draft


def _applied(start: Draft, wanted: tuple[Edit, ...]) -> Draft | None:
    windows = [edit for edit in wanted if edit not in _AS_APPLIED]
    if len(windows) > 1:
        return None  # two undo windows are one longer one, which is tried on its own
    draft: Draft | None = start
    for edit in (*(edit for edit in _AS_APPLIED if edit in wanted), *windows):
        draft = edit(draft) if draft is not None else None
    return draft


def _prove(draft: Draft, graph: JourneyGraph) -> Proposal:
    edited_graph = from_journey(draft.journey) if draft.rewired else graph
    verdict = judge_one(draft.service, draft.journey, edited_graph, draft.mistake)
    return Proposal(draft.words, draft.additions, verdict)

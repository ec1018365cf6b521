"""The cheapest change that was proved to help -> one hint, with the lines to write."""

from __future__ import annotations

from journeyaudit.finding.words import duration, ordinal, quoted
from journeyaudit.model.quantities import INFINITE
from journeyaudit.rulebook.case import Case
from journeyaudit.source.record import record
from journeyaudit.syntax.translation import in_language, key_in_language
from journeyaudit.verdicts.draft import Addition
from journeyaudit.verdicts.helper import first_helper
from journeyaudit.verdicts.repair import Proposal, Workshop
from journeyaudit.verdicts.verdict import Judgement, Verdict


@record
class ChangeWords:
    """A change in words: ``clauses`` are its parts, ``result`` what the verdict becomes, ``lines`` what to
    write. Where none was found that helps, ``takes`` is what it would take."""

    clauses: tuple[str, ...] = ()
    result: str = ""
    lines: tuple[str, ...] = ()
    takes: str = ""

    def as_hint(self) -> str:
        """One line, and below it the lines to write."""
        if not self.clauses:
            return f"no small change was found that helps: {self.takes}"
        return "\n".join((f"{'; and '.join(self.clauses)} -> {self.result}", *self.lines))


def is_trouble(verdict: Verdict) -> bool:
    """Is it certain that somebody gets stuck, now and then at least?"""
    return verdict.judgement in (Judgement.IMPOSSIBLE, Judgement.LUCK)


def workshop_of(case: Case) -> Workshop:
    """Where changes for this journey are searched."""
    return Workshop(case.service, case.journey, case.graph, sum(map(is_trouble, case.verdicts)))


def cheapest_change(case: Case, workshop: Workshop, verdict: Verdict) -> ChangeWords:
    """What to change, what the verdict becomes, and the lines that say so."""
    proposal = workshop.cheapest_change(verdict)
    if proposal is None:
        return ChangeWords(takes=_what_it_would_take(case, verdict))
    lines = [line for each in proposal.additions for line in _as_text(each, case.journey.language)]
    return ChangeWords(proposal.words, f"then it {_result(proposal)}", tuple(lines))


def _what_it_would_take(case: Case, verdict: Verdict) -> str:
    """The nearest thing to advise: somebody to ask, then noticing in time, then hearing of it in time."""
    hard = verdict.hard
    helper = first_helper(case.service, case.journey, verdict.mistake)
    if helper is None:
        return (
            "first give the customer a channel on which somebody human answers, and say what they may do "
            "and until when"
        )
    if hard is not None and hard.latest <= 0:
        return (
            f"it shows only when it is too late, so first let somebody notice it{_before_what(case, verdict)}"
        )
    heard = min((each.answered for each in verdict.attempts if helper.actor.key in each.chain), default=0)
    if hard is not None and hard.earliest < heard < INFINITE:
        seen = "happens" if verdict.clock_node == verdict.mistake.node else "shows"
        return (
            f"{helper.actor.name} hears of it {duration(heard)} after it {seen}, and it may be too late after"
            f" {duration(hard.earliest)}, so first give the customer a quicker way"
        )
    return (
        "look at when the mistake is noticed, how long it takes to decide, and until when corrections are "
        "accepted"
    )


def _before_what(case: Case, verdict: Verdict) -> str:
    cutoff = verdict.mistake.hard
    if cutoff is None or cutoff.point.node is None:
        return " earlier"
    return f" before {quoted(case.journey.nodes[cutoff.point.node].title)} begins"


_HALFWAY = {
    Judgement.LUCK: "is a matter of luck, not yet guaranteed",
    Judgement.NOT_ASSESSABLE: "depends on what is not written",
}


def _result(proposal: Proposal) -> str:
    figures = proposal.verdict.figures
    if not proposal.complete:
        return _HALFWAY[proposal.verdict.judgement]
    said = ["is guaranteed"]
    rank = figures.decision_rank
    if rank is not None:
        said.append(f"decided by the {ordinal(rank)} person one talks to")
    if figures.margin is not None and 0 < figures.margin.earliest < INFINITE:
        said.append(f"at least {duration(figures.margin.earliest)} to spare")
    return ", ".join(said)


def _as_text(addition: Addition, language: str) -> list[str]:
    where = "before" if addition.before else "below"
    keys = [key_in_language(key, language) for key in addition.replaces]
    instead = f" (instead of its `{'`, `'.join(keys)}`)" if keys else ""
    place = in_language(addition.place, language)
    return [f"{where} `{place}`{instead}:", *(f"  {in_language(line, language)}" for line in addition.lines)]

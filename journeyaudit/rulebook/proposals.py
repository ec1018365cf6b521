"""The cheapest change that was proved to help -> one hint, with the lines to write."""

from __future__ import annotations

from journeyaudit.finding.words import duration
from journeyaudit.rulebook.case import Case
from journeyaudit.verdicts.draft import Addition
from journeyaudit.verdicts.repair import Proposal, cheapest_change
from journeyaudit.verdicts.verdict import Verdict


def proposal_in_words(case: Case, verdict: Verdict) -> str:
    """What to change, what the verdict becomes, and the lines that say so; "" where nothing helps."""
    proposal = cheapest_change(case.service, case.journey, case.graph, verdict)
    if proposal is None:
        return ""
    lines = [f"{'; and '.join(proposal.words)} -> {_result(proposal)}"]
    for addition in proposal.additions:
        lines += _as_text(addition)
    return "\n".join(lines)


def _result(proposal: Proposal) -> str:
    figures = proposal.verdict.figures
    if not proposal.complete:
        return f"then it is {proposal.verdict.judgement}, not yet guaranteed"
    said = ["guaranteed"]
    if figures.decision_rank is not None:
        said.append(f"decision rank {figures.decision_rank}")
    if figures.margin is not None and figures.margin.earliest > 0:
        said.append(f"at least {duration(figures.margin.earliest)} to spare")
    return ", ".join(said)


def _as_text(addition: Addition) -> list[str]:
    where = "before" if addition.before else "below"
    instead = f" (instead of its `{'`, `'.join(addition.replaces)}`)" if addition.replaces else ""
    return [f"{where} `{addition.place}`{instead}:", *(f"  {line}" for line in addition.lines)]

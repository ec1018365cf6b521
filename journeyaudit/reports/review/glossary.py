"""The words of the page -> what they mean, for somebody who sees such a page for the first time."""

from __future__ import annotations

from journeyaudit.reports.review.bars import WORST_FIRST, badge
from journeyaudit.rulebook.figures import MEASURES
from journeyaudit.verdicts.verdict import Judgement

_VERDICTS = {
    Judgement.IMPOSSIBLE: "Once the mistake is noticed, nobody who may put it right can do so in time.",
    Judgement.LUCK: "It depends on the hour, on whom one gets, or on what somebody else chooses.",
    Judgement.NOT_ASSESSABLE: "The text leaves out something that decides it; the page says what.",
    Judgement.GUARANTEED: "Whatever the hour and whoever answers, it can be put right in time.",
}
_OTHERS = {
    "Profile": "How much is asked of a journey: start, kafka, service, strict; each contains those before "
    "it. It is met where no rule of it found a warning or an error.",
    "It shows": "The moment from which somebody can notice the mistake; lengths in the answers count from "
    "it, and clock times are those of an example. Measures hold for every hour of the week.",
    "Soft cut-off": "The moment from which nobody accepts a correction any more, by somebody's decision.",
    "Hard cut-off": "The moment from which it cannot be undone, whoever wanted to.",
    "Steps with a mistake described": "Of the steps that can go wrong (of the customer, automated "
    "decisions, hand-overs, messages) those for which the text says what can go wrong, or that nothing can.",
    "Finding": "What a rule found: an error, a warning, or a remark (info).",
    "As-is": "The journey as it is today; to-be is how it is meant to become.",
}
_MEASURES = {
    "Kafka zone": "How long the mistake could still be put right while nobody accepts it any more.",
    "decision rank": "Which person one talks to may decide: 1 is the first, none is nobody.",
    "time margin": "How much time is left when the first one who may has put it right.",
    "hurdles before a human": "Menus, logins, forms and machines before somebody human answers.",
    "wait for a human": "How long it takes until somebody human answers.",
    "cure ratio": "What the way out costs the customer, as a share of what is at stake.",
    "burden ratio": "What the customer has to do for the way out, against what the organisation does.",
    "hand-offs": "How often the case goes from one person to the next.",
    "retellings": "How often the customer has to tell it all again.",
    "media breaks": "How often one has to change between web, phone and paper.",
}


def glossary_html() -> str:
    """Closed until it is asked for."""
    said = [(badge(each), _VERDICTS[each]) for each in WORST_FIRST]
    said += [(name, _MEASURES[name]) for name in MEASURES]
    said += _OTHERS.items()
    pairs = "".join(f"<dt>{name}</dt><dd>{meaning}</dd>\n" for name, meaning in said)
    return f'<details class="glossary"><summary>What the words mean</summary><dl>\n{pairs}</dl></details>\n'

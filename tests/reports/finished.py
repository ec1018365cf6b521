"""Finished runs for the tests of the formats: with everything there can be, and with nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.model.trouble import Ignore
from journeyaudit.reports.rule_entries import RuleEntry
from journeyaudit.rulebook.outcome import Accepted, Outcome
from journeyaudit.rulebook.pages import read_page
from journeyaudit.source import NOWHERE, SourceText, Span
from tests.reports import made

UMLAUTS = SourceText(
    "samples/Größe & Co/späte änderung.journey",
    "journey Überweisung 😀 zurückholen\n  step 👩‍🦽 prüft Größe, dann “weiß\tjeder” Bescheid\n    takes: ∞\n",
)
SOURCES = {**made.SOURCES, UMLAUTS.path: UMLAUTS}
WIDE = Finding(
    "dead-end",
    Severity.WARNING,
    "“👩‍🦽 prüft Größe” führt | nach *nirgendwo* <b> @all #1 `takes`",
    made.at("prüft Größe", UMLAUTS),
    label="hier 😀 endet es",
    journey="Überweisung 😀 zurückholen",
    subject="👩‍🦽 prüft Größe",
    labels=(Label(made.at("takes: ∞", UMLAUTS), "the time: {0} [see](1)"),),
    trail=tuple(
        Label(made.at(words, UMLAUTS), words) for words in ("Überweisung 😀 zurückholen", "prüft Größe")
    ),
    missing=("takes",),
    notes=("100 % sure: a, b;\nsecond line",),
    help="write it\n  below `step`:\n    takes: 5 min",
)
OVER_LINES = made.headline(
    rule="loose-end",
    severity=Severity.INFO,
    title="the whole block is never reached",
    span=made.below("choice Is the parcel"),
    label="",
    labels=(),
    trail=(),
    story=None,
    measures=(),
    assumptions=(),
    evidence=(),
    help="",
)
UNREADABLE = Finding(
    "not-text",
    Severity.INPUT,
    "the file is not a text",
    Span("samples/photo.journey", 0, 0),
    help="save it as text",
)
PLACELESS = Finding("rule-crashed", Severity.INPUT, "the rule `x` could not be applied", NOWHERE)
ACCEPTED = Accepted(
    made.headline(rule="no-stop-cord", severity=Severity.WARNING, title="nobody may stop it, 😀"),
    Ignore(
        "no-stop-cord",
        made.at("status: as-is"),
        "Online order",
        reason="the board decided so, für | jetzt",
        owner="Head of service",
        expires=date(2027, 6, 30),
    ),
)
WITHOUT_REASON = Accepted(OVER_LINES, Ignore("loose-end", made.at("goal"), "Online order"))


def run(*findings: Finding, accepted: tuple[Accepted, ...] = ()) -> Outcome:
    outcome = made.outcome(*findings)
    (journey,) = outcome.journeys
    return replace(outcome, journeys=(replace(journey, accepted=accepted),))


FULL = replace(
    run(UNREADABLE, PLACELESS, made.headline(), WIDE, OVER_LINES, accepted=(ACCEPTED, WITHOUT_REASON)),
    files=(made.PATH, UMLAUTS.path, "samples/photo.journey"),
)
CLEAN = run()
NOTHING = Outcome(made.SERVICE)

PAGE = SourceText(
    "/shipped/kafka/no-human-correction.md",
    "# No human correction\nCan a human still put it right?\n\n"
    "## Why it hurts\nMistakes are *normal*. <!-- for writers -->\n\n## What to do\n- let them `change` it\n",
)
ENTRIES = {
    "no-human-correction": RuleEntry(
        "no-human-correction", "kafka", ("error", "warning"), "start", (), True, "", {}, (), True, PAGE.path,
        read_page(PAGE)[0],
    )
}  # fmt: skip

"""Rules -> the files of their documentation: an index, pages of packs and rules, pictures of examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeyaudit import drawing
from journeyaudit.audit.example import Shown, show
from journeyaudit.finding import Finding
from journeyaudit.reports.page_text import bare
from journeyaudit.reports.rule_docs import (
    INDEX,
    by_pack,
    index_page,
    pack_page,
    page_name,
    picture_name,
    rule_page,
)
from journeyaudit.reports.rule_entries import RuleEntry
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.rulebook.pages import REPAIRED, TROUBLE
from journeyaudit.rulebook.shelf import ShelvedRule


def rule_documents(
    rules: Sequence[ShelvedRule], entries: Sequence[RuleEntry], folder: str
) -> Iterator[tuple[str, bytes]]:
    """Name (seen from ``folder``) and content of each file; ``entries`` are those of ``rules``.

    The first example of each kind is drawn. Raises ``drawing.DrawingError`` where nothing can draw.
    """
    told: dict[str, str] = {}
    for rule, entry in zip(rules, entries, strict=True):
        for name, picture, finding in _pictures(rule, entry):
            yield name, picture.encode()
            if finding is not None:
                told[rule.id] = finding.title
    sentences = {rule.id: rule.source.plain[rule.start : rule.end] for rule in rules}
    for rule, entry in zip(rules, entries, strict=True):
        page = rule_page(entry, rule.source.plain, told.get(rule.id, ""), folder)
        yield page_name(entry), page.encode()
    yield INDEX, index_page(entries).encode()
    for pack, listed in by_pack(entries):
        yield f"{pack}.md", pack_page(pack, listed, sentences, told).encode()


def _pictures(rule: ShelvedRule, entry: RuleEntry) -> Iterator[tuple[str, str, Finding | None]]:
    """Both pictures of a rule, or none if its page lacks an example that can be drawn."""
    shown: Mapping[str, Shown] = {
        heading: show(bare(example.text), rule.compiled, today=example.today)
        for heading in (TROUBLE, REPAIRED)
        for example in entry.page.examples_of(heading)[:1]
    }
    if len(shown) < 2 or not all(each.journeys for each in shown.values()):
        return
    for heading, each in shown.items():
        finding = next(iter(each.findings), None) if heading == TROUBLE else None
        told = _journey_of(each, finding)
        name = f"{rule.id}-{heading.lower()}"
        yield picture_name(rule.id, heading), _picture(each, told, finding, name), finding


def _journey_of(shown: Shown, finding: Finding | None) -> JourneyOutcome:
    about = (each for each in shown.journeys if finding is not None and each.journey.name == finding.journey)
    return next(about, shown.journeys[0])


def _picture(shown: Shown, told: JourneyOutcome, finding: Finding | None, name: str) -> str:
    journey = told.journey
    trail = drawing.trail_of(journey, finding)
    # what is found stands below the picture, where it can be wrapped
    dot = drawing.draw(shown.project.service, journey, told.graph, trail=trail, verdicts=told.verdicts)
    description = drawing.describe(journey, trail=trail, finding=finding, verdicts=told.verdicts)
    return drawing.to_svg(dot, title=journey.name, description=description, name=name)

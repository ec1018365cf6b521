"""Two audited sides -> one comparison: what changed, how verdicts and findings fared, and who gains."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from journeyaudit.comparison.change import Change, Trend
from journeyaudit.comparison.facts import Views
from journeyaudit.comparison.findings import Fate, FindingChange, changed_findings
from journeyaudit.comparison.journeys import JourneyChange, Same, changed_journey
from journeyaudit.comparison.pairs import same_journeys
from journeyaudit.comparison.people import People, changed_people, same_people
from journeyaudit.comparison.side import Side, View
from journeyaudit.comparison.verdicts import MistakeChange, all_gone, all_new
from journeyaudit.finding import Finding
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.source import Span
from journeyaudit.source.record import record


@record
class Comparison:
    """``people`` are the changes about roles and channels, which may act in several journeys; ``journeys``
    are in the order of the later side, those that are gone last."""

    before: Side
    after: Side
    people: tuple[Change, ...] = ()
    journeys: tuple[JourneyChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()

    @property
    def mistakes(self) -> Iterator[MistakeChange]:
        for journey in self.journeys:
            yield from journey.mistakes

    @property
    def changes(self) -> Iterator[Change]:
        yield from self.people
        for journey in self.journeys:
            yield from journey.changes

    @property
    def worse_verdicts(self) -> tuple[MistakeChange, ...]:
        return tuple(each for each in self.mistakes if each.trend is Trend.WORSE)

    @property
    def new_errors(self) -> tuple[FindingChange, ...]:
        return tuple(each for each in self.findings if each.is_new_error)

    @property
    def says_nothing_changed(self) -> bool:
        one_sided = any(each.before is None or each.after is None for each in self.journeys)
        fates = any(each.fate is not Fate.STILL for each in self.findings)
        moved = any(each.trend is not Trend.SAME or each.measures for each in self.mistakes)
        return not (one_sided or fates or moved or any(True for _ in self.changes))


def compare(before: Side, after: Side) -> Comparison:
    """Compares two runs of ``audit_paths``."""
    people = same_people(before, after)
    pairs, why = same_journeys(before, after)
    olds, news = before.outcome.journeys, after.outcome.journeys
    partner = {new: old for old, new in pairs.pairs}
    journeys: list[JourneyChange] = []
    names: dict[tuple[str, str], tuple[str, str]] = {}
    files: dict[str, str] = {}
    for number, told in enumerate(news):
        if number not in partner:
            journeys.append(JourneyChange(told.journey.name, None, told, mistakes=all_new(told)))
            continue
        old = olds[partner[number]]
        change, same = changed_journey((old, told), people, why.get(number, ""))
        journeys.append(change)
        names |= _names(old, told, same)
        files.setdefault(before.place(old.journey.header), after.place(told.journey.header))
    journeys += [_gone(olds[number]) for number in pairs.gone]
    names |= _names_of_people(before, after, people, names)
    one, other = before.outcome.service, after.outcome.service
    views = Views(View(one, None, people.actor_keys, people.channel_keys), View(other))
    about_people = sorted(changed_people(before, after, people, views), key=lambda change: change.weight)
    findings = changed_findings(before, after, files, names, _is_gone(before, after, journeys))
    return Comparison(before, after, tuple(about_people), tuple(journeys), findings)


def _is_gone(before: Side, after: Side, journeys: Sequence[JourneyChange]) -> Callable[[Finding], bool]:
    """Is the journey, the mistake or the file of an earlier finding no longer described?"""
    kept = {each.before.journey.name for each in journeys if each.before and each.after}
    gone = [each.before.journey for each in journeys if each.before and not each.after]
    places = {(each.header.file, each.name) for each in gone}
    names = {each.name for each in gone} - kept
    mistakes = {
        (each.before.journey.name, mistake.old_name)
        for each in journeys
        if each.before
        for mistake in each.mistakes
        if mistake.trend is Trend.GONE
    }
    files = {after.place(Span(path, 0, 0)) for path in after.outcome.files}

    def is_gone(finding: Finding) -> bool:
        if not finding.journey:
            return bool(finding.span) and before.place(finding.span) not in files
        about = (finding.journey, finding.subject)
        place = (finding.span.file, finding.journey)
        return finding.journey in names or place in places or about in mistakes

    return is_gone


def _gone(told: JourneyOutcome) -> JourneyChange:
    return JourneyChange(told.journey.name, told, None, mistakes=all_gone(told))


def _names(
    before: JourneyOutcome, after: JourneyOutcome, same: Same
) -> dict[tuple[str, str], tuple[str, str]]:
    """What a finding is about, for what is called otherwise than before."""
    old, new = before.journey, after.journey
    pairs = [(old.nodes[one].title, new.nodes[other].title) for one, other in same.places.same.items()]
    pairs += [(old.mistakes[one].name, new.mistakes[other].name) for one, other in same.mistakes.pairs]
    names = {
        (old.name, one): (new.name, other) for one, other in pairs if one != other or old.name != new.name
    }
    if old.name != new.name:
        names |= {(old.name, ""): (new.name, ""), (old.name, old.name): (new.name, new.name)}
    return names


def _names_of_people(
    before: Side, after: Side, people: People, known: dict[tuple[str, str], tuple[str, str]]
) -> dict[tuple[str, str], tuple[str, str]]:
    one, other = before.outcome.service, after.outcome.service
    pairs = [(one.actors[old].name, other.actors[new].name) for old, new in people.actor_keys.items()]
    pairs += [(one.channels[old].name, other.channels[new].name) for old, new in people.channel_keys.items()]
    renamed = [(old, new) for old, new in pairs if old != new]
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for told in before.outcome.journeys if renamed else ():
        journey = told.journey.name
        later, _ = known.get((journey, ""), (journey, ""))
        found |= {(journey, old): (later, new) for old, new in renamed if (journey, old) not in known}
    return found

"""Two versions of what can go wrong and what helps -> what changed about it, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from journeyaudit.comparison.change import Change, Weight
from journeyaudit.comparison.facts import Kind, Views, changed_facts, come, compared_parts, gone, renamed
from journeyaudit.comparison.fields_of_trouble import APPEAL, IGNORE, MISTAKE, REMEDY
from journeyaudit.comparison.likeness import Matches, matched, name_likeness
from journeyaudit.finding.words import quoted
from journeyaudit.model.journey import Journey
from journeyaudit.model.names import fold
from journeyaudit.model.trouble import Appeal, Cutoff, Ignore, Mistake, Remedy
from journeyaudit.source import Span
from journeyaudit.source.record import record

MISTAKE_KIND = Kind("mistake", MISTAKE, Weight.RIGHTS)
REMEDY_KIND = Kind("remedy", REMEDY, Weight.RIGHTS)
_NEW_MISTAKE = Kind(
    "mistake", {fact: said for fact, said in MISTAKE.items() if fact != "node"}, Weight.RIGHTS
)
_APPEAL_REMEDY = Kind("appeal", REMEDY, Weight.RIGHTS)
_APPEAL = Kind("appeal", APPEAL, Weight.RIGHTS)
_EXCEPTION = Kind("exception", IGNORE, Weight.NOTES)


def same_mistakes(before: Journey, after: Journey, same_nodes: dict[int, int]) -> Matches:
    """By place and name, by name alone, then at the same place if it is the only one or the name is alike."""
    alone_before, alone_after = _alone(before), _alone(after)

    def likeness(one: Mistake, other: Mistake) -> float:
        if same_nodes.get(one.node) != other.node:
            return 0.0
        alone = one.node in alone_before and other.node in alone_after
        return name_likeness(one.name, other.name) + (1 if alone else 0)

    olds = [replace(each, node=same_nodes.get(each.node, -1 - each.node)) for each in before.mistakes]
    back = dict(zip(map(id, olds), before.mistakes, strict=True))
    return matched(
        olds,
        after.mistakes,
        (lambda each: (each.node, fold(each.name)), lambda each: fold(each.name)),
        lambda one, other: likeness(back[id(one)], other),
    )


def _alone(journey: Journey) -> set[int]:
    nodes = [mistake.node for mistake in journey.mistakes]
    once: dict[int, int] = {}
    for node in nodes:
        once[node] = once.get(node, 0) + 1
    return {node for node, count in once.items() if count == 1}


def changed_mistakes(before: Journey, after: Journey, matches: Matches, views: Views) -> Iterator[Change]:
    """Mistakes and their remedies, in the order of the later text; what went comes last."""
    pairs = {new: old for old, new in matches.pairs}
    for number, mistake in enumerate(after.mistakes):
        if number in pairs:
            yield from _same_mistake(before, after, before.mistakes[pairs[number]], mistake, views)
        else:
            where = f" at {quoted(after.nodes[mistake.node].title)}"
            yield come(_NEW_MISTAKE, _own(mistake, after), views.after, where)
            yield from _changed_remedies((), mistake.remedies, views, ("", f" for {quoted(mistake.name)}"))
    for number in matches.gone:
        yield gone(MISTAKE_KIND, before.mistakes[number])


def _same_mistake(
    before: Journey, after: Journey, old: Mistake, new: Mistake, views: Views
) -> Iterator[Change]:
    yield from renamed(MISTAKE_KIND, old, new)
    yield from changed_facts(MISTAKE_KIND, _own(old, before), _own(new, after), views)
    where = (f" for {quoted(old.name)}", f" for {quoted(new.name)}")
    yield from _changed_remedies(old.remedies, new.remedies, views, where)


def _own(mistake: Mistake, journey: Journey) -> Mistake:
    """With the cut-offs that the mistake states itself; others are told where they are stated."""
    node = journey.nodes[mistake.node]
    soft = None if _is_one_of(mistake.soft, node.soft, journey.soft) else mistake.soft
    hard = None if _is_one_of(mistake.hard, node.hard, journey.hard) or mistake.hard_assumed else mistake.hard
    return replace(mistake, soft=soft, hard=hard)


def _is_one_of(own: Cutoff | None, *others: Cutoff | None) -> bool:
    return own is not None and any(own == other for other in others)


def _changed_remedies(
    before: Sequence[Remedy], after: Sequence[Remedy], views: Views, where: tuple[str, str]
) -> Iterator[Change]:
    olds, news = ([each for each in side if not each.appeal] for side in (before, after))
    yield from compared_parts(REMEDY_KIND, olds, news, views, lambda each: fold(each.name), where)


@record
class _Contest:
    """An appeal as a thing with a name."""

    name: str
    node: int
    appeal: Appeal

    @property
    def remedy(self) -> Remedy:
        return self.appeal.remedy


def changed_appeals(before: Journey, after: Journey, views: Views) -> Iterator[Change]:
    olds = [_Contest(each.remedy.name, each.node, each) for each in before.appeals]
    news = [_Contest(each.remedy.name, each.node, each) for each in after.appeals]
    pairs = matched(
        olds, news, (lambda each: fold(each.name),), lambda one, other: name_likeness(one.name, other.name)
    )
    for one, other in pairs.pairs:
        yield from renamed(_APPEAL_REMEDY, olds[one].remedy, news[other].remedy)
        yield from changed_facts(_APPEAL, olds[one], news[other], views)
        yield from changed_facts(_APPEAL_REMEDY, olds[one].remedy, news[other].remedy, views)
    for other in pairs.new:
        where = f" against what is decided at {views.after.node_words(news[other].node)}"
        yield come(_APPEAL_REMEDY, news[other].remedy, views.after, where)
    for one in pairs.gone:
        where = f" against what is decided at {views.before.node_words(olds[one].node)}"
        yield gone(_APPEAL_REMEDY, olds[one].remedy, where)


@record
class _Exception:
    """An exception as a thing with a name."""

    name: str
    span: Span
    reason: str
    owner: str
    expires: date | None
    whole_journey: bool


def changed_exceptions(before: Journey, after: Journey, views: Views) -> Iterator[Change]:
    olds, news = ([_named(each) for each in journey.ignores] for journey in (before, after))
    yield from compared_parts(_EXCEPTION, olds, news, views, lambda each: fold(each.name))


def _named(ignore: Ignore) -> _Exception:
    name = ignore.rule if ignore.whole_journey else f"{ignore.rule} at {ignore.subject}"
    return _Exception(name, ignore.span, ignore.reason, ignore.owner, ignore.expires, ignore.whole_journey)

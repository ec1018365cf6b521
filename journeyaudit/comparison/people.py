"""The roles and channels of two services -> which are the same, and what changed about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeyaudit.comparison.change import Change, Sign, Weight
from journeyaudit.comparison.facts import (
    Kind,
    Views,
    changed_facts,
    come,
    gone,
    likeness,
    renamed,
)
from journeyaudit.comparison.fields_of_people import ACTOR, CHANNEL
from journeyaudit.comparison.likeness import Matches, matched
from journeyaudit.comparison.side import Side, View
from journeyaudit.comparison.sort import Sort, compared, right_words
from journeyaudit.finding.words import quoted
from journeyaudit.model.names import fold
from journeyaudit.model.people import Actor, Right
from journeyaudit.source import NOWHERE
from journeyaudit.source.record import record

ROLE = Kind("role", ACTOR, Weight.RIGHTS)
CHANNEL_KIND = Kind("channel", CHANNEL, Weight.REACH)


@record
class People:
    """Who and what is the same on both sides: places in the two lists, and keys before -> keys after."""

    actors: Matches
    channels: Matches
    actor_keys: Mapping[str, str]
    channel_keys: Mapping[str, str]


def same_people(before: Side, after: Side) -> People:
    """By place of the file and name, then by name alone, then by likeness."""
    one, other = before.outcome.service, after.outcome.service
    actors = _same(before, after, one.actors, other.actors, ROLE)
    channels = _same(before, after, one.channels, other.channels, CHANNEL_KIND)
    return People(
        actors,
        channels,
        _keys(actors, list(one.actors), list(other.actors)),
        _keys(channels, list(one.channels), list(other.channels)),
    )


def _same(before: Side, after: Side, one: Mapping[str, Any], other: Mapping[str, Any], kind: Kind) -> Matches:
    views = Views(View(before.outcome.service), View(after.outcome.service))
    olds = [(before, each) for each in one.values()]
    news = [(after, each) for each in other.values()]
    return matched(
        olds,
        news,
        (
            lambda each: (each[0].place(each[1].span), fold(each[1].name)),
            lambda each: fold(each[1].name),
        ),
        lambda a, b: likeness(a[1], b[1], kind.fields, views),
    )


def _keys(matches: Matches, before: list[str], after: list[str]) -> Mapping[str, str]:
    return {before[old]: after[new] for old, new in matches.pairs}


def changed_people(before: Side, after: Side, people: People, views: Views) -> Iterator[Change]:
    """What changed about roles and channels, wherever they act."""
    one, other = before.outcome.service, after.outcome.service
    old_roles, new_roles = list(one.actors.values()), list(other.actors.values())
    yield from _changed(ROLE, people.actors, old_roles, new_roles, views)
    was_there = {new: old_roles[old] for old, new in people.actors.pairs}
    for number, role in enumerate(new_roles):
        yield from _changed_rights(was_there.get(number, Actor("", "", role.span)), role, views)
    channels = list(one.channels.values()), list(other.channels.values())
    yield from _changed(CHANNEL_KIND, people.channels, *channels, views)


def _changed(
    kind: Kind, matches: Matches, olds: Sequence[Any], news: Sequence[Any], views: Views
) -> Iterator[Change]:
    for old, new in matches.pairs:
        yield from renamed(kind, olds[old], news[new])
        yield from changed_facts(kind, olds[old], news[new], views)
    for new in matches.new:
        yield come(kind, news[new], views.after)
    for old in matches.gone:
        yield gone(kind, olds[old])


def _changed_rights(before: Actor, after: Actor, views: Views) -> Iterator[Change]:
    olds, news = before.rights or (), after.rights or ()
    pairs = matched(olds, news, (lambda right: right.act,))
    name = quoted(after.name)
    for old, new in pairs.pairs:
        if _all_of(olds[old], views.before) != _all_of(news[new], views.after):
            was, is_ = right_words(olds[old], views.before), right_words(news[new], views.after)
            text = f"{name} may now {is_} (before: {was})"
            yield _right_change(Sign.CHANGED, after, text, (was, is_), (olds[old], news[new]))
    for new in pairs.new:
        words = right_words(news[new], views.after)
        yield _right_change(Sign.ADDED, after, f"{name} may now {words}", ("", words), (None, news[new]))
    for old in pairs.gone:
        words = right_words(olds[old], views.before)
        said = f"{name} may no longer {words}"
        if after.rights is None and len(olds) == len(pairs.gone):
            said += " (nothing is said about rights any more)"
        yield _right_change(Sign.REMOVED, after, said, (words, ""), (olds[old], None))
    if after.rights == () and before.rights != ():
        yield _right_change(Sign.CHANGED, after, f"{name} may do nothing now, as the text says")
    if before.rights == () and after.rights is None:
        text = f"of {name} it is no longer said that they may do nothing"
        yield _right_change(Sign.CHANGED, after, text)


def _all_of(right: Right, view: View) -> object:
    return compared(Sort.RIGHTS, (right,), view)


def _right_change(
    sign: Sign,
    actor: Actor,
    text: str,
    words: tuple[str, str] = ("", ""),
    rights: tuple[Right | None, Right | None] = (None, None),
) -> Change:
    old, new = rights
    before, after = old.span if old else NOWHERE, new.span if new else NOWHERE
    return Change(sign, Weight.RIGHTS, "role", actor.name, text, "rights", *words, before, after)

"""The first human a customer gets hold of: the one whose hands a proposed change would free."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, Channel
from journeyaudit.model.trouble import Mistake
from journeyaudit.source.record import record


@record
class Helper:
    """A human role and the keys of the channels that end at it directly, most obvious first."""

    actor: Actor
    channels: tuple[str, ...]


def first_helper(service: Service, journey: Journey, mistake: Mistake) -> Helper | None:
    """Looks on the channels of the remedies, then of the interrupts, then on any other; somebody human who
    answers directly before somebody to whom machines or others pass the case on."""
    to_try = tuple(_channels_to_try(service, journey, mistake))
    for reached in (answering, _behind):
        for key in to_try:
            for actor in reached(service, service.channels[key]):
                if actor.human:
                    return Helper(actor, _channels_of(service, actor, key, reached))
    return None


def _behind(service: Service, channel: Channel) -> tuple[Actor, ...]:
    """Everybody to whom those who answer may pass a case on, the nearest first."""
    queue = list(answering(service, channel))
    for actor in queue:
        onward = (*actor.escalates_to, *actor.hands_over_to)
        queue += [service.actors[key] for key in onward if service.actors[key] not in queue]
    return tuple(queue)


def answering(service: Service, channel: Channel) -> tuple[Actor, ...]:
    """Who is at the other end, as far as the text says: ``answered by``, else ``reachable on``."""
    if channel.answered_by:
        return tuple(service.actors[key] for key in channel.answered_by if key in service.actors)
    return tuple(actor for actor in service.actors.values() if channel.key in actor.reachable_on)


def _channels_to_try(service: Service, journey: Journey, mistake: Mistake) -> Iterator[str]:
    seen: set[str] = set()
    offered = [key for remedy in mistake.remedies for key in remedy.on]
    offered += [key for interrupt in journey.interrupts for key in interrupt.on]
    offered += list(service.channels)
    for key in offered:
        if key in service.channels and key not in seen:
            seen.add(key)
            yield key


def _channels_of(
    service: Service, actor: Actor, first: str, reached: Callable[[Service, Channel], tuple[Actor, ...]]
) -> tuple[str, ...]:
    others = [
        channel.key
        for channel in service.channels.values()
        if channel.key != first and actor in reached(service, channel)
    ]
    return (first, *others)

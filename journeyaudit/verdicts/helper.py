"""The first human a customer gets hold of: the one whose hands a proposed change would free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, Channel
from journeyaudit.model.trouble import Mistake


@dataclass(frozen=True, slots=True)
class Helper:
    """A human role and the keys of the channels that end at it directly, most obvious first."""

    actor: Actor
    channels: tuple[str, ...]


def first_helper(service: Service, journey: Journey, mistake: Mistake) -> Helper | None:
    """Looks on the channels of the remedies, then of the interrupts, then on any other."""
    for key in _channels_to_try(service, journey, mistake):
        for actor in answering(service, service.channels[key]):
            if actor.human:
                return Helper(actor, _channels_of(service, actor, first=key))
    return None


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


def _channels_of(service: Service, actor: Actor, first: str) -> tuple[str, ...]:
    direct = [
        channel.key
        for channel in service.channels.values()
        if channel.key != first and actor in answering(service, channel)
    ]
    return (first, *direct)

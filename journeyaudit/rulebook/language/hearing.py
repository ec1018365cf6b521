"""What a journey tells the customer -> whether they hear of a place or a remedy, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.model.flow import Node, Notification
from journeyaudit.model.people import ActorKind
from journeyaudit.rulebook.language.answer import YES, Answer, any_of, truth, unknown
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.traits import of_kind
from journeyaudit.rulebook.language.values import NONE, Reading
from journeyaudit.syntax.vocabulary import fold

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


def goes_to_the_customer(look: Look, message: Notification) -> Answer:
    """A message that does not say to whom goes to the customer."""
    if not message.to or look.journey.customer in message.to:
        return YES
    return any_of(of_kind(person, ActorKind.CUSTOMER) for person in look.actors(message.to))


def is_told(look: Look, thing: Thing) -> Answer:
    node: Node = thing.it
    acting = (*node.by, *node.together_with)
    if look.journey.customer in acting or (node.says and not node.invisible):
        return YES
    customers = any_of(_is_customer(person) for person in look.actors(acting))
    messages = any_of(goes_to_the_customer(look, each) for each in node.notifications)
    return any_of((customers, messages))


def _is_customer(person: Thing) -> Answer:
    """Whose kind is not written is not the customer of this journey."""
    return truth(getattr(person.it, "kind", None) is ActorKind.CUSTOMER)


def words_at(look: Look, thing: Thing) -> Reading:
    return _words(look, (thing.it,), thing)


def words_of_journey(look: Look, thing: Thing) -> Reading:
    found: Reading | None = look.kept.get(("people", "words"))
    if found is None:
        found = _words(look, look.journey.nodes, thing, look.journey.promise)
        look.kept["people", "words"] = found
    return found


def _words(look: Look, nodes: tuple[Node, ...], thing: Thing, *more: str) -> Reading:
    texts, silent = [each for each in more if each], False
    for node in nodes:
        texts += [node.says] if node.says and not node.invisible else []
        for message in node.notifications:
            if not goes_to_the_customer(look, message).no:
                said = [each for each in (message.says, message.shows) if each]
                texts += said
                silent = silent or not said
    if texts:
        return Reading(tuple(texts))
    return Reading(missing=(thing.lacks("says"),)) if silent else NONE


# ---- remedies the customer hears of ----


def is_announced(look: Look, thing: Thing) -> Answer:
    """Something told to the customer leads to the people or channels of this remedy."""
    if look.journey.named_contact or _used_by_the_customer(look) & {*thing.it.on}:
        return YES
    words = words_of_journey(look, look.whole)
    told = fold(" ".join(words.value)) if isinstance(words.value, tuple) else ""
    if any(name in told for name in _names_of(look, thing)):
        return YES
    return _some_message_names_a_contact(look)


def _used_by_the_customer(look: Look) -> frozenset[str]:
    """The channels on which the flow shows the customer at work."""
    found: frozenset[str] | None = look.kept.get(("people", "used"))
    if found is None:
        nodes = [node for node in look.journey.nodes if look.journey.customer in node.by]
        found = look.kept["people", "used"] = frozenset(key for node in nodes for key in node.on)
    return found


def _names_of(look: Look, remedy: Thing) -> list[str]:
    """What one can recognise its people and channels by: names, numbers, addresses."""
    things = (*look.actors(remedy.it.by), *look.channels(remedy.it.on))
    texts = [each.name for each in things] + [getattr(each.it, "contact", "") for each in things]
    return [fold(text) for text in texts if text]


def _some_message_names_a_contact(look: Look) -> Answer:
    found: Answer | None = look.kept.get(("people", "contacts"))
    if found is None:
        messages = look.things("message").things
        heard = (each for each in messages if not goes_to_the_customer(look, each.it).no)
        found = any_of(_names_a_contact(each) for each in heard)
        look.kept["people", "contacts"] = found
    return found


def _names_a_contact(message: Thing) -> Answer:
    said: bool | None = message.it.names_contact
    return unknown(message.lacks("names a contact")) if said is None else truth(said)


def is_for_the_customer(look: Look, thing: Thing) -> Answer:
    """Of a message."""
    return goes_to_the_customer(look, thing.it)

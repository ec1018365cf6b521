"""Trees of files that belong together -> one service: names are things from here on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeyaudit.finding import Finding
from journeyaudit.model.complaints import Complaints
from journeyaudit.model.facts import Facts
from journeyaudit.model.journey import Service
from journeyaudit.model.journey_from_syntax import journey_of
from journeyaudit.model.people_from_syntax import actor_of, channel_of, opening_hours
from journeyaudit.model.scope import Declared, Register, Scope, visible_from
from journeyaudit.model.used import complain_of_unknown_ends
from journeyaudit.syntax.tree import Tree


def service_of(
    trees: Mapping[str, Tree], imports: Mapping[str, Sequence[str]] | None = None
) -> tuple[Service, tuple[Finding, ...]]:
    """All people, channels and journeys of some files, with what is wrong in them.

    ``trees`` maps a file to its tree; ``imports`` maps a file to the files it imports directly (keys
    of ``trees``; circles are fine). A file sees its own names and, through its imports, those of
    others. The findings are all of severity ``INPUT``, in order of the files and of their lines.
    """
    complaints = Complaints()
    register = Register()
    declared = {file: register.declare(tree) for file, tree in trees.items()}
    scopes = _scopes(declared, imports or {}, register, complaints)
    for file, tree in trees.items():
        _read_people(declared[file], tree, scopes[file])
    for file in trees:
        _mark_customers(declared[file], scopes[file])
    journeys = [
        journey_of(one, tree, scopes[file], complaints)
        for file, tree in trees.items()
        for one in declared[file]
        if one.block.kind == "journey"
    ]
    by_key = {journey.key: journey for journey in journeys}
    for file, tree in trees.items():
        complain_of_unknown_ends(tree, scopes[file], by_key, complaints)
    service = Service(register.actors, register.channels, tuple(journeys))
    return service, _in_order(complaints.findings, trees)


def _scopes(
    declared: Mapping[str, Sequence[Declared]],
    imports: Mapping[str, Sequence[str]],
    register: Register,
    complaints: Complaints,
) -> dict[str, Scope]:
    scopes: dict[str, Scope] = {}
    reported: set[tuple[int, int, str, str]] = set()
    for file in declared:
        scopes[file] = Scope(file, register, complaints)
        for other in visible_from(file, imports):
            scopes[file].see(declared.get(other, ()), reported)
    return scopes


def _read_people(declared: Sequence[Declared], tree: Tree, scope: Scope) -> None:
    for one in declared:
        if one.block.kind == "actor":
            scope.register.actors[one.key] = actor_of(one, tree, scope)
        elif one.block.kind == "channel":
            scope.register.channels[one.key] = channel_of(one, scope)
        elif one.block.kind == "hours":
            opening_hours(Facts(one.block.facts), scope)


def _mark_customers(declared: Sequence[Declared], scope: Scope) -> None:
    """Before any flow is read: who decides at a choice depends on who is the customer."""
    for one in declared:
        name = Facts(one.block.facts).name("customer") if one.block.kind == "journey" else None
        if name is not None:
            journey = one.block.name.text if one.block.name else ""
            scope.register.make_customer(scope.actor(name, journey))


def _in_order(findings: Sequence[Finding], trees: Mapping[str, Tree]) -> tuple[Finding, ...]:
    order = {file: at for at, file in enumerate(trees)}
    return tuple(sorted(findings, key=lambda one: (order.get(one.span.file, len(order)), one.span.start)))

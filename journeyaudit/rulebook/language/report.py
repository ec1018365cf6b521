"""The things a rule has bound when it fails -> one finding: place, words, labels, story, measures."""

from __future__ import annotations

from typing import Any

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.rulebook.language.exhibits import Exhibit
from journeyaudit.rulebook.language.sayings import Fill
from journeyaudit.rulebook.language.scope import Scope, Test
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.ways import LONGEST
from journeyaudit.source.record import record


@record
class Wording:
    """Severities, sentences and hints, each with the condition under which it counts; the first one that
    holds is taken, and one without a condition always holds. ``shows`` adds to every finding."""

    grades: tuple[tuple[Test | None, Severity], ...]
    sayings: tuple[tuple[Test | None, Fill], ...]
    hints: tuple[tuple[Test | None, Fill], ...]
    shows: tuple[Exhibit, ...] = ()


@record
class Found:
    """A finding and the thing it is about: its kind, its place, the number of the mistake it belongs to."""

    finding: Finding
    kind: str
    node: int | None = None
    mistake: int | None = None


def report(
    rule: str, wording: Wording, scope: Scope, things: tuple[Thing, ...], way: tuple[int, ...]
) -> Found:
    """``things`` are the bound ones, outermost first; ``way`` shows how one gets there."""
    look, thing = scope.look, things[-1]
    parts: dict[str, Any] = {
        "labels": tuple(Label(each.span, f"the {each.kind}") for each in _others(things)),
        "trail": look.way(_shortened(way or _trail(scope, thing))),
        "help": _filled(wording.hints, scope),
    }
    for each in wording.shows:
        shown = next((one for one in reversed(things) if one.kind in each.of), None)
        for name, part in (each.parts(look, shown) if shown else {}).items():
            add = isinstance(part, tuple) and name != "trail"
            parts[name] = (*parts.get(name, ()), *part) if add else part or parts.get(name, part)
    finding = Finding(
        rule=rule,
        severity=_chosen(wording.grades, scope) or Severity.WARNING,
        title=_title(wording, scope, thing),
        span=thing.span,
        journey=look.journey.name,
        subject=_subject(scope, things),
        **parts,
    )
    mistake = next((one.mistake for one in reversed(things) if one.mistake is not None), None)
    return Found(finding, thing.kind, thing.node, mistake)


_NOWHERE = ("journey", "actor", "channel", "right")
"""Things that stand at no place of the flow, so no way leads there."""


def _trail(scope: Scope, thing: Thing) -> tuple[int, ...]:
    if thing.node is None or thing.kind in _NOWHERE:
        return ()
    return tuple(scope.look.graph.trail_to(thing.node, LONGEST))


def _shortened(way: tuple[int, ...]) -> tuple[int, ...]:
    """Of a very long way the beginning and the last hundred places."""
    return (*way[:2], *way[2 - LONGEST :]) if len(way) > LONGEST else way


def _chosen(grades: tuple[tuple[Test | None, Severity], ...], scope: Scope) -> Severity | None:
    return next((severity for when, severity in grades if when is None or when(scope).yes), None)


def _filled(texts: tuple[tuple[Test | None, Fill], ...], scope: Scope) -> str:
    for when, fill in texts:
        if when is None or when(scope).yes:
            return fill(scope).replace("““", "“").replace("””", "”")
    return ""


def _title(wording: Wording, scope: Scope, thing: Thing) -> str:
    title = _filled(wording.sayings, scope).removesuffix(".") or f"“{thing.name}” breaks this rule"
    second = title[1:2]
    return title[:1].lower() + title[1:] if second.islower() or second == " " else title


def _subject(scope: Scope, things: tuple[Thing, ...]) -> str:
    """The mistake it is about, if it is about one: so findings about the same trouble come together."""
    for thing in reversed(things):
        if thing.mistake is not None and thing.mistake in scope.look.verdicts:
            return scope.look.verdicts[thing.mistake].mistake.name
    return things[-1].name


def _others(things: tuple[Thing, ...]) -> list[Thing]:
    last = things[-1]
    return [
        thing for thing in things[:-1] if thing.span and thing.span != last.span and thing.kind != "journey"
    ]

"""The things a rule has bound when it fails -> one finding: place, words, labels, story, measures."""

from __future__ import annotations

from dataclasses import dataclass

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.rulebook.figures import measures_of
from journeyaudit.rulebook.language.sayings import Fill
from journeyaudit.rulebook.language.scope import Scope, Test
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.verdicts.story import story_of
from journeyaudit.verdicts.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Wording:
    """Severities, sentences and hints, each with the condition under which it counts; the first one that
    holds is taken, and one without a condition always holds."""

    grades: tuple[tuple[Test | None, Severity], ...]
    sayings: tuple[tuple[Test | None, Fill], ...]
    hints: tuple[tuple[Test | None, Fill], ...]


def report(
    rule: str, wording: Wording, scope: Scope, things: tuple[Thing, ...], way: tuple[int, ...]
) -> Finding:
    """``things`` are the bound ones, outermost first; ``way`` shows how one gets there."""
    look, thing = scope.look, things[-1]
    verdict = _verdict(scope, thing)
    trail = way or (look.graph.trail_to(verdict.mistake.node) if verdict else ())
    return Finding(
        rule=rule,
        severity=_chosen(wording.grades, scope) or Severity.WARNING,
        title=_title(wording, scope, thing),
        span=thing.span,
        journey=look.journey.name,
        subject=_subject(scope, things),
        labels=tuple(Label(each.span, f"the {each.kind}") for each in _others(things)),
        trail=tuple(sign for number in trail if (sign := look.signs[number])),
        story=story_of(look.service, look.journey, verdict) if verdict else None,
        measures=measures_of(verdict) if verdict else (),
        assumptions=verdict.assumptions if verdict else (),
        help=_filled(wording.hints, scope),
    )


def _verdict(scope: Scope, thing: Thing) -> Verdict | None:
    """A finding about a mistake carries what its verdict found out."""
    if thing.kind != "mistake" or thing.mistake is None:
        return None
    return scope.look.verdicts.get(thing.mistake)


def _chosen(grades: tuple[tuple[Test | None, Severity], ...], scope: Scope) -> Severity | None:
    return next((severity for when, severity in grades if when is None or when(scope).yes), None)


def _filled(texts: tuple[tuple[Test | None, Fill], ...], scope: Scope) -> str:
    for when, fill in texts:
        if when is None or when(scope).yes:
            return fill(scope).replace("„„", "„").replace("““", "“")
    return ""


def _title(wording: Wording, scope: Scope, thing: Thing) -> str:
    title = _filled(wording.sayings, scope).removesuffix(".") or f"„{thing.name}“ breaks this rule"
    second = title[1:2]
    return title[:1].lower() + title[1:] if second.islower() or second == " " else title


def _subject(scope: Scope, things: tuple[Thing, ...]) -> str:
    """The mistake it is about, if it is about one: so findings about the same trouble come together."""
    numbers = [thing.mistake for thing in reversed(things) if thing.mistake is not None]
    for mistake in scope.look.journey.mistakes if numbers else ():
        if mistake.number == numbers[0]:
            return mistake.name
    return things[-1].name


def _others(things: tuple[Thing, ...]) -> list[Thing]:
    last = things[-1]
    return [
        thing for thing in things[:-1] if thing.span and thing.span != last.span and thing.kind != "journey"
    ]

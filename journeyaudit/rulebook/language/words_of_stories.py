"""More words about stories, practices and exceptions, as adjectives, attributes and parts."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite
from typing import TYPE_CHECKING

from journeyaudit.finding.words import listed
from journeyaudit.model.trouble import Ignore
from journeyaudit.rulebook.language.answer import Answer, truth, unknown
from journeyaudit.rulebook.language.facts import reading_of
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.values import NONE, Reading, Sort, Time, Value
from journeyaudit.rulebook.language.vocabulary import Adjective, Attribute, ReadFact, ReadTruth, Relation
from journeyaudit.source.record import record
from journeyaudit.syntax.vocabulary import fold

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.compiled import CompiledRule
    from journeyaudit.rulebook.language.look import Look
    from journeyaudit.verdicts.practice_conditions import Condition
    from journeyaudit.verdicts.story_case import StoryVerdict


@record
class Standing:
    """What became of an exception: is its rule ``known``, is it ``ignorable``, is something accepted
    because of it (``used``)?"""

    known: bool
    ignorable: bool
    used: bool


# ---- stories ----


def story_verdict(look: Look, thing: Thing) -> StoryVerdict | None:
    """What came of a story; all stories of a journey are judged at once."""
    if "stories" not in look.kept:
        from journeyaudit.verdicts.story_case import judge_stories

        found = judge_stories(look.service, look.journey, look.graph, look.case.verdicts)
        look.kept["stories"] = {id(each.story): each for each in found}
    verdict: StoryVerdict | None = look.kept["stories"].get(id(thing.it))
    return verdict


def _passed(look: Look, thing: Thing) -> Answer:
    verdict = story_verdict(look, thing)
    assert verdict is not None
    return unknown(*verdict.missing) if verdict.passed is None else truth(verdict.passed)


def _of_story(read_figure: Callable[[StoryVerdict], Value | None]) -> ReadFact:
    """A figure of the story; where it cannot be told, the missing facts are named."""

    def read(look: Look, thing: Thing) -> Reading:
        verdict = story_verdict(look, thing)
        assert verdict is not None
        value = read_figure(verdict)
        if value is not None:
            return Reading(value)
        return Reading(missing=verdict.missing) if verdict.missing else NONE

    return read


def _result(verdict: StoryVerdict) -> Value | None:
    return None if verdict.result is None else verdict.result.value


def _time(minutes: float | None) -> Value | None:
    return Time(float(minutes), float(minutes)) if minutes is not None and isfinite(minutes) else None


def _failures(verdict: StoryVerdict) -> Value | None:
    return tuple(failure.text for failure in verdict.failures) or None


def _shortfall(verdict: StoryVerdict) -> Value | None:
    return listed([failure.text for failure in verdict.failures]) or None


def _time_limit(look: Look, thing: Thing) -> Reading:
    """None where it ends at a place of the journey."""
    del look
    within = thing.it.within
    if within is not None and within.node is not None:
        return NONE
    return reading_of(within.after if within else None, thing, "within")


# ---- practices ----


def _conditions(look: Look, thing: Thing) -> tuple[Condition, ...]:
    if "conditions" not in look.kept:
        from journeyaudit.verdicts.practice_conditions import Conditions

        reader = Conditions(look.service, look.journey)
        look.kept["conditions"] = {id(each): reader.of(each) for each in look.journey.practices}
    found: tuple[Condition, ...] = look.kept["conditions"][id(thing.it)]
    return found


def _supported(look: Look, thing: Thing) -> Answer:
    checked = [each for each in _conditions(look, thing) if each.checked]
    if any(each.holds is False for each in checked):
        return truth(False)
    missing = [fact for each in checked for fact in each.missing]
    return unknown(*missing) if missing else truth(True)


def _those(test: Callable[[Condition], bool]) -> ReadFact:
    def read(look: Look, thing: Thing) -> Reading:
        found = tuple(each.text for each in _conditions(look, thing) if test(each))
        return Reading(found) if found else NONE

    return read


# ---- exceptions ----

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def standing(look: Look, exception: Ignore) -> Standing:
    """As whoever ran the other rules tells it in ``look.kept["exceptions"]`` (by ``id`` of the exception);
    where a rule is tried alone, the shipped rule of that name is looked at."""
    told = look.kept.get("exceptions")
    if told is not None:
        found: Standing = told[id(exception)]
        return found
    alone = look.kept.setdefault("exceptions alone", {})
    if id(exception) not in alone:
        alone[id(exception)] = _standing_alone(look, exception)
    standing: Standing = alone[id(exception)]
    return standing


def _standing_alone(look: Look, exception: Ignore) -> Standing:
    from journeyaudit.rulebook.language import compile_rule
    from journeyaudit.rulebook.pages import read_page
    from journeyaudit.source import SourceText
    from journeyaudit.source.shipped import shipped

    pages = shipped("rules").glob(f"*/{exception.rule}.md") if _ID.fullmatch(exception.rule) else ()
    path = next(iter(sorted(pages)), None)
    if path is None:
        return Standing(known=False, ignorable=True, used=True)
    source = SourceText(str(path), path.read_text("utf-8"))
    page, _ = read_page(source)
    rule, _ = compile_rule(source, page.id, page.pack, page.start, page.end)
    if rule is None or _speaks_of_exceptions(rule):
        return Standing(known=True, ignorable=rule is None or rule.written.ignorable, used=True)
    result = rule.evaluate(look.case, look=look)
    accepted = any(exception.covers(each.finding.span) for each in result.found)
    return Standing(True, rule.written.ignorable, used=accepted or bool(result.not_assessable))


def _speaks_of_exceptions(rule: CompiledRule) -> bool:
    """It would have to be known already what all others find."""
    return any(fold(each.group.noun.text) in ("exception", "exceptions") for each in rule.written.for_each)


def _standing(ask: Callable[[Standing], bool]) -> ReadTruth:
    return lambda look, thing: truth(ask(standing(look, thing.it)))


_STORY, _PRACTICE, _EXCEPTION = ("story",), ("practice",), ("exception",)
_SEC = "(docs/meaning.md, section 10)"

ADJECTIVES: tuple[Adjective, ...] = (
    Adjective("passed", _STORY, f"The journey does what the story asks for {_SEC}. Unknown where that cannot be told.", _passed),
    Adjective("supported", _PRACTICE, "Every condition that can be checked holds in this journey (docs/meaning.md, section 11); free text is left out. Unknown if a fact that a condition asks for is not stated.", _supported),
    Adjective("used", _EXCEPTION, "Something is found that it accepts, or its rule cannot be assessed here.", _standing(lambda it: it.used)),
    Adjective("of a known rule", _EXCEPTION, "There is a rule of this name.", _standing(lambda it: it.known)),
    Adjective("of an ignorable rule", _EXCEPTION, "Its rule may be ignored.", _standing(lambda it: it.ignorable)),
)  # fmt: skip
ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("time limit", _STORY, Sort.TIME, "`within`, where it is a length of time: counted from the noticing.", _time_limit),
    Attribute("result", _STORY, Sort.TEXT, f"The best that surely comes of it {_SEC}: corrected, compensated, answered or nothing.", _of_story(_result), stated=False, options=("corrected", "compensated", "answered", "nothing")),
    Attribute("contacts needed", _STORY, Sort.NUMBER, "To how many people the customer has to tell it.", _of_story(lambda verdict: verdict.contacts if verdict.contacts is None else float(verdict.contacts)), stated=False),
    Attribute("cost", _STORY, Sort.MONEY, "What it costs the customer.", _of_story(lambda verdict: verdict.cost), stated=False),
    Attribute("time to the fix", _STORY, Sort.TIME, "From the latest noticing until it is done at the latest; none where it is not done for sure.", _of_story(lambda verdict: _time(verdict.fixed)), stated=False),
    Attribute("failures", _STORY, Sort.WORDS, "Which of its demands are not met, and by how much.", _of_story(_failures), stated=False),
    Attribute("shortfall", _STORY, Sort.TEXT, "The same as one text.", _of_story(_shortfall), stated=False),
    Attribute("checked conditions", _PRACTICE, Sort.WORDS, "Those conditions that are written as a name, a key of the language and a value.", _those(lambda each: each.checked), stated=False),
    Attribute("unchecked conditions", _PRACTICE, Sort.WORDS, "Those that are free text.", _those(lambda each: not each.checked), stated=False),
    Attribute("unmet conditions", _PRACTICE, Sort.WORDS, "Those that do not hold in this journey.", _those(lambda each: each.holds is False), stated=False),
)  # fmt: skip
RELATIONS: tuple[Relation, ...] = ()

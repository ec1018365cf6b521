"""The text of a rule -> a compiled rule, and all that is wrong with the text, in source order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import TypeVar

from journeyaudit.finding import Finding
from journeyaudit.finding.words import listed
from journeyaudit.rulebook.language import dictionary
from journeyaudit.rulebook.language.answer import all_of, any_of
from journeyaudit.rulebook.language.compiled import CompiledRule, Demands, Level, Written
from journeyaudit.rulebook.language.conditions import condition, members
from journeyaudit.rulebook.language.exhibits import Exhibit, exhibit, exhibits_of
from journeyaudit.rulebook.language.operands import value_of
from journeyaudit.rulebook.language.paths import CompiledPath
from journeyaudit.rulebook.language.report import Wording
from journeyaudit.rulebook.language.sayings import saying
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Notion, Test
from journeyaudit.rulebook.language.subjects import traits
from journeyaudit.source import NOWHERE, SourceText, Span
from journeyaudit.syntax.messages import input_finding
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.rules.stored import StoredRule
from journeyaudit.syntax.vocabulary import fold, nearest

Made = TypeVar("Made")


def compile_rule(
    source: SourceText, rule_id: str, pack: str, start: int = 0, end: int | None = None
) -> tuple[CompiledRule | None, tuple[Finding, ...]]:
    """The rule that stands between two offsets of ``source``; None if anything is wrong with it."""
    from journeyaudit.syntax.rules.parsing import parse_rule  # most rules are prepared

    stop = len(source.plain) if end is None else end
    written, complaints = parse_rule(source, dictionary.words(), start, stop)
    compiling = _Compiling(source.span(start, min(stop, start + 1)))
    rule = compiling.rule(written, rule_id, pack)
    rule.demands()
    rule.wording()
    compiling.ask_for_what_is_left_out(written, bool(complaints))
    found = sorted((*complaints, *compiling.findings), key=lambda each: (each.span.start, each.span.end))
    return (None if found else rule), tuple(found)


def compile_stored(stored: StoredRule, rule_id: str, pack: str) -> CompiledRule:
    """A rule that is known to make sense: its text was compiled before, with the same words. What is asked
    and said is compiled when it is needed."""
    return _Trusting(NOWHERE).rule(stored, rule_id, pack)


def _seeks_trouble(written: Written) -> bool:
    outermost = written.for_each[0].group if written.for_each else None
    kind = dictionary.kind_called(outermost.noun.text) if outermost else None
    return kind is not None and kind.trouble and not (outermost and outermost.owner)


class _Compiling:
    """Compiles sentence by sentence; one that makes no sense becomes a finding and is left out."""

    def __init__(self, whole: Span) -> None:
        self._whole = whole
        self.findings: list[Finding] = []
        self.bindings = Bindings()

    def rule(self, written: Written, rule_id: str, pack: str) -> CompiledRule:
        for line in written.settings:
            self.bindings.settings[line.name.text] = (line.default, value_of(line.default)[1])
        for call in written.calls:
            self._try(partial(self._notion, call))
        levels = [self._try(partial(self._level, each)) for each in written.for_each]
        demands = cache(partial(self._demands, written))
        return CompiledRule(
            rule_id,
            pack,
            written,
            tuple(each for each in levels if each is not None),
            demands,
            cache(partial(self._wording, written, demands)),
            self.bindings,
            {line.name.text: line.default for line in written.settings},
            _seeks_trouble(written),
        )

    def _demands(self, written: Written) -> Demands:
        required = [self._required(each) for each in written.requirements]
        made = tuple(each for each in required if each is not None)
        if written.for_each or not any(isinstance(each, t.Path) for each in written.requirements):
            return Demands(made)
        # a sentence about the whole journey fails at places, which the words may name
        return Demands(made, self.bindings.bind("place", "place"))

    def _try(self, make: Callable[[], Made]) -> Made | None:
        depth = len(self.bindings.bound)
        try:
            return make()
        except Misfit as misfit:
            self.findings.append(input_finding("syntax", misfit.title, misfit.span, misfit.repair))
            del self.bindings.bound[depth:]
            return None

    def _notion(self, call: t.Call) -> None:
        kind = dictionary.kind_called(call.noun.text)
        if kind is None:
            raise Misfit(f"“{call.noun.text}” is no kind of thing", call.noun.span)
        slot = self.bindings.bind(call.noun.text, kind.word)
        test = condition(call.when, self.bindings)
        self.bindings.release()
        self.bindings.notions[fold(call.name.text)] = Notion(kind.word, slot, test)

    def _level(self, each: t.ForEach) -> Level:
        if self.bindings.bound and each.group.owner is None:
            last = self.bindings.bound[-1][0]
            title = f"a second “for each” says of what: every {each.group.noun.text} of the {last}"
            raise Misfit(title, each.span, f"write “for each {each.group.noun.text} of the {last}”")
        try:
            source, kind = members(each.group, self.bindings)
        except Misfit:
            # later sentences speak of it: complaining that it is not named would be a second complaint
            kind_of = dictionary.kind_called(each.group.noun.text)
            if kind_of is not None:
                self.bindings.bind(each.group.noun.text, kind_of.word)
            raise
        slot = self.bindings.bind(_singular(each.group.noun.text), kind)
        are = traits(each.group.adjectives, kind)
        return Level(source, are, self._when(each.where), slot)

    def _when(self, written: t.Condition | None) -> Test | None:
        """Item by item, so that each one that makes no sense is complained about."""
        match written:
            case None:
                return None
            case t.AllOf(items):
                every = self._items(items)
                return lambda scope: all_of(test(scope) for test in every)
            case t.AnyOf(items):
                some = self._items(items)
                return lambda scope: any_of(test(scope) for test in some)
            case _:
                return self._try(partial(condition, written, self.bindings))

    def _items(self, items: tuple[t.Condition, ...]) -> list[Test]:
        tests = [self._try(partial(condition, item, self.bindings)) for item in items]
        return [test for test in tests if test is not None]

    def _required(self, each: t.Requirement) -> Test | CompiledPath | None:
        if isinstance(each, t.Path):
            return self._try(partial(CompiledPath, each, self.bindings))
        return self._when(each)

    def _wording(self, written: Written, demands: Callable[[], Demands]) -> Wording:
        demands()  # may bind what the words name
        grades = [(self._when(grade.when), grade.severity) for grade in written.grades]
        sayings = [self._try(partial(saying, each, self.bindings)) for each in written.sayings]
        hints = [self._try(partial(saying, each, self.bindings)) for each in written.hints]
        return Wording(
            tuple(grades),
            tuple(each for each in sayings if each is not None),
            tuple(each for each in hints if each is not None),
            tuple(each for word in written.shows if (each := self._try(partial(self._shown, word)))),
        )

    def _shown(self, word: t.Word) -> Exhibit:
        kinds = [kind for _, kind, _ in reversed(self.bindings.bound)]
        for kind in kinds:
            if found := exhibit(word.text, kind):
                return found
        known = list(dict.fromkeys(each for kind in kinds for each in exhibits_of(kind)))
        meant = nearest(word.text, known)
        repair = f"did you mean “{meant}”?" if meant else ""
        if not repair:
            repair = (
                f"there are {listed(known)}" if known else "only findings about mistakes and traps show more"
            )
        raise Misfit(f"“{word.text}” is nothing that could be shown", word.span, repair)

    def ask_for_what_is_left_out(self, written: t.Rule, broken: bool) -> None:
        """A rule says how bad it is, what it asks for, and what is to be said."""
        if broken:
            return
        if not written.grades:
            self._lacks("the rule does not say how bad it is", "write: severity: warning")
        if not written.for_each and not written.requirements:
            self._lacks("the rule asks for nothing", "begin with “for each mistake”, for example")
        if not written.sayings:
            self._lacks("the rule does not say what is wrong", "write: say: “{mistake}” ...")

    def _lacks(self, title: str, repair: str) -> None:
        self.findings.append(input_finding("syntax", title, self._whole, repair))


class _Trusting(_Compiling):
    """A sentence that makes no sense is a fault of whoever stored it."""

    def __init__(self, whole: Span) -> None:
        super().__init__(whole)
        self.bindings.trusted = True

    def _try(self, make: Callable[[], Made]) -> Made | None:
        return make()


def _singular(word: str) -> str:
    """``for each remedies`` binds ``the remedy``."""
    kind = dictionary.kind_called(word)
    return kind.word if kind is not None else word

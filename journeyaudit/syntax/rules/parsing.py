"""The text of a rule -> the rule as written: the path through this package, top to bottom."""

from __future__ import annotations

from dataclasses import replace

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.source import SourceText, Span
from journeyaudit.syntax.driver import Branch
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.rules import complaints
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.rules.drafts import Drafts
from journeyaudit.syntax.rules.from_lark import Reader
from journeyaudit.syntax.rules.lines import KEYS, RuleLine, lines_of
from journeyaudit.syntax.rules.parser import Breach, parse_sentence
from journeyaudit.syntax.rules.texts import parts_of
from journeyaudit.syntax.rules.tokens import LONGEST_SENTENCE, tokens_of
from journeyaudit.syntax.rules.words import PhraseTable, Words, fixed_and_known, with_settings
from journeyaudit.syntax.vocabulary import fold

_SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
_STATES = ("as-is", "to-be")
_ADDING = ("where", "and", "or", "by", "within", "until", "in")
"""What a line begins with that adds to the sentence before it."""
_HOLE = Token("HOLE", "{", 0, 0)
_QUANTITY_ONLY = Token("QUANTITY_ONLY", "", 0, 0)


def parse_rule(
    source: SourceText, words: Words, start: int = 0, end: int | None = None
) -> tuple[t.Rule, tuple[Finding, ...]]:
    """The rule that stands between two offsets, and all that is wrong with its text, in source order.

    Never raises, whatever the text; a line that cannot be read is left out.
    """
    stop = len(source.plain) if end is None else end
    reading = _Reading(source, words, lines_of(source, start, stop))
    rule = reading.rule()
    found = sorted(reading.findings, key=lambda finding: (finding.span.start, finding.span.end))
    return rule, tuple(found)


def parse_quantity(text: str) -> t.Quantity | None:
    """`20 min`, `3`, `15 %`, `50 EUR`: the value of a setting; None if it cannot be read."""
    tokens = tokens_of(text, 0, len(text), fixed_and_known(Words((), ())))
    found = parse_sentence([_QUANTITY_ONLY, *tokens])
    if isinstance(found, Breach):
        return None
    quantity = Reader("").read(found)
    return quantity if isinstance(quantity, t.Quantity) else None


class _Reading:
    def __init__(self, source: SourceText, words: Words, lines: list[RuleLine]) -> None:
        self.source, self.words, self.lines = source, words, lines
        self.findings: list[Finding] = []
        names = [line.name for line in lines if line.key == "setting"]
        self.table: PhraseTable = with_settings(fixed_and_known(words), names)
        self.reader = Reader(source.path)

    def rule(self) -> t.Rule:
        drafts = Drafts(self.findings)
        rule = t.Rule()
        for line in self.lines:
            if line.key:
                rule = self._with_key(rule, line)
            elif fold(line.value) == "not ignorable":
                rule = replace(rule, ignorable=False)
            else:
                self._sentence(line, drafts)
        return replace(
            rule, calls=drafts.calls(), for_each=drafts.for_each(), requirements=drafts.requirements()
        )

    # ---- lines with a colon ----

    def _with_key(self, rule: t.Rule, line: RuleLine) -> t.Rule:
        match line.key:
            case "severity":
                return replace(rule, grades=(*rule.grades, *self._grade(line)))
            case "applies to":
                return replace(rule, applies_to=self._choice(line, "status of a journey", _STATES))
            case "profile":
                return replace(rule, profile=self._choice(line, "profile", PROFILES))
            case "show":
                return replace(rule, shows=(*rule.shows, *self._names(line)))
            case "explains":
                return replace(rule, explains=(*rule.explains, *self._names(line)))
            case "because":
                return replace(rule, because=(*rule.because, line.value))
            case "setting":
                return replace(rule, settings=(*rule.settings, *self._setting(line)))
            case "say":
                return replace(rule, sayings=(*rule.sayings, *self._saying(line)))
            case "hint":
                return replace(rule, hints=(*rule.hints, *self._saying(line)))
            case _:
                self.findings.append(complaints.unknown_key(line.key, line.key_span, KEYS))
                return rule

    def _grade(self, line: RuleLine) -> tuple[t.Grade, ...]:
        word, _, condition = line.value.partition(" when ")
        severity = _SEVERITIES.get(fold(word))
        if severity is None:
            span = line.span if line.value else line.key_span
            self.findings.append(complaints.bad_choice("severity", word, tuple(_SEVERITIES), span))
            return ()
        if not condition:
            return (t.Grade(severity),)
        begin = line.span.start + len(word) + 1
        when = self._condition(self.source.span(begin, line.span.end))
        return () if when is None else (t.Grade(severity, when),)

    def _choice(self, line: RuleLine, what: str, choices: tuple[str, ...]) -> str:
        if fold(line.value) in choices:
            return fold(line.value)
        span = line.span if line.value else line.key_span
        self.findings.append(complaints.bad_choice(what, line.value, choices, span))
        return ""

    def _names(self, line: RuleLine) -> tuple[t.Word, ...]:
        at, found = line.span.start, []
        for part in line.value.split(","):
            name = part.strip()
            begin = at + len(part) - len(part.lstrip())
            if name:
                found.append(t.Word(name, self.source.span(begin, begin + len(name))))
            at += len(part) + 1
        return tuple(found)

    def _setting(self, line: RuleLine) -> tuple[t.SettingLine, ...]:
        tokens = tokens_of(self.source.plain, line.span.start, line.span.end, self.table)
        found = parse_sentence([_QUANTITY_ONLY, *tokens])
        quantity = None if isinstance(found, Breach) else self.reader.read(found)
        if not isinstance(quantity, t.Quantity):
            span = line.span if line.value else line.key_span
            self.findings.append(
                complaints.problem(
                    f"the setting “{line.name}” needs a figure, with its unit where it has one",
                    span,
                    "write for example “10 min”, “2 working days”, “50 EUR”, “20 %” or “3”",
                )
            )
            return ()
        return (t.SettingLine(t.Word(fold(line.name), line.key_span), quantity),)

    def _saying(self, line: RuleLine) -> tuple[t.Saying, ...]:
        if not line.value:
            title = f"there is nothing to be said behind “{line.key}:”"
            self.findings.append(complaints.problem(title, line.key_span))
            return ()
        when = self._condition(line.when) if line.when else None
        if line.when and when is None:
            return ()
        return (t.Saying(parts_of(line, self.source.plain, self._hole), when),)

    def _hole(self, span: Span) -> t.Hole | None:
        tree = self._tree(span, _HOLE)
        hole = self.reader.read(tree) if tree is not None else None
        return replace(hole, span=span) if isinstance(hole, t.Hole) else None

    def _condition(self, when: Span) -> t.Condition | None:
        tree = self._tree(when)
        found: t.Condition | None = self.reader.read(tree) if tree is not None else None
        return found

    # ---- sentences ----

    def _sentence(self, line: RuleLine, drafts: Drafts) -> None:
        tree = self._tree(line.span)
        if tree is None:
            drafts.lost(adds=fold(line.value.partition(" ")[0]) in _ADDING)
        elif tree.data in ("when_line", "hole_noun", "hole_subject", "hole_setting", "number"):
            self.findings.append(complaints.problem("this is no sentence of a rule", line.span))
            drafts.lost(adds=False)
        else:
            drafts.add(tree.data, self.reader.read(tree), line.span)

    def _tree(self, span: Span, *before: Token) -> Branch | None:
        text = self.source.plain
        tokens = [*before, *tokens_of(text, span.start, span.end, self.table)]
        if len(tokens) > LONGEST_SENTENCE:
            self.findings.append(complaints.too_long(span))
            return None
        found = parse_sentence(tokens)
        if isinstance(found, Breach):
            self.findings.append(complaints.breach(found, tokens, text, self.words, span))
            return None
        return found

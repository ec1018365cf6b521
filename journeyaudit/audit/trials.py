"""A page of a rule -> what is wrong with it: its parts, its sentences, and examples that do not come true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeyaudit.audit.example import show
from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.words import listed
from journeyaudit.rulebook.language import CompiledRule, compile_rule
from journeyaudit.rulebook.pages import NOT_ASSESSABLE, REPAIRED, Example, RulePage, read_page
from journeyaudit.source import SourceText, Span


@dataclass(frozen=True, slots=True)
class Trial:
    """One page that was tried. ``findings`` are empty if every example came true.

    What is wrong with the page itself is of severity input, an example that does not come true an error.
    """

    page: RulePage
    rule: CompiledRule | None
    findings: tuple[Finding, ...]


def tried(source: SourceText) -> Trial:
    """Reads the page, compiles its sentences, and looks at each of its examples with this rule alone."""
    page, lacking = read_page(source)
    if page.start == page.end:
        return Trial(page, None, lacking)
    rule, complaints = compile_rule(source, page.id, page.pack, page.start, page.end)
    found = [*lacking, *complaints]
    if rule is not None:
        for example in page.examples:
            if not example.text.strip():
                continue  # the page says so already
            found += _Attempt(source, page, rule, example).findings()
    return Trial(page, rule, tuple(sorted(found, key=lambda each: (each.span.start, each.span.end))))


class _Attempt:
    """One example under one rule; places in it are places in the page."""

    def __init__(self, source: SourceText, page: RulePage, rule: CompiledRule, example: Example) -> None:
        self._source, self._page, self._rule, self._example = source, page, rule, example
        self._shift = source.start_of(min(example.line, source.line_count))
        self._shown = show(example.text, rule, today=example.today)

    def findings(self) -> Iterator[Finding]:
        """What the example does not show although it says so, and the other way round."""
        for each in self._shown.unreadable:
            yield replace(each, span=self._in_page(each.span), labels=(), trail=())
        if self._shown.unreadable:
            return
        yield from self._untrue_expectations()
        yield from self._untrue_questions()
        if self._example.heading == REPAIRED and not self._shown.assessed:
            yield _untrue(
                "this example proves nothing: the rule looks at nothing in it",
                self._line(self._example.line),
                self._asked() or "let it show the same place as the trouble, put right",
            )

    def _untrue_expectations(self) -> Iterator[Finding]:
        found = {self._source.line_of(self._in_page(each.span).start): each for each in self._shown.findings}
        expected = {each.line for each in self._example.expected if each.rule == self._page.id}
        for line in sorted(expected - found.keys()):
            title = f"`{self._page.id}` should find something here, and does not"
            yield _untrue(title, self._line(line), self._asked())
        for line in sorted(found.keys() - expected):
            title = f"`{self._page.id}` finds something here that is not expected: {found[line].title}"
            yield _untrue(title, self._line(line))

    def _untrue_questions(self) -> Iterator[Finding]:
        asked = {
            (self._source.line_of(self._in_page(each.span).start), each.key) for each in self._shown.missing
        }
        for each in self._example.asked_for:
            if (each.line, each.fact) not in asked:
                yield _untrue(f"`{each.fact}` is not asked for here", self._line(each.line), self._asked())
        if self._example.heading == NOT_ASSESSABLE and not self._shown.missing:
            yield _untrue("this example can be assessed", self._line(self._example.line))

    def _asked(self) -> str:
        """What the rule would need to know, as a hint why it finds nothing."""
        facts = list(dict.fromkeys(str(fact) for fact in self._shown.missing))
        return f"it asks for {listed(facts[:5])}" if facts else ""

    def _in_page(self, span: Span) -> Span:
        return self._source.span(span.start + self._shift, span.end + self._shift)

    def _line(self, line: int) -> Span:
        start = self._source.start_of(line)
        text = self._source.line(line)
        blank = len(text) - len(text.lstrip())
        return self._source.span(start + blank, start + max(blank + 1, len(text.rstrip())))


def _untrue(title: str, span: Span, repair: str = "") -> Finding:
    return Finding("rule-example", Severity.ERROR, title, span, help=repair)

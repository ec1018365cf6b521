"""Folders with pages of rules -> the rules, in order, and all that is wrong with the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.rulebook.blocks import sentences_of, usual_block
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.folders import deeper_pages, pages_in
from journeyaudit.rulebook.language import CompiledRule, Look, RuleResult
from journeyaudit.rulebook.language.dictionary import kind_called
from journeyaudit.rulebook.language.from_sentences import compile_rule, compile_stored
from journeyaudit.rulebook.prepared import About, about, prepared
from journeyaudit.source import SourceText, Span
from journeyaudit.source.plain_file import page_bytes
from journeyaudit.source.record import record
from journeyaudit.source.shipped import shipped
from journeyaudit.syntax.rules.tree import Quantity

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ShelvedRule:
    """A rule that was understood. What it says about itself is known without compiling it.

    ``start`` and ``end`` are the offsets of its sentences in ``source``, its page. ``first_kind`` is the
    kind of thing that its first ``for each`` goes through, "" if it asks the journey as a whole.
    """

    def __init__(
        self, page: _Page, block: tuple[int, int], about: About, compiled: Callable[[], CompiledRule]
    ) -> None:
        self.id, self.pack, self.source = page.id, page.pack, page.source
        self.start, self.end = block
        self.profile, self.explains, self.ignorable = about.profile, about.explains, about.ignorable
        self.first_kind, self._applies_to = about.kind, about.applies_to
        self._compiled = compiled

    @cached_property
    def compiled(self) -> CompiledRule:
        """The rule, ready to be asked; made when it is first needed."""
        return self._compiled()

    @property
    def settings(self) -> Mapping[str, Quantity]:
        """Its thresholds by name, with their defaults."""
        return self.compiled.defaults

    def evaluate(self, case: Case, settings: Mapping[str, Quantity] | None, look: Look) -> RuleResult:
        """What the rule says about one journey; ``look`` is shared by all rules, ``settings`` replace
        defaults by name."""
        if self._has_nothing_to_look_at(look):
            kind = kind_called(self.first_kind)
            return RuleResult(assessed=1 if kind is not None and kind.trouble else 0)
        return self.compiled.evaluate(case, settings, look)

    def _has_nothing_to_look_at(self, look: Look) -> bool:
        if self._applies_to or not self.first_kind:
            return False
        listed = look.things(self.first_kind)
        return not listed.things and not listed.missing


@record
class Shelf:
    """``rules`` by pack and id. ``sources`` are the pages that the findings point into, by path."""

    rules: tuple[ShelvedRule, ...]
    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText]


def rules_of(folders: tuple[str, ...] = ()) -> Shelf:
    """All shipped rules and those in folders of one's own, ``<pack>/<id>.md`` or ``<id>.md`` in each.

    A page that cannot be used is a finding (severity input) and left out; of two rules with the same id
    the first one stays. A shipped page without sentences only explains, and is left out.
    """
    filling = _Filling()
    filling.put(str(shipped("rules")), own=False)
    for folder in folders:
        filling.put(folder, own=True)
    rules = sorted(filling.rules.values(), key=lambda rule: (rule.pack, rule.id))
    return Shelf(tuple(rules), tuple(filling.findings), filling.sources)


class _Page:
    """The text of a page, and what its name says."""

    def __init__(self, pack: str, id: str, source: SourceText) -> None:
        self.pack, self.id, self.source = pack, id, source

    @property
    def top(self) -> Span:
        """Where to point if something about the whole page is wrong."""
        return self.source.span(0, min(1, len(self.source.plain)))


class _Filling:
    """A shelf that is being filled."""

    def __init__(self) -> None:
        self.rules: dict[str, ShelvedRule] = {}
        self.findings: list[Finding] = []
        self.sources: dict[str, SourceText] = {}
        self._prepared = prepared()

    def put(self, folder: str, own: bool) -> None:
        """All pages below a folder."""
        try:
            pages = list(pages_in(folder))
            for pack, id, path in pages:
                self._read(pack, id, path, own)
            if own:
                before = len(self.findings)
                self._say_what_lies_too_deep(folder)
                if not pages and len(self.findings) == before:
                    self._complain(f"there is no rule in “{folder}”", Span(folder, 0, 0))
        except OSError as problem:
            self._complain(f"the rules in “{folder}” cannot be read: {problem.strerror}", Span(folder, 0, 0))

    def _say_what_lies_too_deep(self, folder: str) -> None:
        """A rule that nobody asks would look like one that finds nothing."""
        for path in deeper_pages(folder):
            try:
                page = SourceText(path, page_bytes(path).decode().removeprefix("\ufeff"))
            except (OSError, UnicodeDecodeError):
                continue  # notes of another kind: nothing says that this is the page of a rule
            start, end = sentences_of(page)
            if start != end:
                self.sources[path] = page
                title = "this rule is not used: its page lies more than one folder below those with rules"
                repair = f"move it to {Path(folder, Path(path).parent.name, Path(path).name)}"
                self.findings.append(
                    Finding(
                        "rule-page", Severity.INPUT, title, page.span(0, min(1, len(page.plain))), help=repair
                    )
                )

    def _read(self, pack: str, id: str, path: str, own: bool) -> None:
        try:
            text = (page_bytes(path) if own else _bytes_of(path)).decode().removeprefix("\ufeff")
        except UnicodeDecodeError:
            self._complain(f"“{path}” is not written in UTF-8", Span(path, 0, 0))
        except OSError as problem:
            self._complain(f"“{path}” cannot be read: {problem.strerror}", Span(path, 0, 0))
        else:
            self._put(_Page(pack, id, SourceText(path, text)), own)

    def _put(self, page: _Page, own: bool) -> None:
        rule = self._as_prepared(page) or self._afresh(page, own)
        if rule is None:
            return
        first = self.rules.setdefault(rule.id, rule)
        if first is not rule:
            self._twice(first, rule)

    def _as_prepared(self, page: _Page) -> ShelvedRule | None:
        text = page.source.raw
        block = usual_block(text)
        if block is None:
            return None
        found = self._prepared.find(page.pack, page.id, text[slice(*block)])
        if found is None:
            return None
        return ShelvedRule(
            page, block, found.about, lambda: compile_stored(found.written, page.id, page.pack)
        )

    def _afresh(self, page: _Page, own: bool) -> ShelvedRule | None:
        start, end = sentences_of(page.source)
        if not _ID.fullmatch(page.id):
            self._wrong(page, f"“{page.id}” is no name for a rule")
        elif start == end:
            if own:
                self._wrong(page, "the page has no sentences")
        else:
            compiled, complaints = compile_rule(page.source, page.id, page.pack, start, end)
            if compiled is not None:
                return ShelvedRule(page, (start, end), about(compiled.written), lambda: compiled)
            self.sources[page.source.path] = page.source
            self.findings += complaints
        return None

    def _wrong(self, page: _Page, title: str) -> None:
        self.sources[page.source.path] = page.source
        self._complain(title, page.top)

    def _twice(self, first: ShelvedRule, second: ShelvedRule) -> None:
        title = f"there are two rules called “{first.id}”"
        for rule, other in ((first, second), (second, first)):
            self.sources[rule.source.path] = rule.source
            label = Label(Span(other.source.path, 0, 1), "the other one")
            self._complain(title, Span(rule.source.path, 0, 1), (label,))

    def _complain(self, title: str, span: Span, labels: tuple[Label, ...] = ()) -> None:
        self.findings.append(Finding("rule-page", Severity.INPUT, title, span, labels=labels))


def _bytes_of(path: str) -> bytes:
    with open(path, "rb") as stream:  # noqa: PTH123 - a Path for each page takes longer than reading it
        return stream.read()

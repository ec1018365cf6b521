"""Blocks in the making -> the flat tree: numbered in source order, parents and children by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from journeyaudit.finding import Finding
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import changeable, field
from journeyaudit.syntax.messages import input_finding
from journeyaudit.syntax.outline import ANYTHING, TOP
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.tree import Block, Fact, Tree, Wire
from journeyaudit.syntax.values import Name, Value
from journeyaudit.syntax.vocabulary import Vocabulary, nearest

Nearest: TypeAlias = Callable[[str, Iterable[str]], str | None]
_GUESS_AT_MOST = 400
"""On so many lines of a file the word that was meant is looked for; comparing takes longer than reading."""


@changeable
class Draft:
    """A block while its lines are read. Without a ``number`` it does not come into the tree."""

    kind: str
    parent: Draft | None = None
    number: int = -1
    start: int = 0
    end: int = 0
    header_end: int = 0
    name: Name | None = None
    handle: str = ""
    word: str = ""
    value: Value | None = None
    share: float | None = None
    rights: tuple[Name, ...] = ()
    facts: list[Fact] = field(default_factory=list)
    said: dict[str, Span] = field(default_factory=dict)
    """Where each key stands that may be said only once."""
    wires: list[Wire] = field(default_factory=list)
    children: list[int] = field(default_factory=list)
    broken: bool = False
    outdented: bool = False
    """Some lines that belong to it are not indented below it; said once."""


class Reading:
    """What is collected while a file is read."""

    def __init__(self, source: SourceText, words: Vocabulary) -> None:
        self.source, self.words = source, words
        self.findings: list[Finding] = []
        self.foreign: list[Finding] = []
        """Those of the findings that are about words of the other language."""
        self.drafts: list[Draft] = []
        self.imports: list[Name] = []
        self.top = Draft(TOP)
        self._guessed = 0

    def nearest(self) -> Nearest:
        """What finds the word that was meant on a line; for a hopeless file it finds none after a while."""
        self._guessed += 1
        return nearest if self._guessed <= _GUESS_AT_MOST else _nothing_near

    def span(self, start: int, end: int) -> Span:
        return Span(self.source.path, start, end)

    def complain(self, about: Draft, rule: str, title: str, span: Span, help: str = "") -> Finding:
        """A line of a block cannot be read: what it would have said is unknown."""
        finding = input_finding(rule, title, span, help)
        self.findings.append(finding)
        about.broken = True
        return finding

    def refuse(self, about: Draft, rule: str, refusal: Refusal, start: int, end: int) -> None:
        begin, stop = (refusal.start, refusal.end) if refusal.start >= 0 else (start, end)
        self.complain(about, rule, refusal.title, self.span(begin, stop), refusal.help)

    def header_of(self, draft: Draft) -> str:
        return self.source.plain[draft.start : draft.header_end]

    def add(self, draft: Draft, parent: Draft) -> None:
        """Puts a block into the tree, below a block that may hold it."""
        draft.parent, draft.number = parent, len(self.drafts)
        self.drafts.append(draft)
        parent.children.append(draft.number)

    def tree(self) -> Tree:
        for draft in reversed(self.drafts):
            if draft.parent:
                draft.parent.end = max(draft.parent.end, draft.end)
        self._gather()
        blocks = tuple(self._block(draft) for draft in self.drafts)
        return Tree(
            self.source.path, self.words.language, blocks, tuple(self.imports), tuple(self.top.children)
        )

    def _gather(self) -> None:
        """What stands below a block follows it without a gap, even if another one was written in between
        that belongs to the top of the file."""
        tops: list[int] = []
        for draft in self.drafts:
            above = draft.parent
            tops.append(draft.number if above is None or above.number < 0 else tops[above.number])
        order = sorted(range(len(tops)), key=tops.__getitem__)
        if order == list(range(len(tops))):
            return
        new = {old: number for number, old in enumerate(order)}
        self.drafts = [self.drafts[old] for old in order]
        for draft in (self.top, *self.drafts):
            draft.children = [new[child] for child in draft.children]
        for number, draft in enumerate(self.drafts):
            draft.number = number

    def _block(self, draft: Draft) -> Block:
        parent = draft.parent.number if draft.parent and draft.parent.number >= 0 else None
        return Block(
            kind=draft.kind,
            number=draft.number,
            parent=parent,
            span=self.span(draft.start, draft.end),
            header=self.span(draft.start, draft.header_end),
            name=draft.name,
            handle=draft.handle,
            word=draft.word,
            value=draft.value,
            share=draft.share,
            rights=draft.rights,
            facts=tuple(draft.facts),
            wires=tuple(draft.wires),
            children=tuple(draft.children),
            broken=draft.broken,
        )


def _nothing_near(_word: str, _candidates: Iterable[str]) -> None:
    return None


def holds_anything(draft: Draft) -> bool:
    return draft.kind == ANYTHING

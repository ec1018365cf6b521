"""The tree of one sentence -> its typed form. No tree or token of the parser leaves this module."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal, cast

from journeyaudit.source import Span
from journeyaudit.syntax.driver import Branch
from journeyaudit.syntax.names import unquoted
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.rules.branches import figure, own, tokens, whole
from journeyaudit.syntax.rules.words import CURRENCIES, UNITS
from journeyaudit.syntax.value_words import MINUTES_OF
from journeyaudit.syntax.vocabulary import fold

_FLIPPED: dict[str, tuple[int, int | None]] = {"some": (1, None), "none": (0, 0)}


class Reader:
    """Reads the trees of one file; there is one method for each rule of the grammar."""

    def __init__(self, file: str) -> None:
        self._file = file

    def read(self, branch: Branch | Token) -> Any:
        """The typed form of a part of the tree."""
        if isinstance(branch, Token):
            return branch
        method: Callable[[Branch], Any] = getattr(self, f"_{branch.data}")
        return method(branch)

    def _all(self, branches: Sequence[Branch | Token]) -> list[Any]:
        return [self.read(each) for each in branches]

    def _span(self, branch: Branch | Token) -> Span:
        found = tokens(branch)
        return Span(self._file, found[0].start, found[-1].end)

    def _word(self, token: Token) -> t.Word:
        text = unquoted(token.text) if token.type == "QUOTED" else fold(token.text)
        return t.Word(text, Span(self._file, token.start, token.end))

    def _words(self, branch: Branch, terminal: str) -> tuple[t.Word, ...]:
        return tuple(self._word(token) for token in own(branch, terminal))

    # ---- sentences ----

    def _for_each(self, branch: Branch) -> t.ForEach:
        parts = self._all(branch.children)
        return t.ForEach(parts[1], parts[3] if len(parts) > 2 else None, self._span(branch))

    def _where_line(self, branch: Branch) -> Any:
        return self.read(branch.children[1])

    _and_line = _or_line = _when_line = _must_hold = _quantity_only = _where_line

    def _call(self, branch: Branch) -> t.Call:
        _, _, noun, name, _, when = branch.children
        return t.Call(self._word(cast(Token, noun)), self._word(cast(Token, name)), self.read(when))

    def _there_must_be(self, branch: Branch) -> t.ThereIs:
        return self._there_is(branch)

    def _must_be(self, branch: Branch) -> t.Condition:
        verb = cast(Token, branch.children[1]).type
        if verb in ("MUST_BE", "MUST_NOT_BE"):
            subject, _, complement = self._all(branch.children)
            return t.Is(subject, complement, self._span(branch), negated=verb == "MUST_NOT_BE")
        if verb == "MUST_HAVE":
            return self._has(branch)
        return self._says(branch, verb == "MUST_MATCH")

    def _hole_noun(self, branch: Branch) -> t.Hole:
        word = self._word(cast(Token, branch.children[1]))
        return t.Hole(t.Bound(word), self._span(branch))

    def _hole_subject(self, branch: Branch) -> t.Hole:
        return t.Hole(self.read(branch.children[1]), self._span(branch))

    def _hole_setting(self, branch: Branch) -> t.Hole:
        return t.Hole(self._setting(branch), self._span(branch))

    # ---- things ----

    def _group(self, branch: Branch) -> t.Group:
        last = branch.children[-1]
        owner = None if isinstance(last, Token) else self.read(last)
        (noun,) = self._words(branch, "NOUN")
        return t.Group(noun, self._words(branch, "ADJECTIVE"), owner)

    def _some(self, branch: Branch) -> t.Amount:
        return t.Amount(*_FLIPPED[branch.data])

    _none = _some

    def _at_least(self, branch: Branch) -> t.Amount:
        figure = whole(cast(Token, branch.children[1]))
        least, most = {
            "at_least": (figure, None),
            "at_most": (0, figure),
            "exactly": (figure, figure),
            "more_than": (figure + 1, None),
            "less_than": (0, max(0, figure - 1)),
        }[branch.data]
        return t.Amount(least, most)

    _at_most = _exactly = _more_than = _less_than = _at_least

    def _it(self, branch: Branch) -> t.Bound:
        return t.Bound(t.Word("", self._span(branch)))

    def _bound(self, branch: Branch) -> t.Bound:
        return t.Bound(self._word(cast(Token, branch.children[1])))

    def _part(self, branch: Branch) -> t.Part:
        (noun,) = self._words(branch, "NOUN")
        edge = own(branch, "EDGE")
        return t.Part(noun, self.read(branch.children[-1]), edge=fold(edge[0].text) if edge else "")

    def _quantified(self, branch: Branch) -> t.Part:
        (noun,) = self._words(branch, "NOUN")
        first = cast("Branch", branch.children[0])
        word = cast(Literal["some", "every", "no"], fold(cast(Token, first.children[0]).text))
        return t.Part(noun, self.read(branch.children[-1]), word, self._words(branch, "ADJECTIVE"))

    # ---- conditions ----

    def _all_of(self, branch: Branch) -> t.Condition:
        return t.AllOf(self._items(branch))

    def _any_of(self, branch: Branch) -> t.Condition:
        return t.AnyOf(self._items(branch))

    def _items(self, branch: Branch) -> tuple[t.Condition, ...]:
        return tuple(self.read(each) for each in branch.children if not isinstance(each, Token))

    def _bracket(self, branch: Branch) -> t.Condition:
        return t.AllOf((self.read(branch.children[1]),))

    def _either(self, branch: Branch) -> t.Condition:
        return t.AllOf((self._any_of(branch),))

    def _both(self, branch: Branch) -> t.Condition:
        return t.AllOf((self._all_of(branch),))

    def _negated(self, branch: Branch) -> t.Not:
        return t.Not(self.read(branch.children[1]))

    def _is_(self, branch: Branch) -> t.Condition:
        subject, complement = self.read(branch.children[0]), self.read(branch.children[-1])
        return t.Is(subject, complement, self._span(branch), negated=bool(own(branch, "NOT")))

    def _has(self, branch: Branch) -> t.Has:
        subject, _, *rest = branch.children
        amount = t.Amount(1, None) if isinstance(rest[0], Token) else self.read(rest[0])
        (noun,) = self._words(branch, "NOUN")
        return t.Has(self.read(subject), amount, noun, self._words(branch, "ADJECTIVE"), self._span(branch))

    def _matches(self, branch: Branch) -> t.Says:
        return self._says(branch, pattern=True)

    def _mentions(self, branch: Branch) -> t.Says:
        return self._says(branch, pattern=False)

    def _says(self, branch: Branch, pattern: bool) -> t.Says:
        subject = self.read(branch.children[0])
        return t.Says(subject, self._words(branch, "QUOTED"), pattern, self._span(branch))

    def _reaches(self, branch: Branch) -> t.Reaches:
        return t.Reaches(self.read(branch.children[0]), self.read(branch.children[2]), self._span(branch))

    def _never_reaches(self, branch: Branch) -> t.Reaches:
        return replace(self._reaches(branch), negated=True)

    def _there_is(self, branch: Branch) -> t.ThereIs:
        parts = self._all(branch.children)
        where = parts[4] if len(parts) > 3 else None
        return t.ThereIs(parts[1], parts[2], where, self._span(branch))

    # ---- what is said of a subject ----

    def _adjective(self, branch: Branch) -> t.Described:
        return t.Described(self._word(cast(Token, branch.children[0])))

    def _named(self, branch: Branch) -> t.Called:
        return t.Called(self._word(cast(Token, branch.children[-1])))

    def _kind(self, branch: Branch) -> t.Kind:
        (noun,) = self._words(branch, "NOUN")
        return t.Kind(noun, self._words(branch, "ADJECTIVE"))

    def _one_of(self, branch: Branch) -> t.OneOf:
        return t.OneOf(self._words(branch, "QUOTED"))

    def _compared(self, branch: Branch) -> t.Compared:
        how = cast(Token, branch.children[0]).type.lower().replace("_", " ")
        how = "at most" if how == "within" else how
        kind = cast(Literal["at least", "at most", "exactly", "more than", "less than"], how)
        return t.Compared(kind, self.read(branch.children[1]))

    def _known(self, branch: Branch) -> t.Known | t.InTime:
        word = cast(Token, branch.children[0]).type
        return t.Known() if word == "KNOWN" else t.InTime(past=word == "IN_THE_PAST")

    def _same(self, branch: Branch) -> t.Same:
        return t.Same(self.read(branch.children[0]))

    # ---- quantities ----

    def _setting(self, branch: Branch) -> t.Setting:
        return t.Setting(self._word(cast(Token, branch.children[-1])))

    def _fact(self, branch: Branch) -> t.Subject:
        return cast("t.Subject", self.read(branch.children[0]))

    def _multiple(self, branch: Branch) -> t.Multiple:
        return t.Multiple(figure(cast(Token, branch.children[0])), self.read(branch.children[2]))

    def _number(self, branch: Branch) -> t.Quantity:
        return t.Quantity("number", figure(cast(Token, branch.children[0])), span=self._span(branch))

    def _percent(self, branch: Branch) -> t.Quantity:
        return replace(self._number(branch), kind="percent")

    def _money(self, branch: Branch) -> t.Quantity:
        written = cast(Token, branch.children[1]).text
        currency = CURRENCIES.get(fold(written), written.upper())
        return replace(self._number(branch), kind="money", currency=currency)

    def _time(self, branch: Branch) -> t.Quantity:
        working = bool(own(branch, "WORKING"))
        total, amount = Decimal(0), Decimal(0)
        for token in tokens(branch):
            if token.type == "NUMBER":
                amount = figure(token)
            elif token.type == "UNIT":
                minutes = MINUTES_OF[UNITS[fold(token.text)]]
                total += amount if working else amount * minutes.numerator / minutes.denominator
        return t.Quantity("working days" if working else "time", total, span=self._span(branch))

    # ---- paths ----

    def _never(self, branch: Branch) -> t.Path:
        kind = cast("t.PathKind", branch.data.replace("_", " "))
        parts = [self.read(each) for each in branch.children if not isinstance(each, Token)]
        places = tuple(part for part in parts if not callable(part))
        suffixes = t.Suffixes()
        for part in parts:
            suffixes = part(suffixes) if callable(part) else suffixes
        return t.Path(kind, places, self._span(branch), suffixes)

    _only_after = _follows = _stays_possible = _is_possible = _passes = _never
    _cannot_reach = _can_reach = _goes_round = _never

    def _suffix_line(self, branch: Branch) -> t.Suffixes:
        suffixes = t.Suffixes()
        for each in branch.children:
            suffixes = self.read(each)(suffixes)
        return suffixes

    def _by_a_human(self, branch: Branch) -> Callable[[t.Suffixes], t.Suffixes]:
        del branch
        return lambda before: replace(before, by_a_human=True)

    def _within(self, branch: Branch) -> Callable[[t.Suffixes], t.Suffixes]:
        limit = self.read(branch.children[1])
        return lambda before: replace(before, within=limit)

    def _until(self, branch: Branch) -> Callable[[t.Suffixes], t.Suffixes]:
        places = self.read(branch.children[1])
        return lambda before: replace(before, until=places)

    def _contacts(self, branch: Branch) -> Callable[[t.Suffixes], t.Suffixes]:
        most = whole(cast(Token, branch.children[1]))
        return lambda before: replace(before, contacts=most)

    def _the_start(self, branch: Branch) -> t.TheStart:
        del branch
        return t.TheStart()

    def _anything(self, branch: Branch) -> t.Anything:
        del branch
        return t.Anything()

    def _those(self, branch: Branch) -> t.Those:
        return t.Those(self.read(branch.children[0]), self._span(branch))

    def _any_such(self, branch: Branch) -> t.AnySuch:
        group = self.read(branch.children[1])
        where = self.read(branch.children[4]) if len(branch.children) > 2 else None
        return t.AnySuch(group, where, self._span(branch))

    def _called(self, branch: Branch) -> t.Notion:
        return t.Notion(self._word(cast(Token, branch.children[-1])))

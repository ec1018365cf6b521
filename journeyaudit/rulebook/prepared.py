"""Rules that were understood before -> the same rules, without reading their sentences again.

A rule is taken from here only if its sentences, the words it may use and the grammar are those from which
it was prepared; else it is read afresh, and nothing but the time differs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from zlib import crc32

from journeyaudit.rulebook.language import dictionary
from journeyaudit.rulebook.language.things import THINGS
from journeyaudit.rulebook.terms import USUAL
from journeyaudit.source.record import record
from journeyaudit.source.shipped import shipped
from journeyaudit.syntax.rules.stored import PARTS, StoredRule, lines_of, plain_json
from journeyaudit.syntax.rules.tree import Rule

FILE = "rulebook.jsonl"
_FORMAT = "1"


@record
class About:
    """What a rule says about itself. ``kind`` is that of its first ``for each``, "" if it stands alone in
    no journey; ``applies_to`` is "" for any."""

    profile: str
    applies_to: str
    explains: tuple[str, ...]
    ignorable: bool
    kind: str


def about(written: Rule | StoredRule) -> About:
    """What a rule says about itself."""
    group = written.for_each[0].group if written.for_each else None
    kind = dictionary.kind_called(group.noun.text) if group is not None and group.owner is None else None
    return About(
        written.profile or USUAL,
        written.applies_to,
        tuple(word.text for word in written.explains),
        written.ignorable,
        kind.word if kind is not None else "",
    )


@record
class Prepared:
    """One rule as it was written."""

    about: About
    written: StoredRule


@record
class PreparedRules:
    """Prepared rules by pack and id, each with the digest of its sentences."""

    rules: Mapping[tuple[str, str], tuple[int, Prepared]]

    def find(self, pack: str, rule_id: str, sentences: str) -> Prepared | None:
        """The rule, if it was prepared from exactly these sentences."""
        digest, found = self.rules.get((pack, rule_id), (None, None))
        return found if digest == _digest(sentences) else None


def prepared() -> PreparedRules:
    """All that were prepared with the words and the grammar of today."""
    try:
        made_from, *lines = (shipped("grammar") / "tables" / FILE).read_bytes().splitlines()
        if int(made_from) != _made_from():
            return PreparedRules({})
        heads = json.loads(b"[" + b",".join(lines[:: 1 + len(PARTS)]) + b"]")
        bodies = zip(*(lines[1 + at :: 1 + len(PARTS)] for at in range(len(PARTS))), strict=True)
        rules = {
            (pack, rule_id): (digest, Prepared(_about(*said), StoredRule(body, demanding)))
            for (pack, rule_id, digest, demanding, *said), body in zip(heads, bodies, strict=True)
        }
    except (OSError, ValueError, TypeError):
        return PreparedRules({})
    return PreparedRules(rules)


def _about(profile: str, applies_to: str, explains: list[str], ignorable: bool, kind: str) -> About:
    return About(profile, applies_to, tuple(explains), ignorable, kind)


def as_lines(rules: Iterable[tuple[str, str, str, Rule]]) -> str:
    """What ``prepared`` reads, from pack, id, sentences and rule: for each a line that says what it is, and
    those of ``lines_of``."""
    lines = [str(_made_from())]
    for pack, rule_id, sentences, written in rules:
        said = about(written)
        head = (pack, rule_id, _digest(sentences), written.demanding)
        told = (said.profile, said.applies_to, said.explains, said.ignorable, said.kind)
        lines += [plain_json((*head, *told)), *lines_of(written)]
    return "\n".join((*lines, ""))


def _made_from() -> int:
    """The grammar of sentences, and all that decides what a word means in them."""
    grammar = (shipped("grammar") / "rules.lark").read_text("utf-8")
    things = [(each.word, each.plural, each.is_also) for each in THINGS]
    parts = [(each.word, each.plural, each.of, each.to, each.one) for each in dictionary.RELATIONS]
    facts = [(each.word, each.of, each.sort.value, each.options) for each in dictionary.ATTRIBUTES]
    adjectives = [(each.word, each.of) for each in dictionary.ADJECTIVES]
    return _digest(repr((_FORMAT, grammar, things, parts, facts, adjectives)))


def _digest(text: str) -> int:
    return crc32(text.encode())

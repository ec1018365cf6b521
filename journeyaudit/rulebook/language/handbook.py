"""The vocabulary of rules -> its page for rule writers, as Markdown: ``docs/rule-language.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyaudit.rulebook.language.dictionary import ADJECTIVES, ATTRIBUTES, RELATIONS, lineage
from journeyaudit.rulebook.language.exhibits import EXHIBITS
from journeyaudit.rulebook.language.phrases import CONDITIONS, INTRODUCTION, LINES, PATHS, Phrase
from journeyaudit.rulebook.language.things import THINGS
from journeyaudit.rulebook.language.vocabulary import Attribute, ThingKind

_ALL_KINDS = """\
All things of every kind are parts of the journey: `there is a channel`, `some step of the journey`. What is
not written is not there, unless a line could not be read: then it is unknown.
"""


def rule_language() -> str:
    """The whole page."""
    parts = [
        INTRODUCTION,
        "## Lines of a rule\n\n" + _table(("line", "meaning"), ((_code(p.write), p.meaning) for p in LINES)),
        "## What a finding shows\n\n" + _SHOW + _table(("show", "of", "what it is"), _exhibits()),
        "## Conditions\n\n" + _phrases(CONDITIONS),
        "## Paths\n\n" + _phrases(PATHS),
        "## Things\n\n" + _table(("thing", "plural", "what it is"), _kinds()),
        *(_of_kind(kind) for kind in THINGS),
    ]
    return "\n".join(parts)


_SHOW = """\
`show: story, cut-offs` adds to the sentence of a finding. It is asked of the thing bound last of which it can
be shown. The way from the start to the place of the finding is always there.

"""


def _exhibits() -> Iterator[tuple[str, ...]]:
    return ((_code(each.word), f"a {', '.join(each.of)}", each.doc) for each in EXHIBITS)


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _phrases(phrases: Iterable[Phrase]) -> str:
    rows = ((_code(each.write), each.meaning, each.formula, each.unknown) for each in phrases)
    return _table(("write", "meaning", "formula", "unknown when"), rows)


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _kinds() -> Iterator[tuple[str, ...]]:
    for kind in THINGS:
        wider = f" Also a {kind.is_also[0]}." if kind.is_also else ""
        yield f"[{kind.word}](#{kind.word.replace(' ', '-')})", kind.plural, kind.doc + wider


def _of_kind(kind: ThingKind) -> str:
    """What one can say of a thing; what it shares with a wider kind stands there."""
    lines = [f"### {kind.word}", "", kind.doc, ""]
    for wider in kind.is_also:
        lines += [f"Everything that is said of a {wider} can be said of it, too.", ""]
    adjectives = [each for each in ADJECTIVES if _is_own(each.of, kind)]
    attributes = [each for each in ATTRIBUTES if _is_own(each.of, kind)]
    if adjectives:
        described = ((_code(each.word), each.doc) for each in adjectives)
        lines.append(_table((f"the {kind.word} is ...", "meaning"), described))
    if attributes:
        facts = ((_code(each.word), _sort(each), each.doc) for each in attributes)
        lines.append(_table((f"the ... of the {kind.word}", "value", "meaning"), facts))
    return "\n".join([*lines, *_parts(kind)])


def _parts(kind: ThingKind) -> Iterator[str]:
    relations = [each for each in RELATIONS if _is_own(each.of, kind)]
    if kind.word == "journey":
        yield _ALL_KINDS
        relations = [each for each in relations if each.word != each.to or each.one]
    if relations:
        rows = ((_code(each.word if each.one else each.plural), each.to, each.doc) for each in relations)
        yield _table((f"... of the {kind.word}", "are", "meaning"), rows)


def _is_own(of: tuple[str, ...], kind: ThingKind) -> bool:
    """Said of this kind, and not of a wider one already."""
    return kind.word in of and not any(wider in of for wider in lineage(kind.word)[1:])


def _sort(attribute: Attribute) -> str:
    if attribute.options:
        return "one of " + ", ".join(attribute.options)
    return attribute.sort.value

"""Text -> tree: the path through this package, top to bottom."""

from __future__ import annotations

from journeyaudit.finding import Finding
from journeyaudit.source import SourceText
from journeyaudit.syntax import messages
from journeyaudit.syntax.drafts import Reading
from journeyaudit.syntax.from_lark import foreign_words_as_one, read_tree
from journeyaudit.syntax.outline import Outline, outline
from journeyaudit.syntax.parser import grammar, parse_rows
from journeyaudit.syntax.physical import conflicts, declared_language, mixed_indentation, written_lines
from journeyaudit.syntax.tokens import dedents_at_end, rows
from journeyaudit.syntax.tree import Tree
from journeyaudit.syntax.vocabulary import Vocabulary, vocabulary


def parse(source: SourceText) -> tuple[Tree, tuple[Finding, ...]]:
    """The file as written and everything that is wrong with the text, in source order.

    Never raises, whatever the text. What could not be read is left out of the tree and its block is
    marked ``broken``; everything else is there.
    """
    tree, findings, _ = parse_with_outline(source)
    return tree, findings


def parse_with_outline(source: SourceText) -> tuple[Tree, tuple[Finding, ...], Outline]:
    """The same, with the lines the tree was made from."""
    words = vocabulary_of(source)
    compiled = grammar(words.language)
    merge = conflicts(source)
    lines = outline(source, written_lines(source, merge.left_out), compiled, words)
    tree, left_out = parse_rows(rows(source.plain, lines, compiled), dedents_at_end(lines), compiled)
    reading = Reading(source, words)
    read_tree(reading, tree)
    findings = [*_about_the_file(source, lines), *lines.findings]
    findings += [messages.conflict(source, start) for start in merge.starts]
    findings += [messages.last_resort(source, row.first.start, row.bad.end) for row in left_out]
    findings += foreign_words_as_one(reading, declared_language(source) is not None)
    findings.sort(key=lambda finding: (finding.span.start, finding.span.end))
    return reading.tree(), tuple(findings), lines


def vocabulary_of(source: SourceText) -> Vocabulary:
    """The vocabulary of the language a file is in; English if it names none, or an unknown one."""
    language = declared_language(source)
    return vocabulary(language.code if language and language.code else "en")


def _about_the_file(source: SourceText, lines: Outline) -> list[Finding]:
    found = []
    language = declared_language(source)
    if language is not None and language.code is None:
        found.append(messages.unknown_language(source, language))
    if not lines.lines:
        found.append(messages.empty_file(source))
    tabs = mixed_indentation(source)
    if tabs is not None:
        found.append(messages.mixed_tabs(source, tabs))
    return found

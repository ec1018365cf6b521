"""What is wrong with the text of a rule -> findings in plain words, each at its own place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeyaudit.finding import Finding
from journeyaudit.finding.words import listed
from journeyaudit.source import Span
from journeyaudit.syntax.messages import input_finding, quoted
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.rules.parser import Breach
from journeyaudit.syntax.rules.words import PHRASES, Words
from journeyaudit.syntax.vocabulary import fold, nearest

_DESCRIBED = {
    "NOUN": "a thing or a fact, such as “mistake” or “window”",
    "ADJECTIVE": "an adjective, such as “human”",
    "QUOTED": 'a name in quotes, such as "rescue"',
    "NUMBER": "a figure",
    "SETTING": "the name of a setting",
    "UNIT": "a unit of time, such as “min”",
    "LPAR": "“(”",
    "RPAR": "“)”",
    "_COMMA": "a comma",
    "CURRENCY": "a currency, such as “EUR”",
    "PERCENT": "“%”",
}
_NOT_TOLD = ("HOLE", "QUANTITY_ONLY", "$END", "WORKING", "EDGE", "CURRENCY", "PERCENT", "TIMES")
_MOST_TOLD = 6
_LONGEST_WORD = 6
BEGINNINGS = (
    "for each", "where", "and", "or", "there must be", "it must hold that", "the", "every", "no", "after",
    "every path from", "call", "setting", "severity", "applies to", "explains", "not ignorable", "because",
    "say", "hint",
)  # fmt: skip
"""What a line may begin with."""
_WITH_COLON = ("severity", "applies to", "explains", "because", "say", "hint")


def breach(breach: Breach, tokens: Sequence[Token], text: str, words: Words, line: Span) -> Finding:
    """Where a sentence cannot go on: what stands there, what was expected, and the nearest word."""
    if breach.at >= len(tokens):
        return _broken_off(breach, tokens, line)
    token = tokens[breach.at]
    if token.type in ("AND", "OR") and not breach.expected & {"AND", "OR"} - {token.type}:
        pass
    elif token.type in ("AND", "OR"):
        return mixed(Span(line.file, token.start, token.end))
    if breach.at == 0:
        return _odd_beginning(token, text, line)
    if token.type == "ODD" and (found := _misspelt(breach, tokens, text, words, line.file)):
        return found
    said = quoted(tokens[breach.at - 1].text)
    title = f"{quoted(token.text)} cannot stand here, behind {said}"
    if token.type == "ODD":
        title = f"there is no word {quoted(token.text)} that could stand here, behind {said}"
    return input_finding("syntax", title, Span(line.file, token.start, token.end), expected(breach.expected))


def expected(terminals: Iterable[str]) -> str:
    """“expected here: ...”, the likeliest first, as one says it."""
    known = set(terminals)
    order = [*_DESCRIBED, *PHRASES]
    told = [_description(each) for each in order if each in known and each not in _NOT_TOLD]
    if not told:
        return "the sentence should end here"
    return f"expected here: {listed(told[:_MOST_TOLD], 'or')}"


def _description(terminal: str) -> str:
    return _DESCRIBED.get(terminal) or f"“{PHRASES[terminal][0]}”"


def _broken_off(breach: Breach, tokens: Sequence[Token], line: Span) -> Finding:
    last = tokens[-1] if tokens else None
    span = Span(line.file, last.start, last.end) if last else line
    title = f"the sentence breaks off behind {quoted(last.text)}" if last else "a sentence is missing"
    return input_finding("syntax", title, span, expected(breach.expected))


def mixed(span: Span) -> Finding:
    """A condition with `and` and `or` side by side."""
    title = "“and” and “or” stand side by side: this can be read in two ways"
    return input_finding(
        "syntax", title, span, "write “either (... or ...)” or “both (... and ...)” around one of them"
    )


def too_long(span: Span) -> Finding:
    """A sentence nobody can read."""
    title = "this sentence is too long to be read"
    return input_finding("syntax", title, span, 'give a part of it a name: call a step "rescue" when ...')


def _odd_beginning(token: Token, text: str, line: Span) -> Finding:
    span = Span(line.file, token.start, token.end)
    for word, end in _longest_first(text, token.start, line.end):
        if fold(word) in _WITH_COLON:
            return _no_colon(fold(word), Span(line.file, token.start, end))
        if meant := nearest(word, BEGINNINGS):
            title = f"no line of a rule begins with {quoted(word)}"
            return input_finding(
                "unknown-word", title, Span(line.file, token.start, end), f"did you mean “{meant}”?"
            )
    title = f"no line of a rule begins with {quoted(token.text)}"
    repair = "begin with “for each”, “where”, “and”, “there must be”, “it must hold that”, “say:” or “hint:”"
    return input_finding("unknown-word", title, span, repair)


def _no_colon(word: str, span: Span) -> Finding:
    """`say when ...` that goes on in the next line, or `severity error`."""
    more = f", or “{word} when ...: ...”" if word in ("say", "hint") else ""
    repair = f"write “{word}: ...”{more}, with the colon in the same line"
    return input_finding("syntax", f"behind “{word}” a colon is missing", span, repair)


def _misspelt(breach: Breach, tokens: Sequence[Token], text: str, words: Words, file: str) -> Finding | None:
    token = tokens[breach.at]
    candidates = _candidates(breach.expected, words)
    for word, end in _longest_first(text, token.start, tokens[-1].end):
        if meant := nearest(word, candidates):
            title = f"there is no word {quoted(word)}"
            return input_finding(
                "unknown-word", title, Span(file, token.start, end), f"did you mean “{meant}”?"
            )
    return None


def _candidates(terminals: Iterable[str], words: Words) -> list[str]:
    found: list[str] = []
    for terminal in sorted(terminals):
        found += PHRASES.get(terminal, ())
    if "NOUN" in terminals:
        found += words.nouns
    if "ADJECTIVE" in terminals:
        found += words.adjectives
    return found


def _longest_first(text: str, start: int, end: int) -> Iterable[tuple[str, int]]:
    """The words from here on, the longest stretch first, each with its end."""
    ends = [at for at in range(start, end + 1) if at == end or text[at] in " ,.()"][:_LONGEST_WORD]
    return [(text[start:at], at) for at in reversed(ends) if at > start]


def unknown_key(key: str, span: Span, known: Iterable[str]) -> Finding:
    """`severty: error`."""
    meant = nearest(key, known)
    title = f"no line of a rule begins with “{key}:”"
    repair = f"did you mean “{meant}:”?" if meant else f"known are {listed([f'“{k}:”' for k in known])}"
    return input_finding("unknown-word", title, span, repair)


def bad_choice(what: str, written: str, options: Sequence[str], span: Span) -> Finding:
    """A word that is not on a closed list."""
    meant = nearest(written, options)
    repair = f"did you mean “{meant}”?" if meant else f"write {listed([f'“{o}”' for o in options], 'or')}"
    title = f"there is no {what} {quoted(written)}" if written else f"the {what} is missing"
    return input_finding("bad-value", title, span, repair)


def problem(title: str, span: Span, repair: str = "") -> Finding:
    """Anything else that is wrong with the text of a rule."""
    return input_finding("syntax", title, span, repair)

"""Answers to a few questions -> the text of a first journey that `check` and `fmt` understand."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from journeyaudit.cli.first_wording import WORDINGS, Wording
from journeyaudit.source import SourceText
from journeyaudit.syntax import parse
from journeyaudit.syntax.values import Moment, Name, Names
from journeyaudit.syntax.vocabulary import fold, vocabulary
from journeyaudit.syntax.word_lists import CHANNEL_KIND

_LONGEST_NAME = 80
_QUOTES = str.maketrans(dict.fromkeys('"„“”«»', "'"))

Ask = Callable[[str, str], str]
"""A question and what is usually answered -> the answer."""


def usual_answer(_: str, usual: str) -> str:
    """Asks nobody."""
    return usual


def first_journey(language: str, ask: Ask = usual_answer) -> str:
    """The text, in the usual layout; whatever is answered, it can be read and means what was answered."""
    wording = WORDINGS[language]
    said = {name: _name(ask(question, usual)) or usual for name, question, usual in wording.questions}
    kind = vocabulary(language).closed(CHANNEL_KIND, said["channel"])
    said["channel"] = wording.channels.get(kind or "", said["channel"][:1].upper() + said["channel"][1:])
    names = _distinct(wording.named | said)
    written = {key: _written(name, wording, language) for key, name in names.items()}
    last_step = wording.last_step if fold(names["refused"]) != fold(names["too_late"]) else ""
    text = wording.text.replace("{last_step}", last_step)
    return text.format(**written, kind=_kind_line(wording, kind, language))


def _name(answer: str) -> str:
    """What can stand between quotes in one line: no quotes, nothing invisible, and not too much."""
    visible = (each if unicodedata.category(each)[0] != "C" else " " for each in answer)
    return " ".join("".join(visible).translate(_QUOTES).split())[:_LONGEST_NAME].strip()


def _distinct(names: Mapping[str, str]) -> dict[str, str]:
    """Different things get different names; only the two last steps may be the same one."""
    taken: set[str] = set()
    distinct: dict[str, str] = {}
    for key, name in names.items():
        number, its_name = 2, name
        while fold(its_name) in taken and not (
            key == "too_late" and fold(its_name) == fold(distinct["refused"])
        ):
            number, its_name = number + 1, f"{name} {number}"
        taken.add(fold(its_name))
        distinct[key] = its_name
    return distinct


def _kind_line(wording: Wording, kind: str | None, language: str) -> str:
    """The fact, or a note if the answer is no kind of channel that is known."""
    kinds = [english for english, _ in CHANNEL_KIND.words]
    usual = vocabulary(language).options(CHANNEL_KIND)[kinds.index(kind or "phone")]
    return ("" if kind else "# ") + wording.kind.format(usual)


def _written(name: str, wording: Wording, language: str) -> str:
    """The name, between quotes if without them it would say something else somewhere."""
    words = vocabulary(language)
    journey, step, by, until = map(words.spelled, ("journey", "step", "by", "accepted until"))
    text = f"# language: {language}\n{journey} x\n  {step} {name}\n    {by}: {name}\n    {until}: {name}\n"
    tree, findings = parse(SourceText("", text))
    match [(block.name, *(fact.value for fact in block.facts)) for block in tree.blocks[1:]]:
        case [(Name(header), Names((Name(actor),)), Moment(None, Name(moment)))]:
            plain = {name} == {header, actor, moment} and not findings
        case _:
            plain = False
    return name if plain else wording.quotes.format(name)

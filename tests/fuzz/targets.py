"""What mangled texts are given to, and what they are made from."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from zlib import crc32

from journeyaudit import Wishes, check_text
from journeyaudit.audit import path
from journeyaudit.audit.trials import tried
from journeyaudit.finding.packed import Unpacking
from journeyaudit.project.baseline import entries_of, without_known
from journeyaudit.project.baseline_file import baseline_text
from journeyaudit.project.baseline_writing import rewritten
from journeyaudit.project.cache import Cache
from journeyaudit.project.configuration import NOTHING, configuration_for
from journeyaudit.project.markdown_layout import format_markdown
from journeyaudit.project.options import OPTIONS
from journeyaudit.project.rules import Rules, rules_for
from journeyaudit.project.selection import Selection
from journeyaudit.reports.json import json_report
from journeyaudit.reports.tell import tell_report
from journeyaudit.reports.text import text_report
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText
from journeyaudit.syntax.formatting import format_source
from tests.fuzz.mutate import mutated

ROOT = Path(__file__).resolve().parent.parent.parent
ALONE = Wishes(isolated=True, baseline=None)


@dataclass(frozen=True)
class Target:
    """``share`` tells how many of a hundred texts it gets."""

    name: str
    share: int
    text: Callable[[Random], str]
    take: Callable[[str], None]


@cache
def journeys() -> tuple[str, ...]:
    """The small journeys of the pages of rules, several times, and whole samples, which take longer."""
    small = [text for page in pages() for text in re.findall(r"```journey\n(.*?)```", page, re.DOTALL)]
    whole = sorted((ROOT / "samples").rglob("*.journey"))
    return (*small * 5, *(sample.read_text("utf-8") for sample in whole))


@cache
def pages() -> tuple[str, ...]:
    return tuple(page.read_text("utf-8") for page in sorted((ROOT / "rules").rglob("*.md")))


@cache
def lines_of(texts: Callable[[], Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted({line for text in texts() for line in text.split("\n")}))


@cache
def words_of(texts: Callable[[], Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted({word for text in texts() for word in text.split()}))


def mangled(texts: Callable[[], Sequence[str]]) -> Callable[[Random], str]:
    return lambda dice: mutated(dice, dice.choice(texts()), lines_of(texts), words_of(texts))


def take_journey(text: str) -> None:
    outcome, sources = check_text(text, "fuzz.journey", ALONE)
    if len(text) % 8 == 0:
        text_report(outcome, sources)
        json_report(outcome, sources)
        tell_report(outcome)
    laid_out, _ = format_source(SourceText("fuzz.journey", text))
    if laid_out is not None:
        again, _ = format_source(SourceText("fuzz.journey", laid_out))
        assert again == laid_out, "laying it out twice changes it twice"


def in_markdown(dice: Random) -> str:
    """Journeys in blocks of all sorts, mangled afterwards."""
    parts = []
    for _ in range(dice.choice((1, 1, 2, 3))):
        before = dice.choice(("", "", "> ", "  ", "   ", "- ", "1. ", "\t", "> - "))
        fence = dice.choice(("```", "~~~", "````"))
        info = dice.choice(("journey", "journey", " journey title=x", "journey ignore", "journey-example"))
        lines = (f"{fence}{info}", *dice.choice(journeys()).split("\n")[:40], fence)
        rest = re.sub(r"[^> \t]", " ", before)
        parts += [f"{before if not number else rest}{line}" for number, line in enumerate(lines)]
        parts.append(dice.choice(("", "Some words.", "# Heading", "<div>", "|a|b|")))
    text = dice.choice(("\n", "\n", "\r\n")).join(parts)
    return mutated(dice, text, ("```", "~~~journey", "> a", "- b", "```journey"), ("```journey", "```", ">"))


def take_markdown(text: str) -> None:
    check_text(text, "fuzz.md", ALONE)
    source = SourceText("fuzz.md", text)
    laid_out, _ = format_markdown(source)
    if laid_out is not None:
        again, _ = format_markdown(SourceText("fuzz.md", laid_out))
        assert again == laid_out, "laying it out twice changes it twice"


def take_page(text: str) -> None:
    tried(SourceText("rules/fuzz/dead-end.md", text))


CONFIGURATION = "\n".join(each.example for each in OPTIONS) + "\n"


def configurations() -> tuple[str, ...]:
    return (
        CONFIGURATION,
        "[tool.journeyaudit]\n" + CONFIGURATION,
        *(f"{each.example}\n" for each in OPTIONS),
    )


@cache
def folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


@cache
def shipped_rules() -> Rules:
    return rules_for(NOTHING)


@contextmanager
def rules_read_once() -> Iterator[None]:
    """Reading all rules takes longer than a check of one small text."""
    shipped = shipped_rules()
    before = path.rules_for
    path.rules_for = lambda *_: shipped
    try:
        yield
    finally:
        path.rules_for = before


def take_configuration(text: str) -> None:
    for name in ("journeyaudit.toml", "pyproject.toml"):
        file = folder() / name
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        configuration, _ = configuration_for((str(folder() / "a.journey"),))
        selection = Selection(configuration, shipped_rules().rules, None)
        for checked in ("", str(folder() / "drafts" / "a.journey")):
            selection.terms(checked)
        assert (configuration.excluded, configuration.markdown, configuration.output_formats) is not None
        file.unlink()


@cache
def known_outcome() -> Outcome:
    sample = ROOT / "samples" / "founding" / "order-as-is.journey"
    return check_text(sample.read_text("utf-8"), str(sample), ALONE)[0]


@cache
def baselines() -> tuple[str, ...]:
    every = entries_of(known_outcome().findings, str(folder()))
    return (baseline_text(every), baseline_text(every[:2]), baseline_text(()))


def take_baseline(text: str) -> None:
    file = folder() / "baseline.json"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    left, _ = without_known(str(file), known_outcome(), shipped_rules(), NOTHING, ALONE)
    assert len(left.findings) + len(left.baselined) >= len(known_outcome().findings), "a finding is gone"
    rewritten(left, str(file), may_grow=len(text) % 2 == 0)


PACKED = """{"a.journey": [[["a.journey", 1, 2, "00ff"]], "2026-01-01",
[["a.journey"],
[["no-human-correction", "error", "title", [0, 1, 2], "label", "journey", "subject",
[[[0, 1, 2], "text"]],
[[[0, 1, 2], "text"]],
[[[600, "text", [0, 1, 2], false]], "moral"],
[["name", "text", 1.5]],
["assumed"], ["missing"], ["note"], "help", []]]
]]}
"""


def take_cache(text: str) -> None:
    from journeyaudit.project.cache import FOLDER

    (folder() / FOLDER).mkdir(exist_ok=True)
    index = folder() / FOLDER / f"{crc32(b'key'):08x}.json"
    index.write_bytes(b"key\n" + text.encode("utf-8", "surrogatepass"))
    found = Cache(folder(), "key")
    found.find("a.journey", "2026-01-01")
    found.save(["a.journey"])
    kept = found._entries.get("a.journey")
    try:
        _, _, (files, findings) = kept
        for each in findings:
            Unpacking(files).finding(each)
    except (ValueError, TypeError, IndexError):
        pass  # as it promises


TARGETS = (
    Target("language", 50, mangled(journeys), take_journey),
    Target("markdown", 14, in_markdown, take_markdown),
    Target("rules", 12, mangled(pages), take_page),
    Target("configuration", 8, mangled(configurations), take_configuration),
    Target("baseline", 8, mangled(baselines), take_baseline),
    Target("cache", 8, mangled(lambda: (PACKED,)), take_cache),
)

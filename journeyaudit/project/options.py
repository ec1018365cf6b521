"""The one table of everything that can be configured; what reads, shows and documents it is made from it."""

from __future__ import annotations

from enum import Enum

from journeyaudit.finding.profiles import PROFILES
from journeyaudit.rulebook.terms import LEVELS, USUAL
from journeyaudit.source.record import record

OFF = "off"


class Sort(Enum):
    """What stands behind the name of an option, in words a reader of the documentation knows."""

    CHOICE = "a word"
    YES_OR_NO = "true or false"
    TEXT = "a text"
    LIST = "a list of texts"
    PATTERNS = "a list of patterns"
    LEVELS = "a table: rule = severity"
    THRESHOLDS = "a table for each rule"
    FILES = "a table for each pattern"


@record
class Option:
    """``default`` is said in TOML, "" where nothing is. ``adds``: what a later place says is added to what
    an earlier one says, instead of replacing it. ``per_file``: it may differ from file to file."""

    name: str
    sort: Sort
    meaning: str
    example: str
    default: str = ""
    choices: tuple[str, ...] = ()
    adds: bool = False
    per_file: bool = False


_NAMES = "Names are ids of rules, packs, or `profile:kafka` for all rules up to that profile."

OPTIONS: tuple[Option, ...] = (
    Option(
        "profile",
        Sort.CHOICE,
        "How much is asked for; each profile contains those before it.",
        'profile = "kafka"',
        f'"{USUAL}"',
        PROFILES,
        per_file=True,
    ),
    Option(
        "select",
        Sort.LIST,
        f"Only these rules are reported, whatever the profile. {_NAMES}",
        'select = ["profile:kafka", "silo"]',
        per_file=True,
    ),
    Option(
        "extend-select",
        Sort.LIST,
        "Rules that are reported besides those of the profile or of `select`.",
        'extend-select = ["works-blind"]',
        "[]",
        adds=True,
        per_file=True,
    ),
    Option(
        "ignore",
        Sort.LIST,
        "Rules that are not reported; goes before `select`.",
        'ignore = ["media-break"]',
        "[]",
        per_file=True,
    ),
    Option(
        "severity",
        Sort.LEVELS,
        "How bad what a rule finds is; `off` is the same as `ignore`.",
        'severity = { media-break = "info", long-silence = "off" }',
        "{}",
        (*LEVELS, OFF),
        per_file=True,
    ),
    Option(
        "settings",
        Sort.THRESHOLDS,
        'Thresholds of rules: numbers, or texts like `"20 min"`, `"2 working days"`, `"50 EUR"`, `"20 %"`.',
        'settings.decision-rank = { "most people" = 3 }',
        "{}",
        per_file=True,
    ),
    Option(
        "per-file",
        Sort.FILES,
        "What is different for some files, by pattern as in `.gitignore`; of several the later one counts.",
        'per-file."drafts/" = { profile = "start" }',
        "{}",
    ),
    Option(
        "rules",
        Sort.LIST,
        "Folders with rules of your own, seen from this file.",
        'rules = ["our-rules"]',
        "[]",
        adds=True,
    ),
    Option(
        "plugins",
        Sort.LIST,
        "Entry points of installed packages that bring rules written in Python.",
        'plugins = ["acme"]',
        "[]",
        adds=True,
    ),
    Option(
        "markdown",
        Sort.PATTERNS,
        "Patterns of Markdown files whose `journey` blocks are checked when the folder around them is.",
        'markdown = ["processes/"]',
        "[]",
    ),
    Option(
        "exclude",
        Sort.PATTERNS,
        "Patterns as in `.gitignore`, seen from this file: what matches is not checked, even if it is named.",
        'exclude = ["drafts/", "*.old.journey"]',
        "[]",
    ),
    Option(
        "extend-exclude",
        Sort.PATTERNS,
        "More such patterns.",
        'extend-exclude = ["imported/"]',
        "[]",
        adds=True,
    ),
    Option(
        "respect-gitignore",
        Sort.YES_OR_NO,
        "Is what the `.gitignore` files of the repository leave out not checked either?",
        "respect-gitignore = false",
        "true",
    ),
    Option(
        "fail-level",
        Sort.CHOICE,
        "From which severity on a finding makes `check` leave with 1.",
        'fail-level = "warning"',
        '"error"',
        LEVELS,
    ),
    Option(
        "output-format",
        Sort.LIST,
        "The reports to write, each with `:FILE` to write it there, seen from this file.",
        'output-format = ["text", "json:report.json"]',
        '["text"]',
    ),
    Option(
        "baseline",
        Sort.TEXT,
        "The file with findings that are known already, seen from this file.",
        'baseline = "journeyaudit-baseline.json"',
    ),
)
BY_NAME = {each.name: each for each in OPTIONS}

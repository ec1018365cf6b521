"""A sample file -> what the check says of it, in the lines of its `.expect` file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from journeyaudit import Finding, Outcome, Verdict
from journeyaudit.audit import Wishes, audit_paths
from journeyaudit.finding import Severity
from journeyaudit.rulebook.figures import measures_of
from journeyaudit.source.shipped import shipped

SAMPLES = shipped("samples")
FILES = sorted(SAMPLES.rglob("*.journey"))
REPAIRED = [file for file in FILES if file.stem.endswith(("-repaired", "-repariert"))]
AS_IS = [file for file in FILES if file.stem.endswith(("-as-is", "-ist"))]
HEADLINE = "# headline: "
ON_THIS_DAY = Wishes(today=date(2026, 11, 22), isolated=True)
"""Reviews and exceptions in the samples have dates; what the tests expect must not change with the real day."""


def accepting() -> bool:
    """Whether what really comes out is written into the files that say what should."""
    return os.environ.get("JOURNEYAUDIT_ACCEPT") == "1"


@cache
def check_file(file: Path) -> Outcome:
    return check_together([file])


def check_together(files: Iterable[Path]) -> Outcome:
    return audit_paths(map(str, files), ON_THIS_DAY)[0]


def name_of(file: Path) -> str:
    return file.relative_to(SAMPLES).as_posix()


def head_of(file: Path) -> list[str]:
    """The comment lines before the first empty line."""
    return file.read_text(encoding="utf-8").split("\n\n")[0].splitlines()


def headline_of(file: Path) -> str:
    """The rule that the file itself names as the first one to be told; "" if it names none."""
    named = [line.removeprefix(HEADLINE) for line in head_of(file) if line.startswith(HEADLINE)]
    return named[0] if len(named) == 1 else ""


def told(outcome: Outcome) -> list[str]:
    lines = [f"mistake {verdict.mistake.name}: {verdict_in_words(verdict)}" for verdict in outcome.verdicts()]
    for finding in outcome.findings:
        lines.append(f"{finding.severity} {finding.rule}: {finding.subject}")
        lines += [f"  because {rule}" for rule in rules_of([finding])[1:]]
        lines += [f"  needs {fact}" for fact in finding.missing]
    if outcome.worst in (None, Severity.INFO):
        lines.append("clean")
    return lines


def verdict_in_words(verdict: Verdict) -> str:
    shown = ("Kafka zone", "decision rank")
    figures = [f"{each.name} {each.text}" for each in measures_of(verdict) if each.name in shown]
    return ", ".join([verdict.judgement, *figures])


def rules_of(findings: Iterable[Finding]) -> list[str]:
    """Each rule once: a headline, what explains it, the next headline."""
    named = [rule.rule for finding in findings for rule in (finding, *finding.evidence)]
    return list(dict.fromkeys(named))

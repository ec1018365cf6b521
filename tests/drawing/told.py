"""Journeys as they stand in files, with everything that was found in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from journeyaudit.audit import audit_paths
from journeyaudit.drawing import Pointing
from journeyaudit.finding import Finding
from journeyaudit.rulebook.case import Case
from journeyaudit.source import SourceText, Span

ROOT = Path(__file__).resolve().parents[2]
HARD = ROOT / "tests" / "drawing" / "texts" / "hard.journey"
SAMPLES = (
    "founding/order-as-is",
    "founding/order-by-phone-only",
    "founding/order-repaired",
    "cases/childcare-benefit-as-is",
    "cases/locked-home-as-is",
    "cases/robodebt-repaired",
    "cases/transfer-digit-as-is",
)


@cache
def found_in(path: Path) -> tuple[Case, tuple[Finding, ...], Mapping[str, SourceText]]:
    outcome, sources = audit_paths((str(path),))
    told = outcome.journeys[0]
    version = told.case
    return version, outcome.findings, sources


def sample(name: str) -> Case:
    return found_in(ROOT / "samples" / f"{name}.journey")[0]


def every_version() -> list[Case]:
    return [found_in(HARD)[0], *map(sample, SAMPLES)]


def pointing_into(path: Path) -> Pointing:
    sources = found_in(path)[2]

    def line_of(span: Span) -> int:
        return sources[span.file].line_of(span.start)

    return Pointing(line_of, lambda _: "text.journey")

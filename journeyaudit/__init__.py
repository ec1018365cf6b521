"""Finds the places in a service journey where no human who may can put a mistake right in time.

::

    from journeyaudit import check_text

    outcome, sources = check_text(open("order.journey", encoding="utf-8").read())
    for finding in outcome.findings:
        print(finding.title)

What is named here is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeyaudit.audit import Wishes
    from journeyaudit.audit import audit_paths as check_paths
    from journeyaudit.audit import audit_text as check_text
    from journeyaudit.finding import Finding
    from journeyaudit.graph import JourneyGraph
    from journeyaudit.rulebook.outcome import Outcome
    from journeyaudit.verdicts.verdict import Verdict

__version__ = "0.1.0"

__all__ = [
    "Finding",
    "JourneyGraph",
    "Outcome",
    "Verdict",
    "Wishes",
    "__version__",
    "check_paths",
    "check_text",
]

_HOMES = {
    "Finding": ("journeyaudit.finding", "Finding"),
    "JourneyGraph": ("journeyaudit.graph", "JourneyGraph"),
    "Outcome": ("journeyaudit.rulebook.outcome", "Outcome"),
    "Verdict": ("journeyaudit.verdicts.verdict", "Verdict"),
    "Wishes": ("journeyaudit.audit", "Wishes"),
    "check_paths": ("journeyaudit.audit", "audit_paths"),
    "check_text": ("journeyaudit.audit", "audit_text"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'journeyaudit' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    found: object = getattr(import_module(module), attribute)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

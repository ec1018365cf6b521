from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from journeyaudit.audit import Wishes
from journeyaudit.audit.path import USUAL
from journeyaudit.cli.group import journeyaudit
from journeyaudit.rulebook.outcome import Outcome
from tests.reports import made

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "JOURNEYAUDIT_DEBUG", "CI"):
        monkeypatch.delenv(name, raising=False)

    def run_it(*words: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(journeyaudit, list(words), input=stdin)

    return run_it


@pytest.fixture
def audited(monkeypatch: pytest.MonkeyPatch) -> Callable[[Outcome], list[Any]]:
    """Makes every audit come to a given outcome; what was asked for is collected."""

    def with_outcome(outcome: Outcome) -> list[Any]:
        asked: list[Any] = []

        def audit(paths: Iterable[str], wishes: Wishes = USUAL) -> Any:
            asked.append((tuple(paths), wishes))
            return outcome, made.SOURCES

        monkeypatch.setattr("journeyaudit.audit.audit_paths", audit)
        monkeypatch.setattr(
            "journeyaudit.audit.kept.audit_kept", lambda paths, wishes, _: audit(paths, wishes)
        )
        return asked

    return with_outcome

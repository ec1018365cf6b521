"""A browser without a window, where one is installed; else the tests are skipped and say why."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journeyaudit.audit import Wishes, audit_paths
from journeyaudit.cli.report import report_page

FOUNDING = Path(__file__).resolve().parents[2] / "samples" / "founding"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page about the founding story and its versions."""
    wishes = Wishes(isolated=True)
    outcome, sources = audit_paths((str(FOUNDING),), wishes)
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report_page(outcome, sources), "utf-8")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = os.environ.get("JOURNEYAUDIT_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed, and JOURNEYAUDIT_BROWSER names none")
    # as root, as in most containers, it starts only without its sandbox; the page is our own
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=found, args=arguments)
        except sync_api.Error as error:
            if "JOURNEYAUDIT_BROWSER" in os.environ:
                raise
            pytest.skip(f"{found} does not start: {str(error).splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture
def page(browser: Any, report_file: Path) -> Iterator[Any]:
    """The page opened anew; afterwards nothing may have been complained about or fetched."""
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    trouble: list[str] = []
    opened.on("console", lambda said: trouble.append(said.text))
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("request", lambda asked: trouble.append(asked.url) if asked.url.startswith("http") else None)
    opened.goto(report_file.as_uri())
    yield opened
    opened.close()
    assert trouble == []

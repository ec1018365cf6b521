"""What is to be checked, and how -> an outcome: read again or kept, once or whenever something changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeyaudit.cli import screen
from journeyaudit.cli.exits import Trouble
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText

if TYPE_CHECKING:
    from journeyaudit.audit import Wishes
    from journeyaudit.project.configuration import Configuration

WITH_JOURNEYS = ("json",)
"""Formats that say everything about every journey, so that what is kept is not enough for them."""
_PATIENCE = 1.0
"""Seconds without a word."""
_PAUSE = 0.4
"""Seconds between two looks at the files."""


def run(
    places: Sequence[str],
    wishes: Wishes,
    configuration: Configuration,
    forms: Sequence[str],
    *,
    cached: bool,
    jobs: int,
) -> tuple[Outcome, Mapping[str, SourceText]]:
    """Checks once. With ``cached`` what has not changed is not read again; ``jobs`` 0 is as many
    processes as are worth it."""
    if any(form in WITH_JOURNEYS for form in forms) or wishes.writes_baseline:
        from journeyaudit.audit import audit_paths

        return audit_paths(places, wishes)
    from journeyaudit import __version__
    from journeyaudit.audit.kept import Means, audit_kept

    folder = cache_folder(configuration) if cached else None
    return audit_kept(places, wishes, Means(folder, jobs, progress(), __version__))


def run_text(name: str, wishes: Wishes) -> tuple[Outcome, Mapping[str, SourceText]]:
    """Checks what comes in by standard input, as if it stood in the file ``name``."""
    from journeyaudit.audit import audit_text
    from journeyaudit.project.read import decode

    source, problem = decode(sys.stdin.buffer.read(), name)
    if source is None:
        raise Trouble(problem.title if problem is not None else f"{name} cannot be read")
    return audit_text(source.raw, name, wishes)


def cache_folder(configuration: Configuration) -> Path:
    """Beside the configuration, else where we are."""
    files = [layer.folder for layer in configuration.layers if layer.name]
    return Path(files[-1]) if files else Path()


def progress() -> Callable[[int, int], None] | None:
    """A line that counts, on a terminal only, and only for work that takes a while."""
    if not sys.stderr.isatty():
        return None
    began = time.monotonic()

    def tell(done: int, of: int) -> None:
        if time.monotonic() - began < _PATIENCE:
            return
        line = f"checked {done:,} of {of:,}" if done < of else ""
        screen.write(f"\r{line:<40}" + ("" if line else "\r"), to_stderr=True)

    return tell


def changes(places: Sequence[str], configuration: Configuration, wishes: Wishes) -> Iterator[None]:
    """Comes back whenever a file that is checked, its folder or the configuration has changed."""
    before = _marks(places, configuration, wishes)
    while True:
        time.sleep(_PAUSE)
        now = _marks(places, configuration, wishes)
        if now != before:
            before = now
            yield


def _marks(places: Sequence[str], configuration: Configuration, wishes: Wishes) -> dict[str, tuple[int, int]]:
    from journeyaudit.project.configuration import excludes_of
    from journeyaudit.project.discover import discover

    found = discover(places, excludes_of(configuration, wishes), configuration.markdown)
    files = [*found.files, *(layer.name for layer in configuration.layers if layer.name)]
    files += (str(page) for folder in configuration.rules for page in Path(folder).rglob("*.md"))
    marks = {}
    for file in files:
        try:
            stat = Path(file).stat()
            marks[file] = stat.st_mtime_ns, stat.st_size
        except OSError:
            marks[file] = 0, -1
    return marks

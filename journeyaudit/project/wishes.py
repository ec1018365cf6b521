"""What is asked for besides the paths, by the command line or by a program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.finding import Finding
    from journeyaudit.project.configuration import Configuration


@record
class Wishes:
    """It goes before what is configured; docs/configuration.md says what each setting means.

    ``profile`` and ``fail_level`` "" leave it to the configuration. ``rules`` are more folders with rules of
    one's own. ``today`` None is the real day. ``isolated``: no configuration is looked for. ``config`` has
    settings as in a configuration file (``fail-level = "info"``) or the path of one that takes the place of
    the nearest one. ``also_excluded``: files are looked at whatever is configured to be left out.
    ``baseline`` is the file of known findings, "" as configured, None for none; it need not be there yet if
    the caller ``writes_baseline`` afterwards. ``fails_on_stale``: what it has in vain is an error.
    ``configuration`` is what ``configuration_for`` gave, where it was asked before.
    """

    profile: str = ""
    rules: tuple[str, ...] = ()
    today: date | None = None
    isolated: bool = False
    config: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_level: str = ""
    also_excluded: bool = False
    baseline: str | None = ""
    writes_baseline: bool = False
    fails_on_stale: bool = False
    configuration: tuple[Configuration, tuple[Finding, ...]] | None = None


USUAL = Wishes()

"""What is configured and asked for -> where the file with known findings is."""

from __future__ import annotations

import os
from pathlib import Path

from journeyaudit.project.configuration import Configuration, shown
from journeyaudit.project.wishes import Wishes

NAME = "journeyaudit-baseline.json"


def baseline_place(configuration: Configuration, wishes: Wishes) -> str:
    """The file that is named, else the one with the usual name beside the configuration file, and where
    there is none in the folder we are in. "" for none at all."""
    if wishes.baseline is None:
        return ""
    named = wishes.baseline or configuration.baseline
    if named or (wishes.isolated and not wishes.writes_baseline):
        return named
    folder = next((layer.folder for layer in configuration.layers if layer.name), "")
    return shown(Path(folder, NAME)) if folder else NAME


def baseline_in_use(configuration: Configuration, wishes: Wishes) -> str:
    """The same if it is there, or should be: one that somebody named and that is still to be written need
    not be."""
    place = baseline_place(configuration, wishes)
    is_named = bool(wishes.baseline or configuration.baseline)
    should_be = is_named and not wishes.writes_baseline
    return place if place and (should_be or os.path.lexists(place)) else ""

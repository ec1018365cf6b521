"""Rules, configuration and this very program -> the name under which results are kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from journeyaudit.project.cache import key_of
from journeyaudit.project.configuration import Configuration
from journeyaudit.project.rules import Rules
from journeyaudit.rulebook.shelf import ShelvedRule

_PACKAGE = Path(__file__).parents[1]


def cache_key(configuration: Configuration, rules: Rules) -> str:
    """Another one as soon as anything but the files themselves may change what is found."""
    return key_of(
        {
            "program": list(_program()),
            "rules": [
                (rule.pack, rule.id, rule.source.plain[rule.start : rule.end])
                for rule in rules.rules
                if isinstance(rule, ShelvedRule)
            ],
            "configuration": [(layer.folder, layer.values) for layer in configuration.layers],
            "folder": os.getcwd(),  # noqa: PTH109 - paths are kept as they are seen from here
        }
    )


def _program() -> Iterator[object]:
    """An installed version is what its number says; in a checkout every file counts."""
    from journeyaudit import __version__

    yield __version__
    yield sys.version_info[:2]
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        for path in sorted(_PACKAGE.rglob("*.py")):
            found = path.stat()
            yield path.name, found.st_mtime_ns, found.st_size

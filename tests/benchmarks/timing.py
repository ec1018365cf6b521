"""A command -> how much CPU time it took."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Sequence


def cpu_seconds(command: Sequence[str], folder: str) -> float:
    """User and system time of one run and all its processes; on a busy machine wall time means nothing."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 1), f"{command} left with {done.returncode}"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

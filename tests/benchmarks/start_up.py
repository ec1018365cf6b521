"""How long a check of one small file takes, as a multiple of starting Python and doing nothing.

    python tests/benchmarks/start_up.py [COMMAND ...]

COMMAND is ``journeyaudit`` beside this Python unless another is given. Run it with the Python of an
environment into which a wheel was installed, and without PYTHONDONTWRITEBYTECODE.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))

from made import journey

RUNS = 25


def cpu_seconds(command: Sequence[str], folder: str) -> float:
    """User and system time of one run; on a busy machine wall time means nothing."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(words: list[str]) -> None:
    check = [*(words or [str(Path(sys.executable).with_name("journeyaudit"))]), "check"]
    nothing = [sys.executable, "-c", "pass"]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "small.journey").write_text(journey(5), "utf-8")
        for command in (check, nothing):
            cpu_seconds(command, folder)
        pairs = [(cpu_seconds(check, folder), cpu_seconds(nothing, folder)) for _ in range(RUNS)]
    for name, side in (("check", 0), ("nothing", 1)):
        print(f"{name:8} {median(pair[side] for pair in pairs) * 1000:7.1f} ms of CPU time")
    print(f"ratio    {sum(pair[0] for pair in pairs) / sum(pair[1] for pair in pairs):7.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])

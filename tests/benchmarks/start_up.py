"""How long a check of one small file takes, as a multiple of starting Python and doing nothing.

    python tests/benchmarks/start_up.py [COMMAND ...]

COMMAND is ``journeyaudit`` beside this Python unless another is given. Run it with the Python of an
environment into which a wheel was installed, and without PYTHONDONTWRITEBYTECODE. Two files are checked, one
without a mistake and one with a mistake and its remedy; each as if for the first time, and again.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))

from made import SMALL, journey
from timing import cpu_seconds

from journeyaudit.project.cache import FOLDER

RUNS = 25
TEXTS = {"small": SMALL, "with a mistake": journey(5)}


def main(words: list[str]) -> None:
    check = [*(words or [str(Path(sys.executable).with_name("journeyaudit"))]), "check"]
    nothing: list[float] = []
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as root:
        for name, text in TEXTS.items():
            path = Path(root, name, "a.journey")
            path.parent.mkdir()
            path.write_text(text, "utf-8")
            os.utime(path, (1, 1))  # else it might be written again in the same moment, and is compared
        for _ in range(RUNS):
            nothing.append(cpu_seconds([sys.executable, "-c", "pass"], root))
            for name in TEXTS:
                folder = str(Path(root, name))
                shutil.rmtree(Path(folder, FOLDER), ignore_errors=True)
                taken.setdefault(f"{name}, the first time", []).append(cpu_seconds(check, folder))
                taken.setdefault(f"{name}, again", []).append(cpu_seconds(check, folder))
    print(f"{'nothing':32}{median(nothing) * 1000:7.1f} ms of CPU time")
    for name, times in taken.items():
        ratio, least = median(times) / median(nothing), min(times) / min(nothing)
        print(
            f"{name:32}{median(times) * 1000:7.1f} ms, ratio {ratio:.1f} (of the quickest runs {least:.1f})"
        )


if __name__ == "__main__":
    main(sys.argv[1:])

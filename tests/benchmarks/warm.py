"""How long a check of many files takes when nothing has changed since the last one, and what is kept for it.

    python tests/benchmarks/warm.py [FILES]

Run it with the Python of an environment into which a wheel was installed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))

from made import journey
from timing import cpu_seconds

from journeyaudit.project.cache import FOLDER

AGAIN = 5


def main(files: int) -> None:
    check = [str(Path(sys.executable).with_name("journeyaudit")), "check", "--output-format", "concise"]
    with tempfile.TemporaryDirectory() as root:
        text = journey(5)
        for number in range(files):
            path = Path(root, f"folder {number // 100}", f"{number}.journey")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text.replace("Online order", f"Order {number}"), "utf-8")
            os.utime(path, (1, 1))
        by_one = cpu_seconds([*check, "-j", "1", "--no-cache"], root)
        first = cpu_seconds(check, root)
        again = median(cpu_seconds(check, root) for _ in range(AGAIN))
        kept = sum(each.stat().st_size for each in Path(root, FOLDER).glob("*.json"))
    print(f"{files:,} files, one process, nothing kept: {by_one:.1f} s of CPU time")
    print(f"the first time, as many processes as are worth it: {first:.1f} s")
    print(
        f"again: {again:.2f} s, {again / first:.1%} of the first time; {kept / files / 1000:.1f} kB kept of each"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)

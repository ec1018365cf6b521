"""Runs every check of the project, one after the other: the one list for people and for CI.

python -m tests            format, lint, types, house, test
python -m tests lint test  only those
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

PYTHON = sys.executable
HOUSE = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"

CHECKS: dict[str, list[str]] = {
    "format": ["-m", "ruff", "format", "--check", "journeyaudit", "tests"],
    "lint": ["-m", "ruff", "check", "journeyaudit", "tests"],
    "types": ["-m", "mypy"],
    "house": ["-c", HOUSE],
    "test": ["-m", "pytest", "-n", "auto"],
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        print(f"no check is called {', '.join(unknown)}; there are: {', '.join(CHECKS)}")
        return 2
    failed = [name for name in names or CHECKS if not passes(name)]
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def passes(name: str) -> bool:
    print(f"== {name}", flush=True)
    began = time.monotonic()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    code = subprocess.run([PYTHON, *CHECKS[name]], env=environment, check=False).returncode
    print(f"== {name}: {'ok' if code == 0 else 'FAILED'} ({time.monotonic() - began:.0f} s)", flush=True)
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

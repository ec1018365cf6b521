"""``python -m tests.fuzz 100000 [--seed S] [--only TARGET]``, and ``--show NAME`` for one text again."""

from __future__ import annotations

import argparse
import sys
from random import Random

from tests.fuzz.campaign import Campaign, campaign
from tests.fuzz.targets import TARGETS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("number", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", choices=[each.name for each in TARGETS])
    parser.add_argument("--show", metavar="NAME", help="such as language/1/77")
    asked = parser.parse_args()
    targets = [each for each in TARGETS if asked.only in (None, each.name)]
    if asked.show:
        return show(asked.show)
    result = campaign(asked.number, asked.seed, targets)
    tell(result)
    return 1 if result.failures else 0


def show(name: str) -> int:
    target = next(each for each in TARGETS if each.name == name.partition("/")[0])
    text = target.text(Random(name))
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass") + b"\n")
    result = Campaign()
    result.try_one(target, name)
    tell(result)
    return 1 if result.failures else 0


def tell(result: Campaign) -> None:
    for name, trace in result.failures:
        print(f"--- {name}\n{trace}")
    for target, tried in result.tried.items():
        slowest, name = result.slowest[target]
        each = 1000 * result.seconds[target] / tried
        print(f"{target}: {tried:,} texts, {each:.1f} ms each, slowest {slowest:.2f} s ({name})")
    print(f"{sum(result.tried.values()):,} texts, {len(result.failures)} failures")


if __name__ == "__main__":
    sys.exit(main())

"""How long all rules take: to be got ready, on a small journey, and on long ones of two lengths.

    python tests/benchmarks/rules.py [STEPS]

The last column is how much longer the longer journey takes, with four times as many steps: about 4 is linear.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.project import load_text
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import Look
from journeyaudit.rulebook.shelf import ShelvedRule, rules_of
from journeyaudit.verdicts.judge import judge
from tests.benchmarks.made import journey

SLOWEST = 12


def case_of(steps: int) -> Case:
    project = load_text(journey(steps))
    (found,) = project.service.journeys
    graph = from_journey(found)
    return Case(project.service, found, graph, judge(project.service, found, graph))


def seconds(rules: tuple[ShelvedRule, ...], case: Case) -> list[float]:
    look, taken = Look(case), []
    for rule in rules:
        before = time.process_time()
        rule.evaluate(case, None, look)
        taken.append(time.process_time() - before)
    return taken


def main(steps: int) -> None:
    gc.disable()
    before = time.process_time()
    rules = rules_of().rules
    print(f"{len(rules)} rules got ready in {(time.process_time() - before) * 1000:.1f} ms of CPU time")
    small = case_of(5)
    print(f"compiled and asked about a small journey: {sum(seconds(rules, small)) * 1000:.1f} ms")
    print(f"asked again: {sum(seconds(rules, small)) * 1000:.1f} ms")
    short, long = seconds(rules, case_of(steps // 4)), seconds(rules, case_of(steps))
    print(f"{steps:,} steps: {sum(long):.2f} s, x{sum(long) / sum(short):.1f}")
    slowest = sorted(zip(long, short, rules, strict=True), key=lambda each: -each[0])
    for of_long, of_short, rule in slowest[:SLOWEST]:
        print(f"{of_long * 1000:8.1f} ms  x{of_long / of_short:4.1f}  {rule.pack}/{rule.id}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

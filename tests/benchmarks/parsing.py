"""How fast a text is parsed, and how that compares with Lark on the same grammar and the same tokens.

python tests/benchmarks/parsing.py [STEPS]
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from journeyaudit.source import SourceText
from journeyaudit.syntax import parse
from journeyaudit.syntax.outline import outline
from journeyaudit.syntax.parser import grammar, parse_rows
from journeyaudit.syntax.physical import written_lines
from journeyaudit.syntax.tokens import dedents_at_end, rows
from journeyaudit.syntax.vocabulary import vocabulary
from tests.benchmarks.made import journey
from tests.syntax.by_lark import by_lark, lark

RUNS = 7


def seconds(run: Callable[[], object]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


def main(steps: int) -> None:
    gc.disable()
    source = SourceText("big.journey", journey(steps))
    ready, reference = grammar("en"), lark("en")
    lines = outline(source, written_lines(source, frozenset()), ready, vocabulary("en"))
    read, at_end = list(rows(source.plain, lines, ready)), dedents_at_end(lines)
    pairs, whole = [], []
    for _ in range(RUNS):
        ours = seconds(lambda: parse_rows(read, at_end, ready))
        larks = seconds(lambda: by_lark(read, at_end, reference))
        pairs.append((ours, larks))
        whole.append(seconds(lambda: parse(source)))
    print(f"{len(lines.lines):,} lines, {len(source.plain) / 1e6:.2f} MB")
    print(f"text to blocks and facts   {median(whole) * 1000:7.0f} ms of CPU time")
    print(f"tokens to tree             {median(ours for ours, _ in pairs) * 1000:7.0f} ms")
    print(f"the same by Lark           {median(larks for _, larks in pairs) * 1000:7.0f} ms")
    print(
        f"ratio                      {sum(larks for _, larks in pairs) / sum(ours for ours, _ in pairs):7.1f}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)

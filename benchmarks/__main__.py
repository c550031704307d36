"""All measurements in one run as one table: ``python -m benchmarks [--quick] [importing] [window] …``."""

from __future__ import annotations

import argparse
import importlib
import sys
import time

from benchmarks.measuring import Line, table

PARTS = (
    "importing",
    "window",
    "startup",
    "grid",
    "bid_grids",
    "memory",
    "board",
    "targets",
    "alerts",
    "trials",
    "keywords",
    "keyword_worth",
    "bidding",
    "bidding_review",
    "promotion_replay",
    "ladders",
    "bundles",
    "campaign_review",
)


def main() -> int:
    """Run the chosen parts (all by default); returns 0: a missed target is a finding, not a failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts to run (default: all)")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, without the slow alternatives")
    given = parser.parse_args()
    start = time.perf_counter()
    lines: list[Line] = []
    for part in given.parts or PARTS:
        for line in importlib.import_module(f"benchmarks.{part}").measure(quick=given.quick):
            lines.append(line)
            print(f"{time.perf_counter() - start:6.1f} s  {line.name}", file=sys.stderr, flush=True)
    print(table(lines))
    answers = [line.is_met for line in lines if line.is_met is not None]
    print(f"{answers.count(False)} of {len(answers)} targets missed; {time.perf_counter() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())

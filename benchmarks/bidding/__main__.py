"""The whole table: ``python -m benchmarks.bidding [--seeds FIRST COUNT]``; seeds 100 to 135 are for tuning."""

from __future__ import annotations

import argparse

from benchmarks.bidding.boards import SCORING
from benchmarks.bidding.report import whole_table


def main() -> None:
    """Print the boards of the chosen seeds (those for scoring by default)."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bidding", description=__doc__)
    parser.add_argument("--seeds", nargs=2, type=int, default=(SCORING.start, len(SCORING)), metavar=("FIRST", "COUNT"))
    first, count = parser.parse_args().seeds
    for line in whole_table(range(first, first + count)):
        print(line, flush=True)


if __name__ == "__main__":
    main()

"""How often planted causes are found: ``python -m benchmarks.segment_search [--cases N]``; seeds apart from tuning."""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import numpy as np

from benchmarks.segment_search import methods
from benchmarks.segment_search.cases import Case, case

Method: TypeAlias = Callable[[Case], list[Mapping[str, object]]]
METHODS: Final[dict[str, Method]] = {
    "scan, up to 3 dimensions": methods.ours,
    "scan, 1 dimension": methods.one_dimension,
    "Adtributor": methods.adtributor,
}
FIRST_SEED: Final = 10_001
ROUNDS: Final = 2_000


def main() -> int:
    """Print the share of causes found first and among three, by method and by kind of case."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.segment_search", description=__doc__)
    parser.add_argument("--cases", type=int, default=400)
    count = parser.parse_args().cases
    found: dict[str, list[tuple[bool, bool]]] = {name: [] for name in METHODS}
    kinds: list[tuple[str, ...]] = []
    seconds = dict.fromkeys(METHODS, 0.0)
    for seed in range(FIRST_SEED, FIRST_SEED + 2 * count, 2):
        one = case(seed)
        volume = "ratio" if one.denominator else "volume"
        kinds.append((one.size, f"{len(one.cause)} dim.", volume, "fall" if one.multiplier < 1 else "rise"))
        for name, method in METHODS.items():
            start = time.perf_counter()
            answers = method(one)
            seconds[name] += time.perf_counter() - start
            found[name].append((answers[:1] == [one.cause], one.cause in answers[:3]))
    for name, hits in found.items():
        print(_line(f"{name} ({seconds[name] / count * 1000:.0f} ms a case)", np.array(hits)))
    groups: dict[str, list[int]] = defaultdict(list)
    for place, names in enumerate(kinds):
        for kind in names:
            groups[kind].append(place)
    own = np.array(found["scan, up to 3 dimensions"])
    for kind, places in sorted(groups.items()):
        print(_line(f"    {kind}", own[places]))
    return 0


def _line(name: str, hits: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> str:
    """Return shares with their 95 % range by bootstrap over cases."""
    rng = np.random.default_rng(0)
    drawn = hits[rng.integers(0, len(hits), (ROUNDS, len(hits)))].mean(axis=1)
    low, high = np.quantile(drawn, [0.025, 0.975], axis=0)
    first, three = hits.mean(axis=0)
    return (
        f"{name:44} {len(hits):4} cases  first {first:6.1%} ({low[0]:.1%} to {high[0]:.1%})"
        f"  first three {three:6.1%} ({low[1]:.1%} to {high[1]:.1%})"
    )


if __name__ == "__main__":
    sys.exit(main())

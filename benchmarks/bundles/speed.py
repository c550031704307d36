"""How long a million order lines take, beside counting pairs one by one in Python."""

from __future__ import annotations

import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.measuring import Line
from shopdesk.domain.promotions.bundles.baskets import Baskets, baskets_of
from shopdesk.domain.promotions.bundles.counts import frequent, joint_counts, triple_counts
from shopdesk.domain.promotions.bundles.search import find_sets

LINES: Final = 1_000_000
GOODS: Final = 5_000
LEAST: Final = 40
PAIRS_TARGET_MS: Final = 1_000
TRIPLES_TARGET_MS: Final = 2_000
MEMORY_TARGET_MB: Final = 400
_MS: Final = 1000


def order_lines(lines: int = LINES, goods: int = GOODS) -> pd.DataFrame:
    """Return order lines of a large shop over a year: Zipf goods, 2.55 lines an order."""
    draw = np.random.default_rng(4242)
    size = np.minimum(draw.geometric(1 / 2.55, round(lines / 2.55)), 40)
    order = np.repeat(np.arange(len(size)), size)
    popular = 1.0 / np.arange(1, goods + 1)
    sku = draw.choice(goods, len(order), p=popular / popular.sum())
    day = np.sort(draw.integers(0, 365, len(size)))
    paid_at = np.datetime64("2025-01-01") + day[order].astype("timedelta64[D]")
    return pd.DataFrame({"order_id": order, "sku": np.char.add("S", sku.astype(str)), "paid_at": paid_at})


def peak_mb(work: Callable[[], object]) -> float:
    """Return the highest memory in use by arrays during a run, beside what was there before."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def plain_pairs(baskets: Baskets) -> int:
    """Count pairs as one would by hand."""
    sku, starts = baskets.sku.tolist(), baskets.starts.tolist()
    counted: Counter[tuple[int, int]] = Counter()
    for first, last in pairwise(starts):
        counted.update(combinations(sku[first:last], 2))
    return sum(count >= LEAST for count in counted.values())


def cpu_ms(work: Callable[[], object], rounds: int) -> float:
    """Return the least milliseconds of processor time of several runs."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken) * _MS


def speed_lines(*, quick: bool) -> Iterator[Line]:
    """Yield processor time and memory of a million lines."""
    lines = order_lines()
    rounds = 1 if quick else 3
    prepare = cpu_ms(lambda: baskets_of(lines["order_id"], lines["sku"], lines["paid_at"]), 1)
    baskets, _evidence = baskets_of(lines["order_id"], lines["sku"], lines["paid_at"])
    a, b, _together = frequent(joint_counts(baskets), least=LEAST)
    pairs = cpu_ms(lambda: frequent(joint_counts(baskets), least=LEAST), rounds)
    triples = cpu_ms(lambda: triple_counts(baskets, (a, b), least=LEAST), rounds)
    plain = cpu_ms(lambda: plain_pairs(baskets), 1)
    yield Line("bundles: 1 M lines to sets and strata (CPU)", prepare, "ms")
    yield Line(f"bundles: pairs in {LEAST} and more of 393 k orders (CPU)", pairs, "ms", target=PAIRS_TARGET_MS)
    yield Line(
        "bundles: pairs, beside counting one by one", pairs, "ms", "Counter and combinations", plain, 3, reverse=True
    )
    yield Line("bundles: triples (CPU)", triples, "ms", target=TRIPLES_TARGET_MS)
    yield Line(
        "bundles: all of the search: counts, chance, tests (CPU)", cpu_ms(lambda: find_sets(baskets), rounds), "ms"
    )
    yield Line("bundles: further memory of it", peak_mb(lambda: find_sets(baskets)), "MB", target=MEMORY_TARGET_MB)

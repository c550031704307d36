"""Precision and recall of the pairs called proven, beside the plain test, and what is said of shops with 300 orders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.bundles.shops import Form, Pair, Shop, shop
from benchmarks.measuring import Line
from shopdesk.domain.promotions.bundles.baskets import baskets_of
from shopdesk.domain.promotions.bundles.counts import frequent, joint_counts
from shopdesk.domain.promotions.bundles.search import LEAST_TOGETHER, find_sets, proven

FIRST_SEED: Final = 9_000
SHOPS: Final = 10
TARGET_SHARE: Final = 0.90
SMALL_LINES: Final = 780  # about 300 orders
SMALL_GOODS: Final = 80


@dataclass(frozen=True, slots=True)
class Score:
    """Of one shop: pairs reported, the share of these that was planted, the share of the reachable that was found."""

    reported: int
    precision: float
    recall: float


def score(found: frozenset[Pair], truth: Shop) -> Score:
    """Return the score of some pairs; nothing reported is not wrong."""
    precision = len(found & truth.planted) / len(found) if found else 1.0
    recall = len(found & truth.reachable) / len(truth.reachable) if truth.reachable else 1.0
    return Score(len(found), precision, recall)


def product_pairs(one: Shop, *, buyers: bool = False) -> frozenset[Pair]:
    """Return the pairs that the product calls proven."""
    lines = one.lines
    shown, evidence = baskets_of(lines["order_id"], lines["sku"], lines["paid_at"], lines["buyer"] if buyers else None)
    pairs = find_sets(shown, evidence).pairs
    return frozenset(_pair(pairs.names(row)) for row in np.flatnonzero(pairs.accepted).tolist())


def plain_pairs(one: Shop) -> frozenset[Pair]:
    """Return the pairs of the usual test of lift: shares of orders multiplied, no strata."""
    from scipy.special import gammainc

    baskets, _evidence = baskets_of(one.lines["order_id"], one.lines["sku"])
    a, b, together = frequent(joint_counts(baskets), least=LEAST_TOGETHER)
    expected = baskets.sold[a] * baskets.sold[b] / baskets.orders
    accepted = proven(np.where(together > expected, gammainc(together, expected), 1.0), len(a))
    return frozenset(_pair((baskets.skus[a[row]], baskets.skus[b[row]])) for row in np.flatnonzero(accepted).tolist())


def score_lines(*, quick: bool) -> Iterator[Line]:
    """Yield means over fresh shops."""
    count = 2 if quick else SHOPS
    for form in Form:
        shops = [shop(FIRST_SEED + number, form) for number in range(count)]
        own = [score(product_pairs(one), one) for one in shops]
        plain = [score(plain_pairs(one), one) for one in shops]
        precision = float(np.mean([one.precision for one in own]))
        beside = float(np.mean([one.precision for one in plain]))
        recall = float(np.mean([one.recall for one in own]))
        yield Line(
            f"bundles, {form.value}: pairs reported a shop", float(np.mean([one.reported for one in own])), "pairs"
        )
        yield Line(f"bundles, {form.value}: precision", precision, "share", "lift without strata", beside)
        yield Line(f"bundles, {form.value}: wrong among the reported", 1 - precision, "share", target=1 - TARGET_SHARE)
        yield Line(f"bundles, {form.value}: reachable not found", 1 - recall, "share", target=1 - TARGET_SHARE)
        known = [score(product_pairs(one, buyers=True), one) for one in shops]
        yield Line(
            f"bundles, {form.value}, buyers known: wrong", 1 - float(np.mean([one.precision for one in known])), "share"
        )
        yield Line(
            f"bundles, {form.value}, buyers known: not found",
            1 - float(np.mean([one.recall for one in known])),
            "share",
        )
    small = [shop(FIRST_SEED + number, Form.SEASON, lines=SMALL_LINES, goods=SMALL_GOODS) for number in range(count)]
    found = [score(product_pairs(one), one) for one in small]
    yield Line("bundles, 300 orders: pairs reported a shop", float(np.mean([one.reported for one in found])), "pairs")
    wrong = 1 - float(np.mean([one.precision for one in found]))
    yield Line("bundles, 300 orders: wrong among the reported", wrong, "share", target=1 - TARGET_SHARE)


def _pair(names: tuple[str, ...]) -> Pair:
    first, second = sorted(names)
    return first, second

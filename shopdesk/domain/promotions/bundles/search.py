"""Which goods are bought together more often than chance explains: tested, corrected for how many were looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.promotions.bundles.baskets import Baskets, Codes
from shopdesk.domain.promotions.bundles.counts import Flags, frequent, joint_counts, triple_counts
from shopdesk.domain.promotions.bundles.expected import Chance, Floats, Moments

if TYPE_CHECKING:
    from scipy.sparse import csr_array

LEAST_TOGETHER: Final = 4
"""Orders with all goods of a set below which nothing is said."""
_ORDERS_A_LEAST: Final = 10_000
"""In large shops a set has to be in one of so many orders: rarer ones are no business."""
FALSE_SHARE: Final = 0.05
"""Share of false ones that is put up with among the sets called proven (Benjamini and Hochberg 1995)."""
INTERVAL: Final = 0.80
_GROUND_GOODS: Final = 400
"""How much chance itself differs from pair to pair is read off the pairs of that many most frequent goods."""
_LEAST_TIMES: Final = 1.2
_MOST_TIMES: Final = 50.0
_GROUND_MEAN: Final = 5.0
_LEAST_GROUND: Final = 30
_QUARTILE: Final = 0.75
_QUARTILE_OF_CHI2: Final = 1.3233
_MOST_SPREAD: Final = 4.0
_HALVINGS: Final = 20


@dataclass(frozen=True, slots=True)
class SetTable:
    """Sets of goods bought together at least a few times; arrays have a row a set, ``goods`` a column an article.

    ``together`` orders hold all goods of the set, ``expected`` would by chance; ``low`` and ``high`` are the 80 %
    interval of the adjusted lift; ``accepted`` where chance is refused. ``tested`` sets were looked at.
    """

    skus: tuple[str, ...]
    goods: Codes
    together: Codes
    expected: Floats
    low: Floats
    high: Floats
    p_value: Floats
    accepted: Flags
    tested: int
    least: int

    def __len__(self) -> int:
        """Return the number of sets."""
        return len(self.together)

    @property
    def lift(self) -> Floats:
        """How many times more often than by chance."""
        return np.asarray(self.together / self.expected)

    @property
    def excess(self) -> Floats:
        """Orders more than by chance."""
        return np.asarray(self.together - self.expected)

    def names(self, row: int) -> tuple[str, ...]:
        """Return the skus of a set."""
        return tuple(self.skus[code] for code in self.goods[row])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What no pair is made of: variants of one product, and what is sold as a set already.

    ``product`` maps a sku to whatever its variants share; ``sold`` are the sets on sale.
    """

    product: Mapping[str, str] = field(default_factory=dict)
    sold: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Pairs and triples of a shop; ``variants`` and ``sold`` pairs were left out, ``spread`` is that of chance.

    ``most_together`` is the highest joint count of any two goods.
    """

    pairs: SetTable
    triples: SetTable
    variants: int
    sold: int
    spread: float
    most_together: int


def find_sets(baskets: Baskets, evidence: Baskets | None = None, *, left: LeftOut | None = None) -> Findings:
    """Return pairs and triples bought together.

    ``evidence`` are the orders that prove something, with the same codes of goods, e.g. each article once a buyer;
    the counts shown are those of ``baskets``.
    """
    least = max(LEAST_TOGETHER, -(-baskets.orders // _ORDERS_A_LEAST))
    chance = Chance(baskets)
    both = joint_counts(baskets)
    a, b, together = frequent(both, least=least)
    is_variant, is_sold = _left_out(baskets.skus, a, b, left or LeftOut())
    proof = _Proof(baskets, chance, both) if evidence is None or evidence is baskets else _Proof.of(evidence)
    spread = proof.spread()
    p_value, met = proof.test(a, b, spread)
    keep = ~is_variant & ~is_sold
    pairs = _table(baskets.skus, np.stack((a, b), axis=1), together, chance.pairs(a, b), p_value)
    triples = _triples(baskets, chance, pairs, keep, spread, least=least)
    return Findings(
        pairs=_chosen(pairs, keep, tested=met, least=least),
        triples=triples,
        variants=int(is_variant.sum()),
        sold=int((is_sold & ~is_variant).sum()),
        spread=spread,
        most_together=int((together if len(together) else frequent(both, least=1)[2]).max(initial=0)),
    )


def tail(seen: Floats | Codes, moments: Moments) -> Floats:
    """Return the chance of at least ``seen``: a Poisson, moved and scaled to the three moments.

    Röllin 2007, "Translated Poisson approximation". Where nothing is left to chance, nothing is proven: 1.
    """
    from scipy.special import gammainc

    open_ = (moments.variance > 0) & (moments.skew > 0) & (seen > moments.mean)
    mean, variance, skew = moments.mean[open_], moments.variance[open_], moments.skew[open_]
    rate = variance**3 / skew**2
    found = np.ones(len(seen))
    found[open_] = gammainc((seen[open_] - mean) * variance / skew + rate, rate)
    return found


def proven(p_value: Floats, tested: int) -> Flags:
    """Return which survive Benjamini–Hochberg among ``tested`` sets, of which ``p_value`` lists those in question."""
    order = np.argsort(p_value, kind="stable")
    passed = np.flatnonzero(p_value[order] <= FALSE_SHARE * np.arange(1, len(order) + 1) / max(1, tested))
    found = np.zeros(len(p_value), dtype=np.bool_)
    if len(passed):
        found[order[: passed[-1] + 1]] = True
    return found


def times_needed(table: SetTable, spread: float) -> Floats:
    """Return how many times the orders are needed until each set would be proven at its present rate; NaN: over 50."""
    found = np.full(len(table), np.nan)
    limit = FALSE_SHARE / max(1, table.tested)
    for times in np.geomspace(_LEAST_TIMES, _MOST_TIMES, 40)[::-1].tolist():
        more = times * table.expected
        found[tail(times * table.together, Moments(more, more, more).spread(spread)) <= limit] = times
    return found


def lift_interval(together: Codes, expected: Floats) -> tuple[Floats, Floats]:
    """Return the exact Poisson interval of the lift (Garwood 1936)."""
    from scipy.special import gammaincinv

    tail_share = (1 - INTERVAL) / 2
    return gammaincinv(together, tail_share) / expected, gammaincinv(together + 1, 1 - tail_share) / expected


@dataclass(frozen=True, slots=True)
class _Proof:
    """Orders that prove something, what chance gives them, and the orders with both of each pair."""

    evidence: Baskets
    chance: Chance
    both: csr_array

    @classmethod
    def of(cls, evidence: Baskets) -> _Proof:
        return cls(evidence, Chance(evidence), joint_counts(evidence))

    def test(self, a: Codes, b: Codes, spread: float) -> tuple[Floats, int]:
        """Return the p-value of each pair, and how many pairs met at least once."""
        weighted = joint_counts(self.evidence, self.chance.weights[self.evidence.stratum])
        met = (weighted.nnz - int((self.both.diagonal() > 0).sum())) // 2
        seen = np.asarray(weighted[a, b]).ravel() if len(a) else np.zeros(0)
        return tail(seen, self.chance.weighted(a, b).spread(spread)), met

    def spread(self) -> float:
        """Return the squared relative spread of chance among frequent goods, met or not; 0 where few tell.

        Tastes that no stratum tells, such as those of kinds of buyers, move all pairs a little; where that is seen, a
        pair has to stand out from it. Read off the third quartile, so that true pairs, a few of many, don't count.
        """
        top = np.argsort(-self.both.diagonal(), kind="stable")[:_GROUND_GOODS]
        upper = np.triu_indices(len(top), 1)
        mean, variance = (square[upper] for square in self.chance.block(top))
        ground = (mean >= _GROUND_MEAN) & (variance > 0)
        if ground.sum() < _LEAST_GROUND:
            return 0.0
        seen = self.both[top][:, top].toarray()[upper][ground].astype(np.float64)
        return _spread_of(seen, mean[ground], variance[ground])


def _spread_of(seen: Floats, mean: Floats, variance: Floats) -> float:
    """Return α so that (seen − mean)² / (variance + α · mean²) has the third quartile of χ² with one degree."""

    def quartile(alpha: float) -> float:
        return float(np.quantile((seen - mean) ** 2 / (variance + alpha * mean**2), _QUARTILE))

    low, high = 0.0, _MOST_SPREAD
    if quartile(low) <= _QUARTILE_OF_CHI2:
        return 0.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if quartile(middle) > _QUARTILE_OF_CHI2 else (low, middle)
    return low


def _left_out(skus: tuple[str, ...], a: Codes, b: Codes, left: LeftOut) -> tuple[Flags, Flags]:
    products = {name: code for code, name in enumerate(dict.fromkeys(left.product.values()))}
    own = len(products)
    product = np.array(
        [products[left.product[sku]] if sku in left.product else own + code for code, sku in enumerate(skus)],
        dtype=np.int64,
    )
    is_sold = np.zeros(len(a), dtype=np.bool_)
    for goods in left.sold:
        member = np.array([sku in goods for sku in skus], dtype=np.bool_)
        is_sold |= member[a] & member[b]
    return (product[a] == product[b]) if len(skus) else is_sold.copy(), is_sold


def _triples(baskets: Baskets, chance: Chance, pairs: SetTable, keep: Flags, spread: float, *, least: int) -> SetTable:
    """Return the triples; chance is what their best pair explains, or two pairs of the article that sells most."""
    a, b = pairs.goods[:, 0], pairs.goods[:, 1]
    goods, together, met = triple_counts(baskets, (a[keep], b[keep]), least=least)
    lifts = _lifts(pairs, goods, len(baskets.skus))
    known = (lifts > 0).all(axis=1)  # a variant or a set on sale is in it where the sieve let one through
    goods, together, lifts = goods[known], together[known], np.maximum(lifts[known], 1.0)
    of_hub = _hub_lifts(lifts, baskets.sold[goods]) if len(goods) else np.zeros(0)
    best = np.maximum(lifts.max(axis=1), of_hub) if len(goods) else of_hub
    expected = chance.triples(goods[:, 0], goods[:, 1], goods[:, 2]) * best
    p_value = tail(together, Moments(expected, expected, expected).spread(3 * spread))  # of three pairs
    table = _table(baskets.skus, goods, together, expected, p_value)
    return _chosen(table, np.ones(len(table), dtype=np.bool_), tested=met, least=least)


def _lifts(pairs: SetTable, goods: Codes, kinds: int) -> Floats:
    """Return the lifts of the pairs (a, b), (a, c), (b, c) of each triple, 0 where a pair isn't known."""
    codes = pairs.goods[:, 0] * kinds + pairs.goods[:, 1]
    order = np.argsort(codes, kind="stable")
    lift = pairs.lift
    found = np.zeros((len(goods), 3))
    if not len(codes):
        return found
    for column, (first, second) in enumerate(((0, 1), (0, 2), (1, 2))):
        wanted = goods[:, first] * kinds + goods[:, second]
        place = order[np.minimum(np.searchsorted(codes, wanted, sorter=order), len(order) - 1)]
        found[:, column] = np.where(codes[place] == wanted, lift[place], 0.0)
    return found


def _hub_lifts(lifts: Floats, sold: Codes) -> Floats:
    """Return the product of the two lifts of the article of each triple that is in most orders."""
    of_hub = np.stack((lifts[:, 0] * lifts[:, 1], lifts[:, 0] * lifts[:, 2], lifts[:, 1] * lifts[:, 2]), axis=1)
    return np.asarray(of_hub[np.arange(len(of_hub)), sold.argmax(axis=1)])


def _table(skus: tuple[str, ...], goods: Codes, together: Codes, expected: Floats, p_value: Floats) -> SetTable:
    expected = np.maximum(expected, 1e-9)
    low, high = lift_interval(together, expected)
    none = np.zeros(len(together), dtype=np.bool_)
    return SetTable(skus, goods, together, expected, low, high, p_value, none, tested=0, least=0)


def _chosen(table: SetTable, keep: Flags, *, tested: int, least: int) -> SetTable:
    """Return the rows kept, most certain first, with what is proven."""
    order = np.flatnonzero(keep)
    order = order[np.lexsort((-table.excess[order], table.p_value[order]))]
    p_value = table.p_value[order]
    return SetTable(
        table.skus,
        table.goods[order],
        table.together[order],
        table.expected[order],
        table.low[order],
        table.high[order],
        p_value,
        proven(p_value, tested),
        tested,
        least,
    )

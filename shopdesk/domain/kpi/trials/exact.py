"""Two arms held against each other without approximation where that matters: tests, intervals, P(B > A)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import acos, cos, erfc, pi, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shopdesk.domain.kpi.daily import FloatArray

MOST_FOR_BARNARD: Final = 1_000
"""Visitors an arm up to which Barnard's test answers at once (it weighs every table there could be)."""
SRM_LIMIT: Final = 0.001
"""Chance below which visitors are not taken to be divided as planned."""
_NODES: Final = 96
_ANGLES: Final = 1_001
_FINER: Final = 41
_ROUNDING: Final = 1e-12
_HALVINGS: Final = 80


class ExactTest(StrEnum):
    """Which exact test gave the p-value."""

    BARNARD = "barnard"
    FISHER = "fisher"


@dataclass(frozen=True, slots=True)
class Arms:
    """Visitors and those of them who bought, in the old version A and the new version B.

    Raises ``ValueError`` for negative numbers or more buyers than visitors.
    """

    visitors_a: int
    buyers_a: int
    visitors_b: int
    buyers_b: int

    def __post_init__(self) -> None:
        for buyers, visitors in ((self.buyers_a, self.visitors_a), (self.buyers_b, self.visitors_b)):
            if not 0 <= buyers <= visitors:
                raise ValueError(f"{buyers} buyers of {visitors} visitors")

    @property
    def is_empty(self) -> bool:
        """Whether an arm has no visitors yet."""
        return not (self.visitors_a and self.visitors_b)

    @property
    def rate_a(self) -> float:
        """Share of A's visitors who bought; 0 without visitors."""
        return self.buyers_a / self.visitors_a if self.visitors_a else 0.0

    @property
    def rate_b(self) -> float:
        """Share of B's visitors who bought; 0 without visitors."""
        return self.buyers_b / self.visitors_b if self.visitors_b else 0.0

    @property
    def difference(self) -> float:
        """B's rate less A's."""
        return self.rate_b - self.rate_a


def fisher(arms: Arms) -> float:
    """Return the two-sided p of Fisher's exact test."""
    from scipy import stats

    return float(stats.fisher_exact(_table(arms))[1])


def barnard(arms: Arms) -> float:
    """Return the two-sided p of Barnard's exact test: ordered by the pooled z, the worst common rate taken.

    Like Fisher's test it never exceeds its level, and it is sharper because it doesn't hold the number of buyers
    fixed (Suissa and Shuster 1985). Needs a matrix of both arms' visitors: see ``MOST_FOR_BARNARD``.
    """
    import numpy as np

    if _is_flat(arms):
        return 1.0
    rates_a = np.arange(arms.visitors_a + 1) / arms.visitors_a
    rates_b = np.arange(arms.visitors_b + 1) / arms.visitors_b
    pooled = (rates_a[:, None] * arms.visitors_a + rates_b * arms.visitors_b) / (arms.visitors_a + arms.visitors_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        score = np.nan_to_num((rates_b - rates_a[:, None]) ** 2 / (pooled * (1 - pooled)))
    seen = score[arms.buyers_a, arms.buyers_b]
    extreme = (score >= seen * (1 - _ROUNDING)).astype(float)
    low, high = 0.0, pi / 2
    best = 0.0
    for points in (_ANGLES, _FINER, _FINER):
        angles = np.linspace(low, high, points)
        rates = np.sin(angles) ** 2
        chances = np.einsum("ij,ij->j", _binomial(arms.visitors_a, rates), extreme @ _binomial(arms.visitors_b, rates))
        at, step = int(np.argmax(chances)), angles[1] - angles[0]
        best = max(best, float(chances[at]))
        low, high = max(0.0, angles[at] - step), min(pi / 2, angles[at] + step)
    return min(1.0, best)


def exact_p(arms: Arms) -> tuple[float, ExactTest]:
    """Return the p-value that the product shows, with the test that gave it: chosen by size, never by result."""
    if max(arms.visitors_a, arms.visitors_b) <= MOST_FOR_BARNARD:
        return barnard(arms), ExactTest.BARNARD
    return fisher(arms), ExactTest.FISHER


def rate_interval(buyers: int, visitors: int, *, share: float = 0.95) -> tuple[float, float]:
    """Return Wilson's interval of a rate (Wilson 1927); 0 to 1 without visitors."""
    if not visitors:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + share) / 2)
    rate, spread = buyers / visitors, z * z / visitors
    centre = (rate + spread / 2) / (1 + spread)
    half = z * sqrt(rate * (1 - rate) / visitors + spread / (4 * visitors)) / (1 + spread)
    return max(0.0, centre - half), min(1.0, centre + half)


def newcombe(arms: Arms, *, share: float = 0.95) -> tuple[float, float]:
    """Return the interval of B's rate less A's after Newcombe (1998, method 10): two Wilson intervals joined."""
    low_a, high_a = rate_interval(arms.buyers_a, arms.visitors_a, share=share)
    low_b, high_b = rate_interval(arms.buyers_b, arms.visitors_b, share=share)
    a, b = arms.rate_a, arms.rate_b
    return (
        max(-1.0, arms.difference - sqrt((b - low_b) ** 2 + (high_a - a) ** 2)),
        min(1.0, arms.difference + sqrt((high_b - b) ** 2 + (a - low_a) ** 2)),
    )


def score_interval(arms: Arms, *, share: float = 0.95) -> tuple[float, float]:
    """Return the interval of B's rate less A's that the score test doesn't refuse (Miettinen and Nurminen 1985)."""
    if arms.is_empty:
        return -1.0, 1.0
    z = NormalDist().inv_cdf((1 + share) / 2)
    low = _edge(lambda at: _score(arms, at) <= z, arms.difference, -1.0)
    high = _edge(lambda at: _score(arms, at) >= -z, arms.difference, 1.0)
    return low, high


def chance_b_better(arms: Arms) -> float:
    """Return P(rate of B > rate of A) with uniform priors: A's Beta share below B's quantiles, by Gauss-Legendre."""
    from scipy import special

    a = (arms.buyers_a + 1, arms.visitors_a - arms.buyers_a + 1)
    b = (arms.buyers_b + 1, arms.visitors_b - arms.buyers_b + 1)
    is_b_narrow = _beta_variance(*b) <= _beta_variance(*a)
    narrow, wide = (b, a) if is_b_narrow else (a, b)  # summed over the narrow one: the other is then smooth
    nodes, weights = special.roots_legendre(_NODES)
    at = (nodes + 1) / 2
    shares = at**4 * (35 - 84 * at + 70 * at**2 - 20 * at**3)  # a step so smooth that the ends do no harm
    weights = weights / 2 * 140 * (at * (1 - at)) ** 3
    chance = float((weights * special.betainc(*wide, special.betaincinv(*narrow, shares))).sum())
    return chance if is_b_narrow else 1 - chance


def _beta_variance(a: int, b: int) -> float:
    return a * b / ((a + b) ** 2 * (a + b + 1))


def split_p(arms: Arms, *, share_b: float = 0.5) -> float:
    """Return the chance of a division of the visitors at least this far from the planned one (χ², 1 degree)."""
    total = arms.visitors_a + arms.visitors_b
    if not total:
        return 1.0
    wished = total * share_b
    chi = (arms.visitors_b - wished) ** 2 / (total * share_b * (1 - share_b))
    return erfc(sqrt(chi / 2))


def _table(arms: Arms) -> list[list[int]]:
    return [
        [arms.buyers_b, arms.buyers_a],
        [arms.visitors_b - arms.buyers_b, arms.visitors_a - arms.buyers_a],
    ]


def _binomial(count: int, rates: FloatArray) -> FloatArray:
    """Return the chance of 0 … ``count`` buyers (rows) at each rate (columns)."""
    import numpy as np

    number = np.arange(count + 1)
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, count + 1)))])
    ways = logs[-1] - logs - logs[::-1]
    inside = np.clip(rates, 1e-300, 1 - 1e-16)
    logs_of_rows = number[:, None] * np.log(inside) + (count - number)[:, None] * np.log1p(-inside)
    return np.asarray(np.exp(ways[:, None] + logs_of_rows))


def _is_flat(arms: Arms) -> bool:
    """Whether nobody or everybody bought, or an arm is empty: no table is less likely than this one."""
    bought = arms.buyers_a + arms.buyers_b
    return arms.is_empty or bought in (0, arms.visitors_a + arms.visitors_b)


def _score(arms: Arms, difference: float) -> float:
    """Return the score statistic of a supposed difference; its variance is that of the likeliest such rates."""
    total = arms.visitors_a + arms.visitors_b
    a = _restricted(arms, difference)
    b = a + difference
    variance = (b * (1 - b) / arms.visitors_b + a * (1 - a) / arms.visitors_a) * total / (total - 1)
    gap = arms.difference - difference
    if variance <= 0:
        return 0.0 if gap == 0 else float("inf") if gap > 0 else -float("inf")
    return gap / sqrt(variance)


def _restricted(arms: Arms, difference: float) -> float:
    """Return the likeliest rate of A where B's is higher by ``difference``: the middle root of a cubic."""
    n_b, n_a, total = arms.visitors_b, arms.visitors_a, arms.visitors_a + arms.visitors_b
    x_b, x_a, d = arms.buyers_b, arms.buyers_a, difference
    l3 = float(total)
    l2 = (n_b + 2 * n_a) * d - total - x_a - x_b
    l1 = (n_a * d - total - 2 * x_a) * d + x_a + x_b
    l0 = x_a * d * (1 - d)
    q = (l2 / (3 * l3)) ** 3 - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3)
    p = sqrt(max((l2 / (3 * l3)) ** 2 - l1 / (3 * l3), 0.0))
    p = p if q > 0 else -p
    turn = (pi + acos(max(-1.0, min(1.0, q / p**3)))) / 3 if p else 0.0
    root = 2 * p * cos(turn) - l2 / (3 * l3)
    return min(max(root, 0.0, -d), 1.0, 1 - d)


def _edge(holds: Callable[[float], bool], inside: float, outside: float) -> float:
    """Return by halving where a statement stops to hold between a value inside and one outside."""
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        if holds(middle):
            inside = middle
        else:
            outside = middle
    return inside

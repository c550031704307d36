"""What is known, believed and foretold of a ladder: figures of one period of orders, in fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Ladder = tuple[tuple[int, int], ...]
"""Rising (minimum, amount off) in fen; () is "no ladder"."""


class Objective(StrEnum):
    """What a ladder shall bring most of."""

    PROFIT = "profit"
    REVENUE = "revenue"
    ORDER_VALUE = "order_value"


@dataclass(frozen=True, slots=True)
class Belief:
    """How customers answer a ladder: general knowledge, each value editable (shown "请核对") or fitted.

    Source of the form: p(top up) = min(.95, p0 · exp(−g / (τ·Δ))) for a gap g (fen) and further discount Δ,
    where g ≤ reach_share · value + reach_fen.
    """

    top_up: float = 0.4  # p0
    tau: float = 2.0
    reach_share: float = 0.3
    reach_fen: int = 1000
    overshoot_share: float = 0.1  # of the threshold, mean of an exponential
    returned: float = 0.10  # ρ: share of top-ups that come back
    trade_down: float = 0.02  # δ: share of orders within 15 % above a step that fall back to it
    lift: float = 0.0  # ε: further orders a relief of 1 (share of value)
    add_on_margin: float | None = None  # of added goods; None: the shop's own
    is_fitted: bool = False  # from a past campaign


@dataclass(frozen=True, slots=True)
class Figure:
    """Median and 80 % interval of the model (模型区间), fen or orders over the period."""

    median: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Movement:
    """Orders that would move to a step, with interval, and from how far below."""

    minimum: int
    orders: Figure
    nearest: int  # value in fen from which orders still move


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the change of profit comes from, fen over the period, medians that sum to about the whole."""

    windfall: float  # 白送: discount to orders that were there already (negative)
    top_up: float
    trade_down: float
    returns: float
    lift: float


@dataclass(frozen=True, slots=True)
class LadderForecast:
    """A ladder on the same orders against no ladder; ``bins`` the histogram after it (mean), edges as handed in."""

    ladder: Ladder
    orders: Figure
    revenue: Figure
    discount: Figure
    profit: Figure | None  # None: margin unknown
    order_value: Figure
    change_orders: Figure
    change_revenue: Figure
    change_profit: Figure | None
    change_order_value: Figure
    margin_rate: Figure | None
    floor_chance: float | None  # chance that the margin rate keeps its floor
    better_chance: float | None  # chance that the objective beats no ladder
    sources: Sources | None
    break_even_top_up: float | None  # p0 from which the ladder pays; None: it never does
    moved: tuple[Movement, ...]
    bins_after: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer of the search: the ladder (possibly none), candidates behind it, chance of being the best of all."""

    best: LadderForecast | None  # None: no ladder pays
    candidates: tuple[LadderForecast, ...]
    best_chance: Mapping[Ladder, float] = field(default_factory=dict)  # () is "none"; sums to 1
    belief: Belief = Belief()
    tried: int = 0

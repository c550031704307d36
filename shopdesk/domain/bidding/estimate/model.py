"""What is believed of a plan's values after its reports: factors with what stands behind each, and their gates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shopdesk.domain.bidding.estimate.history import Floats

CHANCE_LIMIT: Final = 0.20
"""p at or below which differences are more than chance."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One cell's factor: posterior mean, 80 % interval, chance that it is above 1, and what stands behind it."""

    mean: float
    low: float
    high: float
    above_one: float
    orders: float
    expected: float


@dataclass(frozen=True, slots=True)
class Factors:
    """The value of a click in each cell against the average click (1): what bids follow.

    ``mean`` is the posterior mean, ``low``/``high`` the 80 % interval, ``above_one`` the chance that the factor is
    above 1, ``orders`` and ``expected`` what stands behind it, ``spread`` the relative standard deviation.
    """

    names: tuple[str, ...]
    mean: Floats
    median: Floats
    low: Floats
    high: Floats
    above_one: Floats
    spread: Floats
    orders: Floats
    expected: Floats


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether the differences of a dimension are more than chance: p by orders, by carts, by both (None: untestable).

    Where ``is_open`` is False the plan stays at 100 % there.
    """

    p_orders: float | None
    p_carts: float | None
    is_open: bool
    p_both: float | None = None

    @property
    def p_value(self) -> float | None:
        """The p-value that decides: of both together, else twice the smaller of the two, at most 1."""
        known = [p for p in (self.p_orders, self.p_carts) if p is not None]
        if self.p_both is not None or not known:
            return self.p_both
        return min(1.0, len(known) * min(known))


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension's factors and its gate."""

    factors: Factors
    gate: Gate


@dataclass(frozen=True, slots=True)
class WordValues:
    """What a click on each word brings in revenue, fen: mean, median, 80 % interval, relative spread; NaN unknown.

    Break-even CPC is this times the margin after refunds.
    """

    names: tuple[str, ...]
    mean: Floats
    median: Floats
    low: Floats
    high: Floats
    spread: Floats
    orders: Floats
    clicks: Floats


@dataclass(frozen=True, slots=True)
class ValueModel:
    """Everything a plan is made from; None where no report speaks of a dimension.

    ``hours`` always has 168 cells where it is there; ``day_profile`` the 24 of the periodic profile behind it.
    ``cart_exponent`` is how far carts speak for orders (0: not at all). ``revenue_per_click`` in fen.
    """

    words: WordValues | None
    hours: Dimension | None
    day_profile: Dimension | None
    regions: Dimension | None
    audiences: Dimension | None
    cart_exponent: float
    revenue_per_click: float
    value_cv: float

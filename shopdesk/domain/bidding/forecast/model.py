"""What a plan should bring, as medians with 80 % intervals against leaving everything as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Metric(StrEnum):
    """The rows of a forecast, in their order on the screen."""

    SPEND = "cost"
    CLICKS = "clicks"
    CPC = "cpc"
    ORDERS = "orders"
    REVENUE = "revenue"
    ROI = "roi"
    PROFIT = "profit"


class Answer(StrEnum):
    """The forecast in one word."""

    BETTER = "better"
    KEEP = "keep"  # 不动更好
    CANNOT_TELL = "cannot_tell"  # 还看不出来
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Range:
    """Median and 80 % interval; money in fen."""

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Driver:
    """What one lever contributes to the change: orders, spend and profit (fen) in the horizon.

    ``names`` are the cells that move most money, ``count`` how many cells move at all: the figures are those of all.
    """

    dimension: str  # words, hours, regions, audiences, budget
    names: tuple[str, ...]
    orders: float
    spend: float
    profit: float
    count: int = 0


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Profit (fen over the horizon) and ROI at a daily budget in fen."""

    daily_budget: int
    profit: Range
    roi: Range


@dataclass(frozen=True, slots=True)
class Forecast:
    """``days`` ahead: each metric unchanged and new, the gain in profit (fen) and the chance that it is above 0.

    The ranges of metrics hold what will be *seen* in these days, the chance of few orders included. ``gain`` is the
    range of the *expected* difference, on the same days and the same luck. A metric that can't be known (profit
    without a margin) is absent, and so are gain and chance.
    """

    days: int
    answer: Answer
    unchanged: Mapping[Metric, Range]
    new: Mapping[Metric, Range]
    gain: Range | None
    chance: float | None
    drivers: tuple[Driver, ...]
    cpc_price: float | None = None  # profit in fen that the price limit costs, None where none binds


@dataclass(frozen=True, slots=True)
class Curve:
    """Profit and ROI over budgets; the budget that earns most with its 80 % range, None where it lies outside."""

    points: tuple[CurvePoint, ...]
    best: Range | None
    diminishing: int | None  # daily budget in fen from which another yuan brings less than a yuan

"""From what is expected to what will be seen: counts of these very days scatter around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

import numpy as np

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.delivery import Outcome
from shopdesk.domain.bidding.forecast.ground import Ground
from shopdesk.domain.bidding.forecast.model import Metric, Range

TAIL: Final = 0.10


def seen(ground: Ground, expected: Outcome, *, margin: float) -> Mapping[Metric, Range]:
    """Return the ranges of what reports will show; the same luck for every set of levers. Unknown metrics are absent.

    Clicks scatter with the dispersion of the plan's days, orders as Poisson, the values of orders as Gamma.
    """
    clicks = _clicks(expected.clicks, ground.dispersion, ground.chance[0])
    price = np.divide(expected.spend, expected.clicks, out=np.zeros_like(clicks), where=expected.clicks > 0)
    if expected.limit is not None:
        clicks = np.minimum(clicks, np.divide(expected.limit, price, out=clicks.copy(), where=price > 0))
    spend = clicks * price
    found: dict[Metric, Floats] = {Metric.SPEND: spend, Metric.CLICKS: clicks}
    if clicks.min() > 0:
        found[Metric.CPC] = spend / clicks
    if expected.orders is not None:
        share = np.divide(clicks, expected.clicks, out=np.zeros_like(clicks), where=expected.clicks > 0)
        orders = poisson(expected.orders * share, ground.chance[1])
        found[Metric.ORDERS] = orders
        if ground.order_value is not None:
            _add_money(found, _revenue(ground, orders), spend, margin)
    return {metric: spread(found[metric], whole=metric is Metric.ORDERS) for metric in Metric if metric in found}


def spread(values: Floats, *, whole: bool = False) -> Range:
    """Return median and 80 % interval of draws; ``whole`` keeps to values that were drawn, such as counts."""
    method: Literal["inverted_cdf", "linear"] = "inverted_cdf" if whole else "linear"
    low, median, high = np.quantile(values, [TAIL, 0.5, 1 - TAIL], method=method)
    return Range(float(low), float(median), float(high))


def poisson(mean: Floats, chance: Floats) -> Floats:
    """Return the counts that lie at given chances of Poisson distributions; smooth in the mean up to a count."""
    from scipy import special

    some = mean > 1e-9
    counts = special.pdtrik(chance, np.where(some, mean, 1.0))
    return np.where(some, np.ceil(np.maximum(counts, 0.0)), 0.0)


def _clicks(mean: Floats, dispersion: float, chance: Floats) -> Floats:
    from scipy import special

    shape = np.maximum(mean / max(dispersion, 1.0), 1e-3)
    return np.where(mean > 0, special.gammaincinv(shape, chance) / shape * mean, 0.0)


def _revenue(ground: Ground, orders: Floats) -> Floats:
    from scipy import special

    cv = max(ground.value_cv, 0.05)
    shape = np.maximum(orders, 1.0) / cv**2
    value = special.gammaincinv(shape, ground.chance[2]) / shape
    mean = 1.0 if ground.order_value is None else ground.order_value
    return np.asarray(orders * value * mean, dtype=float)


def _add_money(found: dict[Metric, Floats], revenue: Floats, spend: Floats, margin: float) -> None:
    found[Metric.REVENUE] = revenue
    if spend.min() > 0:
        found[Metric.ROI] = revenue / spend
    if np.isfinite(margin):
        found[Metric.PROFIT] = margin * revenue - spend

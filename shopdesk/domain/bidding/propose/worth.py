"""What a dimension brings by itself where no bid of a word can fall for what it spends.

In the terms of the model: clicks bring the shop's revenue times the cell's factor, spend follows the percent with the
elasticity of spend, clicks with what the dearer click leaves of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.counts import counts_of
from shopdesk.domain.bidding.estimate.history import Cells, Floats
from shopdesk.domain.bidding.estimate.model import Dimension
from shopdesk.domain.bidding.propose.case import Case, Moves

_FREE: Final = 1e6


def most_ratio(case: Case, cells: Cells | None, dimension: Dimension | None, others: Sequence[Moves] = ()) -> Floats:
    """Return by how much each cell's percent may rise until another step costs more than it brings; large where
    nobody knows the margin or the cost. ``others`` are what the rest of the plan does to clicks and spend."""
    if cells is None or dimension is None:
        return np.zeros(0)
    brings, costs = _money(case, cells, dimension)
    clicks, spend = case.click_elasticity, case.elasticity
    if brings is None:
        return np.full(costs.size, _FREE)
    brings = brings * float(np.prod([one.growth(clicks) for one in others]))
    costs = costs * float(np.prod([one.growth(spend) for one in others]))
    known = costs > 0
    rate = np.divide(brings * clicks, costs * spend, out=np.full(costs.size, _FREE), where=known)
    return np.asarray(np.minimum(np.maximum(rate, 0.0) ** (1 / (spend - clicks)), _FREE), dtype=float)


def earned(case: Case, ratio: Floats, cells: Cells | None, dimension: Dimension | None) -> float:
    """Return the profit (fen, of the history's weeks) that new percents bring over those of now; 0 where unknown."""
    if cells is None or dimension is None:
        return 0.0
    brings, costs = _money(case, cells, dimension)
    if brings is None or not costs.sum() > 0:
        return 0.0
    if ratio.size != costs.size:  # slots of hours, or a day that stands for each of the week
        brings, costs = (np.repeat(one, ratio.size // one.size) / (ratio.size // one.size) for one in (brings, costs))
    gained = brings * (ratio**case.click_elasticity - 1) - costs * (ratio**case.elasticity - 1)
    return float(gained.sum())


def _money(case: Case, cells: Cells, dimension: Dimension) -> tuple[Floats | None, Floats]:
    """Return what each cell's clicks bring after costs of goods (None: unknown) and what they cost, fen."""
    counts, factors = counts_of(cells), dimension.factors.mean
    margin, value = case.settings.margin, case.model.revenue_per_click
    clicks, costs = counts.clicks, counts.cost
    if clicks.size != factors.size:
        times = factors.size // clicks.size
        clicks, costs = np.tile(clicks, times) / times, np.tile(costs, times) / times
    if not np.isfinite(margin) or value is None or not np.isfinite(value):
        return None, np.asarray(costs, dtype=float)
    return np.asarray(clicks * factors * value * margin, dtype=float), np.asarray(costs, dtype=float)

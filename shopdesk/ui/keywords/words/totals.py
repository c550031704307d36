"""The pinned row under the table of words: sums, and ratios made anew from sums."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.ui.grid.model import GridModel

_SUMS: Final = ("impressions", "clicks", "cost", "orders", "revenue", "carts")
_RATIOS: Final = {"ctr": ("clicks", "impressions"), "cpc": ("cost", "clicks"), "roi": ("revenue", "cost")}


def totals(model: GridModel, order: NDArray[np.int64]) -> dict[str, Any]:
    """Return sums and ratios of the shown rows by column; None where nothing is known."""
    frame = model.frame
    if not len(frame):
        return {}
    sums: dict[str, Any] = {}
    for name in _SUMS:
        values = frame.numbers(model.column(name))[order]
        sums[name] = float(np.nansum(values)) if (~np.isnan(values)).any() else None
    for name, (above, below) in _RATIOS.items():
        sums[name] = _ratio(frame.numbers(model.column(above))[order], frame.numbers(model.column(below))[order])
    return sums


def _ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> float | None:
    """Return the quotient of two sums, over the rows that know the upper part: what isn't told is not none."""
    told = ~np.isnan(above)
    whole = float(np.nansum(below[told]))
    return float(above[told].sum()) / whole if whole > 0 else None

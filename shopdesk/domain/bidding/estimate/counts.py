"""The cells of a dimension made clean: what a report can't mean is left out, so that no fit sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.bidding.estimate.history import Cells, Floats

Places: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts:
    """Clicks and orders without gaps, carts NaN where a cell has none reported; money in fen.

    ``has_orders`` is False where no cell of the report tells orders: its zeros then mean nothing.
    """

    names: tuple[str, ...]
    clicks: Floats
    cost: Floats
    orders: Floats
    revenue: Floats
    carts: Floats
    has_orders: bool

    @property
    def has_carts(self) -> bool:
        """Whether any cell has carts to speak from."""
        return bool(np.nansum(self.carts) > 0)

    @property
    def is_silent(self) -> bool:
        """Whether neither orders nor carts came, so that nothing can be said about differences."""
        return self.orders.sum() <= 0 and not self.has_carts

    @property
    def expected(self) -> Floats:
        """Orders that each cell's clicks let expect at the average rate."""
        total = self.clicks.sum()
        return self.clicks * (self.orders.sum() / total) if total > 0 else np.zeros(self.clicks.size)

    def folded(self, into: Places, size: int) -> Counts:
        """Return the cells summed by the number that ``into`` gives each; carts stay unknown where all were."""

        def total(values: Floats) -> Floats:
            return np.bincount(into, weights=values, minlength=size).astype(float)

        known = total((~np.isnan(self.carts)).astype(float)) > 0
        return Counts(
            tuple(str(number) for number in range(size)),
            total(self.clicks),
            total(self.cost),
            total(self.orders),
            total(self.revenue),
            np.where(known, total(np.nan_to_num(self.carts)), np.nan),
            self.has_orders,
        )


def counts_of(cells: Cells) -> Counts:
    """Return the cells without gaps: unknown and negative clicks, orders and money count as none.

    Orders without a click in their cell are dropped, since no rate can hold them; a revenue that refunds turned
    negative brings nothing.
    """
    clicks = _plain(cells.clicks)
    live = clicks > 0
    orders = np.where(live, _plain(cells.orders), 0.0)
    carts = np.asarray(cells.carts, dtype=float)
    carts = np.where(np.isfinite(carts) & live, np.maximum(carts, 0.0), np.nan)
    return Counts(
        cells.names,
        clicks,
        _plain(cells.cost),
        orders,
        np.where(orders > 0, _plain(cells.revenue), 0.0),
        carts,
        bool(np.isfinite(np.asarray(cells.orders, dtype=float)).any()),
    )


def _plain(values: Floats) -> Floats:
    found = np.asarray(values, dtype=float)
    return np.where(np.isfinite(found), np.maximum(found, 0.0), 0.0)

"""What a plan's reports say, as arrays: one marginal table a dimension, because no platform gives the cross table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cells:
    """What the members of one dimension brought: parallel arrays; NaN where the report doesn't say. Money in fen.

    ``carts`` counts carts and favourites together, NaN where neither is reported.
    """

    names: tuple[str, ...]
    impressions: Floats
    clicks: Floats
    cost: Floats
    orders: Floats
    revenue: Floats
    carts: Floats

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True, slots=True)
class Words:
    """The bought words of a plan: what they brought, the quadrant of each, and today's bid in fen (NaN: unknown)."""

    cells: Cells
    quadrants: tuple[str, ...]
    bids: Floats


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of a plan over ``weeks`` weeks.

    ``hours`` has 168 cells (Monday 00:00 first), or 24 where the report names no weekdays; ``shop_hours`` counts the
    shop's visitors (as clicks) and buyers (as orders) by hour, ``order_hours`` its orders alone: 168 or 24 cells.
    None: no such report. The tables are cuts of the same spend: they are never added.
    """

    words: Words | None
    hours: Cells | None
    regions: Cells | None
    audiences: Cells | None
    weeks: float
    shop_hours: Cells | None = None
    order_hours: Cells | None = None

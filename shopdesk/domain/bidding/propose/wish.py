"""What each dimension should be by its values alone: multipliers about 1, or the reason why it stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.bidding.estimate.counts import counts_of
from shopdesk.domain.bidding.estimate.history import Cells, Floats
from shopdesk.domain.bidding.estimate.model import Dimension
from shopdesk.domain.bidding.propose.proposal import Stay

SMALL: Final = 0.01  # largest deviation from 1 that is not worth a change


@dataclass(frozen=True, slots=True)
class Wish:
    """Multipliers of a dimension's cells, 1 on average over clicks, with the cells' shares of spend.

    ``stay`` says why they are all 1, or why nothing is known of them (``is_known`` False: leave what is set).
    """

    names: tuple[str, ...]
    values: Floats
    share: Floats
    stay: Stay

    @property
    def is_known(self) -> bool:
        """Whether the values say anything: that all be 100 % is a statement too."""
        return self.stay in (Stay.MOVES, Stay.CHANCE, Stay.SMALL)

    def flattened(self, kappa: float, *, follow: float) -> Wish:
        """Return the values as far as a plan follows them, drawn to 1 by a price limit (Yang et al., KDD 2019)."""
        return Wish(self.names, (self.values**follow + kappa) / (1 + kappa), self.share, self.stay)


def wish_of(dimension: Dimension | None, cells: Cells | None, *, gate: bool) -> Wish:
    """Return the value-proportional multipliers of a dimension."""
    if dimension is None or cells is None:
        return Wish((), np.ones(0), np.ones(0), Stay.NO_REPORT)
    factors = dimension.factors
    share = _share(cells, len(factors.names))
    stay = _reason(dimension, cells, gate=gate)
    values = factors.mean if stay is Stay.MOVES else np.ones(factors.mean.size)
    return Wish(factors.names, values, share, stay)


def _reason(dimension: Dimension, cells: Cells, *, gate: bool) -> Stay:
    counts = counts_of(cells)
    if int((counts.clicks > 0).sum()) < 2:
        return Stay.ONE_CELL
    if counts.is_silent:
        return Stay.NO_ORDERS
    if gate and not dimension.gate.is_open:
        return Stay.CHANCE
    return Stay.SMALL if np.abs(dimension.factors.mean - 1).max() < SMALL else Stay.MOVES


def _share(cells: Cells, size: int) -> Floats:
    """Return each cell's share of spend; of clicks where no cost is told; a day stands for each of the week."""
    counts = counts_of(cells)
    weight = counts.cost if counts.cost.sum() > 0 else counts.clicks
    weight = np.tile(weight, size // weight.size) if weight.size and size % weight.size == 0 else np.ones(size)
    total = weight.sum()
    return weight / total if total > 0 else np.full(size, 1 / size)

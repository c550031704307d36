"""Which cells a search has found, for painting and stepping."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from shopdesk.ui.grid.model import GridModel

Masks = dict[int, NDArray[np.bool_]]  # by model column, over frame places


class Highlights:
    """Found cells by column; empty when nothing is searched."""

    def __init__(self, model: GridModel) -> None:
        self._model = model
        self._masks: Masks = {}

    def show(self, masks: Masks) -> None:
        """Mark these cells."""
        self._masks = masks

    def forget(self) -> None:
        """Mark nothing where the frame has changed in length."""
        if any(len(mask) != len(self._model.frame) for mask in self._masks.values()):
            self._masks = {}

    def test(self) -> Callable[[int, int], bool] | None:
        """Return whether a shown cell is marked, as a function; None when nothing is."""
        if not self._masks:
            return None
        masks, order = self._masks, self._model.order

        def is_match(row: int, column: int) -> bool:
            mask = masks.get(column)
            return mask is not None and bool(mask[order[row]])

        return is_match

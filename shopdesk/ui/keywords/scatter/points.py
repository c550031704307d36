"""The words as points: how often an ad is clicked against what a click is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from shopdesk.app.keywords.scatter_lines import ScatterLines
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.margin import Margin
from shopdesk.ui import formats
from shopdesk.ui.charts.scatter_data import ScatterAxis, ScatterData, ScatterGroup
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.quadrant_card import ROLES

FAR: Final = 6.0
"""An axis whose 99th percentile is this many medians away is drawn by powers of ten."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines stand; ``price`` (yuan a click) and ``margin`` make the line of value where nobody moved it."""

    ctr: float | None
    value: float | None
    moved_ctr: bool
    moved_value: bool
    price: float | None
    margin: float | None


NO_LINES: Final = Lines(None, None, moved_ctr=False, moved_value=False, price=None, margin=None)
"""Of a picture without words."""


class _Labels(Sequence[str]):
    """The shown words of a table in one line each, made for those that are looked at: there may be a million."""

    def __init__(self, frame: GridFrame, order: NDArray[np.int64]) -> None:
        self._frame, self._order = frame, order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...

    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return _Labels(self._frame, self._order[at])
        return " ".join(str(self._frame.value("word", int(self._order[at]))).split())


def lines_of(margin: Margin | None, order: NDArray[np.int64], frame: GridFrame, kept: ScatterLines) -> Lines:
    """Return the lines: where the user put them, else the median click rate and what an average click must bring."""
    cost, clicks = (float(np.nansum(_column(frame, name)[order])) for name in ("cost", "clicks"))
    price = cost / clicks if clicks > 0 else None
    share = margin.share if margin is not None and margin.share > 0 else None
    ctr = _median(_column(frame, "ctr")[order])
    needed = price / share if price is not None and share is not None else _median(_column(frame, "value")[order])
    return Lines(
        kept.ctr if kept.ctr is not None else ctr,
        kept.value if kept.value is not None else needed,
        kept.ctr is not None,
        kept.value is not None,
        price,
        share,
    )


def points_of(frame: GridFrame, order: NDArray[np.int64], lines: Lines) -> ScatterData:
    """Return the shown words of a table as points, in the order shown."""
    ctr, value = _column(frame, "ctr")[order], _column(frame, "value")[order]
    number = _column(frame, "quadrant_number")[order].astype(np.int64)
    return ScatterData(
        labels=_Labels(frame, order),
        x=ctr,
        y=value,
        group=number,
        groups=tuple(ScatterGroup(wording.quadrant_name(one), ROLES[one]) for one in Quadrant),
        x_axis=ScatterAxis(
            QCoreApplication.translate("KeywordScatter", "Click rate"), _percent, lines.ctr, logarithmic=_is_far(ctr)
        ),
        y_axis=ScatterAxis(
            QCoreApplication.translate("KeywordScatter", "Value of a click, yuan"),
            formats.money,
            lines.value,
            logarithmic=_is_far(value),
        ),
        size=_column(frame, "cost")[order],
        size_name=QCoreApplication.translate("KeywordScatter", "Spend, yuan"),
        low=_column(frame, "value_low")[order],
        high=_column(frame, "value_high")[order],
    )


def _percent(share: float) -> str:
    return formats.percent(share, decimals=2 if 0 < share < 0.01 else 1)


def _column(frame: GridFrame, name: str) -> Floats:
    values: Floats = np.asarray(frame.store(name), dtype=np.float64) if name in frame else np.empty(0)
    return values


def _median(values: Floats) -> float | None:
    known = values[np.isfinite(values) & (values > 0)]
    return float(np.median(known)) if len(known) else None


def _is_far(values: Floats) -> bool:
    known = values[np.isfinite(values) & (values > 0)]
    return len(known) > 0 and float(np.quantile(known, 0.99)) > FAR * float(np.median(known))

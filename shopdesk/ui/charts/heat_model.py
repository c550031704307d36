"""The cells of a week grid: values, limits, words, and edits as one batch."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from shopdesk.ui import formats
from shopdesk.ui.charts.chart_table import ChartTable, ValueFormat, known
from shopdesk.ui.charts.day_labels import weekday_name
from shopdesk.ui.charts.heat_colours import HeatScale
from shopdesk.ui.charts.scale import Floats

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Edit: TypeAlias = tuple[int, int, float]

DAYS = 7
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable


class HeatAction(StrEnum):
    """What the user did to cells."""

    TYPE = "type"
    PASTE = "paste"
    CUT = "cut"
    CLEAR = "clear"
    FILL = "fill"
    NUDGE = "nudge"


@dataclass(frozen=True, slots=True)
class HeatEdit:
    """All cells of one action, and by how much a nudge moved them."""

    cells: tuple[Edit, ...]
    action: HeatAction
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class HeatLimits:
    """What may be typed: ``low..high`` in steps of ``step``; 0 means off where ``off`` is True."""

    low: float
    high: float
    step: float = 1.0
    off: bool = False

    @property
    def is_switch(self) -> bool:
        """Whether cells can only be on or off."""
        return self.off and self.low == self.high

    def accepts(self, value: float) -> bool:
        """Whether a value may stand in a cell."""
        if self.off and value == 0:
            return True
        steps = value / self.step
        return self.low <= value <= self.high and abs(steps - round(steps)) < 1e-6


@dataclass(frozen=True, slots=True)
class HeatLayer:
    """One layer of a week: 7 rows × 24 or 48 columns, NaN unknown, ``thin`` where data are too few.

    ``marked`` cells differ from what they are compared with, ``wrong`` ones can't stay so. ``suffix`` (" %") goes
    into spoken texts and messages, not into the cells. ``evidence`` gives the words behind a cell (row, column) for
    its tooltip. Without ``limits`` the layer can only be read.
    """

    values: Floats
    scale: HeatScale
    thin: NDArray[np.bool_] | None = None
    marked: NDArray[np.bool_] | None = None
    wrong: NDArray[np.bool_] | None = None
    value_format: ValueFormat = formats.full
    suffix: str = ""
    limits: HeatLimits | None = None
    evidence: Callable[[int, int], str] | None = None

    def __post_init__(self) -> None:
        if self.values.ndim != 2 or self.values.shape[0] != DAYS or self.values.shape[1] not in (24, 48):
            raise ValueError(f"a week has 7 x 24 or 7 x 48 cells, not {self.values.shape}")


def _empty() -> HeatLayer:
    return HeatLayer(np.full((DAYS, 24), np.nan), HeatScale(0, 1))


class HeatModel(QAbstractTableModel):
    """Cells for the view. ``edited`` tells all cells of one action at once; ``refused`` what could not go in.

    ``applied`` comes before ``edited``: what listens to that may take longer than a frame.
    """

    applied = Signal()
    edited = Signal(object)  # HeatEdit
    refused = Signal(int, int, str)  # first refused cell and the message

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer = _empty()

    def set_layer(self, layer: HeatLayer) -> None:
        """Show a layer; the same shape keeps selection and scroll position."""
        if layer.values.shape == self.layer.values.shape:
            self.layer = layer
            self.refresh()
        else:
            self.beginResetModel()
            self.layer = layer
            self.endResetModel()

    def refresh(self) -> None:
        """Draw all cells anew."""
        self.dataChanged.emit(self.index(0, 0), self.index(DAYS - 1, self.columnCount() - 1))

    def retranslate(self) -> None:
        """Draw all cells and the weekdays anew."""
        self.refresh()
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, DAYS - 1)

    def apply(self, edits: Iterable[Edit], action: HeatAction, *, step: float = 0.0) -> None:
        """Put values in as one batch; those outside the limits are left out and named, the rest goes in."""
        limits = self.layer.limits
        if limits is None:
            return
        good: list[Edit] = []
        bad: list[Edit] = []
        for edit in edits:
            (good if limits.accepts(edit[2]) else bad).append(edit)
        good = [edit for edit in good if edit[2] != self.layer.values[edit[0], edit[1]]]
        if good:
            values = self.layer.values.copy()
            for row, column, value in good:
                values[row, column] = value
            self.layer = replace(self.layer, values=values)
            self.refresh()
            self.applied.emit()
            self.edited.emit(HeatEdit(tuple(good), action, step))
        if bad:
            self.refused.emit(bad[0][0], bad[0][1], self._refusal(bad))

    def value(self, row: int, column: int) -> float:
        """Return a cell's value, NaN where unknown."""
        return float(self.layer.values[row, column])

    def is_thin(self, row: int, column: int) -> bool:
        """Whether a cell has too few data."""
        return self.layer.thin is not None and bool(self.layer.thin[row, column])

    def is_marked(self, row: int, column: int) -> bool:
        """Whether a cell differs from what the layer is compared with."""
        return self.layer.marked is not None and bool(self.layer.marked[row, column])

    def is_wrong(self, row: int, column: int) -> bool:
        """Whether a cell holds what can't stay."""
        return self.layer.wrong is not None and bool(self.layer.wrong[row, column])

    def text(self, row: int, column: int) -> str:
        """Return a cell as shown."""
        value = self.value(row, column)
        if self.layer.limits is not None and self.layer.limits.off and value == 0:
            return self.tr("off")
        return self.layer.value_format(value) if math.isfinite(value) else formats.UNKNOWN

    def cell_name(self, row: int, column: int) -> str:
        """Return when a cell is: 周一 08:00."""
        minutes = column * (60 if self.columnCount() == 24 else 30)
        return f"{weekday_name(row)} {minutes // 60:02d}:{minutes % 60:02d}"

    def spoken(self, row: int, column: int) -> str:
        """Return a cell in words: 周一 08:00 120 %."""
        parts = [self.cell_name(row, column), self.text(row, column) + self.layer.suffix]
        if self.is_thin(row, column):
            parts.append(self.tr("few data"))
        if self.is_marked(row, column):
            parts.append(self.tr("changed"))
        if self.is_wrong(row, column):
            parts.append(self.tr("beyond the limits"))
        return " ".join(parts)

    def table(self) -> ChartTable:
        """Return one row a day and one column an hour."""
        columns = [self.tr("Weekday"), *(self.cell_name(0, c).split(" ")[1] for c in range(self.columnCount()))]
        rows = tuple((weekday_name(r), *(known(float(v)) for v in self.layer.values[r])) for r in range(DAYS))
        return ChartTable(tuple(columns), rows, (None, *[self.layer.value_format] * self.columnCount()))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Return 7."""
        return 0 if parent.isValid() else DAYS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 24 or 48."""
        return 0 if parent.isValid() else int(self.layer.values.shape[1])

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Allow typing where the layer has limits."""
        return _EDITABLE if self.layer.limits is not None else _READABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, edit value, spoken text and evidence."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            value = self.value(row, column)
            return f"{value:g}" if math.isfinite(value) else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            evidence = self.layer.evidence(row, column) if self.layer.evidence else ""
            return f"{self.spoken(row, column)}\n{evidence}".strip()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.apply_texts([(index.row(), index.column(), str(value))], HeatAction.TYPE)
        return True

    def apply_texts(self, cells: Sequence[tuple[int, int, str]], action: HeatAction) -> None:
        """Put typed or pasted texts in as one batch; empty texts are left out, unreadable ones named."""
        edits: list[Edit] = []
        for row, column, text in cells:
            if text.strip():
                number = self.number(text)
                edits.append((row, column, math.nan if number is None else number))
        self.apply(edits, action)

    def number(self, text: str) -> float | None:
        """Return a text as a cell's number (120, 120 %, 1,200, 关), None where it is none."""
        stripped = text.strip().replace("％", "%").removesuffix("%").replace(",", "").replace("−", "-").strip()
        if stripped.casefold() in ("off", "关", self.tr("off").casefold()):
            return 0.0
        try:
            number = float(stripped)
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return hours and weekdays."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return weekday_name(section)
        if self.columnCount() == 24:
            return f"{section:02d}"
        return f"{section // 2:02d}" if section % 2 == 0 else ":30"

    def _refusal(self, bad: Sequence[Edit]) -> str:
        limits = self.layer.limits
        if limits is None:
            return ""
        row, column, _ = bad[0]
        suffix = self.layer.suffix
        span = f"{limits.low:g}–{limits.high:g}{suffix}"
        if limits.is_switch:
            allowed = f"{limits.low:g}{suffix}"
        elif limits.step != 1:
            allowed = self.tr("{span} in steps of {step}").format(span=span, step=f"{limits.step:g}")
        else:
            allowed = self.tr("whole numbers {span}").format(span=span)
        if limits.off:
            allowed += self.tr(", or 0 for off")
        if len(bad) == 1:
            return self.tr("{cell}: allowed are {allowed}").format(cell=self.cell_name(row, column), allowed=allowed)
        return self.tr("{count} {count:cell was|cells were} not changed, first {cell}: allowed are {allowed}").format(
            count=formats.full(len(bad)), cell=self.cell_name(row, column), allowed=allowed
        )

"""Which rows of the table are meant: selected by key, however far apart they stand, or left by a filter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, QItemSelectionRange

from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.ui import formats
from shopdesk.ui.grid.filters import Mask, PageFilter
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.view import GridView
from shopdesk.ui.keywords import wording

MOST_RUNS: Final = 500
"""Stretches of rows that a view can hold selected and stay quick; more are shown by a filter instead."""

_FLAG = QItemSelectionModel.SelectionFlag


def runs_of(model: GridModel, keys: Iterable[str]) -> list[tuple[int, int]]:
    """Return the shown rows of keys as stretches (first, last), from top to bottom."""
    places = [place for key in keys if (place := model.frame.place(key)) is not None]
    rows = np.flatnonzero(np.isin(model.order, places)) if places else np.empty(0, dtype=np.int64)
    if not len(rows):
        return []
    breaks = np.flatnonzero(np.diff(rows) > 1) + 1
    return [(int(run[0]), int(run[-1])) for run in np.split(rows, breaks)]


def select_keys(view: GridView, keys: Iterable[str]) -> bool:
    """Select the rows of keys; False where they stand in too many stretches and nothing was done."""
    model, shown = view.grid, view.shown_columns()
    runs = runs_of(model, keys)
    if len(runs) > MOST_RUNS or not shown:
        return False
    area = QItemSelection()
    for first, last in runs:
        area.append(QItemSelectionRange(model.index(first, 0), model.index(last, len(model.columns) - 1)))
    if runs:
        view.selectionModel().setCurrentIndex(model.index(runs[0][0], shown[0]), _FLAG.NoUpdate)
    view.selectionModel().select(area, _FLAG.ClearAndSelect)
    if runs:
        view.scrollTo(model.index(runs[0][0], shown[0]))
    return True


def only_filter(keys: Iterable[str]) -> PageFilter:
    """Return the filter that shows only some words."""
    wanted = frozenset(keys)

    def rows(frame: GridFrame) -> Mask:
        return np.fromiter((key in wanted for key in frame.keys), bool, count=len(frame))

    return PageFilter(
        rows=rows,
        title=lambda: QCoreApplication.translate("KeywordWords", "{count} selected").format(
            count=formats.full(len(wanted))
        ),
        tag=wanted,
    )


def quadrant_filter(quadrant: Quadrant) -> PageFilter:
    """Return the filter that shows only the words of a quadrant."""
    number = list(Quadrant).index(quadrant)
    return PageFilter(
        rows=lambda frame: np.asarray(frame.store("quadrant_number") == number),
        title=lambda: wording.quadrant_name(quadrant),
        tag=quadrant,
    )

"""Where the days of an A/B test are typed or pasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.app.kpi.trials import Experiment, ExperimentDay
from shopdesk.ui import formats
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridPanel, Kind
from shopdesk.ui.theme import tokens

FIELDS = ("visitors_a", "buyers_a", "visitors_b", "buyers_b", "amount_a", "amount_b")
ROWS = 35
MORE_ROWS = 14
EDGE_PX = 4


class DayGrid(GridPanel):
    """One row a day; ``days_edited(days, name of the step)`` gives all days as they are to be."""

    days_edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._row: Experiment | None = None
        self._days: dict[str, ExperimentDay] = {}
        super().__init__(self._columns(), title=lambda: self.tr("Days"), small=True, parent=parent)
        self.edited.connect(self._take)

    def set_days(self, row: Experiment, days: Sequence[ExperimentDay]) -> None:
        """Show a test's days from its first one, with empty ones to be filled in."""
        self._row = row
        self._days = {day.day: day for day in days}
        start = date.fromisoformat(row.start)
        last = max([start + timedelta(days=ROWS - 1), *(_day(day) + timedelta(days=MORE_ROWS) for day in days)])
        first = min([start, *(_day(day) for day in days)])
        dates = [first + timedelta(days=place) for place in range((last - first).days + 1)]
        keys = [one.isoformat() for one in dates]
        data: dict[str, Any] = {"day": dates}
        for field in FIELDS:
            data[field] = [getattr(self._days[key], field) if key in self._days else None for key in keys]
        self.set_frame(GridFrame(data, keys=keys))

    def whole_width(self) -> int:
        """Return the width at which all columns stand beside one another."""
        return self.view.horizontalHeader().length() + self.view.verticalScrollBar().sizeHint().width() + EDGE_PX

    def _take(self, batch: EditBatch) -> None:
        if self._row is None:
            return
        edits: dict[str, dict[str, Any]] = {}
        for cell in batch:
            value = None if cell.new is None else int(cell.new)
            edits.setdefault(str(cell.key), {})[cell.column] = value
        days = dict(self._days)
        for key, fields in edits.items():
            made = replace(days.get(key, ExperimentDay(self._row.experiment_id, key)), **fields)
            days[key] = made
            if all(getattr(made, field) is None for field in FIELDS):
                del days[key]
        self.days_edited.emit(list(days.values()), batch.name)

    def _columns(self) -> tuple[Column, ...]:
        def count(name: str, title: Any, width: int = 66) -> Column:
            return Column(
                name=name,
                title=title,
                kind=Kind.INT,
                width=width,
                editable=True,
                minimum=0,
                maximum=100_000_000,
                color=lambda row: tokens().up_text if _is_wrong(row) else None,
            )

        def money(name: str, title: Any) -> Column:
            return Column(
                name=name,
                title=title,
                kind=Kind.MONEY_FEN,
                width=72,
                editable=True,
                minimum=0,
                maximum=100_000_000,
            )

        return (
            Column(name="day", title=lambda: self.tr("Day"), kind=Kind.DATE, width=66, format=formats.day),
            count("visitors_a", lambda: self.tr("A visitors")),
            count("buyers_a", lambda: self.tr("A buyers")),
            count("visitors_b", lambda: self.tr("B visitors")),
            count("buyers_b", lambda: self.tr("B buyers")),
            money("amount_a", lambda: self.tr("A sales")),
            money("amount_b", lambda: self.tr("B sales")),
        )


def _day(day: ExperimentDay) -> date:
    return date.fromisoformat(day.day)


def _is_wrong(row: Mapping[str, Any] | Any) -> bool:
    """Whether an arm has more buyers than visitors."""
    return any(
        row[buyers] is not None and row[visitors] is not None and row[buyers] > row[visitors]
        for visitors, buyers in (("visitors_a", "buyers_a"), ("visitors_b", "buyers_b"))
    )

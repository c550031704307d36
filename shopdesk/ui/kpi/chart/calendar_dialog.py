"""The campaign days of the shop as a table: shipped ones can be left out, own ones added, moved and renamed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from shopdesk.app.changes import Change, Together
from shopdesk.app.kpi.calendar import shipped
from shopdesk.app.kpi.own_days import OWN_DAYS, OwnDays, drop_days, hide, is_hidden, own_of, put_days, show
from shopdesk.domain.kpi.calendar import Campaign, Occasion
from shopdesk.ui import formats
from shopdesk.ui.cards import button
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import GridDialog
from shopdesk.ui.grid.columns import Choice, Column, Kind, Row
from shopdesk.ui.grid.edits import EditBatch
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.panel import GridPanel

SHIPPED: Final = "shipped:"
YEARS_BACK: Final = 2
YEARS_AHEAD: Final = 1


class CalendarDialog(GridDialog):
    """A row for each run of days, the latest first."""

    def __init__(self, context: UiContext, *, around: date, parent: QWidget | None = None) -> None:
        """``around``: the day whose years are listed."""
        super().__init__(context, uses=OWN_DAYS.name, parent=parent)
        self._around = around
        self.resize(760, 520)
        self.grid = GridPanel(self._columns(), title=lambda: self.tr("Campaign days"), small=True)
        self.grid.edited.connect(self._edited)
        self.grid.row_changed.connect(lambda _key: self._show_buttons())
        self.add = button()
        self.add.clicked.connect(self.add_days)
        self.remove = button()
        self.remove.clicked.connect(self.remove_chosen)
        self._start(self.grid, self.add, self.remove)

    def add_days(self) -> None:
        """Add a run of own days, to be named and moved in the table."""
        made = OwnDays(uuid4().hex, self.tr("Own campaign"), self.tr("Own campaign"), self._around, self._around)
        self._context.push(put_days([made]), self.tr("add campaign days"))
        self.grid.view.reveal(made.days_id, "name")

    def remove_chosen(self) -> None:
        """Remove the chosen own days; shipped ones are only left out."""
        keys = [str(key) for key in self.grid.view.selected_keys()]
        own = [key for key in keys if not key.startswith(SHIPPED)]
        left_out = [one for one in (self._shipped(key) for key in keys) if one is not None]
        change = Together((drop_days(own), hide(left_out)))
        self._context.push(change, self.tr("remove campaign days"))

    def _columns(self) -> tuple[Column, ...]:
        def own(row: Row) -> bool:
            return not str(row.key).startswith(SHIPPED)

        return (
            Column(name="name", title=lambda: self.tr("Name"), editable=True, editable_if=own, required=True,
                   width=170, grow=1, emphasis=True),
            Column(name="start", title=lambda: self.tr("First day"), kind=Kind.DATE, editable=True, editable_if=own,
                   required=True, width=110),
            Column(name="end", title=lambda: self.tr("Last day"), kind=Kind.DATE, editable=True, editable_if=own,
                   required=True, width=110),
            Column(name="occasion", title=lambda: self.tr("Kind"), kind=Kind.CHOICE, editable=True, editable_if=own,
                   choices=self._occasions, width=90),
            Column(name="origin", title=lambda: self.tr("From"), width=90),
            Column(name="counts", title=lambda: self.tr("Counts"), kind=Kind.BOOL, editable=True, width=70,
                   help=lambda: self.tr("Days that don't count are judged like ordinary ones")),
        )  # fmt: skip

    def _occasions(self) -> tuple[Choice, ...]:
        return (
            Choice(Occasion.PROMOTION.value, lambda: self.tr("Promotion")),
            Choice(Occasion.HOLIDAY.value, lambda: self.tr("Holiday")),
        )

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Campaign days"))
        self._intro.setText(
            self.tr(
                "On these days a shop is out of the ordinary for a known reason: they are named in the chart and not "
                "held against ordinary days. Please check the shipped dates; add your own, e.g. a member day or an "
                "anniversary."
            )
        )
        self.add.setText(self.tr("Add days"))
        self.remove.setText(self.tr("Remove"))
        self.close_button.setText(self.tr("Close"))

    def _listed(self) -> list[Campaign]:
        years = range(self._around.year - YEARS_BACK, self._around.year + YEARS_AHEAD + 1)
        return [one for one in shipped().campaigns if one.start.year in years]

    def _shipped(self, key: str) -> Campaign | None:
        return next((one for one in self._listed() if _key(one) == key), None)

    def _fill(self) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        chinese = formats.language() == "zh_CN"
        rows: list[tuple[Hashable, str, date, date, str, str, bool]] = [
            (row.days_id, row.zh if chinese else row.en, row.start, row.end, row.occasion, self.tr("own"), True)
            for row in own_of(workspace.rows(OWN_DAYS).values())
        ]
        rows += [
            (_key(one), one.name(chinese=chinese), one.start, one.end, one.occasion.value, self.tr("shipped"),
             not is_hidden(workspace, one))
            for one in self._listed()
        ]  # fmt: skip
        rows.sort(key=lambda row: row[2], reverse=True)
        names = ("name", "start", "end", "occasion", "origin", "counts")
        data = {name: [row[place + 1] for row in rows] for place, name in enumerate(names)}
        self.grid.set_frame(GridFrame(data, keys=[row[0] for row in rows]))
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.remove.setEnabled(bool(self.grid.view.selected_keys()))

    def _edited(self, batch: EditBatch) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        edited: dict[str, OwnDays] = {}
        changes: list[Change] = []
        for cell in batch:
            key = str(cell.key)
            campaign = self._shipped(key)
            if campaign is not None:
                if cell.column == "counts":
                    changes.append(show([campaign]) if cell.new else hide([campaign]))
                continue
            row = edited.get(key) or workspace.row(OWN_DAYS, (key,))
            if row is not None:
                edited[key] = _with(row, cell.column, cell.new)
        changes.append(put_days(_in_order(row) for row in edited.values()))
        self._context.push(Together(tuple(changes)), batch.name)
        self._fill()


def _key(campaign: Campaign) -> str:
    return f"{SHIPPED}{campaign.start.isoformat()}:{campaign.zh}"


def _with(row: OwnDays, column: str, value: Any) -> OwnDays:
    match column:
        case "name":
            return replace(row, zh=str(value), en=str(value))
        case "start" if isinstance(value, date):
            return replace(row, start=value, end=max(row.end, value) if row.start == row.end else row.end)
        case "end" if isinstance(value, date):
            return replace(row, end=value)
        case "occasion":
            return replace(row, occasion=str(value))
        case _:
            return row


def _in_order(row: OwnDays) -> OwnDays:
    """Return days whose last is not before their first: whoever typed them the wrong way round meant both."""
    return row if row.start <= row.end else replace(row, start=row.end, end=row.start)

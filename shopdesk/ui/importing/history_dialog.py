"""The import history: what went in with which click, taken back and put in again as undoable steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from shopdesk.app.importing.history import history, put_in_again, take_back
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.importing import wording
from shopdesk.ui.importing.refused_rows import RefusedRows
from shopdesk.ui.session import Session
from shopdesk.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shopdesk.app.ports import ImportRecord
    from shopdesk.app.services import Prepared, ReportKind

_RECORD = Qt.ItemDataRole.UserRole


class HistoryDialog(DialogShell):
    """One branch a click, its files below it, newest first."""

    save_wanted = Signal(list)  # list[Prepared]: the refused rows to be saved

    def __init__(
        self,
        session: Session,
        kinds: Mapping[str, ReportKind],
        parent: QWidget | None = None,
        *,
        refused: RefusedRows | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._refused = refused or RefusedRows()
        self._kinds = kinds
        self.setWindowTitle(self.tr("Import history"))
        self.resize(1040, 480)
        intro = self.tr("Taking an import back restores the figures as if it had never been made. Nothing is deleted.")
        self.column.addWidget(label(intro, "secondary", wrap=True))
        self.tree = QTreeWidget()
        self.tree.setProperty("framed", True)
        self.tree.setProperty("padded", True)
        self.tree.setHeaderLabels(
            [
                self.tr("File"),
                self.tr("Report"),
                self.tr("Days"),
                self.tr("Rows"),
                self.tr("Refused"),
                self.tr("State"),
            ]
        )
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        for place, width in ((1, 200), (2, 180), (3, 80), (4, 80), (5, 140)):
            self.tree.setColumnWidth(place, width)
        self.tree.itemSelectionChanged.connect(self._show_buttons)
        self.column.addWidget(self.tree, 1)
        self.take_back = button()
        self.put_in = button(self.tr("Put in again"))
        self.take_back.clicked.connect(lambda: self._switch(active=False))
        self.put_in.clicked.connect(lambda: self._switch(active=True))
        self.save_refused = button(self.tr("Save refused rows…"))
        self.save_refused.setToolTip(
            self.tr("Refused rows may hold names and addresses: they are kept only until the window is closed.")
        )
        self.save_refused.clicked.connect(lambda: self.save_wanted.emit(self._chosen_refused()))
        self.add_close(self.tr("Close"), beside=(self.take_back, self.put_in, self.save_refused))
        self._fill()

    def _fill(self) -> None:
        self.tree.clear()
        for past in history(self._session.imports()):
            when = f"{past.imported_at:%Y-%m-%d %H:%M}"
            head = self.tr("{time}   {count} {count:table|tables}").format(
                time=when, count=formats.full(len(past.records))
            )
            branch = QTreeWidgetItem([head])
            self.tree.addTopLevelItem(branch)
            for record in past.records:
                branch.addChild(self._item(record))
            branch.setExpanded(True)
        self._show_buttons()

    def _item(self, record: ImportRecord) -> QTreeWidgetItem:
        name = record.path.replace("\\", "/").rsplit("/", 1)[-1]
        state = self.tr("counts") if record.active else self.tr("taken back")
        if record.sample:
            state = self.tr("{state} (sample)").format(state=state)
        item = QTreeWidgetItem(
            [
                name,
                wording.kind_label(self._kinds[record.kind]) if record.kind in self._kinds else record.kind,
                formats.span(record.first_date, record.last_date),
                formats.full(record.rows),
                formats.full(record.rejected),
                state,
            ]
        )
        item.setData(0, _RECORD, record)
        item.setToolTip(0, record.path)
        for column in (3, 4):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if not record.active:
            for column in range(6):
                item.setForeground(column, QColor(tokens().secondary))
        return item

    def _chosen(self) -> list[ImportRecord]:
        items = []
        for item in self.tree.selectedItems():
            items += [item.child(n) for n in range(item.childCount())] if item.childCount() else [item]
        records = {item.data(0, _RECORD).import_id: item.data(0, _RECORD) for item in items if item.data(0, _RECORD)}
        return list(records.values())

    def _chosen_refused(self) -> list[Prepared]:
        return self._refused.of(record.import_id for record in self._chosen())

    def _show_buttons(self) -> None:
        chosen = self._chosen()
        back = [record for record in chosen if record.active]
        again = [record for record in chosen if not record.active]
        self.save_refused.setEnabled(bool(self._chosen_refused()))
        self.take_back.setEnabled(bool(back))
        self.put_in.setEnabled(bool(again))
        self.take_back.setText(
            self.tr("Take back {count} {count:import|imports}").format(count=formats.full(len(back)))
        )

    def _switch(self, *, active: bool) -> None:
        records = [record for record in self._chosen() if record.active is not active]
        if not records:
            return
        name = (
            self.tr("put in {count} {count:import|imports}")
            if active
            else self.tr("take back {count} {count:import|imports}")
        )
        change = put_in_again(records) if active else take_back(records)
        self._session.context.push(change, name.format(count=formats.full(len(records))))
        self._fill()

"""Which columns are shown and in what order: ticks, a search, and rows to drag."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shopdesk.ui.grid.controls import LinkButton
from shopdesk.ui.grid.view import GridView
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX, SMALL_CONTROL_PX, SPACE_PX

_SIZE_PX = (260, 360)


class ColumnChooser(QFrame):
    """A list of all columns in shown order; ticks and drags take effect at once."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view, Qt.WindowType.Popup)
        self._view = view
        self._busy = True
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search columns"))
        self.search.setAccessibleName(self.tr("Search columns"))
        self.search.setFixedHeight(SMALL_CONTROL_PX)
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.itemChanged.connect(self._tick)
        self.list.model().rowsMoved.connect(self._take_order)
        self._lay_out()
        self._fill()
        self._restyle()
        self._busy = False

    def _lay_out(self) -> None:
        self.setFixedSize(*_SIZE_PX)
        everything, standard = LinkButton(self), LinkButton(self)
        everything.setText(self.tr("Show all"))
        everything.clicked.connect(self._show_all)
        standard.setText(self.tr("As delivered"))
        standard.setToolTip(self.tr("Columns, order and widths as they were at first"))
        standard.clicked.connect(self._reset)
        row = QHBoxLayout()
        row.addWidget(everything)
        row.addStretch(1)
        row.addWidget(standard)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PADDING_PX, PADDING_PX, PADDING_PX, PADDING_PX)
        layout.setSpacing(2 * SPACE_PX)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)

    def _fill(self) -> None:
        self._busy = True
        self.list.clear()
        header = self._view.horizontalHeader()
        for visual in range(header.count()):
            section = header.logicalIndex(visual)
            item = QListWidgetItem(self._view.grid.columns[section].header(), self.list)
            item.setData(Qt.ItemDataRole.UserRole, section)
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            hidden = header.isSectionHidden(section)
            item.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
        self._busy = False

    def _narrow(self, text: str) -> None:
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _tick(self, item: QListWidgetItem) -> None:
        if self._busy:
            return
        hide = item.checkState() != Qt.CheckState.Checked
        if hide and len(self._view.shown_columns()) <= 1:
            item.setCheckState(Qt.CheckState.Checked)
            return
        self._view.show_column(int(item.data(Qt.ItemDataRole.UserRole)), shown=not hide)

    def _take_order(self) -> None:
        header = self._view.horizontalHeader()
        for visual in range(self.list.count()):
            section = int(self.list.item(visual).data(Qt.ItemDataRole.UserRole))
            header.moveSection(header.visualIndex(section), visual)

    def _show_all(self) -> None:
        for section in range(len(self._view.grid.columns)):
            self._view.show_column(section, shown=True)
        self._fill()

    def _reset(self) -> None:
        header = self._view.horizontalHeader()
        for section in range(header.count()):
            header.moveSection(header.visualIndex(section), section)
        self._view.apply_column_defaults()
        self._fill()

    def _restyle(self) -> None:
        t = tokens()
        for widget in self.findChildren(QWidget):
            widget.setFont(body_font(pixels=CAPTION_PT_PX))
        self.setStyleSheet(
            f"ColumnChooser {{ background: {t.card}; border: 1px solid {t.border}; }}"
            f" QLineEdit, QListWidget {{ border: 1px solid {t.border}; border-radius: 4px; background: {t.card};"
            f" color: {t.text}; }} QLineEdit {{ min-height: 22px; max-height: 22px; padding: 0px 6px; }}"
            f" QLineEdit:focus, QListWidget:focus {{ border-color: {t.accent}; }}"
        )


def open_chooser(view: GridView, anchor: QWidget) -> ColumnChooser:
    """Open the chooser beneath a button, right edges together."""
    chooser = ColumnChooser(view)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    corner = anchor.mapToGlobal(QPoint(anchor.width() - _SIZE_PX[0], anchor.height() + SPACE_PX))
    chooser.move(corner)
    chooser.show()
    chooser.search.setFocus()
    return chooser

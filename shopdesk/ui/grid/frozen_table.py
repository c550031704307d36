"""A table whose first columns stand still: shown columns, their widths, and where cells are on the screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from shopdesk.ui.grid.cells import Strip
from shopdesk.ui.grid.fitting import fitting_width
from shopdesk.ui.grid.header import FrozenHeader, GridHeader
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.widths import ColumnWidths
from shopdesk.ui.tokens import ROW_PX, SMALL_CONTROL_PX

Index = QModelIndex | QPersistentModelIndex
_LEAST_SCROLLED_PX = 120  # room that frozen columns must leave to the others


class FrozenTable(QTableView):
    """Columns of a ``GridModel``; what is frozen never scrolls sideways and never fills the window.

    ``frozen_changed`` tells another number of frozen columns, ``columns_changed`` that one was shown or hidden.
    """

    frozen_changed = Signal()
    columns_changed = Signal()

    def __init__(self, model: GridModel, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self.row_px = SMALL_CONTROL_PX if small else ROW_PX
        self.grid = model
        self._frozen = 1
        self._header = GridHeader(self)
        self.setHorizontalHeader(self._header)
        self._header.sectionPressed.disconnect()  # Qt would select the column; a click sorts
        self._set_up()
        self.setModel(model)
        self.widths = ColumnWidths(self._header, model)
        self._frozen_header = FrozenHeader(self._header)
        self._header.released.connect(self.share_width)
        for signal in (self._header.sectionResized, self._header.sectionMoved, self._header.geometriesChanged):
            signal.connect(self._follow_header)
        self._header.sectionHandleDoubleClicked.connect(self.fit_column)
        self.horizontalScrollBar().rangeChanged.connect(self._follow_header)
        model.columns_replaced.connect(self.apply_column_defaults)
        self.apply_column_defaults()

    def _set_up(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self.row_px)
        rows.setDefaultSectionSize(self.row_px)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self.row_px)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def shown_columns(self) -> list[int]:
        """Return the model columns that are visible, left to right."""
        header = self._header
        order = (header.logicalIndex(visual) for visual in range(header.count()))
        return [section for section in order if not header.isSectionHidden(section)]

    @property
    def frozen_count(self) -> int:
        """How many of the first shown columns stand still."""
        return self._frozen

    def set_frozen(self, count: int) -> None:
        """Freeze the first ``count`` shown columns."""
        self._frozen = max(0, count)
        self._follow_header()
        self.frozen_changed.emit()

    def frozen_columns(self) -> list[int]:
        """Return the model columns that stand still now; fewer than asked where the window is too narrow."""
        room = max(self.viewport().width() - _LEAST_SCROLLED_PX, 0)
        frozen: list[int] = []
        for section in self.shown_columns()[: self._frozen]:
            room -= self._header.sectionSize(section)
            if room < 0:
                break
            frozen.append(section)
        return frozen

    def frozen_width(self) -> int:
        """Return the pixels at the left that don't scroll."""
        return sum(self._header.sectionSize(section) for section in self.frozen_columns())

    def show_column(self, section: int, *, shown: bool) -> None:
        """Show or hide a column."""
        self.setColumnHidden(section, not shown)
        self.share_width()
        self.columns_changed.emit()

    def apply_column_defaults(self) -> None:
        """Give every column its own width, at least that of its title, and visibility."""
        for section, column in enumerate(self.grid.columns):
            self.widths.give(section, self._default_width(section))
            self.setColumnHidden(section, not column.visible)
        self.share_width()

    def _default_width(self, section: int) -> int:
        return max(self.grid.columns[section].width, self._header.title_width(section))

    def share_width(self) -> None:
        """Give the room that columns leave free to those that may grow."""
        self.widths.share(self.viewport().width())
        self._follow_header()

    def fit_titles(self) -> None:
        """Give columns that the user hasn't resized the room of their title in the new language."""
        for section in self.shown_columns():
            if not self.widths.is_chosen(section):
                self.widths.give(section, self._default_width(section))
        self.share_width()

    def fit_column(self, section: int) -> None:
        """Make a column as wide as its header and what is shown of it now."""
        self.widths.give(section, fitting_width(self, section), chosen=True)
        self.share_width()
        self.widths.changed.emit()

    def fit_all_columns(self) -> None:
        """Fit every shown column."""
        for section in self.shown_columns():
            self.fit_column(section)

    def strips(self) -> tuple[list[Strip], list[Strip]]:
        """Return the visible scrolled and frozen columns with their places."""
        frozen_sections = self.frozen_columns()
        frozen, left = [], 0
        for section in frozen_sections:
            frozen.append(Strip(section, left, self._header.sectionSize(section)))
            left += frozen[-1].width
        scrolled = []
        for section in self.shown_columns():
            at, width = self._header.sectionViewportPosition(section), self._header.sectionSize(section)
            if section not in frozen_sections and at + width > left and at < self.viewport().width():
                scrolled.append(Strip(section, at, width))
        return scrolled, frozen

    def _follow_header(self) -> None:
        self._frozen_header.follow(self.frozen_columns())
        self.viewport().update()

    # --- geometry: Qt asks these three; frozen columns answer with their own place

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 (Qt's name)
        """Return where a cell stands."""
        frozen = self.frozen_columns()
        if not index.isValid() or index.column() not in frozen:
            return super().visualRect(index)
        left = 0
        for section in frozen:
            if section == index.column():
                break
            left += self._header.sectionSize(section)
        return QRect(left, self.rowViewportPosition(index.row()), self._header.sectionSize(index.column()), self.row_px)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 (Qt's name)
        """Return the cell at a point of the viewport."""
        left = 0
        for section in self.frozen_columns():
            width = self._header.sectionSize(section)
            if left <= point.x() < left + width:
                return self.grid.index(self.rowAt(point.y()), section)
            left += width
        return super().indexAt(point)

    def scrollTo(  # noqa: N802 (Qt's name)
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view, beside the frozen columns, not beneath them."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() in self.frozen_columns():
            bar.setValue(before)
            return
        hidden = self.frozen_width() - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; sideways everything is drawn anew, because frozen columns stay."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Freeze what fits; columns that may grow take the room."""
        super().resizeEvent(event)
        self.share_width()

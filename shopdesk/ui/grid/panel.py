"""A whole table for a page: title row, filters, find bar, the view, what could not be done, the total row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollBar, QVBoxLayout, QWidget

from shopdesk.ui.grid.chips import FilterChips
from shopdesk.ui.grid.columns import Column, Text
from shopdesk.ui.grid.controls import Glyph, SmallButton
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.layout import LayoutKeeper, LayoutStore
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.problems import ProblemBar
from shopdesk.ui.grid.totals import TotalRow, Totals
from shopdesk.ui.grid.view import GridView
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CARD_HEADER_PX, PADDING_PX, RADIUS_PX, SPACE_PX, TITLE_PX


class GridPanel(QWidget):
    """Title, chips, view, totals and bars around one ``GridModel``.

    Signals: ``edited(EditBatch)``, ``stats_changed(SelectionStats)``, ``row_changed(key)``, ``export_asked()``.
    Pages put their own controls into ``left_slot`` (before the filters) and ``right_slot`` (before the columns
    button).
    """

    edited = Signal(object)
    stats_changed = Signal(object)
    row_changed = Signal(object)
    export_asked = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        title: Text,
        totals: Totals | None = None,
        store: LayoutStore | None = None,
        read_only: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title_text = title
        self.model = GridModel(columns, self)
        self.model.read_only = read_only
        self.view = GridView(self.model, self, small=small)
        self.chips = FilterChips(self.view, self)
        self.problems = ProblemBar(self)
        self.total_row = TotalRow(self.view, totals) if totals is not None else None
        self._find: QWidget | None = None
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)  # it may name a word as it was imported
        self._columns_button = SmallButton(Glyph.COLUMNS, self)
        self.left_slot = QHBoxLayout()
        self.right_slot = QHBoxLayout()
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._keeper = LayoutKeeper(self.view, store) if store is not None else None
        self._lay_out()
        self._connect()
        self._retranslate()
        self._restyle()

    def set_frame(self, frame: GridFrame) -> None:
        """Show new figures, keeping the user's place."""
        self.model.set_frame(frame)

    def retitle(self) -> None:
        """Ask for the title anew: it may name what is shown."""
        self._title.setText(self._title_text())
        self.view.setAccessibleName(self._title_text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (the card is drawn whole)
        """Draw the card around the table."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QColor(t.border))
        painter.setBrush(QColor(t.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PADDING_PX, SPACE_PX, PADDING_PX, SPACE_PX)
        head.setSpacing(2 * SPACE_PX)
        head.addWidget(self._title)
        self._title.setMinimumHeight(CARD_HEADER_PX - 2 * SPACE_PX)
        head.addLayout(self.left_slot)
        head.addWidget(self.chips)
        head.addStretch(1)
        head.addLayout(self.right_slot)
        head.addWidget(self._columns_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 3)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.chips.second_line)
        self._column.addWidget(self.problems)
        self._column.addWidget(self.view, 1)
        if self.total_row is not None:
            self._column.addWidget(self.total_row)
        self._column.addWidget(self._bar)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        view, inner = self.view, self.view.horizontalScrollBar()
        inner.rangeChanged.connect(self._follow_range)
        inner.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(inner.setValue)
        self._follow_range(inner.minimum(), inner.maximum())
        self.model.edited.connect(self.edited)
        self.model.refused.connect(self.problems.show_one)
        view.refused.connect(self.problems.show_batch)
        view.stats_changed.connect(self.stats_changed)
        view.row_changed.connect(self.row_changed)
        view.export_asked.connect(self.export_asked)
        view.find_asked.connect(self.show_find)
        view.filter_asked.connect(self.show_filter)
        view.columns_asked.connect(self.show_columns)
        self.problems.reveal_asked.connect(self._reveal_problem)
        self.chips.edit_asked.connect(lambda name: self.show_filter(self.model.position(name)))
        self.chips.add_asked.connect(self._offer_filters)
        self._columns_button.clicked.connect(self.show_columns)

    def _follow_range(self, low: int, high: int) -> None:
        inner = self.view.horizontalScrollBar()
        self._bar.setRange(low, high)
        self._bar.setPageStep(inner.pageStep())
        self._bar.setSingleStep(inner.singleStep())
        self._bar.setVisible(high > low)

    def show_find(self, replace: bool = False) -> None:
        """Open the find bar, with the replace row where ``replace`` is True."""
        from shopdesk.ui.grid.find_bar import FindBar

        bar = self._find
        if not isinstance(bar, FindBar):
            bar = self._find = FindBar(self.view, self)
            self._column.insertWidget(2, bar)
        bar.open(replace=replace and not self.model.read_only)

    def show_filter(self, section: int) -> None:
        """Open the filter of a column beneath its header."""
        from shopdesk.ui.grid.filter_popup import open_filter

        open_filter(self.view, section)

    def show_columns(self) -> None:
        """Open the column chooser beneath its button."""
        from shopdesk.ui.grid.column_chooser import open_chooser

        open_chooser(self.view, self._columns_button)

    def _offer_filters(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section in self.view.shown_columns():
            action = menu.addAction(self.model.columns[section].header().replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, section=section: self.show_filter(section))
        button = self.chips.add_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _reveal_problem(self, row: int, title: str) -> None:
        shown = self.view.shown_columns()
        at = next((c for c in shown if self.model.columns[c].header() == title), -1)
        if at >= 0 and 0 <= row < self.model.rowCount():
            self.view.move_to(row, at)
            self.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look or language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _retranslate(self) -> None:
        self.retitle()
        self._columns_button.setText(self.tr("Columns"))
        self._columns_button.setAccessibleName(self.tr("Choose columns"))
        self._bar.setAccessibleName(self.tr("Scroll sideways"))

    def _restyle(self) -> None:
        sheet = f"color: {tokens().text};"
        if self._title.styleSheet() != sheet:
            self._title.setFont(body_font(pixels=TITLE_PX, medium=True))
            self._title.setStyleSheet(sheet)

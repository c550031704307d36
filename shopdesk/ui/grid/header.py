"""The header of a grid: title and unit, sort marks, the filter funnel, and the copy over frozen columns."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.grid.painting import PADDING_PX, draw_text, text_width
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

HEADER_PX: Final = 30
_FUNNEL_PX: Final = 18  # width of the place that opens the filter
_SMALLEST_PX: Final = 40
_MARK_PX: Final = 12  # room for the sort mark


class GridHeader(QHeaderView):
    """Header sections that sort on click; ``filter_asked`` when the funnel is pressed.

    Clicks: ``sort_asked(section, extend)`` with Shift as extend.
    """

    sort_asked = Signal(int, bool)
    filter_asked = Signal(int)
    menu_asked = Signal(int, QPoint)
    released = Signal()  # the mouse button: a drag has ended

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_SMALLEST_PX)
        self.setMouseTracking(True)
        self._hovered = -1
        self._pressed_at = QPointF()
        self._refont()

    def grid_model(self) -> GridModel | None:
        """Return the model, None before there is one."""
        model = self.model()
        return model if isinstance(model, GridModel) else None

    def sizeHint(self) -> QSize:
        """Return the fixed height."""
        return QSize(super().sizeHint().width(), HEADER_PX)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the room that title, unit and marks need."""
        model = self.grid_model()
        if model is None:
            return super().sectionSizeFromContents(section)
        width = text_width(model.columns[section].header(), self.font()) + 2 * PADDING_PX + _FUNNEL_PX
        return QSize(width, HEADER_PX)

    def title_width(self, section: int) -> int:
        """Return the room that title, unit and a sort mark need."""
        model = self.grid_model()
        if model is None:
            return _SMALLEST_PX
        font = body_font(pixels=CAPTION_PT_PX, medium=True)
        return text_width(model.columns[section].header(), font) + 2 * PADDING_PX + _MARK_PX

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one section in the tokens in force."""
        model = self.grid_model()
        if model is None or not rect.isValid() or section >= len(model.columns):
            return
        t = tokens()
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(t.raised))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(t.border))
        painter.fillRect(QRect(rect.right(), rect.top() + 6, 1, rect.height() - 12), QColor(t.border))
        self._paint_label(painter, rect, section, model)
        painter.restore()

    def _paint_label(self, painter: QPainter, rect: QRect, section: int, model: GridModel) -> None:
        t = tokens()
        column = model.columns[section]
        rank = next((at for at, key in enumerate(model.sort_keys) if key.column == column.name), -1)
        mark = self._sort_mark(model, rank)
        filtered = column.name in model.filters
        funnel = filtered or section == self._hovered
        inner = rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        if funnel:
            self._paint_funnel(painter, self._funnel_rect(rect), color=t.accent if filtered else t.secondary)
            inner.setRight(inner.right() - _FUNNEL_PX + 4)
        unit = f" {column.unit()}" if column.unit else ""
        font = body_font(pixels=CAPTION_PT_PX, medium=rank >= 0)
        color = t.text if rank >= 0 else t.secondary
        whole = text_width(column.title(), font) + text_width(unit, font) + text_width(mark, font)
        if whole > inner.width() and unit and mark:
            whole -= text_width(unit, font)
            unit = ""  # which way it is sorted matters more; the tool tip has the unit
        if column.is_right and whole < inner.width():
            inner.setLeft(inner.right() + 1 - whole)
        end = draw_text(painter, inner, column.title(), font=font, color=color)
        for part in (unit, mark):
            inner.setLeft(end)
            if part and inner.width() > 0:
                end = draw_text(painter, inner, part, font=font, color=t.secondary if part is unit else t.text)

    def _sort_mark(self, model: GridModel, rank: int) -> str:
        if rank < 0:
            return ""
        arrow = "▾" if model.sort_keys[rank].descending else "▴"
        return f" {arrow}{rank + 1}" if len(model.sort_keys) > 1 else f" {arrow}"

    def _funnel_rect(self, rect: QRect) -> QRect:
        return QRect(rect.right() - _FUNNEL_PX - 2, rect.top(), _FUNNEL_PX, rect.height())

    def _paint_funnel(self, painter: QPainter, place: QRect, *, color: str) -> None:
        middle, top = place.left() + place.width() / 2, place.top() + place.height() / 2 - 4
        points = [(-5, 0), (5, 0), (1.5, 4.5), (1.5, 9), (-1.5, 7.5), (-1.5, 4.5)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawPolygon(QPolygonF([QPointF(middle + x, top + y) for x, y in points]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def section_rect(self, section: int) -> QRect:
        """Return where a section stands in the viewport."""
        return QRect(self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the filter on the funnel, otherwise start a click, drag or resize."""
        section = self.logicalIndexAt(event.position().toPoint())
        self._pressed_at = event.position()
        if (
            event.button() == Qt.MouseButton.LeftButton
            and section >= 0
            and self._funnel_rect(self.section_rect(section)).contains(event.position().toPoint())
        ):
            self.filter_asked.emit(section)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Sort after a click that was neither a drag nor a resize."""
        clicked = self._clicked_section(event)
        super().mouseReleaseEvent(event)
        self.released.emit()
        if clicked >= 0:
            self.sort_asked.emit(clicked, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _clicked_section(self, event: QMouseEvent) -> int:
        moved = (event.position() - self._pressed_at).manhattanLength()
        if event.button() != Qt.MouseButton.LeftButton or moved > 4:
            return -1
        if self.cursor().shape() == Qt.CursorShape.SplitHCursor:
            return -1
        point = event.position().toPoint()
        section = self.logicalIndexAt(point)
        if section < 0 or self._funnel_rect(self.section_rect(section)).contains(point):
            return -1
        return section

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the funnel of the section under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the funnel."""
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the column."""
        section = self.logicalIndexAt(event.pos())
        if section >= 0:
            self.menu_asked.emit(section, event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Take the font and colours of a new look."""
        if event.type() == QEvent.Type.PaletteChange:
            self._refont()
            self.viewport().update()
        super().changeEvent(event)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _refont(self) -> None:
        font = body_font(pixels=CAPTION_PT_PX)
        if font != self.font():
            self.setFont(font)


class FrozenHeader(GridHeader):
    """A copy of the header's first sections, standing over it while the rest scrolls beneath."""

    def __init__(self, main: GridHeader) -> None:
        super().__init__(main)
        self._main = main
        self._busy = False
        self.sectionResized.connect(self._resize_main)
        self.sectionMoved.connect(self._move_main)
        self.sort_asked.connect(main.sort_asked)
        self.filter_asked.connect(main.filter_asked)
        self.menu_asked.connect(main.menu_asked)
        self.released.connect(main.released)
        self.sectionHandleDoubleClicked.connect(main.sectionHandleDoubleClicked)
        self.hide()

    def follow(self, frozen: list[int]) -> None:
        """Take order, widths and visibility of the main header; show only the ``frozen`` sections."""
        main = self._main
        self._busy = True
        try:
            if self.model() is not main.model():
                self.setModel(main.model())
            for visual in range(main.count()):
                section = main.logicalIndex(visual)
                if self.visualIndex(section) != visual:
                    self.moveSection(self.visualIndex(section), visual)
                hidden = section not in frozen
                if self.isSectionHidden(section) != hidden:
                    self.setSectionHidden(section, hidden)
                if not hidden and self.sectionSize(section) != main.sectionSize(section):
                    self.resizeSection(section, main.sectionSize(section))
            self.setGeometry(0, 0, sum(main.sectionSize(section) for section in frozen), main.height())
        finally:
            self._busy = False
        self.setVisible(bool(frozen))
        self.raise_()

    def _resize_main(self, section: int, _old: int, new: int) -> None:
        if not self._busy and new > 0:
            self._main.resizeSection(section, new)

    def _move_main(self, _section: int, old: int, new: int) -> None:
        if not self._busy:
            self._main.moveSection(old, new)

"""The RFM matrix: how recently across, how often down, people and money in each cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from shopdesk.app.kpi.customers import Snapshot
from shopdesk.domain.kpi.customers.rfm import SCORES, score_ranges
from shopdesk.ui import formats
from shopdesk.ui.charts.canvas import Canvas
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.charts.heat_colours import HeatScale, cell_colour, cell_text_colour
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import BODY_PX, CAPTION_PT_PX

_HEAD_PX = 64.0
_FOOT_PX = 34.0
_ROW_PX = 38  # two lines in each cell
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class RfmMatrix(Canvas):
    """Paints one quarter's matrix; arrow keys walk the cells for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._cursor = (SCORES, SCORES)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._sources: tuple[str, ...] = ()
        self.setMouseTracking(True)
        self.retranslate()

    def set_snapshot(self, snapshot: Snapshot | None, *, sources: Sequence[str] = ()) -> None:
        """Show a quarter; ``sources`` are lines that name the reports behind it."""
        self._snapshot, self._sources = snapshot, tuple(sources)
        recency, frequency = self._scores()
        if recency:
            self._cursor = (_next(recency, self._cursor[0], 0), _next(frequency, self._cursor[1], 0))
        self._reword()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines in each cell."""
        return QSize(400, self._least_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the figures stand apart."""
        return QSize(340, self._least_height())

    def _least_height(self) -> int:
        return _ROW_PX * max(3, len(self._scores()[1])) + int(_FOOT_PX)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw cells, figures and the ranges behind the scores."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        t = tokens()
        scale = HeatScale(0.0, float(max(cell.count for cell in snapshot.matrix.values())))
        recency, frequency = self._scores()
        for r in recency:
            for f in frequency:
                box = self._box(rect, r, f)
                cell = snapshot.matrix.get((r, f))
                painter.fillRect(box, cell_colour(float(cell.count) if cell is not None else 0.0, scale))
                painter.setPen(QPen(QColor(t.grid_line), 1))
                painter.drawRect(box)
                if cell is not None:
                    self._paint_cell(painter, box, cell.count, cell.yuan)
        self._paint_heads(painter, rect, snapshot)
        if self.hasFocus() and self._cursor[0] in recency and self._cursor[1] in frequency:
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.drawRect(self._box(rect, *self._cursor).adjusted(1, 1, -1, -1))

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw for a picture."""
        self.paint(painter, rect)

    def table(self) -> ChartTable:
        """Return all cells with people."""
        columns = (self.tr("Recency score"), self.tr("Frequency score"), self.tr("Buyers"), self.tr("Sales (yuan)"))
        cells = self._snapshot.matrix.items() if self._snapshot is not None else ()
        rows = tuple((r, f, cell.count, cell.yuan) for (r, f), cell in sorted(cells, reverse=True))
        return ChartTable(columns, rows, (None, None, formats.full, formats.money))

    def retranslate(self) -> None:
        """Word anew."""
        self.set_name(self.tr("RFM matrix: recency across, frequency down"))
        self._reword()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the cell below the pointer."""
        at = self._at(event.position())
        if at is not None:
            text = "\n".join([self._cell_text(*at), *self._sources])
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
        else:
            QToolTip.hideText()

    def event(self, event: QEvent) -> bool:
        """Leave tips to the pointer's own handling."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the cells."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        recency, frequency = self._scores()
        if not recency:
            return
        self._cursor = (_next(recency, self._cursor[0], step[0]), _next(frequency, self._cursor[1], step[1]))
        self._reword()
        self.update()

    def _scores(self) -> tuple[list[int], list[int]]:
        """Return the recency and frequency scores that somebody has, ascending: equal values leave some out."""
        cells = self._snapshot.matrix if self._snapshot is not None else {}
        return sorted({r for r, _ in cells}), sorted({f for _, f in cells})

    def _box(self, rect: QRectF, r: int, f: int) -> QRectF:
        recency, frequency = self._scores()
        width = (rect.width() - _HEAD_PX - 1) / len(recency)
        height = (rect.height() - _FOOT_PX - 1) / len(frequency)
        down = len(frequency) - 1 - frequency.index(f)
        return QRectF(rect.left() + _HEAD_PX + recency.index(r) * width, rect.top() + down * height, width, height)

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        rect = QRectF(self.rect())
        recency, frequency = self._scores()
        cells = [(r, f) for r in recency for f in frequency]
        return next((at for at in cells if self._box(rect, *at).contains(point)), None)

    def _paint_cell(self, painter: QPainter, box: QRectF, count: int, yuan: float) -> None:
        middle = box.center().y()
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.setPen(cell_text_colour())
        painter.setFont(body_font(pixels=BODY_PX, medium=True))
        top = QRectF(box.left(), middle - 18, box.width(), 18)
        painter.drawText(top, centre | Qt.AlignmentFlag.AlignVCenter, formats.full(count))
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        painter.drawText(top.translated(0, 17), centre | Qt.AlignmentFlag.AlignVCenter, formats.money_short(yuan))

    def _paint_heads(self, painter: QPainter, rect: QRectF, snapshot: Snapshot) -> None:
        found = snapshot.scored
        recency, frequency = (
            score_ranges(found.people.recency, found.r),
            score_ranges(found.people.frequency, found.f),
        )
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        painter.setPen(QColor(tokens().secondary))
        shown = self._scores()
        for score in shown[1]:
            side = self._box(rect, shown[0][0], score)
            text = self.tr("{count} ×").format(count=_range_text(frequency[score]))
            left = QRectF(rect.left(), side.top(), _HEAD_PX - 8, side.height())
            painter.drawText(left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        for score in shown[0]:
            below = self._box(rect, score, shown[1][0])
            text = self.tr("{days} d").format(days=_range_text(recency[score]))
            foot = QRectF(below.left(), below.bottom() + 1, below.width(), 16)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, text)
        foot = QRectF(rect.left() + _HEAD_PX, rect.bottom() - 16, rect.width() - _HEAD_PX, 16)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self.tr("last purchase ago → more recent"))

    def _cell_text(self, r: int, f: int) -> str:
        snapshot = self._snapshot
        if snapshot is None:
            return ""
        cell = snapshot.matrix.get((r, f))
        head = self.tr("Recency {r}, frequency {f}").format(r=r, f=f)
        if cell is None:
            return self.tr("{head}: nobody").format(head=head)
        return self.tr("{head}: {count} {count:buyer|buyers}, {yuan} yuan").format(
            head=head, count=formats.full(cell.count), yuan=formats.money(cell.yuan)
        )

    def _reword(self) -> None:
        self.describe(self._cell_text(*self._cursor))


def _next(scores: list[int], now: int, step: int) -> int:
    """Return the score some steps on among those shown, from the one nearest to the present."""
    place = min(range(len(scores)), key=lambda at: abs(scores[at] - now))
    return scores[max(0, min(len(scores) - 1, place + step))]


def _range_text(limits: tuple[float, float]) -> str:
    low, high = (formats.full(limit) for limit in limits)
    return str(low) if low == high else f"{low}–{high}"

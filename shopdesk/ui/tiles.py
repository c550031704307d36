"""The tile: one figure with its verdict, its change against a named base, and a line of its last weeks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.ui.formats import DOWN, UNKNOWN, UP
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, FIGURE_PX, TILE_PX

_PAD_PX = 10
LEAST_PX = 120
"""Eight tiles and the target stand side by side in a window of 1280."""
_LINE_FROM_PX = 140
_WIDE_PX = 170
_LINE_GAP_PX = 10
_LONG_FIGURE_PX = 20
_LEAST_LABEL_PX = 52
"""So much of a label still tells which figure it is."""
_BESIDE_PX = 18


class Tile(QFrame):
    """Painted in one piece, 88 px high; all texts are given ready-made.

    ``clicked`` tells that the user wants to see more of it. Put a sparkline (any widget about 64 × 24)
    with ``set_sparkline``. Verdict tones: "normal" (hollow dot), "odd" (amber dot), "unknown" (dashed dot).
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedHeight(TILE_PX)
        self.setMinimumWidth(LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._label = ""
        self._unit = ""
        self._figure = UNKNOWN
        self._delta = ""
        self._direction = 0
        self._base = ""
        self._verdict = ""
        self._tone = ""
        self._selected = False
        self._sparkline: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def set_label(self, label: str, unit: str = "") -> None:
        """Set what the figure is, and its unit in grey behind it."""
        self._label, self._unit = label, unit
        self._updated()

    def set_figure(self, figure: str) -> None:
        """Set the figure; "—" where unknown."""
        self._figure = figure
        self._place()
        self._updated()

    def set_delta(self, text: str, direction: int, base: str) -> None:
        """Set the change (without sign: the arrow carries it), -1/0/1, and its base, e.g. 较上周同日."""
        self._delta, self._direction, self._base = text, direction, base
        self._updated()

    def set_verdict(self, text: str, tone: str) -> None:
        """Set the verdict at the right of the label: tone normal, odd, unknown or "" (no dot)."""
        self._verdict, self._tone = text, tone
        self._updated()

    def set_sparkline(self, widget: QWidget) -> None:
        """Put a small line at the right of the figure; the tile owns it."""
        if self._sparkline is not None:
            self._sparkline.deleteLater()
        self._sparkline = widget
        widget.setParent(self)
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place()
        widget.show()

    def set_selected(self, selected: bool) -> None:
        """Mark the tile whose series the chart shows."""
        self._selected = selected
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for label and verdict."""
        metrics = QFontMetrics(body_font(pixels=CAPTION_PT_PX))
        width = metrics.horizontalAdvance(f"{self._label} {self._unit}  ● {self._verdict}") + 3 * _PAD_PX
        return QSize(max(160, width), TILE_PX)

    def resizeEvent(self, _event: object) -> None:
        """Keep the line at the right."""
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint with the look."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click inside."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter click."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the three lines: label and verdict, figure, change and base."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        inner = QRectF(self.rect()).adjusted(_PAD_PX, 0, -_PAD_PX, 0)
        if self._selected or self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_top(painter, inner)
        painter.setFont(body_font(pixels=FIGURE_PX))
        painter.setPen(QColor(t.text))
        figure_box = QRectF(inner.left(), 29, inner.width() - self._sparkline_width(), 32)
        if _width(self._figure, FIGURE_PX) > figure_box.width():
            painter.setFont(body_font(pixels=_LONG_FIGURE_PX))
        painter.drawText(figure_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._figure)
        self._paint_bottom(painter, inner)

    def _paint_top(self, painter: QPainter, inner: QRectF) -> None:
        t = tokens()
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        metrics = painter.fontMetrics()
        right = 0.0
        verdict = self._shown_verdict(metrics, inner.width())
        if self._verdict:
            right = metrics.horizontalAdvance(verdict) + (14 if self._tone or verdict else 0)
            painter.setPen(QColor(t.warn_text if self._tone == "odd" else t.secondary))
            box = QRectF(inner.right() - right + 14, 8, right - 14, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, verdict)
            if self._tone:
                self._paint_dot(painter, QPointF(inner.right() - right + 6, 18))
        painter.setPen(QColor(t.text))
        room = inner.width() - right - 4
        text = metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, int(room))
        width = metrics.horizontalAdvance(text)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(inner.left(), 8, room, 20), left, text)
        if self._unit and width + 4 + metrics.horizontalAdvance(self._unit) <= room:
            painter.setPen(QColor(t.secondary))
            painter.drawText(QRectF(inner.left() + width + 4, 8, room - width - 4, 20), left, self._unit)

    def _shown_verdict(self, metrics: QFontMetrics, room: float) -> str:
        """Return the verdict where it stands beside the whole label; an odd one as far as the label stays known.

        Else its dot must do: what the figure is comes before how it is judged. The tooltip says both in full.
        """
        label = metrics.horizontalAdvance(self._label)
        least = min(label, _LEAST_LABEL_PX) if self._tone == "odd" else label
        first = self._verdict.partition(" · ")[0]
        if label + metrics.horizontalAdvance(self._verdict) + _BESIDE_PX <= room:
            return self._verdict
        return first if least + metrics.horizontalAdvance(first) + _BESIDE_PX <= room else ""

    def _paint_dot(self, painter: QPainter, centre: QPointF) -> None:
        t = tokens()
        if self._tone == "odd":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.warn_text))
        else:
            style = Qt.PenStyle.DotLine if self._tone == "unknown" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(t.secondary), 1.2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 3.5, 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_bottom(self, painter: QPainter, inner: QRectF) -> None:
        t = tokens()
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        metrics = painter.fontMetrics()
        arrow = {1: UP, -1: DOWN}.get(self._direction, "")
        color = {1: t.up_text, -1: t.down_text}.get(self._direction, t.secondary)
        text = f"{arrow} {self._delta}".strip()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(color))
        painter.drawText(QRectF(inner.left(), 60, inner.width(), 20), left, text)
        width = metrics.horizontalAdvance(text) + (8 if text else 0)
        painter.setPen(QColor(t.secondary))
        if metrics.horizontalAdvance(self._base) <= inner.width() - width:  # half a base would say nothing
            painter.drawText(QRectF(inner.left() + width, 60, inner.width() - width, 20), left, self._base)

    def _sparkline_width(self) -> float:
        has_line = self._sparkline is not None and self._sparkline.isVisibleTo(self)
        return float(self._line_px() + _LINE_GAP_PX) if has_line else 0.0

    def _place(self) -> None:
        if self._sparkline is not None:
            width = self._line_px()
            self._sparkline.setGeometry(self.width() - _PAD_PX - width, 33, width, 24)
            beside = self.width() - 2 * _PAD_PX - width - _LINE_GAP_PX
            has_room = self.width() >= _LINE_FROM_PX and _width(self._figure, _LONG_FIGURE_PX) <= beside
            self._sparkline.setVisible(has_room)

    def _line_px(self) -> int:
        return 64 if self.width() >= _WIDE_PX else 44

    def _updated(self) -> None:
        arrow = {1: UP, -1: DOWN}.get(self._direction, "")
        change = f"{arrow}{self._delta} {self._base}"
        described = " ".join(f"{self._label} {self._figure} {self._unit} {change} {self._verdict}".split())
        self.setAccessibleName(described)
        self.setToolTip(described)
        self.updateGeometry()
        self.update()


def _width(text: str, pixels: int) -> int:
    return QFontMetrics(body_font(pixels=pixels)).horizontalAdvance(text)

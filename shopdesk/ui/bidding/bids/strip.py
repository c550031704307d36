"""The few bids that change most, in two lines: word, today's bid and the other one, how far it moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from shopdesk.ui import formats
from shopdesk.ui.bidding.bids import wording
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import BODY_PX, CAPTION_PT_PX, PADDING_PX

COLUMNS: Final = 3
LINES: Final = 2
_LINE_PX: Final = 28
_GAP_PX: Final = 8
_CHANGE_PX: Final = 58


@dataclass(frozen=True, slots=True)
class StripEntry:
    """One word: its key and text, bids in fen (None unknown), and why. ``is_stand_in``: only the change is known."""

    key: str
    word: str
    before: float | None
    after: float | None
    tip: str = ""
    is_stand_in: bool = False

    @property
    def change(self) -> float | None:
        """How far the bid moves, as a fraction."""
        if not self.before or self.after is None:
            return None
        return self.after / self.before - 1

    def spoken(self) -> str:
        """Return the entry in words."""
        if self.is_stand_in:
            return f"{self.word} {_today_text()} {_change_text(self.change)}"
        parts = (self.word, formats.money_fen(self.before), "→", formats.money_fen(self.after))
        return " ".join(parts)


class BidStrip(QWidget):
    """Six entries at most; ``chosen`` gives the key of a clicked one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[StripEntry, ...] = ()
        self._lines = LINES
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: Sequence[StripEntry]) -> None:
        """Show words, column by column as they are read: left to right, then the next line."""
        self._entries = tuple(entries[: COLUMNS * LINES])
        self.setAccessibleDescription("; ".join(entry.spoken() for entry in self._entries))
        self.setVisible(bool(self._entries))
        self.updateGeometry()
        self.update()

    def set_lines(self, lines: int) -> None:
        """Show no more than so many lines: in a low window one."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def entries(self) -> tuple[StripEntry, ...]:
        """Return what is shown."""
        return self._entries

    def sizeHint(self) -> QSize:
        """Return the room of the lines."""
        lines = min(self._lines, (len(self._entries) + COLUMNS - 1) // COLUMNS)
        return QSize(600, lines * _LINE_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(360, self.sizeHint().height())

    def entry_at(self, point: QPointF) -> StripEntry | None:
        """Return the entry under a point."""
        for at, entry in enumerate(self._entries):
            if self._box(at).contains(point):
                return entry
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that an entry opens."""
        hand = self.entry_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the table at the word."""
        entry = self.entry_at(event.position())
        if entry is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(entry.key)

    def event(self, event: QEvent) -> bool:
        """Say why a bid moves."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self.entry_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), entry.tip if entry is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (drawn whole)
        """Draw the entries with hair lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, entry in enumerate(self._entries):
            box = self._box(at)
            painter.setPen(QColor(tokens().grid_line))
            if at % COLUMNS:
                painter.drawLine(box.topLeft() + QPointF(0, 6), box.bottomLeft() - QPointF(0, 6))
            if at >= COLUMNS:
                painter.drawLine(box.topLeft(), box.topRight())
            _paint(painter, box.adjusted(PADDING_PX, 0, -PADDING_PX, 0), entry)
        painter.end()

    def _box(self, at: int) -> QRectF:
        width = self.width() / COLUMNS
        return QRectF((at % COLUMNS) * width, (at // COLUMNS) * _LINE_PX, width, _LINE_PX)


def _paint(painter: QPainter, box: QRectF, entry: StripEntry) -> None:
    t = tokens()
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    caption = body_font(pixels=CAPTION_PT_PX)
    metrics = QFontMetricsF(caption)
    painter.setFont(caption)
    change = entry.change
    way = 0 if not change else 1 if change > 0 else -1
    painter.setPen(QColor((t.secondary, t.up_text, t.down_text)[way]))
    painter.drawText(QRectF(box.right() - _CHANGE_PX, box.top(), _CHANGE_PX, box.height()), right, _change_text(change))
    room = QRectF(box.left(), box.top(), box.width() - _CHANGE_PX - _GAP_PX, box.height())
    after = "" if entry.is_stand_in else formats.money_fen(entry.after)
    painter.setPen(QColor(t.text))
    painter.drawText(room, right, after)
    room.setWidth(room.width() - metrics.horizontalAdvance(after) - 4)
    before = _today_text() if entry.is_stand_in else f"{formats.money_fen(entry.before)} →"
    painter.setPen(QColor(t.secondary))
    painter.drawText(room, right, before)
    room.setWidth(room.width() - metrics.horizontalAdvance(before) - _GAP_PX)
    body = body_font(pixels=BODY_PX)
    painter.setFont(body)
    painter.setPen(QColor(t.text))
    word = QFontMetricsF(body).elidedText(entry.word, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)


def _today_text() -> str:
    return QCoreApplication.translate("WordBids", "today's bid")


def _change_text(change: float | None) -> str:
    if change is None:
        return formats.UNKNOWN
    if not change:
        return wording.keep_text()
    return f"{formats.arrow(change)} {formats.signed(change * 100)} %"

"""A title as chips in its order: dragged, moved by keys, put into another slot; below, the slots as targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from shopdesk.domain.titles.compose import ORDER
from shopdesk.domain.titles.pieces import Piece, Slot
from shopdesk.ui.cards import label
from shopdesk.ui.keywords.titles import wording
from shopdesk.ui.keywords.titles.flow import FlowLayout
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import tokens

MIME: Final = "application/x-shopdesk-title-piece"
BAND_PX: Final = 3
MOST_SIGNS: Final = 24
"""Signs of a piece shown on its chip."""


class PieceChip(QToolButton):
    """One piece. ``moved``: steps left or right; ``slot_wanted``: another slot; ``dropped_out``: leave it out."""

    moved = Signal(int)
    slot_wanted = Signal(object)
    dropped_out = Signal()
    truth_told = Signal(bool)

    def __init__(self, piece: Piece, *, is_open: bool, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.piece = piece
        self.is_open = is_open  # nobody has said yet that it is true of the item
        self.place = place
        self._pressed = QPoint()
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        shown = piece.text if len(piece.text) <= MOST_SIGNS else f"{piece.text[:MOST_SIGNS]}…"
        self.setText(f" {shown.replace('&', '&&')}{' ?' if is_open else ''}")
        name = self.tr("{piece}, {slot}").format(piece=piece.text, slot=wording.slot_name(piece.slot))
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(f"{name}\n{self._keys()}"))

    def _keys(self) -> str:
        return self.tr("Drag, or Alt+← → to move, Alt+↑ ↓ for another slot, Delete to leave out")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button with the colour of its slot."""
        super().paintEvent(event)
        t = tokens()
        painter = QPainter(self)
        painter.fillRect(QRectF(1, 2, BAND_PX, self.height() - 4), QColor(wording.slot_colour(self.piece.slot, t)))
        if self.is_open or self.piece.foreign:
            painter.fillRect(QRectF(1, self.height() - 3, self.width() - 2, 2), QColor(t.warn_mark))
        if self.hasFocus():
            painter.setPen(QColor(t.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, change the slot, leave out; plain arrows go to the neighbour."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if key == Qt.Key.Key_Left else 1
            self.moved.emit(step) if alt else self.focusNextPrevChild(step > 0)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            at = ORDER.index(self.piece.slot) + (1 if key == Qt.Key.Key_Down else -1)
            self.slot_wanted.emit(ORDER[at % len(ORDER)])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped_out.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        self._pressed = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not (event.buttons() & Qt.MouseButton.LeftButton and far):
            super().mouseMoveEvent(event)
            return
        data = QMimeData()
        data.setData(MIME, str(self.place).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the slots, whether the piece is true, and leaving it out."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for slot in ORDER:
            action = menu.addAction(wording.slot_name(slot))
            action.setCheckable(True)
            action.setChecked(slot is self.piece.slot)
            action.triggered.connect(partial(self.slot_wanted.emit, slot))
        menu.addSeparator()
        menu.addAction(self.tr("True of this item")).triggered.connect(lambda: self.truth_told.emit(True))
        menu.addAction(self.tr("Not true of this item")).triggered.connect(lambda: self.truth_told.emit(False))
        menu.addAction(self.tr("Leave out")).triggered.connect(self.dropped_out)
        menu.popup(event.globalPos())


class SlotTarget(QFrame):
    """The name of a slot in its colour; a chip dropped on it goes into that slot."""

    dropped = Signal(int)

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        self.setAcceptDrops(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 1, 8, 1)
        self._name = label("", "caption")
        layout.addWidget(self._name)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        self._name.setText(wording.slot_name(self.slot))
        self.setToolTip(self.tr("Drop a chip here to put it into this slot"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour before the name."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRectF(2, self.height() / 2 - 4, 4, 8), QColor(wording.slot_colour(self.slot, tokens())))
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take chips only."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which chip was dropped."""
        self.dropped.emit(dropped_place(event))
        event.acceptProposedAction()


class ChipLine(QWidget):
    """All pieces of a title in its order. ``changed`` after every edit; ``truth_told``: piece in normal spelling."""

    changed = Signal()
    truth_told = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._flow = FlowLayout(self)
        self._open: frozenset[str] = frozenset()
        self.pieces: tuple[Piece, ...] = ()
        self.chips: list[PieceChip] = []

    def set_pieces(self, pieces: Sequence[Piece], *, unconfirmed: frozenset[str]) -> None:
        """Show pieces; those in ``unconfirmed`` (normal spelling) carry a question mark."""
        self._open = unconfirmed
        self.pieces = tuple(pieces)
        self._draw(None)

    def move_piece(self, place: int, to: int) -> None:
        """Put a piece at another place of the title."""
        if not 0 <= place < len(self.pieces):
            return
        pieces = list(self.pieces)
        piece = pieces.pop(place)
        at = max(0, min(to, len(pieces)))
        pieces.insert(at, piece)
        self._take(pieces, at)

    def set_slot(self, place: int, slot: Slot) -> None:
        """Put a piece into another slot; it stays where it stands."""
        if 0 <= place < len(self.pieces):
            pieces = list(self.pieces)
            pieces[place] = replace(pieces[place], slot=slot)
            self._take(pieces, place)

    def drop(self, place: int) -> None:
        """Leave a piece out."""
        self._take([piece for at, piece in enumerate(self.pieces) if at != place], place)

    def _take(self, pieces: list[Piece], focus: int) -> None:
        self.pieces = tuple(pieces)
        self._draw(min(focus, len(pieces) - 1))
        self.changed.emit()

    def _draw(self, focus: int | None) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for place, piece in enumerate(self.pieces):
            chip = PieceChip(piece, is_open=piece.word in self._open, place=place)
            chip.moved.connect(lambda step, place=place: self.move_piece(place, place + step))
            chip.slot_wanted.connect(partial(self.set_slot, place))
            chip.dropped_out.connect(partial(self.drop, place))
            chip.truth_told.connect(partial(self.truth_told.emit, piece.word))
            self._flow.addWidget(chip)
            self.chips.append(chip)
            chip.show()
        if focus is not None and 0 <= focus < len(self.chips):
            self.chips[focus].setFocus()
        self.updateGeometry()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take chips only."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Chips may go anywhere in the line."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the chip before the one under the pointer, or at the end."""
        place, to = dropped_place(event), self.place_at(event.position().toPoint())
        self.move_piece(place, to - 1 if to > place else to)
        event.acceptProposedAction()

    def place_at(self, point: QPoint) -> int:
        """Return before which chip a point lies, the number of chips for the end."""
        for place, chip in enumerate(self.chips):
            area = chip.geometry()
            if point.y() < area.top() or (point.y() <= area.bottom() and point.x() < area.center().x()):
                return place
        return len(self.chips)


def dropped_place(event: QDropEvent) -> int:
    """Return the place of the chip that was dropped, -1 where it is none of ours."""
    data = bytes(event.mimeData().data(MIME).data())
    return int(data) if data.isdigit() else -1

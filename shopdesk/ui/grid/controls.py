"""Small buttons and labels of the grid's bars, in the tokens in force."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, SMALL_CONTROL_PX

_ICON_PX: Final = 14
_SHARP: Final = 3  # icons are drawn at three times their size, sharp up to 300 % scaling


class Glyph(Enum):
    """Small signs drawn here, so that they follow the text colour."""

    FUNNEL = auto()
    COLUMNS = auto()
    CLOSE = auto()
    UP = auto()
    DOWN = auto()
    WARN = auto()


def glyph_icon(glyph: Glyph, color: str) -> QIcon:
    """Return a small sign in a colour."""
    pixmap = QPixmap(_ICON_PX * _SHARP, _ICON_PX * _SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.scale(_SHARP, _SHARP)
    painter.setPen(QPen(QColor(color), 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    _DRAW[glyph](painter)
    painter.end()
    return QIcon(pixmap)


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _draw_columns(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(1.5, 2.5, 11, 9), 1, 1)
    _line(painter, (5.2, 2.5), (5.2, 11.5))
    _line(painter, (8.8, 2.5), (8.8, 11.5))


def _draw_close(painter: QPainter) -> None:
    _line(painter, (3, 3), (11, 11))
    _line(painter, (11, 3), (3, 11))


def _draw_warn(painter: QPainter) -> None:
    _line(painter, (7, 1.5), (13, 12), (1, 12), (7, 1.5))
    _line(painter, (7, 5.5), (7, 8.5))
    _line(painter, (7, 10.2), (7, 10.3))


_DRAW: Final[dict[Glyph, Callable[[QPainter], None]]] = {
    Glyph.FUNNEL: lambda p: _line(p, (2, 2.5), (12, 2.5), (8.4, 7), (8.4, 11.5), (5.6, 10), (5.6, 7), (2, 2.5)),
    Glyph.COLUMNS: _draw_columns,
    Glyph.CLOSE: _draw_close,
    Glyph.UP: lambda p: _line(p, (2, 9.5), (7, 4.5), (12, 9.5)),
    Glyph.DOWN: lambda p: _line(p, (2, 4.5), (7, 9.5), (12, 4.5)),
    Glyph.WARN: _draw_warn,
}


class SmallButton(QPushButton):
    """An outlined button 24 px high."""

    def __init__(self, glyph: Glyph | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setFixedHeight(SMALL_CONTROL_PX)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        t = tokens()
        sheet = (
            f"QPushButton {{ border: 1px solid {t.border}; border-radius: 4px; background: {t.card}; color: {t.text};"
            f" padding: 0px 8px; min-height: 22px; max-height: 22px; }} QPushButton:hover {{ background: {t.raised}; }}"
            f" QPushButton:focus {{ border-color: {t.accent}; }} QPushButton:pressed {{ background: {t.selection}; }}"
            f" QPushButton:disabled {{ color: {t.disabled}; }}"
        )
        if sheet != self.styleSheet():
            self.setFont(body_font(pixels=CAPTION_PT_PX))
            self.setStyleSheet(sheet)
            if self._glyph is not None:
                self.setIcon(glyph_icon(self._glyph, t.secondary))


class LinkButton(QPushButton):
    """An action that looks like a text link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SMALL_CONTROL_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        t = tokens()
        sheet = (
            f"QPushButton {{ border: 1px solid transparent; background: transparent; color: {t.accent_text};"
            f" padding: 0px 4px; min-height: 22px; max-height: 22px; }}"
            f" QPushButton:hover {{ text-decoration: underline; }}"
            f" QPushButton:focus {{ border-color: {t.accent}; border-radius: 4px; }}"
            f" QPushButton:disabled {{ color: {t.disabled}; }}"
        )
        if sheet != self.styleSheet():
            self.setFont(body_font(pixels=CAPTION_PT_PX))
            self.setStyleSheet(sheet)


class IconButton(QToolButton):
    """A small flat button that shows a sign; give it a tool tip and an accessible name."""

    def __init__(self, glyph: Glyph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setAutoRaise(True)
        self.setFixedSize(SMALL_CONTROL_PX, SMALL_CONTROL_PX)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._restyle()

    def name(self, text: str) -> None:
        """Set what the button is called."""
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        t = tokens()
        sheet = (
            f"QToolButton {{ border: 1px solid transparent; border-radius: 4px; background: transparent;"
            f" padding: 0px; min-height: 0px; }} QToolButton:hover {{ background: {t.selection}; }}"
            f" QToolButton:focus {{ border-color: {t.accent}; }}"
        )
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
            self.setIcon(glyph_icon(self._glyph, t.secondary))


class Chip(QPushButton):
    """A removable condition: its text and a cross. ``clicked`` edits it, the cross calls ``remove``."""

    def __init__(self, text: str, remove: Callable[[], None], *, remove_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._cross = IconButton(Glyph.CLOSE, self)
        self._cross.setFixedSize(18, 18)
        self._cross.name(remove_name)
        self._cross.clicked.connect(remove)
        self.setFixedHeight(22)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self._text = text
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for text and cross, at most 240 px."""
        return QSize(min(self.fontMetrics().horizontalAdvance(self._text) + 38, 240), 22)

    def minimumSizeHint(self) -> QSize:
        """Return the room that many chips side by side leave each: the text is cut, the tool tip has it whole."""
        return QSize(64, 22)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        """Keep the cross at the right and the text as long as it fits."""
        self._cross.move(self.width() - 21, 2)
        room = self.width() - 36
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        t = tokens()
        sheet = (
            f"QPushButton {{ border: 1px solid {t.accent}; border-radius: 4px; background: {t.info};"
            f" color: {t.accent_text}; padding: 0px 24px 0px 8px; text-align: left;"
            f" min-height: 20px; max-height: 20px; }}"
            f" QPushButton:focus {{ border-width: 2px; }}"
        )
        if sheet != self.styleSheet():
            self.setFont(body_font(pixels=CAPTION_PT_PX))
            self.setStyleSheet(sheet)

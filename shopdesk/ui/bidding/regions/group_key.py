"""What the outlines on the map of regions mean: each group and its percent, on the empty places of the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shopdesk.ui.charts.tile_map import TileMap, group_colour
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX

_BOX_PX: Final = (14.0, 11.0)
_GAP_PX: Final = 6.0
_ROWS: Final = {1: ("内蒙古",), 2: ("内蒙古", "海南"), 3: ("内蒙古", "贵州", "海南")}
"""A region of each row at whose left end the map has room, by the number of lines."""


class GroupKey(QWidget):
    """Lies over the map. Lines of (letter, text); a line without a letter has no outline."""

    def __init__(self, tiles: TileMap) -> None:
        super().__init__(tiles)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._map = tiles
        self._lines: tuple[tuple[str, str], ...] = ()
        tiles.installEventFilter(self)
        self.hide()

    def set_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show the groups, three lines at most; nothing where there are none."""
        self._lines = tuple(lines[: len(_ROWS)])
        self.setAccessibleName("; ".join(self.lines()))
        self.setVisible(bool(lines))
        self.setGeometry(self._map.rect())
        self.update()

    def lines(self) -> tuple[str, ...]:
        """Return the texts shown."""
        return tuple(text for _, text in self._lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the map."""
        if watched is self._map and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._map.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (drawn whole)
        """Draw each group's outline and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        for (letter, text), region in zip(self._lines, _ROWS.get(len(self._lines), ()), strict=False):
            row = self._map.tile_rect(region)
            if letter:
                painter.setPen(QPen(QColor(group_colour(letter)), 2))
                painter.drawRoundedRect(QRectF(1, row.center().y() - _BOX_PX[1] / 2, *_BOX_PX), 3, 3)
            painter.setPen(QColor(tokens().text if letter else tokens().secondary))
            left = _BOX_PX[0] + _GAP_PX if letter else 1.0
            box = QRectF(left, row.top(), row.left() - left, row.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

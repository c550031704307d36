"""Above the table: what is shown of which segment, the way back, and by what the chosen line can be divided further."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from shopdesk.domain.kpi.segments.joint import Path
from shopdesk.ui.cards import ElidedLabel, button
from shopdesk.ui.kpi.segments.wording import dimension_name, label_name
from shopdesk.ui.tokens import GUTTER_PX


class PathBar(QWidget):
    """``divided`` carries the dimension that the chosen line shall be divided by; ``back_wanted`` leaves one level."""

    divided = Signal(str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[str, ...] = ()
        self._is_chosen = False
        self.back = button(small=True)
        self.back.setVisible(False)
        self.text = ElidedLabel()
        self.text.setProperty("role", "secondary")
        self.further = button(small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.back)
        row.addWidget(self.text, 1)
        row.addWidget(self.further)
        self.back.clicked.connect(self.back_wanted)
        self.further.clicked.connect(self._open)
        self._write()

    def show_path(self, path: Path, dimension: str, *, span: str) -> None:
        """Say what is shown: the segments that lead to it, by what they are divided, and the days."""
        crumbs = [label_name(name, label) for name, label in path]
        inside = " › ".join([*crumbs, dimension_name(dimension)]) + " · " if crumbs else ""
        self.text.setText(inside + span)
        self.text.setToolTip(inside + span)
        self.back.setVisible(bool(path))

    def offer(self, dimensions: Sequence[str], *, is_chosen: bool) -> None:
        """Offer what divides the chosen line further; without ``is_chosen`` no line is."""
        self._offered, self._is_chosen = tuple(dimensions), is_chosen
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        self.back.setText(self.tr("← Back"))
        self.further.setText(self.tr("Divide line ▾"))
        self.further.setEnabled(bool(self._offered))
        if self._offered:
            tip = self.tr("Divide the chosen line by what a report tells of both")
        elif self._is_chosen:
            tip = self.tr(
                "No imported report divides this line further. Item sources divide sources by items, order lines "
                "divide items by regions and buyers."
            )
        else:
            tip = self.tr("Choose a line of the table first")
        self.further.setToolTip(tip)

    def _open(self) -> None:
        menu = QMenu(self)
        for name in self._offered:
            menu.addAction(dimension_name(name)).triggered.connect(partial(self.divided.emit, name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.further.mapToGlobal(self.further.rect().bottomLeft()))

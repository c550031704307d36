"""The bar above a table that says which cells were left as they were, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from shopdesk.ui.grid.controls import Glyph, IconButton, LinkButton
from shopdesk.ui.grid.edits import EditBatch, Problem
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX, SPACE_PX

_MOST_LISTED: Final = 500
_LIST_PX: Final = 112


class ProblemBar(QFrame):
    """Hidden until something could not go in; ``reveal_asked(row, column title)`` on a click on a listed cell."""

    reveal_asked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._skipped = 0
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # a refused text may look like mark-up
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = LinkButton(self)
        self._more.clicked.connect(self._toggle_list)
        self._close = IconButton(Glyph.CLOSE, self)
        self._close.clicked.connect(self.hide)
        self._list = QListWidget(self)
        self._list.setFixedHeight(_LIST_PX)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.itemActivated.connect(self._reveal)
        self._list.itemClicked.connect(self._reveal)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING_PX, SPACE_PX // 2, SPACE_PX, SPACE_PX // 2)
        column.setSpacing(SPACE_PX)
        column.addLayout(row)
        column.addWidget(self._list)
        self.hide()
        self._restyle()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def lines(self) -> list[str]:
        """Return the listed cells as shown."""
        return [self._list.item(at).text() for at in range(self._list.count())]

    def show_one(self, problem: Problem) -> None:
        """Say why one typed text could not go in."""
        self._show((problem,), 0)

    def show_batch(self, batch: EditBatch) -> None:
        """Say what of a batch could not be done."""
        self._show(batch.problems, batch.skipped)

    def _show(self, problems: Sequence[Problem], skipped: int) -> None:
        self._problems, self._skipped = tuple(problems), skipped
        self._fill()
        self._list.hide()
        self.setVisible(bool(problems or skipped))

    def _fill(self) -> None:
        parts = []
        cells = [problem for problem in self._problems if problem.row > 0]
        if len(self._problems) == 1:
            parts.append(self._worded(self._problems[0]))
        elif self._problems:
            parts.append(self.tr("Cells left as they were: {count}").format(count=f"{len(cells):,}"))
            parts.append(self._worded(self._problems[0]))
        if self._skipped:
            parts.append(
                self.tr("Cells skipped because they can't be edited: {count}").format(count=f"{self._skipped:,}")
            )
        self._text.setText(" · ".join(parts))
        self._more.setText(self.tr("Show all"))
        self._more.setVisible(len(self._problems) > 1)
        self._close.name(self.tr("Close"))
        self._list.clear()
        for problem in self._problems[:_MOST_LISTED]:
            item = QListWidgetItem(self._worded(problem), self._list)
            item.setData(Qt.ItemDataRole.UserRole, (problem.row, problem.column))
        if len(self._problems) > _MOST_LISTED:
            rest = len(self._problems) - _MOST_LISTED
            QListWidgetItem(self.tr("and {count} more").format(count=f"{rest:,}"), self._list)

    def _worded(self, problem: Problem) -> str:
        if problem.row == 0:
            return problem.reason
        return self.tr("Row {row}, {column}, “{text}”: {reason}").format(
            row=f"{problem.row:,}", column=problem.column, text=problem.text, reason=problem.reason
        )

    def _toggle_list(self) -> None:
        self._list.setVisible(not self._list.isVisible())

    def _reveal(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        if place and place[0] > 0:
            self.reveal_asked.emit(place[0] - 1, place[1])

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look or language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        elif event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        t = tokens()
        sheet = (
            f"ProblemBar {{ background: {t.warn}; border: none; border-bottom: 1px solid {t.border}; }}"
            f" QLabel {{ color: {t.warn_text}; }} QListWidget {{ background: transparent; color: {t.text}; }}"
        )
        if sheet != self.styleSheet():
            for widget in (self._text, self._list):
                widget.setFont(body_font(pixels=CAPTION_PT_PX))
            self.setStyleSheet(sheet)

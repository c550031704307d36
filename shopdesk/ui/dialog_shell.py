"""What small dialogs are made of: a column, the verbs at its end, and a table whose edits count at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.ui.cards import button, label
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX

if TYPE_CHECKING:
    from shopdesk.ui.context import UiContext
    from shopdesk.ui.grid.panel import GridPanel


class DialogShell(QDialog):
    """``column`` takes the parts from the top; the verbs come last. A subclass words everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self.column.setSpacing(GUTTER_PX)

    def showEvent(self, event: QShowEvent) -> None:
        """Show it as high as its texts need."""
        self.grow()
        super().showEvent(event)

    def grow(self) -> None:
        """Grow to what wrapped texts need at this width, which a dialog's own hint may fall short of."""
        self.column.activate()
        needed = self.column.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def add_answers(self, verb: str, cancel: str) -> tuple[QDialogButtonBox, QPushButton]:
        """Add the verb and the way out; return their box, which tells what was chosen, and the button of the verb."""
        box, primary = QDialogButtonBox(), button(verb, primary=True)
        box.addButton(primary, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.column.addWidget(box)
        return box, primary

    def add_close(self, text: str = "", *, beside: tuple[QWidget, ...] = ()) -> QPushButton:
        """Add the button that closes a dialog with nothing to confirm; what stands ``beside`` it is at the left."""
        row = QHBoxLayout()
        for widget in beside:
            row.addWidget(widget)
        row.addStretch(1)
        close = button(text, primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        self.column.addLayout(row)
        return close


class GridDialog(DialogShell):
    """Every edit counts at once and can be undone; the dialog has nothing to confirm.

    A subclass makes its ``grid``, then calls ``_start``; it gives the texts and the rows.
    """

    def __init__(self, context: UiContext, *, uses: str, parent: QWidget | None = None) -> None:
        """``uses``: the name of the documents whose change fills the table anew."""
        super().__init__(parent)
        self._context = context
        self._uses = uses
        self._intro = label("", "secondary", wrap=True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
        super().changeEvent(event)

    def _start(self, grid: GridPanel, *beside: QWidget) -> None:
        """Lay out, word and fill; what stands ``beside`` the closing button is at the left."""
        self.column.addWidget(self._intro)
        self.column.addWidget(grid, 1)
        self.close_button = self.add_close(beside=beside)
        self._context.changed.connect(self._note_change)
        self._context.workspace_replaced.connect(self.reject)
        self._write()
        self._fill()

    def _note_change(self, names: frozenset[str]) -> None:
        if self._uses in names:
            self._fill()

    def _write(self) -> None:
        """Write every text in the language of now."""
        raise NotImplementedError

    def _fill(self) -> None:
        """Put the rows into the table."""
        raise NotImplementedError

"""The rules of the shop in words, each with the words that switching it would move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.keywords.teaching import Moved
from shopdesk.ui.cards import LinkButton, button, label
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.keywords.dictionary.moved import moved_columns, moved_frame, moved_text
from shopdesk.ui.tokens import PADDING_PX


class RulesBar(QFrame):
    """``compatible_set(on)`` tells that the switch of accessory shops was turned by the user."""

    compatible_set = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._moved: Sequence[Moved] | None = None
        self._costs: Mapping[str, float] = {}
        self.compatible = QCheckBox()
        self.effect = label("", "secondary", wrap=True)
        self.show_words = LinkButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        row.setSpacing(12)
        row.addWidget(self.compatible)
        row.addWidget(self.effect, 1)
        row.addWidget(self.show_words)
        self.compatible.clicked.connect(self.compatible_set)
        self.show_words.clicked.connect(self.open_words)
        self._write()

    def show_rules(self, *, compatible: bool, moved: Sequence[Moved] | None, costs: Mapping[str, float]) -> None:
        """Show how the rules stand; ``moved`` are the words that turning the switch would move, None while unknown."""
        self._moved, self._costs = moved, costs
        self.compatible.setChecked(compatible)
        self._write()

    def open_words(self) -> QDialog:
        """Show the words that turning the switch would move."""
        dialog = MovedDialog(self._moved or (), self._costs, self.compatible.text(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        self.compatible.setText(self.tr("Accessory shop"))
        rule = self.tr(
            "On: a rival's name beside an accessory (手机壳 for 苹果) says what it fits, and the word isn't a "
            "competitor's."
        )
        self.compatible.setToolTip(rule)
        self.show_words.setText(self.tr("Show them"))
        self.show_words.setVisible(bool(self._moved))
        if self._moved is None:
            self.effect.setText(rule)
            return
        change = self.tr("Switching it now: {text}").format(text=moved_text(self._moved, self._costs))
        self.effect.setText(f"{rule} {change}")


class MovedDialog(QDialog):
    """Words that would move, to be read before anything is decided."""

    def __init__(self, moved: Sequence[Moved], costs: Mapping[str, float], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 480)
        self.grid = GridPanel(moved_columns(), title=lambda: self.tr("Words that would change"), read_only=True)
        self.grid.set_frame(moved_frame(moved, costs))
        close = button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(label(moved_text(moved, costs), "secondary", wrap=True), 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.grid, 1)
        column.addLayout(row)

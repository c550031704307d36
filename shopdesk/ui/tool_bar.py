"""The slim tool bar: import, undo with its step, redo, period, comparison; find at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolBar, QToolButton, QWidget

from shopdesk.ui import formats, icons
from shopdesk.ui.actions import Actions
from shopdesk.ui.period_picker import ComparisonPicker, PeriodPicker

FIND_WIDTH_PX = 220
STEP_WIDTH_PX = 240
TOOL_BAR_PX = 38
GAP_PX = 6


class FindBox(QLineEdit):
    """Searches the table of the current page; Enter goes on, Esc leaves."""

    find_next = Signal(str)
    find_previous = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(FIND_WIDTH_PX)
        self.setClearButtonEnabled(True)
        self._mark = self.addAction(icons.icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        self.show_texts()

    def show_texts(self) -> None:
        """Write the placeholder in the language in force."""
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(self.tr("Find  {keys}").format(keys=keys))
        self.setAccessibleName(self.tr("Find in the table"))
        self._mark.setIcon(icons.icon("find"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_mark"):
            self.show_texts()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finds on, Shift+Enter back, Esc gives the focus back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.find_previous if back else self.find_next).emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ShopToolBar(QToolBar):
    """Fixed: it can't be moved or closed by accident."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setMovable(False)
        self.setFixedHeight(TOOL_BAR_PX)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._buttons: dict[str, QToolButton] = {}
        self.addWidget(_gap())
        for name in ("import_files", "", "undo", "redo", ""):
            if not name:
                self.addSeparator()
                continue
            self.addAction(actions[name])
            button = self.widgetForAction(actions[name])
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                self._buttons[name] = button
        self.period = PeriodPicker()
        self.comparison = ComparisonPicker()
        self.addWidget(self.period)
        self._comparison_action = self.addWidget(self.comparison)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.find_box = FindBox()
        self.addWidget(self.find_box)
        self.addWidget(_gap())
        for name in self._buttons:
            actions[name].changed.connect(self._shorten)
        self.show_texts()

    def show_comparison(self, visible: bool) -> None:
        """Hide the comparison while there is nothing to compare."""
        self._comparison_action.setVisible(visible)

    def show_texts(self) -> None:
        """Name the bar and shorten its buttons in the language in force."""
        self.setWindowTitle(self.tr("Tool bar"))
        self.setAccessibleName(self.tr("Tool bar"))
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "find_box"):
            self.show_texts()
        super().changeEvent(event)

    def _shorten(self) -> None:
        """Drop mnemonics and dots; elide a long step, whose whole name stays in the tip."""
        for name, button in self._buttons.items():
            text = self.tr("Import") if name == "import_files" else _plain(self._actions[name].text())
            shown = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, STEP_WIDTH_PX)
            button.setText(f"{formats.ICON_GAP}{shown}")
            button.setAccessibleName(text)


def _gap() -> QWidget:
    # The style takes the left padding of a styled tool bar for all four sides, so the margin is a widget.
    gap = QWidget()
    gap.setFixedWidth(GAP_PX)
    return gap


def _plain(text: str) -> str:
    """Return a menu text as a button shows it: without its mnemonic, also the Chinese form 撤销(&U)."""
    start = text.find("(&")
    if start >= 0:
        text = text[:start] + text[start + 4 :]
    return text.replace("&", "").rstrip("…")

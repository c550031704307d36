"""The find bar over a table, with a second row for replacing."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from shopdesk.ui.grid.controls import Glyph, IconButton, SmallButton
from shopdesk.ui.grid.finding import (
    NOTHING,
    Found,
    Query,
    Replacement,
    find,
    is_ready,
    replace_batch,
    replacements,
    warm,
)
from shopdesk.ui.grid.view import GridView
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX, SMALL_CONTROL_PX, SPACE_PX

_SEARCH_MS = 120  # after the last key: a search over a large table must not run for every letter
_AGAIN_MS = 300  # until columns are looked at again whose texts are still being made
_FIELD_PX = 220


class FindBar(QFrame):
    """Searches a view while typing; Enter goes to the next match, Shift+Enter to the one before, Esc closes.

    In a large table the columns whose texts are there are searched at once, the others as their texts come.
    """

    def __init__(self, view: GridView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._found = NOTHING
        self._at = -1
        self.field = QLineEdit(self)
        self.substitute = QLineEdit(self)
        self.count = QLabel(self)
        self.case = QCheckBox(self)
        self.whole = QCheckBox(self)
        self._previous = IconButton(Glyph.UP, self)
        self._next = IconButton(Glyph.DOWN, self)
        self._close = IconButton(Glyph.CLOSE, self)
        self.replace_one = SmallButton(parent=self)
        self.replace_all = SmallButton(parent=self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(self.search)
        self._making: list[Thread] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AGAIN_MS)
        self._later.timeout.connect(self._search_more)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._restyle()
        self.hide()

    def _lay_out(self) -> None:
        top, self._lower = QHBoxLayout(), QWidget(self)
        for widget in (self.field, self.count, self._previous, self._next, self.case, self.whole):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self._close)
        lower = QHBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        for lower_widget in (self.substitute, self.replace_one, self.replace_all):
            lower.addWidget(lower_widget)
        lower.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING_PX, SPACE_PX, SPACE_PX, SPACE_PX)
        column.setSpacing(SPACE_PX)
        column.addLayout(top)
        column.addWidget(self._lower)
        for field in (self.field, self.substitute):
            field.setFixedSize(_FIELD_PX, SMALL_CONTROL_PX)
            field.installEventFilter(self)
        self.count.setMinimumWidth(80)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._timer.start())
        for box in (self.case, self.whole):
            box.toggled.connect(lambda _on: self.search())
        self._next.clicked.connect(lambda: self.step(1))
        self._previous.clicked.connect(lambda: self.step(-1))
        self._close.clicked.connect(self.close_bar)
        self.replace_one.clicked.connect(self._replace_current)
        self.replace_all.clicked.connect(self._preview)
        self._view.arranged.connect(self._search_again)
        self._view.columns_changed.connect(self._search_again)

    def open(self, *, replace: bool) -> None:
        """Show the bar with the cursor in its field."""
        self._lower.setVisible(replace)
        self.show()
        self._making = warm(self._view.grid, self._view.shown_columns())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self.search(move=False)

    def close_bar(self) -> None:
        """Hide the bar and its marks; the table has the focus again."""
        self.hide()
        self._timer.stop()
        self._later.stop()
        self._view.highlights.show({})
        self._view.viewport().update()
        self._view.setFocus()

    def query(self) -> Query:
        """Return what is searched now."""
        return Query(self.field.text(), case=self.case.isChecked(), whole=self.whole.isChecked())

    def search(self, *, move: bool = True) -> None:
        """Search anew; with ``move`` go to the first match from the current cell on."""
        self._timer.stop()
        self._later.stop()
        query = self.query()
        if not query.text:
            self._found, self._at = NOTHING, -1
            self._view.highlights.show({})
        else:
            shown = self._ready()
            if self._lacks(shown):
                self._make_texts()
            self._found, masks = find(self._view.grid, query, shown)
            self._view.highlights.show(masks)
            self._at = self._nearest()
            if move and self._at >= 0:
                self._go()
        self._tell()
        self._view.viewport().update()

    def step(self, by: int) -> None:
        """Go to the next or the previous match, around the ends."""
        if self._timer.isActive():
            self.search()
            return
        if not len(self._found):
            return
        near = self._nearest()
        here = near >= 0 and self._found.cell(near) == self._view.current_cell()
        self._at = near if by > 0 and not here else (near + by) % len(self._found)
        self._go()
        self._tell()

    def _ready(self) -> tuple[int, ...]:
        grid = self._view.grid
        return tuple(at for at in self._view.shown_columns() if is_ready(grid, grid.columns[at]))

    def _lacks(self, searched: tuple[int, ...]) -> bool:
        return len(searched) < len(self._view.shown_columns())

    def _make_texts(self) -> None:
        """Make what is lacking, where that isn't under way, and look again in a while."""
        if not any(thread.is_alive() for thread in self._making):
            self._making = warm(self._view.grid, self._view.shown_columns())
        self._later.start()

    def _search_more(self) -> None:
        """Search the columns whose texts have come since."""
        if not self.isVisible() or not self.field.text():
            return
        if self._ready() == self._found.shown:
            self._make_texts()
        else:
            self.search(move=self._at < 0)

    def _search_again(self) -> None:
        if self.isVisible() and self.field.text():
            self.search(move=False)

    def _nearest(self) -> int:
        cell = self._view.current_cell() or (0, -1)
        shown = self._found.shown
        return self._found.next_after(cell[0], shown.index(cell[1]) if cell[1] in shown else 0)

    def _go(self) -> None:
        row, column = self._found.cell(self._at)
        if row < self._view.grid.rowCount():
            self._view.move_to(row, column)

    def _tell(self) -> None:
        total, is_partial = len(self._found), self._later.isActive()
        if not self.field.text():
            text = ""
        elif total == 0:
            text = self.tr("searching…") if is_partial else self.tr("not found")
        elif is_partial:
            text = self.tr("{at} / {count} …").format(at=f"{self._at + 1:,}", count=f"{total:,}")
        else:
            text = self.tr("{at} / {count}").format(at=f"{self._at + 1:,}", count=f"{total:,}")
        self.count.setText(text)
        for button in (self._next, self._previous, self.replace_one, self.replace_all):
            button.setEnabled(total > 0)
        if is_partial:
            self.replace_all.setEnabled(False)

    def _replace_current(self) -> None:
        if self._at < 0:
            return
        one = Found(self._found.shown, self._found.codes[self._at : self._at + 1])
        self._send(list(replacements(self._view.grid, one, self.query(), self.substitute.text())))
        self.search(move=False)
        self.step(1)

    def _preview(self) -> None:
        from shopdesk.ui.grid.replace_preview import ReplacePreview

        wanted = list(replacements(self._view.grid, self._found, self.query(), self.substitute.text()))
        dialog = ReplacePreview(self._view.grid, wanted, skipped=len(self._found) - len(wanted), parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._send)
        dialog.open()

    def _send(self, wanted: list[Replacement]) -> None:
        batch = replace_batch(self._view.grid, wanted)
        self._view.grid.send(batch)
        if batch.problems:
            self._view.refused.emit(batch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the fields: Enter, Shift+Enter, Esc, and down into the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if watched is self.substitute:
                    self._replace_current()
                else:
                    self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc from any control of the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look or language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in all columns"))
        self.field.setAccessibleName(self.tr("Find in all columns"))
        self.substitute.setPlaceholderText(self.tr("Replace with"))
        self.substitute.setAccessibleName(self.tr("Replace with"))
        self.case.setText(self.tr("Match case"))
        self.whole.setText(self.tr("Whole cell"))
        self._previous.name(self.tr("Previous (Shift+Enter)"))
        self._next.name(self.tr("Next (Enter)"))
        self._close.name(self.tr("Close (Esc)"))
        self.replace_one.setText(self.tr("Replace"))
        self.replace_all.setText(self.tr("Replace all…"))
        self._tell()

    def _restyle(self) -> None:
        t = tokens()
        sheet = (
            f"FindBar {{ background: {t.raised}; border: none; border-top: 1px solid {t.border}; }}"
            f" QLabel {{ color: {t.secondary}; }} QCheckBox {{ color: {t.text}; }}"
            f" QLineEdit {{ border: 1px solid {t.border}; border-radius: 4px; background: {t.card}; color: {t.text};"
            f" padding: 0px 6px; min-height: 22px; max-height: 22px; }} QLineEdit:focus {{ border-color: {t.accent}; }}"
        )
        if sheet != self.styleSheet():
            font = body_font(pixels=CAPTION_PT_PX)
            for widget in (self.field, self.substitute, self.count, self.case, self.whole):
                widget.setFont(font)
            self.setStyleSheet(sheet)

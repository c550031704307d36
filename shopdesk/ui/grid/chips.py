"""All filters in force in one place: a chip each, how many rows remain, clear all, reapply."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from shopdesk.ui.grid.controls import Chip, Glyph, LinkButton, SmallButton
from shopdesk.ui.grid.view import GridView
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX, SPACE_PX

_MOST_BESIDE: Final = 3  # chips that stand beside the count; more get a line of their own


class FilterChips(QWidget):
    """Shows the count of rows and the filters of a view; ``filter_wanted`` asks for a new one."""

    edit_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, view: GridView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._chips: list[Chip] = []
        self._count = QLabel(self)
        self._add = SmallButton(Glyph.FUNNEL, self)
        self._add.clicked.connect(self.add_asked)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_PX)
        self._clear = LinkButton(self)
        self._clear.clicked.connect(view.grid.clear_filters)
        self._reapply = LinkButton(self)
        self._reapply.clicked.connect(view.grid.reapply)
        self.second_line = QWidget(parent)
        self._second_row = QHBoxLayout(self.second_line)
        self._second_row.setContentsMargins(PADDING_PX, 0, PADDING_PX, SPACE_PX)
        self._second_row.setSpacing(SPACE_PX)
        self._second_row.addStretch(1)
        self.second_line.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE_PX)
        layout.addWidget(self._count)
        layout.addWidget(self._add)
        layout.addLayout(self._row)
        layout.addWidget(self._clear)
        layout.addWidget(self._reapply)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        view.arranged.connect(self.refresh)
        self._retranslate()
        self._restyle()

    @property
    def count_text(self) -> str:
        """The count as shown, e.g. ``123 / 5,000 行``."""
        return self._count.text()

    @property
    def add_button(self) -> SmallButton:
        """The button that offers columns to filter by."""
        return self._add

    def chips(self) -> list[Chip]:
        """Return the chips in force."""
        return list(self._chips)

    def refresh(self) -> None:
        """Show what is in force now."""
        model = self._view.grid
        text = self.tr("{shown} / {all} rows")
        self._count.setText(text.format(shown=f"{len(model.order):,}", all=f"{len(model.frame):,}"))
        for chip in self._chips:
            self._row.removeWidget(chip)
            self._second_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        count = len(model.page_filters) + len(model.filters)
        for name, kept in model.page_filters.items():
            self._put(kept.title(), name, of_page=True)
        for name, condition in model.filters.items():
            column = model.column(name)
            self._put(f"{column.header()} {condition.describe(column)}".replace(" :", ":"), name, of_page=False)
        if count > _MOST_BESIDE:
            for at, chip in enumerate(self._chips):
                self._second_row.insertWidget(at, chip)
        self.second_line.setVisible(count > _MOST_BESIDE)
        self._clear.setVisible(bool(self._chips))
        self._reapply.setVisible(model.is_stale)

    def _put(self, text: str, name: str, *, of_page: bool) -> None:
        model = self._view.grid
        if of_page:
            chip = Chip(
                text,
                lambda: model.set_page_filter(name, None),
                remove_name=self.tr("Remove filter {text}").format(text=text),
                parent=self,
            )
        else:
            chip = Chip(
                text,
                lambda: model.set_filter(name, None),
                remove_name=self.tr("Remove filter {text}").format(text=text),
                parent=self,
            )
            chip.clicked.connect(lambda: self.edit_asked.emit(name))
        self._row.addWidget(chip)
        chip.show()
        self._chips.append(chip)

    def changeEvent(self, event: QEvent) -> None:
        """Take a new look or language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _retranslate(self) -> None:
        self._add.setText(self.tr("Add filter"))
        self._clear.setText(self.tr("Clear filters"))
        self._reapply.setText(self.tr("Reapply"))
        self._reapply.setToolTip(self.tr("Edited rows no longer stand where the sort and filters would put them"))
        self.refresh()

    def _restyle(self) -> None:
        sheet = f"color: {tokens().secondary};"
        if self._count.styleSheet() != sheet:
            self._count.setFont(body_font(pixels=CAPTION_PT_PX))
            self._count.setStyleSheet(sheet)

"""词根: the roots that words share, what a click on all their words is worth, and the words of one root."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.domain.keywords.library import Library
from shopdesk.domain.keywords.roots import root_table
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState, MessageBar, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.model import SortKey
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.grid.settings_layout import SettingsLayout
from shopdesk.ui.keywords.columns import WordColumns
from shopdesk.ui.keywords.columns import frame_of as frame_of_words
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.roots.columns import RootColumns, frame_of, has_numbers
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.keywords.view import LibraryState, LibraryView
from shopdesk.ui.keywords.words.family import words_of
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.plain import one_line
from shopdesk.ui.tokens import GUTTER_PX

if TYPE_CHECKING:
    import pandas as pd

TITLE_SIGNS: Final = 12
WORD_COLUMNS: Final = {
    "word": 112,
    "clicks": 52,
    "cost": 80,
    "orders": 52,
    "value_mid": 84,
    "advice": 92,
}
"""Columns of the words of a root with their width in pixels: all fit beside the roots at 1366."""


class View(LibraryView):
    """Roots at the left, the words of the chosen one at the right; the table is made in a job."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: LibraryState | None = None
        self._root = ""
        self._words: tuple[str, ...] = ()
        self._job = LatestJob(context.jobs, self)
        self._columns, self._word_columns = RootColumns(), WordColumns()
        store = SettingsLayout(context.settings, "keyword_roots")
        self.roots = GridPanel(self._columns.columns(), title=lambda: self.tr("Roots"), store=store, read_only=True)
        if store.get() is None:
            self.roots.model.set_sort([SortKey("cost", descending=True)])
        shown = [
            replace(column, width=WORD_COLUMNS[column.name])
            for column in self._word_columns.columns()
            if column.name in WORD_COLUMNS
        ]
        self.words = GridPanel(shown, title=self._words_title, read_only=True, small=True)
        self.words.model.set_sort([SortKey("cost", descending=True)])
        self.open = button(small=True)
        self.basis = label("", "caption", wrap=True)
        self.bar = MessageBar()
        self.empty = EmptyState(icon="keywords")
        self._saver = SheetSaver(context, self.bar, self)
        self._lay_out()
        self._connect()
        self._write()

    def show_library(self, state: LibraryState) -> None:
        """Make the table of roots anew where the library has changed."""
        library = state.answer.library
        self._state = state
        if library is None or not len(library.words):
            self._roots_shown(None)
            return
        if self._job.is_news((library,)):
            self._job.start(self.tr("Adding up roots"), lambda job: _made(library, job), self._take)

    def let_go(self) -> None:
        """Drop the library; the rows stay until others come."""
        self._job.drop()
        self._state = None
        self._word_columns.show(None)

    def show_target(self, target: object) -> None:
        """Bring a root into view."""
        if isinstance(target, str):
            self._root = target
            self._reveal()

    def find_target(self) -> GridPanel:
        """Return the table of roots."""
        return self.roots

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        tables = QHBoxLayout()
        tables.setSpacing(GUTTER_PX)
        tables.addWidget(self.roots, 8)
        tables.addWidget(self.words, 6)
        self.words.right_slot.addWidget(self.open)
        column.addLayout(tables, 1)
        column.addWidget(self.basis)
        self.bar.hide()
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self.roots.row_changed.connect(self._choose)
        self.roots.stats_changed.connect(self.context.selection_stats)
        self.roots.export_asked.connect(self.export)
        self.words.export_asked.connect(self.export)
        self.open.clicked.connect(lambda: self.wanted.emit("words", self._words))
        self.empty.triggered.connect(self.context.import_requested)

    def _write(self) -> None:
        self.open.setText(self.tr("Show in the table"))
        self.open.setToolTip(self.tr("Show only these words in the table of words"))
        self._write_basis()
        self._write_empty()

    def _write_empty(self) -> None:
        library = self._state.answer.library if self._state is not None else None
        if library is not None and len(library.words):
            self.empty.set_texts(
                self.tr("No two words of this period share a root, so that there is nothing to add up."), ""
            )
            return
        self.empty.set_texts(
            self.tr(
                "Here stand the roots that words share, with what a click on all of them together is worth. "
                "Import a keyword report of your ad console, or choose a period that it covers."
            ),
            self.tr("Import files…"),
        )

    def _write_basis(self) -> None:
        library = self._state.answer.library if self._state is not None else None
        if library is None:
            self.basis.setText("")
            return
        text = self.tr(
            "{span} · a word counts in each of its roots, so that roots never add up to the shop · of roots with the "
            "same words only the longest is shown"
        ).format(span=formats.span(library.period.start, library.period.end))
        if library.left_out:
            text += " · " + self.tr(
                "values without the last {days} {days:day|days}, whose orders are still coming"
            ).format(days=formats.full(library.left_out))
        self.basis.setText(text)

    def _words_title(self) -> str:
        if not self._root:
            return self.tr("Words of a root")
        return self.tr("“{root}”").format(root=one_line(self._root, most=TITLE_SIGNS))

    # --- data

    def _take(self, made: tuple[pd.DataFrame, GridFrame]) -> None:
        table, frame = made
        self._roots_shown(frame if has_numbers(table) else None)
        library = self._state.answer.library if self._state is not None else None
        if library is None or not has_numbers(table):
            return
        self._columns.show(table, margin=library.margin.share if library.margin else None)
        self._word_columns.show(library)
        self.roots.set_frame(frame)
        self._reveal()

    def _roots_shown(self, frame: GridFrame | None) -> None:
        self._pages.setCurrentIndex(0 if frame is None else 1)
        self._write_empty()
        self._write_basis()

    def _reveal(self) -> None:
        model = self.roots.model
        if not len(model.frame):  # the table is on its way; what is wanted waits for it
            return
        if model.frame.place(self._root) is None:
            self._root = str(model.key(0)) if model.rowCount() else ""
        elif model.row_of_key(self._root) is None:
            model.clear_filters()
        if self._root:
            self.roots.view.reveal(self._root, "root")
        self._choose(self._root)

    def _choose(self, key: Hashable) -> None:
        library = self._state.answer.library if self._state is not None else None
        if library is None or not isinstance(key, str) or not key:
            return
        self._root = key
        self._words = words_of(library, key)
        self.words.set_frame(frame_of_words(library, self._words))
        self.words.retitle()
        self.open.setEnabled(bool(self._words))

    def export(self) -> None:
        """Write the roots as shown, and the words of the chosen one, to .xlsx."""
        library = self._state.answer.library if self._state is not None else None
        if library is None:
            return
        sheets = [sheet_of(self.roots.view, name=self.tr("Roots"), notes=(self.basis.text(),))]
        if self._words:
            sheets.append(sheet_of(self.words.view, name=self.tr("Words"), notes=(self._words_title(),)))
        span = f"{library.period.start} {library.period.end}"
        self._saver.save(self.tr("Roots {span}").format(span=span), sheets)


def _made(library: Library, job: JobContext) -> tuple[pd.DataFrame, GridFrame]:
    job.report(None, "")
    share = library.margin.share if library.margin and library.margin.share > 0 else float("nan")
    table = root_table(library.families, library.words, margin=share)
    return table, frame_of(table)

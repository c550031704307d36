"""The words themselves: four quadrant cards that filter the table, and one word in full at the right."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.keywords.decisions import DECISIONS
from shopdesk.app.keywords.documents import history
from shopdesk.app.keywords.tags import MARKS, WordMark
from shopdesk.domain.keywords.classify import Label, Quadrant
from shopdesk.domain.keywords.library import Library, Study
from shopdesk.domain.keywords.places import bids
from shopdesk.domain.keywords.sums import reaches_into
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState, MessageBar, Segmented, button, set_tab_order
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.model import SortKey
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.grid.settings_layout import SettingsLayout
from shopdesk.ui.grid.texts import row_of
from shopdesk.ui.grid.totals import TotalText
from shopdesk.ui.keywords import advice_wording
from shopdesk.ui.keywords.columns import WordColumns
from shopdesk.ui.keywords.dictionary.offer import LessonOffer
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.saved.box import SavedViewsBox
from shopdesk.ui.keywords.saved.shipped import VIEW_FILTER
from shopdesk.ui.keywords.scatter.card import ScatterCard
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.keywords.view import LibraryState, LibraryView
from shopdesk.ui.keywords.word_panel import WordPanel, WordShown
from shopdesk.ui.keywords.words.assumptions import AssumptionsButton
from shopdesk.ui.keywords.words.cards import QuadrantCards
from shopdesk.ui.keywords.words.edits import WordEdits
from shopdesk.ui.keywords.words.family import words_of
from shopdesk.ui.keywords.words.mark_columns import MarkWriter, mark_columns
from shopdesk.ui.keywords.words.menu import WordMenu
from shopdesk.ui.keywords.words.selecting import only_filter, quadrant_filter, select_keys
from shopdesk.ui.keywords.words.texts_ahead import TextsAhead
from shopdesk.ui.keywords.words.totals import totals
from shopdesk.ui.keywords.words.word_grid import WordGrid
from shopdesk.ui.kpi.wording import apart_text
from shopdesk.ui.tokens import GUTTER_PX

CARD_FILTER: Final = "quadrant card"
SELECTED_FILTER: Final = "selected words"
TABLE: Final = "table"
SCATTER: Final = "scatter"


class WordsView(LibraryView):
    """The first view of the library: cards, table, and the panel of the word that is looked at."""

    uses = frozenset({MARKS.name, DECISIONS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: LibraryState | None = None
        self._columns = WordColumns()
        self._marks = MarkWriter()
        self._tells_no_news = False
        self.edits = WordEdits(context, reveal=self._reveal, labels=self._labels, parent=self)
        self.cards = QuadrantCards()
        store = SettingsLayout(context.settings, "keywords")
        columns = (*self._columns.columns(), *mark_columns())
        self.grid = WordGrid(columns, title=lambda: self.tr("Words"), totals=self._totals, store=store)
        if not self.grid.model.sort_keys and store.get() is None:
            self.grid.model.set_sort([SortKey("cost", descending=True)])
        self.scatter = ScatterCard(context, self.grid.model)
        self.saved = SavedViewsBox(context, self.grid.view)
        self.mode, self._mode_there = Segmented(), Segmented()
        self.panel = WordPanel()
        self.empty = EmptyState(icon="keywords")
        self.more = button(small=True)
        self.assumptions = AssumptionsButton(context, self._study)
        self.bar, self.teach_bar = MessageBar(), MessageBar()
        self.offer = LessonOffer(
            context, self.teach_bar, self, answer=lambda: self._state.answer if self._state is not None else None
        )
        self._saver = SheetSaver(context, self.bar, self)
        self._ahead = TextsAhead(context, self)
        self._lay_out()
        self._connect()
        self._write()

    def show_library(self, state: LibraryState) -> None:
        """Draw the words of a state; where it is the one shown, only what the user marked."""
        workspace, frame = self.context.workspace, state.frame
        is_new = self._state is not state
        self._state = state
        if frame is not None and workspace is not None and (self._marks.put(frame, workspace) or is_new):
            self._columns.show(state.answer.library)
            if self.face() != SCATTER:
                self.scatter.let_go()
            self.grid.set_frame(frame)
            self._ahead.make(self.grid.model)
        self._pages.setCurrentIndex(0 if state.answer.library is None else 1)
        self._fill()
        self._tell_no_news()

    def show_target(self, target: object) -> None:
        """Bring a word into view, or show only the words of a tuple."""
        self.show_face(TABLE)
        if isinstance(target, tuple):
            self.choose_quadrant(None)
            self.grid.model.clear_filters()
            self.grid.model.set_page_filter(SELECTED_FILTER, only_filter(str(word) for word in target))
        elif isinstance(target, str):
            if self.grid.model.row_of_key(target) is None:
                self.grid.model.clear_filters()
            self.grid.view.reveal(target, "word")

    def find_target(self) -> GridPanel:
        """Return the table of words."""
        return self.grid

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._state = None
        self.cards.choose(None)
        self.grid.model.clear_filters()
        self.saved.forget()
        self.offer.forget()
        self.show_face(TABLE)
        self.panel.hide()

    def library(self) -> Library | None:
        """Return what is shown, None while there is nothing."""
        return self._state.answer.library if self._state is not None else None

    def _study(self) -> Study | None:
        return self._state.answer.study if self._state is not None else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
            # Once the table has heard of it too: its texts of the language before are dropped then.
            QTimer.singleShot(0, self, lambda: self._ahead.make(self.grid.model))
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER_PX)
        column.addWidget(self.cards)
        column.addWidget(self.bar)
        column.addWidget(self.teach_bar)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.grid)
        self._faces.addWidget(self.scatter)
        below.addWidget(self._faces, 1)
        below.addWidget(self.panel)
        column.addLayout(below, 1)
        self.grid.left_slot.addWidget(self.saved)
        self.grid.right_slot.addWidget(self.assumptions)
        self.grid.right_slot.addWidget(self.more)
        self.grid.right_slot.addWidget(self.mode)
        self.scatter.add_action(self._mode_there)
        self.panel.hide()
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self.cards.chosen.connect(self._filter_quadrant)
        self.grid.edited.connect(self.edits.apply_cells)
        self.grid.row_changed.connect(self._row_chosen)
        self.grid.export_asked.connect(self.export)
        self.grid.find_opened.connect(lambda: self.show_face(TABLE))
        self.grid.stats_changed.connect(self.context.selection_stats)
        self.grid.model.arranged.connect(self._follow_filters)
        self.panel.quadrant_chosen.connect(lambda word, quadrant: self.edits.set_quadrant([word], Quadrant(quadrant)))
        self.panel.rule_wanted.connect(lambda word: self.edits.give_back([word]))
        self.panel.term_named.connect(self.edits.name_term)
        self.panel.teach_wanted.connect(self._teach)
        self.edits.labelled.connect(self.offer.consider)
        self.panel.accepted.connect(self._accept)
        self.panel.taken_back.connect(lambda word: self.edits.take_back([word]))
        self.panel.tags_set.connect(self.edits.set_tags)
        self.panel.note_set.connect(lambda word, text: self.edits.set_note([word], text))
        self.panel.root_wanted.connect(self._show_root)
        self.panel.word_wanted.connect(self.show_target)
        self.panel.closed.connect(self.panel.hide)
        for switch in (self.mode, self._mode_there):
            switch.chosen.connect(self.show_face)
        self.scatter.selected.connect(self._take_selection)
        self.scatter.activated.connect(self._show_in_table)
        self.scatter.only_wanted.connect(self._show_only_selected)
        self.saved.shown.connect(self._show_saved)
        self.empty.triggered.connect(self.context.import_requested)
        self.more.clicked.connect(self._open_menu)

    def _write(self) -> None:
        self.empty.set_texts(
            self.tr(
                "Here your paid search words stand in four quadrants, with what a click on each is worth. "
                "Import a keyword report of your ad console."
            ),
            self.tr("Import files…"),
        )
        for switch in (self.mode, self._mode_there):
            switch.set_items([(TABLE, self.tr("Table")), (SCATTER, self.tr("Scatter"))])
        self.more.setText(self.tr("Selected ▾"))
        self.more.setToolTip(self.tr("Quadrant, tags, note and decision of the selected words"))
        verbs = (self.assumptions, self.more, self.mode)
        set_tab_order(self.cards, self.saved, self.grid.chips, *verbs, self.grid.view, self.panel)
        set_tab_order(self.scatter.only, self.scatter.clear, self._mode_there, *self.scatter.stops(), self.panel)

    def _fill(self) -> None:
        library = self.library()
        if library is None:
            return
        self.grid.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.grid.model.columns) - 1)
        self.cards.show_library(library, self.context.comparison)
        self._tell_empty(library)
        if self.panel.isVisibleTo(self):
            if self.panel.word in library.words.index:
                self._show_word(self.panel.word)
            else:
                self.panel.hide()
        else:
            self.panel.let_go()

    def _tell_empty(self, library: Library) -> None:
        known = self._study()
        if len(library.words) or known is None or known.first is None or known.last is None:
            lacking = advice_wording.lack(library.words["advice_reason"].unique())
            self.bar.say(lacking) if lacking else self.bar.hide()
            return
        text = self.tr("There are no words from {period}; the keyword reports cover {covered}.")
        if reaches_into(known.rows, library.period):
            text = self.tr(
                "The keyword reports from {covered} are totals, which can't be divided: choose a period that holds "
                "such a span as a whole, not {period}, or import the reports day by day."
            )
        shown = formats.span(library.period.start, library.period.end)
        self.bar.say(text.format(period=shown, covered=formats.span(known.first, known.last)))

    # --- export

    def export(self) -> None:
        """Ask for a file and write the table as shown to .xlsx, in a job."""
        library = self.library()
        if library is not None:
            name = self.tr("Words {span}").format(span=f"{library.period.start} {library.period.end}")
            self._saver.save(name, [sheet_of(self.grid.view, name=self.tr("Words"), notes=(self._basis(),))])

    def _totals(self, order: NDArray[np.int64]) -> dict[str, Any]:
        sums = totals(self.grid.model, order) if hasattr(self, "grid") else {}
        if sums:
            sums["word"] = TotalText(self.tr("Total {count} {count:word|words}").format(count=formats.full(len(order))))
            sums["quadrant"] = TotalText(self._basis(), quiet=True)
        return sums

    def _basis(self) -> str:
        library, known = self.library(), self._study()
        if library is None or known is None:
            return ""
        span = formats.span(library.period.start, library.period.end)
        text = self.tr("{span} · all plans added").format(span=span)
        return f"{text} · {apart_text(known.apart)}" if known.apart else text

    # --- quadrant cards and filters

    def choose_quadrant(self, quadrant: Quadrant | None) -> None:
        """Show only the words of a quadrant, None for all."""
        self.cards.choose(quadrant)
        self._filter_quadrant(quadrant.value if quadrant else "")

    def _show_saved(self, quadrant: str) -> None:
        self.choose_quadrant(Quadrant(quadrant) if quadrant else None)
        self._tell_no_news()

    def _tell_no_news(self) -> None:
        """A view of new words is empty where the reports begin with the period: that is to be said."""
        state = self._state
        shown = self.grid.model.page_filters.get(VIEW_FILTER)
        if state is None or state.answer.library is None or shown is None or shown.tag != "new":
            return
        first = state.answer.study.first
        if first is not None and first >= state.answer.library.period.start:
            text = self.tr("Nobody can tell yet which words are new: the keyword reports begin on {day}.")
            self.bar.say(text.format(day=formats.full_day(first)))
            self._tells_no_news = True

    def _filter_quadrant(self, value: str) -> None:
        self.grid.model.set_page_filter(CARD_FILTER, quadrant_filter(Quadrant(value)) if value else None)
        self.saved.set_quadrant(value)

    def _follow_filters(self) -> None:
        if self.face() == SCATTER:
            self._draw_scatter()
        if self.cards.quadrant is not None and CARD_FILTER not in self.grid.model.page_filters:
            self.cards.choose(None)
        if self._tells_no_news and VIEW_FILTER not in self.grid.model.page_filters:
            self._tells_no_news = False
            self.bar.hide()

    # --- table and scatter

    def face(self) -> str:
        """Return whether the words are shown as ``TABLE`` or ``SCATTER``."""
        return self.mode.key() or TABLE

    def show_face(self, name: str) -> None:
        """Show the words as table or scatter; what is selected in one is selected in the other."""
        for switch in (self.mode, self._mode_there):
            switch.choose(name)
        self._faces.setCurrentWidget(self.scatter if name == SCATTER else self.grid)
        if name == SCATTER:
            self._draw_scatter()
            selected = self.grid.view.selected_keys()
            self.scatter.mark(selected if len(selected) > 1 else ())
            self.scatter.chart.setFocus()
        else:
            self.grid.view.setFocus()

    def _draw_scatter(self) -> None:
        if (library := self.library()) is not None:
            self.scatter.show_words(library)

    def _take_selection(self, keys: Sequence[str]) -> None:
        if len(keys) == 1:
            self._row_chosen(keys[0])
        if not select_keys(self.grid.view, keys):  # too scattered to be held selected: shown alone instead
            self.grid.model.set_page_filter(SELECTED_FILTER, only_filter(keys))
            select_keys(self.grid.view, keys)

    def _show_only_selected(self) -> None:
        keys = [str(key) for key in self.scatter.selected_keys()]
        self.grid.model.set_page_filter(SELECTED_FILTER, only_filter(keys))
        self.scatter.mark(keys)

    def _show_in_table(self, word: str) -> None:
        self.show_face(TABLE)
        self.grid.view.reveal(word, "word")

    # --- the word panel

    def _row_chosen(self, key: Hashable) -> None:
        library = self.library()
        if library is not None and isinstance(key, str) and key in library.words.index:
            self._show_word(key)
            self.panel.show()

    def _show_word(self, word: str) -> None:
        library, workspace, frame = self.library(), self.context.workspace, self.grid.model.frame
        place = frame.place(word)
        if library is None or workspace is None or place is None:
            return
        offered = self.edits.accepted([word], library)
        self.panel.show_word(
            WordShown(
                word,
                library,
                row_of(frame, place),
                workspace.row(MARKS, (word,)) or WordMark(word),
                workspace.row(DECISIONS, (word,)),
                offered[0] if offered else None,
                bids(library, [word]).get(word),
                history(workspace, word),
            )
        )

    def _accept(self, word: str) -> None:
        if (library := self.library()) is not None:
            self.edits.accept([word], library)

    def _teach(self, word: str) -> None:
        library = self.library()
        if library is not None and word in library.labels:
            self.offer.open_for(word, library.labels[word].quadrant)

    def _show_root(self, root: str) -> None:
        if (library := self.library()) is not None:
            self.show_target(words_of(library, root))

    def _labels(self) -> Mapping[str, Label]:
        return library.labels if (library := self.library()) is not None else {}

    def _reveal(self, word: str) -> None:
        """Show a word whose step was undone: in the scatter where that is looked at, else in the table."""
        if self.isVisible() and self.face() == SCATTER:
            self.scatter.mark({word})
            self._row_chosen(word)
            return
        self.context.page_requested.emit("keywords", ("words", word))

    def _open_menu(self) -> None:
        library, workspace = self.library(), self.context.workspace
        if library is None or workspace is None:
            return
        words = [str(key) for key in self.grid.view.selected_keys()]
        menu = WordMenu(self.edits, words, library, workspace, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

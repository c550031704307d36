"""关键词库: four quadrant cards that filter the table of words, and one word in full at the right."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import RowEdit
from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.documents import DICTIONARY, HAND_LABELS, HandLabel, forget_hand, set_quadrant, set_term
from shopdesk.app.keywords.library import Answer, answer, question
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.library import Library, Study
from shopdesk.domain.keywords.sums import TABLES
from shopdesk.ui import formats
from shopdesk.ui.cards import BarAction, EmptyState, MessageBar, button
from shopdesk.ui.context import Page, UiContext
from shopdesk.ui.grid.edits import EditBatch
from shopdesk.ui.grid.filters import PageFilter
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.model import SortKey
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.grid.settings_layout import SettingsLayout
from shopdesk.ui.grid.totals import TotalText
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.columns import WordColumns, frame_of
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.quadrant_card import QuadrantCard
from shopdesk.ui.keywords.word_panel import WordPanel
from shopdesk.ui.kpi.wording import apart_text, base_text
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.messages import open_folder, word_error
from shopdesk.ui.saving import ask_target
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX

_FILTER = "quadrant card"


class KeywordsPage(Page):
    """The library of the period, computed in a job; the study is kept until facts or dictionaries change."""

    uses = frozenset({*TABLES, HAND_LABELS.name, DICTIONARY.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._study: Study | None = None
        self._library: Library | None = None
        self._chosen: Quadrant | None = None
        self._job = LatestJob(context.jobs)
        self._columns = WordColumns()
        self.cards = {quadrant: QuadrantCard(quadrant) for quadrant in Quadrant}
        store = SettingsLayout(context.settings, "keywords")
        self.grid = GridPanel(self._columns.columns(), title=lambda: self.tr("Words"), totals=self._totals, store=store)
        if not self.grid.model.sort_keys and store.get() is None:
            self.grid.model.set_sort([SortKey("cost", descending=True)])
        self.panel = WordPanel()
        self.empty = EmptyState(icon="keywords")
        self.more = button(small=True)
        self.bar = MessageBar()
        self._lay_out()
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Compute the library of the period in a job, then show it; an answer overtaken by a newer one is dropped."""
        workspace = self.context.workspace
        if workspace is None:
            self._show(None, None)
            return
        asked = question(workspace, period=self.context.period, comparison=self.context.comparison, known=self._study)

        def work(job: JobContext) -> tuple[Answer, GridFrame | None]:
            found = answer(asked, workspace, job)
            return found, None if found.library is None else frame_of(found.library)

        def done(result: tuple[Answer, GridFrame | None]) -> None:
            self._study = result[0].study
            self._show(result[0].library, result[1])

        self._job.start(self.tr("Reading the words"), work, done)

    def find_target(self) -> GridPanel:
        """Return the table of words."""
        return self.grid

    def show_target(self, target: object) -> None:
        """Bring a word into view."""
        if isinstance(target, str):
            self.grid.model.clear_filters()
            self.grid.view.reveal(target, "word")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
        super().changeEvent(event)

    def library(self) -> Library | None:
        """Return what is shown, None while there is nothing."""
        return self._library

    # --- layout

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, MARGIN_PX)
        column.setSpacing(GUTTER_PX)
        top = QHBoxLayout()
        top.setSpacing(GUTTER_PX)
        for card in self.cards.values():
            top.addWidget(card, 1)
        column.addLayout(top)
        column.addWidget(self.bar)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        below.addWidget(self.grid, 1)
        below.addWidget(self.panel)
        column.addLayout(below, 1)
        self.grid.right_slot.addWidget(self.more)
        self.panel.hide()
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        for card in self.cards.values():
            card.clicked.connect(self.choose_quadrant)
        self.grid.edited.connect(self._edited)
        self.grid.row_changed.connect(self._row_chosen)
        self.grid.export_asked.connect(self.export)
        self.grid.stats_changed.connect(self.context.selection_stats)
        self.grid.model.arranged.connect(self._follow_filters)
        self.panel.quadrant_chosen.connect(lambda word, quadrant: self.set_quadrant([word], Quadrant(quadrant)))
        self.panel.rule_wanted.connect(lambda word: self.give_back([word]))
        self.panel.term_named.connect(self._name_term)
        self.panel.closed.connect(self.panel.hide)
        self.empty.triggered.connect(self.context.import_requested)
        self.context.workspace_replaced.connect(self._forget)
        self.context.changed.connect(self._note_change)
        self.more.clicked.connect(self._open_menu)

    def _write(self) -> None:
        self.empty.set_texts(
            self.tr(
                "Here your paid search words stand in four quadrants, with what a click on each is worth. "
                "Import a keyword report of your ad console."
            ),
            self.tr("Import files…"),
        )
        self.more.setText(self.tr("Set quadrant ▾"))
        self.more.setToolTip(self.tr("Set the quadrant of the selected words by hand"))

    # --- data

    def _forget(self) -> None:
        self._job.drop()
        self._study = None
        self._library = None
        self._chosen = None
        self.panel.hide()

    def _note_change(self, names: frozenset[str]) -> None:
        if names & {*TABLES, DICTIONARY.name}:
            self._job.drop()
            self._study = None

    def _show(self, library: Library | None, frame: GridFrame | None) -> None:
        self._library = library
        if frame is not None:
            self._columns.show(library)
            self.grid.set_frame(frame)
        self._pages.setCurrentIndex(0 if library is None else 1)
        self._fill()

    def _fill(self) -> None:
        library = self._library
        if library is None:
            return
        self.grid.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.grid.model.columns) - 1)
        self._fill_cards(library)
        self._tell_empty(library)
        if self.panel.isVisibleTo(self):
            if self.panel.word in library.words.index:
                self.panel.show_word(self.panel.word, library)
            else:
                self.panel.hide()

    def _fill_cards(self, library: Library) -> None:
        ends = [total.high for total in library.quadrants if total.high is not None]
        ends += [library.break_even_roi] if library.break_even_roi is not None else []
        scale = 1.05 * max(ends, default=1.0)
        base = base_text(self.context.comparison.without_calendar, library.period.days) if library.compared else ""
        for total in library.quadrants:
            self.cards[total.quadrant].show_total(
                total, break_even=library.break_even_roi, scale=scale, days=library.period.days, base=base
            )

    def _tell_empty(self, library: Library) -> None:
        known = self._study
        if len(library.words) or known is None or known.first is None or known.last is None:
            self.bar.hide()
            return
        text = self.tr("There are no words from {period}; the keyword reports cover {covered}.")
        shown = formats.span(library.period.start, library.period.end)
        self.bar.say(text.format(period=shown, covered=formats.span(known.first, known.last)))

    # --- export

    def export(self) -> None:
        """Ask for a file and write the table as shown to .xlsx, in a job."""
        library, services = self._library, self.context.services
        if library is None or services is None:
            return
        name = self.tr("Words {span}").format(span=f"{library.period.start} {library.period.end}")
        path = ask_target(
            self,
            title=self.tr("Export the table"),
            name=name,
            suffix=".xlsx",
            pattern=self.tr("Excel workbook (*.xlsx)"),
        )
        if path is None:
            return
        sheet = sheet_of(self.grid.view, name=self.tr("Words"), notes=(self._basis(),))

        def done(_result: None) -> None:
            text = self.tr("Written: {name}").format(name=path.name)
            self.bar.say(text, actions=[BarAction(self.tr("Show in folder"), lambda: open_folder(path.parent))])

        def failed(error: BaseException) -> None:
            self.bar.say(word_error(services, error), "warn")

        self.context.jobs.start(
            self.tr("Writing {name}").format(name=path.name),
            lambda _job: services.write_workbook(path, [sheet]),
            done,
            failed,
        )

    def _totals(self, order: NDArray[np.int64]) -> dict[str, Any]:
        frame = self.grid.model.frame if hasattr(self, "grid") else None
        if frame is None or not len(frame):
            return {}
        sums: dict[str, Any] = {}
        for name in ("impressions", "clicks", "cost", "orders", "revenue", "carts"):
            values = frame.numbers(self.grid.model.column(name))[order]
            sums[name] = float(np.nansum(values)) if (~np.isnan(values)).any() else None
        pairs = {"ctr": ("clicks", "impressions"), "cpc": ("cost", "clicks"), "roi": ("revenue", "cost")}
        for name, (above, below) in pairs.items():
            known = sums[above] is not None and sums[below]
            sums[name] = sums[above] / sums[below] if known else None
        sums["word"] = TotalText(self.tr("Total {count} {count:word|words}").format(count=formats.full(len(order))))
        sums["quadrant"] = TotalText(self._basis(), quiet=True)
        return sums

    def _basis(self) -> str:
        library = self._library
        if library is None:
            return ""
        span = formats.span(library.period.start, library.period.end)
        text = self.tr("{span} · all plans added").format(span=span)
        apart = self._study.apart if self._study is not None else ()
        return f"{text} · {apart_text(apart)}" if apart else text

    # --- quadrant cards and filters

    def choose_quadrant(self, value: str) -> None:
        """Show only the words of a quadrant; the same again shows all."""
        wanted = Quadrant(value)
        self._chosen = None if self._chosen is wanted else wanted
        self.grid.model.set_page_filter(_FILTER, self._page_filter())
        self._mark_cards()

    def _page_filter(self) -> PageFilter | None:
        chosen = self._chosen
        if chosen is None:
            return None
        number = list(Quadrant).index(chosen)
        return PageFilter(
            rows=lambda frame: np.asarray(frame.store("quadrant_number") == number),
            title=lambda: wording.quadrant_name(chosen),
            tag=chosen,
        )

    def _follow_filters(self) -> None:
        if self._chosen is not None and _FILTER not in self.grid.model.page_filters:
            self._chosen = None
            self._mark_cards()

    def _mark_cards(self) -> None:
        for quadrant, card in self.cards.items():
            card.set_chosen(quadrant is self._chosen)

    # --- the word panel

    def _row_chosen(self, key: Hashable) -> None:
        if self._library is not None and isinstance(key, str) and key in self._library.words.index:
            self.panel.show_word(key, self._library)
            self.panel.show()

    def _name_term(self, term: str, kind: str) -> None:
        if kind:
            name = self.tr("Put “{term}” into the dictionary").format(term=term)
        else:
            name = self.tr("“{term}” is not a brand").format(term=term)
        self.context.push(set_term(term, TermKind(kind) if kind else TermKind.ATTRIBUTE), name)

    # --- edits: each is one undoable step

    def set_quadrant(self, words: Iterable[str], quadrant: Quadrant) -> None:
        """Label words by hand, as one step."""
        listed = list(words)
        if listed:
            name = self.tr("Set quadrant of {count} {count:word|words}").format(count=formats.full(len(listed)))
            self.context.push(set_quadrant(listed, quadrant), name, reveal=lambda: self._reveal(listed[0]))

    def give_back(self, words: Iterable[str]) -> None:
        """Let the rules decide again, as one step."""
        if self.context.workspace is None:
            return
        listed = list(words)
        change = forget_hand(self.context.workspace, listed)
        name = self.tr("Give {count} {count:word|words} back to the rules").format(
            count=formats.full(len(change.edits))
        )
        self.context.push(change, name, reveal=lambda: self._reveal(listed[0]))

    def _edited(self, batch: EditBatch) -> None:
        edits = []
        for cell in batch:
            word = str(cell.key)
            row = HandLabel(word, str(cell.new)) if cell.new else None
            edits.append(RowEdit(HAND_LABELS, (word,), row))
        first = str(batch.cells[0].key)
        self.context.push(SetRows(tuple(edits)), batch.name, reveal=lambda: self._reveal(first))

    def _reveal(self, word: str) -> None:
        self.context.page_requested.emit("keywords", word)

    def _open_menu(self) -> None:
        words = [str(key) for key in self.grid.view.selected_keys()]
        menu = QMenu(self)
        for quadrant in Quadrant:
            action = menu.addAction(wording.quadrant_name(quadrant))
            action.triggered.connect(lambda _checked=False, to=quadrant: self.set_quadrant(words, to))
        menu.addSeparator()
        menu.addAction(self.tr("Back to the rule")).triggered.connect(lambda: self.give_back(words))
        menu.setEnabled(bool(words))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

"""关键词库: the library of the period, computed once and shown in views: words, roots, finds, titles and more."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.dictionary import entries, refused
from shopdesk.app.keywords.library import READ, STUDIED, Answer, Question, answer, question
from shopdesk.app.keywords.review import Proposal, queue, waiting
from shopdesk.domain.keywords.library import Library, Study
from shopdesk.domain.keywords.sums import TABLES
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.keywords.columns import frame_of, make_ready
from shopdesk.ui.keywords.currency_chip import CurrencyChip
from shopdesk.ui.keywords.view import LibraryState, LibraryView
from shopdesk.ui.keywords.words.mark_columns import put_first_seen
from shopdesk.ui.keywords.words.view import WordsView
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import MARGIN_PX
from shopdesk.ui.views_page import ViewsPage

WORDS: Final = "words"
DICTIONARY_VIEW: Final = "dictionary"
VIEWS: Final = (WORDS, "roots", "mining", DICTIONARY_VIEW, "titles", "rebuild")
"""All views, in the order of the switch; each but the first is ``View`` of ``shopdesk.ui.keywords.<name>.view``."""


class KeywordsPage(ViewsPage):
    """The tab. The library is computed in a job; the study behind it is kept until facts or dictionaries change."""

    VIEWS = VIEWS
    uses = frozenset({*TABLES, *READ})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, package="shopdesk.ui.keywords", parent=parent)
        self._study: Study | None = None
        self._asked: Question | None = None
        self._state: LibraryState | None = None
        self._job, self._asking = LatestJob(context.jobs, self), LatestJob(context.jobs, self)
        self.words = WordsView(context)
        self.waiting = EmptyState(icon="keywords")
        self.currency = CurrencyChip()
        self.currency.hide()
        self._lay_out()
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Compute the library of the period in a job, then show it; the same question is drawn from its answer."""
        workspace = self.context.workspace
        if workspace is None:
            return
        known = self._study
        asked = question(workspace, period=self.context.period, comparison=self.context.comparison, known=known)
        same = replace(asked, known=None)
        if self._state is not None and known is not None and same == self._asked:
            self._job.drop()
            self._draw_view(self.view_name())
            return

        def work(job: JobContext) -> tuple[Answer, GridFrame | None]:
            found = answer(asked, workspace, job)
            if found.library is None:
                return found, None
            frame = frame_of(found.library)
            put_first_seen(frame, found.study, found.library.period)
            make_ready(found.library, frame)
            return found, frame

        def done(result: tuple[Answer, GridFrame | None]) -> None:
            self._study, self._asked = result[0].study, same
            asked = self._state.asked if self._state is not None else None  # until the new ones are found
            self._state = LibraryState(*result, asked)
            self.currency.show_library(result[0].library)
            self._show_waiting()
            self._let_go()
            self._draw_view(self.view_name())
            self._ask(result[0].study)

        self._show_waiting()
        self._job.start(self.tr("Reading the words"), work, done)

    def library(self) -> Library | None:
        """Return what is shown, None while there is nothing."""
        return self._state.answer.library if self._state is not None else None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, MARGIN_PX)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.addWidget(self.switch)
        strip.addStretch(1)
        strip.addWidget(self.currency)
        column.addLayout(strip)
        column.addWidget(self.waiting, 1)
        column.addWidget(self.stack, 1)
        self._show_waiting()

    def _show_waiting(self) -> None:
        """Until the words are read the first time, no view may say that there are none."""
        waits = self._state is None and self.context.workspace is not None
        self.waiting.setVisible(waits)
        self.stack.setVisible(not waits)

    def _connect(self) -> None:
        self.waiting.triggered.connect(self.refresh)
        self.stack.add(WORDS, self.words)
        self.context.workspace_replaced.connect(self._forget)
        self.context.changed.connect(self._note_change)

    def _write(self) -> None:
        names = {
            WORDS: self.tr("Words"),
            "roots": self.tr("Roots"),
            "mining": self.tr("Find words"),
            DICTIONARY_VIEW: self.tr("Dictionaries"),
            "titles": self.tr("Titles"),
            "rebuild": self.tr("Rebuild plans"),
        }
        if left := self._waiting():
            names[DICTIONARY_VIEW] += f" ({formats.full(left)})"
        self.switch.set_items([(name, names[name]) for name in VIEWS])
        self.waiting.set_texts(
            self.tr(
                "Your words are being read and put into quadrants; with very many of them that takes minutes. "
                "How far it is stands at the bottom of the window."
            ),
            self.tr("Read again"),
        )
        self.currency.show_library(self.library())

    def _draw_view(self, name: str) -> None:
        view: LibraryView | None = self.views.get(name)
        if view is None or self._state is None:
            return
        target = self.stack.target(name)
        view.show_library(self._state)
        if target is not None:
            view.show_target(target)

    def _let_go(self) -> None:
        """Take the library before from the views that are hidden; the table of words is never without one."""
        hidden = [view for name, view in self.views.items() if name != self.view_name()]
        for view in hidden:
            view.let_go()
        if self._state is not None and self.words in hidden:
            self.words.show_library(self._state)

    def _ask(self, known: Study) -> None:
        """Look for names to confirm once a study, when the words are drawn: nobody waits for it."""
        workspace = self.context.workspace
        if workspace is None or not self._asking.is_news((known,)):
            self._write()
            return
        turned_down = refused(workspace)

        def done(asked: tuple[Proposal, ...]) -> None:
            if self._state is not None:
                self._state = replace(self._state, asked=asked)
                self._write()
                if self.view_name() == DICTIONARY_VIEW:
                    self._draw_view(DICTIONARY_VIEW)

        self._asking.start(self.tr("Reading the words"), lambda job: queue(known, turned_down, job), done)

    def _waiting(self) -> int:
        """Return how many names wait to be confirmed."""
        workspace, state = self.context.workspace, self._state
        if workspace is None or state is None or state.asked is None:
            return 0
        return len(waiting(state.asked, entries(workspace), refused(workspace)))

    def _note_change(self, names: frozenset[str]) -> None:
        if names & STUDIED:
            self._job.drop()
            self._study = None

    def _forget(self) -> None:
        self._job.drop()
        self._asking.drop()
        self._study = self._asked = self._state = None
        self._show_waiting()
        self.currency.show_library(None)
        self.stack.forget(but=WORDS)
        self.words.forget()
        self.show_view(WORDS)

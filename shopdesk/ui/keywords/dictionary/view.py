"""词库: the dictionaries behind the labels, the names to confirm, and the rules of the shop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.dictionary_file import Reading, read_tables, texts_of
from shopdesk.app.keywords.documents import (
    DICTIONARY,
    REFUSED,
    RULES,
    DictionaryTerm,
    hand_labels,
    is_compatible,
    set_compatible,
)
from shopdesk.app.keywords.library import Answer
from shopdesk.app.keywords.listing import ListedTerm, Origin, Use, listed, uses
from shopdesk.app.keywords.review import Proposal, waiting
from shopdesk.app.keywords.rule_effects import compatible_effect
from shopdesk.app.keywords.teaching import Moved
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.ui import formats
from shopdesk.ui.cards import MessageBar, Segmented
from shopdesk.ui.context import UiContext
from shopdesk.ui.keywords.dictionary.edits import EntryEdits
from shopdesk.ui.keywords.dictionary.lists import COMPETITORS, LISTS, MODIFIERS, ORDINARY, OWN, TERMS, DictionaryLists
from shopdesk.ui.keywords.dictionary.moved import costs_of
from shopdesk.ui.keywords.dictionary.offer import own_names
from shopdesk.ui.keywords.dictionary.preview import PreviewDialog
from shopdesk.ui.keywords.dictionary.queue import ReviewQueue
from shopdesk.ui.keywords.dictionary.rules import RulesBar
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.keywords.view import LibraryState, LibraryView
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.messages import word_error

DICTIONARY_VIEW: Final = "dictionary"
QUESTIONS: Final = "questions"


@dataclass(frozen=True, slots=True)
class _Found:
    used: dict[str, Use] | None
    moved: tuple[Moved, ...]


class View(LibraryView):
    """Lists behind a switch, and the queue of questions as its last item; the use of each term is found in a job."""

    uses = frozenset({DICTIONARY.name, REFUSED.name, RULES.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._answer: Answer | None = None
        self._asked: tuple[Proposal, ...] | None = None
        self._found: _Found | None = None
        self._job, self._reading_job = LatestJob(context.jobs, self), LatestJob(context.jobs, self)
        self.edits = EntryEdits(context, reveal=self._reveal, reveal_question=self._reveal_question, parent=self)
        self.switch = Segmented()
        self.bar = MessageBar()
        self.lists = DictionaryLists(context, self.edits, self.bar)
        self.rules = RulesBar()
        self.questions = ReviewQueue(context)
        self._saver = SheetSaver(context, self.bar, self)
        self._lay_out()
        self._connect()
        self._write()

    def show_library(self, state: LibraryState) -> None:
        """Find out what rests on each term where words or dictionaries have changed."""
        answer = state.answer
        self._answer, self._asked = answer, state.asked
        self._draw()
        workspace = self.context.workspace
        if workspace is None or not self._job.is_news((answer.study, answer.library)):
            return
        hand = hand_labels(workspace)

        def work(job: JobContext) -> _Found:
            used = uses(answer.library, answer.study.lexicon) if answer.library is not None else None
            return _Found(used, compatible_effect(answer.study, hand, job))

        self._job.start(self.tr("Reading the dictionaries"), work, self._take)

    def let_go(self) -> None:
        """Drop library and study; the rows stay until others come."""
        self._job.drop()
        self._answer = self._found = None

    def show_target(self, target: object) -> None:
        """Show the questions, a list by its name, a term in its list, or the question about a term."""
        if isinstance(target, tuple) and len(target) == 2:
            self.show_panel(QUESTIONS)
            self.questions.reveal(str(target[1]))
        elif target == QUESTIONS or target in LISTS:
            self.show_panel(str(target))
        elif isinstance(target, str) and (name := self.lists.list_of(target)):
            self.show_panel(name)
            self.lists.reveal(target)

    def show_panel(self, name: str) -> None:
        """Show a list or the questions."""
        self.switch.choose(name)
        if name in LISTS:
            self.lists.show_list(name)
        self._stack.setCurrentIndex(1 if name == QUESTIONS else 0)

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches."""
        return self.questions.grid if self.switch.key() == QUESTIONS else self.lists.grid

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._draw()
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        lists = QWidget()
        below = QVBoxLayout(lists)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.lists, 1)
        below.addWidget(self.rules)
        self._stack = QStackedWidget()
        self._stack.addWidget(lists)
        self._stack.addWidget(self.questions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.addWidget(self.switch)
        strip.addStretch(1)
        column.addLayout(strip)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.switch.chosen.connect(self.show_panel)
        self.lists.import_wanted.connect(self.ask_file)
        self.lists.rows_pasted.connect(lambda rows: self._preview(self._read([("", rows)])))
        self.rules.compatible_set.connect(self._set_compatible)
        self.questions.answered.connect(self.edits.answer)
        self.questions.grid.export_asked.connect(self.export_questions)
        for grid in (self.lists.grid, self.questions.grid):
            grid.stats_changed.connect(self.context.selection_stats)
        self.context.changed.connect(self._note_change)
        self.questions.import_wanted.connect(self.context.import_requested)
        self.questions.words_wanted.connect(lambda words: self.wanted.emit("words", words))

    def _write(self) -> None:
        names = {
            OWN: self.tr("Own brands"),
            COMPETITORS: self.tr("Competitors"),
            TERMS: self.tr("Category terms"),
            MODIFIERS: self.tr("Modifiers"),
            ORDINARY: self.tr("Ordinary words"),
        }
        left = self._waiting()
        asked = self.tr("Is it a brand? ({count})").format(count=formats.full(len(left)))
        self.switch.set_items([*names.items(), (QUESTIONS, asked if left else self.tr("Is it a brand?"))])

    # --- data

    def _take(self, found: _Found) -> None:
        self._found = found
        self._draw()

    def _draw(self) -> None:
        """Draw what is known now: entries and answers at once, use and questions as the last job found them."""
        answer, workspace = self._answer, self.context.workspace
        if answer is None or workspace is None:
            return
        found = self._found
        self.edits.own_names = own_names(answer)
        self.lists.show_rows(self._lines(answer, found.used if found else None), answer.study.lexicon.doubts)
        self.questions.show_questions(self._waiting(), answer.library, looking=self._asked is None)
        self.rules.show_rules(
            compatible=is_compatible(workspace),
            moved=found.moved if found is not None and answer.library is not None else None,
            costs=costs_of(answer.library),
        )
        self._write()

    def _lines(self, answer: Answer, used: dict[str, Use] | None) -> list[ListedTerm]:
        own = self.edits.entries()
        known = {entry.term for entry in own}
        answered = [term for term in self.edits.refused() if term not in known]
        return [
            *listed(own, answer.study, used),
            *(
                ListedTerm(DictionaryTerm(term, ""), Origin.SHOP, Use() if used is not None else None)
                for term in answered
            ),
        ]

    def _waiting(self) -> tuple[Proposal, ...]:
        if self._asked is None:
            return ()
        return waiting(self._asked, self.edits.entries(), self.edits.refused())

    def _reveal(self, term: str) -> None:
        self.context.page_requested.emit("keywords", (DICTIONARY_VIEW, term))

    def _reveal_question(self, term: str) -> None:
        self.context.page_requested.emit("keywords", (DICTIONARY_VIEW, (QUESTIONS, term)))

    def _note_change(self, names: frozenset[str]) -> None:
        """Show an edit at once; what it does to the words follows when they are studied anew."""
        if names & self.uses and self.isVisible():
            self._draw()

    def _set_compatible(self, on: bool) -> None:
        name = self.tr("Turn the rule of accessory shops on") if on else self.tr("Turn the rule of accessory shops off")
        self.context.push(set_compatible(on), name)

    # --- tables of text

    def export_questions(self) -> None:
        """Write the questions as shown to .xlsx."""
        sheet = sheet_of(self.questions.grid.view, name=self.tr("Is it a brand?"))
        self._saver.save(self.tr("Names to confirm"), [sheet])

    def ask_file(self) -> None:
        """Ask for a file with names and show what it would bring."""
        pattern = self.tr("Tables (*.xlsx *.xls *.csv *.txt *.ods *.et)")
        given, _ = QFileDialog.getOpenFileName(self, self.tr("Import names"), "", pattern)
        if given:
            self.read_file(Path(given))

    def read_file(self, path: Path) -> None:
        """Read a file in a job and show what it would bring; nothing goes in by itself."""
        services, workspace = self.context.services, self.context.workspace
        if services is None or workspace is None:
            return
        kind, known, own = self._kind(), self.edits.entries(), self.edits.own_names
        self.bar.dismiss()

        def work(job: JobContext) -> Reading | str:
            sheets = services.importing().prepare([path], None, job)
            tables = [(one.sheet.name, texts_of(one.sheet)) for one in sheets if one.sheet is not None]
            if not tables:
                issue = next((issue for one in sheets for issue in one.file_issues), None)
                return services.word_issue(issue, formats.language()) if issue is not None else ""
            return read_tables(tables, kind=kind, known=known, own_names=own)

        def done(found: Reading | str) -> None:
            if isinstance(found, Reading):
                self._preview(found)
            else:
                self.bar.say(found or self.tr("“{file}” holds no table.").format(file=path.name), "warn")

        def failed(error: BaseException) -> None:
            self.bar.say(word_error(services, error), "warn")

        self.context.jobs.start(self.tr("Reading {name}").format(name=path.name), work, done, failed)

    def _read(self, tables: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> Reading:
        return read_tables(tables, kind=self._kind(), known=self.edits.entries(), own_names=self.edits.own_names)

    def _kind(self) -> TermKind | None:
        """What names become where a table doesn't say it: what the list shown holds."""
        return TermKind(self.lists.kind) if self.lists.kind else None

    def _preview(self, reading: Reading) -> None:
        dialog = PreviewDialog(reading, self)
        dialog.accepted.connect(lambda: self.edits.take(dialog.chosen()))
        dialog.finished.connect(dialog.deleteLater)
        self.context.workspace_replaced.connect(dialog.reject)
        dialog.open()

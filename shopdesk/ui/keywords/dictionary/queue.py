"""“Is it a brand?”: the names to confirm with their evidence, answered one by one or many at once by a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.keywords.review import Proposal
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.library import Library
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.columns import Column, Row
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.grid.settings_layout import SettingsLayout
from shopdesk.ui.keywords.dictionary import wording
from shopdesk.ui.keywords.value_columns import count, yuan
from shopdesk.ui.plain import one_line, plain_tip

MOST_EXAMPLES = 6
ANSWERS: tuple[TermKind | None, ...] = (TermKind.OWN, TermKind.COMPETITOR, None)
"""What the keys 1, 2 and 3 answer; None: no brand."""


class ReviewQueue(QWidget):
    """``answered(proposals, kind)`` tells what the user said of the selected names: a ``TermKind``, or None.

    ``import_wanted`` is the empty state's button where no words are known.
    """

    answered = Signal(object, object)
    import_wanted = Signal()
    words_wanted = Signal(tuple)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[str, Proposal] = {}
        self._has_library = False
        self._looking = False
        self.grid = GridPanel(
            _columns(),
            title=lambda: self.tr("Is it a brand?"),
            store=SettingsLayout(context.settings, "keyword_questions"),
            read_only=True,
        )
        self.answers = [button(small=True) for _ in ANSWERS]
        self.show_words = button(small=True)
        self.evidence = label("", "secondary", wrap=True)
        self.examples = label("", "caption", wrap=True)
        self.empty = EmptyState(icon="keywords")
        self._lay_out()
        self._connect()
        self._write()

    def show_questions(self, asked: Sequence[Proposal], library: Library | None, *, looking: bool = False) -> None:
        """Show what is to be answered; ``library`` gives spend and clicks of its period.

        ``looking``: the words are still being looked through, so that nothing can be said yet.
        """
        self._asked, self._has_library = {_key(one): one for one in asked}, library is not None
        self._looking = looking
        self.grid.set_frame(_frame_of(asked, library))
        self._pages.setCurrentIndex(1 if asked else 0)
        if asked and self.grid.view.current_cell() is None:
            self.grid.view.move_to(0, 0)
        self._write()

    def chosen(self) -> list[Proposal]:
        """Return the selected questions."""
        return [self._asked[str(key)] for key in self.grid.view.selected_keys() if str(key) in self._asked]

    def reveal(self, term: str) -> None:
        """Bring the question about a term into view."""
        key = next((key for key, one in self._asked.items() if one.term == term), None)
        if key is not None:
            if self.grid.model.row_of_key(key) is None:
                self.grid.model.clear_filters()
            self.grid.view.reveal(key, "term")

    def answer(self, kind: TermKind | None) -> None:
        """Answer the selected questions alike."""
        chosen = self.chosen()
        if chosen:
            self.answered.emit(chosen, kind)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for widget in (*self.answers, self.show_words):
            self.grid.right_slot.addWidget(widget)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.grid, 1)
        column.addWidget(self.evidence)
        column.addWidget(self.examples)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        for number, (verb, kind) in enumerate(zip(self.answers, ANSWERS, strict=True), start=1):
            verb.clicked.connect(lambda _checked=False, kind=kind: self.answer(kind))
            shortcut = QShortcut(QKeySequence(str(number)), self.grid)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda kind=kind: self.answer(kind))
        self.show_words.clicked.connect(self._show_words)
        self.grid.row_changed.connect(lambda _key: self._write_evidence())
        self.empty.triggered.connect(self.import_wanted)

    def _write(self) -> None:
        texts = (self.tr("1 Own brand"), self.tr("2 Competitor"), self.tr("3 Not a brand"))
        tips = (
            self.tr("The selected names are your own brand (key 1)"),
            self.tr("The selected names are competitors (key 2)"),
            self.tr("The selected names are no brands; they are not asked about again (key 3)"),
        )
        for verb, text, tip in zip(self.answers, texts, tips, strict=True):
            verb.setText(text)
            verb.setToolTip(tip)
        self.show_words.setText(self.tr("Show its words"))
        if self._has_library and self._looking:
            self.empty.set_texts(self.tr("Looking through the words for names to confirm…"), "")
        elif not self._has_library:
            self.empty.set_texts(
                self.tr(
                    "Here you are asked about names that may be a brand, with the words and the spend behind each. "
                    "Import a keyword report of your ad console."
                ),
                self.tr("Import files…"),
            )
        else:
            self.empty.set_texts(
                self.tr(
                    "Nothing waits: every word begins with something that the dictionaries know, or that you have "
                    "answered. What later imports bring is asked here."
                ),
                "",
            )
        self._write_evidence()

    def _write_evidence(self) -> None:
        one = self._current()
        self.evidence.setVisible(one is not None)
        self.examples.setVisible(one is not None and bool(one.words))
        if one is None:
            return
        self.evidence.setText(wording.long_question(one))
        words = [one_line(word) for word in one.words[:MOST_EXAMPLES]]
        text = self.tr("Its words: {words}").format(words=formats.listed(words))
        if len(one.words) > MOST_EXAMPLES:
            text = self.tr("{text} and {count} more").format(
                text=text, count=formats.full(len(one.words) - MOST_EXAMPLES)
            )
        self.examples.setText(text)

    def _current(self) -> Proposal | None:
        cell = self.grid.view.current_cell()
        if cell is None or not 0 <= cell[0] < self.grid.model.rowCount():
            return None
        return self._asked.get(str(self.grid.model.key(cell[0])))

    def _show_words(self) -> None:
        words = tuple(dict.fromkeys(word for one in self.chosen() for word in one.words))
        if words:
            self.words_wanted.emit(words)


def _key(proposal: Proposal) -> str:
    return f"{proposal.question.value} {proposal.term} {proposal.like}"


def _frame_of(asked: Sequence[Proposal], library: Library | None) -> GridFrame:
    clicks, costs = _sums(asked, library, "clicks"), _sums(asked, library, "cost")
    rows = sorted(zip(asked, zip(clicks, costs, strict=True), strict=True), key=lambda pair: -(pair[1][1] or 0.0))
    data: dict[str, list[Any]] = {
        "term": [one.term for one, _ in rows],
        "question": [wording.question(one) for one, _ in rows],
        "kind": [wording.kind_name(one.kind.value) for one, _ in rows],
        "words": [float(len(one.words)) for one, _ in rows],
        "clicks": [sums[0] for _, sums in rows],
        "cost": [sums[1] for _, sums in rows],
        "examples": [formats.listed(one_line(word) for word in one.words[:MOST_EXAMPLES]) for one, _ in rows],
    }
    return GridFrame(data, keys=[_key(one) for one, _ in rows])


def _sums(asked: Sequence[Proposal], library: Library | None, name: str) -> list[float | None]:
    """Return what the words of each question sum up to in the period, None where nothing is known of any."""
    if library is None or not asked:
        return [None] * len(asked)
    import pandas as pd

    places = library.words.index.get_indexer(pd.Index([word for one in asked for word in one.words]))
    owners = np.repeat(np.arange(len(asked)), [len(one.words) for one in asked])
    values = np.append(library.words[name].to_numpy(dtype=float, na_value=np.nan), np.nan)[places]  # -1: not there
    known = ~np.isnan(values)
    sums = np.bincount(owners[known], values[known], minlength=len(asked))
    counts = np.bincount(owners[known], minlength=len(asked))
    return [total if count else None for total, count in zip(sums.tolist(), counts.tolist(), strict=True)]


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            name="term",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Name"),
            width=140,
            grow=1,
            emphasis=True,
            tooltip=_tip,
        ),
        Column(
            name="question",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Why it is asked"),
            width=196,
            grow=1,
            tooltip=_tip,
        ),
        Column(
            name="kind",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Used as"),
            width=96,
            help=lambda: QCoreApplication.translate(
                "KeywordDictionary", "What the rules take it for, or would take it for, until you answer."
            ),
        ),
        count("words", lambda: QCoreApplication.translate("KeywordDictionary", "Words"), width=64),
        count("clicks", lambda: QCoreApplication.translate("Keywords", "Clicks"), width=64),
        yuan("cost", lambda: QCoreApplication.translate("Keywords", "Spend"), width=92, additive=True),
        Column(
            name="examples",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "For example"),
            width=260,
            grow=5,
            tooltip=lambda row: plain_tip(str(row["examples"] or "")),
        ),
    )


def _tip(row: Row) -> str:
    return plain_tip(f"{row['term']}: {row['question']}")

"""One word in full: its label and why, what a click is worth, what to do, its weeks, places, relatives and marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pandas as pd
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.app.keywords.decisions import WordDecision
from shopdesk.app.keywords.documents import LabelChange
from shopdesk.app.keywords.tags import WordMark
from shopdesk.domain.keywords.library import TEXT_COLUMNS, Library
from shopdesk.domain.keywords.places import places_of
from shopdesk.ui import formats, icons
from shopdesk.ui.cards import Card, button, label, rule
from shopdesk.ui.grid.columns import Row
from shopdesk.ui.keywords.week_bars import WeekBars
from shopdesk.ui.keywords.words.advice_section import AdviceSection
from shopdesk.ui.keywords.words.family import FamilySection
from shopdesk.ui.keywords.words.history import HistorySection
from shopdesk.ui.keywords.words.label_section import LabelSection
from shopdesk.ui.keywords.words.marks import MarksSection
from shopdesk.ui.keywords.words.places import PlacesTable
from shopdesk.ui.keywords.words.wording import decision_text
from shopdesk.ui.keywords.words.worth_section import WorthSection
from shopdesk.ui.plain import one_line, plain_tip
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import TITLE_PX

WIDTH_PX = 280


@dataclass(frozen=True, slots=True)
class WordShown:
    """All that the panel tells of a word; ``row`` is that of the table.

    ``offered`` is the decision that accepts the advice, None where it asks for nothing; ``bid_fen`` is
    today's bid, None where no report tells it.
    """

    word: str
    library: Library
    row: Row
    mark: WordMark
    decided: WordDecision | None
    offered: WordDecision | None
    bid_fen: float | None = None
    history: tuple[LabelChange, ...] = ()


class WordPanel(Card):
    """At the right of the table, on demand. Tells what the user wants; the view does it.

    ``quadrant_chosen(word, quadrant)``, ``rule_wanted(word)`` (forget the hand), ``term_named(term, kind)``,
    ``teach_wanted(word)`` (make a name of it an entry),
    ``accepted(word)`` (decide as advised), ``taken_back(word)``, ``tags_set(word, tags)``, ``note_set(word, text)``,
    ``root_wanted(root)``, ``word_wanted(word)``, ``closed``.
    """

    quadrant_chosen = Signal(str, str)
    rule_wanted = Signal(str)
    term_named = Signal(str, str)
    accepted = Signal(str)
    taken_back = Signal(str)
    tags_set = Signal(str, tuple)
    note_set = Signal(str, str)
    teach_wanted = Signal(str)
    root_wanted = Signal(str)
    word_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=0)
        self.setFixedWidth(WIDTH_PX)
        self._shown: WordShown | None = None
        self._close = button(small=True)
        self._close.setProperty("flat", True)
        self.add_action(self._close)
        self.label = LabelSection()
        self.worth = WorthSection()
        self.advice = AdviceSection()
        self._weeks_title, self._weeks_legend = label(), label("", "caption")
        self._weeks = WeekBars()
        self.places = PlacesTable()
        self._organic = label("", "secondary", wrap=True)
        self.family = FamilySection()
        self.marks = MarksSection()
        self.history = HistorySection()
        self.accept = button(primary=True)
        self.change, self.note = button(), button()
        self._lay_out()
        self._connect()
        self._write()

    @property
    def word(self) -> str:
        """The word shown, empty for none."""
        return self._shown.word if self._shown is not None else ""

    def show_word(self, shown: WordShown) -> None:
        """Show a word of a library."""
        if shown.word != self.word:
            self._area.verticalScrollBar().setValue(0)
        self._shown = shown
        self._write()

    def let_go(self) -> None:
        """Drop the word, and with it the library that it was shown from."""
        self._shown = None

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._write()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        weeks = QHBoxLayout()
        weeks.addWidget(self._weeks_title)
        weeks.addStretch(1)
        weeks.addWidget(self._weeks_legend)
        above: tuple[QWidget, ...] = (self.label, rule(), self.worth, rule(), self.advice, rule())
        below: tuple[QWidget, ...] = (
            self._weeks,
            rule(),
            self.places,
            self._organic,
            self.family,
            rule(),
            self.marks,
            self.history,
        )
        for widget in above:
            column.addWidget(widget)
        column.addLayout(weeks)
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidget(content)
        self.body.setSpacing(0)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(rule())
        verbs = QHBoxLayout()
        verbs.setContentsMargins(12, 8, 12, 8)
        verbs.setSpacing(8)
        for verb in (self.accept, self.change, self.note):
            verbs.addWidget(verb)
        verbs.addStretch(1)
        self.body.addLayout(verbs)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.label.quadrant_chosen.connect(lambda quadrant: self.quadrant_chosen.emit(self.word, quadrant))
        self.label.rule_wanted.connect(lambda: self.rule_wanted.emit(self.word))
        self.label.term_named.connect(self.term_named)
        self.label.teach_wanted.connect(lambda: self.teach_wanted.emit(self.word))
        self.advice.back_wanted.connect(lambda: self.taken_back.emit(self.word))
        self.family.root_wanted.connect(self.root_wanted)
        self.family.word_wanted.connect(self.word_wanted)
        self.marks.tags_set.connect(self.tags_set)
        self.marks.note_set.connect(self.note_set)
        self.accept.clicked.connect(lambda: self.accepted.emit(self.word))
        self.change.clicked.connect(self._offer_quadrants)
        self.note.clicked.connect(self._write_note)

    def _write(self) -> None:
        self._close.setIcon(icons.icon("close", tokens().secondary))
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the word panel"))
        self.change.setText(self.tr("Label…"))
        self.note.setText(self.tr("Note"))
        shown = self._shown
        if shown is None or shown.word not in shown.library.words.index:
            return
        library, word = shown.library, shown.word
        row = library.words.loc[word]
        self.set_title(one_line(str(row["shown"])))
        self.title_label.setToolTip(plain_tip(str(row["shown"])))
        self.title_label.setFont(body_font(pixels=TITLE_PX, medium=True))
        self.label.show_label(library.labels[word])
        numbers = {str(name): float(row[name]) for name in row.index if name not in TEXT_COLUMNS}
        self.worth.show_numbers(library, numbers)
        self.advice.show_advice(shown.row, library, decided=shown.decided)
        self._write_weeks(library, word)
        self.places.show_places(places_of(library, word))
        self._write_organic(numbers["visitors"], numbers["buyers"])
        self.family.show_word(library, word)
        self.marks.show_mark(shown.mark)
        self.history.show_history(shown.history)
        self._write_offer(shown)

    def _write_offer(self, shown: WordShown) -> None:
        offered, decided = shown.offered, shown.decided
        done = decided is not None and offered is not None and decided.action == offered.action
        self.accept.setVisible(offered is not None and not done)
        if offered is None:
            return
        self.accept.setText(decision_text(offered.action, offered.bid_fen, offered.step))
        tip = self.tr("Kept as your decision; the rebuild of plans and the exports take it over.")
        if offered.step is not None:
            tip = f"{self._bid_basis(shown.bid_fen)}\n{tip}"
        self.accept.setToolTip(tip)

    def _bid_basis(self, bid_fen: float | None) -> str:
        if bid_fen is None:
            return self.tr("No report tells the bid: change it by this step from the bid in your console.")
        yuan = formats.money(bid_fen / 100)
        return self.tr("From the bid {price} yuan in the busiest plan.").format(price=yuan)

    def _write_weeks(self, library: Library, word: str) -> None:
        count = library.weekly_clicks.shape[1]
        weeks = [library.period.end - timedelta(days=7 * (count - 1 - place)) for place in range(count)]
        self._weeks_title.setText(self.tr("Last {count} {count:week|weeks}").format(count=formats.full(count)))
        self._weeks_legend.setText(self.tr("▮ clicks  ● 1 order"))
        nothing = [float("nan")] * count
        known = word in library.weekly_clicks.index
        self._weeks.set_name(one_line(word))
        self._weeks.set_weeks(
            weeks,
            clicks=_week_row(library.weekly_clicks, word) if known else nothing,
            orders=_week_row(library.weekly_orders, word) if known else nothing,
            role=library.labels[word].quadrant.value,
        )

    def _write_organic(self, visitors: float, buyers: float) -> None:
        known = visitors == visitors
        self._organic.setVisible(known)
        if known:
            text = self.tr(
                "Without ads: {visitors} search {visitors:visitor|visitors}, {buyers} {buyers:buyer|buyers} "
                "(added over days)"
            )
            self._organic.setText(text.format(visitors=formats.full(visitors), buyers=formats.full(buyers)))

    def _offer_quadrants(self) -> None:
        self._area.ensureWidgetVisible(self.label.quadrant)
        self.label.quadrant.setFocus()
        self.label.quadrant.showPopup()

    def _write_note(self) -> None:
        self._area.ensureWidgetVisible(self.marks.note)
        self.marks.note.setFocus()


def _week_row(weeks: pd.DataFrame, word: str) -> list[float]:
    values: list[float] = weeks.loc[[word]].to_numpy(dtype=float)[0].tolist()
    return values

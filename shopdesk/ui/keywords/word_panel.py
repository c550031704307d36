"""One word in full: its label and why, what a click is worth, its weeks, and where it is bought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pandas as pd
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from shopdesk.domain.keywords.classify import Label, LabelSource, Quadrant
from shopdesk.domain.keywords.library import TEXT_COLUMNS, Library
from shopdesk.domain.keywords.places import Place, places_of
from shopdesk.ui import formats, icons
from shopdesk.ui.cards import Card, LinkButton, button, label, rule
from shopdesk.ui.charts.interval_bar import Interval, IntervalBar
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.week_bars import WeekBars
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, TITLE_PX

WIDTH_PX = 280
MAX_PLACES = 8
NAME_PX = 112


class WordPanel(Card):
    """At the right of the table, on demand. Tells what the user wants; the page does it.

    ``quadrant_chosen(word, quadrant)``, ``rule_wanted(word)`` (forget the hand), ``term_named(term, kind)``
    with kind ``competitor``, ``own`` or empty for "not a brand", ``closed``.
    """

    quadrant_chosen = Signal(str, str)
    rule_wanted = Signal(str)
    term_named = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=0)
        self.setFixedWidth(WIDTH_PX)
        self._word = ""
        self._library: Library | None = None
        self._close = button(small=True)
        self._close.setProperty("flat", True)
        self._close.clicked.connect(self.closed)
        self.add_action(self._close)
        self._quadrant = QComboBox()
        self._quadrant.activated.connect(self._choose)
        self._who = label("", "caption")
        self._reason = label("", "secondary", wrap=True)
        self._back = LinkButton()
        self._back.clicked.connect(lambda: self.rule_wanted.emit(self._word))
        self._question = label("", "warn", wrap=True)
        self._is_rival, self._is_own, self._is_none = LinkButton(), LinkButton(), LinkButton()
        for verb, kind in ((self._is_rival, "competitor"), (self._is_own, "own"), (self._is_none, "")):
            verb.clicked.connect(lambda _checked=False, kind=kind: self.term_named.emit(self._term(), kind))
        self._value_title, self._value = label(), label("", "title")
        self._bar = IntervalBar(labels=True)
        self._evidence = label("", "", wrap=True)
        self._price = label("", "secondary", wrap=True)
        self._weeks_title, self._weeks_legend = label(), label("", "caption")
        self._weeks = WeekBars()
        self._places_title = label()
        self._places = QGridLayout()
        self._organic = label("", "secondary", wrap=True)
        self._lay_out()
        self._write()

    @property
    def word(self) -> str:
        """The word shown, empty for none."""
        return self._word

    def show_word(self, word: str, library: Library) -> None:
        """Show a word of a library."""
        self._word, self._library = word, library
        self._write()

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
        column.setSpacing(5)
        row = QHBoxLayout()
        row.addWidget(self._quadrant)
        row.addWidget(self._who, 1)
        self._who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addLayout(row)
        column.addWidget(self._reason)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._question)
        verbs = QHBoxLayout()
        for verb in (self._is_rival, self._is_own, self._is_none):
            verbs.addWidget(verb)
        verbs.addStretch(1)
        column.addLayout(verbs)
        column.addWidget(rule())
        row = QHBoxLayout()
        row.addWidget(self._value_title)
        row.addStretch(1)
        row.addWidget(self._value)
        column.addLayout(row)
        column.addWidget(self._bar)
        column.addWidget(self._evidence)
        column.addWidget(self._price)
        column.addWidget(rule())
        row = QHBoxLayout()
        row.addWidget(self._weeks_title)
        row.addStretch(1)
        row.addWidget(self._weeks_legend)
        column.addLayout(row)
        column.addWidget(self._weeks)
        column.addWidget(rule())
        column.addWidget(self._places_title)
        self._places.setHorizontalSpacing(10)
        self._places.setVerticalSpacing(4)
        self._places.setColumnStretch(0, 1)
        column.addLayout(self._places)
        column.addWidget(self._organic)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(content)
        self.body.addWidget(area)

    def _write(self) -> None:
        self._close.setIcon(icons.icon("close", tokens().secondary))
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the word panel"))
        self._value_title.setText(self.tr("Value of a click"))
        self._places_title.setText(self.tr("Where it is bought"))
        self._quadrant.setAccessibleName(self.tr("Quadrant"))
        self._back.setText(self.tr("Back to the rule"))
        self._is_rival.setText(self.tr("A competitor"))
        self._is_own.setText(self.tr("Own brand"))
        self._is_none.setText(self.tr("Not a brand"))
        library = self._library
        if library is None or self._word not in library.words.index:
            return
        row = library.words.loc[self._word]
        self.set_title(str(row["shown"]))
        self.title_label.setToolTip(str(row["shown"]))
        self.title_label.setFont(body_font(pixels=TITLE_PX, medium=True))
        self._write_label(library.labels[self._word])
        numbers = {str(name): float(row[name]) for name in row.index if name not in TEXT_COLUMNS}
        self._write_worth(library, numbers)
        self._write_weeks(library)
        self._write_places(places_of(library, self._word))
        self._write_organic(numbers)

    def _write_label(self, found: Label) -> None:
        self._quadrant.blockSignals(True)
        self._quadrant.clear()
        for quadrant in Quadrant:
            swatch = QPixmap(10, 10)
            swatch.fill(QColor(wording.quadrant_colour(quadrant, tokens())))
            self._quadrant.addItem(QIcon(swatch), wording.quadrant_name(quadrant), quadrant.value)
        self._quadrant.setCurrentIndex(list(Quadrant).index(found.quadrant))
        self._quadrant.blockSignals(False)
        self._who.setText(wording.who(found))
        self._who.setToolTip(wording.who(found))
        self._reason.setText(wording.long_reason(found))
        self._back.setVisible(found.source is LabelSource.HAND)
        term = self._term()
        self._question.setText(self.tr("Is “{term}” a brand?").format(term=term))
        for widget in (self._question, self._is_rival, self._is_own, self._is_none):
            widget.setVisible(bool(term))

    def _term(self) -> str:
        if self._library is None or self._word not in self._library.labels:
            return ""
        found = self._library.labels[self._word]
        return str(found.values.get("term", "")) if found.needs_review else ""

    def _write_worth(self, library: Library, numbers: dict[str, float]) -> None:
        known = not np.isnan(numbers["value"])
        self._value.setText(
            f"{formats.money(numbers['value'])} {formats.unit_name('money')}" if known else formats.UNKNOWN
        )
        share = library.margin.share if library.margin and library.margin.share > 0 else float("nan")
        needed = numbers["cpc"] / share
        top = max(value for value in (numbers["value_high"], needed, 0.1) if not np.isnan(value)) * 1.1
        interval = Interval(numbers["value_low"], numbers["value_mid"], numbers["value_high"], needed)
        self._bar.set_interval(
            interval if known else None,
            scale_low=0.0,
            scale_high=top,
            value_format=formats.money,
            threshold_name=self.tr("must bring"),
        )
        text = self.tr("{orders} {orders:order|orders} / {clicks} {clicks:click|clicks}").format(
            orders=formats.full(numbers["orders"]), clicks=formats.full(numbers["clicks"])
        )
        if not np.isnan(numbers["chance"]):
            text += self.tr("; pays with {chance} % chance").format(chance=wording.chance(numbers["chance"]))
        self._evidence.setText(text)
        self._price.setText(self._price_text(library, numbers))

    def _price_text(self, library: Library, numbers: dict[str, float]) -> str:
        if library.margin is None:
            return self.tr("Break-even price —: import orders and a cost list, then it can be computed.")
        if np.isnan(numbers["break_even"]):
            return self.tr("Break-even price —")
        return self.tr(
            "Break-even {price} yuan a click (margin {margin}, costs known for {covered} of sales); paid {cpc}"
        ).format(
            price=formats.money(numbers["break_even"]),
            margin=formats.percent(library.margin.share, decimals=1),
            covered=formats.percent(library.margin.covered, decimals=0),
            cpc=formats.money(numbers["cpc"]),
        )

    def _write_weeks(self, library: Library) -> None:
        count = library.weekly_clicks.shape[1]
        weeks = [library.period.end - timedelta(days=7 * (count - 1 - place)) for place in range(count)]
        quadrant = library.labels[self._word].quadrant
        self._weeks_title.setText(self.tr("Last {count} {count:week|weeks}").format(count=formats.full(count)))
        self._weeks_legend.setText(self.tr("▮ clicks  ● 1 order"))
        nothing = [float("nan")] * count
        known = self._word in library.weekly_clicks.index
        self._weeks.set_name(self._word)
        self._weeks.set_weeks(
            weeks,
            clicks=_week_row(library.weekly_clicks, self._word) if known else nothing,
            orders=_week_row(library.weekly_orders, self._word) if known else nothing,
            role=quadrant.value,
        )

    def _write_places(self, places: Sequence[Place]) -> None:
        while self._places.count():
            item = self._places.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()  # it is deleted only when the event loop turns
                widget.deleteLater()
        heads = (self.tr("Plan and unit"), self.tr("Clicks"), self.tr("Orders"), self.tr("Spend"))
        for column, head in enumerate(heads):
            self._places.addWidget(_cell(head, right=column > 0, role="caption"), 0, column)
        for row, place in enumerate(places[:MAX_PLACES], start=1):
            metrics = QFontMetrics(body_font(pixels=CAPTION_PT_PX))
            name = _cell(metrics.elidedText(place.name, Qt.TextElideMode.ElideRight, NAME_PX))
            name.setToolTip(place.name)
            self._places.addWidget(name, row, 0)
            figures = (formats.full(place.clicks), formats.full(place.orders), formats.money(place.cost))
            for column, text in enumerate(figures, start=1):
                self._places.addWidget(_cell(text, right=True), row, column)
        if len(places) > MAX_PLACES:
            more = self.tr("and {count} more").format(count=len(places) - MAX_PLACES)
            self._places.addWidget(_cell(more, role="caption"), MAX_PLACES + 1, 0)

    def _write_organic(self, numbers: dict[str, float]) -> None:
        known = not np.isnan(numbers["visitors"])
        self._organic.setVisible(known)
        if known:
            self._organic.setText(
                self.tr("Without ads: {visitors} search visitors, {buyers} buyers (added over days)").format(
                    visitors=formats.full(numbers["visitors"]), buyers=formats.full(numbers["buyers"])
                )
            )

    def _choose(self, place: int) -> None:
        self.quadrant_chosen.emit(self._word, self._quadrant.itemData(place))


def _week_row(weeks: pd.DataFrame, word: str) -> list[float]:
    values: list[float] = weeks.loc[[word]].to_numpy(dtype=float)[0].tolist()
    return values


def _cell(text: str, *, right: bool = False, role: str = "") -> QLabel:
    made = label(text, role)
    made.setFont(body_font(pixels=CAPTION_PT_PX))
    if right:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made

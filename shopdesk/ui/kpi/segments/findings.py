"""What the search found: up to three slices in words with their yuan, or that nothing stands out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.kpi.segments.search import Answer, Searched
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, label, rule
from shopdesk.ui.kpi.segments.wording import answer_sentence, factor_name, searched_text, slice_name

MOST = 3


class Findings(QWidget):
    """``cause_wanted`` asks for the explanation of the whole change."""

    cause_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searched: Searched | None = None
        self._has_comparison = True
        self._is_searching = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._rows: list[QWidget] = []
        self._draw()

    def show_found(self, searched: Searched | None, *, has_comparison: bool = True, is_searching: bool = False) -> None:
        """Show an answer; None before anything was searched."""
        self._searched, self._has_comparison, self._is_searching = searched, has_comparison, is_searching
        self._draw()

    def texts(self) -> list[str]:
        """Return the texts as shown, in order."""
        return [text for row in self._rows for text in row.property("texts")]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self._rows = []
        for place, answer in enumerate(self._sure(), 1):
            self._add(self._answer(place, answer))
        for text in self._notes():
            self._add(_line(text))
        self._column.addStretch(1)

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self._column.addWidget(row)

    def _sure(self) -> tuple[Answer, ...]:
        return self._searched.sure[:MOST] if self._searched is not None else ()

    def _notes(self) -> list[str]:
        if not self._has_comparison:
            return [self.tr("Choose what to compare with: a change needs two periods.")]
        found = self._searched
        if found is None:
            busy = [self.tr("Searching…")] if self._is_searching else []
            return [
                *busy,
                self.tr(
                    "Looks through all sources, items, regions and buyer groups, alone and combined, for what moved "
                    "differently from the rest."
                ),
            ]
        if not found.tables:
            return [
                self.tr(
                    "No report by source, item or order covers both periods. Import them for both, then search again."
                )
            ]
        sure = self._sure()
        notes = (
            []
            if sure
            else [self.tr("Nothing moved differently from the rest by more than chance and its usual swings.")]
        )
        if len(sure) > 1:
            notes.append(self.tr("Different cuts hold the same money: these amounts are not to be added."))
        return [*notes, searched_text(found.tables)]

    def _answer(self, place: int, answer: Answer) -> QWidget:
        row = QFrame()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        title = f"{place}  {slice_name(answer)} · {factor_name(answer.factor)}"
        money = (
            self.tr("about {amount} yuan").format(amount=formats.signed(round(answer.yuan)))
            if answer.yuan is not None
            else ""
        )
        name = label(title, "title", wrap=True)
        amount = label(money, "up" if (answer.yuan or 0) > 0 else "down")
        cause = LinkButton(self.tr("Look at causes"))
        cause.clicked.connect(self.cause_wanted)
        head.addWidget(name, 1)
        head.addWidget(amount)
        head.addWidget(cause)
        texts = [title, money, answer_sentence(answer)]
        if answer.days_before != answer.days:
            texts.append(
                self.tr("{before} days have this report before, {days} now").format(
                    before=formats.full(answer.days_before), days=formats.full(answer.days)
                )
            )
        readings = self._readings(answer)
        if readings:
            names = formats.listed(map(slice_name, readings))
            texts.append(self.tr("wider or narrower: {slices}").format(slices=names))
        column.addLayout(head)
        for text in texts[2:]:
            column.addWidget(label(text, "secondary", wrap=True))
        column.addWidget(rule())
        row.setProperty("texts", texts)
        return row

    def _readings(self, answer: Answer) -> list[Answer]:
        """Return the other readings of an answer: they belong to the surest of its cut and factor."""
        if self._searched is None:
            return []
        alike = [one for one in self._searched.answers if (one.table, one.factor) == (answer.table, answer.factor)]
        first = max((one for one in alike if not one.finding.is_reading), key=lambda one: one.finding.score)
        return [one for one in alike if one.finding.is_reading and not one.finding.is_weak] if first is answer else []


def _line(text: str) -> QWidget:
    line = label(text, "secondary", wrap=True)
    line.setProperty("texts", [text])
    return line

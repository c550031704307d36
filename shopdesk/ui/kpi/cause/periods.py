"""Which two periods are held against each other: ready pairs, and an own one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QWidget

from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui.cards import label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.kpi.wording import span_text

OWN = "own"
WEEK_DAYS = 7
MONTH_DAYS = 28
Pair = tuple[Period, Period]


def ready_pairs(state: BoardState) -> dict[str, Pair]:
    """Return the pairs (before, after) that a board offers, by key."""
    pairs: dict[str, Pair] = {}
    if state.day is not None:
        day = Period(state.day, state.day)
        week = Period.last(days=WEEK_DAYS, until=state.day)
        month = Period.last(days=MONTH_DAYS, until=state.day)
        pairs["weekday"] = (day.shifted(days=-WEEK_DAYS), day)
        pairs["previous"] = (day.shifted(days=-1), day)
        pairs["week"] = (week.shifted(days=-WEEK_DAYS), week)
        pairs["month"] = (month.shifted(days=-MONTH_DAYS), month)
    comparison = state.comparison if state.comparison is not Comparison.NONE else Comparison.PREVIOUS
    before = state.period.compared(comparison)
    if before is not None:
        pairs["period"] = (before, state.period)
    return pairs


class PeriodChoice(QComboBox):
    """Names the pair shown; ``chosen`` tells that another one was picked."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("small", True)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._pairs: dict[str, Pair] = {}
        self._own: Pair | None = None
        self._key = ""
        self.activated.connect(self._picked)

    def set_state(self, state: BoardState) -> None:
        """Offer the pairs of a board; the chosen kind of pair stays."""
        self._pairs = ready_pairs(state)
        if self._key not in (*self._pairs, OWN):
            self._key = next(iter(self._pairs), "")
        self._fill()

    def set_own(self, pair: Pair) -> None:
        """Show a pair, as an own one where it is none of the ready ones."""
        self._key = next((key for key, ready in self._pairs.items() if ready == pair), OWN)
        self._own = pair if self._key == OWN else self._own
        self._fill()

    def pair(self) -> Pair | None:
        """Return (before, after)."""
        return self._own if self._key == OWN else self._pairs.get(self._key)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        self.setAccessibleName(self.tr("Periods"))
        for key, (before, after) in self._pairs.items():
            text = self.tr("{name}: {after} against {before}").format(
                name=self._name(key), after=span_text(after), before=span_text(before)
            )
            self.addItem(text, key)
        if self._own is not None:
            text = self.tr("{after} against {before}").format(
                after=span_text(self._own[1]), before=span_text(self._own[0])
            )
            self.addItem(text, OWN)
        self.addItem(self.tr("Other days…"), "")
        self.setCurrentIndex(max(0, self.findData(self._key)))
        self.blockSignals(False)

    def _name(self, key: str) -> str:
        names = {
            "weekday": self.tr("Same weekday"),
            "previous": self.tr("Day before"),
            "week": self.tr("7 days"),
            "month": self.tr("28 days"),
            "period": self.tr("Period"),
        }
        return names.get(key, "")

    def _picked(self, place: int) -> None:
        key = str(self.itemData(place))
        if key:
            self._key = key
            self.chosen.emit()
            return
        self._fill()
        self.ask()

    def ask(self) -> None:
        """Ask for two periods."""
        pair = self.pair()
        if pair is None:
            return
        dialog = PairDialog(pair, self)
        dialog.accepted.connect(lambda: self._take(dialog.pair()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, pair: Pair) -> None:
        self.set_own(pair)
        self.chosen.emit()


class PairDialog(DialogShell):
    """Asks for the days before and after; an end before its start is taken the other way round."""

    def __init__(self, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare which days?"))
        grid = QGridLayout()
        self._fields = [QDateEdit() for _ in range(4)]
        before, after = pair
        days = (after.start, after.end, before.start, before.end)
        names = (self.tr("After, from"), self.tr("to"), self.tr("Before, from"), self.tr("to"))
        for place, (field, day, name) in enumerate(zip(self._fields, days, names, strict=True)):
            field.setCalendarPopup(True)
            field.setDisplayFormat("yyyy-MM-dd")
            field.setDate(QDate(day.year, day.month, day.day))
            caption = label(name, "secondary")
            caption.setBuddy(field)
            grid.addWidget(caption, place // 2, place % 2 * 2)
            grid.addWidget(field, place // 2, place % 2 * 2 + 1)
        self.column.addLayout(grid)
        self.column.addWidget(label(self.tr("Periods of different length are compared by the day."), "caption"))
        buttons, _compare = self.add_answers(self.tr("Compare"), self.tr("Cancel"))
        buttons.accepted.connect(self.accept)

    def pair(self) -> Pair:
        """Return (before, after)."""
        days = [day_of(field) for field in self._fields]
        after, before = (Period(min(days[k : k + 2]), max(days[k : k + 2])) for k in (0, 2))
        return before, after


def day_of(field: QDateEdit) -> date:
    """Return the day that a field shows."""
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())

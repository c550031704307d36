"""What is assumed of customers who meet a ladder: each value to be checked, and a past campaign that teaches them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from shopdesk.app.promotions.beliefs import LIMITS, NOTHING_OWN, LadderBelief, believe, ladder_belief, steps_of
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, button, label, scrolled
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.promotions.ladder_text import ladder_from, ladder_text

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import DesignStudy

_NO_DATE: Final = QDate(2000, 1, 1)
_UNKNOWN: Final = -1.0
_SHARES: Final = frozenset({"top_up", "reach_share", "overshoot_share", "returned", "trade_down", "fee"})
_YUAN: Final = frozenset({"reach_fen", "shipping"})
_WIDTH_PX, _HEIGHT_PX = 560, 520


class BeliefDialog(DialogShell):
    """Edits a copy; ``store`` keeps it as one undoable step."""

    def __init__(self, context: UiContext, study: DesignStudy | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._study = context, study
        self._own = ladder_belief(context.workspace) if context.workspace is not None else NOTHING_OWN
        self._fields: dict[str, QDoubleSpinBox] = {}
        self.setWindowTitle(self.tr("What is assumed of customers"))
        self.setMinimumSize(_WIDTH_PX, _HEIGHT_PX)
        intro = self.tr("No order tells these by itself. Those marked stand as shipped: please check them.")
        self.column.addWidget(label(intro, "secondary", wrap=True))
        body = QWidget()
        self._form = QFormLayout(body)
        self._form.setVerticalSpacing(6)
        self._form.setContentsMargins(0, 0, 8, 0)
        self._add_values()
        self._add_campaign()
        self.column.addWidget(scrolled(body), 1)
        self.problem = label("", "warn", wrap=True)
        self.problem.hide()
        self.column.addWidget(self.problem)
        buttons, self.accept_button = self.add_answers(self.tr("Store"), self.tr("Cancel"))
        self.reset = button(self.tr("As shipped"))
        buttons.addButton(self.reset, buttons.ButtonRole.ResetRole)
        self.reset.clicked.connect(self._reset)
        buttons.accepted.connect(self.accept)

    def accept(self) -> None:
        """Keep what is set as one step; what can't be read is said and nothing is kept."""
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            return
        new = self.row()
        if new != self._own:
            self._context.push(believe(new), self.tr("Change what is assumed of customers"))
        super().accept()

    def row(self) -> LadderBelief:
        """Return what is set."""
        values: dict[str, Any] = {name: self._value(name) for name in self._fields if name != "traffic"}
        traffic = self._fields["traffic"].value()
        ladder, old = ladder_from(self.ladder.text()) or (), ladder_from(self.old.text()) or ()
        return replace(
            self._own,
            **values,
            traffic=None if traffic < 0 else round(traffic / 100, 4),
            campaign_start=_day(self.campaign[0].date()),
            campaign_end=_day(self.campaign[1].date()),
            baseline_start=_day(self.baseline[0].date()),
            baseline_end=_day(self.baseline[1].date()),
            campaign_steps=steps_of(ladder),
            old_steps=steps_of(old),
        )

    def _add_values(self) -> None:
        self._head(self.tr("Customers who miss a step by little"))
        self._value_row("top_up", self.tr("Top up where hardly anything is missing"), " %")
        self._value_row("tau", self.tr("… fewer the more is missing: larger means slower"), "")
        self._value_row("reach_share", self.tr("Nobody tops up by more than this share of the order"), " %")
        self._value_row("reach_fen", self.tr("… and so many yuan"), "")
        self._value_row("overshoot_share", self.tr("Go beyond the step by, on average"), " %")
        self._value_row("returned", self.tr("Of what was added to top up, so much comes back"), " %")
        self._head(self.tr("Others"))
        self._value_row("trade_down", self.tr("Orders close above a step that fall back to it"), " %")
        self._value_row("lift", self.tr("1 % less to pay brings so many % more orders"), "")
        self._head(self.tr("What an order leaves"))
        self._value_row("add_on_margin", self.tr("Margin of what is added"), " %")
        self._value_row("fee", self.tr("The platform's share of what is paid"), " %")
        self._value_row("shipping", self.tr("Sending an order costs, yuan"), "")

    def _add_campaign(self) -> None:
        self._head(self.tr("A past campaign that teaches these values"))
        self.campaign, self.baseline = (_dates(), _dates())
        self.campaign_row = self._date_row(self.tr("Ran on"), self.campaign, "campaign")
        self.ladder = QLineEdit(ladder_text(self._own.campaign_ladder))
        self.ladder.setPlaceholderText("129−5 / 199−12")
        self._row(self.tr("Its ladder"), self.ladder)
        self._date_row(self.tr("Days without one, to compare with"), self.baseline, "baseline")
        field = self._fields["traffic"] = _field(_UNKNOWN, 10_000.0, 1)
        field.setSuffix(" %")
        field.setSpecialValueText(self.tr("not known"))
        field.setValue(_UNKNOWN if self._own.traffic is None else 100 * self._own.traffic)
        self.from_reports = LinkButton(self.tr("from daily reports"))
        self.from_reports.clicked.connect(self._read_traffic)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)
        row.addWidget(self.from_reports)
        row.addStretch(1)
        field.setAccessibleName(self.tr("Visitors a day against those days"))
        self._row(self.tr("Visitors a day against those days"), holder)
        self._form.addRow(label(self._taught_text(), "caption", wrap=True))
        self.forget = LinkButton(self.tr("Learn from no campaign"))
        self.forget.clicked.connect(self._forget)
        self._form.addRow(self.forget)
        self._head(self.tr("If a ladder ran through the period studied"))
        self.old = QLineEdit(ladder_text(self._own.old_ladder))
        self.old.setPlaceholderText(self.tr("none"))
        self._row(self.tr("That ladder"), self.old)

    def _taught_text(self) -> str:
        from shopdesk.app.promotions.ladder_study import Taught

        study = self._study
        if study is None or study.ladders.taught is Taught.BELIEFS:
            return self.tr("Choose the days and the ladder that ran: the orders of both periods are compared.")
        if study.ladders.taught is Taught.TOO_FEW:
            return self.tr("Too few orders in one of the periods: {campaign} and {baseline}; 60 are the least.").format(
                campaign=formats.full(study.ladders.campaign_orders),
                baseline=formats.full(study.ladders.baseline_orders),
            )
        learned = study.ground.belief
        return self.tr("Learned from {count} orders: {top_up} top up, {lift} % more orders a % less to pay.").format(
            count=formats.full(study.ladders.campaign_orders),
            top_up=formats.percent(learned.top_up, decimals=0),
            lift=formats.full(learned.lift, decimals=1),
        )

    def _value_row(self, name: str, text: str, suffix: str) -> None:
        low, high = LIMITS[name]
        scale = _scale(name)
        decimals = 2 if name in _YUAN else 1
        field = _field(low * scale, high * scale, decimals)
        if name == "add_on_margin":
            field.setMinimum(low * scale - 1)
            field.setSpecialValueText(self.tr("like the shop's"))
        field.setSuffix(suffix)
        self._fields[name] = field
        self._set(name, getattr(self._own, name))
        self._row(text, field, checked=name in self._own.unchecked and name not in ("add_on_margin",))

    def _set(self, name: str, value: float | None) -> None:
        field = self._fields[name]
        field.setValue(field.minimum() if value is None else value * _scale(name))

    def _value(self, name: str) -> float | int | None:
        field = self._fields[name]
        if name == "add_on_margin" and field.value() <= field.minimum():
            return None
        value = field.value() / _scale(name)
        if abs(value - (getattr(self._own, name) or 0.0)) < 1e-9 and getattr(self._own, name) is not None:
            return getattr(self._own, name)  # type: ignore[no-any-return]
        return round(field.value() * 100) if name in _YUAN else round(value, 6)

    def _date_row(self, text: str, fields: tuple[QDateEdit, QDateEdit], name: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for field, end, said in zip(fields, ("start", "end"), (self.tr("first day"), self.tr("last day")), strict=True):
            field.setSpecialValueText(self.tr("not set"))
            day = getattr(self._own, f"{name}_{end}")
            field.setDate(_NO_DATE if day is None else QDate(day.year, day.month, day.day))
            field.setAccessibleName(f"{text}: {said}")
            row.addWidget(field)
        row.addStretch(1)
        self._row(text, holder)
        return holder

    def _problem(self) -> str:
        if ladder_from(self.ladder.text()) is None or ladder_from(self.old.text()) is None:
            return self.tr("Write a ladder like 129−5 / 199−12: rising steps, each giving less than it asks for.")
        for fields in (self.campaign, self.baseline):
            start, end = (_day(field.date()) for field in fields)
            if (start is None) != (end is None) or (start is not None and end is not None and start > end):
                return self.tr("A period needs a first and a last day, in this order.")
        has_days = _day(self.campaign[0].date()) is not None
        if has_days != bool(self.ladder.text().strip()):
            return self.tr("The campaign needs both its days and its ladder.")
        return ""

    def _read_traffic(self) -> None:
        from shopdesk.app.promotions.ladder_study import traffic_between

        workspace = self._context.workspace
        campaign, baseline = (_period(fields) for fields in (self.campaign, self.baseline))
        found = None
        if workspace is not None and campaign is not None and baseline is not None:
            found = traffic_between(workspace, baseline, campaign)
        self._fields["traffic"].setValue(_UNKNOWN if found is None else 100 * found)
        text = self.tr("No daily shop reports for both periods: import them, or type it.") if found is None else ""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _forget(self) -> None:
        for field in (*self.campaign, *self.baseline):
            field.setDate(_NO_DATE)
        self.ladder.clear()
        self._fields["traffic"].setValue(_UNKNOWN)

    def _reset(self) -> None:
        for name in self._fields:
            if name != "traffic":
                self._set(name, getattr(NOTHING_OWN, name))

    def _head(self, text: str) -> None:
        self._form.addRow(label(text, "title", wrap=True))

    def _row(self, text: str, field: QWidget, *, checked: bool = False) -> None:
        name = label(self.tr("{text} · please check").format(text=text) if checked else text, wrap=True)
        name.setBuddy(field)
        field.setAccessibleName(text)
        self._form.addRow(name, field)


def _scale(name: str) -> float:
    if name in _SHARES or name == "add_on_margin":
        return 100.0
    return 0.01 if name in _YUAN else 1.0


def _field(low: float, high: float, decimals: int) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(decimals)
    field.setRange(low, high)
    field.setFixedWidth(140)
    return field


def _dates() -> tuple[QDateEdit, QDateEdit]:
    fields = (QDateEdit(), QDateEdit())
    for field in fields:
        field.setCalendarPopup(True)
        field.setDisplayFormat("yyyy-MM-dd")
        field.setMinimumDate(_NO_DATE)
        field.setFixedWidth(132)
    return fields


def _day(value: QDate) -> date | None:
    return None if value <= _NO_DATE else date(value.year(), value.month(), value.day())


def _period(fields: tuple[QDateEdit, QDateEdit]) -> Period | None:
    start, end = (_day(field.date()) for field in fields)
    return Period(start, end) if start is not None and end is not None and start <= end else None

"""One target in a dialog: metric, period, side and value, with a suggestion that says what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from shopdesk.app.kpi.target_standing import Forecasts
from shopdesk.app.kpi.targets import TargetRow
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.targets.fit import can_project
from shopdesk.domain.kpi.targets.goal import Direction, month_of, next_period, quarter_of, usual_direction
from shopdesk.domain.periods import Period
from shopdesk.ui.cards import LinkButton, label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.grid import CellError
from shopdesk.ui.kpi.targets.amounts import Amount, percent_refused, typed_amount
from shopdesk.ui.kpi.targets.wording import amount_text, period_text, projection_text
from shopdesk.ui.kpi.wording import metric_name

CUSTOM = "custom"


class TargetDialog(DialogShell):
    """``row`` is the target as entered, once the dialog was accepted."""

    def __init__(
        self, forecasts: Forecasts, *, row: TargetRow | None = None, taken: Sequence[TargetRow] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``row``: the target to edit; ``taken``: those that stand already."""
        super().__init__(parent)
        self._forecasts, self._before = forecasts, row
        self._taken = [one for one in taken if one != row]
        self.row: TargetRow | None = None
        self._suggested: float | None = None
        self.setMinimumWidth(440)
        self.what, self.span, self.direction = QComboBox(), QComboBox(), QComboBox()
        self.first, self.last = QDateEdit(), QDateEdit()
        self.value = QLineEdit()
        self.value.setPlaceholderText(self.tr("e.g. 100000, 10万, 3.5 %"))
        self.take = LinkButton(self.tr("Take it"))
        self.suggestion, self.problem = label("", "caption", wrap=True), label("", "warn", wrap=True)
        self.setWindowTitle(self.tr("New target") if row is None else self.tr("Edit target"))
        self._lay_out()
        self._fill(row)
        self._connect()
        self._suggest()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Metric"), self.what)
        form.addRow(self.tr("Period"), self.span)
        days = QHBoxLayout()
        for edit, name in ((self.first, self.tr("First day")), (self.last, self.tr("Last day"))):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setAccessibleName(name)
            days.addWidget(edit, 1)
        form.addRow(self.tr("Days"), days)
        form.addRow(self.tr("Side"), self.direction)
        form.addRow(self.tr("Target"), self.value)
        self.column.addLayout(form)
        hint = QHBoxLayout()
        hint.addWidget(self.suggestion, 1)
        hint.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(hint)
        self.column.addWidget(self.problem)
        self.buttons, self.accept_button = self.add_answers(self.tr("Set target"), self.tr("Cancel"))
        self.problem.hide()

    def _fill(self, row: TargetRow | None) -> None:
        facts, until = self._forecasts.facts, self._forecasts.until
        metrics = [one for one in self._forecasts.metrics.values() if can_project(one)]
        metrics.sort(key=lambda one: not all(part in facts.parts for part in one.parts))
        for one in metrics:
            known = all(part in facts.parts for part in one.parts)
            name = metric_name(one)
            self.what.addItem(name if known else self.tr("{name} (not imported)").format(name=name), one.name)
        month, quarter = month_of(until), quarter_of(until)
        for period in (month, next_period(month), quarter, next_period(quarter)):
            self.span.addItem(period_text(period), period)
        self.span.addItem(self.tr("own days"), CUSTOM)
        self.direction.addItem(self.tr("at least (≥)"), Direction.AT_LEAST)
        self.direction.addItem(self.tr("at most (≤)"), Direction.AT_MOST)
        self.what.setCurrentIndex(max(0, self.what.findData(row.metric if row else "pay_amount")))
        self._set_days(row.period if row else month)
        known_spans = [self.span.itemData(place) for place in range(self.span.count())]
        place = known_spans.index(row.period) if row and row.period in known_spans else len(known_spans) - 1
        self.span.setCurrentIndex(place if row else 0)
        metric = self._metric()
        self.direction.setCurrentIndex(self.direction.findData(row.direction if row else usual_direction(metric)))
        if row is not None:
            self.value.setText(str(Amount(metric, row.value)))
        self._show_days()

    def _connect(self) -> None:
        self.what.activated.connect(self._other_metric)
        self.span.activated.connect(self._other_span)
        self.first.dateChanged.connect(self._suggest)
        self.last.dateChanged.connect(self._suggest)
        self.take.clicked.connect(self._take)
        self.value.textEdited.connect(self.problem.hide)
        self.buttons.accepted.connect(self._done)

    def _metric(self) -> BoardMetric:
        return self._forecasts.metrics[str(self.what.currentData())]

    def _period(self) -> Period | None:
        first, last = (_day(edit) for edit in (self.first, self.last))
        return Period(first, last) if first <= last else None

    def _set_days(self, period: Period) -> None:
        for edit, day in ((self.first, period.start), (self.last, period.end)):
            edit.setDate(QDate(day.year, day.month, day.day))

    def _show_days(self) -> None:
        is_custom = self.span.currentData() == CUSTOM
        self.first.setEnabled(is_custom)
        self.last.setEnabled(is_custom)

    def _other_metric(self) -> None:
        self.direction.setCurrentIndex(self.direction.findData(usual_direction(self._metric())))
        self.value.clear()
        self._suggest()

    def _other_span(self) -> None:
        period = self.span.currentData()
        if isinstance(period, Period):
            self._set_days(period)
        self._show_days()

    def _suggest(self) -> None:
        """Say where the shop is heading; a suggestion is marked as one and never filled in by itself."""
        self._suggested = None
        period, metric = self._period(), self._metric()
        text = ""
        if period is not None:
            found = self._forecasts.suggest(metric, period)
            self._suggested = found.value
            parts = []
            if found.value is not None:
                parts.append(self.tr("Suggestion {value}").format(value=amount_text(metric, found.value)))
            if found.projection is not None:
                heading = self.tr("heading for {value} (80 % interval)")
                parts.append(heading.format(value=projection_text(metric, found.projection)))
            if found.last_year is not None:
                parts.append(self.tr("last year {value}").format(value=amount_text(metric, found.last_year.value)))
            text = " · ".join(parts) or self.tr("No suggestion: too little data for this metric and these days.")
        self.suggestion.setText(text)
        self.take.setVisible(self._suggested is not None)

    def _take(self) -> None:
        if self._suggested is not None:
            self.value.setText(str(Amount(self._metric(), self._suggested)))
            self.problem.hide()

    def _done(self) -> None:
        reason = self._read()
        if reason:
            self.problem.setText(reason)
            self.problem.show()
            return
        self.accept()

    def _read(self) -> str:
        """Read the fields into ``row``; return what is wrong, empty where nothing is."""
        metric, period = self._metric(), self._period()
        if period is None:
            return self.tr("The last day comes before the first.")
        try:
            value = typed_amount(self.value.text()).value(metric)
        except CellError as error:
            return self.tr("Target: {reason}").format(reason=str(error))
        if value is None:
            return str(percent_refused(metric_name(metric)))
        key = (metric.name, period)
        if any((one.metric, one.period) == key for one in self._taken):
            return self.tr("{name} already has a target for these days: edit that one.").format(
                name=metric_name(metric)
            )
        self.row = TargetRow(metric.name, period.start, period.end, value, Direction(self.direction.currentData()))
        return ""


def _day(edit: QDateEdit) -> date:
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())

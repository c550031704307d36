"""One action: what, who, until when, and the metric it is judged by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from shopdesk.app.kpi.actions import Action
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.ui.cards import label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.kpi.cause.periods import day_of
from shopdesk.ui.kpi.wording import metric_name


class ActionDialog(DialogShell):
    """Edits a copy; ``action()`` gives it back. It can't be stored without saying what is to be done."""

    def __init__(
        self, action: Action, *, metrics: Iterable[BoardMetric], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self.setWindowTitle(self.tr("Action"))
        self.setMinimumWidth(460)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self.title = QLineEdit(action.title)
        self.title.setPlaceholderText(self.tr("e.g. extend the coupon, stop the word, new main image"))
        self.owner = QLineEdit(action.owner)
        due = action.due or today
        self.due = QDateEdit(QDate(due.year, due.month, due.day))
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("yyyy-MM-dd")
        self.metric_choice = QComboBox()
        for metric in metrics:
            self.metric_choice.addItem(metric_name(metric), metric.name)
        self.metric_choice.setCurrentIndex(max(0, self.metric_choice.findData(action.metric)))
        self.reason = QPlainTextEdit(action.reason)
        self.reason.setFixedHeight(64)
        for text, field in (
            (self.tr("What"), self.title),
            (self.tr("Who"), self.owner),
            (self.tr("Until"), self.due),
            (self.tr("Judged by"), self.metric_choice),
            (self.tr("Why"), self.reason),
        ):
            form.addRow(text, field)
        self.column.addLayout(form)
        self.column.addWidget(
            label(
                self.tr(
                    "Once it is carried out, the metric since then is held against the days before, with its chance."
                ),
                "caption",
                wrap=True,
            )
        )
        buttons, self.store = self.add_answers(self.tr("Store"), self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        self.title.textChanged.connect(self._check)
        self._check()

    def action(self) -> Action:
        """Return the action as edited."""
        return replace(
            self._action,
            title=" ".join(self.title.text().split()),
            owner=" ".join(self.owner.text().split()),
            due=day_of(self.due),
            metric=str(self.metric_choice.currentData()),
            reason=self.reason.toPlainText().strip(),
        )

    def _check(self) -> None:
        self.store.setEnabled(bool(self.title.text().strip()))

"""A sprint in a dialog: template, name, first day, length and the metrics that shall move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from shopdesk.app.kpi.targets import (
    SprintRow,
    SprintTemplate,
    from_template,
    set_goals,
    templates,
)
from shopdesk.domain.kpi.catalogue import BoardMetric, Catalogue
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import is_known
from shopdesk.domain.kpi.targets.fit import can_project
from shopdesk.ui import formats
from shopdesk.ui.cards import label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.kpi.wording import metric_name

LONGEST_DAYS = 92
SHORTEST_DAYS = 7
GOALS_PX = 168


class SprintDialog(DialogShell):
    """``row`` is the sprint as entered, once the dialog was accepted. Planned changes are edited in the board."""

    def __init__(
        self, facts: DailyFacts, metrics: Catalogue, *, start: date, row: SprintRow | None = None,
        taken: Sequence[SprintRow] = (), parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``metrics``: those in force; ``start``: the first day offered; ``row``: the sprint to edit.

        ``taken``: the sprints that stand already.
        """
        super().__init__(parent)
        self._before = row
        self._facts, self._metrics = facts, metrics
        self._taken = [one for one in taken if one != row]
        self.row: SprintRow | None = None
        self._draft = row or self._from(templates()[0], start)
        self.resize(480, 520)
        self.template = QComboBox()
        self.name = QLineEdit()
        self.first = QDateEdit()
        self.days = QSpinBox()
        self.goals = QListWidget()
        self.goals.setMinimumHeight(GOALS_PX)
        self.checked = QCheckBox(self.tr("I have checked what the template leaves open"))
        self.evidence, self.problem = label("", "caption", wrap=True), label("", "warn", wrap=True)
        self.setWindowTitle(self.tr("New sprint") if row is None else self.tr("Edit sprint"))
        self._lay_out()
        self._fill()
        self.template.activated.connect(self._other_template)
        self.buttons.accepted.connect(self._done)

    def _from(self, made_from: SprintTemplate, start: date) -> SprintRow:
        name = made_from.zh if formats.language() == "zh_CN" else made_from.en
        return from_template(made_from, start=start, name=name)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        if self._before is None:
            form.addRow(self.tr("Template"), self.template)
        form.addRow(self.tr("Name"), self.name)
        self.first.setCalendarPopup(True)
        self.first.setDisplayFormat("yyyy-MM-dd")
        form.addRow(self.tr("First day"), self.first)
        self.days.setRange(SHORTEST_DAYS, LONGEST_DAYS)
        form.addRow(self.tr("Days"), self.days)
        form.addRow(self.tr("Goals"), self.goals)
        self.column.addLayout(form, 1)
        self.column.addWidget(self.evidence)
        self.column.addWidget(self.checked)
        self.column.addWidget(self.problem)
        verb = self.tr("Start sprint") if self._before is None else self.tr("Save")
        self.buttons, _start = self.add_answers(verb, self.tr("Cancel"))
        self.problem.hide()

    def _fill(self) -> None:
        draft = self._draft
        if self.template.count() == 0:
            for one in templates():
                self.template.addItem(one.zh if formats.language() == "zh_CN" else one.en, one.key)
        self.name.setText(draft.name)
        self.first.setDate(QDate(draft.start.year, draft.start.month, draft.start.day))
        self.days.setValue(draft.days)
        made_from = next((one for one in templates() if one.key == draft.template), None)
        chinese = formats.language() == "zh_CN"
        text = "" if made_from is None else made_from.evidence_zh if chinese else made_from.evidence_en
        self.evidence.setText(text)
        self.evidence.setVisible(bool(text))
        self.checked.setVisible(made_from is not None and not made_from.is_checked)
        self.checked.setChecked(draft.is_checked)
        self._fill_goals([goal.metric for goal in draft.goals])

    def _fill_goals(self, chosen: Sequence[str]) -> None:
        self.goals.clear()
        offered = [*chosen, *(one.name for one in self._known() if one.name not in chosen)]
        for name in offered:
            metric = self._metrics.get(name)
            item = QListWidgetItem(self.tr("removed metric") if metric is None else metric_name(metric))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
            self.goals.addItem(item)

    def _known(self) -> list[BoardMetric]:
        return [one for one in self._metrics.values() if can_project(one) and is_known(self._facts, one)]

    def _other_template(self) -> None:
        key = self.template.currentData()
        self._draft = self._from(next(one for one in templates() if one.key == key), _day(self.first))
        self._fill()

    def _done(self) -> None:
        reason = self._read()
        if reason:
            self.problem.setText(reason)
            self.problem.show()
            return
        self.accept()

    def _read(self) -> str:
        """Read the fields into ``row``; return what is wrong, empty where nothing is."""
        items = [self.goals.item(place) for place in range(self.goals.count())]
        chosen = [
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        ]
        start, name = _day(self.first), self.name.text().strip()
        if not chosen:
            return self.tr("Choose at least one goal.")
        if any(one.start == start for one in self._taken):
            return self.tr("Another sprint starts on this day: choose another day.")
        draft = replace(
            self._draft,
            start=start,
            days=self.days.value(),
            name=name or self._draft.name,
            is_checked=self.checked.isChecked() if self.checked.isVisibleTo(self) else self._draft.is_checked,
        )
        weeks = max(1, self.days.value() // 7)
        goals = set_goals(draft, chosen, weeks=weeks).goals
        fitted = tuple(replace(one, changes=_fitted(one.changes, weeks)) for one in goals)
        self.row = replace(draft, goals=fitted)
        return ""


def _fitted(changes: tuple[float, ...], weeks: int) -> tuple[float, ...]:
    """Return the planned changes for so many weeks; weeks that are new go on as the last one."""
    return (*changes[:weeks], *(changes[-1:] * (weeks - len(changes))))


def _day(edit: QDateEdit) -> date:
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())

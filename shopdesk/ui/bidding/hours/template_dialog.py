"""The kept weeks: choose, change, name, remove, or set the plan's week to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.app.bidding.templates import HourTemplate, drop_template, is_own, is_shipped, keep_template
from shopdesk.domain.bidding.profiles import DAYS
from shopdesk.ui.bidding.hours import wording
from shopdesk.ui.bidding.hours.layers import percent_scale
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.cards import button, label
from shopdesk.ui.charts.heat_grid import HeatGrid
from shopdesk.ui.charts.heat_model import HeatEdit, HeatLayer, HeatLimits
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.entry_list import Entry, EntryChip, EntryList
from shopdesk.ui.tokens import GUTTER_PX

_LIST_PX = 220
_GRID_PX = 720


class TemplateDialog(DialogShell):
    """Every change counts at once and can be undone: ``changed(change, name)``. ``used(template)``: take its week."""

    changed = Signal(object, str)
    used = Signal(object)

    def __init__(self, templates: Sequence[HourTemplate], view: PlanView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = {template.template_id: template for template in templates}
        self._view = view
        self._current = next(iter(self._templates), "")
        self.list = EntryList()
        self.name = QLineEdit()
        self.grid = HeatGrid()
        self.warning = label("", "caption", wrap=True)
        self.new, self.remove, self.use = button(small=True), button(small=True), button()
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.name.editingFinished.connect(self._rename)
        self.grid.edited.connect(self._edited)
        self.new.clicked.connect(self.keep_week)
        self.remove.clicked.connect(self._remove)
        self.use.clicked.connect(self._use)
        self._write()
        self._fill()

    def begin(self, *, keep: bool) -> None:
        """Start with a new template made from the plan's week where ``keep``, else with the first one."""
        if keep:
            self.keep_week()

    def current(self) -> HourTemplate | None:
        """Return the template shown."""
        return self._templates.get(self._current)

    def keep_week(self) -> None:
        """Keep the plan's week as a new template and let its name be typed."""
        plan = self._view.plan
        if plan is None:
            return
        name = self.tr("Week of {plan}").format(plan=plan.name)
        template = HourTemplate(uuid4().hex, name, plan.hours)
        self._current = template.template_id
        self._store(template, self.tr("keep template “{name}”").format(name=name))
        self.name.setFocus()
        self.name.selectAll()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GUTTER_PX)
        left = QVBoxLayout()
        self.list.setFixedWidth(_LIST_PX)
        left.addWidget(self.list, 1)
        verbs = QHBoxLayout()
        verbs.addWidget(self.new)
        verbs.addWidget(self.remove)
        verbs.addStretch(1)
        left.addLayout(verbs)
        row.addLayout(left)
        right = QVBoxLayout()
        form = QFormLayout()
        self._name_label = label()
        form.addRow(self._name_label, self.name)
        self._name_label.setBuddy(self.name)
        right.addLayout(form)
        self.grid.setMinimumWidth(_GRID_PX)
        right.addWidget(self.grid)
        right.addWidget(self.warning)
        right.addStretch(1)
        row.addLayout(right, 1)
        self.column.addLayout(row, 1)
        self.close_button = self.add_close(beside=(self.use,))

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Templates of hours"))
        self._name_label.setText(self.tr("Name"))
        self.list.setAccessibleName(self.tr("Templates of hours"))
        self.grid.setAccessibleName(self.tr("Hours of the template"))
        self.new.setText(self.tr("＋ From this week"))
        self.use.setText(self.tr("Use for the plan"))
        self.close_button.setText(self.tr("Close"))

    def _fill(self) -> None:
        if self._current not in self._templates:
            self._current = next(iter(self._templates), "")
        self.list.set_entries([self._entry(one) for one in self._templates.values()], current=self._current)
        template = self.current()
        if template is None:
            return
        with QSignalBlocker(self.name):
            self.name.setText(wording.template_name(template))
        values = np.array(template.hours, dtype=float).reshape(DAYS, -1)
        limits = HeatLimits(self._view.profile.hours.low, self._view.profile.hours.high, off=True)
        self.grid.set_layer(HeatLayer(values, percent_scale(values), suffix=" %", limits=limits))
        self.warning.setText(wording.template_warning(template))
        restored = is_shipped(template)
        self.remove.setText(self.tr("As shipped") if restored else self.tr("Remove"))
        self.remove.setEnabled(not restored or is_own(template))

    def _entry(self, template: HourTemplate) -> Entry:
        days = np.array(template.hours).reshape(DAYS, -1)
        low, high = int(days.min()), int(days.max())
        chip = EntryChip(self.tr("changed") if is_own(template) else self.tr("shipped"), line=1)
        if not is_shipped(template):
            chip = EntryChip(self.tr("yours"), "info", line=1)
        return Entry(template.template_id, (wording.template_name(template), f"{low}–{high} %"), chip)

    def _choose(self, template_id: str) -> None:
        self._current = template_id
        self._fill()

    def _rename(self) -> None:
        template, name = self.current(), self.name.text().strip()
        if template is None or not name or name == wording.template_name(template):
            return
        self._store(replace(template, name=name), self.tr("rename template to “{name}”").format(name=name))

    def _edited(self, edit: HeatEdit) -> None:
        template = self.current()
        if template is None:
            return
        week, per_day = list(template.hours), len(template.hours) // DAYS
        for row, column, value in edit.cells:
            week[row * per_day + column] = round(value)
        name = self.tr("template “{name}”: {step}").format(
            name=wording.template_name(template), step=wording.step_name(edit)
        )
        self._store(replace(template, hours=tuple(week)), name)

    def _store(self, template: HourTemplate, name: str) -> None:
        self._templates[template.template_id] = template
        self.changed.emit(keep_template(template), name)
        self._fill()

    def _remove(self) -> None:
        template = self.current()
        if template is None:
            return
        name = self.tr("remove template “{name}”").format(name=wording.template_name(template))
        self.changed.emit(drop_template(template), name)

    def _use(self) -> None:
        template = self.current()
        if template is not None:
            self.used.emit(template)
            self.accept()

    def set_templates(self, templates: Sequence[HourTemplate]) -> None:
        """Show the templates as they are now, e.g. after an undo."""
        self._templates = {template.template_id: template for template in templates}
        self._fill()

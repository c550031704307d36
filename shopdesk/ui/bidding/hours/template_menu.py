"""The menu of templates: the proposal, days copied to days, kept weeks, and the console's text form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.app.bidding.templates import HourTemplate
from shopdesk.domain.bidding.profiles import DAYS
from shopdesk.domain.bidding.week import check_week
from shopdesk.ui.bidding.hours import wording
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.charts.day_labels import weekday_name

_WORKDAYS, _WEEKEND = range(5), range(5, DAYS)


class TemplateMenu(QObject):
    """Tells what was chosen: ``day_copied(day, targets)``, ``chosen(template)``, ``resolution_wanted(slots_per_hour)``;
    ``all_reset``, ``taken``, ``all_taken``, ``kept`` (the week as a template), ``managed``, ``text_copied``,
    ``text_pasted``, ``file_wanted`` (a week from a file).
    """

    day_copied = Signal(int, object)
    chosen = Signal(object)
    resolution_wanted = Signal(int)
    all_reset = Signal()
    taken = Signal()
    all_taken = Signal()
    kept = Signal()
    managed = Signal()
    text_copied = Signal()
    text_pasted = Signal()
    file_wanted = Signal()

    def build(
        self, view: PlanView, templates: Sequence[HourTemplate], *, day: int, has_selection: bool, parent: QWidget
    ) -> QMenu:
        """Return the menu for the selected day (0: Monday)."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        menu.addAction(self.tr("All 100 %"), self.all_reset.emit)
        if view.proposal is not None:
            take = menu.addAction(self.tr("Take the proposal for the selected hours"), self.taken.emit)
            take.setEnabled(has_selection)
            menu.addAction(self.tr("Take the whole proposal"), self.all_taken.emit)
        if not view.hour_limits.one_profile:
            menu.addSeparator()
            self._add_days(menu, day)
        menu.addSeparator()
        for template in templates:
            action = menu.addAction(wording.template_name(template).replace("&", "&&"))
            action.setToolTip(wording.template_warning(template))
            action.triggered.connect(lambda _checked=False, template=template: self.chosen.emit(template))
        if view.plan is not None and check_week(view.plan.hours, view.hour_limits):
            own = HourTemplate("", self.tr("this week, as the platform takes it"), view.plan.hours)
            menu.addAction(self.tr("Fit this week to the platform's limits"), lambda: self.chosen.emit(own))
        menu.addAction(self.tr("Keep this week as a template…"), self.kept.emit)
        menu.addAction(self.tr("Change templates…"), self.managed.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Copy as console text"), self.text_copied.emit)
        menu.addAction(self.tr("Paste console text"), self.text_pasted.emit)
        menu.addAction(self.tr("Open a week from a file…"), self.file_wanted.emit)
        if view.profile.hours.slots_per_hour > 1:
            finer = view.slots_per_hour == 1
            text = self.tr("Show half hours") if finer else self.tr("Show whole hours")
            menu.addAction(text, lambda: self.resolution_wanted.emit(2 if finer else 1))
        return menu

    def _add_days(self, menu: QMenu, day: int) -> None:
        copies = menu.addMenu(self.tr("Copy {day} to").format(day=weekday_name(day)))
        copies.addAction(self.tr("all days"), lambda: self.day_copied.emit(day, tuple(range(DAYS))))
        copies.addAction(self.tr("Monday to Friday"), lambda: self.day_copied.emit(day, tuple(_WORKDAYS)))
        copies.addAction(self.tr("Saturday and Sunday"), lambda: self.day_copied.emit(day, tuple(_WEEKEND)))
        copies.addSeparator()
        for other in range(DAYS):
            if other != day:
                copies.addAction(weekday_name(other), lambda other=other: self.day_copied.emit(day, (other,)))

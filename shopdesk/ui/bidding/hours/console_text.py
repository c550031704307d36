"""The week as consoles exchange it: out to the clipboard as text, in from the clipboard or a file in any form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.app.bidding.exporting import WeekUnreadable
from shopdesk.domain.bidding.forms.reading import ReadWeek, in_slots, read_week
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY
from shopdesk.domain.bidding.week import ScheduleError, check_week, to_text
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.plan_view import PlanView

_MOST_SHOWN = 40  # characters of a part that can't be read


class ConsoleText(QObject):
    """``taken(text)``: it is on the clipboard; ``edited(fields, name)`` what came in; ``refused(text)`` why not."""

    taken = Signal(str)
    edited = Signal(object, str)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.read_file: Callable[[Path, int], ReadWeek] | None = None
        """Reads a file, with the weekday that it counts from; None where nothing can be read."""

    def copy(self, view: PlanView | None) -> None:
        """Put the plan's week on the clipboard."""
        if view is not None and view.plan is not None:
            text = to_text(view.plan.hours)
            QGuiApplication.clipboard().setText(text)
            self.taken.emit(text)

    def paste(self, view: PlanView | None) -> None:
        """Take the week from the clipboard in any form that a console or a sheet gives.

        What is no week, or beyond the limits, is told and left.
        """
        if view is None or view.plan is None:
            return
        try:
            found = read_week(QGuiApplication.clipboard().text(), first_day=view.profile.first_day)
        except ScheduleError as error:
            self._refuse(error.part)
            return
        self._take(found, view, view.plan, self.tr("paste a week"))

    def open(self, view: PlanView | None, parent: QWidget) -> None:
        """Ask for a file and take the week in it, as ``paste`` does."""
        if view is None or view.plan is None or self.read_file is None:
            return
        pattern = self.tr("Weeks (*.xlsx *.json *.txt *.csv)")
        given, _ = QFileDialog.getOpenFileName(parent, self.tr("Open a week from a file"), "", pattern)
        if not given:
            return
        try:
            found = self.read_file(Path(given), view.profile.first_day)
        except WeekUnreadable as error:
            self._refuse(error.part)
            return
        except OSError:
            self.refused.emit(self.tr("{name} can't be read.").format(name=Path(given).name))
            return
        self._take(found, view, view.plan, self.tr("open a week from a file"))

    def _take(self, found: ReadWeek, view: PlanView, plan: BidPlan, name: str) -> None:
        most = max(plan.slots_per_hour, view.profile.hours.slots_per_hour)
        try:
            hours = in_slots(found.cells, least=plan.slots_per_hour, most=most)
        except ScheduleError as error:
            self._refuse(error.part)
            return
        problems = check_week(hours, view.hour_limits)
        if problems:
            self.refused.emit(words.problem_text(problems[0], view.profile))
        elif hours != plan.hours:
            self.edited.emit({"hours": hours, "slots_per_hour": len(hours) // (DAYS * HOURS_PER_DAY)}, name)

    def _refuse(self, part: str) -> None:
        self.refused.emit(self.tr("Not a schedule: {part}").format(part=part[:_MOST_SHOWN]))

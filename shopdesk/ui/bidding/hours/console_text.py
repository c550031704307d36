"""The week as the text that consoles exchange: out to the clipboard, and in from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from shopdesk.domain.bidding.forms.reading import in_slots, read_week
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
        plan = view.plan if view is not None else None
        if view is None or plan is None:
            return
        most = max(plan.slots_per_hour, view.profile.hours.slots_per_hour)
        try:
            found = read_week(QGuiApplication.clipboard().text(), first_day=view.profile.first_day)
            hours = in_slots(found.cells, least=plan.slots_per_hour, most=most)
        except ScheduleError as error:
            self.refused.emit(self.tr("Not a schedule: {part}").format(part=error.part[:_MOST_SHOWN]))
            return
        problems = check_week(hours, view.hour_limits)
        if problems:
            self.refused.emit(words.problem_text(problems[0], view.profile))
        elif hours != plan.hours:
            slots = len(hours) // (DAYS * HOURS_PER_DAY)
            self.edited.emit({"hours": hours, "slots_per_hour": slots}, self.tr("paste a week"))

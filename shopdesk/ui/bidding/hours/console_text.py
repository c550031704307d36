"""The week as the text that consoles exchange: out to the clipboard, and in from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from shopdesk.domain.bidding.week import ScheduleError, check_week, from_text, to_text
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
        """Take the week from the clipboard; what is no schedule or beyond the limits is told and left."""
        plan = view.plan if view is not None else None
        if view is None or plan is None:
            return
        try:
            hours = from_text(QGuiApplication.clipboard().text(), slots_per_hour=plan.slots_per_hour)
        except ScheduleError as error:
            self.refused.emit(self.tr("Not a schedule: {part}").format(part=error.part[:_MOST_SHOWN]))
            return
        found = check_week(hours, view.hour_limits)
        if found:
            self.refused.emit(words.problem_text(found[0], view.profile))
        elif hours != plan.hours:
            self.edited.emit({"hours": hours}, self.tr("paste a week"))

"""The centre of the tab: the week above, regions and audiences below it, then the bids of words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.tokens import GUTTER_PX


class Centre(QWidget):
    """Shows one ``PlanView``. What the user does leaves as a named step and comes back with the next view.

    ``edited(fields, name)``: new values of fields of the shown plan (``hours``, ``slots_per_hour``, ``regions``,
    ``audiences``, ``bids``) and the step's name, one step an action. ``changed(change, name)``: a change of other
    documents (templates, plans cloned for a group of regions). ``taken(text)``: the week in the console's text form,
    now on the clipboard. ``selection_changed``: other hours or regions are selected. ``stats(values)``: the selected
    figures for the status bar.
    """

    edited = Signal(object, str)
    changed = Signal(object, str)
    taken = Signal(str)
    selection_changed = Signal()
    stats = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GUTTER_PX)
        self.below = QHBoxLayout()
        self.below.setSpacing(GUTTER_PX)

    def set_view(self, view: PlanView) -> None:
        """Show a plan."""

    def show_edit(self) -> None:
        """Bring what is set to the front, e.g. for undo."""

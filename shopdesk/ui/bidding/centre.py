"""The centre of the tab: the week above, regions and audiences below it, then the bids of words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.bidding.templates import HOUR_TEMPLATES, templates
from shopdesk.ui.bidding.audiences.card import AudienceCard
from shopdesk.ui.bidding.bids.card import WordCard
from shopdesk.ui.bidding.bids.rows import WordRows, word_rows
from shopdesk.ui.bidding.bids.table import WordTable
from shopdesk.ui.bidding.hours.card import HourCard
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.regions.card import RegionCard
from shopdesk.ui.cards import set_tab_order
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import SettingsLayout
from shopdesk.ui.tokens import GUTTER_PX

if TYPE_CHECKING:
    from shopdesk.domain.bidding.forms.reading import ReadWeek

_REGIONS_SHARE, _AUDIENCES_SHARE = 61, 39


class Centre(QWidget):
    """Shows one ``PlanView``. What the user does leaves as a named step and comes back with the next view.

    ``edited(fields, name)``: new values of fields of the shown plan (``hours``, ``slots_per_hour``, ``regions``,
    ``audiences``, ``bids``) and the step's name, one step an action. ``changed(change, name)``: a change of other
    documents (templates, plans cloned for a group of regions). ``taken(text)``: the week in the console's text form,
    now on the clipboard. ``limits_wanted(platform)``: what the platform takes is to be compared with the console.
    ``parts_wanted(levers)``: parts of the proposal are to be taken together.
    ``selection_changed``: other hours or regions are selected. Selected figures go to the status bar by the context.
    """

    uses = frozenset({HOUR_TEMPLATES.name})

    edited = Signal(object, str)
    changed = Signal(object, str)
    taken = Signal(str)
    limits_wanted = Signal(str)
    parts_wanted = Signal(object)
    selection_changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._height = 0
        self._view: PlanView | None = None
        self._rows: WordRows | None = None
        self._table_is_old = False
        self.hours = HourCard()
        self.hours.console.read_file = self._read_week
        self.regions = RegionCard()
        self.audiences = AudienceCard()
        self.words = WordCard()
        self.table = WordTable(SettingsLayout(context.settings, "word_bids"))
        self._lay_out()
        self._connect()

    def set_view(self, view: PlanView) -> None:
        """Show a plan."""
        before, self._view = self._view, view
        workspace = self._context.workspace
        self.hours.set_view(view, templates(workspace) if workspace is not None else ())
        self.regions.set_view(view)
        self.audiences.set_view(view)
        if before is None or not view.is_same_for("bids", before):
            self._rows = word_rows(view)
            self.words.set_view(view, self._rows)
            self._table_is_old = True
            if self._rows is None:
                self.show_cards()
        if self._stack.currentWidget() is self.table:
            self._fill_table()
        if self._height:
            self.fit(self._height)

    def fit(self, height: int) -> None:
        """Fit the cards into a height where that is possible without cutting any: the words take less."""
        self._height = height
        self.words.set_low(False)
        below = max(self.regions.minimumSizeHint().height(), self.audiences.minimumSizeHint().height())
        others = self.hours.minimumSizeHint().height() + below + 2 * GUTTER_PX
        self.words.set_low(others + self.words.minimumSizeHint().height() > height)

    def _read_week(self, path: Path, first_day: int) -> ReadWeek:
        services = self._context.services
        if services is None or services.bid_files is None:
            raise OSError(str(path))
        return services.bid_files.read_week(path, first_day=first_day)

    def show_edit(self) -> None:
        """Bring what is set to the front, e.g. for undo."""
        self.hours.show_edit()

    def show_table(self, key: str = "") -> None:
        """Show all words instead of the cards, at a word where one is given; nothing where no report names any."""
        if self._rows is None:
            return
        self._fill_table()
        self._stack.setCurrentWidget(self.table)
        self.table.reveal(key)

    def show_cards(self) -> None:
        """Go back from the table of words to the cards."""
        self._stack.setCurrentIndex(0)

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches."""
        return self.table.panel.view if self._stack.currentWidget() is self.table else self.audiences.view

    def _fill_table(self) -> None:
        """Thousands of words are put into the table only where it is looked at."""
        if self._table_is_old and self._view is not None:
            self._table_is_old = False
            self.table.set_view(self._view, self._rows)

    def _lay_out(self) -> None:
        cards = QWidget()
        cards.setObjectName("scrolled")  # shows the page through
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER_PX)
        column.addWidget(self.hours)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        below.addWidget(self.regions, _REGIONS_SHARE)
        below.addWidget(self.audiences, _AUDIENCES_SHARE)
        column.addLayout(below, 1)
        column.addWidget(self.words)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(cards)
        self._stack.addWidget(self.table)
        set_tab_order(self.hours, self.regions, self.audiences, self.words)

    def _connect(self) -> None:
        for card in (self.hours, self.regions, self.audiences, self.words, self.table):
            card.edited.connect(self.edited)
        for limited in (self.hours, self.regions, self.audiences):
            limited.limits_wanted.connect(self._want_limits)
        for raised in (self.hours, self.audiences, self.words):
            raised.parts_wanted.connect(self.parts_wanted)
        self.hours.changed.connect(self.changed)
        self.regions.changed.connect(self.changed)
        self.hours.taken.connect(self.taken)
        self.hours.selection_changed.connect(self.selection_changed)
        self.hours.selection_changed.connect(lambda: self._tell(self.hours.stats()))
        self.regions.selection_changed.connect(self.selection_changed)
        self.words.table_wanted.connect(self.show_table)
        self.table.closed.connect(self.show_cards)
        self.table.stats.connect(self._tell)

    def _want_limits(self) -> None:
        if self._view is not None:
            self.limits_wanted.emit(self._view.profile.platform)

    def _tell(self, stats: object) -> None:
        if self.isVisible():
            self._context.selection_stats.emit(stats)

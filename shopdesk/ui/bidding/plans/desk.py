"""The plan itself: its levers in the middle, what they should bring and what stands behind them at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.bidding.sums import Sums, total
from shopdesk.ui.bidding.audience_card import AudienceCard
from shopdesk.ui.bidding.evidence_card import EvidenceCard, EvidenceView, Selection
from shopdesk.ui.bidding.hour_card import HourCard, HourView
from shopdesk.ui.bidding.plans.edits import PlanEdits
from shopdesk.ui.bidding.region_card import RegionCard
from shopdesk.ui.bidding.view import BiddingState, BiddingView
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.charts.tile_map import region_name
from shopdesk.ui.context import UiContext
from shopdesk.ui.tokens import GUTTER_PX

SIDE_PX = 280


class PlanDesk(BiddingView):
    """The cards of the centre; their edits go through ``edits``."""

    def __init__(self, context: UiContext, edits: PlanEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._edits = edits
        self._state: BiddingState | None = None
        self.hours = HourCard()
        self.regions = RegionCard()
        self.audiences = AudienceCard()
        self.evidence = EvidenceCard()
        self._lay_out()
        self._connect()

    def show_plan(self, state: BiddingState) -> None:
        """Show the chosen plan."""
        self._state = state
        shown = state.shown
        plan, profile, figures = shown.plan, shown.profile, shown.figures
        self.hours.set_view(HourView(plan, profile, figures))
        self.regions.set_view(plan, profile, figures.regions if figures is not None else None)
        self.audiences.set_view(plan, profile, figures.audiences if figures is not None else None)
        self._show_evidence()

    def find_target(self) -> Any:
        """Return the table of audiences."""
        return self.audiences.view

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GUTTER_PX)
        centre = QVBoxLayout()
        centre.setSpacing(GUTTER_PX)
        centre.addWidget(self.hours)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        below.addWidget(self.regions, 58)
        below.addWidget(self.audiences, 44)
        centre.addLayout(below, 1)
        outer.addLayout(centre, 1)
        self.evidence.setFixedWidth(SIDE_PX)
        outer.addWidget(self.evidence)

    def _connect(self) -> None:
        edits = self._edits
        self.hours.edited.connect(edits.set_hours)
        self.hours.selection_changed.connect(self._show_evidence)
        self.hours.selection_changed.connect(self._tell_stats)
        self.hours.all_reset.connect(edits.reset_hours)
        self.hours.day_copied.connect(edits.copy_day)
        self.hours.text_copied.connect(edits.copy_text)
        self.hours.text_pasted.connect(edits.paste_text)
        self.hours.resolution_wanted.connect(edits.resample)
        edits.refused.connect(self.hours.refuse)
        self.regions.edited.connect(edits.set_regions)
        self.regions.selection_changed.connect(self._show_evidence)
        self.audiences.edited.connect(edits.set_audiences)

    def _show_evidence(self) -> None:
        figures = self._state.shown.figures if self._state is not None else None
        if figures is None:
            return
        selections: list[Selection] = []
        week = self.hours.week()
        if week is not None:
            name = self.hours.selected_name() or self.tr("All hours")
            selections.append(Selection(name, week.over(self.hours.selected_places()), week.total, week.evidence))
        chosen = self.regions.selected()
        if figures.regions is not None and chosen:
            members = (figures.regions.member(name) for name in sorted(chosen))
            sums = total(member.sums if member is not None else Sums() for member in members)
            title = self.tr("Regions: {names}").format(names=", ".join(region_name(BY_NAME[n]) for n in sorted(chosen)))
            selections.append(Selection(title, sums, figures.regions.total, figures.regions.evidence))
        self.evidence.show_view(EvidenceView(selections, figures.hours, figures.cells))

    def _tell_stats(self) -> None:
        if self.isVisible():
            self._context.selection_stats.emit(self.hours.summable())

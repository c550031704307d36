"""The plan itself: its levers in the middle, what they should bring and what stands behind them at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.app.bidding.sources import TableSource, table_sources
from shopdesk.domain.bidding.estimate.model import Gate
from shopdesk.domain.bidding.sums import Sums, total
from shopdesk.ui import formats
from shopdesk.ui.bidding.centre import Centre
from shopdesk.ui.bidding.evidence_card import EvidenceView, Selection
from shopdesk.ui.bidding.forecast.side import Side
from shopdesk.ui.bidding.plans.edits import PlanEdits
from shopdesk.ui.bidding.scrolled import upright
from shopdesk.ui.bidding.view import BiddingState, BiddingView
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.charts.tile_map import region_name
from shopdesk.ui.context import UiContext
from shopdesk.ui.tokens import GUTTER_PX


class PlanDesk(BiddingView):
    """The centre's edits go through ``edits``; the right follows what is selected there."""

    uses = Centre.uses

    def __init__(self, context: UiContext, edits: PlanEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state: BiddingState | None = None
        self.centre = Centre(context)
        self.side = Side()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GUTTER_PX)
        outer.addWidget(upright(self.centre), 1)
        outer.addWidget(self.side)
        self.centre.edited.connect(lambda fields, name: self._edit(edits, fields, name))
        self.centre.changed.connect(edits.change)
        self.centre.taken.connect(lambda _text: self._tell_taken(edits))
        self.centre.selection_changed.connect(self._show_evidence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the centre into the height that there is."""
        super().resizeEvent(event)
        self.centre.fit(self.height())

    def show_plan(self, state: BiddingState) -> None:
        """Show the chosen plan; figures stay while newer ones are worked out."""
        self._state = state
        self.centre.set_view(state.shown)
        self.side.show_plan(state, self._sources(state))
        self._show_evidence()

    def show_target(self, target: object) -> None:
        """Bring a word into view, by its key."""
        if isinstance(target, str):
            self.centre.show_table(target)

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches."""
        return self.centre.find_target()

    def _edit(self, edits: PlanEdits, fields: dict[str, Any], name: str) -> None:
        """Keep an edit; bids on the price of a click with what they were reckoned from."""
        if "bids" in fields and self._state is not None:
            fields = {**fields, "bases": self._state.shown.bases(fields["bids"])}
        edits.set_fields(fields, name)

    def _tell_taken(self, edits: PlanEdits) -> None:
        edits.note_taken()
        plan = edits.plan()
        if plan is not None:
            self._context.message.emit(self.tr("The week of {name} is on the clipboard.").format(name=plan.name))

    def _sources(self, state: BiddingState) -> tuple[TableSource, ...]:
        workspace = self._context.workspace
        if workspace is None or state.outlook is None:
            return ()
        return table_sources(workspace, state.outlook.study.record.spans)

    def _show_evidence(self) -> None:
        figures = self._state.shown.figures if self._state is not None else None
        if figures is None:
            return
        selections: list[Selection] = []
        hours, regions = self.centre.hours, self.centre.regions
        week = hours.week()
        if week is not None:
            name = hours.selected_name() or self.tr("All hours")
            selections.append(Selection(name, week.over(hours.selected_places()), week.total, week.evidence))
        chosen = regions.selected()
        if figures.regions is not None and chosen:
            members = (figures.regions.member(name) for name in sorted(chosen))
            sums = total(member.sums if member is not None else Sums() for member in members)
            names = formats.listed(region_name(BY_NAME[name]) for name in sorted(chosen))
            title = self.tr("Regions: {names}").format(names=names)
            selections.append(Selection(title, sums, figures.regions.total, figures.regions.evidence))
        self.side.evidence.show_view(EvidenceView(selections, figures.hours, self._gates()))

    def _gates(self) -> tuple[tuple[str, Gate], ...]:
        """Return whether hours, regions and audiences of the studied plan differ by more than luck."""
        model = self._state.shown.model if self._state is not None else None
        if model is None:
            return ()
        named = (
            (self.tr("Hours"), model.hours),
            (self.tr("Regions"), model.regions),
            (self.tr("Audiences"), model.audiences),
        )
        return tuple((name, dimension.gate) for name, dimension in named if dimension is not None)

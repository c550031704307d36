"""地域: the provincial regions of a plan as a map or a table, what is proposed and what is set."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QWidget

from shopdesk.app.bidding.cloning import CloneName, clone_plans
from shopdesk.domain.bidding.dimensions import REGIONS
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, PlatformProfile, RegionLever
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import LimitProblem, check_region
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.bidding.check_chip import CheckChip
from shopdesk.ui.bidding.columns import (
    OPTIONAL,
    batch_name,
    percent_columns,
    percent_text,
    whole_percent,
    worth_showing,
)
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.refusal import Refusal, batch_text
from shopdesk.ui.bidding.regions import wording
from shopdesk.ui.bidding.regions.group_key import GroupKey
from shopdesk.ui.bidding.regions.pasting import pasted_regions
from shopdesk.ui.bidding.regions.table import table_frame
from shopdesk.ui.bidding.regions.tiles import (
    EDIT,
    PROPOSED,
    clones,
    live_percent,
    scale_of,
    set_percent,
    tiles,
    waiting,
)
from shopdesk.ui.bidding.sizes import DENSE_HEADER_PX
from shopdesk.ui.bidding.taking import offer_of, show_offer
from shopdesk.ui.cards import Card, ElidedLabel, LinkButton, Segmented, button
from shopdesk.ui.charts.heat_legend import HeatLegend
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.charts.tile_map import TileMap, region_name
from shopdesk.ui.grid import CellError, Column, EditBatch, GridModel, GridView

MAP, TABLE = "map", "table"
_FIGURE_SIGNS = 8


class RegionCard(Card):
    """``edited(fields, name)`` gives the plan's new regions; ``changed(change, name)`` plans cloned for groups."""

    edited = Signal(object, str)
    changed = Signal(object, str)
    limits_wanted = Signal()
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self._view: PlanView | None = None
        self._shown = OPTIONAL
        self._refusal = Refusal()
        self._chosen_for: str | None = None  # the plan whose layer need not change by itself
        self.unverified = CheckChip()
        self.figure = QComboBox()
        self.figure.setProperty("small", True)
        self.figure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.figure.setMinimumContentsLength(_FIGURE_SIGNS)
        self.take = button(small=True)
        self.shape = Segmented([(MAP, MAP), (TABLE, TABLE)])
        for widget in (self.unverified, self.figure, self.take, self.shape):
            self.add_action(widget)
        self.map = TileMap()
        self.model = GridModel(self._columns(OPTIONAL), self)
        self.view = GridView(self.model, self, small=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.map)
        self._stack.addWidget(self.view)
        self.legend = HeatLegend(self.map)  # over the empty north-west
        self.groups = GroupKey(self.map)
        self.note = ElidedLabel()
        self.note.setProperty("role", "caption")
        self.clone = LinkButton()
        self.body.setContentsMargins(6, 2, 6, 1)
        self.body.setSpacing(0)
        self.header.setFixedHeight(DENSE_HEADER_PX)
        self.body.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.clone)
        self.body.addLayout(foot)
        self._connect()
        self._say()

    def set_view(self, view: PlanView) -> None:
        """Show the regions of a plan."""
        before, self._view = self._view, view
        self.model.read_only = view.plan is None
        self._choose_layer(view)
        if before is None or not view.is_same_for("regions", before):
            self._show()

    def selected(self) -> frozenset[str]:
        """Return the regions selected on the map."""
        return self.map.selected()

    def take_proposal(self) -> None:
        """Put the proposal into what is set: for the selected regions, or all where none is selected."""
        view = self._view
        if view is None or view.proposal is None:
            return
        names = self.map.selected() or frozenset(REGIONS)
        found = view.proposal.levers.regions
        edits = {name: found.get(name, UNCHANGED_PERCENT) for name in names}
        count = sum(set_percent(view, name) != value for name, value in edits.items())
        self._put(
            edits, self.tr("take the proposal in {count} {count:region|regions}").format(count=formats.full(count))
        )

    def clone_groups(self) -> None:
        """Make a plan for each outlined group, as one step."""
        view, proposal = self._view, self._view.proposal if self._view is not None else None
        if view is None or view.plan is None or proposal is None or not waiting(view):
            return
        title = self.tr("{plan} · group {letter}")
        names = {
            group: CloneName(uuid4().hex, title.format(plan=view.plan.name, letter=letter))
            for letter, group in waiting(view).items()
        }
        live = view.live.bids if view.live is not None else {}
        bids = {**live, **view.plan.bids}
        change = clone_plans(
            view.plan,
            names,
            proposal.groups,
            view.profile,
            bids=bids,
            every_region=REGIONS,
            bases=view.bases(bids),
        )
        name = self.tr("divide {plan} into {count} plans").format(plan=view.plan.name, count=len(names) + 1)
        self.changed.emit(change, name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.model.retranslate()
            self._show()
        super().changeEvent(event)

    # --- showing

    def _connect(self) -> None:
        self.unverified.clicked.connect(self.limits_wanted)
        self.shape.chosen.connect(self._shape_chosen)
        self.figure.activated.connect(self._show)
        self.figure.activated.connect(self._note_choice)
        self.take.clicked.connect(self.take_proposal)
        self.clone.clicked.connect(self.clone_groups)
        self.map.selection_changed.connect(self._selected)
        self.map.activated.connect(self._activated)
        self.map.typed.connect(self._typed)
        self.map.nudged.connect(self._nudged)
        self.map.cleared.connect(lambda names: self._put_all(names, UNCHANGED_PERCENT))
        self.map.pasted.connect(self._pasted)
        self.model.edited.connect(self._edited)
        self.model.refused.connect(lambda problem: self._refuse(problem.reason))
        self.view.refused.connect(lambda batch: self._refuse(batch_text(batch)))

    def _layer(self) -> str:
        return str(self.figure.currentData())

    def _choose_layer(self, view: PlanView) -> None:
        """Begin a plan with what tells most: what is set where it differs, else a proposal, else what happened."""
        plan = view.plan
        if plan is None or plan.plan_id == self._chosen_for:
            return
        if plan.regions and any(set_percent(view, name) != live_percent(view, name) for name in plan.regions):
            self._choose(EDIT)
        elif view.proposal is not None:
            self._choose(PROPOSED if view.proposal.regions is Stay.MOVES else "orders")
            self._note_choice()
        elif self._layer() == PROPOSED:
            self._choose("orders")

    def _choose(self, layer: str) -> None:
        self.figure.setCurrentIndex(self.figure.findData(layer))

    def _note_choice(self) -> None:
        plan = self._view.plan if self._view is not None else None
        self._chosen_for = plan.plan_id if plan is not None else None

    def _show(self) -> None:
        view, layer = self._view, self._layer()
        if view is None:
            return
        shown = tiles(view, layer)
        scale = scale_of(view, layer, shown)
        self.map.editable = layer == EDIT and view.plan is not None
        self.map.set_tiles(
            shown,
            scale=scale,
            value_format=lambda value: _tile_text(layer, value),
            value_name=self.figure.currentText(),
        )
        known = any(math.isfinite(tile.value) for tile in shown.values())
        groups = wording.group_lines(view) if layer in (EDIT, PROPOSED) else []
        self.groups.set_lines(groups)
        self.legend.setVisible(known and not groups)
        unit = "%" if layer in (EDIT, PROPOSED) else words.unit(layer)
        suffix = f" {unit}" if unit else ""
        self.legend.set_scale(scale, value_format=lambda value: _tile_text(layer, value), suffix=suffix)
        self.legend.resize(self.legend.sizeHint())
        self._choose_columns(view)
        self.model.set_frame(table_frame(view))
        self._write_head(view)
        self._write_note(view, layer)

    def _choose_columns(self, view: PlanView) -> None:
        shown = worth_showing(
            live=view.live.regions if view.live is not None else {},
            stay=view.proposal.regions if view.proposal is not None else None,
            is_believed=view.model is not None and view.model.regions is not None,
        )
        if shown != self._shown:
            self._shown = shown
            self.model.set_columns(self._columns(shown))

    def _columns(self, shown: frozenset[str]) -> tuple[Column, ...]:
        name = Column(name="name", title=lambda: self.tr("Region"), width=72, grow=1, emphasis=True)
        return (name, *percent_columns(self._problem, self._limits, shown=shown))

    def _problem(self, value: int) -> LimitProblem | None:
        return check_region(value, self._limits().regions)

    def _limits(self) -> PlatformProfile:
        if self._view is None:
            raise RuntimeError("no plan is shown")
        return self._view.profile

    def _write_head(self, view: PlanView) -> None:
        groups = len(clones(view.proposal))
        self.set_title(self.tr("Regions"), wording.lever_text(view, groups))
        self.subtitle_label.setToolTip(words.region_text(view.profile))
        self.unverified.setVisible(not view.profile.regions.evidence.is_verified)
        can = view.plan is not None and view.proposal is not None and view.profile.regions.lever is RegionLever.PERCENT
        moves = view.proposal is not None and view.proposal.regions is Stay.MOVES
        self.take.setVisible(can and moves)
        self._write_take(view)
        self.clone.setVisible(bool(waiting(view)) and view.plan is not None)
        is_doubtful = offer_of(view, Lever.REGIONS).is_doubtful
        self.clone.setText(self.tr("Make them anyway") if is_doubtful else self.tr("Make these plans"))

    def _write_take(self, view: PlanView) -> None:
        whole = self.tr("Take selected") if self.map.selected() else self.tr("Take it")
        tip = self.tr("Put the proposed percents into the plan")
        show_offer(self.take, offer_of(view, Lever.REGIONS), whole=whole, tip=tip)

    def _write_note(self, view: PlanView, layer: str) -> None:
        parts = wording.percent_note(view, layer) if layer in (EDIT, PROPOSED) else wording.figure_note(view, layer)
        refused = self._refusal.text(view.plan.regions) if view.plan is not None else ""
        text = refused or " · ".join(part for part in parts if part)
        self.note.setText(text)
        dimension = view.model.regions if view.model is not None else None
        gate = reasons.gate_line(dimension.gate) if dimension is not None else ""
        self.note.setToolTip("\n".join(part for part in (text, gate) if part))

    # --- doing

    def _selected(self) -> None:
        if self._view is not None:
            self._write_take(self._view)
        self.selection_changed.emit()

    def _activated(self, name: str) -> None:
        view = self._view
        if view is None or view.plan is None:
            return
        if view.profile.regions.lever is RegionLever.ON_OFF:
            value = UNCHANGED_PERCENT if set_percent(view, name) == 0 else 0
            self._put({name: value}, f"{region_name(BY_NAME[name])} {percent_text(value)}")
        else:
            self.shape.choose(TABLE)
            self._shape_chosen(TABLE)
            self.view.reveal(name, "new")

    def _typed(self, names: Iterable[str], text: str) -> None:
        try:
            value = whole_percent(text)
        except CellError as error:
            self._refuse(str(error))
            return
        self._put_all(names, value)

    def _put_all(self, names: Iterable[str], value: int) -> None:
        edits = dict.fromkeys(names, value)
        what = f"{percent_text(value)} %" if value else percent_text(value)
        self._put(edits, self._named(edits, what))

    def _nudged(self, names: Iterable[str], step: float) -> None:
        view = self._view
        if view is None:
            return
        limits = view.profile.regions
        if limits.lever is RegionLever.ON_OFF:
            self._put_all(names, UNCHANGED_PERCENT if step > 0 else 0)
            return
        running = {name: set_percent(view, name) for name in names if set_percent(view, name)}
        edits = {name: max(limits.low, min(limits.high, value + round(step))) for name, value in running.items()}
        self._put(edits, self._named(edits, f"{formats.signed(step)} %"))

    def _pasted(self, rows: list[tuple[str, str]]) -> None:
        found = pasted_regions(rows, self.map.selected())
        count = formats.full(len(found.percents))
        self._put(found.percents, self.tr("paste {count} {count:region|regions}").format(count=count))
        strangers = [self.tr("{name} is no region").format(name=name) for name in found.strangers]
        if found.unread or strangers:
            self._refuse("; ".join([*found.unread, *strangers]))

    def _named(self, edits: Mapping[str, int], what: str) -> str:
        if len(edits) == 1:
            return f"{region_name(BY_NAME[next(iter(edits))])} {what}"
        return self.tr("{what} in {count} {count:region|regions}").format(what=what, count=formats.full(len(edits)))

    def _put(self, edits: Mapping[str, int], name: str) -> None:
        """Set regions as one step; what the platform doesn't take is told and left out."""
        view = self._view
        if view is None or view.plan is None:
            return
        bad = {key: check_region(value, view.profile.regions) for key, value in edits.items()}
        problem = next((found for found in bad.values() if found is not None), None)
        good = {key: value for key, value in edits.items() if bad[key] is None}
        regions = {key: value for key, value in {**view.plan.regions, **good}.items() if value != UNCHANGED_PERCENT}
        if regions != dict(view.plan.regions):
            self._send({"regions": regions}, name)
        if problem is not None:
            self._refuse(words.problem_text(problem, view.profile))

    def _send(self, fields: dict[str, Any], name: str) -> None:
        self._note_choice()
        if self._layer() == PROPOSED:
            self._choose(EDIT)
        self._refusal.note_sent(fields.get("regions", {}))
        self.edited.emit(fields, name)

    def _refuse(self, text: str) -> None:
        plan = self._view.plan if self._view is not None else None
        self._refusal.say(text, plan.regions if plan is not None else {})
        self.note.setText(text)
        self.note.setToolTip(text)

    def _edited(self, batch: EditBatch) -> None:
        edits = {str(cell.key): int(cell.new) for cell in batch}
        self._put(edits, batch_name(batch, self.tr("Regions")))

    def _shape_chosen(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == MAP else 1)

    def _say(self) -> None:
        self.set_title(self.tr("Regions"))
        self.shape.set_items([(MAP, self.tr("Map")), (TABLE, self.tr("Table"))])
        with QSignalBlocker(self.figure):
            chosen = self.figure.currentData() or "orders"
            self.figure.clear()
            self.figure.addItem(self.tr("Proposed %"), PROPOSED)
            self.figure.addItem(self.tr("Set now %"), EDIT)
            for metric in words.METRICS:
                self.figure.addItem(f"{words.metric_name(metric)} {words.unit(metric)}".strip(), metric)
            self.figure.setCurrentIndex(max(0, self.figure.findData(chosen)))
        self.take.setText(self.tr("Take it"))
        self.clone.setText(self.tr("Make these plans"))
        self.clone.setToolTip(
            self.tr("A copy of this plan for each outlined group, with only its regions and its bids")
        )
        self.figure.setAccessibleName(self.tr("Figure shown on the map"))
        self.view.setAccessibleName(self.tr("Regions as a table"))


def _tile_text(layer: str, value: float | None) -> str:
    if value is None or math.isnan(value):
        return formats.UNKNOWN
    return f"{value:.0f}" if layer in (EDIT, PROPOSED) else words.cell_text(layer, value)

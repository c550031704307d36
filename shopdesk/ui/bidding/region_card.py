"""地域: the 34 provincial regions as a map or a table: what happened, and what is set."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from shopdesk.domain.bidding.dimensions import REGIONS, Dimension
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, PlatformProfile, RegionLever
from shopdesk.domain.bidding.sums import Sums
from shopdesk.domain.bidding.week import check_region
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.tables import factor_column, figure_columns, modifier_column
from shopdesk.ui.cards import Card, Segmented, label
from shopdesk.ui.charts.heat_colours import HeatScale
from shopdesk.ui.charts.heat_legend import HeatLegend
from shopdesk.ui.charts.regions import BY_NAME
from shopdesk.ui.charts.tile_map import RegionTile, TileMap, region_name
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridModel, GridView

EDIT = "edit"
MAP, TABLE = "map", "table"
_RATIOS = frozenset({"roi", "cvr"})


class RegionCard(Card):
    """``edited`` gives percent by region."""

    edited = Signal(object)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self._plan: BidPlan | None = None
        self._profile: PlatformProfile | None = None
        self._happened: Dimension | None = None
        self.figure = QComboBox()
        self.figure.setProperty("small", True)
        self.figure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shape = Segmented([(MAP, MAP), (TABLE, TABLE)])
        self.add_action(self.figure)
        self.add_action(self.shape)
        self.map = TileMap()
        self.model = GridModel(self._columns(), self)
        self.view = GridView(self.model, self, small=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.map)
        self._stack.addWidget(self.view)
        self.legend = HeatLegend(self.map)  # over the empty north-west
        self.caption = label("", "caption", wrap=True)
        self.body.setContentsMargins(6, 6, 6, 6)
        self.body.setSpacing(2)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.caption)
        self.shape.chosen.connect(self._shape_chosen)
        self.figure.activated.connect(self._show)
        self.map.selection_changed.connect(lambda _names: self.selection_changed.emit())
        self.map.activated.connect(self._activated)
        self.model.edited.connect(self._edited)
        self._say()

    def set_view(self, plan: BidPlan | None, profile: PlatformProfile, happened: Dimension | None) -> None:
        """Show the regions of a plan."""
        self._plan, self._profile, self._happened = plan, profile, happened
        self.model.read_only = plan is None
        self._show()

    def selected(self) -> frozenset[str]:
        """Return the regions selected on the map."""
        return self.map.selected()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.model.retranslate()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        profile = self._profile
        if profile is None:
            return
        metric = str(self.figure.currentData())
        members = {member.name: member for member in self._happened.members} if self._happened is not None else {}
        values = {
            name: self._value(name, metric, members[name].sums if name in members else Sums()) for name in REGIONS
        }
        tiles = {
            name: RegionTile(
                value=math.nan if values[name] is None else float(values[name] or 0),
                thin=metric in _RATIOS and (name not in members or members[name].sums.is_thin),
                off=self._modifier(name) == 0,
                evidence=words.sums_text(members[name].sums if name in members else Sums()),
            )
            for name in REGIONS
        }
        self.map.set_tiles(
            tiles,
            scale=self._scale(metric, values),
            value_format=lambda value: _tile_text(metric, value),
            value_name=self.figure.currentText(),
        )
        self._show_legend(metric, values)
        self._fill_table()
        self._write_caption(profile)

    def _show_legend(self, metric: str, values: dict[str, float | None]) -> None:
        known = any(value is not None for value in values.values())
        self.legend.setVisible(known)
        unit = "%" if metric == EDIT else words.unit(metric)
        self.legend.set_scale(
            self._scale(metric, values),
            value_format=lambda value: _tile_text(metric, value),
            suffix=f" {unit}" if unit else "",
        )
        self.legend.resize(self.legend.sizeHint())

    def _fill_table(self) -> None:
        members = {member.name: member for member in self._happened.members} if self._happened is not None else {}
        names = sorted(REGIONS, key=lambda name: -((members[name].sums.cost or 0) if name in members else -1))
        sums = [members[name].sums if name in members else Sums() for name in names]
        self.model.set_frame(
            GridFrame(
                {
                    "name": [region_name(BY_NAME[name]) for name in names],
                    **{key: [cell.value(key) for cell in sums] for key in ("clicks", "cost", "orders", "roi")},
                    "factor": [members[name].factor if name in members else None for name in names],
                    "now": [self._modifier(name) for name in names],
                },
                keys=names,
            )
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="name", title=lambda: self.tr("Region"), width=62, grow=1, emphasis=True),
            *figure_columns(),
            factor_column(),
            modifier_column(lambda value: check_region(value, self._limits().regions), self._limits),
        )

    def _limits(self) -> PlatformProfile:
        if self._profile is None:
            raise RuntimeError("no plan is shown")
        return self._profile

    def _value(self, name: str, metric: str, sums: Sums) -> float | None:
        return float(self._modifier(name)) if metric == EDIT else sums.value(metric)

    def _scale(self, metric: str, values: dict[str, float | None]) -> HeatScale:
        known = sorted(value for value in values.values() if value is not None)
        if metric == EDIT:
            return HeatScale(min(80.0, *known), max(120.0, *known), centre=UNCHANGED_PERCENT)
        top = known[-1] if known else 1.0
        middle = self._happened.total.value(metric) if self._happened is not None else None
        if metric in _RATIOS and middle:
            return HeatScale(0.0, 2 * middle, centre=middle)
        return HeatScale(0.0, top or 1.0)

    def _modifier(self, name: str) -> int:
        return self._plan.regions.get(name, UNCHANGED_PERCENT) if self._plan is not None else UNCHANGED_PERCENT

    def _write_caption(self, profile: PlatformProfile) -> None:
        parts = [words.region_text(profile)]
        happened = self._happened
        if happened is None:
            parts.append(self.tr("no report by region and no orders with a region"))
        else:
            parts.append(words.evidence_text(happened.evidence))
            if self.figure.currentData() in _RATIOS:
                parts.append(self.tr("dashed: too few orders"))
            if happened.p_value is not None:
                parts.append(
                    self.tr("differences may be luck: 100 % is safer")
                    if happened.is_chance
                    else self.tr("conversion differs by more than luck")
                )
        self.caption.setText(" · ".join(parts))
        tip = words.gate_text(self.tr("Regions"), happened.p_value, is_chance=happened.is_chance) if happened else ""
        self.caption.setToolTip(tip)

    def _activated(self, name: str) -> None:
        profile, plan = self._profile, self._plan
        if profile is None or plan is None:
            return
        if profile.regions.lever is RegionLever.ON_OFF:
            self.edited.emit({name: UNCHANGED_PERCENT if self._modifier(name) == 0 else 0})
        else:
            self.shape.choose(TABLE)
            self._shape_chosen(TABLE)
            self.view.reveal(name, "now")

    def _edited(self, batch: EditBatch) -> None:
        self.edited.emit({str(cell.key): int(cell.new) for cell in batch})

    def _shape_chosen(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == MAP else 1)

    def _say(self) -> None:
        self.set_title(self.tr("Regions"))
        self.shape.set_items([(MAP, self.tr("Map")), (TABLE, self.tr("Table"))])
        with QSignalBlocker(self.figure):
            chosen = self.figure.currentData() or "orders"
            self.figure.clear()
            for metric in words.METRICS:
                self.figure.addItem(f"{words.metric_name(metric)} {words.unit(metric)}".strip(), metric)
            self.figure.addItem(self.tr("Set now %"), EDIT)
            self.figure.setCurrentIndex(max(0, self.figure.findData(chosen)))
        self.figure.setAccessibleName(self.tr("Figure shown on the map"))
        self.view.setAccessibleName(self.tr("Regions as a table"))
        self.map.setToolTip("")


def _tile_text(metric: str, value: float | None) -> str:
    if value is None or math.isnan(value):
        return formats.UNKNOWN
    return f"{value:.0f}" if metric == EDIT else words.cell_text(metric, value)

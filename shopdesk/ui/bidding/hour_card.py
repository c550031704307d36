"""分时折扣: the week of a plan, what happened in it and what is set, with the platform's limits beneath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSpinBox, QWidget

from shopdesk.domain.bidding.figures import PlanFigures
from shopdesk.domain.bidding.happened import Source, WeekHappened
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT, PlatformProfile
from shopdesk.domain.bidding.sums import Sums
from shopdesk.domain.bidding.week import check_week, place_of
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.cards import Card, Chip, Segmented, button, label
from shopdesk.ui.charts.heat_colours import HeatScale
from shopdesk.ui.charts.heat_grid import NUDGE, HeatGrid
from shopdesk.ui.charts.heat_legend import HeatLegend
from shopdesk.ui.charts.heat_model import HeatEdit, HeatLayer, HeatLimits

ACTUAL, EDIT = "actual", "edit"
_RATIOS = frozenset({"roi", "cvr"})
_NEAR_PERCENT = 20  # the colour scale reaches at least 20 % below and above unchanged


@dataclass(frozen=True, slots=True)
class HourView:
    """All that the card shows."""

    plan: BidPlan | None
    profile: PlatformProfile
    figures: PlanFigures | None


class HourCard(Card):
    """``edited`` gives percent by slot; ``menu_wanted`` fills the template menu; ``selection_changed`` the cells."""

    edited = Signal(object)
    selection_changed = Signal()
    text_copied = Signal()
    text_pasted = Signal()
    day_copied = Signal(int)
    all_reset = Signal()
    resolution_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self._view: HourView | None = None
        self.layer = Segmented([(ACTUAL, ACTUAL), (EDIT, EDIT)])
        self.figure, self.source = QComboBox(), QComboBox()
        for box in (self.figure, self.source):
            box.setProperty("small", True)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chip = Chip(tone="info")
        self.less, self.more = button("− 5", small=True), button("+ 5", small=True)
        self.value = QSpinBox()
        self.value.setProperty("small", True)
        self.value.setRange(0, 1000)
        self.value.setSuffix(" %")
        self.value.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.value.setFixedWidth(70)
        self.templates = button(small=True)
        for widget in (
            self.layer,
            self.figure,
            self.source,
            self.chip,
            self.less,
            self.more,
            self.value,
            self.templates,
        ):
            self.add_action(widget)
        self.grid = HeatGrid()
        self.body.setContentsMargins(6, 6, 6, 6)
        self.body.setSpacing(4)
        self.body.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.legend = HeatLegend()
        foot.addWidget(self.legend)
        self.source_label = label("", "caption")
        self.limit_label = label("", "caption")
        foot.addWidget(self.source_label, 1)
        foot.addWidget(self.limit_label)
        self.body.addLayout(foot)
        self.message = label("", "warn", wrap=True)
        self.message.hide()
        self.body.addWidget(self.message)
        self._connect()
        self._say()

    def set_view(self, view: HourView) -> None:
        """Show a plan."""
        self._view = view
        self._fill_sources()
        self._choose_known_figure()
        self._show()

    def _choose_known_figure(self) -> None:
        """Leave a figure that these reports can't give, e.g. conversion where only orders are known."""
        week = self.week()
        if week is None or week.total.value(str(self.figure.currentData())) is not None:
            return
        known = next((metric for metric in words.METRICS if week.total.value(metric) is not None), None)
        if known is not None:
            self.figure.setCurrentIndex(self.figure.findData(known))

    def selected_places(self) -> set[tuple[int, int]]:
        """Return the selected (weekday, hour)s, all of them where none is selected."""
        box = self.grid.selected()
        if box is None:
            return {(day, hour) for day in range(DAYS) for hour in range(HOURS_PER_DAY)}
        per_hour = self.grid.cells.columnCount() // HOURS_PER_DAY
        return {(day, slot // per_hour) for day in range(box[0], box[2] + 1) for slot in range(box[1], box[3] + 1)}

    def selected_name(self) -> str:
        """Return the selected cells in words, empty where none is selected."""
        return self.grid.selected_name()

    def summable(self) -> tuple[float, ...]:
        """Return the selected figures for the status bar: money in yuan, nothing where sums mean nothing."""
        metric = str(self.figure.currentData())
        if self.layer.key() == ACTUAL and metric in _RATIOS:
            return ()
        scale = 0.01 if self.layer.key() == ACTUAL and metric == "cost" else 1.0
        return tuple(value * scale for value in self.grid.selected_values())

    def week(self) -> WeekHappened | None:
        """Return the week of the chosen source."""
        figures = self._view.figures if self._view is not None else None
        if figures is None:
            return None
        key = self.source.currentData()
        return figures.week(Source(key) if key else None)

    def show_edit(self) -> None:
        """Bring the editable layer to the front, e.g. for undo."""
        self.layer.choose(EDIT)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._fill_sources()
            self._show()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.layer.chosen.connect(lambda _key: self._show())
        self.figure.activated.connect(self._show)
        self.source.activated.connect(self._show)
        self.less.clicked.connect(lambda: self.grid.does.nudge(-NUDGE))
        self.more.clicked.connect(lambda: self.grid.does.nudge(NUDGE))
        self.value.editingFinished.connect(self._value_typed)
        self.templates.clicked.connect(self._open_templates)
        self.grid.edited.connect(self._edited)
        self.grid.refused.connect(self.refuse)
        self.grid.selection_changed.connect(self._selected)

    def _fill_sources(self) -> None:
        figures = self._view.figures if self._view is not None else None
        names = {
            Source.ADS: self.tr("ads report"),
            Source.SHOP: self.tr("shop report"),
            Source.ORDERS: self.tr("order times"),
        }
        with QSignalBlocker(self.source):
            chosen = self.source.currentData()
            self.source.clear()
            for source in figures.weeks if figures is not None else ():
                self.source.addItem(names[source], source.value)
            self.source.setCurrentIndex(max(0, self.source.findData(chosen)))

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        editing = self.layer.key() == EDIT
        self.figure.setVisible(not editing)
        self.source.setVisible(not editing and self.source.count() > 1)
        for widget in (self.less, self.more, self.value, self.templates):
            widget.setVisible(editing)
            widget.setEnabled(view.plan is not None)
        layer = self._edit_layer(view) if editing else self._actual_layer()
        self.grid.set_layer(layer)
        self._show_legend(layer, editing=editing)
        self._write_feet(view, editing=editing)
        self._selected()

    def _show_legend(self, layer: HeatLayer, *, editing: bool) -> None:
        metric = str(self.figure.currentData())
        known = bool(np.isfinite(layer.values).any())
        self.legend.setVisible(known)
        if editing:
            self.legend.set_scale(layer.scale, suffix=" %")
        elif known:
            thin = self.tr("under 30 clicks or 3 orders") if metric in _RATIOS else ""
            self.legend.set_scale(layer.scale, value_format=layer.value_format, suffix=_suffix(metric), thin=thin)

    def _edit_layer(self, view: HourView) -> HeatLayer:
        plan, limits = view.plan, view.profile.hours
        if plan is None:
            return _blank()
        values = np.array(plan.hours, dtype=float).reshape(DAYS, -1)
        running = values[values > 0]
        low = min(UNCHANGED_PERCENT - _NEAR_PERCENT, running.min(initial=UNCHANGED_PERCENT))
        high = max(UNCHANGED_PERCENT + _NEAR_PERCENT, running.max(initial=UNCHANGED_PERCENT))
        bounds = (UNCHANGED_PERCENT, UNCHANGED_PERCENT) if limits.switch_only else (limits.low, limits.high)
        return HeatLayer(
            values,
            HeatScale(low, high, centre=UNCHANGED_PERCENT),
            suffix=" %",
            limits=HeatLimits(*bounds, off=limits.can_switch_off),
            evidence=self._evidence(plan.slots_per_hour),
        )

    def _actual_layer(self) -> HeatLayer:
        week, metric = self.week(), str(self.figure.currentData())
        if week is None:
            return _blank()
        values = np.full((DAYS, HOURS_PER_DAY), np.nan)
        thin = np.zeros((DAYS, HOURS_PER_DAY), dtype=bool)
        for day in range(DAYS):
            for hour in range(HOURS_PER_DAY):
                cell = _cell(week, day, hour)
                value = cell.value(metric)
                values[day, hour] = np.nan if value is None else value
                thin[day, hour] = cell.is_thin if metric in _RATIOS else False
        known = values[np.isfinite(values)]
        top = float(np.quantile(known, 0.98)) if len(known) else 1.0
        middle = week.total.value(metric)
        if metric in _RATIOS and middle:
            scale = HeatScale(0.0, max(2 * middle, middle * 1.01), centre=middle)
        else:
            scale = HeatScale(0.0, top or 1.0)
        return HeatLayer(
            values,
            scale,
            thin=thin,
            value_format=lambda value: words.cell_text(metric, value) if value is not None else formats.UNKNOWN,
            evidence=self._evidence(1),
        )

    def _evidence(self, per_hour: int) -> Callable[[int, int], str]:
        week = self.week()

        def text(day: int, slot: int) -> str:
            return words.sums_text(_cell(week, day, slot // per_hour)) if week is not None else ""

        return text

    def _write_feet(self, view: HourView, *, editing: bool) -> None:
        week = self.week()
        if editing:
            self.limit_label.setText(words.limits_text(view.profile))
            self.source_label.setText("" if view.plan is not None else self.tr("Choose or create a plan at the left."))
            found = check_week(view.plan.hours, view.profile.hours) if view.plan is not None else []
            self._complain("; ".join(dict.fromkeys(words.problem_text(problem, view.profile) for problem in found[:3])))
            return
        self._complain("")
        self.limit_label.setText("")
        if week is None:
            self.source_label.setText(self.tr("No report by hour and no order times are imported."))
        elif week.has_weekdays:
            self.source_label.setText(words.evidence_text(week.evidence))
        else:
            note = self.tr("the report names no weekdays: every row is the whole period")
            self.source_label.setText(f"{words.evidence_text(week.evidence)} · {note}")

    def _complain(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _selected(self) -> None:
        name = self.selected_name()
        self.chip.setVisible(bool(name))
        self.chip.set_state(name, "info")
        values = self.grid.selected_values()
        if values:
            with QSignalBlocker(self.value):
                self.value.setValue(round(sum(values) / len(values)))
        self.selection_changed.emit()

    def _value_typed(self) -> None:
        values = set(self.grid.selected_values())
        if values and values != {float(self.value.value())}:
            self.grid.does.set_to(float(self.value.value()))

    def _edited(self, edit: HeatEdit) -> None:
        view = self._view
        if view is None or view.plan is None:
            return
        per_hour = view.plan.slots_per_hour
        days = range(DAYS) if view.profile.hours.one_profile else None
        edits = {
            place_of(day, column, slots_per_hour=per_hour): round(value)
            for row, column, value in edit.cells
            for day in (days or (row,))
        }
        self.edited.emit(edits)

    def refuse(self, text: str) -> None:
        """Say beneath the week what could not go in."""
        self._complain(text)

    def _open_templates(self) -> None:
        view = self._view
        if view is None or view.plan is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("All 100 %"), self.all_reset.emit)
        box = self.grid.selected()
        day = box[0] if box is not None else 0
        menu.addAction(self.tr("Copy the selected day to all days"), lambda: self.day_copied.emit(day))
        menu.addSeparator()
        menu.addAction(self.tr("Copy as console text"), self.text_copied.emit)
        menu.addAction(self.tr("Paste console text"), self.text_pasted.emit)
        if view.profile.hours.slots_per_hour > 1:
            menu.addSeparator()
            finer = view.plan.slots_per_hour == 1
            text = self.tr("Show half hours") if finer else self.tr("Show whole hours")
            menu.addAction(text, lambda: self.resolution_wanted.emit(2 if finer else 1))
        menu.popup(self.templates.mapToGlobal(self.templates.rect().bottomLeft()))

    def _say(self) -> None:
        self.set_title(self.tr("Hours"))
        self.layer.set_items([(ACTUAL, self.tr("What happened")), (EDIT, self.tr("Set now"))])
        with QSignalBlocker(self.figure):
            chosen = self.figure.currentData() or "cvr"
            self.figure.clear()
            for metric in words.METRICS:
                unit = words.unit(metric)
                self.figure.addItem(f"{words.metric_name(metric)} {unit}".strip(), metric)
            self.figure.setCurrentIndex(max(0, self.figure.findData(chosen)))
        self.templates.setText(self.tr("Templates ▾"))
        self.figure.setAccessibleName(self.tr("Figure shown"))
        self.source.setAccessibleName(self.tr("Source of the figures"))
        self.value.setAccessibleName(self.tr("Percent for the selected cells"))
        self.less.setAccessibleName(self.tr("5 percent less"))
        self.more.setAccessibleName(self.tr("5 percent more"))
        self.grid.setAccessibleName(self.tr("Hours of the week"))


def _cell(week: WeekHappened, day: int, hour: int) -> Sums:
    if week.has_weekdays:
        return week.cells.get((day, hour), Sums())
    return week.hours.get(hour, Sums())


def _suffix(metric: str) -> str:
    unit = words.unit(metric)
    return f" {unit}" if unit else ""


def _blank() -> HeatLayer:
    return HeatLayer(np.full((DAYS, HOURS_PER_DAY), np.nan), HeatScale(0, 1))

"""分时折扣: the week of a plan in three layers, with the platform's limits beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.app.bidding.templates import HourTemplate, fitted
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import check_week, place_of, resampled
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.bidding.hours import layers, wording
from shopdesk.ui.bidding.hours.console_text import ConsoleText
from shopdesk.ui.bidding.hours.head import HourHead
from shopdesk.ui.bidding.hours.layers import ACTUAL, EDIT, PROPOSED, RATIOS
from shopdesk.ui.bidding.hours.template_menu import TemplateMenu
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.cards import Card, Chip, ElidedLabel, label
from shopdesk.ui.charts.day_labels import weekday_name
from shopdesk.ui.charts.heat_block import cells_of
from shopdesk.ui.charts.heat_grid import HeatGrid
from shopdesk.ui.charts.heat_legend import HeatLegend
from shopdesk.ui.charts.heat_model import HeatEdit, HeatLayer
from shopdesk.ui.grid import SelectionStats

if TYPE_CHECKING:
    from shopdesk.domain.bidding.happened import WeekHappened
    from shopdesk.ui.bidding.hours.template_dialog import TemplateDialog

_MOST_PROBLEMS = 3


class HourCard(Card):
    """``edited(fields, name)`` gives new fields of the plan; ``changed(change, name)`` a change of the templates.

    ``taken(text)``: the week left for the console as text. ``selection_changed``: other cells are selected.
    """

    edited = Signal(object, str)
    changed = Signal(object, str)
    taken = Signal(str)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self._view: PlanView | None = None
        self._templates: Sequence[HourTemplate] = ()
        self._dialog: TemplateDialog | None = None
        self.head = HourHead(self)
        self.menu = TemplateMenu(self)
        self.console = ConsoleText(self)
        self.grid = HeatGrid()
        self.body.setContentsMargins(6, 6, 6, 6)
        self.body.setSpacing(4)
        self.body.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.legend = HeatLegend()
        self.note = ElidedLabel()
        self.note.setProperty("role", "caption")
        self.limits = label("", "caption")
        self.unverified = Chip(tone="warn")
        foot.addWidget(self.legend)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.limits)
        foot.addWidget(self.unverified)
        self.body.addLayout(foot)
        self.message = label("", "warn", wrap=True)
        self.message.hide()
        self.body.addWidget(self.message)
        self._connect()
        self._say()

    def set_view(self, view: PlanView, templates: Sequence[HourTemplate] = ()) -> None:
        """Show a plan."""
        other = self._view is None or (self._view.plan is None) != (view.plan is None)
        self._view, self._templates = view, templates
        if self._dialog is not None:
            self._dialog.set_templates(templates)
        self.head.set_sources(view.figures.weeks if view.figures is not None else ())
        self._choose_known_figure()
        if other and view.plan is not None and view.figures is None:
            self.head.layer.choose(EDIT)
        self._show()

    def selected_places(self) -> set[tuple[int, int]]:
        """Return the selected (weekday, hour)s, all of them where none is selected."""
        box = self.grid.selected()
        if box is None:
            return {(day, hour) for day in range(DAYS) for hour in range(HOURS_PER_DAY)}
        per_hour = self.grid.cells.columnCount() // HOURS_PER_DAY
        return {(day, slot // per_hour) for day, slot in cells_of(box)}

    def selected_name(self) -> str:
        """Return the selected cells in words, empty where none is selected."""
        return self.grid.selected_name()

    def stats(self) -> SelectionStats:
        """Return what the status bar says of the selected cells: percents and ratios have no sum."""
        metric, actual = self.head.metric(), self.head.layer.key() == ACTUAL
        scale = {"cost": 0.01, "cvr": 100.0}.get(metric, 1.0) if actual else 1.0
        values = [value * scale for value in self.grid.selected_values()]
        total = sum(values) if actual and metric not in RATIOS else None
        mean = sum(values) / len(values) if values and not (actual and metric in RATIOS) else None
        count = len(values)
        return SelectionStats(0, count, count, total, mean, None)

    def week(self) -> WeekHappened | None:
        """Return the week of the chosen source."""
        figures = self._view.figures if self._view is not None else None
        return figures.week(self.head.chosen_source()) if figures is not None else None

    def show_edit(self) -> None:
        """Bring the editable layer to the front, e.g. for undo."""
        self.head.layer.choose(EDIT)
        self._show()

    def refuse(self, text: str) -> None:
        """Say beneath the week what could not go in."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def take_proposal(self, *, whole: bool) -> None:
        """Put the proposal into what is set, for the selected cells or the whole week."""
        view = self._view
        if view is None or view.plan is None or view.proposed_hours is None:
            return
        places = range(len(view.plan.hours)) if whole else self._selected_slots()
        week = list(view.plan.hours)
        for place in places:
            week[place] = view.proposed_hours[place]
        count = sum(old != new for old, new in zip(view.plan.hours, week, strict=True))
        self.head.layer.choose(EDIT)
        if not count:
            self._show()
            return
        name = self.tr("take the proposal in {count} {count:hour|hours}").format(count=formats.full(count))
        self.edited.emit({"hours": tuple(week)}, name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self._view is not None:
                self.set_view(self._view, self._templates)
        super().changeEvent(event)

    # --- wiring

    def _connect(self) -> None:
        head, menu = self.head, self.menu
        head.changed.connect(self._show)
        head.nudged.connect(self.grid.does.nudge)
        head.typed.connect(self.grid.does.set_to)
        head.taken.connect(lambda: self.take_proposal(whole=self.grid.selected() is None))
        head.templates_asked.connect(self._open_templates)
        menu.all_reset.connect(self._reset)
        menu.taken.connect(lambda: self.take_proposal(whole=False))
        menu.all_taken.connect(lambda: self.take_proposal(whole=True))
        menu.day_copied.connect(self.copy_day)
        menu.chosen.connect(self.use_template)
        menu.kept.connect(lambda: self._open_dialog(keep=True))
        menu.managed.connect(lambda: self._open_dialog(keep=False))
        menu.resolution_wanted.connect(self.resample)
        menu.text_copied.connect(lambda: self.console.copy(self._view))
        menu.text_pasted.connect(lambda: self.console.paste(self._view))
        self.console.refused.connect(self.refuse)
        self.console.taken.connect(self.taken)
        self.console.edited.connect(self.edited)
        self.grid.edited.connect(self._edited)
        self.grid.refused.connect(self.refuse)
        self.grid.selection_changed.connect(self._selected)

    # --- showing

    def _choose_known_figure(self) -> None:
        """Leave a figure that these reports can't give, e.g. conversion where only orders are known."""
        week = self.week()
        if week is None or week.total.value(self.head.metric()) is not None:
            return
        known = next((metric for metric in words.METRICS if week.total.value(metric) is not None), None)
        if known is not None:
            self.head.figure.setCurrentIndex(self.head.figure.findData(known))

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        limits = view.hour_limits
        self.head.arrange(
            has_plan=view.plan is not None, has_proposal=view.proposal is not None, switch_only=limits.switch_only
        )
        layer = self._layer(view)
        self.grid.set_layer(layer)
        self._write_foot(view, layer)
        self._selected()

    def _layer(self, view: PlanView) -> HeatLayer:
        match self.head.layer.key():
            case "actual":
                return layers.actual_layer(self.week(), self.head.metric())
            case "proposed":
                return layers.proposed_layer(view)
            case _:
                return layers.edit_layer(view, self.week())

    def _write_foot(self, view: PlanView, layer: HeatLayer) -> None:
        key = self.head.layer.key()
        self._show_legend(layer, key)
        note = {ACTUAL: self._actual_note, PROPOSED: self._proposed_note, EDIT: self._edit_note}[key](view)
        self.note.setText(note)
        self.note.setToolTip(note)
        self.limits.setVisible(key == EDIT)
        self.limits.setText(wording.limits_line(view))
        self.unverified.setVisible(key == EDIT and not view.hour_limits.evidence.is_verified)
        self.refuse(self._complaint(view) if key == EDIT else "")

    def _show_legend(self, layer: HeatLayer, key: str) -> None:
        self.legend.setVisible(bool(np.isfinite(layer.values).any()))
        metric = self.head.metric()
        thin, marked = "", ""
        if layer.thin is not None and layer.thin.any():
            thin = self.tr("under 30 clicks or 3 orders") if key == ACTUAL else self.tr("few orders, drawn to 100")
        if layer.marked is not None and layer.marked.any():
            marked = self.tr("not as on the console")
        unit = words.unit(metric) if key == ACTUAL else "%"
        suffix = f" {unit}" if unit else ""
        self.legend.set_scale(layer.scale, value_format=layer.value_format, suffix=suffix, thin=thin, marked=marked)

    def _actual_note(self, _view: PlanView) -> str:
        week = self.week()
        if week is None:
            return self.tr("No report by hour and no order times are imported.")
        text = words.evidence_text(week.evidence)
        if week.has_weekdays:
            return text
        return f"{text} · {self.tr('the report names no weekdays: every row is the whole period')}"

    def _proposed_note(self, view: PlanView) -> str:
        proposal = view.proposal
        if proposal is None:
            return view.note or reasons.stay_text(Stay.NO_REPORT, reasons.HOURS)
        stay = reasons.stay_text(proposal.hours, reasons.HOURS)
        dimension = view.model.hours if view.model is not None else None
        gate = reasons.gate_line(dimension.gate) if dimension is not None else ""
        if proposal.hours is Stay.MOVES:
            return gate
        return " · ".join(part for part in (stay, gate if proposal.hours is Stay.CHANCE else "") if part)

    def _edit_note(self, view: PlanView) -> str:
        return "" if view.plan is not None else self.tr("Choose or create a plan at the left.")

    def _complaint(self, view: PlanView) -> str:
        if view.plan is None:
            return ""
        found = check_week(view.plan.hours, view.hour_limits)
        if found:
            texts = (words.problem_text(problem, view.profile) for problem in found[:_MOST_PROBLEMS])
            return "; ".join(dict.fromkeys(texts))
        beyond = 0 if view.plan.unlocked or view.hour_limits.switch_only else layers.beyond_step(view)
        if not beyond:
            return ""
        return self.tr("{count} {count:hour is|hours are} set more than 20 % away from the console").format(
            count=formats.full(beyond)
        )

    def _selected(self) -> None:
        name = self.selected_name()
        self.head.show_selection(name, self.grid.selected_values())
        text = self.tr("Take it for the selected hours") if name else self.tr("Take the whole week")
        self.head.take.setText(text)
        self.selection_changed.emit()

    # --- doing

    def _selected_slots(self) -> list[int]:
        per_hour = self._view.slots_per_hour if self._view is not None else 1
        return [place_of(day, slot, slots_per_hour=per_hour) for day, slot in cells_of(self.grid.selected())]

    def _edited(self, edit: HeatEdit) -> None:
        view = self._view
        if view is None or view.plan is None:
            return
        days = range(DAYS) if view.hour_limits.one_profile else None
        edits = {
            place_of(day, column, slots_per_hour=view.slots_per_hour): round(value)
            for row, column, value in edit.cells
            for day in (days or (row,))
        }
        self._put(edits, wording.step_name(edit))

    def _put(self, edits: Mapping[int, int], name: str) -> None:
        plan = self._view.plan if self._view is not None else None
        if plan is not None:
            week = tuple(edits.get(place, value) for place, value in enumerate(plan.hours))
            self._send({"hours": week}, name)

    def _send(self, fields: dict[str, Any], name: str) -> None:
        plan = self._view.plan if self._view is not None else None
        if plan is not None and any(getattr(plan, field) != value for field, value in fields.items()):
            self.edited.emit(fields, name)

    def _reset(self) -> None:
        plan = self._view.plan if self._view is not None else None
        if plan is not None:
            self._send({"hours": (UNCHANGED_PERCENT,) * len(plan.hours)}, self.tr("all hours to 100 %"))

    def copy_day(self, day: int, targets: Sequence[int]) -> None:
        """Let some days be as one of them (0: Monday)."""
        plan = self._view.plan if self._view is not None else None
        if plan is None:
            return
        per_day = len(plan.hours) // DAYS
        source = plan.hours[day * per_day : (day + 1) * per_day]
        week = [source if at in targets else plan.hours[at * per_day : (at + 1) * per_day] for at in range(DAYS)]
        others = [weekday_name(at) for at in targets if at != day]
        name = self.tr("copy {day} to {others}").format(day=weekday_name(day), others=formats.listed(others))
        self._send({"hours": tuple(value for part in week for value in part)}, name)

    def use_template(self, template: HourTemplate) -> None:
        """Set the week to a template, as far as the platform takes it."""
        view = self._view
        if view is None or view.plan is None:
            return
        week, moved = fitted(template, view.hour_limits, slots_per_hour=view.slots_per_hour)
        name = self.tr("template “{name}”").format(name=wording.template_name(template))
        self._send({"hours": week}, name)
        self.show_edit()
        said = [wording.template_warning(template)]
        if moved:
            text = self.tr("{count} {count:hour was|hours were} moved to what the platform takes.")
            said.append(text.format(count=formats.full(moved)))
        self.refuse(" ".join(said))

    def resample(self, slots_per_hour: int) -> None:
        """Cut the week finer or coarser."""
        plan = self._view.plan if self._view is not None else None
        if plan is not None:
            name = self.tr("half hours") if slots_per_hour > 1 else self.tr("whole hours")
            hours = resampled(plan.hours, slots_per_hour=slots_per_hour)
            self._send({"hours": hours, "slots_per_hour": slots_per_hour}, name)

    def _open_templates(self) -> None:
        view, box = self._view, self.grid.selected()
        if view is None or view.plan is None:
            return
        day = box[0] if box is not None else 0
        menu = self.menu.build(view, self._templates, day=day, has_selection=box is not None, parent=self)
        button = self.head.templates
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open_dialog(self, *, keep: bool) -> None:
        from shopdesk.ui.bidding.hours.template_dialog import TemplateDialog

        view = self._view
        if view is None or view.plan is None:
            return
        dialog = TemplateDialog(self._templates, view, parent=self.window())
        self._dialog = dialog
        dialog.changed.connect(self.changed)
        dialog.used.connect(self.use_template)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._forget_dialog)
        dialog.open()
        dialog.begin(keep=keep)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _say(self) -> None:
        self.set_title(self.tr("Hours"), "%")
        self.head.say()
        self.unverified.set_state(self.tr("please check"), "warn")
        self.unverified.setToolTip(self.tr("Nobody saw this limit on the platform: compare it with your console."))
        self.grid.setAccessibleName(self.tr("Hours of the week"))

"""分时折扣: the week of a plan in three layers, with the platform's limits beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from shopdesk.app.bidding.templates import HourTemplate, fitted
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import place_of, resampled
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.hours import layers, wording
from shopdesk.ui.bidding.hours.console_text import ConsoleText
from shopdesk.ui.bidding.hours.foot import HourFoot
from shopdesk.ui.bidding.hours.head import HourHead
from shopdesk.ui.bidding.hours.layers import ACTUAL, EDIT, PROPOSED, RATIOS
from shopdesk.ui.bidding.hours.template_menu import TemplateMenu
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.taking import offer_of, show_offer
from shopdesk.ui.cards import Card
from shopdesk.ui.charts.day_labels import weekday_name
from shopdesk.ui.charts.heat_block import cells_of
from shopdesk.ui.charts.heat_grid import HeatGrid
from shopdesk.ui.charts.heat_model import HeatEdit, HeatLayer
from shopdesk.ui.grid import SelectionStats

if TYPE_CHECKING:
    from shopdesk.domain.bidding.happened import WeekHappened
    from shopdesk.ui.bidding.hours.template_dialog import TemplateDialog


class HourCard(Card):
    """``edited(fields, name)`` gives new fields of the plan; ``changed(change, name)`` a change of the templates.

    ``taken(text)``: the week left for the console as text. ``selection_changed``: other cells are selected.
    ``limits_wanted``: those of the platform are to be compared; ``parts_wanted(levers)``: the proposed hours with what
    they rest on.
    """

    edited = Signal(object, str)
    changed = Signal(object, str)
    taken = Signal(str)
    limits_wanted = Signal()
    parts_wanted = Signal(object)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self._view: PlanView | None = None
        self._templates: Sequence[HourTemplate] = ()
        self._dialog: TemplateDialog | None = None
        self._sent: tuple[int, ...] = ()  # the week that was set, until it comes back
        self._chosen_for: str | None = None  # the plan for which a layer stands in front that need not change by itself
        self.head = HourHead(self)
        self.menu = TemplateMenu(self)
        self.console = ConsoleText(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.grid = HeatGrid()
        self.body.setContentsMargins(6, 0, 6, 2)
        self.body.setSpacing(2)
        self.body.addWidget(self.grid)
        self.foot = HourFoot()
        self.body.addWidget(self.foot)
        self._connect()
        self._say()

    def set_view(self, view: PlanView, templates: Sequence[HourTemplate] = ()) -> None:
        """Show a plan."""
        self._view, self._templates = view, templates
        self._sent = ()
        if self._dialog is not None:
            self._dialog.set_templates(templates)
        self.head.set_sources(view.figures.weeks if view.figures is not None else ())
        self._choose_known_figure()
        self._choose_layer(view)
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
        self._note_choice()
        self.head.layer.choose(EDIT)
        self._show()

    def refuse(self, text: str) -> None:
        """Say beneath the week what could not go in."""
        plan = self._view.plan if self._view is not None else None
        hours = plan.hours if plan is not None else ()
        self.foot.tell(text, self._sent or hours)  # the rest of a block went in, and is drawn only after this

    def take_proposal(self, *, whole: bool) -> None:
        """Put the proposal into what is set, for the selected cells or the whole week."""
        view = self._view
        if view is None or view.plan is None or view.proposed_hours is None:
            return
        self._note_choice()
        offer = offer_of(view, Lever.HOURS, is_some=not whole)
        if offer.is_joint:
            self.head.layer.choose(EDIT)
            self.parts_wanted.emit(offer.parts)
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
        self.foot.unverified.clicked.connect(self.limits_wanted)
        head.changed.connect(self._show)
        head.changed.connect(self.selection_changed)
        head.layer_chosen.connect(self._note_choice)
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
        menu.file_wanted.connect(lambda: self.console.open(self._view, self))
        self.console.refused.connect(self.refuse)
        self.console.taken.connect(self.taken)
        self.console.edited.connect(self.edited)
        self.grid.edited.connect(self._edited)
        self.grid.refused.connect(self.refuse)
        self.grid.selection_changed.connect(self._selected)
        self.grid.menu_built.connect(self._add_take)

    # --- showing

    def _choose_known_figure(self) -> None:
        """Leave a figure that these reports can't give, e.g. conversion where only orders are known."""
        week = self.week()
        if week is None or week.total.value(self.head.metric()) is not None:
            return
        known = next((metric for metric in words.METRICS if week.total.value(metric) is not None), None)
        if known is not None:
            self.head.figure.setCurrentIndex(self.head.figure.findData(known))

    def _choose_layer(self, view: PlanView) -> None:
        """Begin a plan with what tells most: what is set where it differs, else a proposal, else what happened."""
        plan = view.plan
        if plan is None or plan.plan_id == self._chosen_for:
            return
        if plan.hours != view.live_hours or view.figures is None:
            self.head.layer.choose(EDIT)
        elif view.proposal is not None:
            self.head.layer.choose(PROPOSED if view.proposal.hours is Stay.MOVES else ACTUAL)
            self._note_choice()
        elif self.head.layer.key() == PROPOSED:
            self.head.layer.choose(ACTUAL)

    def _note_choice(self) -> None:
        plan = self._view.plan if self._view is not None else None
        self._chosen_for = plan.plan_id if plan is not None else None

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
        self.foot.show_layer(view, layer, self.head.layer.key(), week=self.week(), metric=self.head.metric())
        self._name_selection()

    def _layer(self, view: PlanView) -> HeatLayer:
        match self.head.layer.key():
            case "actual":
                return layers.actual_layer(self.week(), self.head.metric())
            case "proposed":
                return layers.proposed_layer(view)
            case _:
                return layers.edit_layer(view, self.week())

    def _selected(self) -> None:
        self._name_selection()
        self.selection_changed.emit()

    def _name_selection(self) -> None:
        name = self.selected_name()
        self.head.show_selection(name, self.grid.selected_values())
        text = self.tr("Take selected") if name else self.tr("Take it")
        tip = self.tr("Take it for the selected hours") if name else self.tr("Take the whole week")
        if self._view is not None:
            show_offer(self.head.take, offer_of(self._view, Lever.HOURS, is_some=bool(name)), whole=text, tip=tip)
        self.head.take.setEnabled(self._can_take())

    # --- doing

    def _add_take(self, menu: QMenu) -> None:
        if self._view is not None and self._view.proposal is not None and self.grid.selected() is not None:
            take = menu.addAction(self.tr("Take the proposal"), lambda: self.take_proposal(whole=False))
            take.setEnabled(self._can_take())

    def _can_take(self) -> bool:
        """Whether the proposal differs from what is set, in the selected cells or in the whole week."""
        view = self._view
        if view is None or view.plan is None or view.proposed_hours is None:
            return False
        places = self._selected_slots() or range(len(view.plan.hours))
        return any(view.plan.hours[place] != view.proposed_hours[place] for place in places)

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
            self._sent = fields["hours"]
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
        self.foot.tell(" ".join(said), week)

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
        self.grid.setAccessibleName(self.tr("Hours of the week"))

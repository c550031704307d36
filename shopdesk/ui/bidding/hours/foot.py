"""What stands under the week: its colours and marks, where figures come from, the platform's limits, and refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import check_week
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.bidding.check_chip import CheckChip
from shopdesk.ui.bidding.hours import layers, wording
from shopdesk.ui.bidding.hours.layers import ACTUAL, EDIT, PROPOSED
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.steady_label import SteadyLabel
from shopdesk.ui.bidding.taking import offer_of
from shopdesk.ui.cards import ElidedLabel
from shopdesk.ui.charts.heat_legend import HeatLegend
from shopdesk.ui.charts.heat_model import HeatLayer

if TYPE_CHECKING:
    from shopdesk.domain.bidding.happened import WeekHappened

_MOST_PROBLEMS = 3


class HourFoot(QWidget):
    """One line under the grid, and a second one only where something could not go in or should be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = HeatLegend()
        self.note, self.limits = ElidedLabel(), ElidedLabel()
        for line in (self.note, self.limits):
            line.setProperty("role", "caption")
        self.limits.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.limits.setMinimumWidth(1)  # the marks beside it say more: it may be cut to nothing
        self.unverified = CheckChip()
        self.message = SteadyLabel("warn")
        self._told = ""
        self._told_of: tuple[int, ...] = ()
        self.message.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.legend)
        row.addWidget(self.note, 1)
        row.addWidget(self.limits, 1)
        row.addWidget(self.unverified)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)

    def show_layer(self, view: PlanView, layer: HeatLayer, key: str, *, week: WeekHappened | None, metric: str) -> None:
        """Write everything for the layer in front; ``metric`` is the figure of what happened."""
        self._show_legend(layer, key, metric)
        if key == EDIT and view.hour_limits.switch_only:
            self.legend.hide()
        note = {
            ACTUAL: self._actual_note(view, week),
            PROPOSED: self._proposed_note(view),
            EDIT: self._edit_note(view),
        }[key]
        limits = wording.limits_line(view) if key == EDIT and not note else ""
        for line, text in ((self.note, note), (self.limits, limits)):
            line.setText(text)
            line.setToolTip(text)
            line.setVisible(bool(text))
        self.unverified.setVisible(key == EDIT and not view.hour_limits.evidence.is_verified)
        if view.plan is None or view.plan.hours != self._told_of:
            self._told = ""
        self._show_message(self._told, self._complaint(view) if key == EDIT else "")

    def tell(self, text: str, week: tuple[int, ...]) -> None:
        """Say what could not go in or should be known of a week; it stays until the week is another one."""
        self._told, self._told_of = text, week
        self._show_message(text)

    def _show_message(self, *texts: str) -> None:
        self.message.setText(" ".join(text for text in texts if text))
        self.message.setVisible(any(texts))

    def _show_legend(self, layer: HeatLayer, key: str, metric: str) -> None:
        self.legend.setVisible(bool(np.isfinite(layer.values).any()))
        thin, marked = "", ""
        if layer.thin is not None and layer.thin.any():
            thin = self.tr("under 30 clicks or 3 orders") if key == ACTUAL else self.tr("few orders, drawn to 100")
        if layer.marked is not None and layer.marked.any():
            marked = self.tr("not as on the console")
        unit = words.unit(metric) if key == ACTUAL else "%"
        suffix = f" {unit}" if unit else ""
        self.legend.set_scale(layer.scale, value_format=layer.value_format, suffix=suffix, thin=thin, marked=marked)

    def _actual_note(self, view: PlanView, week: WeekHappened | None) -> str:
        if week is None and view.is_loading:
            return reasons.loading_text()
        if week is None:
            return self.tr("No report by hour and no order times are imported.")
        text = words.evidence_text(week.evidence)
        if week.has_weekdays:
            return text
        return f"{text} · {self.tr('the report names no weekdays: every row is the whole period')}"

    def _proposed_note(self, view: PlanView) -> str:
        proposal = view.proposal
        if proposal is None:
            return reasons.missing_text(view, reasons.HOURS)
        dimension = view.model.hours if view.model is not None else None
        gate = reasons.gate_line(dimension.gate) if dimension is not None else ""
        if proposal.hours is Stay.MOVES:
            said = offer_of(view, Lever.HOURS).said, reasons.basis_text(dimension), gate
            return " · ".join(part for part in said if part)
        stay = reasons.stay_text(proposal.hours, reasons.HOURS)
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

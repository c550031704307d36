"""The three layers of the week: what happened, what is proposed, what is set now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.propose.settings import MOST_STEP
from shopdesk.domain.bidding.sums import THIN_ORDERS, Sums
from shopdesk.domain.bidding.week import check_week
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.charts.heat_colours import HeatScale
from shopdesk.ui.charts.heat_model import HeatLayer, HeatLimits

if TYPE_CHECKING:
    from shopdesk.domain.bidding.happened import WeekHappened

ACTUAL, PROPOSED, EDIT = "actual", "proposed", "edit"
RATIOS: Final = frozenset({"roi", "cvr"})
_NEAR_PERCENT: Final = 20  # the colour scale reaches at least 20 % below and above unchanged
_TOP_SHARE: Final = 0.98  # of the cells: the one that is far above all others doesn't make them pale

Mask = NDArray[np.bool_]


def blank() -> HeatLayer:
    """Return a week of which nothing is known."""
    return HeatLayer(np.full((DAYS, HOURS_PER_DAY), np.nan), HeatScale(0, 1))


def actual_layer(week: WeekHappened | None, metric: str) -> HeatLayer:
    """Return a figure of what happened; ratios of cells with few clicks or orders are thin."""
    if week is None:
        return blank()
    cells = [[cell_of(week, day, hour) for hour in range(HOURS_PER_DAY)] for day in range(DAYS)]
    values = np.array([[_number(cell.value(metric)) for cell in row] for row in cells])
    thin = np.array([[metric in RATIOS and cell.is_thin for cell in row] for row in cells])
    return HeatLayer(
        values,
        _actual_scale(values, week.total.value(metric), metric),
        thin=thin,
        value_format=lambda value: words.cell_text(metric, value) if value is not None else formats.UNKNOWN,
        evidence=lambda day, slot: words.sums_text(cell_of(week, day, slot)),
    )


def proposed_layer(view: PlanView) -> HeatLayer:
    """Return the proposed week; cells that the gate or few orders hold at 100 are thin, each with its reasons."""
    week = view.proposed_hours
    if week is None or view.proposal is None:
        return blank()
    values = np.array(week, dtype=float).reshape(DAYS, -1)
    thin = few_orders(view) if view.proposal.hours is Stay.MOVES else np.ones(values.shape, dtype=bool)
    return HeatLayer(
        values,
        percent_scale(values),
        thin=thin,
        value_format=_whole,
        suffix=" %",
        evidence=_proposed_evidence(view),
    )


def edit_layer(view: PlanView, week: WeekHappened | None) -> HeatLayer:
    """Return what is set now; cells that differ from the console are marked, those beyond the limits are wrong."""
    if view.plan is None:
        return blank()
    values = np.array(view.plan.hours, dtype=float).reshape(DAYS, -1)
    limits = view.hour_limits
    wrong = np.zeros(values.size, dtype=bool)
    for problem in check_week(view.plan.hours, limits):
        if problem.place is not None:
            wrong[problem.place] = True
    bounds = (UNCHANGED_PERCENT, UNCHANGED_PERCENT) if limits.switch_only else (limits.low, limits.high)
    return HeatLayer(
        values,
        percent_scale(values),
        thin=few_orders(view),
        marked=values != _live(view),
        wrong=wrong.reshape(values.shape),
        value_format=_switched if limits.switch_only else _whole,
        suffix=" %",
        limits=HeatLimits(*bounds, off=limits.can_switch_off or limits.switch_only),
        evidence=_edit_evidence(view, week),
    )


def few_orders(view: PlanView) -> Mask:
    """Return which cells rest on fewer than 3 orders of their hour over the whole week; none where nothing is known."""
    slots = HOURS_PER_DAY * view.slots_per_hour
    orders = _hour_orders(view)
    if orders is None:
        return np.zeros((DAYS, slots), dtype=bool)
    return np.tile(np.repeat(orders < THIN_ORDERS, view.slots_per_hour), (DAYS, 1))


def beyond_step(view: PlanView) -> int:
    """Return how many cells are set further from the console than one review should go."""
    if view.plan is None:
        return 0
    new, live = np.array(view.plan.hours, dtype=float), np.array(view.live_hours, dtype=float)
    return int((np.abs(new - live) > MOST_STEP * np.maximum(live, 1) + 1e-9).sum())


def percent_scale(values: NDArray[np.float64]) -> HeatScale:
    """Return colours about 100 that reach the furthest running cell."""
    running = values[values > 0]
    low = min(UNCHANGED_PERCENT - _NEAR_PERCENT, float(running.min(initial=UNCHANGED_PERCENT)))
    high = max(UNCHANGED_PERCENT + _NEAR_PERCENT, float(running.max(initial=UNCHANGED_PERCENT)))
    return HeatScale(low, high, centre=UNCHANGED_PERCENT)


def cell_of(week: WeekHappened, day: int, hour: int) -> Sums:
    """Return what happened in an hour; of every day together where the report names no weekdays."""
    if week.has_weekdays:
        return week.cells.get((day, hour), Sums())
    return week.hours.get(hour, Sums())


def _actual_scale(values: NDArray[np.float64], middle: float | None, metric: str) -> HeatScale:
    if metric in RATIOS and middle:
        return HeatScale(0.0, 2 * middle, centre=middle)
    known = values[np.isfinite(values)]
    top = float(np.quantile(known, _TOP_SHARE)) if len(known) else 1.0
    return HeatScale(0.0, top or 1.0)


def _hour_orders(view: PlanView) -> NDArray[np.float64] | None:
    model = view.model
    if model is None or model.hours is None:
        return None
    orders = np.asarray(model.hours.factors.orders, dtype=float)
    if orders.size == HOURS_PER_DAY:
        return orders
    return np.asarray(np.nan_to_num(orders.reshape(DAYS, -1)).sum(axis=0))


def _live(view: PlanView) -> NDArray[np.float64]:
    return np.array(view.live_hours, dtype=float).reshape(DAYS, -1)


def _proposed_evidence(view: PlanView) -> Callable[[int, int], str]:
    def text(day: int, slot: int) -> str:
        proposal, week = view.proposal, view.proposed_hours
        if proposal is None or week is None:
            return ""
        place = day * HOURS_PER_DAY * view.slots_per_hour + slot
        lines = [reasons.now_text(view.live_hours[place])]
        if proposal.hours is Stay.MOVES and not week[place] and view.live_hours[place]:
            lines.append(reasons.off_text())
        stay = reasons.stay_text(proposal.hours, reasons.HOURS)
        dimension = view.model.hours if view.model is not None else None
        if dimension is not None:
            at = place // view.slots_per_hour
            lines += reasons.factor_lines(dimension.factors, at)
            wanted = float(dimension.factors.mean[at]) * UNCHANGED_PERCENT
            limits = view.hour_limits
            held = reasons.held_text(week[place], view.live_hours[place], wanted, low=limits.low, high=limits.high)
            lines.append(held if proposal.hours is Stay.MOVES else reasons.gate_line(dimension.gate))
            if proposal.hours is Stay.MOVES and few_orders(view)[day, slot]:
                lines.append(reasons.few_text())
        return "\n".join(line for line in [*lines, stay] if line)

    return text


def _edit_evidence(view: PlanView, week: WeekHappened | None) -> Callable[[int, int], str]:
    def text(day: int, slot: int) -> str:
        place = day * HOURS_PER_DAY * view.slots_per_hour + slot
        proposed = view.proposed_hours
        lines = [reasons.now_text(view.live_hours[place])]
        if proposed is not None:
            lines.append(reasons.proposed_text(proposed[place]))
        if week is not None:
            lines.append(words.sums_text(cell_of(week, day, slot // view.slots_per_hour)))
        return "\n".join(lines)

    return text


def _whole(value: float | None) -> str:
    return formats.UNKNOWN if value is None else f"{value:.0f}"


def _switched(value: float | None) -> str:
    return QCoreApplication.translate("BidHours", "on") if value == UNCHANGED_PERCENT else _whole(value)


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)

"""From the board's state to what the day chart draws: one metric with all that belongs to it, several, or weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.chart_choice import ChartChoice, unit_of
from shopdesk.app.kpi.day_events import DayEvent, DayEventKind
from shopdesk.app.kpi.notes import DayNote
from shopdesk.domain.kpi.alignment import base_of
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.kpi.figures import daily_values, figure
from shopdesk.domain.kpi.grouping import Step, moving_mean, points
from shopdesk.domain.kpi.overlay import week_lines
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.charts.day_data import (
    Campaign,
    DayChartData,
    DaySeries,
    ExpectedBand,
    Flag,
    Grain,
    OpenDay,
    Ring,
    Style,
)
from shopdesk.ui.kpi.metrics.provenance import numbers_text
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.kpi.wording import base_text, metric_name, part_name, value_text

MEAN_DAYS: Final = 7
ROLES: Final = ("accent", "competitor", "category", "long_tail", "warn_mark", "secondary")
OVERLAY_ROLES: Final = ("secondary", "long_tail", "category", "competitor")


@dataclass(frozen=True, slots=True)
class ChartContent:
    """What stands in the chart beside the facts: ``today`` is the calendar's day, whose figures are unfinished."""

    metrics: tuple[BoardMetric, ...]
    choice: ChartChoice
    grain: Grain
    today: date | None = None
    notes: tuple[DayNote, ...] = ()
    events: tuple[DayEvent, ...] = ()
    rings: tuple[Ring, ...] = ()


def chart_data(state: BoardState, content: ChartContent) -> DayChartData:
    """Return what to draw; the first metric leads, bands and compared periods belong to it alone."""
    if content.grain is Grain.WEEKDAY:
        return _weeks(state, content.metrics[0])
    period = _whole_days(state.period, content.today)
    step = Step(content.grain.value)
    first = content.metrics[0]
    found = [points(state.board.facts, one, period, step) for one in content.metrics]
    series = [
        replace(
            _line(content, place, own.values),
            behind=partial(_behind, state, one, own.periods),
            parts=own.parts,
        )
        for place, (one, own) in enumerate(zip(content.metrics, found, strict=True))
    ]
    alone = len(content.metrics) == 1
    if alone and step is Step.DAY:
        series.append(_mean(state, first, period))
    if step is Step.DAY:
        series += _compared(state, content, period)
    return DayChartData(
        starts=found[0].days,
        series=tuple(series),
        grain=content.grain,
        until=period.end,
        expected=_band(state, first, period) if step is Step.DAY else None,
        campaigns=_campaigns(state, period),
        flags=(*_flags(content), *_lost(state, content, period)) if step is Step.DAY else (),
        rings=content.rings if step is Step.DAY else (),
        today=_open_day(state, content) if step is Step.DAY else None,
        from_zero=first.unit is not Unit.RATIO or first.good.value != "context",
    )


def _behind(state: BoardState, metric: BoardMetric, spans: Sequence[Period], position: int) -> str:
    return numbers_text(figure(state.board.facts, metric, spans[position]))


def _whole_days(period: Period, today: date | None) -> Period:
    """Return the period without the unfinished day, which is drawn open."""
    if today is None or not period.start < today <= period.end:
        return period
    return Period(period.start, today - timedelta(days=1))


def _open_day(state: BoardState, content: ChartContent) -> OpenDay | None:
    today = content.today
    if today is None or not state.period.start < today <= state.period.end:
        return None
    value = float(daily_values(state.board.facts, content.metrics[0], Period(today, today))[0])
    if np.isnan(value):
        return None
    return OpenDay(today, value, QCoreApplication.translate("KpiChart", "today, not over"))


def _line(content: ChartContent, place: int, values: FloatArray) -> DaySeries:
    metric = content.metrics[place]
    alone = len(content.metrics) == 1
    name = QCoreApplication.translate("KpiChart", "Actual") if alone else metric_name(metric)
    leading = unit_of(metric) is unit_of(content.metrics[0])
    style = Style.BAR if content.choice.bars and leading else Style.LINE
    made = _series(metric, name, values, style=style, role=ROLES[place % len(ROLES)])
    return made if alone or metric.unit is not Unit.PEOPLE else replace(made, kind=Unit.COUNT.value)


def _series(
    metric: BoardMetric, name: str, values: FloatArray, *, style: Style = Style.LINE, role: str = "accent"
) -> DaySeries:
    kind = "ratio_x" if metric.unit is Unit.TIMES else metric.unit.value
    return DaySeries(
        name, values, kind=kind, role=role, style=style, value_format=lambda value: value_text(metric, value)
    )


def _mean(state: BoardState, metric: BoardMetric, period: Period) -> DaySeries:
    longer = Period(period.start - timedelta(days=MEAN_DAYS - 1), period.end)
    mean = moving_mean(daily_values(state.board.facts, metric, longer), days=MEAN_DAYS)[MEAN_DAYS - 1 :]
    name = QCoreApplication.translate("KpiChart", "7-day mean")
    return _series(metric, name, mean, style=Style.MEAN, role="secondary")


def _compared(state: BoardState, content: ChartContent, period: Period) -> list[DaySeries]:
    """Return the compared periods as dashed lines, day on day from their beginnings; only of the first metric."""
    alone = len(content.metrics) == 1
    wanted = [state.comparison] if alone else []
    wanted += [one for one in content.choice.compared() if one not in wanted]
    metric, found = content.metrics[0], []
    for place, comparison in enumerate(one for one in wanted if one is not Comparison.NONE):
        base = base_of(state.period, comparison, state.calendar)
        if base is None:
            continue
        values = daily_values(state.board.facts, metric, base.period)
        fitted = np.full(period.days, np.nan)
        fitted[: min(period.days, values.size)] = values[: period.days]
        if not np.isnan(fitted).all():
            name = _compared_name(metric, base_text(base.comparison, state.period.days, base.campaign), alone=alone)
            role = OVERLAY_ROLES[place % len(OVERLAY_ROLES)]
            found.append(_series(metric, name, fitted, style=Style.DASHED, role=role))
    return found


def _compared_name(metric: BoardMetric, base: str, *, alone: bool) -> str:
    return base if alone else f"{metric_name(metric)} {base}"


def _band(state: BoardState, metric: BoardMetric, period: Period) -> ExpectedBand | None:
    band = state.watches.band(metric.name, period)
    if band is None:
        return None
    on_campaign = state.calendar.mask(period)
    low, high = (np.where(on_campaign, np.nan, values) for values in (band.low95, band.high95))
    if np.isnan(low).all():
        return None
    return ExpectedBand(QCoreApplication.translate("KpiChart", "Normal 95 %"), low, high)


def _campaigns(state: BoardState, period: Period) -> tuple[Campaign, ...]:
    chinese = formats.language() == "zh_CN"
    return tuple(Campaign(one.name(chinese=chinese), one.start, one.end) for one in state.calendar.within(period))


def _flags(content: ChartContent) -> tuple[Flag, ...]:
    notes = [Flag(note.text, note.day) for note in content.notes]
    return (*notes, *(Flag(event_text(event), event.day) for event in content.events))


def _lost(state: BoardState, content: ChartContent, period: Period) -> list[Flag]:
    """Return a flag where a report stops telling what a shown metric is made of: an empty line is no quiet shop."""
    shown = {part for metric in content.metrics for part in metric.parts}
    return [
        Flag(
            QCoreApplication.translate("KpiChart", "column gone: {part}").format(part=part_name(lost.part)),
            lost.since,
        )
        for table in state.board.coverage.tables
        for lost in table.lost
        if lost.part in shown and period.start <= lost.since <= period.end
    ]


def event_text(event: DayEvent) -> str:
    """Return what happened on a day, for a flag."""
    match event.kind:
        case DayEventKind.OFFER_BEGINS:
            text = QCoreApplication.translate("KpiChart", "{name} begins")
        case DayEventKind.OFFER_ENDS:
            text = QCoreApplication.translate("KpiChart", "{name} ends")
        case DayEventKind.PLAN_TAKEN:
            text = QCoreApplication.translate("KpiChart", "bids taken out: {name}")
    return text.format(name=event.name)


def _weeks(state: BoardState, metric: BoardMetric) -> DayChartData:
    lines = week_lines(state.board.facts, metric, state.period)
    if not lines:
        return DayChartData()
    newest = lines[0].week
    series = [
        _series(
            metric,
            formats.span(line.week.start, line.week.end),
            line.values,
            style=Style.LINE if place == 0 else Style.MEAN,
            role=ROLES[place % len(ROLES)],
        )
        for place, line in enumerate(lines)
    ]
    starts = tuple(newest.start + timedelta(days=place) for place in range(newest.days))
    return DayChartData(starts=starts, series=tuple(series), grain=Grain.WEEKDAY)

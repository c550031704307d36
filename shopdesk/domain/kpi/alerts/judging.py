"""The verdict of a day, or of its week where a day has too few events: what a tile says."""

from __future__ import annotations

from datetime import date

import numpy as np

from shopdesk.domain.kpi.alerts.alarms import DEFAULT_RULE, AlertRule, alarm_days
from shopdesk.domain.kpi.alerts.verdicts import State, Verdict
from shopdesk.domain.kpi.alerts.watch import MIN_DAYS, MIN_EVENTS, WEEK_DAYS, Watch
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.periods import Period
from shopdesk.domain.student import central_reach


def judged(
    facts: DailyFacts,
    metric: BoardMetric,
    watch: Watch,
    day: date,
    *,
    calendar: CampaignCalendar,
    rule: AlertRule = DEFAULT_RULE,
) -> Verdict:
    """Return the verdict of the day, or of its week where a day has too few events and a week has enough."""
    of_day = day_verdict(watch, day, calendar=calendar, rule=rule)
    if of_day.state is not State.TOO_FEW:
        return of_day
    of_week = week_verdict(facts, metric, watch, day, calendar=calendar, rule=rule)
    return of_day if of_week.state in (State.TOO_FEW, State.UNKNOWN) else of_week


def day_verdict(watch: Watch, day: date, *, calendar: CampaignCalendar, rule: AlertRule = DEFAULT_RULE) -> Verdict:
    """Return what the band says of one day."""
    place = watch.place(day)
    names = tuple(campaign.zh for campaign in calendar.on(day))
    if place is None:
        return Verdict(State.UNKNOWN, day, campaigns=names)
    band = watch.band(Period(day, day))
    alarm = int(alarm_days(watch, _of_band(rule))[place])
    outside = not band.low95[0] <= watch.values[place] <= band.high95[0]
    return Verdict(
        _state(watch, place, alarm, rule.percent),
        day,
        _known(band.expected[0]),
        _known(band.low95[0]),
        _known(band.high95[0]),
        int(watch.ordinary_days[place]),
        _known(watch.events[place]),
        names,
        evidence_days=1 if outside or not alarm else int(watch.reach_days[place]),
    )


def _of_band(rule: AlertRule) -> AlertRule:
    """Verdicts go by the band in both directions, whichever alerts the user wants."""
    return AlertRule(percent=rule.percent)


def _state(watch: Watch, place: int, alarm: int, percent: float) -> State:
    value, expected = watch.values[place], watch.expected[place]
    if np.isnan(value):
        return State.UNKNOWN
    if alarm:
        return State.ABOVE if alarm > 0 else State.BELOW
    if watch.promoted[place]:
        return State.CAMPAIGN
    if watch.ordinary_days[place] < MIN_DAYS or watch.events[place] < MIN_EVENTS:
        return State.TOO_FEW
    if not expected > 0 or abs(value / expected - 1) < percent:
        return State.NORMAL
    reach = central_reach(0.80, max(3, round(float(watch.freedom[place])))) * float(watch.spread()[place])
    inside = value > 0 and abs(np.log(value / expected)) <= reach
    return State.NORMAL if inside else State.UNCLEAR


def week_verdict(
    facts: DailyFacts,
    metric: BoardMetric,
    watch: Watch,
    day: date,
    *,
    calendar: CampaignCalendar,
    rule: AlertRule = DEFAULT_RULE,
) -> Verdict:
    """Return what was to be expected, a week before, of the seven days that end with ``day``."""
    place, week = watch.place(day), Period.last(days=WEEK_DAYS, until=day)
    names = tuple(dict.fromkeys(one.zh for one in calendar.within(week)))
    if place is None or place < WEEK_DAYS - 1:
        return Verdict(State.UNKNOWN, day, campaigns=names, days=WEEK_DAYS)
    gap, sd = float(watch.week_gap[place]), float(watch.week_sd[place])
    events, ordinary = _known(watch.week_events[place]), int(watch.ordinary_days[place - WEEK_DAYS + 1])
    if names:
        return Verdict(State.CAMPAIGN, day, campaigns=names, expected_events=events, days=WEEK_DAYS)
    if ordinary < MIN_DAYS or (events is not None and events < MIN_EVENTS):
        return Verdict(State.TOO_FEW, day, ordinary_days=ordinary, expected_events=events, days=WEEK_DAYS)
    value = figure(facts, metric, week).value
    if np.isnan(gap) or value is None:
        return Verdict(State.UNKNOWN, day, days=WEEK_DAYS)
    freedom = max(3, round(float(watch.freedom[place])))
    reach95, reach80 = (central_reach(share, freedom) * sd for share in (0.95, 0.80))
    expected = value / float(np.exp(gap))
    return Verdict(
        _week_state(gap, reach95, reach80, rule.percent),
        day,
        expected,
        expected * float(np.exp(-reach95)),
        expected * float(np.exp(reach95)),
        ordinary,
        events,
        days=WEEK_DAYS,
    )


def _week_state(gap: float, reach95: float, reach80: float, percent: float) -> State:
    if abs(np.expm1(gap)) < percent or abs(gap) <= reach80:
        return State.NORMAL
    if abs(gap) <= reach95:
        return State.UNCLEAR
    return State.ABOVE if gap > 0 else State.BELOW


def _known(number: float) -> float | None:
    return float(number) if np.isfinite(number) else None

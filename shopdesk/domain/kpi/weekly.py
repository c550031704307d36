"""The verdict of a week, for figures of which a single day has too few events to say anything.

The last seven days are held against the seven-day runs before them (eight weeks, runs with campaign days
left out): median and robust spread of the logarithm, never smaller than chance in the number of events.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from shopdesk.domain.kpi.band import MAD_TO_SD, MIN_EVENTS, NOTABLE, WEEKS, State, Verdict
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import Figure, figure
from shopdesk.domain.periods import Period
from shopdesk.domain.student import central_reach

DAYS: Final = 7
MIN_WEEKS: Final = 5
FLOOR: Final = 0.05


def weekly_verdict(facts: DailyFacts, metric: BoardMetric, day: date, *, calendar: CampaignCalendar) -> Verdict:
    """Return what the eight weeks before say of the seven days that end with ``day``."""
    week = Period.last(days=DAYS, until=day)
    now = figure(facts, metric, week)
    campaigns = tuple(dict.fromkeys(campaign.zh for campaign in calendar.within(week)))
    before = [week.shifted(days=-DAYS * back) for back in range(1, WEEKS + 1)]
    calm = [_level(facts, metric, span) for span in before if not calendar.mask(span).any()]
    logs = np.log([level for level in calm if level is not None])
    events = _events(facts, metric, before, calendar)
    if now.value is None or now.missing_days or events is None:
        return Verdict(State.UNKNOWN, day, campaigns=campaigns, days=DAYS)
    if campaigns:
        return Verdict(State.CAMPAIGN, day, campaigns=campaigns, expected_events=events, days=DAYS)
    if logs.size < MIN_WEEKS or events < MIN_EVENTS:
        return Verdict(State.TOO_FEW, day, ordinary_days=DAYS * logs.size, expected_events=events, days=DAYS)
    return _judged(now, logs, events, day)


def _judged(now: Figure, logs: np.ndarray[tuple[int], np.dtype[np.float64]], events: float, day: date) -> Verdict:
    middle = _median(logs.tolist())
    loss = np.sqrt(logs.size / (logs.size - 1))
    spread = MAD_TO_SD * loss * _median(np.abs(logs - middle).tolist())
    # The level is itself a median of a few weeks; its own error widens the band.
    sd = np.sqrt(max(spread**2, 1 / events + FLOOR**2) * (1 + 1.57 / logs.size))
    expected = float(np.exp(middle))
    reach95, reach80 = (central_reach(share, logs.size - 1) * sd for share in (0.95, 0.80))
    low, high = expected * float(np.exp(-reach95)), expected * float(np.exp(reach95))
    state = _state(now.value or 0.0, expected, (low, high), reach80)
    return Verdict(state, day, expected, low, high, DAYS * logs.size, events, days=DAYS)


def _state(value: float, expected: float, band: tuple[float, float], reach80: float) -> State:
    if abs(value / expected - 1) < NOTABLE:
        return State.NORMAL
    if value > band[1]:
        return State.ABOVE
    if value < band[0]:
        return State.BELOW
    inside = abs(np.log(value / expected)) <= reach80 if value > 0 else False
    return State.NORMAL if inside else State.UNCLEAR


def _level(facts: DailyFacts, metric: BoardMetric, span: Period) -> float | None:
    found = figure(facts, metric, span)
    return found.value if found.value and not found.missing_days and found.value > 0 else None


def _events(facts: DailyFacts, metric: BoardMetric, spans: list[Period], calendar: CampaignCalendar) -> float | None:
    """Return the usual number of events of a calm week."""
    sums = [facts.window(metric.count, span).sum() for span in spans if not calendar.mask(span).any()]
    known = [float(total) for total in sums if not np.isnan(total)]
    return _median(known) if known else None


def _median(values: list[float]) -> float:
    """Return the median of at least one value; NumPy's own would load ``numpy.ma`` for these few."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2

"""What a campaign does to a day: from the shop's own past campaigns of the same name, shrunk.

The lift of a day is its value over what its baseline and weekday let expect. Runs of one name are averaged on the
log scale, day by day of the run, and pulled towards the mean of all the shop's campaigns; a name without a past
gets 1 and the spread of the others, and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar
from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.kpi.targets.rhythm import Rhythm, Series, weekday_numbers
from shopdesk.domain.periods import Period

NAME_SPREAD: Final = 0.4
"""How far the campaigns of a shop lie apart (log), for shrinkage."""
RUN_SPREAD: Final = 0.2
"""How far the same campaign differs from year to year (log) where the shop has too few runs to tell."""
RUN_STRENGTH: Final = 2.0
"""How many own differences that assumption is worth."""
DAY_SPREAD: Final = 0.3
"""How far the days of one campaign lie apart (log)."""
RATE_SHARE: Final = 0.6
"""All these spreads are smaller by this factor for rates and means per order: a campaign moves them less."""
UNKNOWN_SPREAD: Final = 0.25
"""Spread of a campaign's lift (log) in a shop that has no campaign in its data."""


@dataclass(frozen=True, slots=True)
class Lift:
    """The log lift of each day of a campaign, the error they share, and on how many own runs it rests."""

    days: FloatArray
    error: float
    runs: int


@dataclass(frozen=True, slots=True)
class Lifts:
    """The lifts of all names, and what a name without a past gets."""

    by_name: Mapping[str, Lift]
    unknown_error: float

    def of(self, campaign: Campaign, length: int) -> Lift:
        """Return the lift of a campaign over ``length`` days; days beyond the known ones get the mean."""
        found = self.by_name.get(campaign.zh)
        if found is None:
            return Lift(np.zeros(length), self.unknown_error, 0)
        days = np.full(length, float(found.days.mean()))
        shared = min(length, found.days.size)
        days[:shared] = found.days[:shared]
        return Lift(days, found.error, found.runs)

    def over(self, period: Period, calendar: CampaignCalendar) -> DayLifts:
        """Return the lifts of a period's days.

        Where campaigns overlap, a day belongs to the one with the most own runs, of equals to the shorter.
        """
        logs = np.zeros(period.days)
        spans = []
        ranked = sorted(calendar.within(period), key=lambda one: (self.of(one, 1).runs, -campaign_length(one)))
        for campaign in ranked:
            found = self.of(campaign, campaign_length(campaign))
            skipped = max(0, (period.start - campaign.start).days)
            first = max(0, (campaign.start - period.start).days)
            days = found.days[skipped : skipped + period.days - first]
            logs[first : first + days.size] = days
            spans.append((first, int(days.size), found.error))
        return DayLifts(logs, tuple(spans))

    def notes(self, period: Period, calendar: CampaignCalendar) -> tuple[CampaignNote, ...]:
        """Return what is known of each campaign of a period."""
        found = [(one, self.of(one, campaign_length(one))) for one in calendar.within(period)]
        return tuple(CampaignNote(one.zh, one.en, lift.runs, float(np.exp(lift.days).mean())) for one, lift in found)


@dataclass(frozen=True, slots=True)
class DayLifts:
    """The log lift of each day of a period, and for each run of a campaign (first place, days, error)."""

    logs: FloatArray
    spans: tuple[tuple[int, int, float], ...]


@dataclass(frozen=True, slots=True)
class CampaignNote:
    """A campaign within a period and on how many own runs its lift rests; 0 means that it counts as ordinary days."""

    zh: str
    en: str
    runs: int
    lift: float


@dataclass(frozen=True, slots=True)
class _Run:
    name: str
    logs: FloatArray  # a day of the run, NaN where missing
    mean: float
    chance: float  # variance of the mean


def learn(series: Series, found: Rhythm, calendar: CampaignCalendar, *, is_rate: bool = False) -> Lifts:
    """Return the lifts that the series' own campaign days show; ``is_rate`` for a numerator over an exposure."""
    scale = RATE_SHARE if is_rate else 1.0
    past = Period(series.start, series.end)
    expected = found.baseline * found.weekdays[weekday_numbers(series.start, len(series.numerator))]
    expected = np.asarray(expected * np.nan_to_num(series.exposure), dtype=np.float64)
    calm = found.residuals[np.isfinite(found.residuals)]
    noise = float(np.var(calm)) if calm.size else 0.0
    runs = [
        run
        for one in calendar.within(past)
        if (run := _run(one, series, found, expected_of_days=expected, noise=noise)) is not None
    ]
    names: dict[str, list[_Run]] = {}
    for run in runs:
        names.setdefault(run.name, []).append(run)
    if not names:
        return Lifts({}, scale * UNKNOWN_SPREAD)
    means = np.array([np.mean([run.mean for run in group]) for group in names.values()])
    between = _between_runs(names.values(), scale=scale)
    general = float(means.mean()) if means.size > 1 else 0.0
    by_name = {name: _lift(group, general=general, between=between, scale=scale) for name, group in names.items()}
    return Lifts(by_name, float(np.sqrt(np.mean(means**2) + between)))


def _run(
    campaign: Campaign, series: Series, found: Rhythm, *, expected_of_days: FloatArray, noise: float
) -> _Run | None:
    first = max(0, (campaign.start - series.start).days)
    last = min(len(series.numerator) - 1, (campaign.end - series.start).days)
    value, expected = series.numerator[first : last + 1], expected_of_days[first : last + 1]
    usable = np.isfinite(value) & (expected > 0)
    if not usable.any():
        return None
    half = 0.5 / found.events_per_unit if found.events_per_unit > 0 else 0.0  # half an event keeps a log of 0 away
    if half == 0 and not (value[usable] > 0).all():
        return None
    above, below = value[usable] + half, expected[usable] + half
    logs = np.full(campaign_length(campaign), np.nan)
    offset = first - (campaign.start - series.start).days
    logs[offset : offset + value.size][usable] = np.log(above / below)
    events = float(value[usable].sum()) * found.events_per_unit
    chance = series.dispersion / max(events, 1.0) if found.events_per_unit > 0 else 0.0
    return _Run(campaign.zh, logs, float(np.log(above.sum() / below.sum())), chance + noise / usable.sum())


def campaign_length(campaign: Campaign) -> int:
    """Return its days."""
    return (campaign.end - campaign.start).days + 1


def _between_runs(groups: Iterable[list[_Run]], *, scale: float) -> float:
    """Return the variance of one campaign from run to run."""
    squares, freedom = 0.0, 0
    for group in groups:
        means = np.array([run.mean for run in group])
        squares += float(((means - means.mean()) ** 2).sum())
        freedom += means.size - 1
    return (RUN_STRENGTH * (scale * RUN_SPREAD) ** 2 + squares) / (RUN_STRENGTH + freedom)


def _lift(group: list[_Run], *, general: float, between: float, scale: float) -> Lift:
    name_var, day_var = (scale * NAME_SPREAD) ** 2, (scale * DAY_SPREAD) ** 2
    variance = (between + float(np.mean([run.chance for run in group]))) / len(group)
    kept = name_var / (name_var + variance)
    mean = general + kept * (float(np.mean([run.mean for run in group])) - general)
    length = max(run.logs.size for run in group)
    total, counts, of_day = np.zeros(length), np.zeros(length), 0.0
    for run in group:
        seen = np.isfinite(run.logs)
        total[: seen.size] += np.where(seen, run.logs - run.mean, 0.0)
        counts[: seen.size] += seen
        of_day += run.chance * float(seen.sum()) / len(group)
    profile = total / np.maximum(counts, 1)
    noise = of_day / np.maximum(counts, 1)
    profile = profile * np.where(counts > 0, day_var / (day_var + noise), 0.0)
    profile = profile - np.log(np.mean(np.exp(profile)))
    return Lift(mean + profile, float(np.sqrt(between + kept * variance)), len(group))

"""How honest projections of targets are: coverage of the 80 % interval and calibration of the chance.

Made-up shops of three sizes (visitors Poisson, buyers binomial, order values gamma, AR(1) noise, drift, campaigns whose
strength differs by shop and year, 1 % missing days). The program sees 400 to 700 days up to a day within a month
and is held against the month's true end. Seeds below 3000 were looked at while building, 3000 and up were not.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benchmarks.measuring import Line
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.daily import DailyFacts, FloatArray, PartSeries
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.kpi.targets.goal import Target, month_of, usual_direction
from shopdesk.domain.kpi.targets.progress import progress
from shopdesk.domain.periods import Period

START = date(2024, 1, 1)
DAYS = 730
SIZES = (300, 3_000, 30_000)
METRICS = ("pay_amount", "visitors", "pay_cvr", "aov", "ad_cost", "ad_cpc", "ad_roi", "pay_buyers")
KNOWN_DAYS = (0, 4, 10, 20, 26)
NAMES = (
    ("38 大促", (3, 6), (3, 8)),
    ("618 开门红", (6, 1), (6, 3)),
    ("618", (6, 13), (6, 20)),
    ("99 大促", (9, 9), (9, 9)),
    ("国庆", (10, 1), (10, 7)),
    ("双11", (11, 8), (11, 13)),
    ("双12", (12, 12), (12, 12)),
)


def calendar() -> CampaignCalendar:
    """Return the campaigns of both years."""
    return CampaignCalendar.of(
        Campaign(zh, zh, date(year, *first), date(year, *last)) for year in (2024, 2025) for zh, first, last in NAMES
    )


def shop(seed: int, size: int, *, is_rough: bool = False) -> DailyFacts:
    """Return the days of one made-up shop, all known; money in fen.

    A rough one has levels that jump (about twice a year by 15 %) and noise twice as large that lasts longer.
    """
    draw = np.random.default_rng(seed)
    days = np.arange(DAYS)
    weekday = (days + START.weekday()) % 7
    visits = size * np.exp(draw.normal(0, 0.12, 7))[weekday] * _drift(draw) * _noise(draw, 0.055)
    if is_rough:
        visits *= _jumps(draw) * _noise(draw, 0.1, lasting=0.65)
    conversion = (
        draw.uniform(0.018, 0.04) * np.exp(draw.normal(0, 0.04, 7))[weekday] * _drift(draw, 0.002) * _noise(draw, 0.04)
    )
    if is_rough:
        conversion *= _jumps(draw)
    for one in calendar().campaigns:
        first, last = ((day - START).days for day in (one.start, one.end))
        strength = np.random.default_rng([seed, sum(map(ord, one.zh))]).normal(0.55, 0.25)
        visits[first : last + 1] *= np.exp(strength + draw.normal(0, 0.15))
        conversion[first : last + 1] *= np.exp(0.3 * strength + draw.normal(0, 0.08))
    visitors = draw.poisson(visits).astype(float)
    buyers = draw.binomial(visitors.astype(int), np.minimum(conversion, 0.5)).astype(float)
    value = draw.uniform(40, 200) * _drift(draw, 0.001) * _noise(draw, 0.02)
    amount = np.round(draw.gamma(np.maximum(buyers * 2.0, 1e-9)) / 2.0 * value * 100)
    clicks = draw.poisson(0.15 * size * _drift(draw) * _noise(draw, 0.1)).astype(float)
    cost = np.round(clicks * draw.uniform(0.5, 2.5) * _drift(draw, 0.003) * _noise(draw, 0.05) * 100)
    orders = draw.poisson(clicks * draw.uniform(0.02, 0.05) * _noise(draw, 0.05)).astype(float)
    revenue = np.round(draw.gamma(np.maximum(orders * 2.0, 1e-9)) / 2.0 * value * 100)
    parts = {
        "visitors": visitors,
        "pay_buyers": buyers,
        "pay_amount": amount,
        "ad_clicks": clicks,
        "ad_cost": cost,
        "ad_orders": orders,
        "ad_gmv": revenue,
    }
    return DailyFacts(START, DAYS, {name: PartSeries(values, ()) for name, values in parts.items()})


def _drift(draw: np.random.Generator, step: float = 0.006) -> FloatArray:
    return np.asarray(np.exp(np.cumsum(draw.normal(0, step, DAYS))))


def _noise(draw: np.random.Generator, sd: float, lasting: float = 0.45) -> FloatArray:
    kicks = draw.normal(0, sd * np.sqrt(1 - lasting**2), DAYS)
    out = np.zeros(DAYS)
    for day in range(1, DAYS):
        out[day] = lasting * out[day - 1] + kicks[day]
    return np.exp(out)


def _jumps(draw: np.random.Generator) -> FloatArray:
    steps = draw.normal(0, 0.15, DAYS) * (draw.random(DAYS) < 2 / 365)
    return np.asarray(np.exp(np.cumsum(steps)))


def seen_until(facts: DailyFacts, until: date, *, draw: np.random.Generator) -> DailyFacts:
    """Return what the program gets: nothing after a day, and 1 % of the days missing."""
    hidden = draw.random(facts.length) < 0.01
    hidden[(until - facts.start).days + 1 :] = True
    parts = {name: PartSeries(np.where(hidden, np.nan, part.values), ()) for name, part in facts.parts.items()}
    return DailyFacts(facts.start, facts.length, parts)


@dataclass(frozen=True, slots=True)
class Trial:
    """One projection held against the truth."""

    metric: str
    size: int
    known: int
    has_campaign: bool
    is_inside: bool
    width: float
    chance: float
    is_met: bool
    took_ms: float


def trials(seeds: range, *, is_rough: bool = False) -> Iterator[Trial]:
    """Yield a projection a metric, size and known days of a random month for each seed."""
    campaigns = calendar()
    for seed in seeds:
        for size in SIZES:
            facts = shop(seed, size, is_rough=is_rough)
            draw = np.random.default_rng([seed, size])
            for known in KNOWN_DAYS:
                month = month_of(date(2025, int(draw.integers(2, 13)), 1))
                until = month.start + timedelta(days=known - 1)
                seen = seen_until(facts, until, draw=draw)
                for name in METRICS:
                    if (trial := _trial(facts, seen, name, month, until, campaigns, size, known, draw)) is not None:
                        yield trial


def _trial(
    facts: DailyFacts,
    seen: DailyFacts,
    name: str,
    month: Period,
    until: date,
    campaigns: CampaignCalendar,
    size: int,
    known: int,
    draw: np.random.Generator,
) -> Trial | None:
    metric = BOARD[name]
    truth = figure(facts, metric, month).value
    before = figure(facts, metric, month_of(month.start - timedelta(days=1))).value
    if truth is None or before is None:
        return None
    target = Target(metric, month, before * float(np.exp(draw.normal(0, 0.15))), usual_direction(metric))
    start = time.process_time()
    found = progress(seen, target, until=until, calendar=campaigns)
    took = (time.process_time() - start) * 1000
    if found.projection is None or found.chance is None:
        return None
    inside = found.projection.low <= truth <= found.projection.high
    width = float(np.log(found.projection.high / max(found.projection.low, 1e-9)))
    return Trial(
        name, size, known, bool(campaigns.within(month)), inside, width, found.chance, target.is_met(truth), took
    )


def measure(*, quick: bool = False) -> Iterator[Line]:
    """Yield coverage in percent, overall and by group, the calibration of the chance, and the time."""
    found = list(trials(range(3000, 3004 if quick else 3020)))
    for label, group in groups(found):
        yield Line(f"80 % interval of a target, covers ({label}, {len(group)})", _covered(group), "%")
    rough = list(trials(range(3000, 3002 if quick else 3010), is_rough=True))
    yield Line(f"80 % interval of a target, covers (rough shops, {len(rough)})", _covered(rough), "%")
    yield Line("chance of a target: mean error of ten groups", calibration_error(found), "points", target=6)
    yield Line("one target", float(np.median([one.took_ms for one in found])), "ms", target=20)


def groups(found: list[Trial]) -> Iterator[tuple[str, list[Trial]]]:
    """Yield the groups that are told apart."""
    yield "all", found
    for size in SIZES:
        yield f"{size} visitors", [one for one in found if one.size == size]
    for name in METRICS:
        yield name, [one for one in found if one.metric == name]
    for known in KNOWN_DAYS:
        yield f"{known} days known", [one for one in found if one.known == known]
    for has_campaign in (True, False):
        words = "with campaigns" if has_campaign else "without"
        yield words, [one for one in found if one.has_campaign is has_campaign]


def _covered(group: list[Trial]) -> float:
    return 100 * float(np.mean([one.is_inside for one in group])) if group else 0.0


def reliability(found: list[Trial]) -> list[tuple[int, float, float]]:
    """Return for ten groups by chance: how many, mean chance, share that was met."""
    places = np.minimum((np.array([one.chance for one in found]) * 10).astype(int), 9)
    rows = []
    for place in range(10):
        group = [one for one, at in zip(found, places, strict=True) if at == place]
        if group:
            rows.append(
                (len(group), float(np.mean([g.chance for g in group])), float(np.mean([g.is_met for g in group])))
            )
    return rows


def calibration_error(found: list[Trial]) -> float:
    """Return the mean distance of chance and share in points, weighted by the size of the groups."""
    rows = reliability(found)
    return 100 * sum(count * abs(said - was) for count, said, was in rows) / sum(count for count, _, _ in rows)

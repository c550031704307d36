"""Why a figure of the board differs between two periods: its factors, their segments, chance, and coincidences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from shopdesk.domain.kpi.attribution import coincidences as happened
from shopdesk.domain.kpi.attribution.chains import Link, own_link
from shopdesk.domain.kpi.attribution.chance import Chance, Spread, spread, variance
from shopdesk.domain.kpi.attribution.coincidences import Coincidence
from shopdesk.domain.kpi.attribution.effect import Effect
from shopdesk.domain.kpi.attribution.explanation import Explanation, Factor, Lack, Part, Refused, Split, Unexplained
from shopdesk.domain.kpi.attribution.method import Method
from shopdesk.domain.kpi.attribution.splits import Segments, split
from shopdesk.domain.kpi.attribution.ways import Way, divided, way_of
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import AD_PARTS, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.segments.sums import (
    AD_REGION,
    BUYER,
    CAMPAIGN,
    ITEM,
    KEYWORD,
    PLATFORM,
    QUADRANT,
    REGION,
    SOURCE,
)
from shopdesk.domain.periods import Period

BY_TRAFFIC: Final = (SOURCE, PLATFORM, ITEM, BUYER, REGION)
"""Which segments say most of a count of people, the best first."""
BY_TRADE: Final = (ITEM, SOURCE, BUYER, REGION, PLATFORM)
"""Which segments say most of conversion and money."""
BY_ADS: Final = (CAMPAIGN, QUADRANT, KEYWORD, AD_REGION, PLATFORM)
"""Which segments say most of what ads cost and brought: plans cover all of it, words only their own part."""
TRAFFIC: Final = frozenset({"visitors", "new_visitors", "old_visitors", "page_views"})


def dimensions_of(link: Link) -> tuple[str, ...]:
    """Return which segments divide a factor, those that say most first."""
    if any(part in AD_PARTS for part in link.parts):
        return BY_ADS
    return BY_TRAFFIC if link.numerator in TRAFFIC else BY_TRADE


@dataclass(frozen=True, slots=True)
class Question:
    """Why does a metric differ between two periods, and how is the difference to be divided.

    ``method`` None takes the fitting one. ``order`` holds keys of factors for chain substitution.
    """

    metric: BoardMetric
    before: Period
    after: Period
    method: Method | None = None
    order: tuple[str, ...] = ()


def explain(
    facts: DailyFacts,
    question: Question,
    *,
    calendar: CampaignCalendar,
    segments: Mapping[str, Segments] | None = None,
    events: Iterable[Coincidence] = (),
) -> Explanation | Unexplained:
    """Return the explanation of a metric's change, or why there is none.

    ``segments`` hold sums of both periods by dimension; ``events`` what else is known to have happened.
    """
    metric = question.metric
    way = way_of(facts, metric, before=question.before, after=question.after)
    if isinstance(way, Period):
        lack = Lack.NO_BEFORE if way == question.before else Lack.NO_AFTER
        return Unexplained(metric, lack, _unknown(facts, metric, way))
    since = _joined_later(facts, question)
    if since is not None:
        return Unexplained(metric, Lack.JOINED_LATER, since=since)
    if way is None:
        return Unexplained(metric, Lack.NO_BASE, metric.parts)
    if question.method is Method.SUBSTITUTION and way.is_product:
        way = way.in_order(question.order)
    return _Explaining(facts, question, calendar, segments or {}, way).explain(tuple(events))


def _unknown(facts: DailyFacts, metric: BoardMetric, period: Period) -> tuple[str, ...]:
    """Return the parts of a metric that no day of a period has; all of them where only no day has all."""
    unknown = tuple(part for part in metric.parts if np.isnan(facts.window(part, period)).all())
    return unknown or metric.parts


def _joined_later(facts: DailyFacts, question: Question) -> date | None:
    """Return the day on which one of several platforms came in between the periods, which would look like growth."""
    later = max(question.before.end, question.after.end)
    starts = [
        source.first
        for part in question.metric.parts
        if part in facts.parts and len(facts.parts[part].sources) > 1
        for source in facts.parts[part].sources
        if min(question.before.start, question.after.start) < source.first <= later
    ]
    return max(starts, default=None)


@dataclass(frozen=True, slots=True)
class _Explaining:
    """One explanation in the making."""

    facts: DailyFacts
    question: Question
    calendar: CampaignCalendar
    segments: Mapping[str, Segments]
    way: Way

    def explain(self, events: tuple[Coincidence, ...]) -> Explanation:
        way = self.way
        method, steps = divided(way, self.question.method)
        spreads = [self._spread(link) for link in way.links]
        factors = (
            tuple(
                self._factor(link, step, (x0, x1), noise)
                for link, step, x0, x1, noise in zip(way.links, steps, way.before, way.after, spreads, strict=True)
            )
            if steps
            else ()
        )
        whole = self._whole(factors)
        return Explanation(
            way.metric,
            way.sides.before,
            way.sides.after,
            way.value_before,
            way.value_after,
            method,
            method is (self.question.method or Method.LMDI) or len(way.links) == 1,
            way.per_day,
            way.sides.basis,
            factors or (whole,),
            whole,
            self._events(),
            min(noise.pairs for noise in spreads),
            self._coincidences(events),
            way.is_chain,
        )

    def _spread(self, link: Link) -> Spread:
        days = max(self.way.sides.before.days, self.way.sides.after.days)
        return spread(self.facts, link, until=self.question.after.start, calendar=self.calendar).over(days)

    def _factor(self, link: Link, step: float, values: tuple[float, float], noise: Spread) -> Factor:
        effect = step * (values[1] - values[0])
        before, after = (1 / value if link.is_divisor and value else value for value in values)
        if link.is_divisor:  # one over the figure: what a step of the figure itself is worth
            step = -step * values[0] * values[1]
        part = Part(link.key, before, after, effect, self._chance(link, step, (before, after), noise))
        return self._by_segments(Factor(link, part), step, noise)

    def _chance(self, link: Link, step: float, values: tuple[float, float], noise: Spread) -> Chance | None:
        first, last = self._total(link.count, self.question.before), self._total(link.count, self.question.after)
        if first is None or last is None or self._windows_overlap():
            return None
        before = variance(values[0], events=first, spread=noise.value, other=values[1])
        after = variance(values[1], events=last, spread=noise.value, other=values[0])
        return Chance(abs(step) * (before + after) ** 0.5)

    def _windows_overlap(self) -> bool:
        """Return whether both figures look at the same days in part, so that they don't vary on their own."""
        gap = abs((self.question.after.end - self.question.before.end).days)
        return gap < self.question.metric.window_days

    def _whole(self, factors: tuple[Factor, ...]) -> Factor:
        way, own = self.way, own_link(self.way.metric)
        known = [factor.part.chance for factor in factors if factor.part.chance is not None]
        together = Chance.together(known) if known and len(known) == len(factors) else None
        part = Part(own.key, way.value_before, way.value_after, way.change, together)
        if way.metric.formula:
            return Factor(own, part)
        return self._by_segments(Factor(own, part), way.metric.factor, self._spread(own))

    def _by_segments(self, factor: Factor, step: float, noise: Spread) -> Factor:
        compared, link = self.way.sides, factor.link
        per_day = self.way.per_day
        whole = Effect(
            link,
            compared.sums(per_day=per_day),
            (compared.before.days, compared.after.days),
            per_day,
            step,
            factor.part.effect,
            noise,
        )
        found = [split(whole, self.segments[name]) for name in dimensions_of(link) if name in self.segments]
        return replace(
            factor,
            splits=tuple(one for one in found if isinstance(one, Split)),
            refused=tuple(one for one in found if isinstance(one, Refused)),
            handed=whole,
        )

    def _events(self) -> tuple[float, float] | None:
        part = self.question.metric.count
        first, last = (self._total(part, period) for period in (self.question.before, self.question.after))
        return None if first is None or last is None else (first, last)

    def _total(self, part: str, period: Period) -> float | None:
        """Return how many events a period has, as they were counted for the figure where they are part of it."""
        side = self.way.sides.before if period == self.question.before else self.way.sides.after
        if part in side.sums:
            return side.sums[part]
        values = self.facts.window(part, period)
        known = values[~np.isnan(values)]
        return float(known.sum()) if known.size else None

    def _coincidences(self, events: tuple[Coincidence, ...]) -> tuple[Coincidence, ...]:
        before, after = self.question.before, self.question.after
        items = self.segments.get(ITEM)
        return (
            *happened.campaigns(self.calendar, before=before, after=after),
            *happened.near(events, before=before, after=after),
            *(happened.of_items(items.before, items.after) if items is not None else ()),
        )

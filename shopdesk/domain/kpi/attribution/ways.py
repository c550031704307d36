"""How a figure is put together for one comparison: the links of a product, or the parts of a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from shopdesk.domain.kpi.attribution.chains import Chain, Link, chains_of, own_link, part_link
from shopdesk.domain.kpi.attribution.method import PRODUCT_METHODS, Method, fitting, slopes
from shopdesk.domain.kpi.attribution.shapley import MAX_FACTORS, from_subsets
from shopdesk.domain.kpi.attribution.sides import Sides, figure_sides, sides
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.periods import Period

_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Way:
    """Links, the sums they are made of, and what is compared: ``per_day`` means daily averages.

    ``before`` and ``after`` are what is multiplied (one over the figure for a divisor), or the parts of a
    formula where ``is_product`` is False. ``is_chain`` False: no known chain, only what the figure is made of.
    """

    metric: BoardMetric
    links: Chain
    sides: Sides
    per_day: bool
    before: tuple[float, ...]
    after: tuple[float, ...]
    value_before: float
    value_after: float
    is_product: bool = True
    is_chain: bool = True

    @property
    def change(self) -> float:
        """The difference that is divided."""
        return self.value_after - self.value_before

    def in_order(self, order: Sequence[str]) -> Way:
        """Return the same with its links in the order of some keys; those not named keep their place behind."""
        places = {key: place for place, key in enumerate(order)}
        turn = sorted(range(len(self.links)), key=lambda k: places.get(self.links[k].key, len(places)))
        return replace(
            self,
            links=tuple(self.links[k] for k in turn),
            before=tuple(self.before[k] for k in turn),
            after=tuple(self.after[k] for k in turn),
        )


def way_of(facts: DailyFacts, metric: BoardMetric, *, before: Period, after: Period) -> Way | Period | None:
    """Return the best way to divide a metric; the period that lacks figures; None where a ratio has no base."""
    for chain in chains_of(metric):
        parts = tuple(dict.fromkeys(part for link in chain for part in link.parts))
        found = sides(facts, parts, before=before, after=after)
        made = _product(metric, chain, found) if found is not None else None
        if made is not None:
            return made
    found_or_lacking = figure_sides(facts, metric, before=before, after=after)
    if isinstance(found_or_lacking, Period):
        return found_or_lacking
    if metric.formula:
        return _formula(metric, found_or_lacking)
    made = _product(metric, _own_chain(metric), found_or_lacking)
    return None if made is None else replace(made, is_chain=False)


def _own_chain(metric: BoardMetric) -> Chain:
    """Return a sum as itself, a ratio as its two sums."""
    if not metric.denominator:
        return (own_link(metric),)
    own = part_link(metric.numerator, count=metric.count)
    return own, replace(part_link(metric.denominator), is_divisor=True)


def divided(way: Way, wanted: Method | None) -> tuple[Method, tuple[float, ...]]:
    """Return the method used and, for each link, what a step of what is multiplied is worth."""
    if not way.is_product:
        return _divided_formula(way)
    if len(way.links) == 1:
        return Method.DIFFERENCE, (way.metric.factor,)
    usual = fitting(way.before, way.after)
    method = wanted if wanted in PRODUCT_METHODS else usual
    if method is Method.LMDI:
        method = usual
    return method, tuple(step * way.metric.factor for step in slopes(way.before, way.after, method))


def figure_of(link: Link, sums: Mapping[str, float]) -> float | None:
    """Return the figure of a link, None where its base isn't above 0."""
    above = sums[link.numerator]
    if not link.denominator:
        return above
    below = sums[link.denominator]
    return above / below if below > 0 else None


def _product(metric: BoardMetric, chain: Chain, found: Sides) -> Way | None:
    """Return the way of a product, None where it doesn't make the value (buyers of a day without visitors)."""
    per_day = not found.same_days and any(not link.denominator for link in chain)
    sums = found.sums(per_day=per_day)
    own = own_link(metric)
    values = [figure_of(own, side) for side in sums]
    if values[0] is None or values[1] is None:
        return None
    factors = [[_multiplied(link, side) for link in chain] for side in sums]
    before, after = _carried(factors[0], factors[1]), _carried(factors[1], factors[0])
    made = Way(
        metric,
        chain,
        found,
        per_day,
        before,
        after,
        values[0] * metric.factor,
        values[1] * metric.factor,
    )
    is_made = all(
        abs(float(np.prod(side)) - value) <= _SAME * max(abs(value), 1e-12)
        for side, value in ((before, values[0]), (after, values[1]))
    )
    return made if is_made else None


def _multiplied(link: Link, sums: Mapping[str, float]) -> float | None:
    value = figure_of(link, sums)
    if value is None or not link.is_divisor:
        return value
    return 1 / value if value else None


def _carried(own: Sequence[float | None], other: Sequence[float | None]) -> tuple[float, ...]:
    """Return known numbers: a rate that has nothing under it on one side carries that of the other side."""
    return tuple(
        one if one is not None else (there if there is not None else 0.0) for one, there in zip(own, other, strict=True)
    )


def _formula(metric: BoardMetric, found: Sides) -> Way | None:
    per_day = not found.same_days and (metric.adds_up or _is_scale_free(metric, found))
    sums = found.sums(per_day=per_day)
    values = [_value(metric, side) for side in sums]
    if values[0] is None or values[1] is None:
        return None
    parts = metric.parts
    links = tuple(part_link(part) for part in parts)
    before, after = (tuple(side[part] for part in parts) for side in sums)
    return Way(metric, links, found, per_day, before, after, values[0], values[1], is_product=False, is_chain=False)


def _is_scale_free(metric: BoardMetric, found: Sides) -> bool:
    """Return whether a formula gives the same for an average day as for the period (a ratio of sums does)."""
    for raw, daily in zip(found.sums(per_day=False), found.sums(per_day=True), strict=True):
        whole, one = _value(metric, raw), _value(metric, daily)
        if whole is None or one is None or abs(whole - one) > _SAME * abs(whole):
            return False
    return True


def _value(metric: BoardMetric, sums: Mapping[str, float]) -> float | None:
    from shopdesk.domain.kpi.term import evaluate

    value = float(evaluate(metric.term, {part: np.asarray(sums[part]) for part in metric.parts}))
    return None if np.isnan(value) else value


def _divided_formula(way: Way) -> tuple[Method, tuple[float, ...]]:
    """Return Shapley steps of a formula; where a mixed state has no value the whole change stays undivided."""
    from shopdesk.domain.kpi.term import evaluate

    count = len(way.links)
    nothing = Method.DIFFERENCE, ()
    if count > MAX_FACTORS:
        return nothing
    subsets = np.arange(1 << count)
    sums = {link.numerator: np.where(subsets >> k & 1, way.after[k], way.before[k]) for k, link in enumerate(way.links)}
    values = np.broadcast_to(evaluate(way.metric.term, sums), subsets.shape)
    if np.isnan(values).any():
        return nothing
    parts = from_subsets(np.ascontiguousarray(values, dtype=float))
    steps = tuple(
        part / (x1 - x0) if x1 != x0 else 0.0 for part, x0, x1 in zip(parts, way.before, way.after, strict=True)
    )
    return Method.DIFFERENCE if way.metric.adds_up else Method.SHAPLEY, steps

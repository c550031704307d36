"""Segments as lines of a table: figure, change, share, and what each brought to the change of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from shopdesk.domain.kpi.catalogue import FEN_PARTS, BoardMetric
from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.kpi.segments.sums import SegmentCube, SegmentSums
from shopdesk.domain.periods import Period


@dataclass(frozen=True, slots=True)
class SegmentTable:
    """One value a label in every column (yuan, fraction, number), NaN where it isn't known.

    ``change`` is relative for sums and a difference for ratios. ``effect`` is what the segment brought to the change of
    the whole, in the unit of the metric: for sums their difference, for ratios rate and mix together (Kitagawa 1955,
    JASA 50:1168); effects add up to the difference of ``whole`` and ``whole_before``. With ``per_day`` the sums before
    are first brought to the ``days`` that have a report now from the ``days_before`` that had one.
    """

    metric: BoardMetric
    labels: tuple[str, ...]
    value: FloatArray
    before: FloatArray
    change: FloatArray
    share: FloatArray
    effect: FloatArray
    whole: float
    whole_before: float
    days: int
    days_before: int

    @property
    def per_day(self) -> bool:
        """Whether the periods have different numbers of days with a report, so that changes are of daily means."""
        return not self.metric.is_ratio and 0 < self.days_before != self.days


def can_show(cube: SegmentCube, metric: BoardMetric) -> bool:
    """Return whether a metric can be made from the sums of a cube."""
    return not metric.window_days and set(metric.parts) <= set(cube.parts) and bool(metric.sums)


def segment_table(cube: SegmentCube, metric: BoardMetric, *, period: Period, before: Period | None) -> SegmentTable:
    """Return all segments of a period beside another; ``before`` None leaves the comparison unknown."""
    now = cube.window(period)
    then = cube.window(before) if before is not None else SegmentSums(cube.dimension, cube.labels, {})
    days, days_before = (min((one.days.get(part, 0) for part in metric.parts), default=0) for one in (now, then))
    above, below = _amounts(now, metric)
    above_then, below_then = _amounts(then, metric)
    value, value_then = _values(above, below), _values(above_then, below_then)
    whole, whole_then = _whole(metric, above, below), _whole(metric, above_then, below_then)
    if metric.is_ratio:
        effect = _ratio_effects((above, below, whole), (above_then, below_then, whole_then))
        change = value - value_then
        share = _shares(below, float(np.nansum(below)))
    else:
        scale = days / days_before if days_before else np.nan
        effect = value - value_then * scale
        with np.errstate(divide="ignore", invalid="ignore"):
            change = np.where(value_then > 0, value / (value_then * scale) - 1, np.nan)
        share = _shares(value, whole)
    return SegmentTable(
        metric, cube.labels, value, value_then, change, share, effect, whole, whole_then, days, days_before
    )


def segment_days(cube: SegmentCube, metric: BoardMetric, period: Period, *, places: Iterable[int]) -> FloatArray:
    """Return one row a label and one value a day, NaN where missing or where the base is 0."""
    chosen = tuple(places)
    values = {part: _in_units(part, cube.daily(part, period, places=chosen)) for part in metric.parts}
    return _values(*_sums(metric, values))


def segment_points(
    cube: SegmentCube, metric: BoardMetric, spans: Sequence[Period], *, places: Iterable[int]
) -> FloatArray:
    """Return one row a label and one value a span (weeks, months), each made anew from its sums; NaN where missing."""
    chosen = np.array(tuple(places), dtype=np.int64)
    values = [_values(*_amounts(cube.window(span), metric))[chosen] for span in spans]
    return np.array(values, dtype=np.float64).reshape(len(spans), chosen.size).T


def top_movers(table: SegmentTable, *, most: int) -> tuple[int, ...]:
    """Return the places that brought most to the change, else the largest: those a chart shows."""
    known = np.where(np.isnan(table.effect), -1.0, np.abs(table.effect))
    if known.max(initial=-1.0) <= 0:
        known = np.where(np.isnan(table.value), -1.0, table.share if table.metric.is_ratio else table.value)
    order = np.argsort(-known, kind="stable")
    return tuple(int(place) for place in order[:most] if known[place] >= 0)


def _amounts(sums: SegmentSums, metric: BoardMetric) -> tuple[FloatArray, FloatArray]:
    return _sums(metric, {part: _in_units(part, sums.of(part)) for part in metric.parts})


def _sums(metric: BoardMetric, values: Mapping[str, FloatArray]) -> tuple[FloatArray, FloatArray]:
    """Return the sum that a metric is, over ones, or the two sums of a ratio."""
    from shopdesk.domain.kpi.term import evaluate

    above, *below = (evaluate(term, values) for term in metric.sums)
    return above, below[0] if below else np.ones_like(above)


def _in_units(part: str, values: FloatArray) -> FloatArray:
    return values / 100 if part in FEN_PARTS else values


def _values(above: FloatArray, below: FloatArray) -> FloatArray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below > 0, above / below, np.nan)


def _shares(values: FloatArray, whole: float) -> FloatArray:
    """Return the share of each in the whole; of figures of both signs (a profit) there are none."""
    return values / whole if whole > 0 and not (values < 0).any() else np.full(values.size, np.nan)


def _whole(metric: BoardMetric, above: FloatArray, below: FloatArray) -> float:
    """Return the figure of all segments together, from those that tell both parts."""
    both = ~np.isnan(above) & ~np.isnan(below)
    if not both.any():
        return float("nan")
    if not metric.is_ratio:
        return float(above[both].sum())
    base = float(below[both].sum())
    return float(above[both].sum()) / base if base > 0 else float("nan")


def _ratio_effects(now: tuple[FloatArray, FloatArray, float], then: tuple[FloatArray, FloatArray, float]) -> FloatArray:
    """Return rate plus mix from (numerators, denominators, ratio of all): ``d(k_i / N) - d(n_i / N) * mean(R)``."""
    shares = []
    for above, below, _ in (now, then):
        both = ~np.isnan(above) & ~np.isnan(below)
        total = float(below[both].sum())
        if not total > 0:
            return np.full(above.size, np.nan)
        shares.append((np.where(both, above, 0.0) / total, np.where(both, below, 0.0) / total))
    (part, weight), (part_then, weight_then) = shares
    effect = part - part_then - (weight - weight_then) * (now[2] + then[2]) / 2
    known = ~np.isnan(now[0]) & ~np.isnan(now[1]) | ~np.isnan(then[0]) & ~np.isnan(then[1])
    return np.where(known, effect, np.nan)

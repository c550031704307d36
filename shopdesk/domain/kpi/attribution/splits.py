"""A factor's effect handed down to sources, items or regions, exactly; what no report covers is a part of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from shopdesk.domain.kpi.attribution.chains import Link
from shopdesk.domain.kpi.attribution.chance import Chance, Spread, variance
from shopdesk.domain.kpi.attribution.explanation import Part, Refused, Split
from shopdesk.domain.kpi.attribution.mix_rate import mix_rate
from shopdesk.domain.kpi.catalogue import FEN_PARTS
from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.kpi.segments.sums import SegmentSums

LEAST_EVEN: Final = 0.8
"""Segments that cover the two periods less alike than this would show a missing report as a loss."""
LEAST_DAYS: Final = 0.5
"""Share of the days compared that the segments' report must have."""
LEAST_PARTS: Final = 2
"""One segment alone says nothing that its factor doesn't."""
_NOTHING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Segments:
    """The sums of one dimension over both periods."""

    before: SegmentSums
    after: SegmentSums

    @property
    def dimension(self) -> str:
        """What the segments are: source, item, region …"""
        return self.before.dimension


@dataclass(frozen=True, slots=True)
class Effect:
    """What is handed down: the factor's sums (yuan, counts) over ``days`` days a side, and what a step of it is worth.

    ``slope`` times the difference of the shown figure is ``effect``.
    """

    link: Link
    sums: tuple[Mapping[str, float], Mapping[str, float]]
    compared_days: tuple[int, int]
    per_day: bool
    slope: float
    effect: float
    spread: Spread


@dataclass(frozen=True, slots=True)
class _Column:
    """One part by segment, made comparable: ``factor`` scales both sides down where people were counted twice."""

    before: FloatArray
    after: FloatArray
    factor: float
    covered: tuple[float, float]
    days: tuple[int, int]


def split(whole: Effect, segments: Segments) -> Split | Refused | None:
    """Return a factor by segments; None where the segments don't tell its parts or nothing can be handed down."""
    if any(part not in sums for sums in whole.sums for part in whole.link.parts):
        return None
    if whole.link.denominator and any(sums[whole.link.denominator] <= 0 for sums in whole.sums):
        return None
    labels = tuple(dict.fromkeys((*segments.after.labels, *segments.before.labels)))
    columns = {part: _column(whole, part, segments, labels) for part in whole.link.parts}
    if any(column is None for column in columns.values()):
        return None
    known = {part: column for part, column in columns.items() if column is not None}
    for column in known.values():
        if not _is_even(column, whole.compared_days):
            return Refused(segments.dimension, column.covered)
    events = _events(whole, segments, labels)
    first = known[whole.link.numerator]
    parts = _rates(whole, known, events, labels) if whole.link.denominator else _sums(whole, first, events, labels)
    factor = min(column.factor for column in known.values())
    days = first.days if any(own < all_ for own, all_ in zip(first.days, whole.compared_days, strict=True)) else None
    kept = tuple(sorted(parts, key=lambda part: -abs(part.effect)))
    if len(kept) < LEAST_PARTS:
        return None
    return Split(
        segments.dimension,
        kept,
        _remainder(whole, first, kept),
        first.covered,
        1 / factor - 1 if factor < 1 - _NOTHING else None,
        days,
    )


def _column(whole: Effect, part: str, segments: Segments, labels: tuple[str, ...]) -> _Column | None:
    arrays, days = [], []
    for place, sums in enumerate((segments.before, segments.after)):
        own_days = sums.days.get(part, whole.compared_days[place])
        if part not in sums.sums or not own_days or np.isnan(sums.of(part)).all():
            return None
        wanted = 1 if whole.per_day else whole.compared_days[place]
        unit = 100 if part in FEN_PARTS else 1
        arrays.append(_aligned(sums, part, labels) * (wanted / own_days) / unit)
        days.append(own_days)
    covered = [_share(float(np.nansum(array)), sums[part]) for array, sums in zip(arrays, whole.sums, strict=True)]
    factor = min([1.0, *(1 / share for share in covered if share > 0)])
    return _Column(arrays[0], arrays[1], factor, (covered[0], covered[1]), (days[0], days[1]))


def _aligned(sums: SegmentSums, part: str, labels: tuple[str, ...]) -> FloatArray:
    """Return one sum a label; a label that this side doesn't know brought nothing."""
    own = dict(zip(sums.labels, sums.of(part).tolist(), strict=True))
    return np.array([own.get(label, 0.0) for label in labels])


def _share(part: float, whole: float) -> float:
    return part / whole if whole else (0.0 if part else 1.0)


def _is_even(column: _Column, compared: tuple[int, int]) -> bool:
    low, high = min(column.covered), max(column.covered)
    enough = all(own >= LEAST_DAYS * days for own, days in zip(column.days, compared, strict=True))
    return enough and low > 0 and low >= LEAST_EVEN * high


def _events(whole: Effect, segments: Segments, labels: tuple[str, ...]) -> tuple[FloatArray, FloatArray] | None:
    """Return how many events stand behind each segment in reality (not scaled), None where that isn't told."""
    part = whole.link.count
    if not part or any(part not in sums.sums for sums in (segments.before, segments.after)):
        return None
    return _aligned(segments.before, part, labels), _aligned(segments.after, part, labels)


def _sums(
    whole: Effect, column: _Column, events: tuple[FloatArray, FloatArray] | None, labels: tuple[str, ...]
) -> list[Part]:
    parts = []
    for i, label in enumerate(labels):
        x0, x1 = float(column.before[i]), float(column.after[i])
        if np.isnan(x0) or np.isnan(x1) or (x0 == 0 and x1 == 0):
            continue
        slope = whole.slope * column.factor
        chance = None
        if events is not None:
            own = whole.spread.of_share(_share(x1, float(np.nansum(column.after))))
            noise = _noise(x0, x1, events, i, own)
            chance = Chance(abs(slope) * noise**0.5)
        parts.append(Part(label, x0, x1, slope * (x1 - x0), chance))
    return parts


def _rates(
    whole: Effect,
    known: Mapping[str, _Column],
    events: tuple[FloatArray, FloatArray] | None,
    labels: tuple[str, ...],
) -> list[Part]:
    above, below = known[whole.link.numerator], known[whole.link.denominator]
    weights, rates = [], []
    for place in (0, 1):
        a, b = ((above.before, below.before), (above.after, below.after))[place]
        total = whole.sums[place][whole.link.denominator]
        weights.append(np.nan_to_num(b) * below.factor / total)
        with np.errstate(divide="ignore", invalid="ignore"):
            rates.append(np.where(b > 0, a / np.where(b > 0, b, 1.0), np.nan))
    scale = above.factor / below.factor
    overall = [sums[whole.link.numerator] / sums[whole.link.denominator] for sums in whole.sums]
    slope = whole.slope
    found = mix_rate(
        share_before=weights[0],
        rate_before=rates[0] * scale,
        share_after=weights[1],
        rate_after=rates[1] * scale,
        overall_before=overall[0],
        overall_after=overall[1],
    )
    parts = []
    for i, label in enumerate(labels):
        if weights[0][i] == 0 and weights[1][i] == 0:
            continue
        r0, r1 = (float(rate[i]) for rate in rates)
        chance = None
        if events is not None:
            own = whole.spread.of_share(float(weights[1][i]))
            share = (float(weights[0][i]) + float(weights[1][i])) / 2
            chance = Chance(abs(slope * scale) * share * _noise(r0, r1, events, i, own) ** 0.5)
        mix, rate = slope * float(found.mix[i]), slope * float(found.rate[i])
        parts.append(Part(label, _known(r0), _known(r1), mix + rate, chance, mix, rate))
    return parts


def _noise(x0: float, x1: float, events: tuple[FloatArray, FloatArray], i: int, spread: float) -> float:
    n0, n1 = (float(np.nan_to_num(side[i])) for side in events)
    before = variance(_known(x0), events=n0, spread=spread, other=_known(x1))
    return before + variance(_known(x1), events=n1, spread=spread, other=_known(x0))


def _known(number: float) -> float | None:
    return None if np.isnan(number) else number


def _remainder(whole: Effect, column: _Column, parts: tuple[Part, ...]) -> Part | None:
    """Return what the segments don't account for; for a sum with its own figures, for a ratio without."""
    left = whole.effect - sum(part.effect for part in parts)
    scale = abs(whole.effect) + sum(abs(part.effect) for part in parts)
    if abs(left) <= _NOTHING * scale:
        return None
    if whole.link.denominator:
        return Part("", None, None, left)
    rest = [
        max(0.0, sums[whole.link.numerator] - column.factor * float(np.nansum(array)))
        for sums, array in zip(whole.sums, (column.before, column.after), strict=True)
    ]
    return Part("", rest[0], rest[1], left)

"""A factor's effect handed down to sources, items or regions, exactly; what no report covers is a part of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.attribution.chance import Chance, variances
from shopdesk.domain.kpi.attribution.effect import Effect
from shopdesk.domain.kpi.attribution.explanation import Part, Refused, Split
from shopdesk.domain.kpi.attribution.mix_rate import mix_rate
from shopdesk.domain.kpi.catalogue import FEN_PARTS
from shopdesk.domain.kpi.daily import FloatArray
from shopdesk.domain.kpi.segments.sums import SegmentSums

LEAST_EVEN: Final = 0.8
"""Segments that cover the two periods less alike than this would show a missing report as a loss."""
LEAST_DAYS: Final = 0.5
"""Share of the days compared that the segments' report must have."""
MOST_KEPT: Final = 200
"""Segments that are kept one by one; nobody reads more, and a shop may have thousands of items."""
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

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of both sides, each once."""
        if self.before.labels == self.after.labels:
            return self.after.labels
        return tuple(dict.fromkeys((*self.after.labels, *self.before.labels)))


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
    found = _divided(whole, segments)
    if not isinstance(found, _Divided):
        return found
    lines, first = found.lines, found.columns[whole.link.numerator]
    factor = min(column.factor for column in found.columns.values())
    days = first.days if any(own < all_ for own, all_ in zip(first.days, whole.compared_days, strict=True)) else None
    order = np.argsort(-np.abs(lines.effects), kind="stable")
    order = order[lines.is_there[order]]
    if order.size < LEAST_PARTS:
        return None
    parts = tuple(lines.part(int(i), found.labels) for i in order[:MOST_KEPT])
    others = lines.together(order[MOST_KEPT:])
    return Split(
        segments.dimension,
        parts,
        _remainder(whole, first, float(lines.effects[order].sum()), float(np.abs(lines.effects[order]).sum())),
        first.covered,
        1 / factor - 1 if factor < 1 - _NOTHING else None,
        days,
        others,
        max(0, order.size - MOST_KEPT),
    )


def narrowed(whole: Effect, segments: Segments, label: str) -> Effect | None:
    """Return the effect of one segment, to be divided further; None where ``split`` doesn't name it.

    Parts of the segment add up to it however they are cut: weights and means stay those of the whole shop, and the
    effect of a ratio is then a sum over its leaves (``d(k_i / N) - d(n_i / N) * mean(R)``).
    """
    found = _divided(whole, segments)
    if not isinstance(found, _Divided) or label not in found.labels:
        return None
    place = found.labels.index(label)
    before = {part: _at(one.before, place, one.factor) for part, one in found.columns.items()}
    after = {part: _at(one.after, place, one.factor) for part, one in found.columns.items()}
    effect = float(found.lines.effects[place])
    return replace(whole, sums=(before, after), effect=effect, base=whole.weighed)


def _at(sums: FloatArray, place: int, factor: float) -> float:
    return factor * float(np.nan_to_num(sums[place]))


@dataclass(frozen=True, slots=True)
class _Divided:
    labels: tuple[str, ...]
    columns: Mapping[str, _Column]
    lines: _Lines


def _divided(whole: Effect, segments: Segments) -> _Divided | Refused | None:
    if any(part not in sums for sums in whole.sums for part in whole.link.parts):
        return None
    if whole.link.denominator and any(sums[whole.link.denominator] <= 0 for sums in whole.weighed):
        return None
    labels = segments.labels
    columns = {part: _column(whole, part, segments, labels) for part in whole.link.parts}
    if any(column is None for column in columns.values()):
        return None
    known = {part: column for part, column in columns.items() if column is not None}
    for column in known.values():
        if not _is_even(column, whole.compared_days):
            return Refused(segments.dimension, column.covered)
    events = _events(whole, segments, labels)
    first = known[whole.link.numerator]
    lines = _rates(whole, known, events) if whole.link.denominator else _sums(whole, first, events)
    return _Divided(labels, known, lines)


@dataclass(frozen=True, slots=True)
class _Lines:
    """All segments at once: figures before and after, effects, and the chance in each (None where not known)."""

    before: FloatArray
    after: FloatArray
    effects: FloatArray
    is_there: NDArray[np.bool_]
    sd: FloatArray | None
    mix: FloatArray | None = None

    def part(self, i: int, labels: tuple[str, ...]) -> Part:
        """Return one segment."""
        effect = float(self.effects[i])
        mix = None if self.mix is None else float(self.mix[i])
        return Part(
            labels[i],
            _known(float(self.before[i])),
            _known(float(self.after[i])),
            effect,
            None if self.sd is None else Chance(float(self.sd[i])),
            mix,
            None if mix is None else effect - mix,
        )

    def together(self, places: NDArray[np.intp]) -> Part | None:
        """Return several segments as one; rates have no figure together."""
        if not places.size:
            return None
        is_sum = self.mix is None
        return Part(
            "",
            float(np.nansum(self.before[places])) if is_sum else None,
            float(np.nansum(self.after[places])) if is_sum else None,
            float(self.effects[places].sum()),
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
    if sums.labels is labels or sums.labels == labels:
        return sums.of(part)
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


def _sums(whole: Effect, column: _Column, events: tuple[FloatArray, FloatArray] | None) -> _Lines:
    before, after = column.before, column.after
    known = ~np.isnan(before) & ~np.isnan(after)
    slope = whole.slope * column.factor
    sd = None
    if events is not None:
        total = float(np.nansum(after))
        shares = np.nan_to_num(after) / total if total else np.zeros(after.size)
        sd = abs(slope) * np.sqrt(_noise(before, after, events, whole.spread.of_shares(shares)))
    effects = np.where(known, slope * (after - before), 0.0)
    return _Lines(before, after, effects, known & ((before != 0) | (after != 0)), sd)


def _rates(whole: Effect, known: Mapping[str, _Column], events: tuple[FloatArray, FloatArray] | None) -> _Lines:
    link = whole.link
    above, below = known[link.numerator], known[link.denominator]
    pairs = ((above.before, below.before), (above.after, below.after))
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = [np.where(b > 0, a / np.where(b > 0, b, 1.0), np.nan) for a, b in pairs]
    totals = [sums[link.denominator] for sums in whole.weighed]
    weights = [np.nan_to_num(b) * below.factor / total for (_, b), total in zip(pairs, totals, strict=True)]
    scale = above.factor / below.factor
    overall = [sums[link.numerator] / total for sums, total in zip(whole.weighed, totals, strict=True)]
    found = mix_rate(
        share_before=weights[0],
        rate_before=rates[0] * scale,
        share_after=weights[1],
        rate_after=rates[1] * scale,
        overall_before=overall[0],
        overall_after=overall[1],
    )
    sd = None
    if events is not None:
        noise = _noise(rates[0], rates[1], events, whole.spread.of_shares(weights[1]))
        own = (scale * (weights[0] + weights[1]) / 2) ** 2 * noise
        carried = np.nan_to_num(np.where(np.isnan(rates), rates[::-1], rates))
        away = scale * carried.mean(axis=0) - sum(overall) / 2
        sd = abs(whole.slope) * np.sqrt(own + away**2 * _weight_noise(whole, below, events))
    is_there = (weights[0] != 0) | (weights[1] != 0)
    return _Lines(rates[0], rates[1], whole.slope * found.parts, is_there, sd, whole.slope * found.mix)


def _weight_noise(whole: Effect, below: _Column, events: tuple[FloatArray, FloatArray]) -> FloatArray:
    """Return the variance of the change of each weight: a count varies as a count, money as its events."""
    part = whole.link.denominator
    found = np.zeros(below.before.size)
    for array, own_events, sums in zip((below.before, below.after), events, whole.weighed, strict=True):
        size = np.nan_to_num(array)
        of_money = size**2 / np.maximum(1.0, np.nan_to_num(own_events))
        noise = of_money if part in FEN_PARTS else np.maximum(1.0, size)
        found += noise * (below.factor / sums[part]) ** 2
    return found


def _noise(
    before: FloatArray, after: FloatArray, events: tuple[FloatArray, FloatArray], spreads: FloatArray
) -> FloatArray:
    """Return the variance of the differences of many figures."""
    first = variances(before, events=events[0], spreads=spreads, others=after)
    return first + variances(after, events=events[1], spreads=spreads, others=before)


def _known(number: float) -> float | None:
    return None if np.isnan(number) else number


def _remainder(whole: Effect, column: _Column, told: float, scale: float) -> Part | None:
    """Return what the segments don't account for; for a sum with its own figures, for a ratio without."""
    left = whole.effect - told
    if abs(left) <= _NOTHING * (abs(whole.effect) + scale):
        return None
    if whole.link.denominator:
        return Part("", None, None, left)
    rest = [
        max(0.0, sums[whole.link.numerator] - column.factor * float(np.nansum(array)))
        for sums, array in zip(whole.sums, (column.before, column.after), strict=True)
    ]
    return Part("", rest[0], rest[1], left)

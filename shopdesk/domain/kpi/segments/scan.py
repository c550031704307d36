"""Which slice of the business changed on its own: a likelihood-ratio scan over up to three dimensions.

For every slice the figure now is held against its own past rate, and "this slice has a multiplier of its own" against
"one multiplier for all" (Kulldorff's spatial scan statistic with Poisson counts, 1997). After each answer its change is
taken out and the rest is searched again, so that three answers are three findings and not three names of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

FloatArray: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.int64]

ANSWERS: Final = 3
WIDTH: Final = 3  # dimensions of one answer at most
PAST_WEIGHT: Final = 20.0  # events of the base (visitors) by which a slice's past rate is drawn to that of the whole
PAST_EVENTS: Final = 1.0  # the same where volumes are compared: events added to the past of every slice
NEAR_TIE: Final = 0.1  # an answer of fewer dimensions is taken if it explains all but this share
SAME: Final = 0.02  # answers that explain the same to this share are told apart by which moved more
LEAST_EVENTS: Final = 1.0
WORTH_SAYING: Final = 0.1  # a further finding explains at least this share of what the first does
CHANCE: Final = 3.0  # above the log of the number of slices: about one shop in twenty without any cause gets so far
READINGS_TRIED: Final = 200
OTHER_READING: Final = 0.5  # a narrower or wider slice that explains this share of an answer is named with it


@dataclass(frozen=True, slots=True)
class Finding:
    """One slice: its sums in both periods, and what it would have had, had it moved like all others.

    ``before`` and ``after`` are sums of the numerator, ``base_before`` and ``base_after`` of the denominator (0 without
    one). ``gap`` is what the slice has beyond ``expected``, without what earlier findings explain: gaps may be added.
    ``score`` is the log likelihood ratio. ``is_reading`` marks a narrower or wider view of the first finding;
    ``is_weak`` what chance may have done, or what is small beside the first finding.
    """

    attributes: Mapping[str, object]
    before: float
    after: float
    base_before: float
    base_after: float
    expected: float
    gap: float
    score: float
    is_reading: bool = False
    is_weak: bool = False

    @property
    def multiplier(self) -> float | None:
        """How the slice moved beside all others, None where nothing was to be expected."""
        return self.after / self.expected if self.expected > 0 else None


@dataclass(frozen=True, slots=True)
class _Leaves:
    """All combinations of values once, with their sums: codes by dimension, numerator and denominator by period."""

    codes: tuple[IntArray, ...]
    values: tuple[Sequence[object], ...]
    missing: tuple[int, ...]  # the code of "no value" by dimension, -1 where there is none
    before: FloatArray
    after: FloatArray
    base_before: FloatArray | None
    base_after: FloatArray | None


@dataclass(frozen=True, slots=True)
class _Grouping:
    """The slices of one choice of dimensions: their keys, and for each leaf the slice that it belongs to."""

    axes: tuple[int, ...]
    keys: IntArray
    places: IntArray
    first: int  # place of its first slice among all slices


@dataclass(frozen=True, slots=True)
class _Slices:
    """Sums of every slice of every grouping, one after the other, with the score of each."""

    before: FloatArray
    after: FloatArray
    base_before: FloatArray
    base_after: FloatArray
    expected: FloatArray  # at the multiplier of all others
    own: FloatArray  # how far the slice itself moved, as an absolute log
    score: FloatArray
    width: IntArray
    before_all: float
    after_all: float
    base_before_all: float
    base_after_all: float


def scan(
    before: pd.DataFrame,
    after: pd.DataFrame,
    *,
    dimensions: Sequence[str],
    numerator: str,
    denominator: str = "",
    unit: float = 1.0,
    most: int = ANSWERS,
    width: int = WIDTH,
) -> tuple[Finding, ...]:
    """Return the slices that changed on their own, the surest first.

    ``before`` and ``after`` hold one column a dimension and the two figures; rows may repeat and combinations may be
    missing; rows without a figure don't count. Without a ``denominator``, or where it is the same everywhere, volumes
    are compared. ``unit`` is the size of one event in the numerator (fen per order): chance goes by events. Sums below
    0 count as 0.
    """
    dimensions = tuple(dict.fromkeys(dimensions))
    leaves = _leaves(before, after, dimensions, numerator, denominator, unit)
    if leaves is None:
        return ()
    groupings = _groupings(leaves, width)
    whole = _slices(leaves, groupings, leaves.after)
    first = _best(whole)
    if first is None:
        return ()
    search = _Search(leaves, groupings, whole, dimensions, unit, float(np.log(max(2, whole.score.size))) + CHANCE)
    strong, weak = search.findings(first, most=most)
    readings = [
        search.finding(whole, place, is_reading=True, is_weak=strong[0].is_weak)
        for place in search.readings(first, most=most)
    ]
    told = [*strong, *readings, *weak]
    apart = {tuple(sorted(one.attributes.items(), key=str)): one for one in reversed(told)}
    return tuple(one for one in told if apart[tuple(sorted(one.attributes.items(), key=str))] is one)[:most]


@dataclass(frozen=True, slots=True)
class _Search:
    """What one scan shares: the sums as they are, and from which score on chance is not enough."""

    leaves: _Leaves
    groupings: list[_Grouping]
    whole: _Slices
    dimensions: tuple[str, ...]
    unit: float
    chance: float

    def findings(self, first: int, *, most: int) -> tuple[list[Finding], list[Finding]]:
        """Return the findings one after the other, each sought without those before: the strong and the weak ones."""
        least = WORTH_SAYING * float(self.whole.score[first])
        strong = [self.finding(self.whole, first, is_weak=self._may_be_chance(self.whole, first))]
        weak: list[Finding] = []
        chosen, now, seen = [first], self.leaves.after, self.whole
        while len(chosen) < most:
            now = _without(self.leaves, self.groupings, now, seen, chosen[-1])
            seen = _slices(self.leaves, self.groupings, now)
            place = _best(seen, apart_from=chosen)
            if place is None:
                break
            chosen.append(place)
            is_weak = bool(seen.score[place] < least) or self._may_be_chance(seen, place)
            (weak if is_weak else strong).append(self.finding(seen, place, is_weak=is_weak))
        return strong, weak

    def _may_be_chance(self, seen: _Slices, place: int) -> bool:
        """Return whether chance explains a slice, its past being as uncertain as its present (two Poisson samples)."""
        leaves = self.leaves
        inside = seen.before[place], seen.after[place], seen.base_before[place], seen.base_after[place]
        everything = seen.before_all, seen.after_all, seen.base_before_all, seen.base_after_all
        rows = np.array(
            [inside, [whole - own for whole, own in zip(everything, inside, strict=True)]], dtype=np.float64
        )
        k0, k1, n0, n1 = np.maximum(rows.T, 0.0)
        if leaves.base_before is None:
            k0, n0, n1 = k0 + PAST_EVENTS, np.ones(2), np.ones(2)
        share = n1 / np.maximum(n0 + n1, 1e-12)
        common = (k1 * (1 - share)).sum() / max(float((k0 * share).sum()), 1e-12)  # Mantel-Haenszel
        now = (k0 + k1) * common * n1 / np.maximum(n0 + common * n1, 1e-12)
        then = k0 + k1 - now
        found = _times_log(k1, np.maximum(now, 1e-9)) + _times_log(k0, np.maximum(then, 1e-9))
        return bool(found.sum() < self.chance)

    def readings(self, first: int, *, most: int) -> list[int]:
        """Return the slices within or around the first finding that explain much of the same, best first."""
        mask, own = _rows_of(self.groupings, first), set(_grouping_of(self.groupings, first).axes)
        score = self.whole.score
        near = np.flatnonzero(score >= max(OTHER_READING * float(score[first]), 1e-9))
        found: list[int] = []
        for one in near[np.argsort(-score[near], kind="stable")][:READINGS_TRIED].tolist():
            axes = set(_grouping_of(self.groupings, one).axes)
            if not (axes < own or own < axes) or len(found) == most:
                continue
            rows = _rows_of(self.groupings, one)
            sizes = {int(rows.sum()), int(mask.sum())}
            if len(sizes) == 2 and int((rows & mask).sum()) in sizes:
                found.append(one)
        return found

    def finding(self, seen: _Slices, place: int, *, is_reading: bool = False, is_weak: bool = False) -> Finding:
        """Return a slice as an answer, its gap as in ``seen``."""
        grouping = _grouping_of(self.groupings, place)
        codes = _codes_of(self.leaves, grouping, grouping.keys[[place - grouping.first]])
        expected = float(seen.expected[place])
        return Finding(
            {self.dimensions[axis]: self.leaves.values[axis][int(codes[axis][0])] for axis in grouping.axes},
            float(self.whole.before[place]) * self.unit,
            float(self.whole.after[place]) * self.unit,
            float(self.whole.base_before[place]),
            float(self.whole.base_after[place]),
            expected * self.unit,
            (float(seen.after[place]) - expected) * self.unit,
            float(seen.score[place]),
            is_reading,
            is_weak,
        )


def _leaves(
    before: pd.DataFrame,
    after: pd.DataFrame,
    dimensions: Sequence[str],
    numerator: str,
    denominator: str,
    unit: float,
) -> _Leaves | None:
    import pandas as pd

    columns = [numerator] + ([denominator] if denominator else [])
    if before.empty or after.empty or not dimensions or numerator == denominator:
        return None
    frames = [_with_figures(frame, columns) for frame in (before, after)]
    counts = [len(frame) for frame in frames]
    if not all(counts):
        return None
    both = pd.concat([frame[[*dimensions, *columns]] for frame in frames], ignore_index=True)
    codes, values, missing = [], [], []
    key = np.zeros(len(both), dtype=np.int64)
    for name in dimensions:
        coded, found = pd.factorize(both[name], use_na_sentinel=False)
        codes.append(coded.astype(np.int64))
        values.append(list(found))
        missing.append(next((place for place, value in enumerate(found) if pd.isna(value)), -1))
        key = np.unique(key * len(found) + codes[-1], return_inverse=True)[1].astype(np.int64)
    size = int(key.max()) + 1
    of_leaf = np.zeros(size, dtype=np.int64)
    of_leaf[key] = np.arange(key.size)
    is_after = np.arange(key.size) >= counts[0]

    def sums(column: str, side: NDArray[np.bool_]) -> FloatArray:
        amounts = both[column].to_numpy(dtype=np.float64)[side]
        return np.maximum(np.bincount(key[side], amounts, size), 0.0)

    base = None
    if denominator and both[denominator].nunique() > 1:
        base = sums(denominator, ~is_after), sums(denominator, is_after)
    return _Leaves(
        tuple(code[of_leaf] for code in codes),
        tuple(values),
        tuple(missing),
        sums(numerator, ~is_after) / unit,
        sums(numerator, is_after) / unit,
        base[0] if base else None,
        base[1] if base else None,
    )


def _with_figures(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    figures = frame[list(columns)].to_numpy(dtype=np.float64, na_value=np.nan)
    kept: pd.DataFrame = frame.loc[np.isfinite(figures).all(axis=1)]
    return kept


def _groupings(leaves: _Leaves, width: int) -> list[_Grouping]:
    found, first = [], 0
    for count in range(1, min(width, len(leaves.codes)) + 1):
        for axes in combinations(range(len(leaves.codes)), count):
            key = np.zeros(leaves.before.size, dtype=np.int64)
            for axis in axes:
                key = key * len(leaves.values[axis]) + leaves.codes[axis]
            keys, places = np.unique(key, return_inverse=True)
            found.append(_Grouping(axes, keys, places.astype(np.int64), first))
            first += keys.size
    return found


def _slices(leaves: _Leaves, groupings: list[_Grouping], after: FloatArray) -> _Slices:
    k0, k1, n0, n1 = (
        _by_slice(groupings, values) for values in (leaves.before, after, leaves.base_before, leaves.base_after)
    )
    all_k0, all_k1 = float(leaves.before.sum()), float(after.sum())
    all_n0, all_n1 = (0.0 if base is None else float(base.sum()) for base in (leaves.base_before, leaves.base_after))
    if leaves.base_before is None:
        past, rest_past = k0 + PAST_EVENTS, all_k0 - k0 + PAST_EVENTS
    else:
        shop = PAST_WEIGHT * all_k0 / max(all_n0, 1e-12)
        past = n1 * (k0 + shop) / (n0 + PAST_WEIGHT)
        rest_past = (all_n1 - n1) * (all_k0 - k0 + shop) / (all_n0 - n0 + PAST_WEIGHT)
    past, rest_past = np.maximum(past, 1e-9), np.maximum(rest_past, 1e-9)
    rest = np.maximum(all_k1 - k1, 0.0)
    score = _times_log(k1, past) + _times_log(rest, rest_past)
    score -= _times_log(np.full(k1.size, all_k1), past + rest_past)
    expected = past * rest / rest_past
    usable = np.maximum(k1, expected) >= LEAST_EVENTS
    for grouping in groupings:
        _leave_out_missing(leaves, grouping, usable)
    own = np.abs(np.log(np.maximum(k1, 0.5) / past))
    width = np.concatenate([np.full(one.keys.size, len(one.axes), dtype=np.int64) for one in groupings])
    sums = all_k0, all_k1, all_n0, all_n1
    return _Slices(k0, k1, n0, n1, expected, own, np.where(usable, score, -1.0), width, *sums)


def _by_slice(groupings: list[_Grouping], values: FloatArray | None) -> FloatArray:
    if values is None:
        return np.zeros(groupings[-1].first + groupings[-1].keys.size)
    return np.concatenate([np.bincount(one.places, values, one.keys.size) for one in groupings])


def _times_log(counts: FloatArray, expected: FloatArray) -> FloatArray:
    """Return ``k ln(k / e)`` with its limit 0 at ``k = 0``."""
    return np.asarray(counts * np.log(np.maximum(counts, 1e-300) / expected), dtype=np.float64)


def _leave_out_missing(leaves: _Leaves, grouping: _Grouping, usable: NDArray[np.bool_]) -> None:
    """Never answer with "no value": it names nothing that could be looked at."""
    for axis, code in _codes_of(leaves, grouping, grouping.keys).items():
        if leaves.missing[axis] >= 0:
            usable[grouping.first : grouping.first + grouping.keys.size] &= code != leaves.missing[axis]


def _codes_of(leaves: _Leaves, grouping: _Grouping, keys: IntArray) -> dict[int, IntArray]:
    found = {}
    for axis in reversed(grouping.axes):
        keys, code = np.divmod(keys, len(leaves.values[axis]))
        found[axis] = code
    return found


def _best(slices: _Slices, *, apart_from: Sequence[int] = ()) -> int | None:
    """Return the place of the answer: the highest score, or nearly so with fewer dimensions; None without any."""
    score = slices.score.copy()
    score[list(apart_from)] = -1.0
    top = float(score.max(initial=-1.0))
    if top <= 0:
        return None
    near = score >= (1 - NEAR_TIE) * top
    fewest = near & (slices.width == slices.width[near].min())
    same = np.flatnonzero(fewest & (score >= (1 - SAME) * score[fewest].max()))
    return int(same[np.argmax(slices.own[same])])


def _without(leaves: _Leaves, groupings: list[_Grouping], now: FloatArray, slices: _Slices, place: int) -> FloatArray:
    """Return the figures after as if a slice had moved like all others: scaled, or by its past where it fell to 0."""
    inside = _rows_of(groupings, place)
    out = now.copy()
    own = slices.after[place]
    if own > 0:
        out[inside] *= slices.expected[place] / own
        return out
    past = leaves.before[inside] if leaves.base_after is None else leaves.base_after[inside]
    out[inside] = slices.expected[place] * past / max(past.sum(), 1e-12)
    return out


def _rows_of(groupings: list[_Grouping], place: int) -> NDArray[np.bool_]:
    grouping = _grouping_of(groupings, place)
    return np.asarray(grouping.places == place - grouping.first)


def _grouping_of(groupings: list[_Grouping], place: int) -> _Grouping:
    return next(one for one in reversed(groupings) if one.first <= place)

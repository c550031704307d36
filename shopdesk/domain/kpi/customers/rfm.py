"""RFM: how recently, how often and for how much people bought; a matrix of 5 × 5, eight classes, moves between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.customers.purchases import People, Purchases, people

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shopdesk.domain.kpi.daily import FloatArray

SCORES: Final = 5
WINDOW_DAYS: Final = 365
"""Only the year up to the day counts: who bought earlier has left."""
MANY_ONCE: Final = 0.80
"""Share of one-time buyers from which quantiles of the frequency mean nothing and fixed cuts are taken."""
FIXED_CUTS: Final = (1, 2, 3, 5)
"""First purchases of the fixed steps: 1, 2, 3–4, 5 and more."""
NEW, GONE = "", "-"
"""What stands for people without a class before, and after."""


@dataclass(frozen=True, slots=True)
class RfmClass:
    """One class by above or below the mean; names and advice in both languages, general knowledge to be checked.

    ``is_checked`` says that the advice is the shop's own.
    """

    key: str
    r: bool
    f: bool
    m: bool
    zh: str
    en: str
    advice_zh: str = ""
    advice_en: str = ""
    is_checked: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """People with their scores 1–5 (5 best) and their class; ``is_fixed``: the frequency by fixed cuts."""

    day: date
    people: People
    r: NDArray[np.int64]
    f: NDArray[np.int64]
    m: NDArray[np.int64]
    classes: NDArray[np.object_]
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """People of one recency and frequency score: their number and their money."""

    count: int
    yuan: float


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class on a day: people, money, means, and how many came from and went to which class since the day before."""

    key: str
    count: int
    share: float
    yuan: float
    yuan_share: float
    mean_recency: float
    mean_frequency: float
    before: int
    came: Mapping[str, int]
    went: Mapping[str, int]


def quantile_scores(values: FloatArray, *, is_small_good: bool = False) -> NDArray[np.int64]:
    """Return scores 1–5 by fifths of the order, equal values together (their middle rank decides)."""
    if not values.size:
        return np.zeros(0, dtype=np.int64)
    ordered = -values if is_small_good else values
    unique, place, count = np.unique(ordered, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    middle = (last - count + last) / 2 / values.size
    scores = np.minimum(1 + np.floor(SCORES * middle), SCORES).astype(np.int64)
    return scores[place] if unique.size > 1 else np.full(values.size, 3, dtype=np.int64)


def fixed_scores(frequency: FloatArray) -> NDArray[np.int64]:
    """Return scores by fixed cuts: one purchase 1, two 3, three or four 4, five and more 5."""
    steps = np.array([1, 3, 4, 5], dtype=np.int64)
    return np.asarray(steps[np.searchsorted(np.array(FIXED_CUTS), frequency, side="right") - 1])


def scored(bought: Purchases, day: date, classes: Sequence[RfmClass]) -> Scored | None:
    """Return the people of the year up to a day with scores and classes, None where nobody bought."""
    window = bought.until(day, since=day - timedelta(days=WINDOW_DAYS - 1))
    if not window.count:
        return None
    who = people(window, day)
    is_fixed = float((who.frequency == 1).mean()) >= MANY_ONCE
    names = {(one.r, one.f, one.m): one.key for one in classes}
    above = zip(
        who.recency < who.recency.mean(),
        who.frequency > who.frequency.mean(),
        who.yuan > who.yuan.mean(),
        strict=True,
    )
    keys = np.array([names[bool(r), bool(f), bool(m)] for r, f, m in above], dtype=object)
    return Scored(
        day,
        who,
        quantile_scores(who.recency, is_small_good=True),
        fixed_scores(who.frequency) if is_fixed else quantile_scores(who.frequency),
        quantile_scores(who.yuan),
        keys,
        is_fixed,
    )


def matrix(found: Scored) -> Mapping[tuple[int, int], MatrixCell]:
    """Return people and money by (recency score, frequency score); cells without people are left out."""
    cells = {}
    for r in range(1, SCORES + 1):
        for f in range(1, SCORES + 1):
            inside = (found.r == r) & (found.f == f)
            if inside.any():
                cells[r, f] = MatrixCell(int(inside.sum()), float(found.people.yuan[inside].sum()))
    return cells


def class_rows(now: Scored, before: Scored | None, classes: Sequence[RfmClass]) -> tuple[ClassRow, ...]:
    """Return one row a class, in the classes' order, with the moves since ``before`` (None: no earlier day)."""
    was = {} if before is None else dict(zip(before.people.buyer.tolist(), before.classes, strict=True))
    is_now = dict(zip(now.people.buyer.tolist(), now.classes, strict=True))
    total = float(now.people.yuan.sum())
    rows = []
    for one in classes:
        inside = now.classes == one.key
        count = int(inside.sum())
        came = _counted(str(was.get(buyer, NEW)) for buyer, key in is_now.items() if key == one.key)
        went = _counted(str(is_now.get(buyer, GONE)) for buyer, key in was.items() if key == one.key)
        yuan = float(now.people.yuan[inside].sum())
        rows.append(
            ClassRow(
                one.key,
                count,
                count / now.classes.size,
                yuan,
                yuan / total if total else 0.0,
                float(now.people.recency[inside].mean()) if count else 0.0,
                float(now.people.frequency[inside].mean()) if count else 0.0,
                sum(went.values()),
                {key: number for key, number in came.items() if key != one.key} if before is not None else {},
                {key: number for key, number in went.items() if key != one.key},
            )
        )
    return tuple(rows)


def score_ranges(values: FloatArray, scores: NDArray[np.int64]) -> Mapping[int, tuple[float, float]]:
    """Return the lowest and highest value behind each score that somebody has."""
    return {
        int(score): (float(values[scores == score].min()), float(values[scores == score].max()))
        for score in np.unique(scores)
    }


def _counted(keys: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    return counts

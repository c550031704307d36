"""What levers do to one dimension: by how much its spend, clicks and worth change against the history, by draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.bidding.estimate.history import Floats
from shopdesk.domain.bidding.forecast.elasticity import growth, price_growth
from shopdesk.domain.bidding.forecast.ground import Ground, Part
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT

FINE: Final = 0.005
"""Ratios of bids nearer than this (logarithm) are one: a whole percent is 0.01."""
OFF: Final = -40.0
STEEPER: Final = (0.1, 3.0)
"""Least and most that a word's spend follows its bid against its plan's."""
_HOURS: Final = DAYS * HOURS_PER_DAY


@dataclass(frozen=True, slots=True)
class Moved:
    """Factors on spend, clicks and worth (clicks times value) by draw; 1 where nothing changes."""

    spend: Floats
    clicks: Floats
    worth: Floats

    def __mul__(self, other: Moved) -> Moved:
        return Moved(self.spend * other.spend, self.clicks * other.clicks, self.worth * other.worth)


def unmoved(count: int) -> Moved:
    """Return factors of a dimension that no lever touches."""
    ones = np.ones(count)
    return Moved(ones, ones, ones)


def moved(ground: Ground, levers: Levers) -> dict[str, Moved]:
    """Return what levers do to each dimension, against the history."""
    still = unmoved(ground.eps.size)
    ratios: dict[str, tuple[Part | None, Floats]] = {
        "words": (ground.words, word_ratios(ground.words, ground.reference.bids, levers.bids)),
        "hours": (ground.hours, hour_ratios(ground.reference.hours, levers.hours)),
        "regions": (ground.regions, named_ratios(ground.regions, ground.reference.regions, levers.regions)),
        "audiences": (ground.audiences, named_ratios(ground.audiences, ground.reference.audiences, levers.audiences)),
    }
    return {name: _moved(ground, part, ratio) if part is not None else still for name, (part, ratio) in ratios.items()}


def word_ratios(part: Part | None, before: Mapping[str, int], after: Mapping[str, int]) -> Floats:
    """Return the logarithm of new to old bid of each word; 0 where either isn't known."""
    names = part.names if part is not None else ()
    old = np.array([before.get(name, 0) for name in names], dtype=float)
    new = np.array([after.get(name, before.get(name, 0)) for name in names], dtype=float)
    return _log_ratio(new, np.where(old > 0, old, new))


def hour_ratios(before: Sequence[int], after: Sequence[int]) -> Floats:
    """Return the logarithm of new to old percent of the 168 hours; half hours count by their mean."""
    return _log_ratio(hourly(after), hourly(before))


def named_ratios(part: Part | None, before: Mapping[str, int], after: Mapping[str, int]) -> Floats:
    """Return the logarithm of new to old percent of each region or audience; one that isn't named is at 100."""
    names = part.names if part is not None else ()
    old, new = (
        np.array([levers.get(name, UNCHANGED_PERCENT) for name in names], dtype=float) for levers in (before, after)
    )
    return _log_ratio(new, old)


def hourly(cells: Sequence[int]) -> Floats:
    """Return the percent of the 168 hours of a week; half hours by their mean, 100 where nothing is set."""
    if not cells:
        return np.full(_HOURS, float(UNCHANGED_PERCENT))
    values = np.asarray(cells, dtype=float)
    return np.asarray(values.reshape(_HOURS, -1).mean(axis=1), dtype=float)


def _log_ratio(new: Floats, old: Floats) -> Floats:
    """A cell that was off brought nothing that could grow; one that is switched off keeps nothing."""
    both = (new > 0) & (old > 0)
    ratio = np.divide(new, old, out=np.ones(new.size), where=both)
    return np.where(both, np.log(ratio), np.where((new <= 0) & (old > 0), OFF, 0.0))


def _moved(ground: Ground, part: Part, ratio: Floats) -> Moved:
    steps = np.round(ratio / FINE).astype(np.int64)
    kinds, place = np.unique(steps, return_inverse=True)
    if kinds.size == 1 and kinds[0] == 0:
        return unmoved(ground.eps.size)
    spend = np.bincount(place, weights=part.spend, minlength=kinds.size)
    clicks = np.bincount(place, weights=part.clicks, minlength=kinds.size)
    worth = _grouped(part.worth, place, kinds.size)
    size = (kinds * FINE)[:, None]
    paid = growth(size, ground.eps, bend=ground.bend)
    price = price_growth(size, ground.eta, bend=ground.elasticity.price_bend)
    runs = size > OFF + 1
    spent = np.exp(paid * _steeper(ground, part, part.spend, place)) * runs
    bought = np.exp(paid * _steeper(ground, part, part.clicks, place) - price) * runs
    total = worth.sum(axis=0)
    gained = np.divide((worth * bought).sum(axis=0), total, out=np.ones(total.size), where=total > 0)
    rest = 1 - part.covered
    of_spend, of_clicks = _own(ground, part, place, size[:, 0])
    return Moved(
        rest + part.covered * (spend @ spent) * of_spend,
        rest + part.covered * (clicks @ bought) * of_clicks,
        rest + part.covered * gained * of_clicks,
    )


def _steeper(ground: Ground, part: Part, weights: Floats, place: Floats) -> Floats | float:
    """Return by draw what the steps of cells that move alike are multiplied by, as ``steep`` of these cells has it.

    Whether prices tell words of one plan apart as they tell markets apart is open: on average they tell nothing, so
    that this widens what may be and leaves its middle.
    """
    if part.steep is None or not part.steep.any():
        return 1.0
    total = np.bincount(place, weights=weights)
    lean = np.divide(np.bincount(place, weights=weights * part.steep), total, out=np.zeros(total.size), where=total > 0)
    mean, sd = part.leaning
    drawn = mean + sd * ground.tilt[0 if part is ground.words else -1]
    return np.asarray(np.clip(1 + lean[:, None] * drawn, *STEEPER), dtype=float)


def _own(ground: Ground, part: Part, place: Floats, step: Floats) -> tuple[Floats | float, Floats | float]:
    """Return factors on spend and clicks by draw for what each cell does alone: far moves of few cells are least sure.

    To first order the logarithm of the sum is normal; what cells do to spend and to clicks is the same.
    """
    if not part.own > 0:
        return 1.0, 1.0
    eps, eta, bend = (float(np.median(one)) for one in (ground.eps, ground.eta, ground.bend))
    paid = growth(step, eps, bend=bend)
    bought = paid - price_growth(step, eta, bend=ground.elasticity.price_bend)
    runs = step > OFF + 1
    total = [
        float(np.bincount(place, weights=weights) @ (np.exp(grown) * runs))
        for weights, grown in ((part.spend, paid), (part.clicks, bought))
    ]
    if min(total) <= 0:
        return 1.0, 1.0
    spend = part.spend * (np.exp(paid) * runs * paid / total[0])[place] * part.own
    clicks = part.clicks * (np.exp(bought) * runs * paid / total[1])[place] * part.own
    size = float(np.sqrt(clicks @ clicks))
    along = float(spend @ clicks) / size if size > 0 else 0.0
    across = float(np.sqrt(max(float(spend @ spend) - along**2, 0.0)))
    return np.exp(along * ground.tilt[1] + across * ground.tilt[2]), np.exp(size * ground.tilt[1])


def _grouped(worth: NDArray[np.float32], place: Floats, kinds: int) -> Floats:
    """Return the rows of a matrix added by group."""
    order = np.argsort(place, kind="stable")
    starts = np.searchsorted(place[order], np.arange(kinds))
    return np.asarray(np.add.reduceat(worth[order], starts, axis=0), dtype=float)

"""All detectors on the same shops, scored alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import numpy as np

from benchmarks.alerts.calendar import DAYS, FIRST
from benchmarks.alerts.protocol import Score, found_by_kind, of_series
from benchmarks.alerts.rivals import RIVALS, BoolArray, promoted_days
from benchmarks.alerts.shops import SIZES, Shop, shop
from shopdesk.domain.kpi.alerts.flagging import Given, flag_all

OURS: Final = "ours"
BOARD: Final = ("visitors", "gmv", "cvr", "aov")
"""The four metrics of the table: what an operator watches, average order value by itself."""
FIRST_TRIAL: Final = ("visitors", "orders", "cvr", "gmv")
"""The four of the first measurements, where average order value shows in the money only."""
WEEKDAYS: Final = np.array([(FIRST + timedelta(days=shift)).weekday() for shift in range(DAYS)])


@dataclass(slots=True)
class Trial:
    """The scores of one detector: by shop, size, metric and kind of event."""

    name: str
    shops: list[Score] = field(default_factory=list)
    sizes: dict[str, Score] = field(default_factory=dict)
    metrics: dict[str, Score] = field(default_factory=dict)
    kinds: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def all(self) -> Score:
        """The sum over shops."""
        return sum(self.shops, Score())


def fresh_shops(seeds: Iterable[int]) -> list[Shop]:
    """Return the three sizes of each seed."""
    return [shop(seed, size) for seed in seeds for size in SIZES]


def alarms(shops: Sequence[Shop], name: str) -> dict[tuple[int, str], BoolArray]:
    """Return the alarms of a detector for each (place of the shop, metric)."""
    muted = [promoted_days(DAYS, one.promo_days) for one in shops]
    found: dict[tuple[int, str], BoolArray] = {}
    for number, metric in enumerate(one.metric for one in shops[0].series):
        series = [one.series[number] for one in shops]
        if name == OURS:
            given = [Given(one.values, one.kind, one.counts) for one in series]
            flags = flag_all(given, promoted=muted, weekdays=WEEKDAYS)
        else:
            flags = [RIVALS[name](one, mask) for one, mask in zip(series, muted, strict=True)]
        found.update({(place, metric): one for place, one in enumerate(flags)})
    return found


def scored(
    shops: Sequence[Shop], found: dict[tuple[int, str], BoolArray], name: str, metrics: Sequence[str] = BOARD
) -> Trial:
    """Return the scores of some alarms over some metrics."""
    trial = Trial(name)
    for place, one in enumerate(shops):
        whole = Score()
        for series in one.series:
            if series.metric not in metrics:
                continue
            flags = found[place, series.metric]
            score = of_series(series, flags)
            whole += score
            trial.metrics[series.metric] = trial.metrics.get(series.metric, Score()) + score
            if one.size != "small":
                for kind, is_found in found_by_kind(series, flags):
                    right, count = trial.kinds.get(kind, (0, 0))
                    trial.kinds[kind] = (right + is_found, count + 1)
        trial.shops.append(whole)
        trial.sizes[one.size] = trial.sizes.get(one.size, Score()) + whole
    return trial

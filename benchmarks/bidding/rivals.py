"""What plans are held against: the habits and rule tools of operators, each from the same marginal tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
import pandas as pd

from benchmarks.bidding.auction import Floats
from benchmarks.bidding.history import History
from benchmarks.bidding.scoring import Plan

Rival: TypeAlias = Callable[[History], Plan]

NIGHT, PEAK = 0.4, 1.3
PEAKS = (10, 11, 14, 15, 20, 21, 22)
BLOCK: Final = 4
AGGRESSIVENESS: Final = 0.3
STEP: Final = 0.3


def flat(history: History) -> Plan:
    """Today's bids everywhere."""
    return Plan(_bids(history), np.ones(len(history["hour"])), np.ones(len(history["region"])))


def template(history: History) -> Plan:
    """The hand-drawn week: nights at 40 %, peaks at 130 %."""
    day = np.ones(24)
    day[:8], day[list(PEAKS)] = NIGHT, PEAK
    return Plan(_bids(history), np.tile(day, 7), np.ones(len(history["region"])))


def cvr_ratio(history: History) -> Plan:
    """Each cell's conversion rate by the average from 10 clicks; words by ROI from 30."""
    hours, regions = (_clipped(_ratio(history[name], "orders", "clicks", least=10)) for name in ("hour", "region"))
    return Plan(_by_roi(history), hours, regions)


def roi_ratio(history: History) -> Plan:
    """Each cell's return on spend by the average from 10 clicks; words from 30."""
    hours, regions = (_clipped(_ratio(history[name], "revenue", "cost", least=10)) for name in ("hour", "region"))
    return Plan(_by_roi(history), hours, regions)


def four_hour_blocks(history: History) -> Plan:
    """Blocks of four hours with 30 % of the deviation of their conversion rate, where there are orders or 30 clicks."""
    blocks = history["hour"].groupby(np.arange(len(history["hour"])) // BLOCK).sum()

    def soft(table: pd.DataFrame) -> Floats:
        enough = (table["orders"] > 0) | (table["clicks"] >= 30)
        wish = 1 + AGGRESSIVENESS * (_ratio(table, "orders", "clicks", least=10) - 1)
        return np.where(enough, wish, 1.0)

    words = _bids(history) * np.clip(soft_roi(history), 0.5, 2.0)
    return Plan(words, np.repeat(soft(blocks), BLOCK), soft(history["region"]))


def soft_roi(history: History) -> Floats:
    """Return the words' ROI by the average, where there are 10 clicks."""
    return _ratio(history["keyword"], "revenue", "cost", least=10) ** 0.5


def thirty_percent_steps(history: History) -> Plan:
    """One step of 30 % up or down where a cell with 5 orders or 100 clicks is 10 % off the average return."""

    def step(table: pd.DataFrame) -> Floats:
        ratio = _ratio(table, "revenue", "cost", least=0)
        known = (table["orders"] >= 5) | (table["clicks"] >= 100)
        return np.where(known & (ratio > 1.1), 1 + STEP, np.where(known & (ratio < 0.9), 1 - STEP, 1.0))

    return Plan(_bids(history) * step(history["keyword"]), step(history["hour"]), step(history["region"]))


def raw_values(history: History) -> Plan:
    """Bids in proportion to what a click brought, believed as it stands."""
    words = history["keyword"]
    value = words["revenue"].to_numpy() / np.maximum(words["clicks"].to_numpy(), 1)
    hours, regions = (_ratio(history[name], "revenue", "clicks", least=1) for name in ("hour", "region"))
    return Plan(np.maximum(value, 0.02 * max(value.max(), 1e-9)), hours, regions)


RIVALS: Final[dict[str, Rival]] = {
    "flat (today)": flat,
    "hand template": template,
    "CVR ratio": cvr_ratio,
    "ROI ratio": roi_ratio,
    "blocks of four hours": four_hour_blocks,
    "±30 % steps": thirty_percent_steps,
    "raw values": raw_values,
}

BEATEN: Final = tuple(name for name in RIVALS if name != "raw values")
"""The methods that a plan must be ahead of at every size on both boards."""


def _bids(history: History) -> Floats:
    return history["keyword"]["bid"].to_numpy(dtype=float)


def _by_roi(history: History) -> Floats:
    return np.asarray(_bids(history) * _clipped(_ratio(history["keyword"], "revenue", "cost", least=30)))


def _clipped(ratio: Floats) -> Floats:
    return np.clip(ratio, 0.5, 2.0)


def _ratio(table: pd.DataFrame, numerator: str, denominator: str, *, least: float) -> Floats:
    """Return each row's ratio by the whole table's; 1 below ``least`` clicks and where nothing is known."""
    top, bottom = table[numerator].to_numpy(dtype=float), table[denominator].to_numpy(dtype=float)
    if not top.sum() or not bottom.sum():
        return np.ones(len(table))
    known = (table["clicks"].to_numpy() >= max(least, 1)) & (bottom > 0)
    return np.where(known, top / np.maximum(bottom, 1e-12) * bottom.sum() / top.sum(), 1.0)

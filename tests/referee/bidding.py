"""The door through which outside markets reach the bid plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor

import numpy as np
import pandas as pd

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import Cells, Floats, History, Words
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import PlatformProfile, RegionLever
from shopdesk.domain.bidding.propose.plan import propose
from shopdesk.domain.bidding.propose.settings import Settings

_FINE = 100_000  # a usual bid in the units of the proposal, so that whole numbers cost nothing

REGIONS = 31
_NO_CEILING = 1e9  # the margin would only set the level of all bids, which is the caller's


def plan(
    history: dict[str, pd.DataFrame], *, margin: float, weeks: float, limits: dict[str, tuple[float, float]], gate: bool
) -> dict[str, list[float]]:
    """Return ``base`` (a bid per keyword), ``hour`` (168, Monday 00:00 first) and ``region`` (31) multipliers.

    The frames hold impressions, clicks, cost, orders, revenue, carts; keywords also ``quadrant`` and ``bid``.
    ``limits`` are (low, high) of ``hour``, ``region`` and ``bid`` as multipliers of what is there now; they hold
    whatever is proposed, and where nothing can be said the answer is 1 or the limit nearest to it. A frame or column
    that is missing tells nothing.
    """
    words, hours, regions = (_frame(history, name) for name in ("keyword", "hour", "region"))
    bids = _column(words, "bid")
    known = bids[np.isfinite(bids) & (bids > 0)]
    usual = float(np.median(known)) if known.size else 1.0
    bids = np.where(np.isfinite(bids) & (bids > 0), bids, usual)
    scale = _FINE / usual
    past = History(
        words=Words(_cells(words, scale), _quadrants(words), bids * scale),
        hours=_cells(hours, scale),
        regions=_cells(regions, scale),
        audiences=None,
        weeks=weeks,
    )
    found = propose(
        estimate(past),
        past,
        Settings(_NO_CEILING if margin > 0 else 0.0, unlocked=True, gate=gate),
        _profile(limits),
        now=Levers(),
        is_smart=False,
        slots_per_hour=1,
    )
    names = past.words.cells.names if past.words else ()
    base = np.array([found.levers.bids.get(name, bid) for name, bid in zip(names, bids * scale, strict=True)]) / scale
    places = len(regions) if "region" in history else REGIONS
    low, high = limits["bid"]
    return {
        "base": np.clip(base, low * bids, high * bids).tolist(),
        "hour": _within(limits["hour"], found.levers.hours),
        "region": _within(limits["region"], [found.levers.regions.get(str(place), 100) for place in range(places)]),
    }


def _profile(limits: dict[str, tuple[float, float]]) -> PlatformProfile:
    profile = profile_of("other")
    hour, region = _percents(limits["hour"]), _percents(limits["region"])
    return replace(
        profile,
        hours=replace(profile.hours, low=hour[0], high=hour[1], slots_per_hour=1),
        regions=replace(profile.regions, lever=RegionLever.PERCENT, low=region[0], high=region[1]),
        bids=replace(profile.bids, least=1, most=10**12, step=1),
    )


def _percents(limits: tuple[float, float]) -> tuple[int, int]:
    """Return the whole percents within two limits, the nearest one where none lies between them."""
    low, high = (round(100 * limit, 6) for limit in limits)
    inside = ceil(low), floor(high)
    return inside if inside[0] <= inside[1] else (round(low), round(low))


def _within(limits: tuple[float, float], percents: Sequence[int]) -> list[float]:
    return [min(max(percent / 100, limits[0]), limits[1]) for percent in percents]


def _frame(history: dict[str, pd.DataFrame], name: str) -> pd.DataFrame:
    return history[name] if name in history else pd.DataFrame()


def _quadrants(words: pd.DataFrame) -> tuple[str, ...]:
    if "quadrant" not in words:
        return ("",) * len(words)
    return tuple(
        "" if missing else str(name) for name, missing in zip(words["quadrant"], words["quadrant"].isna(), strict=True)
    )


def _cells(frame: pd.DataFrame, scale: float) -> Cells:
    columns = {name: _column(frame, name) for name in ("impressions", "clicks", "cost", "orders", "revenue", "carts")}
    for name in ("cost", "revenue"):
        columns[name] = columns[name] * scale
    return Cells(tuple(str(place) for place in range(len(frame))), **columns)


def _column(frame: pd.DataFrame, name: str) -> Floats:
    if name not in frame:
        return np.full(len(frame), np.nan)
    return np.asarray(pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan))

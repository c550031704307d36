"""The one door through which outside promotion cases reach the product."""

from __future__ import annotations

from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from shopdesk.app.promotions.cart_file import price_case
from shopdesk.domain.promotions.ladders.choice import choose
from shopdesk.domain.promotions.ladders.fit import Campaign
from shopdesk.domain.promotions.ladders.forecast import figure, gain
from shopdesk.domain.promotions.ladders.ground import prepare
from shopdesk.domain.promotions.ladders.record import Belief, Ladder, Objective
from shopdesk.domain.promotions.ladders.terms import Terms, Wish
from tests.referee.bundle_frame import find_bundles as bundle_pairs

_PARTS: Final = ("change", "low", "high", "low_80", "high_80")


def price(case: dict[str, Any]) -> dict[str, Any]:
    """Price a case of schema ``promo-cases/1``: every key its ``expected`` may hold, amounts as decimal strings."""
    return price_case(case)


def find_bundles(lines: pd.DataFrame) -> pd.DataFrame:
    """Pairs of goods bought together: sku_a, sku_b, together, expected, lift, p_value, accepted.

    ``lines``: order_id, sku, paid_at.
    """
    return bundle_pairs(lines)


def choose_ladder(
    baseline: pd.DataFrame,
    campaign: pd.DataFrame | None,
    campaign_ladder: list[tuple[int, int]] | None,
    *,
    gross_margin: float,
    fee: float,
    shipping: float,
    objective: Literal["profit", "revenue"],
    margin_floor: float | None,
    traffic_ratio: float | None,
    max_tiers: int,
) -> dict[str, Any]:
    """Search the ladder that pays; frames have ``value`` (yuan of goods before the discount), one row an order.

    ``gross_margin`` is value less cost of goods as a share of value, ``fee`` a share of what customers pay and
    ``shipping`` yuan an order; profit is what customers pay less fee, goods and shipping. ``margin_floor`` is the least
    profit as a share of what customers pay. ``traffic_ratio`` is the campaign's traffic against the baseline's over
    both periods. A ``baseline`` column ``day`` lets whole days be drawn for the intervals.

    Returns ``ladder``: rising (threshold, discount), [] for "none"; ``profit_change`` and ``revenue_change``: predicted
    medians, yuan per order that comes without the ladder (further orders counted in); ``profit_low``, ``profit_high``,
    ``revenue_low``, ``revenue_high``: their 90 % intervals, and the same with ``_80`` at the end; ``better_chance`` and
    ``floor_chance`` (None for "none"), ``none_chance``: how likely no ladder is the best of all tried. A margin,
    fee or shipping that isn't a number is unknown: then what is said of profit is None.
    """
    values = _fen(baseline)
    ran = _in_fen(campaign_ladder)
    taught = campaign is not None and bool(ran)
    ground = prepare(
        values,
        _terms(gross_margin, fee, shipping),
        Belief(),
        days=_days(baseline, len(values)),
        campaign=Campaign(_fen(campaign), ran, traffic_ratio) if taught else None,
    )
    wish = Wish(Objective(objective), margin_floor=margin_floor, most_tiers=max_tiers)
    choice = choose(ground, wish)
    ladder = choice.best.ladder if choice.best else ()
    new, base = ground.weigh(ladder), ground.without()
    each = 100 * max(ground.intents.orders, 1)
    answer: dict[str, Any] = {"ladder": [(_yuan(minimum), _yuan(off)) for minimum, off in ladder]}
    for name, change in (
        ("profit", gain(Objective.PROFIT, new, base)),
        ("revenue", gain(Objective.REVENUE, new, base)),
    ):
        if change is None:
            answer |= dict.fromkeys(f"{name}_{part}" for part in _PARTS)
            continue
        wide, narrow = figure(change / each, 0.9), figure(change / each, 0.8)
        answer |= {f"{name}_change": wide.median, f"{name}_low": wide.low, f"{name}_high": wide.high}
        answer |= {f"{name}_low_80": narrow.low, f"{name}_high_80": narrow.high}
    return answer | {
        "better_chance": choice.best.better_chance if choice.best else None,
        "floor_chance": choice.best.floor_chance if choice.best else None,
        "none_chance": choice.best_chance.get((), 1.0),
    }


def _fen(orders: pd.DataFrame | None) -> npt.NDArray[np.float64]:
    if orders is None or "value" not in orders:
        return np.zeros(0)
    return np.round(pd.to_numeric(orders["value"], errors="coerce").to_numpy(dtype=float, na_value=np.nan) * 100)


def _days(orders: pd.DataFrame | None, count: int) -> npt.NDArray[np.datetime64] | None:
    if orders is None or "day" not in orders or not count:
        return None
    days = pd.to_datetime(orders["day"], errors="coerce")
    return None if days.isna().all() else days.to_numpy(dtype="datetime64[D]")


def _terms(gross_margin: float | None, fee: float | None, shipping: float | None) -> Terms:
    """Return what an order leaves: unknown where one of the three is no number."""
    margin, share, sent = (np.nan if part is None else float(part) for part in (gross_margin, fee, shipping))
    if not np.isfinite([margin, share, sent]).all():
        return Terms(None)
    return Terms(margin, share, round(sent * 100))


def _in_fen(ladder: list[tuple[int, int]] | None) -> Ladder:
    """Return the steps that can be met and give something, rising."""
    given = () if ladder is None else ladder
    steps = ((round(minimum * 100), round(off * 100)) for minimum, off in given if np.isfinite([minimum, off]).all())
    return tuple(sorted((minimum, off) for minimum, off in steps if 0 < off < minimum))


def _yuan(fen: int) -> float:
    return fen // 100 if fen % 100 == 0 else fen / 100

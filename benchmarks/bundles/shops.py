"""Small invented shops (seeded) in which some pairs of goods are known to be drawn to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

GOODS: Final = 800
LINES: Final = 40_000
DAYS: Final = 365
PLANTED: Final = 40
LEAST_TOGETHER: Final = 4  # orders with both below which nobody could find a pair
_BIG_CARTS: Final = 0.01
_BUYER_GROUPS: Final = 4
_TASTE: Final = 3.0

Floats = npt.NDArray[np.float64]
Pair = tuple[str, str]


class Form(StrEnum):
    """What stands between popularity and what is bought."""

    SEASON = "season and big carts"
    STEADY = "no season"
    GROUPS = "season and hidden buyer groups"
    EVENTS = "short sales days"  # another kind of season, which no method was made for


@dataclass(frozen=True, slots=True)
class Shop:
    """Order lines (order_id, sku, paid_at, buyer), the pairs planted, and those of them that orders show at all."""

    lines: pd.DataFrame
    planted: frozenset[Pair]
    reachable: frozenset[Pair]


def shop(seed: int, form: Form, *, lines: int = LINES, goods: int = GOODS) -> Shop:
    """Return a shop of about ``lines`` order lines over a year."""
    draw = np.random.default_rng((77, seed, list(Form).index(form)))
    popular = draw.permutation(1.0 / np.arange(1, goods + 1) ** 0.9)
    peak, width = draw.uniform(0, DAYS, goods), draw.uniform(12, 40, goods)
    seasonal = (draw.random(goods) < 0.4) & (form is not Form.STEADY)
    group_of_goods = draw.integers(0, _BUYER_GROUPS, goods)
    partner, chance = _planted(draw, goods)
    size, day, buyer = _carts(draw, lines, form)
    taste = draw.integers(0, _BUYER_GROUPS, int(buyer.max()) + 1)
    order_of, sku_of = [], []
    for today in range(DAYS):
        weight = popular * np.where(seasonal, _season(today, peak, width, form), 1.0)
        for group in range(_BUYER_GROUPS if form is Form.GROUPS else 1):
            of_day = day == today
            mine = np.flatnonzero(of_day & (taste[buyer] == group) if form is Form.GROUPS else of_day)
            own = weight * np.where(group_of_goods == group, _TASTE, 1.0) if form is Form.GROUPS else weight
            drawn = draw.choice(goods, int(size[mine].sum()), p=own / own.sum())
            order_of.append(np.repeat(mine, size[mine]))
            sku_of.append(drawn)
    order, sku = np.concatenate(order_of), np.concatenate(sku_of)
    follows = (partner[sku] >= 0) & (draw.random(len(sku)) < chance[sku])
    order, sku = np.concatenate((order, order[follows])), np.concatenate((sku, partner[sku[follows]]))
    return _shop(order, sku, day, buyer, partner)


def _planted(draw: np.random.Generator, goods: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return what each article draws after it (-1 nothing), and in which share of its orders."""
    chosen = draw.choice(goods, 2 * PLANTED, replace=False)
    partner = np.full(goods, -1, dtype=np.int64)
    partner[chosen[:PLANTED]] = chosen[PLANTED:]
    chance = np.zeros(goods)
    chance[chosen[:PLANTED]] = draw.uniform(0.10, 0.30, PLANTED)
    return partner, chance


def _carts(
    draw: np.random.Generator, lines: int, form: Form
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return size, day and buyer of each order; a few carts are big."""
    orders = round(lines / 2.6)
    size = np.minimum(draw.geometric(0.42, orders), 9)
    big = draw.random(orders) < _BIG_CARTS
    size[big] = draw.integers(12, 40, int(big.sum()))
    traffic = 1 + 0.3 * np.sin(np.arange(DAYS) / 58)
    if form is Form.EVENTS:
        traffic[draw.choice(DAYS, 8, replace=False)] *= 8
    day = draw.choice(DAYS, orders, p=traffic / traffic.sum())
    buyer = draw.integers(0, max(1, round(orders * 0.7)), orders)
    return size.astype(np.int64), day, buyer


def _season(today: int, peak: Floats, width: Floats, form: Form) -> Floats:
    if form is Form.EVENTS:
        return np.asarray(1 + 8 * (np.abs(today - peak) < width / 5))
    away = np.abs(today - peak)
    away = np.minimum(away, DAYS - away)
    return np.asarray(0.05 + 4 * np.exp(-0.5 * (away / width) ** 2))


def _shop(
    order: npt.NDArray[np.int64],
    sku: npt.NDArray[np.int64],
    day: npt.NDArray[np.int64],
    buyer: npt.NDArray[np.int64],
    partner: npt.NDArray[np.int64],
) -> Shop:
    names = np.array([f"S{number:04d}" for number in range(len(partner))])
    frame = pd.DataFrame(
        {
            "order_id": order,
            "sku": names[sku],
            "paid_at": np.datetime64("2025-01-01") + day[order].astype("timedelta64[D]"),
            "buyer": buyer[order],
        }
    ).drop_duplicates(["order_id", "sku"])
    sets = frame.groupby("sku")["order_id"].agg(set)
    planted, reachable = set(), set()
    for first in np.flatnonzero(partner >= 0):
        pair = (str(names[first]), str(names[partner[first]]))
        pair = (min(pair), max(pair))
        planted.add(pair)
        both = sets.get(pair[0], set()) & sets.get(pair[1], set())
        if len(both) >= LEAST_TOGETHER:
            reachable.add(pair)
    return Shop(frame, frozenset(planted), frozenset(reachable))

"""Sources and items day by day: what the shop's own totals and orders leave open, drawn so that it adds up to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from benchmarks.sample_shop.shop import Shop

SOURCE_HEADER = (
    "统计日期", "流量载体", "一级来源", "二级来源", "三级来源", "访客数", "新访客", "加购人数", "支付买家数", "支付转化率", "支付金额",
    "客单价", "UV价值",
)  # fmt: skip
ITEM_HEADER = (
    "统计日期", "商品ID", "商品名称", "商品访客数", "商品浏览量", "商品收藏人数", "商品加购人数", "下单买家数", "支付买家数", "支付件数",
    "支付金额", "商品支付转化率",
)  # fmt: skip
SOURCES = (
    ("平台流量", "搜索", "手淘搜索", 0.31, 1.1), ("平台流量", "推荐", "手淘推荐", 0.27, 0.6), ("平台流量", "购物车", "购物车", 0.07, 2.4),
    ("平台流量", "我的淘宝", "我的淘宝", 0.05, 1.9), ("广告流量", "关键词推广", "关键词推广", 0.19, 0.9),
    ("广告流量", "人群推广", "人群推广", 0.06, 1.0), ("平台流量", "逛逛", "逛逛", 0.03, 0.3), ("店铺自有", "店铺首页", "店铺首页", 0.02, 1.2),
)  # fmt: skip
VOLATILITY = np.array([0.05, 0.16, 0.06, 0.05, 0.07, 0.08, 0.25, 0.08])
SEARCH, ADS, RECOMMENDED = 0, (4, 5), 1


def days_before(shop: Shop) -> list[date]:
    """Return the days that the reports by day cover: up to the day before the last, which has files of its own."""
    last = shop.shape.last_day
    return [last - timedelta(days=back) for back in range(shop.shape.keyword_days - 1, 0, -1)]


def source_rows(shop: Shop) -> Iterator[Sequence[object]]:
    """Yield the sources of every day with the total of each first level; they add up to the shop's day."""
    rng = np.random.default_rng(shop.shape.seed + 6)
    totals = shop.daily.set_index("date")
    share, rate = (np.array([source[place] for source in SOURCES]) for place in (3, 4))
    drift = np.zeros(len(SOURCES))
    for day in days_before(shop):
        drift = 0.6 * drift + rng.normal(0, VOLATILITY)
        came, bought = _events(day)
        whole = totals.loc[pd.Timestamp(day)]
        weight = share * came * np.exp(drift)
        visitors = rng.multinomial(int(whole["visitors"]), weight / weight.sum())
        likely = visitors * rate * bought
        buyers = np.minimum(rng.multinomial(int(whole["pay_buyers"]), likely / likely.sum()), visitors)
        buyers[RECOMMENDED] += int(whole["pay_buyers"]) - buyers.sum()
        carts = rng.multinomial(int(whole["carts"]), likely / likely.sum())
        money = _shared(rng, round(whole["pay_amount"] * 100), buyers)
        new = rng.binomial(visitors, 0.82)
        figures = np.stack([visitors, new, carts, buyers, money])
        yield from _day(day, figures)


def _events(day: date) -> tuple[np.ndarray, np.ndarray]:
    """Return what a day does to traffic and to conversion by source."""
    came, bought = np.ones(len(SOURCES)), np.ones(len(SOURCES))
    if date(2026, 4, 10) <= day <= date(2026, 4, 14):  # the best seller out of stock: search shows it no more
        came[SEARCH] = 0.7
    if date(2026, 5, 8) <= day <= date(2026, 5, 9):  # a broken item page: the one that the ads lead to
        bought[list(ADS)] = 0.15
    if date(2026, 6, 16) <= day <= date(2026, 6, 20):
        came[list(ADS)] = 1.35
    return came, bought


def _day(day: date, figures: np.ndarray) -> Iterator[Sequence[object]]:
    for one in dict.fromkeys(source[0] for source in SOURCES):
        inside = [place for place, source in enumerate(SOURCES) if source[0] == one]
        yield _source_row(day, (one, "汇总", "汇总"), figures[:, inside].sum(axis=1))
    for place, source in enumerate(SOURCES):
        yield _source_row(day, source[:3], figures[:, place])


def _source_row(day: date, names: Sequence[object], figures: np.ndarray) -> Sequence[object]:
    visitors, new, carts, buyers, fen = (int(value) for value in figures)
    return (
        f"{day}", "全部", *names, visitors, new, carts, buyers, f"{buyers / visitors * 100:.2f}%" if visitors else "-",
        fen / 100, round(fen / 100 / buyers, 2) if buyers else "-", round(fen / 100 / visitors, 2) if visitors else "-",
    )  # fmt: skip


def _shared(rng: np.random.Generator, fen: int, buyers: np.ndarray) -> np.ndarray:
    """Return an amount divided over sources by their buyers, to the fen."""
    weight = buyers * rng.gamma(40, 1 / 40, buyers.size)
    out = np.floor(fen * weight / max(weight.sum(), 1e-9)).astype(np.int64)
    out[int(np.argmax(buyers))] += fen - out.sum()
    return out


def item_rows(shop: Shop) -> Iterator[Sequence[object]]:
    """Yield the items of every day that had visitors: sales as the orders have them, visitors by popularity."""
    rng = np.random.default_rng(shop.shape.seed + 7)
    totals = shop.daily.set_index("date")
    orders = shop.orders.assign(order=range(len(shop.orders)))
    sold = shop.lines.merge(orders[orders["state"] > 0][["order", "created", "buyer"]], on="order")
    sold = sold.assign(day=sold["created"].dt.normalize())
    grouped = sold.groupby(["day", "item"])
    pieces, buyers = grouped["quantity"].sum(), grouped["buyer"].nunique()
    popularity = np.array([good.popularity for good in shop.goods])
    for day in days_before(shop):
        stamp = pd.Timestamp(day)
        weight = popularity * rng.lognormal(0, 0.12, popularity.size)
        if date(2026, 4, 10) <= day <= date(2026, 4, 14):
            weight[0] *= 0.55  # the best seller out of stock
        visitors = rng.multinomial(round(totals.loc[stamp, "visitors"] * 1.3), weight / weight.sum())
        for place, good in enumerate(shop.goods):
            count = int(pieces.get((stamp, place), 0))
            got = int(buyers.get((stamp, place), 0))
            seen = max(int(visitors[place]), got)
            if seen:
                yield (
                    f"{day}", int(good.item_id), good.title, seen, round(seen * 1.8), int(rng.binomial(seen, 0.03)),
                    max(int(rng.binomial(seen, 0.085)), got), got, got, count, count * good.price_fen / 100,
                    f"{got / seen * 100:.2f}%",
                )  # fmt: skip

"""The life of the invented shop: days, events, orders and clicks, all from one seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd

from benchmarks.sample_shop.goods import Product, Word, products, words

PROVINCES = {
    "广东省": 12.4, "江苏省": 9.6, "浙江省": 10.1, "上海": 7.2, "北京": 6.4, "山东省": 7.0, "河南省": 5.6, "四川省": 5.5,
    "湖北省": 4.6, "湖南省": 4.2, "福建省": 4.4, "安徽省": 4.1, "河北省": 4.3, "陕西省": 2.7, "江西省": 2.5, "辽宁省": 2.6,
    "重庆": 2.4, "广西壮族自治区": 2.3, "云南省": 1.9, "天津": 1.8, "山西省": 1.8, "黑龙江省": 1.5, "贵州省": 1.4,
    "吉林省": 1.2, "内蒙古自治区": 1.0, "甘肃省": 0.8, "新疆维吾尔自治区": 0.8, "海南省": 0.6, "宁夏回族自治区": 0.3,
    "青海省": 0.2, "西藏自治区": 0.1,
}  # fmt: skip
WEEKDAY = np.array([1.02, 0.99, 0.98, 0.99, 1.0, 1.03, 0.99])
HOURS = np.array(
    [26, 15, 9, 6, 5, 7, 14, 26, 40, 54, 66, 60, 56, 55, 56, 55, 54, 50, 50, 60, 82, 98, 90, 56], dtype=float
)  # fmt: skip
PLANS = (
    ("70011001", "每日坚果·关键词", "371", "关键词推广", 160.0),
    ("70011002", "夏威夷果·拉新", "371", "关键词推广", 90.0),
    ("70011003", "坚果·人群再营销", "372", "人群推广", 60.0),
)
AUDIENCES = (
    ("加购未购15天", 0.16, 1.42), ("店铺老客", 0.15, 1.30), ("浏览未购7天", 0.19, 1.08), ("相似店铺访客", 0.14, 0.90),
    ("35-49岁女性", 0.14, 0.98), ("近期搜索坚果", 0.12, 1.00), ("高消费潜客", 0.06, 1.05), ("收藏店铺30天", 0.04, 1.15),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a shop to make; the defaults are the shipped sample."""

    seed: int = 20260623
    last_day: date = date(2026, 6, 22)
    days: int = 457
    order_days: int = 173
    order_count: int = 6_000
    keyword_days: int = 84
    hour_days: int = 56
    product_count: int = 60
    word_count: int = 300


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything that the platform files are written from; money in yuan unless the name says fen."""

    shape: Shape
    goods: list[Product]
    words: list[Word]
    daily: pd.DataFrame
    orders: pd.DataFrame
    lines: pd.DataFrame
    clicks: pd.DataFrame  # date, word, impressions, clicks, cost, orders, revenue, carts
    plans: pd.DataFrame  # date, plan, impressions, clicks, cost, orders, revenue, carts


def make(shape: Shape) -> Shop:
    """Return the whole shop; the same shape gives the same shop."""
    rng = np.random.default_rng(shape.seed)
    goods = products(rng, count=shape.product_count)
    bought = words(rng, count=shape.word_count, product_count=len(goods))
    days = [shape.last_day - timedelta(days=back) for back in range(shape.days - 1, -1, -1)]
    traffic, conversion = _rhythm(rng, days)
    orders, lines = _orders(rng, shape, goods, days, traffic * conversion)
    clicks = _clicks(rng, shape, bought, days, traffic, conversion)
    plans = _plans(rng, shape, bought, clicks, days, traffic, conversion)
    daily = _daily(rng, days, traffic, conversion, orders, plans)
    return Shop(shape, goods, bought, daily, orders, lines, clicks, plans)


def _rhythm(rng: np.random.Generator, days: list[date]) -> tuple[np.ndarray, np.ndarray]:
    """Return traffic and conversion factors a day: season, week, campaigns, and what went wrong when."""
    count = len(days)
    noise = np.zeros(count)
    for i in range(1, count):
        noise[i] = 0.45 * noise[i - 1] + rng.normal(0, 0.055)
    traffic = np.exp(noise) * WEEKDAY[[d.weekday() for d in days]]
    traffic *= 1 + 0.12 * np.sin(2 * np.pi * (np.array([d.timetuple().tm_yday for d in days]) - 300) / 365)
    conversion = np.exp(rng.normal(0, 0.03, count))
    for i, day in enumerate(days):
        up, better = _campaign(day)
        traffic[i] *= up
        conversion[i] *= better
        conversion[i] *= _trouble(day)
        if date(2026, 4, 10) <= day <= date(2026, 4, 14):  # the best seller out of stock
            conversion[i] *= 0.7
            traffic[i] *= 0.9
    return traffic, conversion


def _campaign(day: date) -> tuple[float, float]:
    spans = (
        ((6, 1), (6, 3), 1.35, 1.2), ((6, 16), (6, 20), 1.45, 1.35), ((6, 18), (6, 18), 1.5, 1.35),
        ((11, 1), (11, 3), 1.4, 1.2), ((11, 10), (11, 12), 1.5, 1.4), ((11, 11), (11, 11), 1.7, 1.5),
        ((12, 12), (12, 12), 1.5, 1.3), ((3, 8), (3, 8), 1.3, 1.2), ((9, 9), (9, 9), 1.25, 1.15),
    )  # fmt: skip
    up, better = 1.0, 1.0
    for first, last, more, well in spans:
        if first <= (day.month, day.day) <= last:
            up, better = up * more, better * well
    if date(2026, 1, 20) <= day <= date(2026, 2, 12):  # nuts before the Spring Festival of 17 February
        up, better = up * 1.5, better * 1.25
    if date(2026, 2, 14) <= day <= date(2026, 2, 22):
        up, better = up * 0.55, better * 0.8
    return up, better


def _trouble(day: date) -> float:
    if date(2026, 3, 5) <= day <= date(2026, 3, 22):  # a price war
        return 0.78
    if date(2026, 5, 8) <= day <= date(2026, 5, 9):  # a broken item page
        return 0.4
    if day >= date(2026, 6, 21):  # a coupon ran out
        return 0.66
    return 1.0


def _orders(
    rng: np.random.Generator, shape: Shape, goods: list[Product], days: list[date], demand: np.ndarray
) -> tuple[pd.DataFrame, pd.DataFrame]:
    recent = days[-shape.order_days :]
    weight = demand[-shape.order_days :]
    per_day = rng.multinomial(shape.order_count, weight / weight.sum())
    day_index = np.repeat(np.arange(len(recent)), per_day)
    count = shape.order_count
    seconds = rng.choice(24, count, p=HOURS / HOURS.sum()) * 3600 + rng.integers(0, 3600, count)
    order = np.lexsort((seconds, day_index))
    day_index, seconds = day_index[order], seconds[order]
    created = [
        datetime(recent[d].year, recent[d].month, recent[d].day) + timedelta(seconds=int(s))  # noqa: DTZ001 local time
        for d, s in zip(day_index, seconds, strict=True)
    ]
    popularity = np.array([p.popularity for p in goods])
    sizes = rng.choice([1, 2, 3, 4], count, p=[0.68, 0.25, 0.05, 0.02])
    owner = np.repeat(np.arange(count), sizes)
    item = rng.choice(len(goods), len(owner), p=popularity / popularity.sum())
    pairs = (rng.random(len(owner)) < 0.30) & np.r_[False, owner[1:] == owner[:-1]]
    item[pairs] = (np.r_[0, item[:-1]][pairs] + 1) % min(6, len(goods))  # some go together
    lines = pd.DataFrame({"order": owner, "item": item})
    lines["quantity"] = rng.choice([1, 2, 3], len(owner), p=[0.84, 0.13, 0.03])
    lines = lines.groupby(["order", "item"], as_index=False)["quantity"].sum()
    price = np.array([p.price_fen for p in goods])
    lines["price_fen"] = price[lines["item"]]
    goods_fen = (lines["price_fen"] * lines["quantity"]).groupby(lines["order"]).sum().to_numpy()
    off = np.where(goods_fen >= 19_900, 1_200, np.where(goods_fen >= 12_900, 500, 0))
    shipping = np.where(goods_fen - off >= 9_900, 0, np.where(rng.random(count) < 0.25, 800, 0))
    state = rng.choice(4, count, p=[0.05, 0.02, 0.03, 0.90])
    orders = pd.DataFrame(
        {
            "order_id": [f"{3_100_000_000_000_000_000 + i * 104_729:d}" for i in range(count)],
            "buyer": rng.zipf(2.6, count) * 7 % 97 + rng.integers(0, int(count * 0.8) + 1, count),
            "created": created,
            "paid": [c + timedelta(seconds=int(s)) for c, s in zip(created, rng.integers(8, 900, count), strict=True)],
            "goods_fen": goods_fen,
            "off_fen": off,
            "shipping_fen": shipping,
            "province": rng.choice(list(PROVINCES), count, p=_shares(list(PROVINCES.values()))),
            "state": state,  # 0 unpaid and closed, 1 paid, 2 refunded, 3 done
            "quantity": lines.groupby("order")["quantity"].sum().to_numpy(),
        }
    )
    return orders, lines


def _clicks(
    rng: np.random.Generator,
    shape: Shape,
    bought: list[Word],
    days: list[date],
    traffic: np.ndarray,
    conversion: np.ndarray,
) -> pd.DataFrame:
    recent = days[-shape.keyword_days :]
    up, well = traffic[-shape.keyword_days :, None], conversion[-shape.keyword_days :, None]
    column = {
        name: np.array([getattr(w, name) for w in bought]) for name in ("daily_impressions", "ctr", "cpc_yuan", "cvr")
    }
    impressions = rng.poisson(column["daily_impressions"] * up)
    clicked = rng.binomial(impressions, np.minimum(column["ctr"], 0.5))
    cost = np.round(clicked * column["cpc_yuan"] * rng.lognormal(0, 0.08, clicked.shape), 2)
    ordered = rng.binomial(clicked, np.minimum(column["cvr"] * well, 0.9))
    carts = rng.binomial(clicked, np.minimum(column["cvr"] * 2.6 + 0.02, 0.9))
    revenue = np.round(ordered * rng.gamma(6, 88 / 6, ordered.shape), 2)
    day, word = np.nonzero(impressions)
    return pd.DataFrame(
        {
            "date": np.array(recent, dtype="datetime64[D]")[day],
            "word": word,
            **{
                name: values[day, word]
                for name, values in (
                    ("impressions", impressions), ("clicks", clicked), ("cost", cost), ("orders", ordered),
                    ("revenue", revenue), ("carts", carts),
                )
            },
        }
    )  # fmt: skip


def _plans(
    rng: np.random.Generator,
    shape: Shape,
    bought: list[Word],
    clicks: pd.DataFrame,
    days: list[date],
    traffic: np.ndarray,
    conversion: np.ndarray,
) -> pd.DataFrame:
    """Keyword plans are the sums of their words where words are kept; earlier days and the third plan are drawn."""
    plan_of = np.array([w.plan for w in bought])
    sums = clicks.assign(plan=plan_of[clicks["word"]]).groupby(["date", "plan"], as_index=False).sum()
    frames = [sums.drop(columns="word")]
    mean = {plan: sums[sums["plan"] == plan].mean(numeric_only=True) for plan in (0, 1)}
    for plan in range(3):
        until = len(days) if plan == 2 else len(days) - shape.keyword_days
        base = mean[plan] if plan in mean else mean[1] * 0.6
        up, well = traffic[:until], conversion[:until]
        impressions = rng.poisson(base["impressions"] * up)
        clicked = rng.binomial(impressions, base["clicks"] / base["impressions"])
        ordered = rng.binomial(clicked, np.minimum(base["orders"] / base["clicks"] * well, 0.9))
        frames.append(
            pd.DataFrame(
                {
                    "date": np.array(days[:until], dtype="datetime64[D]"),
                    "plan": plan,
                    "impressions": impressions,
                    "clicks": clicked,
                    "cost": np.round(clicked * base["cost"] / base["clicks"] * rng.lognormal(0, 0.05, until), 2),
                    "orders": ordered,
                    "revenue": np.round(ordered * rng.gamma(40, 88 / 40, until), 2),
                    "carts": rng.binomial(clicked, 0.11),
                }
            )
        )
    return pd.concat(frames).sort_values(["date", "plan"], ignore_index=True)


def _daily(
    rng: np.random.Generator,
    days: list[date],
    traffic: np.ndarray,
    conversion: np.ndarray,
    orders: pd.DataFrame,
    plans: pd.DataFrame,
) -> pd.DataFrame:
    stamps = pd.to_datetime(pd.Series(days))
    paid = orders[orders["state"] > 0]
    by_day = paid.groupby(paid["created"].dt.normalize())
    amount = (by_day["goods_fen"].sum() - by_day["off_fen"].sum() + by_day["shipping_fen"].sum()) / 100
    buyers = by_day["buyer"].nunique()
    known = stamps >= orders["created"].min().normalize()
    rate = buyers.sum() / max((traffic * conversion)[known.to_numpy()].sum(), 1e-9)
    drawn = rng.poisson(rate * traffic * conversion)
    pay_buyers = stamps.map(buyers).fillna(0).where(known, pd.Series(drawn)).astype(int)
    pay_amount = (
        stamps.map(amount).fillna(0.0).where(known, pd.Series(drawn * rng.gamma(60, 90 / 60, len(days)))).round(2)
    )
    visitors = np.maximum(rng.poisson(rate / 0.031 * traffic), pay_buyers + 5)
    cost = plans.assign(crowd=plans["plan"] == 2).pivot_table(
        index="date", columns="crowd", values="cost", aggfunc="sum"
    )
    items = stamps.map(by_day["quantity"].sum()).fillna(0).where(known, pay_buyers * 1.5).round().astype(int)
    carts = rng.binomial(visitors, 0.085)
    return pd.DataFrame(
        {
            "date": stamps,
            "visitors": visitors,
            "page_views": np.round(visitors * rng.normal(2.7, 0.12, len(days))).astype(int),
            "carts": carts,
            "favs": rng.binomial(visitors, 0.03),
            "pay_amount": pay_amount,
            "pay_buyers": pay_buyers,
            "pay_orders": stamps.map(by_day.size()).fillna(0).where(known, pay_buyers).astype(int),
            "pay_items": items,
            "placed_buyers": (pay_buyers * 1.06).round().astype(int),
            "placed_amount": (pay_amount * 1.07).round(2),
            "old_buyers": rng.binomial(pay_buyers, 0.27),
            "new_visitors": rng.binomial(visitors, 0.82),
            "keyword_cost": stamps.map(cost[False]).to_numpy(),
            "crowd_cost": stamps.map(cost[True]).to_numpy(),
            "refund": (pay_amount * rng.beta(3, 60, len(days))).round(2),
            "stay": rng.normal(74, 6, len(days)).round(2),
            "bounce": rng.normal(0.56, 0.02, len(days)),
        }
    )


def _shares(weights: list[float]) -> np.ndarray:
    values = np.array(weights)
    return values / values.sum()

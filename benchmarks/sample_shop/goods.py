"""What the invented nut shop sells and the words people look for it with."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

OWN_BRAND = "果山里"
COMPETITORS = ("三只松鼠", "良品铺子", "百草味", "沃隆", "洽洽", "来伊份", "盐津铺子")
HEADS = (
    "每日坚果", "坚果", "混合坚果", "坚果礼盒", "夏威夷果", "腰果", "开心果", "巴旦木", "碧根果", "核桃仁",
    "松子", "榛子", "冻干草莓", "葡萄干", "蔓越莓干", "瓜子仁", "板栗仁", "无花果干", "坚果零食", "干果",
)  # fmt: skip
CROWDS = ("孕妇", "儿童", "学生", "老人", "健身", "办公室", "糖尿病人", "女生")
FEATURES = ("无添加", "原味", "奶油味", "盐焗", "小包装", "独立包装", "散装", "新货", "无糖", "低盐", "烘烤", "去壳")
SIZES = ("250g", "500g", "750g", "1kg", "7日装", "30包", "两罐装", "大礼包")
SCENES = ("年货", "送礼", "早餐", "追剧", "下午茶", "露营", "中秋", "伴手礼")


@dataclass(frozen=True, slots=True)
class Product:
    """One item for sale; money in fen."""

    item_id: str
    sku: str
    title: str
    size: str
    price_fen: int
    cost_fen: int
    popularity: float


@dataclass(frozen=True, slots=True)
class Word:
    """One bought keyword with its true behaviour."""

    keyword_id: str
    text: str
    group: str
    plan: int
    item: int
    daily_impressions: float
    ctr: float
    cpc_yuan: float
    cvr: float


def products(rng: np.random.Generator, *, count: int) -> list[Product]:
    """Return ``count`` products: heads × sizes, with a steep popularity."""
    pairs = list(itertools.product(("500g", "250g", "750g", "7日装", "1kg"), HEADS))
    weights = 1.0 / np.arange(1, count + 1) ** 0.9
    goods = []
    for index in range(count):
        size, head = pairs[index % len(pairs)]
        grams = {"250g": 1.0, "500g": 1.75, "750g": 2.4, "1kg": 3.0, "7日装": 1.1}[size]
        price = round(float(rng.uniform(20, 38)) * grams) * 100 - 10
        cost = int(price * rng.uniform(0.45, 0.62))
        variant = "" if index < len(pairs) else f" {index // len(pairs) + 1}号"
        goods.append(
            Product(
                item_id=str(628_100_000_000 + index * 7_919),
                sku=f"GSL-{index + 1:03d}",
                title=f"{OWN_BRAND}{head}{size}{FEATURES[index % len(FEATURES)]}{variant}",
                size=size,
                price_fen=price,
                cost_fen=cost,
                popularity=float(weights[index]),
            )
        )
    return goods


def words(rng: np.random.Generator, *, count: int, product_count: int) -> list[Word]:
    """Return ``count`` words: about 8 % own brand, 26 % category, 14 % competitors, the rest long-tail."""
    texts = _texts(rng, count)
    share = rng.pareto(1.1, len(texts)) + 0.15
    truth = {
        "brand": (0.055, 0.95, 0.075),
        "category": (0.026, 1.75, 0.030),
        "competitor": (0.022, 1.60, 0.016),
        "long_tail": (0.034, 1.05, 0.042),
    }
    result = []
    for index, (group, text) in enumerate(texts):
        ctr, cpc, cvr = truth[group]
        volume = {"brand": 10, "category": 24, "competitor": 15, "long_tail": 5}[group]
        result.append(
            Word(
                keyword_id=str(9_300_000_000 + index),
                text=text,
                group=group,
                plan=index % 2,
                item=int(rng.integers(min(12, product_count))),
                daily_impressions=float(min(share[index], 12.0) * volume),
                ctr=float(ctr * rng.lognormal(0, 0.25)),
                cpc_yuan=float(cpc * rng.lognormal(0, 0.22)),
                cvr=float(min(cvr * rng.lognormal(-0.08, 0.4), 0.3)),
            )
        )
    return result


def _texts(rng: np.random.Generator, count: int) -> list[tuple[str, str]]:
    brand = (
        [OWN_BRAND]
        + [f"{OWN_BRAND}{head}" for head in HEADS]
        + ["guoshanli坚果", f"{OWN_BRAND}旗舰店", f"{OWN_BRAND}官方"]
    )
    category = [*HEADS, *(f"{head}{size}" for head in HEADS for size in ("礼盒", "零食", "干果", "批发"))]
    competitor = [*COMPETITORS, *(f"{name}{head}" for name in COMPETITORS for head in HEADS[:8])]
    tail = [
        f"{first}{head}{second}"
        for head in HEADS
        for first, second in (
            *itertools.product(CROWDS, FEATURES),
            *itertools.product(SCENES, SIZES),
            *itertools.product(FEATURES, SIZES),
        )
    ]
    sizes = {"brand": round(count * 0.08), "category": round(count * 0.26), "competitor": round(count * 0.137)}
    sizes["long_tail"] = count - sum(sizes.values())
    pools = {"brand": brand, "category": list(dict.fromkeys(category)), "competitor": competitor, "long_tail": tail}
    chosen: list[tuple[str, str]] = []
    for group, size in sizes.items():
        pool = pools[group]
        if group == "long_tail":
            pool = [pool[i] for i in rng.permutation(len(pool))]
        while len(pool) < size:  # larger shops: the same words with a number, as sellers do with models
            pool = [*pool, *(f"{text}{len(pool)}" for text in pool)]
        chosen += [(group, text) for text in pool[:size]]
    return chosen

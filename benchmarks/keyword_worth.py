"""How honest the library is about words: its intervals, and its advice where there is nothing to gain.

Shops are drawn whose true value of a click is known: conversions of quadrants, word stems and modifiers, carts that
follow them in part, order values. ``judge`` sees what a keyword report tells. Shops differ in orders, in whether
their quadrants convert as is usual or the other way round, and in what carts tell.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.measuring import Line

Floats: TypeAlias = NDArray[np.float64]

MARGIN: Final = 0.4
ORDER_YUAN: Final = 90.0
ORDERS: Final = (25, 120, 500)
SHOPS: Final = 40
LEAST_WITHIN: Final = 0.76
"""Of 80 % intervals so many must hold the truth."""
MOST_ACTIONS: Final = 0.05
"""Of words that break even exactly."""
MOST_WRONG: Final = 0.1
"""Of words that are excluded or paused may really pay."""
_STEMS: Final = ("腰果", "核桃", "杏仁", "榛子", "松子", "开心果", "碧根果", "巴旦木", "瓜子", "花生", "红枣", "无花果")
_MODIFIERS: Final = (
    "礼盒", "批发", "孕妇", "儿童", "零食", "散装", "袋装", "罐装", "原味", "奶油", "无糖", "烘烤", "图片", "价格",
    "做法", "热量", "食谱", "品牌", "排行", "怎么吃", "新货", "特产", "年货", "大包", "小包",
)  # fmt: skip
_USUAL: Final = (2.0, 1.0, 0.6, 1.2)
_UPSIDE_DOWN: Final = (0.8, 1.0, 1.3, 0.6)
_CARTS_AN_ORDER: Final = 3.0


@dataclass(frozen=True, slots=True)
class World:
    """One kind of shop. ``prices``: what a click costs is "even" with its worth, or has nothing to do with it."""

    name: str
    orders: int
    quadrants: tuple[float, ...] = _USUAL
    carts: str = "tell"  # "tell", "deceive" or "none"
    even: bool = False
    alike: bool = False


@dataclass(slots=True)
class Score:
    """What came out over all shops of a kind; counts are of words with clicks."""

    words: int = 0
    inside: int = 0
    money_named: int = 0
    money_inside: int = 0
    expected: float = 0.0
    real: float = 0.0
    stopped: int = 0
    stopped_paying: int = 0
    actions: Counter[str] = field(default_factory=Counter)

    def share(self, *actions: str) -> float:
        """Return the share of words with one of these actions."""
        return sum(self.actions[action] for action in actions) / max(self.words, 1)


def measure(*, quick: bool) -> Iterator[Line]:
    """Compare what the library says of drawn shops with what is true there."""
    shops = SHOPS // 4 if quick else SHOPS
    worlds = [
        *(World(f"{orders} orders", orders) for orders in ORDERS),
        World("25 orders, quadrants unusual", 25, _UPSIDE_DOWN),
        World("120 orders, quadrants unusual", 120, _UPSIDE_DOWN),
        World("120 orders, carts deceive", 120, carts="deceive"),
        World("120 orders, no carts", 120, carts="none"),
    ]
    for world in worlds:
        found = score(world, shops)
        missed = 1 - found.inside / found.words
        yield Line(f"80 % interval of a value misses: {world.name}", missed, "share", target=1 - LEAST_WITHIN)
        missed = 1 - found.money_inside / max(found.money_named, 1)
        yield Line(f"… of money: {world.name}", missed, "share", target=1 - LEAST_WITHIN)
        yield Line(f"… money expected: {world.name}", found.expected / shops, "yuan", "came", found.real / shops)
        wrong = found.stopped_paying / max(found.stopped, 1)
        yield Line(f"… stopped though it pays: {world.name}", wrong, "share", target=MOST_WRONG)
    for world in [World(f"even, {orders} orders", orders, even=True) for orders in ORDERS]:
        found = score(world, shops)
        yield Line(f"action at break-even: {world.name}", 1 - found.share("hold"), "share", target=MOST_ACTIONS)
        yield Line(f"… excluded: {world.name}", found.share("negative"), "share")
    for world in [World(f"even and alike, {orders} orders", orders, even=True, alike=True) for orders in ORDERS]:
        found = score(world, shops)
        yield Line(f"action at break-even: {world.name}", 1 - found.share("hold"), "share", target=MOST_ACTIONS)


def score(world: World, shops: int) -> Score:
    """Return how the library fared in so many shops of a kind."""
    found = Score()
    for seed in range(shops):
        _add(found, world, np.random.default_rng(seed))
    return found


def _add(found: Score, world: World, dice: np.random.Generator) -> None:
    words, truth, cpc = _shop(world, dice)
    judged = _judged(words)
    live = judged["clicks"].to_numpy() > 0
    found.words += int(live.sum())
    found.inside += int(_holds(judged, "value", truth)[live].sum())
    action = judged["advice"].to_numpy()
    found.actions.update(action[live].tolist())
    gain = _gain(judged, truth * MARGIN, cpc, dice)
    named = judged["advice_money"].notna().to_numpy()
    found.money_named += int(named.sum())
    found.money_inside += int(_holds(judged, "advice_money", gain)[named].sum())
    found.expected += float(judged["advice_money"].sum())
    found.real += float(gain[named].sum())
    stopped = np.isin(action, ["pause", "negative"])
    found.stopped += int(stopped.sum())
    found.stopped_paying += int((stopped & (truth * MARGIN > cpc)).sum())


def _shop(world: World, dice: np.random.Generator) -> tuple[pd.DataFrame, Floats, Floats]:
    """Return the sums of each word (money in fen), its true revenue a click and its price, in yuan."""
    names = [f"{stem}{modifier}" for stem, modifier in itertools.product(_STEMS, _MODIFIERS)]
    count = len(names)
    group = dice.integers(0, 4, count)
    apart = 0.0 if world.alike else 1.0
    family = np.add.outer(dice.normal(0, 0.15, len(_STEMS)), dice.normal(0, 0.25, len(_MODIFIERS))).ravel()
    differs = apart * (family + dice.normal(0, 0.2, count))
    usual = np.ones(4) if world.alike else np.array(world.quadrants)
    rate = 0.03 * usual[group] * np.exp(differs)
    size = dice.lognormal(0, 1.3, count)
    clicks = np.round(size * world.orders / (size * rate).sum())
    orders = dice.poisson(clicks * rate).astype(float)
    worth = ORDER_YUAN * np.exp(apart * dice.normal(0, 0.1, count))
    revenue = np.array([dice.gamma(4, each / 4, int(won)).sum() for won, each in zip(orders, worth, strict=True)])
    truth = rate * worth
    follow = dice.normal(0, 0.35, count) if world.carts == "deceive" else 0.8 * differs + dice.normal(0, 0.15, count)
    carts = dice.poisson(clicks * 0.03 * usual[group] * _CARTS_AN_ORDER * np.exp(follow)).astype(float)
    cpc = truth * MARGIN if world.even else 0.03 * ORDER_YUAN * MARGIN * 1.2 * dice.lognormal(0, 0.4, count)
    quadrants = np.array(["brand", "category", "competitor", "long_tail"])[group]
    frame = pd.DataFrame(
        {
            "shown": names,
            "quadrant": quadrants,
            "impressions": clicks * 30.0,
            "clicks": clicks,
            "cost": clicks * cpc * 100,
            "told_cost": clicks * cpc,
            "orders": orders,
            "gmv": revenue * 100,
            "signal": np.full(count, np.nan) if world.carts == "none" else carts,
        },
        index=pd.Index(names, name="word"),
    )
    return frame, truth, cpc


def _judged(words: pd.DataFrame) -> pd.DataFrame:
    from shopdesk.domain.keywords.classify import Label, Quadrant
    from shopdesk.domain.keywords.judgement import judge
    from shopdesk.domain.keywords.margin import stated_margin
    from shopdesk.domain.keywords.roots import index_roots

    names = words.index.tolist()
    judged = words.copy()
    judge(
        judged,
        words,
        {word: Label(Quadrant(quadrant), "") for word, quadrant in zip(names, words["quadrant"], strict=True)},
        roots=index_roots(names),
        bought=np.ones(len(names), dtype=bool),
        margin=stated_margin(MARGIN),
        days=28.0,
    )
    return judged


def _holds(judged: pd.DataFrame, name: str, truth: Floats) -> NDArray[np.bool_]:
    low, high = (judged[f"{name}_{end}"].to_numpy() for end in ("low", "high"))
    return np.asarray((low <= truth) & (truth <= high))


def _gain(judged: pd.DataFrame, value: Floats, cpc: Floats, dice: np.random.Generator) -> Floats:
    """Return what following the advice truly brings in the next 28 days, with elasticities drawn as they may be."""
    clicks = dice.poisson(judged["clicks"].to_numpy()).astype(float)
    step = np.nan_to_num(judged["advice_step"].to_numpy(dtype=float))
    elastic = np.maximum(dice.normal(1.9, 0.7, clicks.size), 1.0)
    moved = clicks * (value * ((1 + step) ** (elastic - 0.9) - 1) - cpc * ((1 + step) ** elastic - 1))
    stopped = np.isin(judged["advice"].to_numpy(), ["pause", "negative"])
    return np.asarray(np.where(stopped, clicks * (cpc - value), moved), dtype=float)

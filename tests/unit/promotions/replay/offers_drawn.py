"""Random carts, offers and policies for the agreement of replay and engine."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from shopdesk.domain.promotions.offers import (
    Base,
    Benefit,
    BundlePrice,
    BuyGet,
    CheapestUnitFree,
    Condition,
    ConditionKind,
    EveryAmountOff,
    Gift,
    GiftLadder,
    GiftTier,
    Give,
    Ladder,
    Measure,
    NthUnit,
    Offer,
    OrderAmountOff,
    OrderPercentOff,
    PerGroup,
    RoundAt,
    Scope,
    SetPrice,
    SetShipping,
    SetUnitPrice,
    Several,
    ShippingAmountOff,
    ShippingPercentOff,
    Slot,
    Tier,
    UnitAmountOff,
    UnitLimits,
    UnitPercentOff,
)
from shopdesk.domain.promotions.policy import GroupRule, Policy, TieBreak
from shopdesk.domain.promotions.rounding import Allocation, Rounding
from tests.unit.promotions.replay.books import Line

SKUS = ("A", "B", "C", "D", "E")
GROUPS = ("best", "lines", "pool")
NAMES = ("o0", "o1", "o2", "o3", "o4", "o5")

PRICE = (
    st.integers(1, 500) | st.sampled_from([0, 1, 99, 100, 1_000, 3_333, 9_900, 10_000, 29_900]) | st.integers(0, 30_000)
)
AMOUNT = st.sampled_from([1, 2, 100, 333, 500, 1_000, 2_000, 5_000]) | st.integers(1, 12_000)
MINIMUM = st.sampled_from([0, 1, 100, 1_000, 5_000, 9_900, 10_000, 20_000]) | st.integers(0, 40_000)
UNITS = st.integers(0, 6)
PERCENT = st.sampled_from([Fraction(5), Fraction(10), Fraction(25, 2), Fraction(50), Fraction(100), Fraction(100, 3)])
SCOPE = st.just(Scope()) | st.builds(
    Scope,
    skus=st.frozensets(st.sampled_from(SKUS), max_size=3),
    tags=st.sampled_from([frozenset()] * 9 + [frozenset({"t"})]),
    excluded=st.frozensets(st.sampled_from(SKUS), max_size=2),
    price_min=st.none() | st.integers(0, 9_000),
    price_max=st.none() | st.none() | st.integers(3_000, 30_000),
    undiscounted_only=st.sampled_from([False, False, False, True]),
)
INNER = st.none() | st.none() | SCOPE
BASE = st.sampled_from(Base)
LIMITS = st.just(UnitLimits()) | st.builds(
    UnitLimits,
    per_line=st.none() | st.integers(0, 4),
    per_order=st.none() | st.integers(0, 5),
    cheapest_first=st.booleans(),
)


def _ladder(draw: st.DrawFn) -> Ladder:
    measure, gives = draw(st.sampled_from(Measure)), draw(st.sampled_from(Give))
    minimum = UNITS if "quantity" in measure else MINIMUM
    value = PERCENT if "percent" in gives else AMOUNT.map(Fraction)
    tiers = draw(
        st.lists(st.builds(Tier, minimum, value, units=st.sampled_from([0, 0, 0, 2, 3])), min_size=1, max_size=3)
    )
    return Ladder(
        measure,
        gives,
        tuple(tiers),
        base_value=draw(st.just(Fraction(0)) | value),
        base=draw(BASE),
        measure_scope=draw(INNER),
        scope=draw(INNER),
        percent_base=draw(BASE),
        cap=draw(st.none() | st.none() | AMOUNT),
    )


LADDER = st.composite(_ladder)()
ROUNDINGS = st.none() | st.sampled_from(Rounding)
ON_LINES: st.SearchStrategy[Benefit] = st.one_of(
    st.builds(UnitAmountOff, AMOUNT, LIMITS, INNER),
    st.builds(UnitPercentOff, PERCENT, BASE, st.sampled_from(RoundAt), ROUNDINGS, LIMITS, INNER),
    st.builds(SetUnitPrice, PRICE, LIMITS, INNER),
    LADDER,
)
ON_ORDERS: st.SearchStrategy[Benefit] = st.one_of(
    LADDER,
    st.builds(OrderAmountOff, AMOUNT, INNER),
    st.builds(OrderPercentOff, PERCENT, st.none() | AMOUNT, BASE, INNER),
    st.builds(EveryAmountOff, st.integers(1, 20_000), AMOUNT, st.none() | st.integers(0, 5), BASE, INNER),
)
POST: st.SearchStrategy[Benefit] = st.one_of(
    st.builds(ShippingPercentOff, PERCENT),
    st.builds(ShippingAmountOff, st.integers(0, 900)),
    st.builds(SetShipping, st.integers(0, 900)),
)
GIFT = st.builds(Gift, st.sampled_from([*SKUS, "X"]), st.integers(1, 3), unit_cost=st.none() | st.integers(0, 900))
GIFTS: st.SearchStrategy[Benefit] = st.one_of(
    GIFT,
    st.builds(
        GiftLadder,
        st.lists(st.builds(GiftTier, MINIMUM, GIFT), min_size=1, max_size=3).map(tuple),
        st.sampled_from(Measure),
        BASE,
        INNER,
    ),
)
ON_UNITS: st.SearchStrategy[Benefit] = st.one_of(
    st.builds(
        PerGroup,
        st.integers(1, 4),
        AMOUNT | st.just(0),
        PERCENT | st.just(Fraction(0)),
        st.lists(st.builds(Tier, MINIMUM, PERCENT), max_size=2).map(tuple),
        INNER,
    ),
    st.builds(NthUnit, st.integers(1, 4), PERCENT, st.none() | st.integers(0, 3), INNER),
    st.builds(CheapestUnitFree, INNER),
    st.builds(BundlePrice, st.integers(1, 4), PRICE, INNER),
    st.builds(SetPrice, st.lists(st.builds(Slot, SCOPE, st.integers(1, 2)), min_size=1, max_size=3).map(tuple), PRICE),
    st.builds(BuyGet, SCOPE, st.integers(1, 3), SCOPE, st.integers(1, 2), st.none() | AMOUNT, PERCENT),
)
ONE = st.one_of(ON_LINES, ON_ORDERS, POST, GIFTS, ON_UNITS, ON_ORDERS, ON_LINES)
BENEFIT: st.SearchStrategy[Benefit] = st.one_of(
    ONE, ONE, ONE, st.builds(Several, st.lists(ONE, min_size=1, max_size=3).map(tuple), INNER)
)
OPS = st.sampled_from(["gte", "gte", "gte", "gt", "eq"])
SIMPLE = st.one_of(
    st.just(Condition()),
    st.builds(Condition, st.just(ConditionKind.AMOUNT), MINIMUM, OPS, BASE, INNER),
    st.builds(Condition, st.just(ConditionKind.QUANTITY), UNITS, OPS, BASE, INNER),
    st.builds(Condition, st.just(ConditionKind.CONTAINS), scope=SCOPE),
)
PARTS = st.lists(SIMPLE, max_size=3).map(tuple)
CONDITION = st.one_of(
    st.just(Condition()),
    SIMPLE,
    SIMPLE,
    st.builds(Condition, st.sampled_from([ConditionKind.ALL, ConditionKind.ANY]), parts=PARTS),
)
DAY = st.none() | st.none() | st.dates(date(2026, 5, 30), date(2026, 6, 4))


def _offer(draw: st.DrawFn, offer_id: str) -> Offer:
    group = draw(st.sampled_from(["", "", *GROUPS]))
    benefit = draw({"lines": st.one_of(ON_LINES, ON_ORDERS, BENEFIT), "pool": POOLED}.get(group, BENEFIT))
    return Offer(
        offer_id,
        benefit,
        kind=draw(st.sampled_from(["", "k0", "k1", "k2"])),
        stage=draw(st.integers(0, 3)),
        priority=draw(st.integers(0, 2)),
        item_level=draw(st.booleans()),
        exclusive=draw(st.sampled_from([False] * 12 + [True])),
        group=group,
        scope=draw(SCOPE),
        condition=draw(CONDITION),
        max_applications=draw(st.sampled_from([1, 1, 1, 2, 3, None])),
        start=draw(DAY),
        end=draw(DAY),
        shop_percent=draw(st.sampled_from([100, 100, 0, 33, 50])),
        excludes=draw(st.just(frozenset()) | st.frozensets(st.sampled_from(NAMES), max_size=1)),
        lowers_base=draw(st.sampled_from([False, False, True])),
    )


POOLED = st.one_of(
    st.just(EveryAmountOff(3_000, 200)), st.just(EveryAmountOff(3_000, 200, base=Base.LIST)), ON_ORDERS, BENEFIT
)


@st.composite
def rivals(draw: st.DrawFn) -> list[Offer]:
    """Return two to four offers that compete for the lines of an order, most of them on all of it."""
    benefit = st.one_of(ON_ORDERS, ON_ORDERS, ON_ORDERS, ON_LINES, ON_UNITS)
    scope = (
        st.just(Scope()) | st.just(Scope()) | st.builds(Scope, skus=st.frozensets(st.sampled_from(SKUS), min_size=2))
    )
    return [
        Offer(name, draw(benefit), group="lines", scope=draw(scope), condition=draw(st.just(Condition()) | SIMPLE))
        for name in NAMES[: draw(st.integers(2, 4))]
    ]


@st.composite
def offers(draw: st.DrawFn) -> list[Offer]:
    """Return up to six offers of any kind."""
    return [_offer(draw, name) for name in NAMES[: draw(st.integers(1, len(NAMES)))]]


CONFLICTS = st.frozensets(
    st.sampled_from([frozenset({"k0", "k1"}), frozenset({"k1", "k2"}), frozenset({"k0", "k2"})]), max_size=2
)
POLICY = st.builds(
    Policy,
    st.sampled_from(Allocation),
    st.sampled_from(Rounding),
    st.fixed_dictionaries(
        {
            "best": st.sampled_from(GroupRule),
            "lines": st.just(GroupRule.BEST_PER_LINE),
            "pool": st.just(GroupRule.POOL_EQUAL),
        }
    ),
    CONFLICTS,
    st.lists(st.sampled_from(TieBreak), unique=True, max_size=4).map(tuple),
)
LINE: st.SearchStrategy[Line] = st.tuples(st.sampled_from(SKUS), PRICE, st.sampled_from([1, 1, 1, 2, 3, 5, 10]))
CARTS = st.lists(st.lists(LINE, min_size=1, max_size=5), min_size=1, max_size=6)

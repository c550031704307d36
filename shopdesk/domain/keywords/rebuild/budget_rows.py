"""The budgets of the campaigns after the rebuild, as rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from shopdesk.domain.keywords.rebuild.budgets import HEADROOM, WORTH_SAYING, QuadrantReturn, shares, whole_yuan
from shopdesk.domain.keywords.rebuild.homes import Homes
from shopdesk.domain.keywords.rebuild.model import Bought, KeywordRules, Place, Rest, Row, RowKind, together
from shopdesk.domain.keywords.rebuild.negatives import Standing
from shopdesk.domain.keywords.worth import order_value_cv, ratio_interval


def budget_rows(
    words: Sequence[Bought],
    standing: Sequence[Standing],
    own_homes: Homes,
    rules: KeywordRules,
    budgets: Mapping[tuple[str, str], float],
    days: int,
    rest: Sequence[Rest] = (),
) -> list[Row]:
    """Return one row for each campaign of an account whose budget changes by 5 % or more, or that is new.

    ``budgets`` are the daily budgets of today in yuan where a bulk file names them; else the budget of today is unknown
    (None) and the new one is what the words cost a day with 25 % room above. ``rest`` are words that stay.
    """
    before: dict[tuple[str, str, str], float] = defaultdict(float)
    after: dict[tuple[str, str, str], float] = defaultdict(float)
    place_of: dict[tuple[str, str, str], Place] = {}
    for one in words:
        before[one.place.campaign_key] += one.cost / days
    for left in rest:
        before[left.place.campaign_key] += left.cost / days
    for stands in together(standing, rest):
        after[stands.place.campaign_key] += stands.cost / days
        place_of.setdefault(stands.place.campaign_key, stands.place)
    quadrants = dict(own_homes.quadrant_of)
    quadrants |= {place.campaign_key: quadrant for quadrant, place in own_homes.campaign_of.items()}
    factors = shares(_returns(standing, quadrants, days, rest))
    found = []
    for key in sorted(place_of):
        place = replace(place_of[key], adgroup="", adgroup_id="")
        factor = factors.get(quadrants.get(key, ""), 1.0)
        row = _row(place, quadrants.get(key, ""), factor, before.get(key, 0.0), after[key], rules, budgets)
        if row is not None:
            found.append(row)
    return found


def _row(
    place: Place,
    quadrant: str,
    factor: float,
    before: float,
    after: float,
    rules: KeywordRules,
    budgets: Mapping[tuple[str, str], float],
) -> Row | None:
    named = next(
        (budgets[place.platform, n] for n in (place.campaign_id, place.campaign) if (place.platform, n) in budgets),
        None,
    )
    is_new = before <= 0
    step = "" if abs(factor - 1) < WORTH_SAYING / 2 else "higher_return" if factor > 1 else "lower_return"
    if named is None and not is_new and not step:
        return None  # nobody knows the cap; what is spent follows the words by itself
    free = after * factor * (HEADROOM if named is None or is_new else named / before)
    least = rules.least_budget or 0.0
    new = max(free, least)
    today = None if is_new else named
    if new <= 0 or (today is not None and abs(new / today - 1) < WORTH_SAYING):
        return None
    return Row(
        key="|".join(("budget", *place.campaign_key)).replace("\0", "~"),
        kind=RowKind.BUDGET,
        word="",
        shown=place.campaign,
        quadrant=quadrant,
        target=place,
        budget=today,
        new_budget=whole_yuan(new),
        reason="new_campaign" if is_new else step or "follows_words",
        values={"spend": after, "factor": factor, "free": free, "least": least},
    )


def _returns(
    standing: Sequence[Standing], quadrants: Mapping[tuple[str, str, str], str], days: int, rest: Sequence[Rest]
) -> Mapping[str, QuadrantReturn]:
    """Return what the campaigns of each quadrant bring: money can only be moved between campaigns."""
    orders = np.array([one.orders for one in standing], dtype=np.float64)
    revenue = np.array([one.revenue for one in standing], dtype=np.float64)
    cv = order_value_cv(orders, revenue)
    all_orders = float(orders.sum()) + sum(one.orders for one in rest)
    all_revenue = float(revenue.sum()) + sum(one.revenue for one in rest)
    usual = all_revenue / all_orders if all_orders > 0 else None
    by_quadrant: dict[str, list[Standing | Rest]] = defaultdict(list)
    for one in together(standing, rest):
        by_quadrant[quadrants.get(one.place.campaign_key, "")].append(one)
    return {quadrant: _return(own, usual, cv, days) for quadrant, own in sorted(by_quadrant.items())}


def _return(words: Sequence[Standing | Rest], usual: float | None, cv: float, days: int) -> QuadrantReturn:
    cost, orders, revenue = (sum(getattr(one, name) for one in words) for name in ("cost", "orders", "revenue"))
    value = revenue / orders if orders > 0 else usual
    if cost <= 0 or value is None:
        return QuadrantReturn(cost / days, None, None, None)
    low, high = ratio_interval(orders=orders, order_value=value, cost=cost, cv=cv)
    return QuadrantReturn(cost / days, revenue / cost, low, high)

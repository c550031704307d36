"""The budgets of the campaigns after the rebuild, as rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from shopdesk.domain.keywords.rebuild.budgets import HEADROOM, QuadrantReturn, shares
from shopdesk.domain.keywords.rebuild.homes import Homes
from shopdesk.domain.keywords.rebuild.model import Bought, KeywordRules, Place, Row, RowKind
from shopdesk.domain.keywords.rebuild.negatives import Standing
from shopdesk.domain.keywords.rebuild.verdicts import Verdict
from shopdesk.domain.keywords.worth import order_value_cv, ratio_interval

WORTH_SAYING: Final = 0.05
"""Smaller changes of a budget than this share are left alone."""


def budget_rows(
    words: Sequence[Bought],
    standing: Sequence[Standing],
    known: Mapping[str, Verdict],
    own_homes: Homes,
    rules: KeywordRules,
    budgets: Mapping[tuple[str, str], float],
    days: int,
) -> list[Row]:
    """Return one row for each campaign of an account whose budget changes by 5 % or more, or that is new.

    ``budgets`` are the daily budgets of today in yuan where a bulk file names them; else what was spent a day stands
    for the budget, and the row says so.
    """
    factors = shares(_returns(words, known, days))
    before: dict[tuple[str, str, str], float] = defaultdict(float)
    after: dict[tuple[str, str, str], float] = defaultdict(float)
    place_of: dict[tuple[str, str, str], Place] = {}
    for one in words:
        before[one.place.campaign_key] += one.cost / days
    for stands in standing:
        after[stands.place.campaign_key] += stands.cost / days
        place_of.setdefault(stands.place.campaign_key, stands.place)
    quadrants = dict(own_homes.quadrant_of)
    quadrants |= {place.campaign_key: quadrant for quadrant, place in own_homes.campaign_of.items()}
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
    least = rules.least_budget or 0.0
    if before <= 0:
        new = max(after * HEADROOM * factor, least)
        return (
            _made(place, quadrant, None, new, "new_campaign", {"spend": after, "factor": factor}) if new > 0 else None
        )
    base = named if named is not None else before
    new = max(base * factor * after / before, least)
    if abs(new / base - 1) < WORTH_SAYING:
        return None
    reason = (
        "follows_words" if abs(factor - 1) < WORTH_SAYING / 2 else "higher_return" if factor > 1 else "lower_return"
    )
    if reason == "follows_words" and named is None:
        return None  # nobody knows the cap; what is spent follows the words by itself
    return _made(
        place,
        quadrant,
        base,
        new,
        reason,
        {"basis": "budget" if named is not None else "spend", "spend": after, "factor": factor},
    )


def _made(
    place: Place, quadrant: str, before: float | None, new: float, reason: str, values: Mapping[str, str | float]
) -> Row:
    return Row(
        key="|".join(("budget", *place.campaign_key)).replace("\0", "~"),
        kind=RowKind.BUDGET,
        word="",
        shown=place.campaign,
        quadrant=quadrant,
        target=place,
        budget=before,
        new_budget=float(round(new)),
        reason=reason,
        values=values,
    )


def _returns(words: Sequence[Bought], known: Mapping[str, Verdict], days: int) -> Mapping[str, QuadrantReturn]:
    orders = np.array([one.orders for one in words], dtype=np.float64)
    revenue = np.array([one.revenue for one in words], dtype=np.float64)
    cv = order_value_cv(orders, revenue)
    usual = float(revenue.sum() / orders.sum()) if orders.sum() > 0 else None
    by_quadrant: dict[str, list[Bought]] = defaultdict(list)
    for one in words:
        by_quadrant[known[one.word].quadrant].append(one)
    return {quadrant: _return(own, usual, cv, days) for quadrant, own in sorted(by_quadrant.items())}


def _return(words: Sequence[Bought], usual: float | None, cv: float, days: int) -> QuadrantReturn:
    cost, orders, revenue = (sum(getattr(one, name) for one in words) for name in ("cost", "orders", "revenue"))
    value = revenue / orders if orders > 0 else usual
    if cost <= 0 or value is None:
        return QuadrantReturn(cost / days, None, None, None)
    low, high = ratio_interval(orders=orders, order_value=value, cost=cost, cv=cv)
    return QuadrantReturn(cost / days, revenue / cost, low, high)

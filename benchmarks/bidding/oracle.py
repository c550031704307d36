"""The best plans there are, from the true parameters: within the plan's form and limits, and free in each cell."""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy import optimize

from benchmarks.bidding.auction import HIGHEST, LOWEST, STEP, Floats, at, tables
from benchmarks.bidding.scoring import BID_LIMITS, HOUR_LIMITS, REGION_LIMITS, Outcome, Plan, Scorer
from benchmarks.bidding.world import World, flow, log_bids

PRICES: Final = 7
"""Rounds of the search for the price of money at which the best plan spends what today's does."""


def true_values(world: World) -> Plan:
    """Return bids in proportion to the true value of a click in each word, hour and region."""
    clicks = flow(world, np.log(world.bids)[:, None, None]).clicks
    revenue = clicks * world.revenue
    base = revenue.sum((1, 2)) / clicks.sum((1, 2))
    expected = clicks * base[:, None, None]
    return Plan(base, revenue.sum((0, 2)) / expected.sum((0, 2)), revenue.sum((0, 1)) / expected.sum((0, 1)))


def best_structured(scorer: Scorer) -> tuple[Plan, Outcome]:
    """Return the best plan inside the limits: all levers climb together at a price of money that meets the spend."""
    start = true_values(scorer.world)
    factor = scorer.score(start).factor
    plan, outcome = start, scorer.score(start)
    low, high, price = 0.05, 20.0, 1.0 / factor if factor > 0 else 1.0
    point = _point(Plan(start.base * factor, start.hours, start.regions))
    for _ in range(PRICES):
        point, spend = _climbed(scorer, point, price)
        found = _plan(scorer.world, point)
        scored = scorer.score(found)
        if scored.profit > outcome.profit:
            plan, outcome = found, scored
        low, high = (price, high) if spend > scorer.spend else (low, price)
        wish = price * (spend / scorer.spend) ** 0.5
        price = wish if low < wish < high else float(np.sqrt(low * high))
        if abs(np.log(spend / scorer.spend)) < 0.003:
            break
    return plan, outcome


def best_free(scorer: Scorer) -> Outcome:
    """Return what the best bid in each cell brings at today's spend: an upper bound for every plan."""
    world, table = scorer.world, tables(scorer.world.market)
    grid = LOWEST + STEP * np.arange(table.clicks.size)
    worth = np.linspace(-6.0, 6.0, 1201)  # logarithm of a click's value by the price of money, units of exp(mu)
    best = grid[np.argmax(np.exp(worth)[:, None] * table.clicks - table.payment, axis=1)]
    value = np.log(world.revenue) - world.mu

    def spend(log_price: float) -> float:
        z = np.interp(value - log_price, worth, best)
        return float(np.log((world.searches * np.exp(world.mu) * at(table.payment, z)).sum() / scorer.spend))

    log_price = float(optimize.brentq(spend, -6.0, 8.0, xtol=1e-4))
    return scorer.score_free(np.interp(value - log_price, worth, best) + world.mu)


def _climbed(scorer: Scorer, point: Floats, price: float) -> tuple[Floats, float]:
    """Return the levers that earn most when a yuan spent costs ``price``, and what they spend."""
    world, table = scorer.world, tables(scorer.world.market)
    clicks_slope, payment_slope = np.gradient(table.clicks, STEP), np.gradient(table.payment, STEP)
    words, hours, regions = world.mu.shape
    worth, pay = world.searches * world.revenue, world.searches * np.exp(world.mu) * price
    scale = 1.0 / (scorer.spend * price)

    def loss(x: Floats) -> tuple[float, Floats]:
        z = x[:words, None, None] + x[None, words : words + hours, None] + x[words + hours :] - world.mu
        place = np.clip((z - LOWEST) / STEP, 0.0, (HIGHEST - LOWEST) / STEP).astype(np.int32)
        gain = (worth * table.clicks[place] - pay * table.payment[place]).sum()
        slope = worth * clicks_slope[place] - pay * payment_slope[place]
        by_word, by_rest = slope.sum((1, 2)), slope.sum(0)
        return -scale * float(gain), -scale * np.concatenate([by_word, by_rest.sum(1), by_rest.sum(0)])

    today = np.log(world.bids)
    bounds = [(b + np.log(BID_LIMITS[0]), b + np.log(BID_LIMITS[1])) for b in today]
    bounds += [tuple(np.log(HOUR_LIMITS))] * hours + [tuple(np.log(REGION_LIMITS))] * regions
    clipped = np.clip(point, *np.array(bounds).T)
    found = optimize.minimize(loss, clipped, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 60})
    plan = _plan(world, found.x)
    spend = float(flow(world, log_bids(plan.base, plan.hours, plan.regions)).cost.sum())
    return np.asarray(found.x), spend


def _point(plan: Plan) -> Floats:
    return np.asarray(np.log(np.concatenate([plan.base, plan.hours, plan.regions])))


def _plan(world: World, point: Floats) -> Plan:
    words, hours, _ = world.mu.shape
    levers = np.exp(point)
    return Plan(levers[:words], levers[words : words + hours], levers[words + hours :])

"""Four weeks of a plan whose truth is known, as the marginal tables that a planner gets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shopdesk.domain.bidding.estimate.history import Cells, Floats, History, Words

KEYS = tuple(f"g\tw{number}\texact" for number in range(12))
REGIONS = tuple(f"r{number}" for number in range(31))


@dataclass(frozen=True, slots=True)
class Truth:
    """Orders a click by word, factors by hour of the week and region, and what was drawn from them."""

    words: Floats
    hours: Floats
    regions: Floats
    history: History


def cells(
    names: tuple[str, ...], clicks: Floats, rate: Floats, rng: np.random.Generator, *, carts: bool = True
) -> Cells:
    """Draw the table of one dimension: 1.50 yuan a click, about 100 yuan an order, carts by the rate to .8."""
    orders = rng.poisson(clicks * rate).astype(float)
    revenue = np.round(rng.gamma(np.maximum(4 * orders, 1e-9)) / 4 * 10_000) * (orders > 0)
    drawn = rng.poisson(clicks * 0.12 * (rate / 0.03) ** 0.8).astype(float)
    return Cells(
        names, clicks * 20, clicks, clicks * 150, orders, revenue, drawn if carts else np.full(clicks.size, np.nan)
    )


def past(seed: int, *, orders: float = 300, signal: float = 1.0, carts: bool = True) -> Truth:
    """Return a plan of 12 words in three quadrants with about so many orders in 28 days."""
    rng = np.random.default_rng(seed)
    rate = np.repeat([0.06, 0.02, 0.03], 4) * rng.lognormal(0, 0.35, 12)
    hours = np.tile(np.exp(signal * 0.2 * np.sin(np.arange(24) / 24 * 2 * np.pi + rng.uniform(0, 6))), 7)
    regions = np.exp(signal * 0.25 * rng.standard_normal(31))
    total = orders / 0.03

    def split(size: int) -> Floats:
        share = rng.dirichlet(np.full(size, 4.0))
        return np.round(share * total)

    words = cells(KEYS, split(12), rate, rng, carts=carts)
    history = History(
        Words(words, ("a",) * 4 + ("b",) * 4 + ("c",) * 4, np.full(12, 180.0)),
        cells(tuple(map(str, range(168))), split(168), 0.03 * hours, rng, carts=carts),
        cells(REGIONS, split(31), 0.03 * regions, rng, carts=carts),
        None,
        4.0,
    )
    return Truth(rate, hours, regions, history)


def audiences(clicks: list[float], orders: list[float]) -> Cells:
    """Return a table of audiences."""
    n, y = np.array(clicks, dtype=float), np.array(orders, dtype=float)
    shown, cost, revenue = (
        np.asarray(n * 20, dtype=float),
        np.asarray(n * 150, dtype=float),
        np.asarray(y * 1e4, dtype=float),
    )
    return Cells(tuple(f"a{k}" for k in range(n.size)), shown, n, cost, y, revenue, np.full(n.size, np.nan))

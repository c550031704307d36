"""Order lines for tests of bundles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

START = np.datetime64("2026-01-01")


def lines_of(orders: Sequence[Sequence[str]], *, days: Sequence[int] | None = None) -> pd.DataFrame:
    """Return one line an article of each order, orders in turn over 56 days."""
    rows = [
        (number, sku, START + np.timedelta64(days[number] if days is not None else number % 56, "D"))
        for number, goods in enumerate(orders)
        for sku in goods
    ]
    return pd.DataFrame(rows, columns=["order_id", "sku", "paid_at"])


def drawn_orders(
    seed: int, count: int, *, goods: int = 60, pair: float = 0.0, popular: Sequence[float] | None = None
) -> list[list[str]]:
    """Return orders of one to twelve goods drawn by chance; with the chance ``pair`` S03 brings S07 along."""
    draw = np.random.default_rng(seed)
    weight = np.asarray(popular) if popular is not None else 1 / np.arange(1, goods + 1) ** 0.7
    orders = []
    for _ in range(count):
        chosen = draw.choice(goods, min(int(draw.geometric(0.4)), 12), replace=False, p=weight / weight.sum()).tolist()
        if 3 in chosen and draw.random() < pair:
            chosen = [*chosen, 7]
        orders.append([f"S{code:02d}" for code in dict.fromkeys(chosen)])
    return orders

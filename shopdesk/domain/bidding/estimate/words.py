"""What a click on each bought word brings: the values of the keyword library, of the words of one plan."""

from __future__ import annotations

import numpy as np

from shopdesk.domain.bidding.estimate.counts import counts_of
from shopdesk.domain.bidding.estimate.history import Words
from shopdesk.domain.bidding.estimate.model import WordValues
from shopdesk.domain.keywords.usual import usual_conversion
from shopdesk.domain.keywords.worth import click_values


def word_values(words: Words | None, *, completeness: float) -> tuple[WordValues | None, float | None]:
    """Return the values in fen a click and the exponent by which carts speak for orders, None where no carts are told.

    ``completeness`` is the share of its orders that the period has so far.
    """
    if words is None or not len(words.cells):
        return None, None
    counts = counts_of(words.cells)
    quadrants = {name: number for number, name in enumerate(sorted(set(words.quadrants)))}
    worth = click_values(
        clicks=counts.clicks,
        orders=counts.orders,
        revenue_yuan=counts.revenue / 100,
        group=np.array([quadrants[name] for name in words.quadrants], dtype=np.int64),
        signal=counts.carts if counts.has_carts else None,
        usual=usual_conversion(words.quadrants),
    )
    fen = 100 / completeness
    values = WordValues(
        counts.names,
        worth.mean * fen,
        worth.median * fen,
        worth.low * fen,
        worth.high * fen,
        1 / np.sqrt(worth.shape),
        counts.orders,
        counts.clicks,
    )
    return values, worth.exponent if counts.has_carts and np.isfinite(worth.mean).any() else None

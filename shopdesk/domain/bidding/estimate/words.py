"""What a click on each bought word brings: the values of the keyword library, of the words of one plan."""

from __future__ import annotations

import numpy as np

from shopdesk.domain.bidding.estimate.counts import counts_of
from shopdesk.domain.bidding.estimate.history import Words
from shopdesk.domain.bidding.estimate.model import WordValues
from shopdesk.domain.keywords.usual import Usual, usual_conversion
from shopdesk.domain.keywords.worth import click_values


def word_values(words: Words | None, *, usual: Usual) -> tuple[WordValues | None, float | None]:
    """Return the values in fen a click and the exponent by which carts speak for orders, None where no carts are told.

    ``usual`` says what quadrants usually convert.
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
        usual=usual_conversion(words.quadrants, usual),
    )
    values = WordValues(
        counts.names,
        100 * worth.mean,
        100 * worth.median,
        100 * worth.low,
        100 * worth.high,
        1 / np.sqrt(worth.shape),
        counts.orders,
        counts.clicks,
    )
    return values, worth.exponent if counts.has_carts and np.isfinite(worth.mean).any() else None

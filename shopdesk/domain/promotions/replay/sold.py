"""What each line of an order cost before order-level offers, by the best that its file tells."""

from __future__ import annotations

import numpy as np
import pandas as pd

from shopdesk.domain.promotions.replay.placed import number, text

_NEAR_FEN = 1.0
_MOST_UNITS = 10_000_000
"""More units than that in one line are a broken cell."""


def sold(lines: pd.DataFrame) -> pd.DataFrame:
    """Return one row a line: whose order, what article, how many units and what they cost.

    ``value`` is that of the line (fen, NaN unknown), ``listed`` its price on the shelf (fen a unit), ``article`` the
    first of sku, item_id and title that is known.
    ``from_share`` tells that the value is what was paid with the line's share of order-level offers, ``fits`` whether
    paid = price × quantity − discounts within a fen (NaN where a figure is missing); ``platform`` and ``refunded``
    are the line's own, fen.
    """
    known = lines[text(lines, "order_id") != ""] if "order_id" in lines.columns else lines.iloc[:0]
    quantity = number(known, "quantity").fillna(1).clip(upper=_MOST_UNITS)
    units = np.rint(quantity)
    known, units = known[units > 0], units[units > 0]
    sku, item_id, title = (text(known, column) for column in ("sku", "item_id", "title"))
    article = sku.where(sku != "", item_id.where(item_id != "", title))
    value, from_share, fits = _values(known, units)
    return pd.DataFrame(
        {
            "order_id": text(known, "order_id"),
            "article": article,
            "sku": sku,
            "item_id": item_id,
            "title": title.where(title != "", article),
            "quantity": units,
            "value": value.where(value >= 0),
            "listed": number(known, "unit_price"),
            "from_share": from_share,
            "fits": fits,
            "platform": number(known, "platform_discount"),
            "refunded": number(known, "refunded"),
        }
    )


def _values(lines: pd.DataFrame, units: pd.Series) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Return the value of each line, whether its share of order-level offers is in it, and whether the figures fit.

    ``payment = price × num − discount_fee`` and ``divide_order_fee = payment − part_mjz_discount`` are the identities
    of the Taobao interface. A line that was given back shows less than it cost, so its price stands then. The total
    of a line stands before its price where no discount of its own is told: some files list the price on the shelf.
    """
    paid, share = number(lines, "line_paid"), number(lines, "order_discount_share")
    own = number(lines, "line_discount")
    listed = number(lines, "unit_price") * units
    priced = listed - own.fillna(0)
    total = number(lines, "line_total")
    total = total.where(total > 0)
    whole = paid + share
    fits = ((priced - whole).abs() <= _NEAR_FEN).astype(float).where(priced.notna() & whole.notna())
    given_back = (number(lines, "refunded").fillna(0) > 0) | (paid.fillna(0) <= 0)
    from_share = whole.notna() & ~(given_back & priced.notna() & (priced > whole))
    told = priced.where(own.notna()).fillna(total).fillna(priced).fillna(paid)
    value = whole.where(from_share, told)
    return value, from_share, fits

"""The one door through which outside promotion cases reach the product."""

from __future__ import annotations

from typing import Any

import pandas as pd

from shopdesk.app.promotions.bundles import find_bundles as bundle_pairs
from shopdesk.app.promotions.cart_file import price_case


def price(case: dict[str, Any]) -> dict[str, Any]:
    """Price a case of schema ``promo-cases/1``: every key its ``expected`` may hold, amounts as decimal strings."""
    return price_case(case)


def find_bundles(lines: pd.DataFrame) -> pd.DataFrame:
    """Pairs of goods bought together: sku_a, sku_b, together, expected, lift, p_value, accepted.

    ``lines``: order_id, sku, paid_at.
    """
    return bundle_pairs(lines)

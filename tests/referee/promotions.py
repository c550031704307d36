"""The one door through which outside promotion cases reach the product."""

from __future__ import annotations

from typing import Any

from shopdesk.app.promotions.cart_file import price_case


def price(case: dict[str, Any]) -> dict[str, Any]:
    """Price a case of schema ``promo-cases/1``: every key its ``expected`` may hold, amounts as decimal strings."""
    return price_case(case)

"""Which way a product is decomposed, and the choice that fits the figures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from shopdesk.domain.kpi.attribution import lmdi, shapley, substitution


class Method(StrEnum):
    """How a change is divided."""

    LMDI = "lmdi"  # LMDI 加法分解: products of positive factors, agrees in drill-down
    SHAPLEY = "shapley"  # mean over all orders: zeros, negative numbers, any formula
    SUBSTITUTION = "substitution"  # 连环替代法: depends on the order, which is shown
    MIX_RATE = "mix_rate"  # a ratio by segments: rate and mix
    DIFFERENCE = "difference"  # a sum: plain differences


PRODUCT_METHODS = (Method.LMDI, Method.SHAPLEY, Method.SUBSTITUTION)
"""The methods a user can choose for a product chain; the first is the usual one."""


def fitting(before: Sequence[float], after: Sequence[float]) -> Method:
    """Return the method for a product: LMDI, or Shapley where a factor isn't positive on both sides."""
    return Method.LMDI if all(x > 0 for x in (*before, *after)) else Method.SHAPLEY


def slopes(before: Sequence[float], after: Sequence[float], method: Method) -> tuple[float, ...]:
    """Return what each factor's difference is multiplied by to give its part of a product's change."""
    match method:
        case Method.LMDI:
            return lmdi.slopes(before, after)
        case Method.SHAPLEY:
            return shapley.product_slopes(before, after)
        case Method.SUBSTITUTION:
            return substitution.substitution_slopes(before, after)
        case _:
            raise ValueError(f"{method} doesn't divide a product")


def product_parts(before: Sequence[float], after: Sequence[float], method: Method) -> tuple[float, ...]:
    """Return the parts of a product's change, in the order of the factors."""
    match method:
        case Method.LMDI:
            return lmdi.lmdi(before, after)
        case Method.SHAPLEY:
            return shapley.product_shapley(before, after)
        case Method.SUBSTITUTION:
            return substitution.substitution(before, after)
        case _:
            raise ValueError(f"{method} doesn't divide a product")

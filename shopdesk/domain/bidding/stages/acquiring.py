"""拉新: what a click may cost where a new customer comes back, and what must be imported to know it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ALPHA_NEW: Final = 0.5
"""Share of what a new customer brings later that an advertisement may claim [K: 请核对]: the rest would have come
back to the shop without being won here."""


class Missing(StrEnum):
    """What the answer lacks."""

    CLICKS = "clicks"  # no report with clicks and orders of this plan
    MARGIN = "margin"
    ORDERS = "orders"  # no orders that name their buyers
    TOO_FEW_REPEATERS = "too_few_repeaters"
    TOO_SHORT = "too_short"  # less than the weeks of orders that coming back needs
    UNFIT = "unfit"  # no model fits these customers
    NEW_SHARE = "new_share"  # no report tells new from old buyers


class ShareSource(StrEnum):
    """Where the share of new customers comes from."""

    PLAN = "plan"  # the advertising report of the plan
    ORDERS = "orders"  # first orders among all orders of the shop


@dataclass(frozen=True, slots=True)
class Later:
    """What a new customer brings after the first order in the coming year: contribution in fen, 95 % range."""

    value: float
    low: float
    high: float
    is_margin: bool  # False: revenue, because the costs of the goods aren't known


@dataclass(frozen=True, slots=True)
class NewShare:
    """How many buyers are new, ``share`` of ``buyers``."""

    share: float
    buyers: float
    source: ShareSource


@dataclass(frozen=True, slots=True)
class Click:
    """A plan's click: orders per click, fen an order, and the orders behind both."""

    orders_per_click: float
    order_value: float
    orders: float
    cpc: float | None


@dataclass(frozen=True, slots=True)
class AcquiringAnswer:
    """Fen that a click may cost at most: by its first orders, and with what new customers bring later.

    ``low`` and ``high`` are the ends for the range of what comes later. None where something is ``missing``.
    """

    missing: tuple[Missing, ...]
    first: float | None = None
    whole: float | None = None
    low: float | None = None
    high: float | None = None
    alpha: float = ALPHA_NEW
    click: Click | None = None
    later: Later | None = None
    share: NewShare | None = None

    @property
    def factor(self) -> float | None:
        """How many times the break-even of first orders a click may cost."""
        return self.whole / self.first if self.whole is not None and self.first else None


def acquiring(
    click: Click | None,
    *,
    margin: float | None,
    later: Later | Missing,
    share: NewShare | None,
    alpha: float = ALPHA_NEW,
) -> AcquiringAnswer:
    """Return what a click may cost: ``m·CVR·AOV + α·(LTV_new - first order)·share of new buyers·CVR``.

    ``margin`` and ``alpha`` are fractions. Revenue that comes later is taken times the margin where costs are unknown.
    """
    missing = [
        *([Missing.CLICKS] if click is None else []),
        *([Missing.MARGIN] if margin is None else []),
        *([later] if isinstance(later, Missing) else []),
        *([Missing.NEW_SHARE] if share is None else []),
    ]
    known = later if isinstance(later, Later) else None
    if click is None or margin is None:
        return AcquiringAnswer(tuple(missing), alpha=alpha, click=click, later=known, share=share)
    first = margin * click.orders_per_click * click.order_value
    if known is None or share is None:
        return AcquiringAnswer(tuple(missing), first, alpha=alpha, click=click, later=known, share=share)
    scale = alpha * share.share * click.orders_per_click * (1.0 if known.is_margin else margin)
    return AcquiringAnswer(
        (),
        first,
        first + scale * known.value,
        first + scale * known.low,
        first + scale * known.high,
        alpha,
        click,
        known,
        share,
    )

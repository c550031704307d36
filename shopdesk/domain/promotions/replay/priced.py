"""What a set of offers makes of the orders of a book, order by order: the ground of every sum that a replay tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from shopdesk.domain.promotions.offers import Benefit, ConditionKind, EveryAmountOff, Ladder, Offer
from shopdesk.domain.promotions.replay.book import Codes, Fen


def _none() -> Codes:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class OfferUse:
    """What one offer did; all arrays of one length but the last two, ``orders`` ascending positions in the book.

    ``taken`` is what it took off goods and postage, ``platform`` the part of it that the platform bears, fen.
    ``gift_cost`` is what its gifts cost the shop (fen), UNKNOWN where no cost of them is known, and ``spent`` what
    counts against its budget. ``step`` is the
    minimum of the step of a ladder that was given, else its threshold (fen or units, 0 none). ``lines`` and
    ``line_off`` say where it took how much, only where they were asked for.
    """

    offer_id: str
    orders: Codes
    taken: Fen
    platform: Fen
    gift_cost: Fen
    spent: Fen
    step: Codes
    lines: Codes = field(default_factory=_none)
    line_off: Fen = field(default_factory=_none)


@dataclass(frozen=True, slots=True)
class Priced:
    """Lines and postage as they would be paid, fen, with the use of every offer in the given order."""

    paid: Fen  # of each line
    shipping: Fen  # of each order
    uses: tuple[OfferUse, ...]
    by_engine: int = 0


_BY_ORDER = ("orders", "taken", "platform", "gift_cost", "spent", "step")
_BY_LINE = ("lines", "line_off")


def joined(uses: Sequence[OfferUse]) -> OfferUse:
    """Put uses of one offer on different orders together, in the order of the book."""
    if len(uses) == 1:
        return uses[0]
    joint = OfferUse(
        uses[0].offer_id,
        **{name: np.concatenate([getattr(use, name) for use in uses]) for name in _BY_ORDER + _BY_LINE},
    )
    rising = all((columns[1:] >= columns[:-1]).all() for columns in (joint.orders, joint.lines))
    return (
        joint
        if rising
        else chosen(joint, np.argsort(joint.orders, kind="stable"), np.argsort(joint.lines, kind="stable"))
    )


def chosen(use: OfferUse, orders: Any, lines: Any) -> OfferUse:
    """Return some rows of a use (masks or places)."""
    return OfferUse(
        use.offer_id,
        **{name: getattr(use, name)[orders] for name in _BY_ORDER},
        **{name: getattr(use, name)[lines] for name in _BY_LINE},
    )


def no_use(offer: Offer) -> OfferUse:
    """Return the use of an offer that did nothing."""
    return OfferUse(offer.offer_id, **{name: _none() for name in _BY_ORDER})


def threshold_of(offer: Offer) -> int | None:
    """Return the one threshold of an offer that is no ladder, fen or units; None where it has none."""
    if isinstance(offer.benefit, EveryAmountOff):
        return offer.benefit.step
    if offer.condition.kind in (ConditionKind.AMOUNT, ConditionKind.QUANTITY):
        return offer.condition.value
    return None


def minima_of(benefit: Benefit) -> tuple[int, ...]:
    """Return the minima of a ladder, rising; () for other benefits."""
    return tuple(sorted({tier.minimum for tier in benefit.tiers})) if isinstance(benefit, Ladder) else ()

"""What a ladder does to the orders of a book while its slider is dragged: from the number of orders at each yuan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from shopdesk.domain.promotions.replay.book import UNKNOWN, Codes, Fen, OrderBook
from shopdesk.domain.promotions.replay.per_order import order_costs, refunds
from shopdesk.domain.promotions.replay.record import TierReach
from shopdesk.domain.promotions.rounding import Rounding, whole

FEN_A_YUAN = 100
_MOST_YUAN = 50_000


@dataclass(frozen=True, slots=True)
class Histogram:
    """Orders by whole yuan of what their goods cost before the ladder; the last place holds all dearer ones.

    Sums over the orders of each place: ``values`` of goods in fen, and ``kept``, the share of the payment that does
    not go back. ``revenue`` and ``margin`` are those of all orders without the ladder, fen; ``without_cost`` orders
    have no margin.
    """

    counts: Codes
    values: Fen
    kept: npt.NDArray[np.float64]
    revenue: int
    margin: int
    without_cost: int

    @classmethod
    def of(cls, book: OrderBook, values: Fen | None = None) -> Histogram:
        """Sum the orders of a book up; ``values`` of their goods after the item-level offers (None: of the book)."""
        value = book.values() if values is None else values
        place = np.minimum(value // FEN_A_YUAN, _MOST_YUAN)
        size = int(place.max(initial=0)) + 1
        revenue = value + book.shipping
        back = refunds(book, revenue)
        cost = order_costs(book)
        known = cost != UNKNOWN
        share = np.divide(back, revenue, out=np.zeros(book.orders), where=revenue > 0)
        order = np.argsort(place, kind="stable")
        starts = np.flatnonzero(np.diff(place[order], prepend=-1))
        sums = np.zeros(size, dtype=np.int64)
        if len(starts):
            sums[place[order[starts]]] = np.add.reduceat(value[order], starts)
        return cls(
            np.bincount(place, minlength=size).astype(np.int64),
            sums,
            np.bincount(place, weights=1 - share, minlength=size).astype(np.float64),
            int(revenue.sum()),
            int((revenue - back - cost)[known].sum()),
            int((~known).sum()),
        )


@dataclass(frozen=True, slots=True)
class LiveLadder:
    """What a ladder would take, fen, with no customer doing anything else because of it.

    ``margin`` None where a cost is unknown.
    """

    reach: tuple[TierReach, ...]
    cost: int
    platform_off: int
    revenue: int
    income: int
    margin: int | None


def live(
    histogram: Histogram, ladder: Sequence[tuple[int, int]], *, shop_percent: int = 100, offer_id: str = ""
) -> LiveLadder:
    """Return what rising (minimum, amount off) in fen take from the orders of a histogram.

    The same to the fen as a replay where minima or values are whole yuan, no floor stands in the way, and refunds were
    of whole orders or none; a part that went back is rounded with the whole place, not by order.
    """
    reach, cost, platform, kept = [], 0, 0, 0.0
    places = [-(-minimum // FEN_A_YUAN) for minimum, _ in ladder]
    for (minimum, off), first, last in zip(ladder, places, [*places[1:], len(histogram.counts)], strict=True):
        here = slice(min(first, len(histogram.counts)), last)
        counts = histogram.counts[here]
        taken = np.minimum(counts * off, histogram.values[here])
        each = off - whole(Fraction(off * shop_percent, 100), Rounding.HALF_UP)
        platform += int(counts.sum()) * each
        whole_off = np.divide(taken, counts, out=np.zeros(len(counts)), where=counts > 0)
        kept += float((whole_off * histogram.kept[here]).sum())
        cost += int(taken.sum())
        reach.append(TierReach(offer_id, minimum, int(counts.sum()), int(taken.sum())))
    return LiveLadder(
        tuple(reach),
        cost,
        platform,
        histogram.revenue - cost,
        histogram.revenue - cost + platform,
        None if histogram.without_cost else round(histogram.margin - kept) + platform,
    )

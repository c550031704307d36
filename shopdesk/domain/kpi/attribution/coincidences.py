"""What happened at the same time as a change: worth knowing, and no proof that it was the cause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.segments.sums import SegmentSums
from shopdesk.domain.periods import Period

LEAD_DAYS: Final = 7
"""What happened so many days before the later period may still work in it."""
MIN_PIECES: Final = 5
PRICE_CHANGE: Final = 0.05


class CoincidenceKind(StrEnum):
    """What happened."""

    CAMPAIGN = "campaign"
    OFFER_BEGINS = "offer_begins"
    OFFER_ENDS = "offer_ends"
    PLAN_TAKEN = "plan_taken"
    NOTE = "note"
    PRICE = "price"  # money a piece of an item moved
    NOT_SOLD = "not_sold"  # an item that sold before sold nothing


@dataclass(frozen=True, slots=True)
class Coincidence:
    """Something of the same days. ``before`` and ``after`` are prices (yuan) or pieces where it is about an item.

    ``in_before`` and ``in_after`` say which of the two periods it touches: a campaign in only one of them
    makes the two hard to compare.
    """

    kind: CoincidenceKind
    zh: str
    en: str
    first: date | None = None
    last: date | None = None
    in_before: bool = False
    in_after: bool = False
    before: float | None = None
    after: float | None = None

    @property
    def is_lopsided(self) -> bool:
        """Whether it is a campaign that only one of the two periods holds."""
        return self.kind is CoincidenceKind.CAMPAIGN and self.in_before != self.in_after


def campaigns(calendar: CampaignCalendar, *, before: Period, after: Period) -> list[Coincidence]:
    """Return the campaigns that touch one of two periods, those that touch only one first."""
    found = {}
    for period in (before, after):
        for one in calendar.within(period):
            touches = [one.start <= span.end and one.end >= span.start for span in (before, after)]
            found[one] = Coincidence(
                CoincidenceKind.CAMPAIGN, one.zh, one.en, one.start, one.end, touches[0], touches[1]
            )
    return sorted(found.values(), key=lambda one: (one.in_before and one.in_after, one.first))


def near(happened: Iterable[Coincidence], *, before: Period, after: Period) -> list[Coincidence]:
    """Return what happened in one of two periods or shortly before the later one, the latest first."""
    lead = after.start - timedelta(days=LEAD_DAYS)
    kept = [
        one
        for one in happened
        if one.first is not None and (before.start <= one.first <= before.end or lead <= one.first <= after.end)
    ]
    return sorted(kept, key=lambda one: one.first or date.min, reverse=True)


def of_items(before: SegmentSums, after: SegmentSums, *, most: int = 3) -> list[Coincidence]:
    """Return items whose money a piece moved and items that stopped selling, the largest by money before first."""
    first, last = _items(before), _items(after)
    found: list[tuple[float, Coincidence]] = []
    for label, (money, pieces) in first.items():
        if pieces < MIN_PIECES or label not in last:
            continue
        money_after, pieces_after = last[label]
        if pieces_after == 0:
            found.append((money, _of_item(CoincidenceKind.NOT_SOLD, label, pieces, 0.0)))
        elif pieces_after >= MIN_PIECES and abs(money_after / pieces_after / (money / pieces) - 1) >= PRICE_CHANGE:
            prices = money / pieces / 100, money_after / pieces_after / 100
            found.append((money, _of_item(CoincidenceKind.PRICE, label, *prices)))
    return [one for _, one in sorted(found, key=lambda pair: -pair[0])[:most]]


def _of_item(kind: CoincidenceKind, label: str, before: float, after: float) -> Coincidence:
    return Coincidence(kind, label, label, before=before, after=after)


def _items(sums: SegmentSums) -> Mapping[str, tuple[float, float]]:
    """Return money (fen) and pieces of each item of which both are known and above 0."""
    money, pieces = sums.of("pay_amount"), sums.of("pay_items")
    return {
        label: (float(fen), float(count))
        for label, fen, count in zip(sums.labels, money, pieces, strict=True)
        if count == 0 or (fen > 0 and count > 0)
    }

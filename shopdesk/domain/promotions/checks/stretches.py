"""Time cut where another set of offers runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shopdesk.domain.promotions.checks.record import Stretch, minute_of
from shopdesk.domain.promotions.offers import Offer


def stretches(offers: Sequence[Offer], today: date, *, most: int | None = None) -> list[Stretch]:
    """Return the stretches from ``today`` on, in order and without gaps, at most ``most``; empty ones too."""
    spans = [_span(offer) for offer in offers]
    now = minute_of(today)
    cuts = sorted({at for span in spans for at in span if at is not None and at > now})
    starts: list[int] = [now, *cuts]
    if most is not None:
        starts = starts[: most + 1]
    found = []
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    running: set[int] = set()
    for place, (start, end) in enumerate(spans):
        if (start is None or start <= now) and (end is None or end > now) and not _is_empty(start, end):
            running.add(place)
        elif start is not None and start > now and not _is_empty(start, end):
            begins.setdefault(start, []).append(place)
        if end is not None and end > now:
            ends.setdefault(end, []).append(place)
    for number, at in enumerate(starts if most is None else starts[:most]):
        running.difference_update(ends.get(at, ()))
        running.update(begins.get(at, ()))
        end_at = starts[number + 1] if number + 1 < len(starts) else None
        found.append(Stretch(at, end_at, tuple(sorted(running))))
    return found


def count_cuts(offers: Sequence[Offer], today: date) -> int:
    """Return how many stretches there are from ``today`` on."""
    now = minute_of(today)
    return 1 + len({at for offer in offers for at in _span(offer) if at is not None and at > now})


def _span(offer: Offer) -> tuple[int | None, int | None]:
    start = None if offer.start is None else minute_of(offer.start, offer.start_minute)
    end = None if offer.end is None else minute_of(offer.end, offer.end_minute)
    return start, end


def _is_empty(start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and end <= start

"""From which day to which a shop has figures, as the history of its imports tells: the same for window and commands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shopdesk.app.ports import ImportRecord

_LATER: Final = ("costs", "reviews", "refunds")
"""Refunds and reviews run on after the last full day of sales; a period must not end in empty days."""


def figure_days(records: Iterable[ImportRecord], *, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day with figures, None without any; ``records`` are all imports of a shop."""
    active = [record for record in records if record.active]
    dated = [record for record in active if record.first_date and record.last_date]
    daily = [record for record in dated if record.table not in _LATER] or dated
    first = min((record.first_date for record in daily if record.first_date), default=None)
    last = max((record.last_date for record in daily if record.last_date), default=None)
    is_sample = any(record.sample for record in active)
    if not is_sample and first and last and first <= today:
        last = min(last, today)  # a slip in a year must not take every period into the future
    return first, last

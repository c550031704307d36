"""The campaign days of the synthetic shops, by name, with how strongly each moves traffic and conversion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

FIRST: Final = date(2024, 3, 1)
DAYS: Final = 400
NEW_YEARS: Final = (date(2024, 2, 10), date(2025, 1, 29))
MEMBER_DAY: Final = 18


@dataclass(frozen=True, slots=True)
class Promotion:
    """Days of one name; each shop draws its own strength between the limits (factors on a day's mean)."""

    name: str
    days: tuple[date, ...]
    visitors: tuple[float, float]
    conversion: tuple[float, float]


def _run(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=shift) for shift in range((last - first).days + 1))


def promotions() -> tuple[Promotion, ...]:
    """Return every promotion of the 400 days; a day belongs to the first that names it."""
    found = []
    for year in (2024, 2025):
        found += [
            Promotion("三八", (date(year, 3, 8),), (1.2, 1.9), (1.1, 1.5)),
            Promotion("五一", _run(date(year, 5, 1), date(year, 5, 3)), (0.8, 1.5), (0.95, 1.3)),
            Promotion("618 开门红", _run(date(year, 6, 1), date(year, 6, 3)), (1.4, 2.6), (1.2, 1.8)),
            Promotion("618", _run(date(year, 6, 13), date(year, 6, 20)), (1.3, 2.4), (1.15, 1.7)),
            Promotion("99", (date(year, 9, 9),), (1.2, 1.9), (1.1, 1.4)),
            Promotion("国庆", _run(date(year, 10, 1), date(year, 10, 7)), (0.6, 1.2), (0.9, 1.15)),
            Promotion("双11 第一波", _run(date(year, 11, 1), date(year, 11, 3)), (1.6, 3.2), (1.3, 2.0)),
            Promotion("双11", _run(date(year, 11, 8), date(year, 11, 13)), (1.6, 3.8), (1.3, 2.2)),
            Promotion("双12", (date(year, 12, 12),), (1.3, 2.2), (1.1, 1.6)),
        ]
    for feast in NEW_YEARS:
        days = _run(feast - timedelta(days=6), feast + timedelta(days=6))
        found.append(Promotion("春节", days, (0.3, 0.75), (0.7, 1.0)))
    members = tuple(date(year, month, MEMBER_DAY) for year in (2024, 2025) for month in range(1, 13))
    found.append(Promotion("会员日", members, (1.15, 1.6), (1.1, 1.5)))
    return tuple(found)


def promo_days(first: date = FIRST, days: int = DAYS) -> dict[date, str]:
    """Return the name of each campaign day within the run of days."""
    names: dict[date, str] = {}
    last = first + timedelta(days=days - 1)
    for promotion in promotions():
        for day in promotion.days:
            if first <= day <= last:
                names.setdefault(day, promotion.name)
    return names

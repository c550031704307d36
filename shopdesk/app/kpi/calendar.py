"""The campaign calendar in force: the shipped days, later the shop's own as well."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import Any

from shopdesk import assets
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar, Occasion, around


@cache
def shipped() -> CampaignCalendar:
    """Return the shipped calendar, 2020 to 2030."""
    with assets.path("calendar", "campaigns.toml").open("rb") as file:
        loaded = tomllib.load(file)
    first, last = loaded["years"]
    campaigns = [one for entry in loaded["yearly"] for one in _each_year(entry, range(first, last + 1))]
    campaigns += [one for entry in loaded["dated"] for one in _each_date(entry)]
    return CampaignCalendar.of(campaigns, lunar_new_years=loaded["lunar_new_years"])


def _each_year(entry: dict[str, Any], years: range) -> list[Campaign]:
    first, last = (_month_day(entry[name]) for name in ("from", "to"))
    return [
        Campaign(entry["zh"], entry["en"], date(year, *first), date(year, *last), _occasion(entry)) for year in years
    ]


def _each_date(entry: dict[str, Any]) -> list[Campaign]:
    return [
        around(
            day,
            zh=entry["zh"],
            en=entry["en"],
            before_days=entry["before_days"],
            after_days=entry["after_days"],
            occasion=_occasion(entry),
        )
        for day in entry["dates"]
    ]


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _occasion(entry: dict[str, Any]) -> Occasion:
    return Occasion(entry.get("occasion", Occasion.PROMOTION.value))

"""The shop's own campaign days: what it adds to the shipped calendar, and what of that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.kpi.calendar import shipped
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.calendar import Campaign, CampaignCalendar, Occasion


@dataclass(frozen=True, slots=True)
class OwnDays:
    """One run of days of the shop's own, or (``is_hidden``) a shipped one that does not count for this shop.

    A hidden one names the shipped campaign by its Chinese name and first day, so that a later version of the
    shipped calendar can't bring it back.
    """

    days_id: str
    zh: str
    en: str
    start: date
    end: date
    occasion: str = Occasion.PROMOTION.value
    is_hidden: bool = False


OWN_DAYS: Final = Collection("kpi_own_days", OwnDays, ("days_id",))
_HIDDEN: Final = "hidden:"


def calendar_of(workspace: Workspace) -> CampaignCalendar:
    """Return the calendar in force: the shipped days without the hidden ones, and the shop's own."""
    rows = list(workspace.rows(OWN_DAYS).values())
    if not rows:
        return shipped()
    hidden = {(row.zh, row.start) for row in rows if row.is_hidden}
    kept = [one for one in shipped().campaigns if (one.zh, one.start) not in hidden]
    own = [Campaign(row.zh, row.en or row.zh, row.start, row.end, Occasion(row.occasion)) for row in own_of(rows)]
    return CampaignCalendar.of([*kept, *own], lunar_new_years=shipped().lunar_new_years)


def own_of(rows: Iterable[OwnDays]) -> list[OwnDays]:
    """Return the shop's own days in order, without the marks of hidden ones."""
    return sorted((row for row in rows if not row.is_hidden), key=lambda row: (row.start, row.end, row.zh))


def put_days(rows: Iterable[OwnDays]) -> SetRows:
    """Return the change that stores own days."""
    return SetRows.put(OWN_DAYS, rows)


def drop_days(ids: Iterable[str]) -> SetRows:
    """Return the change that removes own days."""
    return SetRows.drop(OWN_DAYS, [(one,) for one in ids])


def hide(campaigns: Iterable[Campaign]) -> SetRows:
    """Return the change that leaves shipped campaigns out of this shop's calendar."""
    return SetRows.put(
        OWN_DAYS, [OwnDays(_mark(one), one.zh, one.en, one.start, one.end, is_hidden=True) for one in campaigns]
    )


def show(campaigns: Iterable[Campaign]) -> SetRows:
    """Return the change that lets hidden shipped campaigns count again."""
    return drop_days([_mark(one) for one in campaigns])


def is_hidden(workspace: Workspace, campaign: Campaign) -> bool:
    """Return whether a shipped campaign is left out."""
    return workspace.row(OWN_DAYS, (_mark(campaign),)) is not None


def _mark(campaign: Campaign) -> str:
    return f"{_HIDDEN}{campaign.start.isoformat()}:{campaign.zh}"

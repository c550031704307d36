"""A plan as bulk files 6.0 of Microsoft Ads: one with the campaign's budget, hours and regions, one with its words.

Hours that exist can't be changed: each is deleted by its id and the new ones are added, so that the present ones must
have been imported. Columns are those of Microsoft's published samples.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shopdesk.app.bidding.exporting import LeftOut, PlanOrder, Why
from shopdesk.domain.bidding.forms.change import Change, Lever
from shopdesk.domain.bidding.forms.google_schedule import WEEKDAYS
from shopdesk.domain.bidding.forms.windows import is_plain, windows_of
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT
from shopdesk.io.exports.bidding.entries import budget_entries, keyword_entries
from shopdesk.io.exports.bulk_csv import csv_bytes, whole
from shopdesk.io.exports.microsoft_bulk import VERSION, bulk_csv

HEADERS: Final = (
    "Type", "Status", "Id", "Parent Id", "Sub Type", "Campaign", "Client Id", "Modified Time", "Target",
    "Bid Adjustment", "Name", "Radius", "Unit", "From Hour", "From Minute", "To Hour", "To Minute", "Latitude",
    "Longitude", "Budget", "Budget Type",
)  # fmt: skip
DAYTIME: Final = "Campaign DayTime Criterion"
LOCATION: Final = "Campaign Location Criterion"
Line = dict[str, str | int]


def criteria_csv(order: PlanOrder) -> tuple[bytes, int, tuple[LeftOut, ...]]:
    """Return the file of budget, hours and regions, its lines, and what must be done by hand; no lines: no file."""
    lines, left_out = [*_budget(order)], []
    for found, missing in (_hours(order), _regions(order)):
        lines += found
        left_out += missing
    left_out += [LeftOut(one.lever, one.name, Why.NO_FIELD) for one in _of(order, Lever.AUDIENCES)]
    version: Line = {"Type": "Format Version", "Name": VERSION}
    data = csv_bytes([HEADERS, *([line.get(header, "") for header in HEADERS] for line in (version, *lines))])
    return data, len(lines), tuple(left_out)


def words_csv(order: PlanOrder) -> tuple[bytes, int, tuple[LeftOut, ...]]:
    """Return the file of bids, its lines, and the words left out: a bid is changed by the word's id alone."""
    entries, nameless = [], []
    for change, entry in zip(_of(order, Lever.WORDS), keyword_entries(order), strict=True):
        if change.is_stand_in:
            nameless.append(LeftOut(Lever.WORDS, change.name, Why.BID_UNKNOWN))
        elif entry.keyword_id:
            entries.append(entry)
        else:
            nameless.append(LeftOut(Lever.WORDS, change.name, Why.NO_ID))
    return bulk_csv(entries), len(entries), tuple(nameless)


def _budget(order: PlanOrder) -> Iterator[Line]:
    for one in budget_entries(order):
        yield {
            "Type": "Campaign",
            "Id": order.campaign_id,
            "Campaign": order.campaign,
            "Budget": whole(one.budget),
            "Budget Type": "DailyBudgetStandard",
        }


def _hours(order: PlanOrder) -> tuple[list[Line], list[LeftOut]]:
    """Delete every hour that the console has, then add what runs; a plain week needs none."""
    if not any(_of(order, Lever.HOURS)):
        return [], []
    if not order.campaign_id:
        return [], [LeftOut(Lever.HOURS, "", Why.NO_CAMPAIGN)]
    gone: list[Line] = [
        {"Type": DAYTIME, "Status": "Deleted", "Id": one.criterion_id, "Parent Id": order.campaign_id}
        for one in order.criteria
        if one.entity == DAYTIME and one.criterion_id
    ]
    unknown = [] if gone else [LeftOut(Lever.HOURS, "", Why.OLD_HOURS)]
    if is_plain(order.levers.hours):
        return gone, unknown
    new: list[Line] = [
        {
            "Type": DAYTIME,
            "Status": "Active",
            "Parent Id": order.campaign_id,
            "Campaign": order.campaign,
            "Target": WEEKDAYS[one.day],
            "Bid Adjustment": one.percent - UNCHANGED_PERCENT,
            "From Hour": one.start // 60,
            "From Minute": one.start % 60,
            "To Hour": one.end // 60,
            "To Minute": one.end % 60,
        }
        for one in windows_of(order.levers.hours)
        if one.percent
    ]
    return [*gone, *new], unknown


def _regions(order: PlanOrder) -> tuple[list[Line], list[LeftOut]]:
    """Change regions that the console knows by the id that the report calls them; others need its own numbers."""
    known = {one.target: one for one in order.criteria if one.entity == LOCATION}
    lines: list[Line] = []
    left_out = []
    for change in _of(order, Lever.REGIONS):
        if change.group is not None:
            continue
        criterion = known.get(change.name)
        if criterion is None or not order.campaign_id or not change.new:
            why = Why.NO_ID if criterion is None else Why.NO_FIELD if order.campaign_id else Why.NO_CAMPAIGN
            left_out.append(LeftOut(Lever.REGIONS, change.name, why))
            continue
        lines.append(
            {
                "Type": LOCATION,
                "Status": "Active",
                "Id": criterion.criterion_id,
                "Parent Id": order.campaign_id,
                "Sub Type": criterion.sub_type,
                "Campaign": order.campaign,
                "Target": criterion.target,
                "Bid Adjustment": change.new - UNCHANGED_PERCENT,
            }
        )
    return lines, left_out


def _of(order: PlanOrder, lever: Lever) -> Iterator[Change]:
    return (one for one in order.changes if one.lever is lever)

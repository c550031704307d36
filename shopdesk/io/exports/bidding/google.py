"""A plan as a CSV for Google Ads Editor: the campaign's budget and schedule, a line for each region and each word.

Headers and the text of the schedule were read in Google's help; that ``Bid Modifier`` is a percent without its sign
and that regions are found by name is from memory and marked so in the interface.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shopdesk.app.bidding.exporting import LeftOut, PlanOrder, Why
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.forms.google_schedule import to_schedule
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT
from shopdesk.io.dialects.regions import ENGLISH_NAMES, province
from shopdesk.io.exports.bidding.entries import keyword_entries
from shopdesk.io.exports.bulk_csv import csv_bytes, yuan

HEADERS: Final = (
    "Campaign", "Campaign Daily Budget", "Ad Schedule", "Location ID", "Location", "Bid Modifier", "Ad Group",
    "Max CPC", "Keyword", "Criterion Type",
)  # fmt: skip
_APART: Final = ("香港", "澳门", "台湾")
Line = dict[str, str | int]


def editor_csv(order: PlanOrder) -> tuple[bytes, int, tuple[LeftOut, ...]]:
    """Return the file, its lines, and what it has no column for; blank cells leave what the console has."""
    lines = [*_campaign(order), *_regions(order), *_words(order)]
    data = csv_bytes([HEADERS, *([line.get(header, "") for header in HEADERS] for line in lines)])
    return data, len(lines), tuple(_left_out(order))


def _campaign(order: PlanOrder) -> Iterator[Line]:
    line: Line = {}
    if any(one.lever is Lever.BUDGET for one in order.changes):
        line["Campaign Daily Budget"] = yuan(order.levers.daily_budget)
    if any(one.lever is Lever.HOURS for one in order.changes):
        line["Ad Schedule"] = to_schedule(order.levers.hours)
    if line:
        yield {"Campaign": order.campaign, **line}


def _regions(order: PlanOrder) -> Iterator[Line]:
    known = {province(one.target) or one.target: one for one in order.criteria if one.target}
    for one in order.changes:
        if one.lever is not Lever.REGIONS or one.group is not None or not one.new:
            continue
        place: Line = {"Location": location(one.name)}
        if one.name in known:
            place = {"Location ID": known[one.name].criterion_id, "Location": known[one.name].target}
        elif one.name.isdecimal():
            place = {"Location ID": one.name}
        yield {"Campaign": order.campaign, **place, "Bid Modifier": one.new - UNCHANGED_PERCENT}


def location(name: str) -> str:
    """Return a region as Google's list of places writes it: ``Zhejiang,China``; others as the report wrote them."""
    english = ENGLISH_NAMES.get(name)
    if english is None:
        return name
    return english if name in _APART else f"{english},China"


def _words(order: PlanOrder) -> Iterator[Line]:
    for one in keyword_entries(order):
        if one.bid_fen is None:
            continue
        yield {
            "Campaign": one.place.campaign,
            "Ad Group": one.place.adgroup,
            "Max CPC": yuan(one.bid_fen),
            "Keyword": one.keyword,
            "Criterion Type": one.match.value.capitalize() if one.match else one.match_type,
        }


def _left_out(order: PlanOrder) -> Iterator[LeftOut]:
    """Audiences have no column that is known, and a region is left out of a campaign as a negative place by hand."""
    for one in order.changes:
        if one.is_stand_in:
            yield LeftOut(one.lever, one.name, Why.BID_UNKNOWN)
        elif one.lever is Lever.AUDIENCES or (one.lever is Lever.REGIONS and one.group is None and not one.new):
            yield LeftOut(one.lever, one.name, Why.NO_FIELD)

"""Entries as a bulk file 6.0 of Microsoft Ads: a header, the line with the version, one line an entity.

Columns and the line of the version are those of Microsoft's published samples; parents are named, where no report
gave their ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shopdesk.domain.keywords.rebuild.entries import Entity, Entry, Operation
from shopdesk.domain.keywords.rebuild.model import Match
from shopdesk.io.exports.bulk_csv import csv_bytes, whole, yuan

VERSION: Final = "6.0"
HEADERS: Final = (
    "Type", "Status", "Id", "Parent Id", "Campaign", "Ad Group", "Client Id", "Modified Time", "Budget", "Budget Type",
    "Cpc Bid", "Keyword", "Match Type", "Bid", "Name",
)  # fmt: skip
_TYPES: Final = {
    Entity.CAMPAIGN: "Campaign",
    Entity.AD_GROUP: "Ad Group",
    Entity.KEYWORD: "Keyword",
    Entity.NEGATIVE: "Campaign Negative Keyword",
}
_MATCHES: Final = {Match.EXACT: "Exact", Match.PHRASE: "Phrase", Match.BROAD: "Broad", Match.UNKNOWN: ""}
_STATES: Final = {Operation.CREATE: "Active", Operation.PAUSE: "Paused", Operation.UPDATE: ""}


def bulk_csv(entries: Sequence[Entry]) -> bytes:
    """Return the file; a campaign that is new is paused, so that nothing runs before it was looked at."""
    version = dict.fromkeys(HEADERS, "") | {"Type": "Format Version", "Name": VERSION}
    return csv_bytes([HEADERS, list(version.values()), *(_line(one) for one in entries)])


def _line(one: Entry) -> list[str]:
    cells = dict.fromkeys(HEADERS, "")
    cells |= {"Type": _TYPES[one.entity], "Status": _STATES[one.operation], "Campaign": one.place.campaign}
    match one.entity:
        case Entity.CAMPAIGN:
            is_new = one.operation is Operation.CREATE
            cells |= {"Id": one.place.campaign_id, "Status": "Paused" if is_new else ""}
            if one.budget is not None:
                cells |= {"Budget": whole(one.budget), "Budget Type": "DailyBudgetStandard"}
        case Entity.AD_GROUP:
            cells |= {
                "Parent Id": one.place.campaign_id,
                "Ad Group": one.place.adgroup,
                "Cpc Bid": yuan(one.bid_fen),
            }
        case Entity.NEGATIVE:
            cells |= {"Parent Id": one.place.campaign_id, "Keyword": one.keyword, "Match Type": _MATCHES[one.match]}
        case _:
            cells |= {
                "Id": one.keyword_id,
                "Parent Id": one.place.adgroup_id,
                "Ad Group": one.place.adgroup,
                "Keyword": one.keyword,
                "Match Type": _MATCHES[one.match] or one.match_type,
                "Bid": yuan(one.bid_fen),
            }
    return list(cells.values())

"""Entries as a CSV for Google Ads Editor: English headers, one line an entity, blank means unchanged.

The headers were read in Google's help; the words of states and match types are from memory and marked so in the
interface: a first import into Editor shows them before anything goes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shopdesk.domain.keywords.rebuild.entries import Entity, Entry, Operation
from shopdesk.domain.keywords.rebuild.model import Match
from shopdesk.io.exports.bulk_csv import csv_bytes, whole, yuan

HEADERS: Final = (
    "Campaign", "Campaign Type", "Campaign Daily Budget", "Campaign Status", "Ad Group", "Ad Group Status", "Max CPC",
    "Keyword", "Criterion Type", "Status",
)  # fmt: skip
_MATCHES: Final = {Match.EXACT: "Exact", Match.PHRASE: "Phrase", Match.BROAD: "Broad", Match.UNKNOWN: ""}
_STATES: Final = {Operation.CREATE: "Enabled", Operation.PAUSE: "Paused", Operation.UPDATE: ""}


def editor_csv(entries: Sequence[Entry]) -> bytes:
    """Return the file; a campaign that is new is paused, so that nothing runs before it was looked at."""
    return csv_bytes([HEADERS, *(_line(one) for one in entries)])


def _line(one: Entry) -> list[str]:
    cells = dict.fromkeys(HEADERS, "")
    cells["Campaign"] = one.place.campaign
    match one.entity:
        case Entity.CAMPAIGN:
            is_new = one.operation is Operation.CREATE
            cells["Campaign Daily Budget"] = whole(one.budget)
            cells["Campaign Type"] = "Search" if is_new else ""
            cells["Campaign Status"] = "Paused" if is_new else ""
        case Entity.AD_GROUP:
            cells |= {"Ad Group": one.place.adgroup, "Ad Group Status": "Enabled", "Max CPC": yuan(one.bid_fen)}
        case Entity.NEGATIVE:
            cells |= {"Keyword": one.keyword, "Criterion Type": one.match_type}
        case _:
            cells |= {
                "Ad Group": one.place.adgroup,
                "Max CPC": yuan(one.bid_fen),
                "Keyword": one.keyword,
                "Criterion Type": _MATCHES[one.match] or one.match_type,
                "Status": _STATES[one.operation],
            }
    return list(cells.values())

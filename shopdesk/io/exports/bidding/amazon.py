"""A plan in a copy of the operator's own Amazon bulksheet: bids, budget and percents of placements.

Hours are not in a bulksheet: rules of a schedule are made on the console's page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from shopdesk.app.bidding.exporting import LeftOut, PlanOrder, Why
from shopdesk.domain.bidding.forms.change import Change, Lever
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT
from shopdesk.domain.keywords.rebuild.entries import Entry
from shopdesk.io.exports.amazon_bulk import Bulksheet, bulksheet, change_entry, saved, set_cell, text_of
from shopdesk.io.exports.bidding.entries import budget_entries, keyword_entries

_ADJUSTMENTS: Final = frozenset({"bidding adjustment", "竞价调整"})
_HINTS: Final[Mapping[str, tuple[str, ...]]] = {
    "Top of Search": ("top", "顶部", "首页"),
    "Rest of Search": ("rest", "其余", "其他"),
    "Product Pages": ("product", "商品"),
    "Amazon Business": ("business", "企业"),
}
"""What the workbook's own words for a placement hold, which differ by language and year."""


def edited_workbook(workbook: bytes, order: PlanOrder) -> tuple[bytes, int, tuple[LeftOut, ...]]:
    """Return the workbook with the plan in it, the cells' lines that changed, and what it has no line for.

    Raises ``BulkRefused`` where it isn't a bulksheet of Sponsored Products.
    """
    sheet = bulksheet(workbook)
    done = 0
    left_out = [LeftOut(one.lever, one.name, Why.NO_FIELD) for one in order.changes if one.lever is Lever.HOURS][:1]
    left_out += [LeftOut(one.lever, one.name, Why.NO_FIELD) for one in order.changes if one.lever is Lever.REGIONS]
    for change, entry in _entries(order):
        if change_entry(sheet, entry):
            done += 1
        else:
            left_out.append(LeftOut(change.lever, change.name, Why.NOT_IN_WORKBOOK))
    for change in order.changes:
        if change.lever is Lever.AUDIENCES:
            if _place(sheet, order, change):
                done += 1
            else:
                left_out.append(LeftOut(change.lever, change.name, Why.NOT_IN_WORKBOOK))
    return saved(sheet), done, tuple(left_out)


def _entries(order: PlanOrder) -> Iterator[tuple[Change, Entry]]:
    by_key = {one.key: one for one in order.changes}
    for entry in (*budget_entries(order), *keyword_entries(order)):
        yield by_key[entry.row], entry


def _place(sheet: Bulksheet, order: PlanOrder, change: Change) -> bool:
    """Set the percentage in the line of a placement; False where the workbook has no such line."""
    hints = _HINTS.get(change.name, (change.name.casefold(),))
    for number in range(sheet.header_row + 1, sheet.cells.max_row + 1):
        if text_of(sheet, number, "entity").casefold() not in _ADJUSTMENTS:
            continue
        campaign = {text_of(sheet, number, name) for name in ("campaign_id", "campaign")} - {""}
        named = text_of(sheet, number, "placement").casefold()
        if campaign & {order.campaign, order.campaign_id} and any(hint in named for hint in hints):
            set_cell(sheet, number, "operation", "Update")
            set_cell(sheet, number, "percentage", (change.new or UNCHANGED_PERCENT) - UNCHANGED_PERCENT)
            return True
    return False

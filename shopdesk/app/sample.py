"""The documents of the sample shop: offers, bid plans and what stands on its board, beside its imported figures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from shopdesk import assets
from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.refusals import REFUSED_CHANGES
from shopdesk.app.bidding.versions import PLAN_VERSIONS
from shopdesk.app.changes import ActivateImports, Change, SetRows, Together
from shopdesk.app.documents import Collection, RowEdit
from shopdesk.app.kpi.sample import COLLECTIONS as BOARD_COLLECTIONS
from shopdesk.app.kpi.sample import board_edits, goals_removed
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.versions import CAMPAIGN_VERSIONS
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status

if TYPE_CHECKING:
    import pyarrow as pa

    from shopdesk.app.services import Committed, Prepared
    from shopdesk.domain.bidding.plan import BidPlan

MARK: Final = "sample-"  # ids of sample documents begin so
_DAILY_TABLE: Final = "shop_daily"
_CAMPAIGN_TABLE: Final = "ad_campaign"
_COLLECTIONS: Final[tuple[Collection[Any], ...]] = (
    OFFERS,
    CAMPAIGN_VERSIONS,
    BID_PLANS,
    PLAN_VERSIONS,
    REFUSED_CHANGES,
    *BOARD_COLLECTIONS,
)


def with_documents(sheets: Sequence[Prepared], committed: Committed) -> Change:
    """Return the one step that takes the sample's imports in and puts its documents beside them."""
    last = last_day_of(sheets)
    if last is None or committed.change.is_empty:
        return committed.change
    offers = SetRows.put(OFFERS, offers_until(last))
    plans = SetRows.put(BID_PLANS, _plans(_tables(sheets, _CAMPAIGN_TABLE)))
    amounts = _amounts(_tables(sheets, _DAILY_TABLE))
    board = SetRows(tuple(board_edits(_documents(), last=last, amounts=amounts)))
    return Together((committed.change, offers, plans, board))


def removal(workspace: Workspace) -> Change:
    """Return the one step that takes every sample import and every sample document out."""
    imports = {record.import_id: False for record in workspace.imports() if record.sample and record.active}
    edits = tuple(
        RowEdit(collection, key, None)
        for collection in _COLLECTIONS
        for key in workspace.rows(collection)
        if str(key[0]).startswith(MARK)
    )
    days = [record.last_date for record in workspace.imports() if record.sample and record.table == _DAILY_TABLE]
    last = max((day for day in days if day is not None), default=None)
    goals = goals_removed(workspace, _documents(), last=last) if last is not None else ()
    changes = (ActivateImports(imports), SetRows((*edits, *goals)))
    return Together(tuple(change for change in changes if not change.is_empty))


def last_day_of(sheets: Iterable[Prepared]) -> date | None:
    """Return the last day of the daily shop figures, None without any."""
    found = [sheet.conversion for sheet in sheets if sheet.conversion is not None]
    days = [one.last_date for one in found if one.recognition.table == _DAILY_TABLE and one.last_date is not None]
    return max(days, default=None)


def offers_until(last: date) -> list[OfferDesign]:
    """Return the shipped offers with their days counted from the last day with figures."""
    return [_offer(entry, last) for entry in _documents()["offers"]]


def _documents() -> dict[str, Any]:
    return tomllib.loads(assets.path("sample_documents.toml").read_text(encoding="utf-8"))


def _amounts(tables: Iterable[pa.Table]) -> dict[date, float]:
    """Return the sales of each day in yuan."""
    found: dict[date, float] = {}
    for table in tables:
        if {"date", "date_end", "pay_amount"} <= set(table.column_names):
            rows = table.select(["date", "date_end", "pay_amount"]).to_pylist()
            found.update(
                {r["date"]: r["pay_amount"] / 100 for r in rows if r["date"] == r["date_end"] and r["pay_amount"]}
            )
    return found


def _offer(raw: Mapping[str, Any], last: date) -> OfferDesign:
    return OfferDesign(
        offer_id=raw["id"],
        kind=OfferKind(raw["kind"]),
        name=raw["name"],
        status=Status(raw["status"]),
        start=_day(raw.get("first_day"), last),
        end=_day(raw.get("last_day"), last),
        skus=tuple(raw.get("skus", ())),
        steps=tuple(LadderStep(step["minimum"], step["value"]) for step in raw.get("steps", ())),
        value=raw.get("value", 0),
        threshold=raw.get("threshold", 0),
        buyers=BuyerKind(raw.get("buyers", BuyerKind.ANY)),
    )


def _day(offset: int | None, last: date) -> date | None:
    return None if offset is None else last + timedelta(days=offset)


def _tables(sheets: Iterable[Prepared], name: str) -> list[pa.Table]:
    found = [sheet.conversion for sheet in sheets if sheet.conversion is not None]
    return [rows for conversion in found for table, rows in conversion.tables if table == name]


def _plans(campaigns: Sequence[pa.Table]) -> list[BidPlan]:
    from dataclasses import replace

    from shopdesk.domain.bidding.drafts import draft_plans

    plans = [plan for table in campaigns for plan in draft_plans(table.to_pandas(), (), slots={})]
    return [replace(plan, plan_id=f"{MARK}{plan.plan_id}") for plan in plans]

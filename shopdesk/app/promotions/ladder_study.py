"""From a workspace to the ground that ladders are forecast on: orders, costs, beliefs and the campaign that teaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from shopdesk.app.jobs import JobContext
from shopdesk.app.promotions.beliefs import LADDER_BELIEFS, LadderBelief
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    from shopdesk.domain.promotions.ladders.fit import Campaign
    from shopdesk.domain.promotions.ladders.ground import Ground
    from shopdesk.domain.promotions.ladders.terms import Terms
    from shopdesk.domain.promotions.replay.book import Fen, OrderBook

READ: Final = frozenset({"orders", "order_lines", "costs", "refunds", LADDER_BELIEFS.name})
"""All tables and documents that a study rests on."""
_LEAST_COVERED: Final = 0.8
"""Share of the goods' value whose cost must be known before the shop's margin is told."""
_LEAST_DAYS_COVERED: Final = 0.8


class Taught(StrEnum):
    """What a study's beliefs rest on."""

    BELIEFS = "beliefs"  # no campaign was named
    CAMPAIGN = "campaign"
    TOO_FEW = "too_few"  # the campaign or the clean days beside it hold too few orders


@dataclass(frozen=True, slots=True)
class LadderStudy:
    """``costed`` is the share of the goods' value whose cost is known; below four fifths no profit is told."""

    ground: Ground
    taught: Taught
    campaign_orders: int
    baseline_orders: int
    costed: float


def study_ladders(
    own: LadderBelief, book: OrderBook, workspace: Workspace, context: JobContext, *, values: Fen | None = None
) -> LadderStudy:
    """Prepare the forecasts of all ladders on the orders of a book; about a second, a job's work.

    ``values`` of the orders stand in place of the book's own where other offers lower what thresholds see, fen.
    """
    from shopdesk.domain.promotions.ladders.fit import LEAST_ORDERS
    from shopdesk.domain.promotions.ladders.ground import prepare

    terms, costed = shop_terms(own, book)
    campaign = _campaign(own, workspace, context)
    context.check()

    def progress(share: float) -> None:
        context.report(share, "")

    ground = prepare(
        book.values() if values is None else values,
        terms,
        own.belief,
        days=book.day,
        old_ladder=own.old_ladder,
        campaign=campaign,
        progress=progress,
    )
    came = 0 if campaign is None else len(campaign.known_values)
    clean = 0 if campaign is None or campaign.baseline is None else len(campaign.baseline)
    taught = Taught.BELIEFS if own.campaign is None else Taught.CAMPAIGN
    if own.campaign is not None and (min(came, clean or book.orders) < LEAST_ORDERS or not ground.belief.is_fitted):
        taught = Taught.TOO_FEW
    return LadderStudy(ground, taught, came, clean, costed)


def shop_terms(own: LadderBelief, book: OrderBook) -> tuple[Terms, float]:
    """Return what an order leaves, and the share of the goods' value whose cost is known."""
    from shopdesk.domain.promotions.ladders.terms import Terms
    from shopdesk.domain.promotions.replay.book import UNKNOWN

    value = book.item_price * book.quantity
    known = (book.cost != UNKNOWN) & (value > 0)
    total, told = float(value.sum()), float(value[known].sum())
    costed = told / total if total > 0 else 0.0
    margin = None
    if costed >= _LEAST_COVERED:
        margin = 1.0 - float((book.cost * book.quantity)[known].sum()) / told
    return Terms(margin, own.fee, own.shipping), costed


def daily_visitors(workspace: Workspace) -> Mapping[date, float]:
    """Return the visitors of each day that the shop's daily reports tell."""
    import pandas as pd

    frame = workspace.frame("shop_daily")
    if not {"date", "visitors"} <= set(frame.columns):
        return {}
    daily = frame[frame["date_end"] == frame["date"]] if "date_end" in frame.columns else frame
    visitors = pd.to_numeric(daily["visitors"], errors="coerce")
    by_day = visitors.groupby(pd.to_datetime(daily["date"]).dt.date).sum(min_count=1).dropna()
    return dict(zip(by_day.index, by_day.astype(float), strict=True))


def traffic_between(workspace: Workspace, baseline: Period, campaign: Period) -> float | None:
    """Return visitors a day of the campaign against the baseline by the shop's daily reports, None where days lack."""
    by_day = daily_visitors(workspace)

    def mean(period: Period) -> float | None:
        inside = [visitors for day, visitors in by_day.items() if period.start <= day <= period.end]
        return sum(inside) / len(inside) if len(inside) >= _LEAST_DAYS_COVERED * period.days else None

    before, during = mean(baseline), mean(campaign)
    return during / before if before and during else None


def _campaign(own: LadderBelief, workspace: Workspace, context: JobContext) -> Campaign | None:
    """Return the campaign that teaches, with the clean days beside it where they are named."""
    from shopdesk.domain.promotions.ladders.fit import Campaign
    from shopdesk.domain.promotions.replay.rebuild import rebuild

    if own.campaign is None:
        return None
    orders, lines = workspace.frame("orders"), workspace.frame("order_lines")
    context.check()
    came = rebuild(orders, lines, period=own.campaign).values().astype("float64")
    if own.baseline is None:
        return Campaign(came, own.campaign_ladder, None)
    clean = rebuild(orders, lines, period=own.baseline).values().astype("float64")
    traffic = None if own.traffic is None else own.traffic * own.campaign.days / own.baseline.days
    return Campaign(came, own.campaign_ladder, traffic, clean)

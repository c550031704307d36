"""A small shop with every source that reports draw from, and its reports."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.kept_board import find_board, keep_board
from shopdesk.app.kpi.reports.make import gather, make_report
from shopdesk.app.kpi.reports.model import Block, Report, Section
from shopdesk.app.kpi.reports.source import ReportKind
from shopdesk.app.kpi.watching import find_watches, keep_watches
from tests.ui.stage import END, Stage

MADE_AT = datetime(2026, 5, 1, 9)
DAYS = 460


def fill(stage: Stage) -> Stage:
    """Add ads, orders, refunds and reviews to the shop report; the watches are kept as the window keeps them."""
    stage.add_shop(days=DAYS)
    add_ads(stage)
    add_orders(stage)
    found = find_board(stage.workspace, SILENT)
    keep_board(stage.workspace, found)
    keep_watches(stage.workspace, find_watches(stage.workspace, found.board, SILENT))
    return stage


def add_ads(stage: Stage) -> None:
    days = [END - timedelta(days=back) for back in range(60)]
    rows = [(day, plan, place) for day in days for place, plan in enumerate(("拉新", "复购", "=cmd()"))]
    stage.add(
        "ad_campaign",
        {
            "date": [day for day, _plan, _place in rows],
            "date_end": [day for day, _plan, _place in rows],
            "campaign": [plan for _day, plan, _place in rows],
            "impressions": [1000.0 + 10 * day.day for day, _plan, _place in rows],
            "clicks": [40.0 + place for _day, _plan, place in rows],
            "cost": [5012 + 100 * place for _day, _plan, place in rows],
            "ad_orders": [2.0 for _ in rows],
            "ad_gmv": [17600 + day.day for day, _plan, _place in rows],
        },
        kind="wxt_campaign",
    )


def add_orders(stage: Stage) -> None:
    moments = [
        datetime.combine(END - timedelta(days=back), datetime.min.time()) + timedelta(hours=10) for back in range(120)
    ]
    count = len(moments)
    stage.add(
        "orders",
        {
            "order_id": [f"o{place}" for place in range(count)],
            "buyer": [f"b{place % 40}" for place in range(count)],
            "created_at": moments,
            "paid_at": moments,
            "region": [("浙江", "广东")[place % 2] for place in range(count)],
            "paid": [8800] * count,
            "shipping": [0] * count,
            "items": [1.0] * count,
        },
        kind="taobao_order_list",
    )
    stage.add(
        "order_lines",
        {
            "order_id": [f"o{place}" for place in range(count)],
            "sku": [f"s{place % 3}" for place in range(count)],
            "item_id": [f"i{place % 3}" for place in range(count)],
            "title": [f"坚果 {place % 3}" for place in range(count)],
            "quantity": [1.0] * count,
            "unit_price": [8800] * count,
        },
        kind="taobao_order_detail",
    )
    stage.add("costs", {"sku": ["s0", "s1", "s2"], "unit_cost": [3000, 3500, 4000]}, kind="generic_costs")
    stage.add(
        "refunds",
        {
            "refund_id": ["r1", "r2"],
            "order_id": ["o3", "o4"],
            "finished_at": [moments[0], moments[4]],
            "refunded": [8800, 4400],
            "status": ["退款成功", "退款成功"],
            "reason": ["包装破损", "少件"],
        },
        kind="tmall_refund",
    )
    stage.add(
        "reviews",
        {
            "review_id": ["v1", "v2"],
            "reviewed_at": [moments[0], moments[1]],
            "score": [2.0, 5.0],
            "text": ["漏了一包", "好吃"],
        },
        kind="generic_reviews",
    )


def report(stage: Stage, kind: ReportKind, *, language: str = "zh_CN", day: date | None = None) -> Report:
    """Return a report of the shop."""
    return make_report(kind, gather(stage.workspace, SILENT, made_at=MADE_AT, language=language, day=day))


def section(made: Report, key: str) -> Section:
    """Return the section of a key."""
    return next(one for one in made.sections if one.key == key)


def block(made: Report, kind: type[Any], key: str = "") -> Any:
    """Return the first block of a type (and key)."""
    return next(one for one in made.blocks() if isinstance(one, kind) and (not key or one.key == key))


def texts(blocks: tuple[Block, ...]) -> str:
    """Return all texts of paragraphs and notices."""
    return "\n".join(one.text for one in blocks if hasattr(one, "text"))

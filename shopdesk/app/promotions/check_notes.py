"""The price check as lines under a report, for use without a window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from shopdesk.app.jobs import SILENT
from shopdesk.app.promotions.checks import FAR_DAYS, NEAR_DAYS, CheckStudy, PriceRow, check_question, study_checks
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.study import KnownBook
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.checks.finding import Finding, FindingCode
from shopdesk.domain.promotions.stacking import Stacking

_MOST_ROWS: Final = 20
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "tried": (
        "破价检查：从 {day} 起，{articles} 个商品 × {stretches} 个时段，计入 {offers} 个在用优惠。",
        "Price check from {day} on: {articles} articles × {stretches} stretches, {offers} offers in use.",
    ),
    "none": ("没有破价。", "No price comes too low."),
    "floor": (
        "破底价：{title}（{sku}）店铺最少只收 {income} 元，底价 {floor} 元。",
        "Below floor: {title} ({sku}) can leave {income} yuan, floor {floor}.",
    ),
    "past": (
        "低于近 {days} 天：{title}（{sku}）到手价可低到 {price} 元，最低实付 {past} 元。",
        "Below {days} days: {title} ({sku}) can come to {price} yuan, lowest paid {past}.",
    ),
    "more": ("另有 {count} 个商品。", "{count} more articles."),
    "no_floor": (
        "{count} 个商品没有底价（没设底价或没有成本），没查底价。",
        "{count} articles have no floor (no rule or no cost): not checked against one.",
    ),
}
_FINDINGS: Final[Mapping[FindingCode, tuple[str, str]]] = {
    FindingCode.NOT_PRICED: ("写法有问题，算不了价", "can't be priced as it is written down"),
    FindingCode.NO_GOODS: ("适用商品里没有一个已知商品", "no article known is left of its goods"),
    FindingCode.UNKNOWN_GOODS: ("{of} 个商品里有 {count} 个未知", "{count} of its {of} articles aren't known"),
    FindingCode.OVERLAP: ("与“{other}”同时适用，每单只算更优惠的一个", "beside “{other}” only the better one counts"),
    FindingCode.NEVER_COUNTS: ("永远不会生效：“{other}”更优惠", "never counts: “{other}” always gives as much"),
    FindingCode.CIRCLE: ("与“{other}”循环互斥", "excludes “{other}” in a circle"),
    FindingCode.OVER: ("已结束", "has ended"),
    FindingCode.STEP_NEVER: ("第 {step} 档没有订单接近", "no order comes near step {step}"),
    FindingCode.STEP_ALWAYS: (
        "第 {step} 档：{orders} 单里有 {reached} 单本来就达到",
        "step {step}: {reached} of {orders} orders reach it anyway",
    ),
    FindingCode.STEP_SPLIT: (
        "第 {step} 档不如拆 {times} 单",
        "step {step} saves less than {times} orders of the one before",
    ),
    FindingCode.STEP_WEAKER: ("第 {step} 档比例低于前一档", "step {step} gives a smaller share than the one before"),
    FindingCode.BUNDLE_DEARER: ("套餐比分开买贵", "the set is dearer than its goods apart"),
    FindingCode.BUDGET_EARLY: ("预算只够 {days} 天（共 {of} 天）", "its budget lasts {days} of {of} days"),
    FindingCode.GIFT_COST: ("赠品没有成本", "its gift has no cost"),
}


def check_notes(
    workspace: Workspace,
    stacking: Stacking,
    language: str,
    *,
    known: KnownBook | None = None,
    today: date | None = None,
) -> tuple[str, ...]:
    """Return what the check of the offers in use finds, the worst first; () without an article that has a price.

    ``today`` None is the day after the last order.
    """
    last = _last_day(known)
    day = today or (last + timedelta(days=1) if last is not None else None)
    if day is None:
        return ()
    designs = tuple(workspace.rows(OFFERS).values())
    study = study_checks(check_question(workspace, stacking, designs, today=day, known=known), workspace, SILENT)
    if not study.articles:
        return ()
    return tuple(_lines(study, 0 if language.startswith("zh") else 1))


def _last_day(known: KnownBook | None) -> date | None:
    days = [] if known is None else [day for day in known.book.day.astype("datetime64[D]").tolist() if day is not None]
    return max(days, default=None)


def _lines(study: CheckStudy, place: int) -> Iterator[str]:
    words = {name: both[place] for name, both in _WORDS.items()}
    yield words["tried"].format(
        day=study.today.isoformat(), articles=study.articles, stretches=study.stretches, offers=study.offers
    )
    if study.without_floor:
        yield words["no_floor"].format(count=study.without_floor)
    if not study.rows:
        yield words["none"]
    yield from (_row(row, words) for row in study.rows[:_MOST_ROWS])
    if len(study.rows) > _MOST_ROWS:
        yield words["more"].format(count=len(study.rows) - _MOST_ROWS)
    yield from (_finding(finding, study, place) for finding in study.findings)


def _row(row: PriceRow, words: Mapping[str, str]) -> str:
    if row.breaks_floor:
        return words["floor"].format(
            title=row.title, sku=row.sku, income=_yuan(row.income), floor=_yuan(row.floor or 0)
        )
    past, days = (row.far, FAR_DAYS) if row.breaks_far else (row.near, NEAR_DAYS)
    lowest = past.price if past is not None else 0
    return words["past"].format(days=days, title=row.title, sku=row.sku, price=_yuan(row.price), past=_yuan(lowest))


def _finding(finding: Finding, study: CheckStudy, place: int) -> str:
    other = study.designs[finding.other].name if finding.other in study.designs else finding.other
    name = study.designs[finding.offer_id].name
    text = _FINDINGS[finding.code][place].format(other=other, **finding.values)
    return f"{name}{'：' if place == 0 else ': '}{text}"


def _yuan(fen: int) -> str:
    return f"{fen / 100:.2f}"

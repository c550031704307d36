"""The offers of a shop on its own orders as a table for automation: what happened, today, and each draft beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from shopdesk.app.figure_days import figure_days
from shopdesk.app.jobs import SILENT
from shopdesk.app.promotions.campaign_words import platform_name, words_in
from shopdesk.app.promotions.check_notes import check_notes
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import shop_stacking
from shopdesk.app.promotions.standpoint import next_day
from shopdesk.app.promotions.study import ReplayStudy, replay_question, study_replay
from shopdesk.app.services import CellKind, ExportColumn, ExportSheet
from shopdesk.app.workspace import Workspace
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.design import OfferDesign, Status
from shopdesk.domain.promotions.replay.book import PriceBasis
from shopdesk.domain.promotions.replay.record import Replay, Totals

FEN: Final = 100
_MOST_DRAFTS: Final = 20  # each is a replay of all orders
_MONEY: Final = ("goods", "revenue", "income", "shop_off", "platform_off", "gift_cost", "refunded", "margin")

_WORDS: Final = {
    "promotions": ("优惠回放", "Offers replayed"),
    "scenario": ("方案", "Scenario"),
    "part": ("部分", "Part"),
    "name": ("名称", "Name"),
    "orders": ("订单数", "Orders"),
    "items": ("件数", "Items"),
    "goods": ("商品价值", "Value of goods"),
    "revenue": ("买家实付", "Paid by buyers"),
    "income": ("店铺收入", "Income of the shop"),
    "shop_off": ("店铺优惠", "Discounts of the shop"),
    "platform_off": ("平台优惠", "Discounts of the platform"),
    "gift_cost": ("赠品成本", "Costs of gifts"),
    "refunded": ("退款", "Refunds"),
    "margin": ("毛利", "Margin"),
    "margin_rate": ("毛利率", "Margin rate"),
    "order_value": ("客单价", "Order value"),
    "items_per_order": ("连带率", "Items an order"),
    "without_cost": ("缺成本的订单", "Orders without a cost"),
    "happened": ("实际发生", "What happened"),
    "today": ("现有优惠", "Offers in use"),
    "with": ("现有优惠 + {name}", "In use + {name}"),
    "total": ("合计", "Total"),
    "offer": ("优惠", "Offer"),
    "step": ("门槛", "Step"),
    "units": ("件", "units"),
    "yuan": ("元", "yuan"),
    "week": ("周", "Week"),
    "group": ("客户", "Customers"),
    "new": ("新客", "New"),
    "returning": ("老客", "Returning"),
    "unknown": ("未知", "Unknown"),
    "basis": (
        "金额为元。同一批已付款订单按各方案重新计价：假定顾客买的东西不变，没有人因为优惠多买、少买或凑单。",
        "Money in yuan. The same paid orders priced again: nobody is assumed to buy more, less or anything else.",
    ),
    "paid_and_share": (
        "商品价取自商品实付 + 订单优惠分摊。",
        "Item prices: what lines paid plus their share of order discounts.",
    ),
    "line_prices": ("商品价取自宝贝明细的价格。", "Item prices: those of the order lines."),
    "order_total": (
        "没有订单明细，用订单总价代替：分不清商品。请导入宝贝报表。",
        "No order lines: totals of orders stand in, and goods can't be told apart. Import the order lines.",
    ),
    "nothing": (
        "没有已付款的订单：请导入订单报表和宝贝报表。",
        "No paid orders: import the order list and the order lines.",
    ),
    "left_out": (
        "未计入的订单：未付款 {unpaid}，已取消 {cancelled}，没有金额 {without_value}。",
        "Orders left out: {unpaid} unpaid, {cancelled} cancelled, {without_value} without an amount.",
    ),
    "clipped": (
        "{count} 个订单的退款多于付款，按付款计。",
        "Refunds of {count} orders were above their payment and count as the payment.",
    ),
    "without_lines": ("{count} 个订单没有明细。", "{count} orders have no lines."),
    "identity": (
        "{share} % 的明细：实付与 价格 × 数量 − 优惠 不符。",
        "Of {share} % of the lines the payment isn't price × quantity − discounts.",
    ),
    "no_cost": (
        "有的商品没有成本，毛利未知：请导入成本表。",
        "Costs of some goods are unknown, so is the margin: import the cost list.",
    ),
    "by_engine": (
        "{name}：{count} 个订单逐单计价。",
        "{name}: {count} orders were priced one by one.",
    ),
    "refused": ("{name}：还不能计价，请先补全。", "{name}: not complete yet, so it has no price."),
    "more_drafts": (
        "只算了前 {most} 个草稿，另有 {count} 个没算。",
        "The first {most} drafts were replayed, {count} more were not.",
    ),
    "stacking": ("叠加规则：{platform}，未核实的请核对。", "Stacking rules: {platform}; check those not verified."),
}


def replay_sheet(workspace: Workspace, language: str, *, today: date, period: Period | None = None) -> ExportSheet:
    """Replay the offers of a workspace on its paid orders of a period (None: all); drafts are the candidates.

    Prices are checked from ``today`` on, or from the day after the figures end where these are old.
    """
    place = 0 if language.startswith("zh") else 1
    words = {name: both[place] for name, both in _WORDS.items()}
    designs = {design.offer_id: design for design in workspace.rows(OFFERS).values()}
    drafts = [offer_id for offer_id, design in designs.items() if design.status is Status.DRAFT]
    stacking = shop_stacking(workspace)
    question = replay_question(workspace, stacking, period=period, candidates=drafts[:_MOST_DRAFTS])
    study = study_replay(question, workspace, SILENT)
    scenarios = _scenarios(study, designs, words)
    rows = [row for name, replay in scenarios.items() for row in _rows(name, replay, designs, words)]
    notes = _notes(study, scenarios, words)
    notes += [words["refused"].format(name=designs[offer_id].name) for offer_id in study.refused]
    if len(drafts) > _MOST_DRAFTS:
        notes.append(words["more_drafts"].format(most=_MOST_DRAFTS, count=len(drafts) - _MOST_DRAFTS))
    notes.append(words["stacking"].format(platform=platform_name(stacking.platform, words_in(language))))
    _first, last = figure_days(workspace.imports(), today=today)
    notes += check_notes(workspace, stacking, language, today=next_day(today, last), known=study.known)
    if not study.book.orders:
        return ExportSheet(words["promotions"], _columns(words), (), notes=(words["nothing"], *notes[1:]))
    return ExportSheet(words["promotions"], _columns(words), rows, notes=tuple(notes))


def _columns(words: Mapping[str, str]) -> tuple[ExportColumn, ...]:
    def of(kind: CellKind, *names: str) -> list[ExportColumn]:
        return [ExportColumn(words[name], kind) for name in names]

    return (
        *of("text", "scenario", "part", "name"),
        *of("integer", "orders", "items"),
        *of("money", *_MONEY),
        *of("percent", "margin_rate"),
        *of("money", "order_value"),
        *of("number", "items_per_order"),
        *of("integer", "without_cost"),
    )


def _scenarios(study: ReplayStudy, designs: Mapping[str, OfferDesign], words: Mapping[str, str]) -> dict[str, Replay]:
    found = {words["happened"]: study.happened, words["today"]: study.today}
    for offer_id, replay in study.candidates.items():
        name = words["with"].format(name=designs[offer_id].name)
        found[name if name not in found else f"{name} ({offer_id})"] = replay
    return found


def _rows(
    scenario: str, replay: Replay, designs: Mapping[str, OfferDesign], words: Mapping[str, str]
) -> Iterator[list[object]]:
    yield [scenario, words["total"], "", *_cells(replay.totals)]
    for cost in replay.costs:
        known = {
            "orders": cost.orders,
            "shop_off": cost.shop_off,
            "platform_off": cost.platform_off,
            "gift_cost": cost.gift_cost,
        }
        yield [scenario, words["offer"], designs[cost.offer_id].name, *_some(known)]
    for step in replay.reach:
        unit = words["units"] if designs[step.offer_id].by_quantity else words["yuan"]
        least = step.minimum if designs[step.offer_id].by_quantity else step.minimum / FEN
        name = f"{designs[step.offer_id].name} ≥ {least:g} {unit}"
        yield [scenario, words["step"], name, *_some({"orders": step.orders, "shop_off": step.taken})]
    for group, totals in replay.by_group.items():
        yield [scenario, words["group"], words[group.value], *_cells(totals)]
    for week, totals in replay.by_week.items():
        yield [scenario, words["week"], week.isoformat(), *_cells(totals)]


def _cells(totals: Totals) -> list[object]:
    money = [_yuan(getattr(totals, name)) for name in _MONEY]
    rate = totals.margin_rate
    each = totals.items_per_order
    return [
        totals.orders,
        totals.items,
        *money,
        None if rate is None else round(rate, 4),
        _yuan(totals.order_value),
        None if each is None else round(each, 2),
        totals.without_cost,
    ]


def _some(known: Mapping[str, int]) -> Sequence[object]:
    money = [_yuan(known.get(name)) for name in _MONEY]
    return [known.get("orders"), None, *money, None, None, None, None]


def _yuan(fen: float | None) -> float | None:
    return None if fen is None else round(fen / FEN, 2)


def _notes(study: ReplayStudy, scenarios: Mapping[str, Replay], words: Mapping[str, str]) -> list[str]:
    book = study.book
    notes = [words["basis"]]
    if book.basis is not PriceBasis.NONE:
        notes.append(words[book.basis.value])
    if book.left_out:
        counts = {"unpaid": book.unpaid, "cancelled": book.cancelled, "without_value": book.without_value}
        notes.append(words["left_out"].format(**counts))
    if book.clipped_refunds:
        notes.append(words["clipped"].format(count=book.clipped_refunds))
    if book.without_lines and book.basis is not PriceBasis.ORDER_TOTAL:
        notes.append(words["without_lines"].format(count=book.without_lines))
    if book.refused_identity:
        notes.append(words["identity"].format(share=f"{100 * book.refused_identity:.1f}"))
    if study.happened.totals.without_cost:
        notes.append(words["no_cost"])
    notes += [
        words["by_engine"].format(name=name, count=replay.by_engine)
        for name, replay in scenarios.items()
        if replay.by_engine
    ]
    return notes

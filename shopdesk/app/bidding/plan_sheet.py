"""What each bid plan proposes and should bring, as a table for automation: a row a metric, the answer first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.limits import profile_in
from shopdesk.app.bidding.outlook import Outlook, live_levers, look_ahead
from shopdesk.app.bidding.study import PlanStudy, plan_question, study_plan
from shopdesk.app.bidding.versions import versions_of
from shopdesk.app.jobs import SILENT
from shopdesk.app.services import ExportColumn, ExportSheet
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.drafts import draft_plans
from shopdesk.domain.bidding.forecast.model import Forecast, Metric, Range
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.record.notes import Note
from shopdesk.domain.keywords.library import Study

FEN: Final = 100
_MONEY: Final = frozenset({Metric.SPEND, Metric.CPC, Metric.REVENUE, Metric.PROFIT})
_CAMPAIGNS: Final = ("ad_campaign", "ad_keyword", "ad_hour", "ad_region", "ad_audience")

_WORDS: Final = {
    "bidding": ("出价预测", "Bid forecast"),
    "plan": ("计划", "Plan"),
    "platform": ("平台", "Platform"),
    "answer": ("结论", "Answer"),
    "chance": ("更好的把握", "Chance of better"),
    "metric": ("指标", "Metric"),
    "days": ("天数", "Days"),
    "now_low": ("不改 80 % 下限", "Unchanged 80 % low"),
    "now": ("不改 中位", "Unchanged median"),
    "now_high": ("不改 80 % 上限", "Unchanged 80 % high"),
    "new_low": ("新计划 80 % 下限", "New 80 % low"),
    "new": ("新计划 中位", "New median"),
    "new_high": ("新计划 80 % 上限", "New 80 % high"),
    "gain": ("利润差（期望）", "Profit gain (expected)"),
    "better": ("更好", "better"),
    "keep": ("不动更好", "leave it"),
    "cannot_tell": ("还看不出来", "cannot tell yet"),
    "no_data": ("数据太少，暂不判断", "too few data"),
    "cost": ("花费", "Spend"),
    "clicks": ("点击量", "Clicks"),
    "cpc": ("平均点击花费", "CPC"),
    "orders": ("成交笔数", "Orders"),
    "revenue": ("成交金额", "Revenue"),
    "roi": ("投入产出比", "ROI"),
    "profit": ("利润", "Profit"),
    "basis": (
        "金额为元（境外账户为账户币种）。不改 = 保持现在的出价与折扣；新计划 = 已设置的，没有设置时为建议的。"
        "区间是这些天里报表会出现的范围（80 %），利润差是期望的差。",
        "Money in yuan (accounts abroad: their own currency). Unchanged keeps today's bids and modifiers; new is what "
        "is set, else what is proposed. Intervals hold what reports will show in these days (80 %); the profit gain "
        "is that of the expected values.",
    ),
    "elasticity": (
        "出价每变 1 %，花费约变 {spend} %（±{sd}）：{basis}。",
        "Spend moves by {spend} % (±{sd}) for each percent of the bid: {basis}.",
    ),
    "believed": ("一般经验，请核对", "believed, please check"),
    "learnt": ("从以往 {changes} 次改动学到", "learnt from {changes} past changes"),
    "ratio": ("从点击花费与出价之比推断", "inferred from what clicks cost of their bids"),
    "nothing": (
        "没有计划，报表也没有提到任何计划：请导入计划或关键词报表。",
        "No plan, and no report names a campaign: import a campaign or keyword report.",
    ),
    "no_reports": ("没有任何报表提到这个计划：请导入计划或关键词报表。", "No report names this plan: import one."),
    "no_orders": ("报表里没有成交：价值无从判断。", "The reports tell no order, so that no value can be told."),
    "only_costs": ("只有花费，没有点击量：请导入带点击量的报表。", "Only costs: import a report with clicks."),
    "one_day": ("只有一天的数据。", "A single day of figures."),
    "few_days": ("只有 {days} 天的数据。", "Only {days} days of figures."),
    "undated": ("报表没有日期，无法换算成每天。", "The reports say no days."),
    "old": ("最近 {days} 天没有这个计划的数据。", "Nothing of this plan in the last {days} days."),
    "one_region": ("只有一个地域。", "A single region."),
    "no_words": ("没有关键词报表。", "No keyword report."),
    "no_hours": ("没有分时报表。", "No report by hour."),
    "no_regions": ("没有地域报表。", "No report by region."),
    "no_audiences": ("没有人群报表。", "No report by audience."),
    "no_weekdays": ("分时报表没有星期。", "The report by hour names no weekdays."),
    "missing_hours": ("分时报表缺 {hours} 个小时。", "{hours} hours of the day are missing."),
    "margin_unknown": (
        "毛利率未知，算不出利润：请导入成本表和订单，或自己设定毛利率。",
        "Margin unknown, so no profit: import costs and orders, or state a margin.",
    ),
    "margin_negative": ("毛利率不大于 0：每一单都亏。", "Nothing is left of an order."),
    "bids_from_cpc": (
        "{words} 个词没有报表给出现出价，用平均点击花费代替：改动只按百分比（现出价 ±%）给出，不给固定价格。",
        "The bids of {words} words are unknown, their CPC stands in: changes are given in percent of today's bid, "
        "never as a price.",
    ),
    "whole_account": (
        "报表不分计划，用整个账户代替（{table}）。",
        "A report doesn't tell campaigns apart: the whole account stands in ({table}).",
    ),
    "immature": (
        "最近 {days} 天的成交还没到齐，不计入价值。",
        "The last {days} days are left out of values: their orders are still coming in.",
    ),
}


def plan_sheet(workspace: Workspace, language: str) -> ExportSheet:
    """Study every plan of a workspace (or every campaign of its reports) and return what it should bring."""
    place = 0 if language.startswith("zh") else 1
    words = {name: both[place] for name, both in _WORDS.items()}
    columns = (
        *(ExportColumn(words[name]) for name in ("plan", "platform", "answer")),
        ExportColumn(words["chance"], "percent"),
        ExportColumn(words["days"], "integer"),
        ExportColumn(words["metric"]),
        *(ExportColumn(words[name], "number") for name in ("now_low", "now", "now_high", "new_low", "new", "new_high")),
    )
    rows: list[list[object]] = []
    notes = [words["basis"]]
    known: Study | None = None
    for plan in _plans(workspace):
        studied, outlook = _look(workspace, plan, known)
        known = studied.library
        rows += _rows(plan, outlook.forecast, words)
        notes += [f"{plan.name}: {_said(note, words)}" for note in studied.notes]
        notes.append(f"{plan.name}: {_elasticity(studied, words)}")
    return ExportSheet(words["bidding"], columns, rows, notes=tuple(notes if rows else [words["nothing"]]))


def _plans(workspace: Workspace) -> list[BidPlan]:
    kept = list(workspace.rows(BID_PLANS).values())
    drafts = (draft_plans(workspace.frame(table), (), slots={}) for table in _CAMPAIGNS)
    return kept or next((found for found in drafts if found), [])


def _look(workspace: Workspace, plan: BidPlan, known: Study | None) -> tuple[PlanStudy, Outlook]:
    versions = versions_of(workspace, plan.plan_id)
    question = plan_question(workspace, plan, period=None, versions=versions, known=known)
    studied = study_plan(question, workspace, SILENT)
    profile = profile_in(workspace, plan.platform)
    return studied, look_ahead(studied, plan, live_levers(studied, plan, versions), profile, plans=_plans(workspace))


def _rows(plan: BidPlan, forecast: Forecast | None, words: dict[str, str]) -> Iterator[list[object]]:
    answer = words["no_data" if forecast is None else forecast.answer.value]
    chance = None if forecast is None or forecast.chance is None else round(forecast.chance, 2)
    first: list[object] = [plan.name, plan.platform, answer, chance]
    if forecast is None or not forecast.new:
        yield [*first, None, None, *(None,) * 6]
        return
    first.append(forecast.days)
    if forecast.gain is not None:
        yield [*first, words["gain"], None, None, None, *_shown(forecast.gain, FEN)]
    for metric in Metric:
        if metric in forecast.new and metric in forecast.unchanged:
            unit = FEN if metric in _MONEY else 1
            before, after = (_shown(of[metric], unit) for of in (forecast.unchanged, forecast.new))
            yield [*first, words[metric.value], *before, *after]


def _shown(of: Range, unit: int) -> tuple[float, float, float]:
    return round(of.low / unit, 2), round(of.median / unit, 2), round(of.high / unit, 2)


def _elasticity(studied: PlanStudy, words: dict[str, str]) -> str:
    found = studied.elasticity
    told = "learnt" if found.changes else "ratio" if found.ratio is not None else "believed"
    basis = words[told].format(changes=found.changes)
    return words["elasticity"].format(spend=f"{found.spend:.1f}", sd=f"{found.spend_sd:.1f}", basis=basis)


def _said(note: Note, words: dict[str, str]) -> str:
    values = {name: f"{value:g}" for name, value in note.values.items()}
    return words[note.code.value].format(table=note.table, **values)

"""Headless reports: the same sums as the tabs, as tables to be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from shopdesk.app.services import CellKind, ExportColumn, ExportSheet
from shopdesk.app.workspace import Workspace
from shopdesk.domain.metrics import Catalogue, Metric, Unit, evaluate, needed_columns
from shopdesk.domain.periods import Period

_DAILY_METRICS: Final = (
    "pay_amount", "visitors", "page_views", "pay_buyers", "pay_cvr", "aov", "uv_value", "pay_items", "order_amount",
    "refund_amount",
)  # fmt: skip
_KEYWORD_METRICS: Final = (
    "impressions", "clicks", "cost", "ctr", "cpc", "ad_orders", "ad_gmv", "ad_cvr", "roas", "cart_adds",
)  # fmt: skip
_CELL_KINDS: Final[Mapping[Unit, CellKind]] = {
    Unit.MONEY: "money",
    Unit.COUNT: "integer",
    Unit.PEOPLE: "integer",
    Unit.RATIO: "percent",
}
_WORDS: Final = {
    "kpi": ("经营日报", "Daily summary"),
    "keywords": ("关键词汇总", "Keyword totals"),
    "history": ("导入历史", "Import history"),
    "date": ("日期", "Date"),
    "platform": ("平台", "Platform"),
    "shop": ("店铺", "Shop"),
    "keyword": ("关键词", "Keyword"),
    "days": ("数据天数", "Days"),
    "imported_at": ("导入时间", "Imported at"),
    "path": ("文件", "File"),
    "kind": ("报表", "Report"),
    "table": ("数据表", "Table"),
    "rows": ("行数", "Rows"),
    "rejected": ("拒收行数", "Refused rows"),
    "first_date": ("起始日期", "First day"),
    "last_date": ("结束日期", "Last day"),
    "active": ("生效", "Counts"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "upper_bound": (
        "人数由各日、各计划相加，是上限；比率由合计重新计算。",
        "People are added over days and plans: an upper bound. Ratios are recomputed from sums.",
    ),
}


class Wordings:
    """The words of a report in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._chinese = language.startswith("zh")

    def __call__(self, name: str) -> str:
        """Return a heading or label."""
        return _WORDS[name][0 if self._chinese else 1]

    def metric(self, metric: Metric) -> str:
        """Return the name of a metric."""
        return metric.zh if self._chinese else metric.en


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is made with; ``period`` holds the orders that offers are replayed on, None for all."""

    catalogue: Catalogue
    words: Wordings
    today: date
    period: Period | None = None


def report(
    kind: str, workspace: Workspace, *, catalogue: Catalogue, language: str, today: date, period: Period | None = None
) -> ExportSheet:
    """Return one of ``KINDS`` as a sheet; KeyError for another name."""
    return KINDS[kind](workspace, Asked(catalogue, Wordings(language), today, period))


def _daily(workspace: Workspace, asked: Asked) -> ExportSheet:
    frame = workspace.frame("shop_daily")
    if len(frame):
        frame = frame[frame["date"] == frame["date_end"]]
    return _summed(frame, ("date", "platform", "shop"), _DAILY_METRICS, asked, name="kpi")


def _keywords(workspace: Workspace, asked: Asked) -> ExportSheet:
    frame = workspace.frame("ad_keyword")
    if len(frame):
        frame = frame.dropna(subset=["keyword"]) if "keyword" in frame else frame.iloc[:0]
    return _summed(frame, ("keyword", "platform", "shop"), _KEYWORD_METRICS, asked, name="keywords")


def _history(workspace: Workspace, asked: Asked) -> ExportSheet:
    words = asked.words
    fields: tuple[tuple[str, CellKind], ...] = (
        ("imported_at", "datetime"), ("path", "text"), ("platform", "text"), ("kind", "text"), ("table", "text"),
        ("rows", "integer"), ("rejected", "integer"), ("first_date", "date"), ("last_date", "date"),
    )  # fmt: skip
    rows = [
        [*(getattr(record, field) for field, _kind in fields), words("yes" if record.active else "no")]
        for record in reversed(workspace.imports())
    ]
    columns = [ExportColumn(words(field), kind) for field, kind in fields]
    return ExportSheet(words("history"), (*columns, ExportColumn(words("active"))), rows)


def _alerts(workspace: Workspace, asked: Asked) -> ExportSheet:
    from shopdesk.app.kpi.alert_sheet import alert_sheet

    return alert_sheet(workspace, asked.words.language)


def _bidding(workspace: Workspace, asked: Asked) -> ExportSheet:
    from shopdesk.app.bidding.plan_sheet import plan_sheet

    return plan_sheet(workspace, asked.words.language)


def _promotions(workspace: Workspace, asked: Asked) -> ExportSheet:
    from shopdesk.app.promotions.replay_sheet import replay_sheet

    return replay_sheet(workspace, asked.words.language, today=asked.today, period=asked.period)


def _summed(
    frame: pd.DataFrame,
    keys: Sequence[str],
    metrics: Sequence[str],
    asked: Asked,
    *,
    name: str,
) -> ExportSheet:
    """Return sums by key with every ratio recomputed from them; metrics that nothing is known of are left out."""
    catalogue, words = asked.catalogue, asked.words
    wanted = [catalogue[metric] for metric in metrics if metric in catalogue]
    parts = [part for part in needed_columns(wanted) if part in frame.columns]
    present = [key for key in keys if key in frame.columns and frame[key].notna().any()]
    if not present or not parts:
        return ExportSheet(words(name), tuple(ExportColumn(words(key)) for key in keys), ())
    sums = frame.groupby(present, dropna=False, sort=True)[parts].sum(min_count=1)
    records = [{str(part): value for part, value in values.items()} for values in sums.to_dict("records")]
    known = [(metric, [evaluate(metric, record, catalogue=catalogue) for record in records]) for metric in wanted]
    shown = [(metric, values) for metric, values in known if any(value is not None for value in values)]
    columns = [ExportColumn(words(key), "date" if key == "date" else "text") for key in present]
    columns += [ExportColumn(words.metric(metric), _CELL_KINDS.get(metric.unit, "number")) for metric, _values in shown]
    labels = [[_label(part) for part in (key if isinstance(key, tuple) else (key,))] for key in sums.index]
    rows = [[*label, *(values[row] for _metric, values in shown)] for row, label in enumerate(labels)]
    return ExportSheet(words(name), tuple(columns), rows, notes=(words("upper_bound"),))


def _label(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


KINDS: Final[Mapping[str, Callable[[Workspace, Asked], ExportSheet]]] = {
    "kpi": _daily,
    "keywords": _keywords,
    "history": _history,
    "alerts": _alerts,
    "bidding": _bidding,
    "promotions": _promotions,
}

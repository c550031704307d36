"""How the dictionary of metrics says what it knows: groups, units, roll-up, and what is wrong with a formula."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.kpi.catalogue import BoardMetric, roll_up
from shopdesk.domain.kpi.formula import FormulaIssue
from shopdesk.domain.kpi.parts import RollUp
from shopdesk.domain.metrics import Good, Unit
from shopdesk.ui import formats


def group_name(group: str) -> str:
    """Return the name of a group of metrics."""
    names = {
        "traffic": QCoreApplication.translate("KpiMetrics", "Traffic"),
        "interest": QCoreApplication.translate("KpiMetrics", "Favourites and cart"),
        "sales": QCoreApplication.translate("KpiMetrics", "Sales"),
        "customers": QCoreApplication.translate("KpiMetrics", "Customers"),
        "goods": QCoreApplication.translate("KpiMetrics", "Goods"),
        "refund": QCoreApplication.translate("KpiMetrics", "Refunds"),
        "service": QCoreApplication.translate("KpiMetrics", "Service"),
        "ads": QCoreApplication.translate("KpiMetrics", "Ads"),
        "live": QCoreApplication.translate("KpiMetrics", "Live streams"),
        "video": QCoreApplication.translate("KpiMetrics", "Videos"),
        "own": QCoreApplication.translate("KpiMetrics", "Own metrics"),
    }
    return names.get(group, group)


def unit_text(unit: Unit) -> str:
    """Return the name of a unit, as one chooses it."""
    match unit:
        case Unit.MONEY:
            return QCoreApplication.translate("KpiMetrics", "yuan")
        case Unit.COUNT:
            return QCoreApplication.translate("KpiMetrics", "count")
        case Unit.PEOPLE:
            return QCoreApplication.translate("KpiMetrics", "people")
        case Unit.RATIO:
            return QCoreApplication.translate("KpiMetrics", "percent")
        case Unit.TIMES:
            return QCoreApplication.translate("KpiMetrics", "times")
        case Unit.SECONDS:
            return QCoreApplication.translate("KpiMetrics", "seconds")
        case _:
            return QCoreApplication.translate("KpiMetrics", "number")


def good_text(good: Good) -> str:
    """Return which direction is good for the shop."""
    match good:
        case Good.UP:
            return QCoreApplication.translate("KpiMetrics", "higher is better")
        case Good.DOWN:
            return QCoreApplication.translate("KpiMetrics", "lower is better")
        case _:
            return QCoreApplication.translate("KpiMetrics", "neither")


def days_text(metric: BoardMetric) -> str:
    """Return how a metric comes from several days."""
    kinds = {roll_up(part) for part in metric.parts}
    if RollUp.ORDERS in kinds or RollUp.ITEMS in kinds:
        if metric.window_days:
            return QCoreApplication.translate(
                "KpiMetrics", "counted anew over {count} days up to the end of the period"
            ).format(count=formats.full(metric.window_days))
        return QCoreApplication.translate("KpiMetrics", "counted anew over the period, never from days")
    if metric.window_days:
        return QCoreApplication.translate("KpiMetrics", "Σ ÷ Σ over {count} days up to the end of the period").format(
            count=formats.full(metric.window_days)
        )
    if RollUp.LAST in kinds:
        return QCoreApplication.translate("KpiMetrics", "the newest value")
    if metric.counts_people:
        if metric.adds_up:
            return QCoreApplication.translate("KpiMetrics", "the platform's own figure, else added by day and named so")
        return QCoreApplication.translate("KpiMetrics", "Σ ÷ Σ; people by the platform's figure, else added by day")
    if metric.adds_up:
        return QCoreApplication.translate("KpiMetrics", "added")
    return QCoreApplication.translate("KpiMetrics", "Σ ÷ Σ, never a mean of days")


def shops_text(metric: BoardMetric) -> str:
    """Return how a metric comes from several shops or platforms."""
    kinds = {roll_up(part) for part in metric.parts}
    if RollUp.LAST in kinds:
        return QCoreApplication.translate("KpiMetrics", "not joined")
    if RollUp.ORDERS in kinds:
        return QCoreApplication.translate("KpiMetrics", "a buyer counts once a platform")
    if metric.counts_people:
        return QCoreApplication.translate("KpiMetrics", "added: one person may be in several")
    return (
        QCoreApplication.translate("KpiMetrics", "added")
        if metric.adds_up
        else QCoreApplication.translate("KpiMetrics", "Σ ÷ Σ")
    )


def issue_text(issue: FormulaIssue, *, name_of: Callable[[str], str]) -> str:
    """Return what is wrong with a formula; ``name_of`` gives the name of a metric or part by its key."""
    names = {key: name_of(value) if value else "" for key, value in issue.values.items()}
    if issue.code == "unknown" and names.get("near"):
        text = QCoreApplication.translate("KpiMetrics", "“{name}” isn't known. Did you mean “{near}”?")
    else:
        text = _sentences().get(issue.code, issue.code)
    return text.format(**{"name": "", "near": "", **names})


def _sentences() -> dict[str, str]:
    return {
        "empty": QCoreApplication.translate("KpiMetrics", "Write a formula, e.g. Sales ÷ Visitors"),
        "long": QCoreApplication.translate("KpiMetrics", "The formula is too long"),
        "deep": QCoreApplication.translate("KpiMetrics", "Too many brackets within brackets"),
        "wide": QCoreApplication.translate("KpiMetrics", "Written out, the formula is too long"),
        "sign": QCoreApplication.translate("KpiMetrics", "This sign has no place in a formula: + − × ÷ ( ) are known"),
        "unknown": QCoreApplication.translate("KpiMetrics", "“{name}” isn't known"),
        "operator": QCoreApplication.translate("KpiMetrics", "A + − × ÷ is missing before this"),
        "term": QCoreApplication.translate("KpiMetrics", "A metric or number is missing here"),
        "open": QCoreApplication.translate("KpiMetrics", "This bracket isn't closed"),
        "close": QCoreApplication.translate("KpiMetrics", "This bracket was never opened"),
        "zero": QCoreApplication.translate("KpiMetrics", "Nothing can be divided by 0"),
        "cycle": QCoreApplication.translate("KpiMetrics", "“{name}” would be made of itself"),
        "unlike": QCoreApplication.translate(
            "KpiMetrics", "Unlike things are added or subtracted: money, people, pieces and numbers don't mix"
        ),
        "unit": QCoreApplication.translate("KpiMetrics", "The formula doesn't come out in this unit"),
    }

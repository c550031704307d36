"""How the board says what it knows: names, changes with their base, verdicts, and what stands behind a figure."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.currencies import ABROAD
from shopdesk.domain.kpi.alerts.verdicts import State, Verdict
from shopdesk.domain.kpi.calendar import Campaign
from shopdesk.domain.kpi.catalogue import PART_NAMES, BoardMetric
from shopdesk.domain.kpi.figures import Change, ChangeKind
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.charts.day_labels import weekday_name


def metric_name(metric: BoardMetric) -> str:
    """Return the name of a metric in the language in force."""
    return metric.zh if formats.language() == "zh_CN" else metric.en


def part_name(part: str) -> str:
    """Return the name of a part in the language in force."""
    zh, en = PART_NAMES.get(part, (part, part))
    return zh if formats.language() == "zh_CN" else en


def value_text(metric: BoardMetric, value: float | None, *, compact: bool = False) -> str:
    """Return a value in its unit; "—" where unknown."""
    if metric.unit is Unit.MONEY and not metric.adds_up:
        return formats.money(value)
    return formats.by_unit(value, metric.unit.value, compact=compact)


def apart_text(platforms: Iterable[str]) -> str:
    """Return which platforms are left out of the sums because they count in another currency."""
    return QCoreApplication.translate("Kpi", "{names} not added: another currency").format(
        names=formats.listed(ABROAD[platform] for platform in platforms)
    )


def change_base(change: Change) -> str:
    """Return what a change is held against, the campaign by its name: 较去年双11同日."""
    return base_text(change.comparison, change.before.period.days, change.campaign)


def base_text(comparison: Comparison, days: int, campaign: Campaign | None = None) -> str:
    """Return what a change is held against: 较上周同日, 较前 28 天."""
    match comparison:
        case Comparison.SAME_WEEKDAY if days == 1:
            return QCoreApplication.translate("Kpi", "vs a week ago")
        case Comparison.SAME_WEEKDAY:
            return QCoreApplication.translate("Kpi", "vs {count} {count:week|weeks} before").format(
                count=formats.full(-(-days // 7))
            )
        case Comparison.LAST_YEAR if days == 1:
            return QCoreApplication.translate("Kpi", "vs this date last year")
        case Comparison.LAST_YEAR:
            return QCoreApplication.translate("Kpi", "vs last year")
        case Comparison.WEEKDAY_LAST_YEAR:
            return QCoreApplication.translate("Kpi", "vs last year, by weekday")
        case Comparison.LUNAR_LAST_YEAR if days == 1:
            return QCoreApplication.translate("Kpi", "vs this lunar day last year")
        case Comparison.LUNAR_LAST_YEAR:
            return QCoreApplication.translate("Kpi", "vs last lunar year")
        case Comparison.CAMPAIGN_LAST_YEAR:
            return _campaign_base(days, campaign)
        case _ if days == 1:
            return QCoreApplication.translate("Kpi", "vs the day before")
        case _:
            return QCoreApplication.translate("Kpi", "vs {count} {count:day|days} before").format(
                count=formats.full(days)
            )


def _campaign_base(days: int, campaign: Campaign | None) -> str:
    if campaign is None:
        return QCoreApplication.translate("Kpi", "vs the campaign last year")
    name = campaign.name(chinese=formats.language() == "zh_CN")
    if days == 1:
        return QCoreApplication.translate("Kpi", "vs the day of {name} last year").format(name=name)
    return QCoreApplication.translate("Kpi", "vs {name} last year").format(name=name)


def change_text(change: Change) -> tuple[str, int]:
    """Return a change without sign and its direction (-1, 0, 1); an unknown one has no direction."""
    if change.amount is None:
        return formats.UNKNOWN, 0
    size = abs(change.amount)
    match change.kind:
        case ChangeKind.POINTS:
            text = formats.points(size)
        case ChangeKind.ABSOLUTE:
            text = formats.full(size, decimals=2)
        case _:
            text = formats.percent(size, decimals=1)
    nothing = not any(sign in text for sign in "123456789")
    return text, 0 if nothing else (1 if change.amount > 0 else -1)


def verdict_text(verdict: Verdict | None) -> tuple[str, str]:
    """Return the words of a verdict and its tone (normal, odd, unknown); empty where there is none."""
    if verdict is None:
        return "", ""
    if verdict.days > 1 and (words := _week_words(verdict.state)):
        return words
    match verdict.state:
        case State.NORMAL:
            return QCoreApplication.translate("Kpi", "normal"), "normal"
        case State.ABOVE:
            return QCoreApplication.translate("Kpi", "high"), "odd"
        case State.BELOW:
            return QCoreApplication.translate("Kpi", "low"), "odd"
        case State.UNCLEAR:
            return QCoreApplication.translate("Kpi", "can't tell yet"), "unknown"
        case State.TOO_FEW:
            return QCoreApplication.translate("Kpi", "too few"), "unknown"
        case State.CAMPAIGN:
            return QCoreApplication.translate("Kpi", "promo day"), "unknown"
        case _:
            return "", ""


def _week_words(state: State) -> tuple[str, str] | None:
    match state:
        case State.NORMAL:
            return QCoreApplication.translate("Kpi", "week normal"), "normal"
        case State.ABOVE:
            return QCoreApplication.translate("Kpi", "week high"), "odd"
        case State.BELOW:
            return QCoreApplication.translate("Kpi", "week low"), "odd"
        case State.UNCLEAR:
            return QCoreApplication.translate("Kpi", "week unclear"), "unknown"
        case State.CAMPAIGN:
            return QCoreApplication.translate("Kpi", "promo week"), "unknown"
        case _:
            return None


def verdict_reason(metric: BoardMetric, verdict: Verdict) -> str:
    """Return in one sentence what the verdict rests on."""
    match verdict.state:
        case State.CAMPAIGN if verdict.days > 1:
            return QCoreApplication.translate(
                "Kpi",
                "A day has too few events, so the last 7 days are judged. They hold {names}, which ordinary days can't "
                "be held against: the verdict comes back after 7 ordinary days.",
            ).format(names=formats.listed(verdict.campaigns))
        case State.CAMPAIGN:
            return QCoreApplication.translate("Kpi", "{names}: shown for comparison, not judged.").format(
                names=formats.listed(verdict.campaigns)
            )
        case State.TOO_FEW if verdict.expected is None:
            return QCoreApplication.translate(
                "Kpi",
                "Too little data to judge: {days} ordinary {days:day|days} in the eight weeks before, 28 are needed.",
            ).format(days=formats.full(verdict.ordinary_days))
        case State.TOO_FEW:
            return QCoreApplication.translate(
                "Kpi",
                "Too little data to judge a single day: about {events} {events:event|events} a day, 30 are needed.",
            ).format(events=formats.full(verdict.expected_events))
        case State.UNKNOWN:
            return ""
        case _ if verdict.days > 1:
            return QCoreApplication.translate(
                "Kpi", "A day has too few events, so the last 7 days are judged: normal band {low} – {high} (95 %)."
            ).format(low=value_text(metric, verdict.low), high=value_text(metric, verdict.high))
        case _ if verdict.evidence_days > 1:
            return QCoreApplication.translate(
                "Kpi",
                "The last {days} days together are out of the ordinary; the normal band of this day alone is "
                "{low} – {high} (95 %).",
            ).format(
                low=value_text(metric, verdict.low),
                high=value_text(metric, verdict.high),
                days=formats.full(verdict.evidence_days),
            )
        case _:
            return QCoreApplication.translate(
                "Kpi", "Normal band {low} – {high} (95 %, from {days} ordinary {days:day|days}, campaigns left out)."
            ).format(
                low=value_text(metric, verdict.low),
                high=value_text(metric, verdict.high),
                days=formats.full(verdict.ordinary_days),
            )


def span_text(period: Period) -> str:
    """Return a period, a single day with its weekday."""
    if period.days == 1:
        return f"{period.start:%m-%d} {weekday_name(period.start.weekday())}"
    return formats.span(period.start, period.end)


def own_sheet_text(parts: Iterable[str]) -> str:
    """Return how to bring figures that no platform's report is known to tell."""
    return QCoreApplication.translate(
        "Kpi", "Keep a table of your own, one row a day, with the headers: {names}"
    ).format(names=formats.listed([QCoreApplication.translate("Kpi", "Date"), *map(part_name, parts)]))


def table_name(table: str) -> str:
    """Return what a fact table is called."""
    names = {
        "shop_daily": QCoreApplication.translate("Kpi", "Shop report by day"),
        "shop_hourly": QCoreApplication.translate("Kpi", "Shop report by hour"),
        "shop_source": QCoreApplication.translate("Kpi", "Traffic sources"),
        "item_daily": QCoreApplication.translate("Kpi", "Items by day"),
        "item_source": QCoreApplication.translate("Kpi", "Traffic sources of items"),
        "item_promoted": QCoreApplication.translate("Kpi", "Promoted items"),
        "search_term": QCoreApplication.translate("Kpi", "Search words of the shop"),
        "ad_scene": QCoreApplication.translate("Kpi", "Ads by scene"),
        "ad_campaign": QCoreApplication.translate("Kpi", "Ads by plan"),
        "ad_adgroup": QCoreApplication.translate("Kpi", "Ads by unit"),
        "ad_item": QCoreApplication.translate("Kpi", "Ads by item"),
        "ad_keyword": QCoreApplication.translate("Kpi", "Ads by keyword"),
        "ad_search_term": QCoreApplication.translate("Kpi", "Ads by search term"),
        "ad_audience": QCoreApplication.translate("Kpi", "Ads by audience"),
        "ad_region": QCoreApplication.translate("Kpi", "Ads by region"),
        "ad_hour": QCoreApplication.translate("Kpi", "Ads by hour"),
        "ad_creative": QCoreApplication.translate("Kpi", "Ads by creative"),
        "ad_entity": QCoreApplication.translate("Kpi", "Ad account structure"),
        "orders": QCoreApplication.translate("Kpi", "Orders"),
        "order_lines": QCoreApplication.translate("Kpi", "Order lines"),
        "refunds": QCoreApplication.translate("Kpi", "Refunds list"),
        "costs": QCoreApplication.translate("Kpi", "Cost list"),
        "reviews": QCoreApplication.translate("Kpi", "Reviews"),
        "metric_table": QCoreApplication.translate("Kpi", "Other tables"),
    }
    return names.get(table, table)

"""Names and sentences of the bids page, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.estimate.model import CHANCE_LIMIT
from shopdesk.domain.bidding.happened import Evidence, Source
from shopdesk.domain.bidding.plan import Objective, Stage
from shopdesk.domain.bidding.profiles import PlatformProfile, RegionLever
from shopdesk.domain.bidding.sums import Sums
from shopdesk.domain.bidding.week import LimitCode, LimitProblem
from shopdesk.ui import formats
from shopdesk.ui.bidding.limits import wording as limit_words
from shopdesk.ui.kpi.wording import apart_text

_LEAST_SHOWN = 0.01  # a smaller chance is only said to be below it
METRICS = ("clicks", "cost", "orders", "roi", "cvr")


def metric_name(metric: str) -> str:
    """Return the name of a layer."""
    names = {
        "clicks": QCoreApplication.translate("Bids", "Clicks"),
        "cost": QCoreApplication.translate("Bids", "Cost"),
        "orders": QCoreApplication.translate("Bids", "Orders"),
        "roi": QCoreApplication.translate("Bids", "ROI"),
        "cvr": QCoreApplication.translate("Bids", "Conversion"),
        "revenue": QCoreApplication.translate("Bids", "Revenue"),
    }
    return names[metric]


def metric_text(metric: str, value: float | None) -> str:
    """Return a figure in a table or tooltip, with what it needs of decimals."""
    if value is None:
        return formats.UNKNOWN
    match metric:
        case "cost" | "revenue":
            return formats.money_fen(value)
        case "roi":
            return formats.times(value)
        case "cvr":
            return formats.percent(value)
        case _:
            return formats.full(value)


def cell_text(metric: str, value: float) -> str:
    """Return a figure short enough for a cell of the week (three or four digits)."""
    match metric:
        case "cost":
            yuan = value / 100
            return f"{yuan:.0f}" if yuan < 10_000 else formats.short(yuan)
        case "roi":
            return f"{value:.1f}"
        case "cvr":
            return f"{value * 100:.1f}"
        case _:
            return f"{value:.0f}" if value < 10_000 else formats.short(value)


def unit(metric: str) -> str:
    """Return the unit of a layer for a caption."""
    match metric:
        case "cost" | "revenue":
            return QCoreApplication.translate("Bids", "yuan")
        case "cvr":
            return "%"
        case _:
            return ""


def evidence_text(evidence: Evidence) -> str:
    """Return where figures come from and which days they cover."""
    sources = {
        Source.ADS: QCoreApplication.translate("Bids", "ads report"),
        Source.SHOP: QCoreApplication.translate("Bids", "shop report"),
        Source.ORDERS: QCoreApplication.translate("Bids", "order times"),
    }
    parts = [sources[evidence.source], formats.span(evidence.first, evidence.last)]
    if evidence.whole_account and evidence.source is Source.ADS:
        parts.append(QCoreApplication.translate("Bids", "all plans together"))
    if evidence.outside_period:
        parts.append(QCoreApplication.translate("Bids", "outside the chosen days"))
    if evidence.apart:
        parts.append(apart_text(evidence.apart))
    return " · ".join(parts)


def sums_text(sums: Sums) -> str:
    """Return what stands behind a cell, one line a figure."""
    lines = [
        f"{metric_name(metric)} {metric_text(metric, sums.value(metric))}"
        for metric in ("clicks", "cost", "orders", "revenue", "cvr", "roi")
        if sums.value(metric) is not None
    ]
    return "\n".join(lines) or QCoreApplication.translate("Bids", "nothing happened here")


def stage_name(stage: Stage) -> str:
    """Return the stage of a product."""
    names = {
        Stage.NONE: QCoreApplication.translate("Bids", "no stage"),
        Stage.NEW: QCoreApplication.translate("Bids", "new"),
        Stage.GROWTH: QCoreApplication.translate("Bids", "growing"),
        Stage.MATURE: QCoreApplication.translate("Bids", "mature"),
    }
    return names[stage]


def objective_name(objective: Objective) -> str:
    """Return what a plan is for."""
    names = {
        Objective.NONE: QCoreApplication.translate("Bids", "no aim"),
        Objective.TEST: QCoreApplication.translate("Bids", "test items"),
        Objective.ACQUIRE: QCoreApplication.translate("Bids", "win customers"),
        Objective.HARVEST: QCoreApplication.translate("Bids", "harvest"),
    }
    return names[objective]


def platform_name(profile: PlatformProfile) -> str:
    """Return the name of a platform."""
    return profile.zh if formats.language() == "zh_CN" else profile.en


def checked(is_verified: bool) -> list[str]:
    """Return the warning that a limit was never seen, nothing where it was."""
    return [] if is_verified else [QCoreApplication.translate("Bids", "please check")]


def gate_text(name: str, p_value: float | None, *, is_chance: bool) -> str:
    """Return whether luck explains the differences of hours, regions or audiences, and what follows from it."""
    if p_value is None:
        return QCoreApplication.translate(
            "Bids", "{name}: too few orders to tell luck from pattern, 100 % is safer."
        ).format(name=name)
    text = (
        QCoreApplication.translate(
            "Bids",
            "{name}: by luck alone this comes in about {chance} of cases (limit {limit}): 100 % is safer.",
        )
        if is_chance
        else QCoreApplication.translate(
            "Bids",
            "{name}: by luck alone this comes in about {chance} of cases (limit {limit}): a pattern.",
        )
    )
    return text.format(name=name, chance=_chance(p_value), limit=formats.percent(CHANCE_LIMIT, decimals=0))


def _chance(p_value: float) -> str:
    if p_value < _LEAST_SHOWN:
        return f"< {formats.percent(_LEAST_SHOWN, decimals=0)}"
    close = round(100 * p_value) == round(100 * CHANCE_LIMIT)  # a rounded figure must not seem to stand on the limit
    return formats.percent(p_value, decimals=1 if close else 0)


def region_text(profile: PlatformProfile) -> str:
    """Return what the platform can do about regions."""
    texts = {
        RegionLever.NONE: QCoreApplication.translate("Bids", "{platform} has no region setting"),
        RegionLever.ON_OFF: QCoreApplication.translate("Bids", "{platform}: regions on / off only"),
        RegionLever.PERCENT: QCoreApplication.translate("Bids", "{platform}: {low}–{high} %"),
    }
    limits = profile.regions
    text = texts[limits.lever].format(platform=platform_name(profile), low=limits.low, high=limits.high)
    return " · ".join([text, *checked(limits.evidence.is_verified)])


def audience_text(profile: PlatformProfile) -> str:
    """Return what the platform can do about audiences."""
    limits = profile.audiences
    if limits.high is None:
        text = QCoreApplication.translate("Bids", "no audience premium")
    else:
        text = QCoreApplication.translate("Bids", "{low}–{high} % of the bid").format(low=limits.low, high=limits.high)
    return " · ".join([text, *checked(limits.evidence.is_verified)])


def problem_text(problem: LimitProblem, profile: PlatformProfile) -> str:
    """Return why a modifier, a bid or a budget can't be set."""
    if problem.code in limit_words.MONEY:
        return limit_words.money_text(problem, platform_name(profile))
    if problem.code is LimitCode.ALL_OFF:
        return limit_words.all_off_text(platform_name(profile))
    texts = {
        LimitCode.TOO_LOW: QCoreApplication.translate("Bids", "{value} is below the {low} % that {platform} takes"),
        LimitCode.TOO_HIGH: QCoreApplication.translate("Bids", "{value} is above the {high} % that {platform} takes"),
        LimitCode.SWITCH_ONLY: QCoreApplication.translate("Bids", "{platform} only takes 0 (off) and 100 (on)"),
        LimitCode.NO_LEVER: QCoreApplication.translate("Bids", "{platform} has no such setting"),
        LimitCode.DAYS_DIFFER: QCoreApplication.translate("Bids", "{platform} takes one profile for all days"),
        LimitCode.TOO_MANY_WINDOWS: QCoreApplication.translate(
            "Bids", "{value} windows on one day: {platform} takes {high}"
        ),
    }
    return texts[problem.code].format(
        value=problem.value, low=problem.low, high=problem.high, platform=platform_name(profile)
    )

"""How segments are named and what is said about them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.segments.funnel import Chance
from shopdesk.domain.kpi.segments.search import Answer, Factor
from shopdesk.domain.kpi.segments.sums import (
    AD_REGION,
    BUYER,
    CAMPAIGN,
    ITEM,
    KEYWORD,
    NEW_BUYERS,
    OLD_BUYERS,
    PLATFORM,
    QUADRANT,
    REGION,
    SOURCE,
    SOURCE_1,
)
from shopdesk.domain.metrics import Unit
from shopdesk.ui import formats
from shopdesk.ui.kpi.wording import table_name

SHOWN: Final = (SOURCE_1, SOURCE, ITEM, REGION, BUYER, CAMPAIGN, QUADRANT, KEYWORD, AD_REGION, PLATFORM)
"""The dimensions of the view, in the order of its switch."""


def dimension_name(dimension: str) -> str:
    """Return what a dimension is called."""
    names = {
        SOURCE_1: QCoreApplication.translate("Segments", "Sources"),
        SOURCE: QCoreApplication.translate("Segments", "Sources in detail"),
        ITEM: QCoreApplication.translate("Segments", "Items"),
        REGION: QCoreApplication.translate("Segments", "Regions"),
        AD_REGION: QCoreApplication.translate("Segments", "Regions of ads"),
        CAMPAIGN: QCoreApplication.translate("Segments", "Plans"),
        KEYWORD: QCoreApplication.translate("Segments", "Keywords"),
        QUADRANT: QCoreApplication.translate("Segments", "Quadrants"),
        BUYER: QCoreApplication.translate("Segments", "New and old buyers"),
        PLATFORM: QCoreApplication.translate("Segments", "Platforms"),
    }
    return names.get(dimension, dimension)


def label_name(dimension: str, label: str) -> str:
    """Return a label as the user knows it."""
    if not label:
        return QCoreApplication.translate("Segments", "Not told")
    if dimension == BUYER:
        return {
            NEW_BUYERS: QCoreApplication.translate("Segments", "New buyers"),
            OLD_BUYERS: QCoreApplication.translate("Segments", "Old buyers"),
        }.get(label, label)
    if dimension == PLATFORM:
        return platform_name(label)
    if dimension == QUADRANT:
        from shopdesk.domain.keywords.classify import Quadrant
        from shopdesk.ui.keywords.wording import quadrant_name

        return quadrant_name(Quadrant(label))
    return label


def platform_name(platform: str) -> str:
    """Return what a market place is called."""
    names = {
        "taobao": QCoreApplication.translate("Segments", "Taobao and Tmall"),
        "jd": QCoreApplication.translate("Segments", "JD"),
        "pdd": QCoreApplication.translate("Segments", "Pinduoduo"),
        "douyin": QCoreApplication.translate("Segments", "Douyin"),
        "other": QCoreApplication.translate("Segments", "Other tables"),
    }
    return names.get(platform, platform)


def what_to_import(dimension: str) -> str:
    """Return in one sentence which report tells a dimension."""
    match dimension:
        case "source" | "source_1":
            return QCoreApplication.translate(
                "Segments", "No report by source is imported. Import the shop's traffic sources, one file a day."
            )
        case "item":
            return QCoreApplication.translate(
                "Segments", "No report by item is imported. Import the item ranking by day, or the order lines."
            )
        case "region":
            return QCoreApplication.translate(
                "Segments", "No order names a region. Import the order list with its delivery address."
            )
        case "ad_region":
            return QCoreApplication.translate(
                "Segments", "No ad report by region is imported. Import the region report of the ads."
            )
        case "campaign":
            return QCoreApplication.translate(
                "Segments", "No ad report by plan is imported. Import the plan report of the ads, by day."
            )
        case "keyword" | "quadrant":
            return QCoreApplication.translate(
                "Segments", "No ad report by keyword is imported. Import the keyword report of the ads, by day."
            )
        case "buyer":
            return QCoreApplication.translate(
                "Segments",
                "New and old buyers aren't told. Import two months of orders, or the shop report with old buyers.",
            )
        case _:
            return QCoreApplication.translate(
                "Segments", "No daily figures are imported. Import the daily shop report or the order list."
            )


def unit_text(metric: BoardMetric) -> str:
    """Return the unit of a metric for a header."""
    return "%" if metric.unit is Unit.RATIO else formats.unit_name(metric.unit.value)


def signed_unit(metric: BoardMetric) -> str:
    """Return the unit of a difference of a metric for a header."""
    if metric.unit is Unit.RATIO:
        return QCoreApplication.translate("Segments", "points")
    return formats.unit_name(metric.unit.value)


def chance_text(chance: Chance) -> str:
    """Return what a change of a rate is worth."""
    match chance:
        case Chance.SURE:
            return QCoreApplication.translate("Segments", "more than chance")
        case Chance.CHANCE:
            return QCoreApplication.translate("Segments", "may be chance")
        case Chance.TOO_FEW:
            return QCoreApplication.translate("Segments", "too few to tell")
        case _:
            return ""


def slice_name(answer: Answer) -> str:
    """Return the attributes of a slice: 手淘搜索 × 每日坚果."""
    shown = [
        label_name(PLATFORM if dimension == "platform" else dimension, str(value))
        for dimension, value in answer.finding.attributes.items()
    ]
    return " × ".join(shown)


def factor_name(factor: Factor) -> str:
    """Return which figure of a slice moved."""
    match factor:
        case Factor.VISITORS:
            return QCoreApplication.translate("Segments", "Visitors")
        case Factor.CONVERSION:
            return QCoreApplication.translate("Segments", "Conversion")
        case _:
            return QCoreApplication.translate("Segments", "Orders")


def answer_sentence(answer: Answer) -> str:
    """Return the numbers of an answer: what was, what is, and what would be had it moved like the rest."""
    found = answer.finding
    if answer.factor is Factor.CONVERSION:
        return QCoreApplication.translate(
            "Segments",
            "{before} → {after}: {buyers} buyers of {visitors} visitors, {expected} had it moved like the rest",
        ).format(
            before=formats.percent(found.before / found.base_before if found.base_before > 0 else None),
            after=formats.percent(found.after / found.base_after if found.base_after > 0 else None),
            buyers=formats.full(found.after),
            visitors=formats.full(found.base_after),
            expected=formats.full(round(found.expected)),
        )
    return QCoreApplication.translate("Segments", "{before} → {after}; {expected} had it moved like the rest").format(
        before=formats.full(found.before), after=formats.full(found.after), expected=formats.full(round(found.expected))
    )


def searched_text(tables: tuple[str, ...]) -> str:
    """Return what was searched."""
    return QCoreApplication.translate("Segments", "Searched: {tables}").format(
        tables=formats.listed(table_name(table) for table in tables)
    )

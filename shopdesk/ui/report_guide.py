"""Which reports to export from where, and what each gives: shown on the first page and in Help."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class GuideRow:
    """One report: name, where to export it, what it answers, and which tabs use it (kpi, keywords, bidding, offers)."""

    name: str
    source: str
    answers: str
    tabs: tuple[bool, bool, bool, bool]
    steps: str


def guide() -> list[GuideRow]:
    """Return the reports in the language in force, the most useful first."""
    return [_shop(), _sources(), _orders(), _keywords(), _cuts(), _terms(), _costs()]


def _shop() -> GuideRow:
    return GuideRow(
        QCoreApplication.translate("ReportGuide", "Shop by day"),
        QCoreApplication.translate("ReportGuide", "Sycm › Export › Whole shop (day)"),
        QCoreApplication.translate("ReportGuide", "How yesterday was, what is odd"),
        (True, False, False, False),
        QCoreApplication.translate(
            "ReportGuide",
            "Sycm › Data export › New report: dimension “whole shop”, period “day”, as long a span as offered. "
            "JD: Shangzhi › Transactions. Pinduoduo: Merchant › Data › Business.",
        ),
    )


def _sources() -> GuideRow:
    return GuideRow(
        QCoreApplication.translate("ReportGuide", "Traffic sources"),
        QCoreApplication.translate("ReportGuide", "Sycm › Traffic › Shop sources"),
        QCoreApplication.translate("ReportGuide", "From which source a change comes"),
        (True, True, False, False),
        QCoreApplication.translate(
            "ReportGuide",
            "Sycm › Traffic › Shop sources: choose a day or a span, then Download. One file a day is fine.",
        ),
    )


def _orders() -> GuideRow:
    return GuideRow(
        QCoreApplication.translate("ReportGuide", "Orders + order lines"),
        QCoreApplication.translate("ReportGuide", "Qianniu › Sold items › Export"),
        QCoreApplication.translate("ReportGuide", "Order value, repeats, offer replay"),
        (True, False, False, True),
        QCoreApplication.translate(
            "ReportGuide",
            "Qianniu › Transactions › Sold items › Batch export: both the order report and the order line report. "
            "Do not open and save the files in Excel: it damages long order numbers. "
            "Names, phones and addresses are dropped while reading.",
        ),
    )


def _keywords() -> GuideRow:
    return GuideRow(
        QCoreApplication.translate("ReportGuide", "Keyword report"),
        QCoreApplication.translate("ReportGuide", "Wanxiangtai / JD / Pinduoduo ads"),
        QCoreApplication.translate("ReportGuide", "Word values, break-even bids"),
        (False, True, True, False),
        QCoreApplication.translate(
            "ReportGuide",
            "Advertising console › Reports › Keywords: by day, all words, a conversion window of 15 or 30 days.",
        ),
    )


def _cuts() -> GuideRow:
    return GuideRow(
        QCoreApplication.translate("ReportGuide", "Hour, region, audience"),
        QCoreApplication.translate("ReportGuide", "Ads console › Reports › Download"),
        QCoreApplication.translate("ReportGuide", "When, where, for whom to bid"),
        (False, False, True, False),
        QCoreApplication.translate(
            "ReportGuide", "Advertising console › Reports › by hour, by region, by audience: the last 8 weeks, by day."
        ),
    )


def _terms() -> GuideRow:
    return GuideRow(
        QCoreApplication.translate("ReportGuide", "Search terms"),
        QCoreApplication.translate("ReportGuide", "Sycm › Traffic › Search terms"),
        QCoreApplication.translate("ReportGuide", "Good words not bought yet"),
        (False, True, False, False),
        QCoreApplication.translate(
            "ReportGuide", "Sycm › Traffic › Item sources › Search › terms: the last 7 or 30 days."
        ),
    )


def _costs() -> GuideRow:
    return GuideRow(
        QCoreApplication.translate("ReportGuide", "Item costs"),
        QCoreApplication.translate("ReportGuide", "Any table of your own"),
        QCoreApplication.translate("ReportGuide", "Margin, break-even, floor price"),
        (True, True, True, True),
        QCoreApplication.translate(
            "ReportGuide",
            "Any .xlsx or .csv with an item or SKU code and its cost in yuan; the preview asks what is what.",
        ),
    )

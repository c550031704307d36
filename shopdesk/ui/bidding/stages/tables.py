"""The tables of the stage card: items of a test, audiences of a harvest."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.audience_kinds import AudienceKind
from shopdesk.domain.bidding.stages.arms import ItemTrial, Rate
from shopdesk.domain.bidding.stages.harvest import HarvestAnswer
from shopdesk.domain.bidding.stages.item_test import ArmResult
from shopdesk.ui import formats
from shopdesk.ui.bidding.stages.words import kind_name
from shopdesk.ui.grid import CellPaint, Column, GridFrame, Kind, Row, draw_interval
from shopdesk.ui.theme import tokens


class ItemColumns:
    """Columns of a test; holds the results that the cells word and the scale of its bars."""

    def __init__(self) -> None:
        self._results: dict[str, ArmResult] = {}
        self._scale = (0.0, 1.0)
        self._rate = Rate.CARTS

    def show(self, tested: ItemTrial) -> GridFrame:
        """Take a test and return its rows, the best first."""
        results = tested.test.results
        self._rate = tested.rate
        self._results = {result.arm.name: result for result in results}
        ends = [result.high for result in results] or [1.0]
        starts = [result.low for result in results] or [0.0]
        self._scale = (0.8 * min(starts), 1.1 * max(ends))
        names = list(self._results)
        return GridFrame(
            {
                "name": names,
                "trials": [result.arm.trials for result in results],
                "rate": list(names),
                "chance": [result.chance for result in results],
                "verdict": list(names),
            },
            keys=names,
        )

    def columns(self) -> tuple[Column, ...]:
        """Return all columns."""
        return (
            Column(
                name="name",
                title=lambda: QCoreApplication.translate("BidStages", "Item"),
                width=110,
                grow=2,
                tooltip=self._tip,
            ),
            Column(
                name="trials",
                title=self._trials_title,
                kind=Kind.INT,
                width=76,
                additive=False,
            ),
            Column(
                name="rate",
                title=lambda: QCoreApplication.translate("BidStages", "Rate (80 %)"),
                kind=Kind.CUSTOM,
                width=84,
                grow=1,
                text=self._rate_text,
                sort_value=lambda name: self._results[name].rate,
                paint=self._paint,
                tooltip=self._tip,
                right=False,
            ),
            Column(
                name="chance",
                title=lambda: QCoreApplication.translate("BidStages", "Best"),
                unit=lambda: "%",
                kind=Kind.PERCENT,
                decimals=0,
                width=52,
                help=lambda: QCoreApplication.translate("BidStages", "Chance that this is the best of all"),
            ),
            Column(
                name="verdict",
                title=lambda: QCoreApplication.translate("BidStages", "Verdict"),
                kind=Kind.CUSTOM,
                width=64,
                text=self._verdict,
                color=lambda row: tokens().secondary if self._results[row["verdict"]].is_hopeless else None,
                tooltip=self._tip,
            ),
        )

    def _trials_title(self) -> str:
        if self._rate is Rate.CARTS:
            return QCoreApplication.translate("BidStages", "Clicks")
        return QCoreApplication.translate("BidStages", "Impressions")

    def _rate_text(self, row: Row) -> str:
        result = self._results[row["rate"]]
        low, middle, high = (formats.percent(value, decimals=1) for value in (result.low, result.rate, result.high))
        return f"{middle} ({low}–{high})"

    def _verdict(self, row: Row) -> str:
        result = self._results[row["verdict"]]
        if result.is_hopeless:
            return QCoreApplication.translate("BidStages", "stop")
        return QCoreApplication.translate("BidStages", "go on")

    def _tip(self, row: Row) -> str:
        result = self._results[str(row.key)]
        return "\n".join(
            (
                result.arm.name,
                QCoreApplication.translate("BidStages", "{events} of {trials}, drawn towards the others").format(
                    events=formats.full(result.arm.events), trials=formats.full(result.arm.trials)
                ),
                self._rate_text(row),
            )
        )

    def _paint(self, cell: CellPaint) -> None:
        result = self._results[str(cell.value)]
        draw_interval(cell, low=result.low, median=result.rate, high=result.high, line=None, scale=self._scale)


def audience_frame(found: HarvestAnswer) -> GridFrame:
    """Return the rows of a harvest, most worth first."""
    names = [one.audience.name for one in found.premiums]
    return GridFrame(
        {
            "name": names,
            "kind": [one.kind.value for one in found.premiums],
            "iota": [one.iota for one in found.premiums],
            "conversion": [one.by_conversion for one in found.premiums],
            "percent": [one.percent for one in found.premiums],
        },
        keys=names,
    )


def audience_columns() -> tuple[Column, ...]:
    """Return all columns."""
    return (
        Column(name="name", title=lambda: QCoreApplication.translate("BidStages", "Audience"), width=100, grow=2),
        Column(
            name="kind",
            title=lambda: QCoreApplication.translate("BidStages", "Knows the shop as"),
            kind=Kind.CUSTOM,
            width=76,
            grow=1,
            text=lambda row: kind_name(AudienceKind(row["kind"])),
        ),
        Column(
            name="iota",
            title=lambda: QCoreApplication.translate("BidStages", "By ads"),
            unit=lambda: "%",
            kind=Kind.PERCENT,
            decimals=0,
            width=56,
            help=lambda: QCoreApplication.translate(
                "BidStages", "Share of its orders that wouldn't have come without ads: an assumption, please check"
            ),
        ),
        Column(
            name="conversion",
            title=lambda: QCoreApplication.translate("BidStages", "By conversion"),
            unit=lambda: "%",
            kind=Kind.INT,
            width=64,
            additive=False,
            help=lambda: QCoreApplication.translate("BidStages", "What conversion alone would say; 100 is no premium"),
        ),
        Column(
            name="percent",
            title=lambda: QCoreApplication.translate("BidStages", "Advised"),
            unit=lambda: "%",
            kind=Kind.INT,
            width=60,
            additive=False,
            emphasis=True,
        ),
    )

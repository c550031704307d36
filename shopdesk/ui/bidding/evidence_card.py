"""What stands behind the selected hours or regions: figures, interval, and how many orders are still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.bidding.estimate.model import Gate
from shopdesk.domain.bidding.happened import Evidence
from shopdesk.domain.bidding.precision import orders_needed, ratio_interval
from shopdesk.domain.bidding.sums import Sums
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.cards import Card, label, rule
from shopdesk.ui.charts.interval_bar import Interval, IntervalBar
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

WORTH_SEEING = 0.2  # a difference that a 分时折扣 would act on
_ORDER_VALUE_CV = 0.6
_RELATIVE = (0.0, 2.0)


@dataclass(frozen=True, slots=True)
class Selection:
    """Something selected: its name, its sums, those of everything, and where they come from."""

    title: str
    sums: Sums
    whole: Sums
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """All that the card shows; ``gates`` are those of the studied plan, by what they are called, where there is one.

    Without a plan ``hours`` says whether the whole account's hours differ by more than luck.
    """

    selections: Sequence[Selection]
    hours: Gate | None
    gates: tuple[tuple[str, Gate], ...] = ()


class EvidenceCard(Card):
    """Replaced as a whole on every change of the selection: it holds a few labels only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._view: EvidenceView | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area)

    def show_view(self, view: EvidenceView) -> None:
        """Show evidence; what is shown already stays, since every edit of a plan comes by here."""
        if view != self._view:
            self._view = view
            self._draw(view)

    def _draw(self, view: EvidenceView) -> None:
        self.set_title(self.tr("Evidence"), self.tr("of what is selected"))
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        column.setSpacing(6)
        for place, selection in enumerate(view.selections):
            if place:
                column.addWidget(rule())
            self._add_selection(column, selection)
        column.addWidget(rule())
        self._add_gate(column, view)
        column.addStretch(1)
        self._area.setWidget(content)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self._draw(self._view)
        super().changeEvent(event)

    def _add_selection(self, column: QVBoxLayout, selection: Selection) -> None:
        head = label(selection.title, wrap=True)
        head.setFont(body_font(medium=True))
        column.addWidget(head)
        if selection.evidence is not None:
            column.addWidget(label(words.evidence_text(selection.evidence), "caption", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        compared = selection.sums != selection.whole
        if compared:
            self._row(grid, ("", self.tr("selected"), self.tr("all")), caption=True)
        for metric in ("clicks", "cost", "orders", "revenue", "cvr", "roi"):
            if selection.whole.value(metric) is not None:
                unit = words.unit(metric) if metric in ("cost", "revenue") else ""
                shown = (selection.sums, selection.whole) if compared else (selection.whole,)
                texts = (words.metric_text(metric, sums.value(metric)) for sums in shown)
                self._row(grid, (f"{words.metric_name(metric)} {unit}".strip(), *texts))
        column.addLayout(grid)
        if not compared:
            hint = self.tr("Select hours or regions to hold them against all.")
            column.addWidget(label(hint, "caption", wrap=True))
        self._add_interval(column, selection)

    def _add_interval(self, column: QVBoxLayout, selection: Selection) -> None:
        sums, whole = selection.sums, selection.whole
        orders = sums.orders or 0
        if sums.roi is not None and whole.roi:
            ratio, name = sums.roi / whole.roi, self.tr("ROI against all")
            bounds = ratio_interval(orders, sums.clicks or orders, value_cv=_ORDER_VALUE_CV)
        elif sums.cvr is not None and whole.cvr:
            ratio, name = sums.cvr / whole.cvr, self.tr("conversion against all")
            bounds = ratio_interval(orders, sums.clicks or orders)
        else:
            column.addWidget(label(self.tr("Rates need clicks and cost: import the ads report."), "caption", wrap=True))
            return
        if sums is whole or sums == whole:
            return
        if bounds is None:
            clicks = formats.full(sums.clicks)
            column.addWidget(
                label(
                    self.tr("No order in {clicks} {clicks:click|clicks}: nothing can be said yet.").format(
                        clicks=clicks
                    ),
                    "caption",
                    wrap=True,
                )
            )
            return
        low, high = ratio * bounds[0], ratio * bounds[1]
        bar = IntervalBar(labels=True)
        bar.set_interval(
            Interval(low, ratio, high, 1.0),
            scale_low=_RELATIVE[0],
            scale_high=_RELATIVE[1],
            threshold_name=self.tr("all"),
        )
        column.addWidget(label(name, "caption"))
        column.addWidget(bar)
        column.addWidget(label(self._verdict(low, high, orders), "secondary", wrap=True))

    def _verdict(self, low: float, high: float, orders: float) -> str:
        if low > 1:
            return self.tr("Better than the rest, beyond an 80 % interval.")
        if high < 1:
            return self.tr("Worse than the rest, beyond an 80 % interval.")
        missing = orders_needed(WORTH_SEEING) - orders
        if missing <= 0:
            return self.tr("No difference of 20 % can be seen with {orders} {orders:order|orders}.").format(
                orders=formats.full(orders)
            )
        return self.tr(
            "Can't tell yet: about {missing} more {missing:order|orders} until a difference of 20 % would show."
        ).format(missing=formats.full(missing))

    def _add_gate(self, column: QVBoxLayout, view: EvidenceView) -> None:
        head = label(self.tr("Luck or pattern?"), wrap=True)
        head.setFont(body_font(medium=True))
        column.addWidget(head)
        if view.gates:
            for name, gate in view.gates:
                text = words.gate_text(name, gate.p_value, is_chance=not gate.is_open)
                column.addWidget(label(text, "secondary", wrap=True))
            return
        if view.hours is None:
            column.addWidget(label(self.tr("The test needs an ads report by hour."), "caption", wrap=True))
            return
        text = words.gate_text(self.tr("Hours of the day"), view.hours.p_value, is_chance=not view.hours.is_open)
        column.addWidget(label(text, "secondary", wrap=True))

    def _row(self, grid: QGridLayout, texts: Sequence[str], *, caption: bool = False) -> None:
        row = grid.rowCount()
        for place, text in enumerate(texts):
            cell = label(text, "caption" if caption or not place else "")
            if not caption:
                cell.setFont(body_font(pixels=CAPTION_PT_PX))
            if place:
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(cell, row, place)

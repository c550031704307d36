"""What a click on one word is worth: the value with its interval against what it must bring, and the price."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan, nan

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.keywords.library import Library
from shopdesk.ui import formats
from shopdesk.ui.cards import label
from shopdesk.ui.charts.interval_bar import Interval, IntervalBar
from shopdesk.ui.keywords import wording


class WorthSection(QWidget):
    """Drawn from one row of the library."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._value = label(), label("", "title")
        self._bar = IntervalBar(labels=True)
        self._evidence = label("", "", wrap=True)
        self._price = label("", "secondary", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        for widget in (self._bar, self._evidence, self._price):
            column.addWidget(widget)

    def show_numbers(self, library: Library, numbers: Mapping[str, float]) -> None:
        """Show the numbers of a word, NaN where unknown."""
        known = not isnan(numbers["value"])
        self._title.setText(self.tr("Value of a click"))
        self._value.setText(
            f"{formats.money(numbers['value'])} {formats.unit_name('money')}" if known else formats.UNKNOWN
        )
        share = library.margin.share if library.margin and library.margin.share > 0 else nan
        needed = numbers["cpc"] / share
        top = max(value for value in (numbers["value_high"], needed, 0.1) if not isnan(value)) * 1.1
        interval = Interval(numbers["value_low"], numbers["value_mid"], numbers["value_high"], needed)
        self._bar.set_interval(
            interval if known else None,
            scale_low=0.0,
            scale_high=top,
            value_format=formats.money,
            threshold_name=self.tr("must bring"),
        )
        text = self.tr("{orders} {orders:order|orders} / {clicks} {clicks:click|clicks}").format(
            orders=formats.full(numbers["orders"]), clicks=formats.full(numbers["clicks"])
        )
        if not isnan(numbers["chance"]):
            text += self.tr("; pays with {chance} % chance").format(chance=wording.chance(numbers["chance"]))
        self._evidence.setText(text)
        self._price.setText(self._price_text(library, numbers))

    def _price_text(self, library: Library, numbers: Mapping[str, float]) -> str:
        if library.margin is None:
            return self.tr("Break-even price —: import orders and a cost list, then it can be computed.")
        if isnan(numbers["break_even"]):
            return self.tr("Break-even price —")
        if library.margin.stated:
            return self.tr("Break-even {price} yuan a click (margin {margin}, as you set it); paid {cpc}").format(
                price=formats.money(numbers["break_even"]),
                margin=formats.percent(library.margin.share, decimals=1),
                cpc=formats.money(numbers["cpc"]),
            )
        return self.tr(
            "Break-even {price} yuan a click (margin {margin}, costs known for {covered} of sales); paid {cpc}"
        ).format(
            price=formats.money(numbers["break_even"]),
            margin=formats.percent(library.margin.share, decimals=1),
            covered=formats.percent(library.margin.covered, decimals=0),
            cpc=formats.money(numbers["cpc"]),
        )

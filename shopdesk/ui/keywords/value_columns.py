"""Columns that every table of words, roots or terms shares: counts, yuan, and the bar of what a click is worth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from shopdesk.ui import formats
from shopdesk.ui.charts.interval_bar import Interval, interval_scale
from shopdesk.ui.grid.columns import Column, Kind, Row, Text
from shopdesk.ui.grid.painting import CellPaint, draw_interval
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.currency import money_unit

MOST_SCALED = 200
"""Rows whose bars the common scale is made for: those of most spend."""


class ValueBars:
    """The bar of an 80 % interval as a column; holds the common scale and the margin that all its cells draw with."""

    def __init__(self) -> None:
        self.scale = (0.0, 1.0)
        self.margin: float | None = None

    def show(self, table: Any, *, margin: float | None) -> None:
        """Take margin and scale of a pandas frame: values and prices in yuan a click, NaN where unknown.

        The scale is that of the words that cost most; all count alike where the frame tells no cost.
        """
        middles, highs, prices = (floats(table, name) for name in ("value_mid", "value_high", "cpc"))
        cost = floats(table, "cost") if "cost" in table.columns else np.ones(len(table))
        self.margin = margin if margin and margin > 0 else None
        lines = prices / self.margin if self.margin else prices * np.nan
        some = np.argsort(-np.nan_to_num(cost))[:MOST_SCALED]
        # A line far beyond the values must not squeeze all bars.
        near = np.where(lines < 3 * middles, lines, np.nan)
        self.scale = (
            interval_scale([Interval(0.0, middles[i], highs[i], near[i]) for i in some]) if some.size else (0, 1.0)
        )

    def column(self, *, width: int = 110, grow: int = 3) -> Column:
        """Return the column; its rows carry ``value_low``, ``value_mid``, ``value_high`` and ``cpc``."""
        return Column(
            name="value_mid",
            title=lambda: QCoreApplication.translate("Keywords", "80 %"),
            kind=Kind.FLOAT,
            unit=lambda: f"0–{formats.full(self.scale[1], decimals=0 if self.scale[1] >= 10 else 1)}",
            width=width,
            grow=grow,
            additive=False,
            text=_interval_text,
            text_of=("value_low", "value_high"),
            paint=self._paint,
            tooltip=self.tip,
            help=lambda: QCoreApplication.translate(
                "Keywords", "Pale bar: 80 % interval, tick: median, dashed: what a click must bring to pay."
            ),
        )

    def needed(self, row: Row) -> float | None:
        """Return what a click must bring to pay its price, None where price or margin are unknown."""
        price = row["cpc"]
        return price / self.margin if price is not None and self.margin else None

    def tip(self, row: Row) -> str:
        """Return the interval in words."""
        if row["value_low"] is None:
            return QCoreApplication.translate("Keywords", "Not known yet: no order was won by any word in this period.")
        text = QCoreApplication.translate(
            "Keywords", "Value of a click: {low} – {high} with 80 % chance, median {mid} yuan"
        ).format(
            low=formats.money(row["value_low"]),
            high=formats.money(row["value_high"]),
            mid=formats.money(row["value_mid"]),
        )
        needed = self.needed(row)
        if needed is not None:
            text += "\n" + QCoreApplication.translate("Keywords", "To pay {cpc} a click it must bring {needed}").format(
                cpc=formats.money(row["cpc"]), needed=formats.money(needed)
            )
        return text

    def _paint(self, cell: CellPaint) -> None:
        line = self.needed(cell.row)
        draw_interval(
            cell,
            low=cell.row["value_low"],
            median=cell.row["value_mid"],
            high=cell.row["value_high"],
            line=line if line is not None and line <= self.scale[1] else None,
            scale=self.scale,
        )


def value_column(*, visible: bool = True) -> Column:
    """Return the column of what a click is worth."""
    return yuan(
        "value",
        lambda: QCoreApplication.translate("Keywords", "Value"),
        width=56,
        visible=visible,
        hint=lambda: QCoreApplication.translate(
            "Keywords", "Revenue a click brings, chance taken out: words with few clicks are drawn to their quadrant."
        ),
    )


def break_even_column(*, visible: bool = True) -> Column:
    """Return the column of the highest price of a click that still pays."""
    return yuan(
        "break_even",
        lambda: QCoreApplication.translate("Keywords", "Max CPC"),
        width=68,
        visible=visible,
        hint=lambda: QCoreApplication.translate(
            "Keywords", "Highest price of a click that still pays: value × margin after refunds."
        ),
    )


def chance_column(tooltip: Callable[[Row], str] | None = None) -> Column:
    """Return the column of the chance that a click earns more than it costs."""
    return Column(
        name="chance",
        title=lambda: QCoreApplication.translate("Keywords", "Pays"),
        unit=lambda: "%",
        kind=Kind.FLOAT,
        width=56,
        additive=False,
        text=lambda row: wording.chance(row["chance"]),
        tooltip=tooltip,
        help=lambda: QCoreApplication.translate("Keywords", "Chance that a click earns more than it costs."),
    )


def count(name: str, title: Text, *, width: int, visible: bool = True) -> Column:
    """Return a column of whole numbers that add up."""
    return Column(name=name, title=title, kind=Kind.FLOAT, decimals=0, width=width, visible=visible, additive=True)


def yuan(
    name: str, title: Text, *, width: int, additive: bool = False, visible: bool = True, hint: Text | None = None
) -> Column:
    """Return a column of yuan; ``additive`` says that it is money spent or won rather than a price."""
    return Column(
        name=name,
        title=title,
        unit=money_unit if additive else _price_unit,
        kind=Kind.FLOAT,
        decimals=2,
        width=width,
        visible=visible,
        additive=additive,
        help=hint,
    )


def percent(name: str, title: Text, *, visible: bool = True, hint: Text | None = None, width: int = 80) -> Column:
    """Return a column of percentages."""
    return Column(name=name, title=title, unit=lambda: "%", kind=Kind.PERCENT, width=width, visible=visible, help=hint)


def floats(words: Any, name: str) -> NDArray[np.float64]:
    """Return a column of a pandas frame as floats, NaN where nothing is known."""
    values: NDArray[np.float64] = words[name].to_numpy(dtype=np.float64, na_value=np.nan)
    return values


def _price_unit() -> str:
    """In English the word CPC says it; a sign more would push the last column out of a small window."""
    return money_unit() if formats.language() == "zh_CN" else ""


def _interval_text(row: Row) -> str:
    if row["value_low"] is None:
        return formats.UNKNOWN
    return f"{formats.money(row['value_low'])} – {formats.money(row['value_high'])}"

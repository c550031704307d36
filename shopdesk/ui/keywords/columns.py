"""The columns of the word table, and the frame behind them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.classify import Label, LabelSource, Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.ui import formats
from shopdesk.ui.charts.interval_bar import Interval, interval_scale
from shopdesk.ui.grid.columns import Choice, Column, Kind, Row
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.painting import CellPaint, draw_chip, draw_interval, draw_swatch, draw_text, draw_verb
from shopdesk.ui.keywords import advice_wording, wording

if TYPE_CHECKING:
    import pandas as pd


def frame_of(library: Library) -> GridFrame:
    """Return the table of a library, words as keys, most spend first."""
    words = library.words.sort_values("cost", ascending=False, na_position="last", kind="stable")
    labels = [library.labels[word] for word in words.index.tolist()]
    numbers = {quadrant: number for number, quadrant in enumerate(Quadrant)}
    data: dict[str, Any] = {
        "word": words["shown"].tolist(),
        "quadrant": [label.quadrant.value for label in labels],
        "reason": [label.reason for label in labels],
        "quadrant_number": np.array([numbers[label.quadrant] for label in labels], dtype=np.float64),
        "by_hand": [label.source is LabelSource.HAND for label in labels],
        "review": [label.needs_review for label in labels],
        **{name: words[name].tolist() for name in ("advice", "advice_reason", "root")},
    }
    for name in NUMBERS:
        data[name] = _numbers(words, name)
    return GridFrame(data, keys=words.index.tolist())


NUMBERS = (
    "impressions",
    "clicks",
    "ctr",
    "cost",
    "cpc",
    "orders",
    "revenue",
    "roi",
    "carts",
    "favourites",
    "cvr",
    "value",
    "value_low",
    "value_mid",
    "value_high",
    "break_even",
    "chance",
    "worth_clicks",
    "worth_orders",
    "advice_step",
    "advice_money",
    "advice_money_low",
    "advice_money_high",
    "advice_chance",
    "clicks_needed",
    "pooled_below",
    "places",
    "visitors",
    "buyers",
)


def _numbers(words: pd.DataFrame, name: str) -> NDArray[np.float64]:
    values: NDArray[np.float64] = words[name].to_numpy(dtype=np.float64, na_value=np.nan)
    return values


def scale_of(library: Library) -> tuple[float, float]:
    """Return the common scale of all value intervals of a library, from 0."""
    words = library.words
    middles, highs, costs = (_numbers(words, name) for name in ("value_mid", "value_high", "cpc"))
    share = library.margin.share if library.margin else math.nan
    lines = costs / share if share > 0 else costs * math.nan
    some = np.argsort(-np.nan_to_num(_numbers(words, "cost")))[:200]
    return interval_scale([Interval(0.0, middles[i], highs[i], _near(lines[i], middles[i])) for i in some])


def _near(line: float, middle: float) -> float:
    """A line far beyond the values must not squeeze all bars."""
    return line if line < 3 * middle else math.nan


class WordColumns:
    """Builds the columns; holds the common scale and margin that the interval cells draw with."""

    def __init__(self) -> None:
        self.scale = (0.0, 1.0)
        self.left_out = 0
        self.margin: float | None = None
        self._labels: Mapping[str, Label] = {}

    def show(self, library: Library | None) -> None:
        """Take scale, margin and labels of a library."""
        self._labels = library.labels if library is not None else {}
        self.left_out = library.left_out if library is not None else 0
        self.scale = scale_of(library) if library is not None and len(library.words) else (0.0, 1.0)
        self.margin = library.margin.share if library and library.margin and library.margin.share > 0 else None

    def columns(self) -> tuple[Column, ...]:
        """Return all columns in their first order."""
        return (
            Column(
                name="word",
                title=lambda: QCoreApplication.translate("Keywords", "Word"),
                width=128,
                grow=3,
                emphasis=True,
            ),
            Column(
                name="quadrant",
                title=lambda: QCoreApplication.translate("Keywords", "Quadrant and reason"),
                kind=Kind.CHOICE,
                width=156,
                grow=4,
                editable=True,
                choices=quadrant_choices,
                paint=self._paint_quadrant,
                tooltip=self._label_tip,
                help=lambda: QCoreApplication.translate(
                    "Keywords", "Own brand > competitor > long tail > category. A label set by hand wins for ever."
                ),
            ),
            _count("impressions", lambda: QCoreApplication.translate("Keywords", "Impr."), width=62),
            _count("clicks", lambda: QCoreApplication.translate("Keywords", "Clicks"), width=52),
            _percent("ctr", lambda: QCoreApplication.translate("Keywords", "CTR"), visible=False),
            _yuan("cost", lambda: QCoreApplication.translate("Keywords", "Spend"), width=84, additive=True),
            _yuan("cpc", lambda: QCoreApplication.translate("Keywords", "CPC"), width=56),
            _count("orders", lambda: QCoreApplication.translate("Keywords", "Orders"), width=56),
            _yuan(
                "revenue",
                lambda: QCoreApplication.translate("Keywords", "Ad revenue"),
                width=90,
                additive=True,
                visible=False,
            ),
            Column(name="roi", title=lambda: "ROI", kind=Kind.RATIO, width=60, visible=False),
            _count("carts", lambda: QCoreApplication.translate("Keywords", "Carts"), width=60, visible=False),
            _count("favourites", lambda: QCoreApplication.translate("Keywords", "Favourites"), width=72, visible=False),
            _percent(
                "cvr",
                lambda: QCoreApplication.translate("Keywords", "Conversion, shrunk"),
                visible=False,
                hint=lambda: QCoreApplication.translate(
                    "Keywords", "Orders a click, pulled to the quadrant as far as the few clicks demand."
                ),
            ),
            _yuan(
                "value",
                lambda: QCoreApplication.translate("Keywords", "Value"),
                width=64,
                hint=lambda: QCoreApplication.translate(
                    "Keywords", "Revenue a click brings, chance taken out: Gamma-Poisson shrinkage within the quadrant."
                ),
            ),
            Column(
                name="value_mid",
                title=lambda: QCoreApplication.translate("Keywords", "80 %"),
                kind=Kind.FLOAT,
                unit=lambda: f"0–{formats.full(self.scale[1], decimals=0 if self.scale[1] >= 10 else 1)}",
                width=110,
                grow=3,
                additive=False,
                text=_interval_text,
                paint=self._paint_interval,
                tooltip=self._interval_tip,
                help=lambda: QCoreApplication.translate(
                    "Keywords", "Pale bar: 80 % interval, tick: median, dashed: what a click must bring to pay."
                ),
            ),
            _yuan(
                "break_even",
                lambda: QCoreApplication.translate("Keywords", "Max CPC"),
                width=72,
                hint=lambda: QCoreApplication.translate(
                    "Keywords", "Highest price of a click that still pays: value × margin after refunds."
                ),
            ),
            Column(
                name="chance",
                title=lambda: QCoreApplication.translate("Keywords", "Pays"),
                unit=lambda: "%",
                kind=Kind.FLOAT,
                width=58,
                additive=False,
                text=lambda row: wording.chance(row["chance"]),
                help=lambda: QCoreApplication.translate("Keywords", "Chance that a click earns more than it costs."),
            ),
            Column(
                name="advice",
                title=lambda: QCoreApplication.translate("Keywords", "Advice"),
                width=84,
                grow=1,
                text=lambda row: advice_wording.verb(row)[0],
                paint=_paint_advice,
                tooltip=self._advice_tip,
            ),
            Column(
                name="advice_money",
                title=lambda: QCoreApplication.translate("Keywords", "In 28 days"),
                unit=_money_unit,
                kind=Kind.FLOAT,
                decimals=0,
                signed=True,
                width=84,
                additive=False,
                text=advice_wording.money,
                tooltip=self._advice_tip,
                help=lambda: QCoreApplication.translate(
                    "Keywords",
                    "What the advice brings: cost saved or contribution won, less what it takes; the median.",
                ),
            ),
            Column(
                name="advice_reason",
                title=lambda: QCoreApplication.translate("Keywords", "Why this advice"),
                kind=Kind.CUSTOM,
                width=240,
                visible=False,
                text=advice_wording.reason,
            ),
            _count(
                "clicks_needed",
                lambda: QCoreApplication.translate("Keywords", "Clicks to a verdict"),
                width=92,
                visible=False,
            ),
            Column(
                name="reason",
                title=lambda: QCoreApplication.translate("Keywords", "Reason"),
                kind=Kind.CUSTOM,
                width=200,
                visible=False,
                text=self.reason,
            ),
            _count(
                "places", lambda: QCoreApplication.translate("Keywords", "Plans and units"), width=76, visible=False
            ),
            _count(
                "visitors", lambda: QCoreApplication.translate("Keywords", "Search visitors"), width=86, visible=False
            ),
            _count("buyers", lambda: QCoreApplication.translate("Keywords", "Search buyers"), width=86, visible=False),
        )

    def _paint_quadrant(self, cell: CellPaint) -> None:
        if cell.value is None:
            return
        quadrant = Quadrant(cell.value)
        draw_swatch(
            cell,
            color=wording.quadrant_colour(quadrant, cell.tokens),
            text=wording.quadrant_name(quadrant),
            note=self._note(cell.row),
        )

    def reason(self, row: Row) -> str:
        """Return why a word has its label; worded only for the rows that are looked at."""
        label = self._labels.get(str(row.key))
        return wording.reason(label) if label else ""

    def _note(self, row: Row) -> str:
        label = self._labels.get(str(row.key))
        return wording.note(label) if label else ""

    def _label_tip(self, row: Row) -> str:
        label = self._labels.get(str(row.key))
        if label is None:
            return ""
        return f"{wording.quadrant_name(label.quadrant)}: {wording.long_reason(label)}\n{wording.who(label)}"

    def _paint_interval(self, cell: CellPaint) -> None:
        line = self.needed(cell.row)
        draw_interval(
            cell,
            low=cell.row["value_low"],
            median=cell.row["value_mid"],
            high=cell.row["value_high"],
            line=line if line is not None and line <= self.scale[1] else None,
            scale=self.scale,
        )

    def needed(self, row: Row) -> float | None:
        """Return what a click must bring to pay its price, None where price or margin are unknown."""
        price = row["cpc"]
        return price / self.margin if price is not None and self.margin else None

    def _interval_tip(self, row: Row) -> str:
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

    def _advice_tip(self, row: Row) -> str:
        return advice_wording.behind(row, left_out=self.left_out)


def quadrant_choices() -> list[Choice]:
    """Return the quadrants as choices of a cell."""
    return [Choice(quadrant.value, partial(wording.quadrant_name, quadrant)) for quadrant in Quadrant]


def _paint_advice(cell: CellPaint) -> None:
    text, direction = advice_wording.verb(cell.row)
    if cell.row["review"]:
        draw_chip(cell, text=text)
    elif cell.row["advice"] == Action.NEGATIVE.value:
        draw_text(cell.painter, cell.inner, f"✕ {text}", font=cell.font, color=cell.tokens.down_text)
    elif cell.row["advice"] == Action.EXPAND.value:
        draw_text(cell.painter, cell.inner, f"＋ {text}", font=cell.font, color=cell.tokens.up_text)
    else:
        draw_verb(cell, text=text, direction=direction)


def _interval_text(row: Row) -> str:
    if row["value_low"] is None:
        return formats.UNKNOWN
    return f"{formats.money(row['value_low'])} – {formats.money(row['value_high'])}"


def _count(name: str, title: Any, *, width: int, visible: bool = True) -> Column:
    return Column(name=name, title=title, kind=Kind.FLOAT, decimals=0, width=width, visible=visible, additive=True)


def _yuan(
    name: str, title: Any, *, width: int, additive: bool = False, visible: bool = True, hint: Any = None
) -> Column:
    return Column(
        name=name,
        title=title,
        unit=_money_unit if additive else _price_unit,
        kind=Kind.FLOAT,
        decimals=2,
        width=width,
        visible=visible,
        additive=additive,
        help=hint,
    )


def _money_unit() -> str:
    return QCoreApplication.translate("Keywords", "¥")


def _price_unit() -> str:
    """In English the word CPC says it; a sign more would push the last column out of a small window."""
    return _money_unit() if formats.language() == "zh_CN" else ""


def _percent(name: str, title: Any, *, visible: bool = True, hint: Any = None) -> Column:
    return Column(name=name, title=title, unit=lambda: "%", kind=Kind.PERCENT, width=80, visible=visible, help=hint)

"""The columns of the word table, and the frame behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.advice import SHIPPED
from shopdesk.domain.keywords.classify import Label, LabelSource, Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.ui.grid.columns import Choice, Column, Kind, Row
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.painting import CellPaint, draw_swatch
from shopdesk.ui.keywords import advice_wording, wording
from shopdesk.ui.keywords.advice_columns import advice_column, advice_money_column
from shopdesk.ui.keywords.value_columns import (
    ValueBars,
    break_even_column,
    chance_column,
    count,
    floats,
    percent,
    value_column,
    yuan,
)


def frame_of(library: Library, only: Sequence[str] | None = None) -> GridFrame:
    """Return the table of a library, or of some of its words, words as keys, most spend first."""
    words = library.words if only is None else library.words.loc[list(only)]
    words = words.sort_values("cost", ascending=False, na_position="last", kind="stable")
    labels = [library.labels[word] for word in words.index.tolist()]
    numbers = {quadrant: number for number, quadrant in enumerate(Quadrant)}
    data: dict[str, Any] = {
        "word": words["shown"].tolist(),
        "quadrant": [label.quadrant.value for label in labels],
        "label_number": _numbers(labels),
        "reason": [label.reason for label in labels],
        "quadrant_number": np.array([numbers[label.quadrant] for label in labels], dtype=np.float64),
        "by_hand": [label.source is LabelSource.HAND for label in labels],
        "review": [label.needs_review for label in labels],
        **{name: words[name].tolist() for name in ("advice", "advice_reason", "root")},
    }
    for name in NUMBERS:
        data[name] = floats(words, name)
    return GridFrame(data, keys=words.index.tolist())


def _numbers(labels: Sequence[Label]) -> NDArray[np.int64]:
    """Return a number for each label, the same for words that share one, as equal ones of a study do."""
    seen: dict[int, int] = {}
    return np.array([seen.setdefault(id(label), len(seen)) for label in labels], dtype=np.int64)


def make_ready(library: Library, frame: GridFrame) -> None:
    """Make what painting and the first choice of a word look up: a job's work, as with many words it takes seconds."""
    for name in frame.names:
        frame.store(name)
    frame.place("")
    for index in (library.words.index, library.weekly_clicks.index, library.weekly_orders.index):
        index.get_indexer(index[:1])
    _ = library.families.value


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


class WordColumns:
    """Builds the columns; holds what their cells need of the library beside the row."""

    def __init__(self) -> None:
        self.bars = ValueBars()
        self.left_out = 0
        self.assumed = SHIPPED
        self._labels: Mapping[str, Label] = {}

    def show(self, library: Library | None) -> None:
        """Take scale, margin and labels of a library."""
        self._labels = library.labels if library is not None else {}
        self.left_out = library.left_out if library is not None else 0
        if library is not None:
            self.assumed = library.assumed
            self.bars.show(library.words, margin=library.margin.share if library.margin else None)

    def columns(self) -> tuple[Column, ...]:
        """Return all columns in their first order."""
        return (
            Column(
                name="word",
                title=lambda: QCoreApplication.translate("Keywords", "Word"),
                width=120,
                grow=3,
                emphasis=True,
            ),
            Column(
                name="quadrant",
                title=lambda: QCoreApplication.translate("Keywords", "Quadrant and reason"),
                kind=Kind.CHOICE,
                width=140,
                grow=4,
                editable=True,
                choices=quadrant_choices,
                paint=self._paint_quadrant,
                tooltip=self._label_tip,
                help=lambda: QCoreApplication.translate(
                    "Keywords", "Own brand > competitor > long tail > category. A label set by hand wins for ever."
                ),
            ),
            count("impressions", lambda: QCoreApplication.translate("Keywords", "Impr."), width=60, visible=False),
            count("clicks", lambda: QCoreApplication.translate("Keywords", "Clicks"), width=52),
            percent("ctr", lambda: QCoreApplication.translate("Keywords", "CTR"), visible=False),
            yuan("cost", lambda: QCoreApplication.translate("Keywords", "Spend"), width=80, additive=True),
            yuan("cpc", lambda: QCoreApplication.translate("Keywords", "CPC"), width=52),
            count("orders", lambda: QCoreApplication.translate("Keywords", "Orders"), width=54),
            yuan(
                "revenue",
                lambda: QCoreApplication.translate("Keywords", "Ad revenue"),
                width=90,
                additive=True,
                visible=False,
            ),
            Column(name="roi", title=lambda: "ROI", kind=Kind.RATIO, width=60, visible=False),
            count("carts", lambda: QCoreApplication.translate("Keywords", "Carts"), width=60, visible=False),
            count("favourites", lambda: QCoreApplication.translate("Keywords", "Favourites"), width=72, visible=False),
            percent(
                "cvr",
                lambda: QCoreApplication.translate("Keywords", "Conversion, shrunk"),
                visible=False,
                hint=lambda: QCoreApplication.translate(
                    "Keywords", "Orders a click, pulled to the quadrant as far as the few clicks demand."
                ),
            ),
            value_column(),
            self.bars.column(width=92),
            break_even_column(),
            chance_column(self._advice_tip),
            advice_column(self._advice_tip, width=82),
            advice_money_column(self._advice_tip, width=88),
            Column(
                name="advice_reason",
                title=lambda: QCoreApplication.translate("Keywords", "Why this advice"),
                kind=Kind.CUSTOM,
                width=240,
                visible=False,
                text=advice_wording.reason,
                text_of=("advice_reason", "clicks_needed"),
            ),
            count(
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
                text_of=("label_number",),
            ),
            count("places", lambda: QCoreApplication.translate("Keywords", "Plans and units"), width=76, visible=False),
            count(
                "visitors", lambda: QCoreApplication.translate("Keywords", "Search visitors"), width=86, visible=False
            ),
            count("buyers", lambda: QCoreApplication.translate("Keywords", "Search buyers"), width=86, visible=False),
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

    def _advice_tip(self, row: Row) -> str:
        return advice_wording.behind(row, left_out=self.left_out, assumed=self.assumed)


def quadrant_choices() -> list[Choice]:
    """Return the quadrants as choices of a cell."""
    return [Choice(quadrant.value, partial(wording.quadrant_name, quadrant)) for quadrant in Quadrant]

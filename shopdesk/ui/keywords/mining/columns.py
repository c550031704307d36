"""The columns of the lists of finds, and the frames behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.advice import SHIPPED, SURE_OF_LOSS, Why
from shopdesk.domain.keywords.classify import Label, Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.ui import formats
from shopdesk.ui.grid.columns import Column, Row
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
    yuan,
)
from shopdesk.ui.keywords.words.wording import decision_text
from shopdesk.ui.theme import tokens

if TYPE_CHECKING:
    import pandas as pd

UNBOUGHT: Final = "unbought"
OVERLAP: Final = "overlap"
WINNING: Final = "winning"
WASTED: Final = "wasted"  # its title only says that they won nothing: for most, chance explains that
LISTS: Final = (UNBOUGHT, OVERLAP, WINNING, WASTED)

_TEXTS: Final = ("advice", "advice_reason", "root")


def frame_of(table: pd.DataFrame, labels: Mapping[str, Label]) -> GridFrame:
    """Return the frame of a list, in its order; what the list doesn't know is empty."""
    words = table.index.tolist()
    data: dict[str, Any] = {"word": table["shown"].tolist(), "quadrant": table["quadrant"].tolist()}
    data["review"] = [labels[word].needs_review for word in words]
    for name in table.columns:
        if name in _TEXTS:
            data[name] = table[name].tolist()
        elif name not in data and table[name].dtype.kind in "fiu":
            data[str(name)] = floats(table, str(name))
    return GridFrame(data, keys=words)


class FindColumns:
    """Builds the columns of one list; holds the scale of its value bars."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.bars = ValueBars()
        self.left_out = 0
        self.assumed = SHIPPED

    def show(self, table: pd.DataFrame, library: Library | None) -> None:
        """Take what the cells of a list need beside their row."""
        margin = library.margin.share if library is not None and library.margin else None
        if library is not None:
            self.left_out, self.assumed = library.left_out, library.assumed
        if "value_mid" in table.columns:
            self.bars.show(table, margin=margin)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns of the list."""
        lists = {UNBOUGHT: self._unbought, OVERLAP: self._overlap, WINNING: self._term, WASTED: self._term}
        decided = (_decision(),) if self.kind != OVERLAP else ()
        return (_word(), _quadrant(), *lists[self.kind](), *decided)

    def _unbought(self) -> tuple[Column, ...]:
        return (
            _visitors(),
            count("organic_carts", lambda: QCoreApplication.translate("KeywordFinds", "Cart users"), width=72),
            _buyers(),
            yuan(
                "organic_amount",
                lambda: QCoreApplication.translate("KeywordFinds", "Paid"),
                width=84,
                additive=True,
            ),
            self.bars.column(),
            break_even_column(),
            yuan(
                "cpc",
                lambda: QCoreApplication.translate("KeywordFinds", "Price there"),
                width=84,
                hint=lambda: QCoreApplication.translate(
                    "KeywordFinds", "What a click on the words of this quadrant costs the shop on average."
                ),
            ),
            chance_column(_guess_tip),
            Column(
                name="verdict",
                title=lambda: QCoreApplication.translate("KeywordFinds", "As an ad"),
                width=112,
                grow=1,
                text=as_ad,
                color=lambda row: None if _is_good(row) else tokens().secondary,
                tooltip=_guess_tip,
            ),
        )

    def _overlap(self) -> tuple[Column, ...]:
        return (
            count("clicks", lambda: QCoreApplication.translate("KeywordFinds", "Ad clicks"), width=72),
            yuan("cost", lambda: QCoreApplication.translate("Keywords", "Spend"), width=84, additive=True),
            count("orders", lambda: QCoreApplication.translate("KeywordFinds", "Ad orders"), width=76),
            _visitors(),
            _buyers(),
            percent(
                "share",
                lambda: QCoreApplication.translate("KeywordFinds", "Without an ad"),
                width=112,
                hint=lambda: QCoreApplication.translate(
                    "KeywordFinds", "Search visitors among search visitors and ad clicks of the same days."
                ),
            ),
            Column(
                name="verdict",
                title=lambda: QCoreApplication.translate("KeywordFinds", "What to think of it"),
                width=200,
                grow=2,
                text=overlap_text,
                color=lambda _row: tokens().secondary,
            ),
        )

    def _term(self) -> tuple[Column, ...]:
        return (
            count("clicks", lambda: QCoreApplication.translate("Keywords", "Clicks"), width=60),
            yuan("cost", lambda: QCoreApplication.translate("Keywords", "Spend"), width=84, additive=True),
            yuan("cpc", lambda: QCoreApplication.translate("Keywords", "CPC"), width=56),
            count("orders", lambda: QCoreApplication.translate("Keywords", "Orders"), width=60),
            self.bars.column(),
            break_even_column(),
            chance_column(self._advice_tip),
            advice_column(self._advice_tip, width=96),
            advice_money_column(self._advice_tip, width=112, text=_money_or_clicks, text_of=()),
        )

    def _advice_tip(self, row: Row) -> str:
        return advice_wording.behind(row, left_out=self.left_out, assumed=self.assumed)


def as_ad(row: Row) -> str:
    """Return what can be said of buying a search as an ad."""
    if row["review"]:
        return QCoreApplication.translate("Keywords", "is it a brand?")
    if row["chance"] is None:
        return formats.UNKNOWN
    if _is_good(row):
        return QCoreApplication.translate("KeywordFinds", "worth a try")
    if row["chance"] <= 1 - SURE_OF_LOSS:
        return QCoreApplication.translate("KeywordFinds", "too dear")
    return QCoreApplication.translate("Keywords", "can't tell yet")


def overlap_text(row: Row) -> str:
    """Return what may be read from a bought word that search brings, and what may not."""
    share = row["share"] or 0.0
    if row["quadrant"] == Quadrant.BRAND.value and share >= 0.5:
        return QCoreApplication.translate("KeywordFinds", "own name, more come without an ad: try a week without")
    if share >= 0.5:
        return QCoreApplication.translate("KeywordFinds", "more come without an ad: try a lower bid")
    return QCoreApplication.translate("KeywordFinds", "more come through the ad: leave it")


def _is_good(row: Row) -> bool:
    return not row["review"] and row["chance"] is not None and row["chance"] >= SURE_OF_LOSS


def _money_or_clicks(row: Row) -> str:
    needed = row["clicks_needed"]
    told = row["advice_money"] is None and row["advice_reason"] == Why.UNCLEAR.value and not row["orders"]
    if told and needed is not None and 0 < needed <= advice_wording.MOST_CLICKS_NEEDED:
        return QCoreApplication.translate("KeywordFinds", "{count} more {count:click|clicks}").format(
            count=formats.full(needed)
        )
    return advice_wording.money(row)


def _guess_tip(row: Row) -> str:
    if row["value_low"] is None:
        return QCoreApplication.translate(
            "KeywordFinds", "No ad clicks with orders to compare with: import a keyword report of your ad console."
        )
    text = QCoreApplication.translate(
        "KeywordFinds",
        "{buyers} {buyers:buyer|buyers} of {visitors} search visitors, held against other searches of the quadrant, "
        "times what an ad click of it brings: {low} – {high} yuan (80 %)",
    ).format(
        buyers=formats.full(row["buyers"] or 0.0),
        visitors=formats.full(row["visitors"]),
        low=formats.money(row["value_low"]),
        high=formats.money(row["value_high"]),
    )
    caution = QCoreApplication.translate(
        "KeywordFinds", "A search visitor is not an ad click: please check with a small bid."
    )
    return f"{text}\n{caution}"


def _word() -> Column:
    return Column(
        name="word",
        title=lambda: QCoreApplication.translate("Keywords", "Word"),
        width=144,
        grow=3,
        emphasis=True,
    )


def _quadrant() -> Column:
    return Column(
        name="quadrant",
        title=lambda: QCoreApplication.translate("KeywordFinds", "Quadrant"),
        width=92,
        text=lambda row: wording.quadrant_name(Quadrant(row["quadrant"])),
        paint=_paint_quadrant,
    )


def _paint_quadrant(cell: CellPaint) -> None:
    draw_swatch(cell, color=wording.quadrant_colour(Quadrant(cell.value), cell.tokens), text=cell.text)


def _decision() -> Column:
    return Column(
        name="decision",
        title=lambda: QCoreApplication.translate("KeywordFinds", "Decision"),
        width=80,
        text=lambda row: decision_text(str(row["decision"]), None, None) if row["decision"] else "",
    )


def _visitors() -> Column:
    return count("visitors", lambda: QCoreApplication.translate("Keywords", "Search visitors"), width=92)


def _buyers() -> Column:
    return count("buyers", lambda: QCoreApplication.translate("Keywords", "Search buyers"), width=92)

"""The table of articles that come too low."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from shopdesk.app.promotions.checks import FAR_DAYS, NEAR_DAYS, PriceRow
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.ui.grid import CellPaint, Choice, Column, GridFrame, Kind, draw_chip, draw_text
from shopdesk.ui.promotions.checks import wording


def frame_of(rows: Sequence[PriceRow], designs: Mapping[str, OfferDesign], titles: Mapping[str, str]) -> GridFrame:
    """Return the rows as the grid shows them."""
    data: dict[str, Any] = {
        "title": [row.title for row in rows],
        "price": [row.price for row in rows],
        "income": [row.income for row in rows],
        "floor": [row.floor for row in rows],
        "gap": [row.gap for row in rows],
        "near": [row.near.price if row.near is not None else None for row in rows],
        "far": [row.far.price if row.far is not None else None for row in rows],
        "breach": [wording.breach_of(row) for row in rows],
        "how": [wording.row_text(row, designs, titles) for row in rows],
    }
    return GridFrame(data, keys=[row.sku for row in rows])


class CheckColumns(QObject):
    """The columns with their words."""

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        return (
            Column(name="title", title=lambda: self.tr("Article"), width=132, grow=3, emphasis=True),
            self._money(
                "price",
                lambda: self.tr("Lowest paid"),
                lambda: self.tr(
                    "The least found that a customer can pay: carts on the steps of offers are tried, not every cart"
                ),
            ),
            self._money(
                "income",
                lambda: self.tr("Shop gets"),
                lambda: self.tr("The least found that the shop can get for a unit, the platform's part included"),
            ),
            self._money("floor", lambda: self.tr("Floor"), lambda: self.tr("Lowest price set, or by cost and margin")),
            self._money("gap", lambda: self.tr("To floor"), lambda: self.tr("What the shop gets less the floor")),
            self._money(
                "near",
                lambda: self.tr("{days} days").format(days=NEAR_DAYS),
                lambda: self.tr("Lowest payment for a unit in the last {days} days with orders").format(days=NEAR_DAYS),
            ),
            self._money(
                "far",
                lambda: self.tr("{days} days").format(days=FAR_DAYS),
                lambda: self.tr("Lowest payment for a unit in the last {days} days with orders").format(days=FAR_DAYS),
            ),
            Column(
                name="breach",
                title=lambda: self.tr("Finding"),
                kind=Kind.CHOICE,
                width=104,
                choices=self._choices,
                paint=self._paint_breach,
            ),
            Column(name="how", title=lambda: self.tr("How"), width=140, grow=6),
        )

    def _choices(self) -> tuple[Choice, ...]:
        breaches = (wording.FLOOR, wording.FAR, wording.NEAR)
        return tuple(Choice(one, partial(wording.breach_name, one)) for one in breaches)

    def _money(self, name: str, title: Any, tip: Any) -> Column:
        return Column(name=name, title=title, kind=Kind.MONEY_FEN, width=72, additive=False, help=tip)

    def _paint_breach(self, cell: CellPaint) -> None:
        t = cell.tokens
        if cell.value == wording.FLOOR:
            draw_chip(cell, text=cell.text)
        else:
            draw_text(cell.painter, cell.inner, cell.text, font=cell.font, color=t.secondary)

"""What the offers cost: on the test cart by offer and payer, and what each step of a ladder meets today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.order_values import OrderValues, StepReach
from shopdesk.domain.promotions.result import PricedCart
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, label, rule
from shopdesk.ui.promotions import words
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX


@dataclass(frozen=True, slots=True)
class ResultView:
    """All that the card shows."""

    priced: PricedCart | None
    names: Mapping[str, str]
    shop_percent: Mapping[str, int]
    cost: int | None
    offer: OfferDesign | None
    reach: Sequence[StepReach]
    near: int  # fen
    values: OrderValues


class ResultCard(Card):
    """Replaced as a whole on every change: it holds a few labels only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._view: ResultView | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area)

    def show_view(self, view: ResultView) -> None:
        """Show results."""
        self._view = view
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        column.setSpacing(8)
        self.set_title(self.tr("What it costs"), self.tr("exact, without guesses"))
        column.addLayout(self._cart(view))
        column.addWidget(rule())
        column.addLayout(self._reach(view))
        column.addStretch(1)
        column.addWidget(
            label(
                self.tr("Counts of past orders only: who would buy more for the discount can't be seen in them."),
                "caption",
                wrap=True,
            )
        )
        self._area.setWidget(content)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)

    def _cart(self, view: ResultView) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        priced = view.priced
        if priced is None or not priced.goods_total:
            column.addWidget(label(self.tr("The test cart is empty."), "caption"))
            return column
        share = priced.discount_total / priced.goods_total
        head = label(
            self.tr("This cart: {off} yuan off ({share})").format(
                off=formats.money_fen(priced.discount_total), share=formats.percent(share, decimals=1)
            ),
            wrap=True,
        )
        head.setFont(body_font(medium=True))
        column.addWidget(head)
        grid = _grid((self.tr("Offer"), self.tr("yuan"), self.tr("shop pays")))
        for step in priced.steps:
            if step.is_applied:
                shop = view.shop_percent.get(step.offer_id, 100)
                self._row(
                    grid,
                    (
                        view.names.get(step.offer_id, step.offer_id),
                        formats.money_fen(step.taken),
                        formats.money_fen(round(step.taken * shop / 100)),
                    ),
                )
        self._row(grid, (self.tr("Customer pays"), formats.money_fen(priced.payable), ""), strong=True)
        self._row(grid, (self.tr("Shop gets"), formats.money_fen(priced.shop_income), ""))
        margin = priced.margin(view.cost)
        self._row(grid, (self.tr("Margin"), formats.money_fen(margin), ""))
        column.addLayout(grid)
        return column

    def _reach(self, view: ResultView) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        head = label(self.tr("What each step meets"), wrap=True)
        head.setFont(body_font(medium=True))
        column.addWidget(head)
        if not view.values.count:
            column.addWidget(label(self.tr("No paid orders in this period."), "caption", wrap=True))
            return column
        if view.offer is None or not view.reach:
            column.addWidget(
                label(
                    self.tr("Choose an offer with amounts as thresholds to see how many orders reach it."),
                    "caption",
                    wrap=True,
                )
            )
            return column
        near = words.yuan(view.near)
        column.addWidget(
            label(
                self.tr("{name} · {span}, {count} {count:order|orders}").format(
                    name=words.short_name(view.offer.name),
                    span=formats.span(view.values.first, view.values.last),
                    count=formats.full(view.values.count),
                ),
                "caption",
                wrap=True,
            )
        )
        grid = _grid(
            (self.tr("From"), self.tr("reached"), self.tr("{near} below").format(near=near), self.tr("given away"))
        )
        for step in view.reach:
            self._row(
                grid,
                (
                    words.yuan(step.minimum),
                    self._share(step.reached, view.values.count),
                    formats.full(step.near),
                    formats.money_fen(step.cost, decimals=0),
                ),
            )
        column.addLayout(grid)
        total = sum(step.cost for step in view.reach)
        column.addWidget(
            label(
                self.tr("Orders that were there anyway would cost {total} yuan, {each} an order.").format(
                    total=formats.money_fen(total, decimals=0), each=formats.money_fen(total / view.values.count)
                ),
                "caption",
                wrap=True,
            )
        )
        return column

    def _share(self, part: int, whole: int) -> str:
        return f"{formats.full(part)} ({part / whole:.0%})" if whole else formats.UNKNOWN

    def _row(self, grid: QGridLayout, texts: Sequence[str], *, strong: bool = False) -> None:
        row = grid.rowCount()
        for place, text in enumerate(texts):
            cell = _cell(text, strong=strong)
            if place:
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(cell, row, place)


def _grid(titles: Sequence[str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for place, title in enumerate(titles):
        head = label(title, "caption")
        head.setAlignment(Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(head, 0, place)
    return grid


def _cell(text: str, *, strong: bool) -> QLabel:
    cell = label(text, wrap=False)
    cell.setFont(body_font(pixels=CAPTION_PT_PX, medium=strong))
    cell.setToolTip(text)
    return cell

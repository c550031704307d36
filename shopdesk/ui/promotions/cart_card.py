"""The cart tester: what a customer pays for these goods on this day, line by line and step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDateEdit,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.result import PricedCart, Step, StepCode
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, LinkButton, label, rule
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridModel, GridView, Kind
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.fields import choice, fill
from shopdesk.ui.promotions.figures import CartItem
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

_LEAST_TRACE_PX = 250
_USED = "used"
_OUT_OF_DAYS = frozenset({StepCode.NOT_STARTED, StepCode.ENDED})


@dataclass(frozen=True, slots=True)
class CartState:
    """The test cart: lines, postage in fen, the day; ``has_used``: the buyer used all that a limit a buyer lets."""

    items: tuple[CartItem, ...]
    shipping: int
    day: date
    has_used: bool = False
    buyer: BuyerKind = BuyerKind.ANY


class CartCard(Card):
    """Shows a priced cart; edits leave as ``changed(CartState)``."""

    changed = Signal(object)
    goods_wanted = Signal()
    example_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._state: CartState | None = None
        self.day = QDateEdit()
        self.day.setProperty("small", True)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setFixedWidth(112)
        self.post_label = label("", "caption")
        self.post = QDoubleSpinBox()
        self.post.setProperty("small", True)
        self.post.setRange(0, 9_999)
        self.post.setFixedWidth(68)
        self.post.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.buyer = choice()
        self.add, self.paste, self.example = LinkButton(), LinkButton(), LinkButton()
        for widget in (self.buyer, self.day, self.post_label, self.post, self.add, self.paste, self.example):
            self.add_action(widget)
        self.model = GridModel(self._columns(), self)
        self.view = GridView(self.model, self, small=True)
        self.trace = Trace()
        row = QHBoxLayout()
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.view, 1)
        self.total = _TotalLine()
        left.addWidget(self.total)
        row.addLayout(left, 11)
        row.addWidget(rule(vertical=True))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.trace, 1)
        self.margin = label("", "caption")
        self.margin.setContentsMargins(PADDING_PX, 4, PADDING_PX, 4)
        right.addWidget(self.margin)
        row.addLayout(right, 10)
        self.body.addLayout(row)
        self.add.clicked.connect(self.goods_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.buyer.activated.connect(self._buyer_changed)
        self.example.clicked.connect(self.example_wanted)
        self.day.dateChanged.connect(self._day_changed)
        self.post.editingFinished.connect(self._post_changed)
        self.model.edited.connect(self._edited)
        self._say()

    def set_cart(
        self,
        state: CartState,
        priced: PricedCart,
        names: Mapping[str, str],
        costs: Mapping[str, int | None],
        floors: Mapping[str, int],
        *,
        not_for: Sequence[OfferDesign] = (),
    ) -> None:
        """Show a cart with its prices; ``costs`` and ``floors`` are of a unit, in fen by code.

        ``not_for`` are offers that are for other buyers.
        """
        self._state = state
        with QSignalBlocker(self.day), QSignalBlocker(self.post), QSignalBlocker(self.buyer):
            self.buyer.setCurrentIndex(self.buyer.findData(_USED if state.has_used else state.buyer.value))
            self.day.setDate(QDate(state.day.year, state.day.month, state.day.day))
            self.post.setValue(state.shipping / 100)
        lines = {line.line: line for line in priced.lines}
        rows = []
        for place, item in enumerate(state.items):
            line = lines.get(str(place))
            rows.append(
                {
                    "title": item.title,
                    "quantity": item.quantity,
                    "price": item.price,
                    "discount": -line.discount if line else None,
                    "payable": line.payable if line else None,
                }
            )
        columns = ("title", "quantity", "price", "discount", "payable")
        self.model.set_frame(
            GridFrame({name: [row[name] for row in rows] for name in columns}, keys=[str(i) for i in range(len(rows))])
        )
        self.total.show_totals(priced, sum(item.quantity for item in state.items))
        others = [words.not_for_text(offer) for offer in not_for]
        self.trace.show_trace(priced, names, has_goods=bool(state.items), notes=others)
        texts = (self._margin_text(priced, cost_of(state, costs)), self._floor_text(priced, floors))
        self.margin.setText(" · ".join(text for text in texts if text) if state.items else "")
        self.margin.setToolTip(self.margin.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.model.retranslate()
        super().changeEvent(event)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="title", title=lambda: self.tr("Item"), width=108, emphasis=True),
            Column(
                name="quantity",
                title=lambda: self.tr("Units"),
                kind=Kind.INT,
                width=42,
                editable=True,
                required=True,
                minimum=0,
                maximum=10_000,
                help=lambda: self.tr("0 removes the line"),
            ),
            Column(
                name="price",
                title=lambda: self.tr("Price"),
                kind=Kind.MONEY_FEN,
                width=60,
                editable=True,
                required=True,
                minimum=0,
                maximum=1_000_000,
            ),
            Column(name="discount", title=lambda: self.tr("Offers"), kind=Kind.MONEY_FEN, width=60),
            Column(
                name="payable",
                title=lambda: self.tr("To pay"),
                kind=Kind.MONEY_FEN,
                width=66,
            ),
        )

    def _edited(self, batch: EditBatch) -> None:
        state = self._state
        if state is None:
            return
        items: list[CartItem] = list(state.items)
        for cell in batch:
            place = int(str(cell.key))
            value = int(cell.new)
            old = items[place]
            items[place] = replace(old, quantity=value) if cell.column == "quantity" else replace(old, price=value)
        self.changed.emit(replace(state, items=tuple(item for item in items if item.quantity > 0)))

    def _day_changed(self, value: QDate) -> None:
        if self._state is not None:
            self.changed.emit(replace(self._state, day=date(value.year(), value.month(), value.day())))

    def _post_changed(self) -> None:
        if self._state is not None and round(self.post.value() * 100) != self._state.shipping:
            self.changed.emit(replace(self._state, shipping=round(self.post.value() * 100)))

    def _margin_text(self, priced: PricedCart, cost: int | None) -> str:
        if cost is None:
            return self.tr("Margin unknown: import the costs of these goods.")
        margin = priced.margin(cost)
        if margin is None:
            return self.tr("Margin unknown: enter what the gift costs.")
        income = priced.shop_income
        share = formats.percent(margin / income, decimals=1) if income else formats.UNKNOWN
        return self.tr("Cost {cost} · margin {margin} ({share})").format(
            cost=formats.money_fen(cost + (priced.gift_cost or 0)), margin=formats.money_fen(margin), share=share
        )

    def _floor_text(self, priced: PricedCart, floors: Mapping[str, int]) -> str:
        """Return how many lines are at their lowest price, or that none is."""
        known = [line for line in priced.lines if line.quantity and line.sku in floors]
        if not known:
            return ""
        low = sum(line.payable <= floors[line.sku] * line.quantity for line in known)
        if not low:
            return self.tr("all above their floor")
        return self.tr("{count} {count:line|lines} at the floor").format(count=formats.full(low))

    def _buyer_changed(self) -> None:
        if self._state is not None:
            key = str(self.buyer.currentData())
            buyer = BuyerKind.ANY if key == _USED else BuyerKind(key)
            self.changed.emit(replace(self._state, has_used=key == _USED, buyer=buyer))

    def _say(self) -> None:
        self.set_title(self.tr("Test cart"))
        kinds = [(kind.value, words.buyer_name(kind)) for kind in BuyerKind]
        fill(self.buyer, [*kinds, (_USED, self.tr("has used all limits"))])
        self.buyer.setAccessibleName(self.tr("Kind of buyer"))
        self.buyer.setToolTip(self.tr("Whom the cart belongs to, or one who has used all offers with a limit a buyer"))
        self.paste.setText(self.tr("Paste"))
        self.paste.setToolTip(self.tr("Goods copied from a spreadsheet: code or title, units, price"))
        self.post_label.setText(self.tr("Post"))
        self.add.setText(self.tr("＋ goods"))
        self.example.setText(self.tr("From an order"))
        self.day.setAccessibleName(self.tr("Day of the purchase"))
        self.post.setAccessibleName(self.tr("Post in yuan"))
        self.view.setAccessibleName(self.tr("Lines of the test cart"))


class Trace(QScrollArea):
    """The steps, numbered; offers that did not apply in grey with the reason or what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(_LEAST_TRACE_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: list[str] = []

    def show_trace(
        self, priced: PricedCart, names: Mapping[str, str], *, has_goods: bool, notes: Sequence[str] = ()
    ) -> None:
        """Write the trace of a priced cart; ``notes`` come last, in grey."""
        content = QWidget()
        content.setObjectName("scrolled")
        grid = QGridLayout(content)
        grid.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self.lines = []
        if not has_goods:
            grid.addWidget(
                label(self.tr("Add goods, or take a real order, to see what a customer pays."), "caption", wrap=True),
                0,
                0,
                1,
                4,
            )
        else:
            self._fill(grid, priced, names)
            for text in notes:
                row = grid.rowCount()
                mark = label("–", "caption")
                mark.setFixedWidth(14)
                grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(_small(label(text, "caption", wrap=True)), row, 1)
                self.lines.append(text)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(content)
        self.setAccessibleName(self.tr("How the price came about"))
        self.setAccessibleDescription("\n".join(self.lines))

    def _fill(self, grid: QGridLayout, priced: PricedCart, names: Mapping[str, str]) -> None:
        number = 0
        for row, step in enumerate(sorted(priced.steps, key=lambda step: step.code in _OUT_OF_DAYS)):
            number += step.is_applied
            self._add(grid, row, step, number, names)
        if not priced.steps:
            grid.addWidget(label(self.tr("No offer is ready to be priced yet."), "caption", wrap=True), 0, 0, 1, 4)

    def _add(self, grid: QGridLayout, row: int, step: Step, number: int, names: Mapping[str, str]) -> None:
        text = words.step_text(step, names)
        if step.is_applied and step.missing:
            text = self.tr("{text}; {missing} more to the next step").format(
                text=text, missing=words.missing_text(step)
            )
        role = "" if step.is_applied else "caption"
        mark = label(str(number) if step.is_applied else "–", "caption")
        mark.setFixedWidth(14)
        words_label = _small(label(text, role, wrap=True))
        grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words_label, row, 1)
        self.lines.append(text)
        if step.is_applied:
            grid.addWidget(_right(formats.money_fen(-step.taken) if step.taken else "0.00"), row, 2)
            grid.addWidget(_right(formats.money_fen(step.after)), row, 3)


class _TotalLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING_PX, 4, PADDING_PX, 4)
        self._texts = QLabel()
        self._texts.setFont(body_font(pixels=CAPTION_PT_PX, medium=True))
        row.addStretch(1)
        row.addWidget(self._texts)

    def show_totals(self, priced: PricedCart, units: int) -> None:
        self._texts.setText(
            self.tr("{units} {units:unit|units} · {listed} − {off} + post {post} = {paid} yuan").format(
                units=formats.full(units),
                listed=formats.money_fen(priced.goods_total),
                off=formats.money_fen(priced.discount_total),
                post=formats.money_fen(priced.shipping),
                paid=formats.money_fen(priced.payable),
            )
        )


def cost_of(state: CartState, costs: Mapping[str, int | None]) -> int | None:
    """Return what the goods cost the shop, None where any cost is missing."""
    found = [(costs.get(item.sku), item.quantity) for item in state.items]
    if any(cost is None for cost, _ in found) or not found:
        return None
    return sum((cost or 0) * quantity for cost, quantity in found)


def _small(widget: QLabel) -> QLabel:
    font: QFont = body_font(pixels=CAPTION_PT_PX)
    widget.setFont(font)
    return widget


def _right(text: str) -> QLabel:
    result = _small(label(text))
    result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return result


def rows_of(items: Sequence[CartItem]) -> list[tuple[str, CartItem]]:
    """Return the lines with the names that the engine prices them under."""
    return [(str(place), item) for place, item in enumerate(items)]

"""The cart tester: what a customer pays for these goods on this day, line by line and step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.result import PricedCart
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, LinkButton, label, rule
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridModel, GridView, Kind
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.cart_trace import Trace
from shopdesk.ui.promotions.fields import choice, fill
from shopdesk.ui.promotions.figures import CartItem
from shopdesk.ui.promotions.off_day import OffDay
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

_USED = "used"


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
        row.addLayout(left, 12)
        row.addWidget(rule(vertical=True))
        right = QVBoxLayout()
        right.setSpacing(0)
        self.off_day = OffDay()
        right.addWidget(self.off_day)
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
        self.off_day.chosen.connect(self._move_to)
        self.post.editingFinished.connect(self._post_changed)
        self.model.edited.connect(self._edited)
        self._say()

    def set_cart(
        self,
        state: CartState,
        priced: PricedCart,
        designs: Mapping[str, OfferDesign],
        costs: Mapping[str, int | None],
        floors: Mapping[str, int],
        *,
        not_for: Sequence[OfferDesign] = (),
        opened: OfferDesign | None = None,
    ) -> None:
        """Show a cart with its prices; ``designs`` by id, ``costs`` and ``floors`` of a unit, in fen by code.

        ``not_for`` are offers that are for other buyers, ``opened`` is the one looked at: a day is offered for it.
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
        self.trace.show_trace(priced, designs, has_goods=bool(state.items), notes=others)
        self.off_day.show_offer(opened, state.day)
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

    def _move_to(self, day: date) -> None:
        if self._state is not None:
            self.changed.emit(replace(self._state, day=day))

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


def rows_of(items: Sequence[CartItem]) -> list[tuple[str, CartItem]]:
    """Return the lines with the names that the engine prices them under."""
    return [(str(place), item) for place, item in enumerate(items)]

"""The figures of one offer: only those that its kind has, laid out as text flows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QDoubleSpinBox, QHBoxLayout, QLineEdit, QWidget

from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.domain.promotions.design import (
    LADDERS,
    PERCENT_KINDS,
    TENTHS,
    GiftStep,
    LadderStep,
    OfferDesign,
    OfferKind,
)
from shopdesk.domain.promotions.form import (
    Measured,
    can_count,
    gift_steps_of,
    is_coupon,
    measured,
    with_measure,
    with_percent,
)
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, label
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.fields import FEN, choice, count_box, percent_box, stored, stored_or_none, yuan_box
from shopdesk.ui.promotions.flow_box import FlowBox

_GIFT_PX = 120
_MEASURE_PX = 104
_MINIMUM_PX = 64
_OFF_PX = 56


class ValueForm(FlowBox):
    """``sent(fields, what)``: a figure was typed. ``get_goods_wanted`` asks for the goods that are given."""

    sent = Signal(object, str)
    get_goods_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: OfferDesign | None = None
        self._goods: Sequence[Goods] = ()
        self.add_step = LinkButton()

    def set_goods(self, goods: Sequence[Goods]) -> None:
        """Take the goods that gifts are completed from."""
        self._goods = goods

    def show_offer(self, offer: OfferDesign) -> None:
        """Build the fields of an offer; the keyboard stays where it was."""
        self._offer = offer
        focus = self.focusWidget()
        name = focus.accessibleName() if focus is not None and self.isAncestorOf(focus) and focus.hasFocus() else ""
        self._clear()
        if offer.kind in LADDERS:
            self._ladder(offer)
        elif offer.kind is OfferKind.GIFT:
            self._gifts(offer)
        else:
            self._single(offer)
        if name:
            again = next((one for one in self.findChildren(QWidget) if one.accessibleName() == name), None)
            if again is not None:
                again.setFocus()

    def move_step(self, place: int, new: LadderStep) -> None:
        """Ask for one step to be replaced (typed, or its line dragged)."""
        offer = self._offer
        if offer is None or place >= len(offer.steps) or new == offer.steps[place]:
            return
        steps = (*offer.steps[:place], new, *offer.steps[place + 1 :])
        was, becomes = (words.step_text_of(offer, step) for step in (offer.steps[place], new))
        self._send(
            {"steps": steps}, self.tr("step {step}: {change}").format(step=place + 1, change=f"{was} → {becomes}")
        )

    # --- ladders

    def _ladder(self, offer: OfferDesign) -> None:
        self._measure(offer)
        if is_coupon(offer.kind):
            unit = choice(
                [("", self.tr("yuan off")), ("percent", self.tr("percent off"))], "percent" if offer.by_percent else ""
            )
            unit.activated.connect(
                lambda: self._send(with_percent(offer, bool(unit.currentData())), self.tr("yuan or percent"))
            )
            self._put(self.tr("Gives"), unit, self.tr("What the coupon gives"))
        for place, step in enumerate(offer.steps):
            self._step(offer, place, step)
        self.add_step = LinkButton(self.tr("＋ step"))
        self.add_step.clicked.connect(self._append)
        self.flow.addWidget(self.add_step)

    def _measure(self, offer: OfferDesign) -> None:
        kinds = can_count(offer.kind)
        if not kinds:
            return
        names = {
            Measured.AMOUNT: self.tr("amount"),
            Measured.UNITS: self.tr("units"),
            Measured.BOTH: self.tr("amount and units"),
        }
        box = choice([(one.value, names[one]) for one in kinds], measured(offer).value, most=_MEASURE_PX)
        box.activated.connect(
            lambda: self._send(with_measure(offer, Measured(box.currentData())), self.tr("what thresholds count"))
        )
        self._put(self.tr("Steps by"), box, self.tr("What thresholds count"))

    def _step(self, offer: OfferDesign, place: int, step: LadderStep) -> None:
        number = place + 1
        group = self._group()
        by_units = offer.by_quantity
        minimum = count_box(step.minimum) if by_units else yuan_box(step.minimum, width=_MINIMUM_PX)
        self._add(group, self.tr("from"), minimum, self.tr("Threshold of step {step}").format(step=number))
        minimum.editingFinished.connect(
            lambda: self.move_step(place, replace(step, minimum=stored(minimum, 1 if by_units else FEN)))
        )
        if by_units:
            group.addWidget(label(self.tr("units"), "caption"))
        if step.units:
            units = count_box(step.units, width=48)
            units.setMinimum(1)
            self._add(group, self.tr("and"), units, self.tr("Units of step {step}").format(step=number))
            group.addWidget(label(self.tr("units"), "caption"))
            units.editingFinished.connect(lambda: self.move_step(place, replace(step, units=stored(units))))
        percent = offer.takes_percent
        value = percent_box(step.value) if percent else yuan_box(step.value, width=_OFF_PX)
        self._add(group, self.tr("off"), value, self.tr("Discount of step {step}").format(step=number))
        value.editingFinished.connect(
            lambda: self.move_step(place, replace(step, value=stored(value, TENTHS if percent else FEN)))
        )
        if len(offer.steps) > 1:
            self._drop_link(group, number, lambda: self._send_steps(offer, place))

    def _send_steps(self, offer: OfferDesign, dropped: int) -> None:
        steps = (*offer.steps[:dropped], *offer.steps[dropped + 1 :])
        self._send({"steps": steps}, self.tr("remove step {step}").format(step=dropped + 1))

    def _append(self) -> None:
        offer = self._offer
        if offer is None:
            return
        added = LadderStep(10_000, 500)
        if offer.steps:
            last = offer.steps[-1]
            higher = last.minimum + 1 if offer.by_quantity else last.minimum * 3 // 2 // 100 * 100 or 10_000
            value = min(900, last.value + 50) if offer.takes_percent else max(last.value * 2, 100)
            added = LadderStep(higher, value, last.units + 1 if last.units else 0)
        self._send({"steps": (*offer.steps, added)}, self.tr("add a step"))

    # --- gifts

    def _gifts(self, offer: OfferDesign) -> None:
        self._measure(offer)
        steps = gift_steps_of(offer)
        for place, step in enumerate(steps):
            self._gift(offer, steps, place, step)
        more = LinkButton(self.tr("＋ step"))
        more.clicked.connect(lambda: self._add_gift(offer, steps))
        self.flow.addWidget(more)

    def _gift(self, offer: OfferDesign, steps: tuple[GiftStep, ...], place: int, step: GiftStep) -> None:
        number = place + 1
        group = self._group()

        def put(new: GiftStep, what: str) -> None:
            if new != step:
                self._send({"gift_steps": (*steps[:place], new, *steps[place + 1 :])}, what)

        by_units = offer.by_quantity
        minimum = count_box(step.minimum) if by_units else yuan_box(step.minimum, width=_MINIMUM_PX)
        self._add(group, self.tr("from"), minimum, self.tr("Threshold of step {step}").format(step=number))
        minimum.editingFinished.connect(
            lambda: put(replace(step, minimum=stored(minimum, 1 if by_units else FEN)), self.tr("Threshold"))
        )
        gift = self._gift_field(step.sku)
        self._add(group, self.tr("Gift"), gift, self.tr("Gift of step {step}").format(step=number))
        gift.editingFinished.connect(lambda: put(self._with_gift(step, gift.text()), self.tr("Gift")))
        units = count_box(step.quantity, width=44)
        units.setMinimum(1)
        self._add(group, "×", units, self.tr("Units of the gift of step {step}").format(step=number))
        units.editingFinished.connect(lambda: put(replace(step, quantity=stored(units)), self.tr("Gift")))
        cost = yuan_box(step.cost, width=76, none=self.tr("unknown"))
        self._add(group, self.tr("costs"), cost, self.tr("Cost of the gift of step {step}").format(step=number))
        cost.editingFinished.connect(
            lambda: put(replace(step, cost=stored_or_none(cost, FEN)), self.tr("Cost of the gift"))
        )
        if len(steps) > 1:
            left = (*steps[:place], *steps[place + 1 :])
            name = self.tr("remove step {step}").format(step=number)
            self._drop_link(group, number, lambda: self._send({"gift_steps": left}, name))

    def _gift_field(self, sku: str) -> QLineEdit:
        field = QLineEdit(sku)
        field.setProperty("small", True)
        field.setFixedWidth(_GIFT_PX)
        field.setPlaceholderText(self.tr("code or name"))
        known = {goods.sku: goods for goods in self._goods}
        if sku in known:
            field.setToolTip(known[sku].title)
        completer = QCompleter(field)
        completer.setModel(QStringListModel([f"{goods.sku}  {goods.title}" for goods in self._goods], completer))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)
        return field

    def _with_gift(self, step: GiftStep, text: str) -> GiftStep:
        """Return a step with another gift, and its cost where the cost list knows it."""
        sku = text.strip().partition("  ")[0]
        if sku == step.sku:
            return step
        cost = next((goods.unit_cost for goods in self._goods if goods.sku == sku), None)
        return replace(step, sku=sku, cost=cost)

    def _add_gift(self, offer: OfferDesign, steps: tuple[GiftStep, ...]) -> None:
        last = steps[-1]
        minimum = last.minimum + 1 if offer.by_quantity else last.minimum * 3 // 2 // 100 * 100 or 10_000
        self._send({"gift_steps": (*steps, replace(last, minimum=minimum))}, self.tr("add a step"))

    # --- single figures

    def _single(self, offer: OfferDesign) -> None:
        kind = offer.kind
        if kind is OfferKind.FREE_POST:
            self._measure(offer)
        if kind in (OfferKind.FREE_POST, OfferKind.RED_PACKET, OfferKind.POINTS):
            box = count_box(offer.threshold) if offer.by_quantity else yuan_box(offer.threshold)
            self._field(self.tr("from"), "threshold", box, 1 if offer.by_quantity else FEN, self.tr("Threshold"))
        elif kind is OfferKind.EVERY_OFF:
            self._field(self.tr("every"), "threshold", yuan_box(offer.threshold), FEN, self.tr("Threshold"))
        elif kind is OfferKind.NTH_UNIT:
            self._field(self.tr("unit"), "nth", count_box(offer.nth), 1, self.tr("Which unit"))
        elif kind is OfferKind.CHOOSE:
            self._field(self.tr("any"), "nth", count_box(offer.nth), 1, self.tr("How many of them"))
        elif kind is OfferKind.BUY_GET:
            self._buy_get(offer)
        if kind is not OfferKind.FREE_POST:
            self._value(offer)
        if kind is OfferKind.BUNDLE:
            box = count_box(offer.choose)
            box.setSpecialValueText(self.tr("all"))
            self._field(self.tr("of those behind the first, choose"), "choose", box, 1, self.tr("How many are chosen"))

    def _buy_get(self, offer: OfferDesign) -> None:
        self._field(self.tr("buy"), "buy_quantity", count_box(offer.buy_quantity), 1, self.tr("Units bought"))
        self._field(self.tr("get"), "get_quantity", count_box(offer.get_quantity), 1, self.tr("Units given"))
        text = (
            self.tr("{count} {count:article|articles}…").format(count=formats.full(len(offer.get_skus)))
            if offer.get_skus
            else self.tr("of the same goods…")
        )
        link = LinkButton(text)
        link.clicked.connect(self.get_goods_wanted)
        self._put(self.tr("given"), link, self.tr("Which goods are given"))

    def _value(self, offer: OfferDesign) -> None:
        percent = offer.kind in PERCENT_KINDS
        price = offer.kind in (OfferKind.ITEM_PRICE, OfferKind.BUNDLE, OfferKind.CHOOSE)
        box = percent_box(offer.value) if percent else yuan_box(offer.value)
        caption = self.tr("price") if price else self.tr("off")
        self._field(caption, "value", box, TENTHS if percent else FEN, self.tr("Amount"))

    # --- pieces

    def _field(self, caption: str, name: str, box: QDoubleSpinBox, scale: int, about: str) -> None:
        box.editingFinished.connect(lambda: self._send({name: stored(box, scale)}, about))
        self._put(caption, box, about)

    def _put(self, caption: str, field: QWidget, about: str) -> None:
        self._add(self._group(), caption, field, about)

    def _group(self) -> QHBoxLayout:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(4)
        self.flow.addWidget(holder)
        return row

    def _add(self, row: QHBoxLayout, caption: str, field: QWidget, about: str) -> None:
        head = label(caption, "caption")
        head.setBuddy(field)
        field.setAccessibleName(about)
        row.addWidget(head)
        row.addWidget(field)

    def _drop_link(self, row: QHBoxLayout, number: int, drop: Callable[[], None]) -> None:
        link = LinkButton("×")
        link.setAccessibleName(self.tr("Remove step {step}").format(step=number))
        link.clicked.connect(drop)
        row.addWidget(link)

    def _clear(self) -> None:
        while self.flow.count():
            item = self.flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is None:
                continue
            for field in (widget, *widget.findChildren(QWidget)):
                field.blockSignals(True)  # a field that loses the keyboard would tell what it held before an undo
            widget.hide()
            widget.deleteLater()

    def _send(self, fields: dict[str, Any], what: str) -> None:
        offer = self._offer
        if offer is not None and any(getattr(offer, key) != value for key, value in fields.items()):
            self.sent.emit(fields, what)

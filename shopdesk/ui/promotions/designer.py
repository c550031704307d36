"""The form of one offer: what it gives, from which amount, on what, when, and who pays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from shopdesk.domain.promotions.design import LADDERS, PERCENT_KINDS, TENTHS, LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_problems import problems
from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, label
from shopdesk.ui.promotions import words

_NO_DATE = QDate(2000, 1, 1)
_MOST_YUAN = 999_999.99


class Designer(QWidget):
    """Edits leave as ``edited(fields, step name)``; the form itself changes nothing."""

    edited = Signal(object, str)
    goods_wanted = Signal()
    remove_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: OfferDesign | None = None
        self._stacking: Stacking | None = None
        self._captions: list[tuple[QLabel, Callable[[], str]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._make_fields()
        self._first, self._ladder_row, self._last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._ladder_row, self._last):
            row.setSpacing(6)
            column.addLayout(row)
        self._tail = QWidget()  # beside the ladder where there is room, else beneath it
        self._tail_row = QHBoxLayout(self._tail)
        self._tail_row.setContentsMargins(0, 0, 0, 0)
        self._tail_row.setSpacing(6)
        self._fill_rows()
        self._ladder = QHBoxLayout()
        self._ladder.setSpacing(6)
        self._ladder_row.addLayout(self._ladder)
        self._ladder_row.addStretch(1)
        self._ladder_row.addWidget(self._tail)
        self._last.addStretch(1)
        self.problem = label("", "warn", wrap=True)
        column.addWidget(self.problem)
        self._connect()
        self._say()

    def set_offer(self, offer: OfferDesign | None, stacking: Stacking) -> None:
        """Show an offer."""
        self._offer, self._stacking = offer, stacking
        self.setEnabled(offer is not None)
        if offer is None:
            return
        fields = (self.kind, self.name, self.status, self.base, self.start, self.end, self.payer)
        blockers = [QSignalBlocker(field) for field in fields]
        self.kind.setCurrentIndex(self.kind.findData(offer.kind.value))
        self.name.setText(offer.name)
        self.status.setCurrentIndex(self.status.findData(offer.status.value))
        self.base.setCurrentIndex(self.base.findData(offer.base.value))
        self.start.setDate(_qdate(offer.start))
        self.end.setDate(_qdate(offer.end))
        self.payer.setValue(offer.shop_percent)
        del blockers
        self.scope.setText(self._scope_text(offer))
        self._show_ladder(offer)
        self._place_tail()
        found = problems(offer, stacking)
        self.problem.setText(" ".join(words.problem_text(problem) for problem in found))
        self.problem.setVisible(bool(found))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self._offer is not None and self._stacking is not None:
                self.set_offer(self._offer, self._stacking)
        super().changeEvent(event)

    def header_fields(self) -> tuple[QWidget, ...]:
        """Return what stands in the header of the card: who pays, the state, copy and remove."""
        return self.payer_caption, self.payer, self.status, self.copy, self.remove

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the last fields where they fit."""
        super().resizeEvent(event)
        self._place_tail()

    def _make_fields(self) -> None:
        self.kind, self.status, self.base = (QComboBox() for _ in range(3))
        for box in (self.kind, self.status, self.base):
            box.setProperty("small", True)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.name = QLineEdit()
        self.name.setProperty("small", True)
        self.name.setMinimumWidth(110)
        self.start, self.end = QDateEdit(), QDateEdit()
        for edit in (self.start, self.end):
            edit.setProperty("small", True)
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setMinimumDate(_NO_DATE)
            edit.setFixedWidth(108)
        self.payer = QSpinBox()
        self.payer.setProperty("small", True)
        self.payer.setRange(0, 100)
        self.payer.setSuffix(" %")
        self.payer.setFixedWidth(72)
        self.scope = LinkButton()
        self.add_step = LinkButton()
        self.copy = LinkButton()
        self.remove = LinkButton()

    def _fill_rows(self) -> None:
        self._put(self._first, lambda: self.tr("Type"), self.kind)
        self._put(self._first, lambda: self.tr("Name"), self.name)
        self._first.setStretchFactor(self.name, 1)
        self._put(self._first, lambda: self.tr("Days"), self.start)
        self._first.addWidget(self.end)
        self._put(self._first, lambda: self.tr("For"), self.scope)
        self._put(self._tail_row, lambda: self.tr("Threshold on"), self.base)
        self.payer_caption = label("", "caption")
        self.payer_caption.setBuddy(self.payer)
        self._captions.append((self.payer_caption, lambda: self.tr("Shop pays")))

    def _place_tail(self) -> None:
        gap = self._ladder_row.spacing()
        parts = [widget for place in range(self._ladder.count()) if (widget := self._ladder.itemAt(place).widget())]
        wanted = sum(_width(part) + gap for part in parts) + gap + self._tail.sizeHint().width()
        row = self._ladder_row if wanted <= self.width() else self._last
        if row.indexOf(self._tail) < 0:
            row.insertWidget(row.count() if row is self._ladder_row else 0, self._tail)

    def _put(self, row: QHBoxLayout, text: Callable[[], str], field: QWidget) -> None:
        caption = label("", "caption")
        caption.setBuddy(field)
        self._captions.append((caption, text))
        row.addWidget(caption)
        row.addWidget(field)

    def _connect(self) -> None:
        self.kind.activated.connect(lambda: self._send({"kind": OfferKind(self.kind.currentData())}, self.tr("Type")))
        self.status.activated.connect(
            lambda: self._send({"status": Status(self.status.currentData())}, self.tr("State"))
        )
        self.base.activated.connect(
            lambda: self._send({"base": Base(self.base.currentData())}, self.tr("Threshold on"))
        )
        self.name.editingFinished.connect(lambda: self._send({"name": self.name.text().strip()}, self.tr("Name")))
        self.start.editingFinished.connect(lambda: self._send({"start": _day(self.start.date())}, self.tr("First day")))
        self.end.editingFinished.connect(lambda: self._send({"end": _day(self.end.date())}, self.tr("Last day")))
        self.payer.editingFinished.connect(
            lambda: self._send({"shop_percent": self.payer.value()}, self.tr("Shop pays"))
        )
        self.scope.clicked.connect(self.goods_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.add_step.clicked.connect(self._append_step)

    def _send(self, fields: dict[str, Any], name: str) -> None:
        offer = self._offer
        if offer is not None and any(getattr(offer, key) != value for key, value in fields.items()):
            self.edited.emit(fields, f"{offer.name} · {name}")

    def _show_ladder(self, offer: OfferDesign) -> None:
        while self._ladder.count():
            widget = self._ladder.takeAt(0).widget()
            if widget is not None and widget is not self.add_step:
                widget.hide()
                widget.deleteLater()
        if offer.kind in LADDERS:
            for place, step in enumerate(offer.steps):
                self._show_step(offer, place, step)
            self._ladder.addWidget(self.add_step)
            self.add_step.show()
            return
        self.add_step.hide()
        self._show_single(offer)

    def _show_step(self, offer: OfferDesign, place: int, step: LadderStep) -> None:
        percent = offer.takes_percent
        self._ladder.addWidget(label(self.tr("from"), "caption"))
        minimum = _count_box(step.minimum) if offer.by_quantity else _yuan_box(step.minimum)
        value = _percent_box(step.value) if percent else _yuan_box(step.value, width=58)
        minimum.setAccessibleName(self.tr("Threshold of step {step}").format(step=place + 1))
        value.setAccessibleName(self.tr("Discount of step {step}").format(step=place + 1))
        minimum.editingFinished.connect(
            lambda: self._set_step(place, minimum=_stored(minimum, 1 if offer.by_quantity else 100))
        )
        value.editingFinished.connect(lambda: self._set_step(place, value=_stored(value, TENTHS if percent else 100)))
        self._ladder.addWidget(minimum)
        self._ladder.addWidget(label(self.tr("off"), "caption"))
        self._ladder.addWidget(value)
        if len(offer.steps) > 1:
            drop = LinkButton("×")
            drop.setAccessibleName(self.tr("Remove step {step}").format(step=place + 1))
            drop.clicked.connect(lambda: self._drop_step(place))
            self._ladder.addWidget(drop)

    def _show_single(self, offer: OfferDesign) -> None:
        kind = offer.kind
        if kind in (OfferKind.GIFT, OfferKind.FREE_POST, OfferKind.EVERY_OFF):
            caption = self.tr("every") if kind is OfferKind.EVERY_OFF else self.tr("from")
            self._single(caption, "threshold", _yuan_box(offer.threshold), 100, self.tr("Threshold"))
        if kind is OfferKind.NTH_UNIT:
            self._single(self.tr("unit"), "nth", _count_box(offer.nth), 1, self.tr("Which unit"))
        if kind is OfferKind.FREE_POST:
            return
        if kind is OfferKind.GIFT:
            gift = QLineEdit(offer.gift_sku)
            gift.setProperty("small", True)
            gift.setFixedWidth(140)
            gift.setAccessibleName(self.tr("Gift"))
            gift.editingFinished.connect(lambda: self._send({"gift_sku": gift.text().strip()}, self.tr("Gift")))
            self._ladder.addWidget(label(self.tr("Gift"), "caption"))
            self._ladder.addWidget(gift)
            return
        percent = kind in PERCENT_KINDS
        price = kind in (OfferKind.ITEM_PRICE, OfferKind.BUNDLE)
        box = _percent_box(offer.value) if percent else _yuan_box(offer.value)
        self._single(
            self.tr("price") if price else self.tr("off"), "value", box, TENTHS if percent else 100, self.tr("Amount")
        )

    def _single(self, caption: str, field: str, box: QDoubleSpinBox, scale: int, name: str) -> None:
        box.setAccessibleName(name)
        box.editingFinished.connect(lambda: self._send({field: _stored(box, scale)}, name))
        self._ladder.addWidget(label(caption, "caption"))
        self._ladder.addWidget(box)

    def _set_step(self, place: int, *, minimum: int | None = None, value: int | None = None) -> None:
        offer = self._offer
        if offer is None or place >= len(offer.steps):
            return
        old = offer.steps[place]
        new = replace(
            old, minimum=old.minimum if minimum is None else minimum, value=old.value if value is None else value
        )
        if new != old:
            self.move_step(place, new)

    def move_step(self, place: int, new: LadderStep) -> None:
        """Ask for one step to be replaced (typed, or its line dragged)."""
        offer = self._offer
        if offer is None:
            return
        steps = (*offer.steps[:place], new, *offer.steps[place + 1 :])
        old = offer.steps[place]
        change = (
            f"{words.yuan(old.minimum)}−{words.yuan(old.value)} → {words.yuan(new.minimum)}−{words.yuan(new.value)}"
        )
        self._send({"steps": steps}, self.tr("step {step}: {change}").format(step=place + 1, change=change))

    def _append_step(self) -> None:
        offer = self._offer
        if offer is None:
            return
        if offer.steps:
            last = offer.steps[-1]
            added = LadderStep(last.minimum * 3 // 2 // 100 * 100 or 10_000, max(last.value * 2, 100))
        else:
            added = LadderStep(10_000, 500)
        self._send({"steps": (*offer.steps, added)}, self.tr("add a step"))

    def _drop_step(self, place: int) -> None:
        offer = self._offer
        if offer is not None:
            steps = (*offer.steps[:place], *offer.steps[place + 1 :])
            self._send({"steps": steps}, self.tr("remove step {step}").format(step=place + 1))

    def _scope_text(self, offer: OfferDesign) -> str:
        if not offer.skus:
            return self.tr("whole shop…")
        return self.tr("{count} {count:item|items}…").format(count=formats.full(len(offer.skus)))

    def _say(self) -> None:
        for caption, text in self._captions:
            caption.setText(text())
        _fill(self.kind, [(kind.value, words.kind_name(kind)) for kind in OfferKind])
        _fill(self.status, [(status.value, words.status_name(status)) for status in Status])
        _fill(
            self.base,
            [
                (Base.LIST.value, self.tr("item price")),
                (Base.CURRENT.value, self.tr("what is left")),
            ],
        )
        self.add_step.setText(self.tr("＋ add a step"))
        self.copy.setText(self.tr("Copy"))
        self.remove.setText(self.tr("Remove"))
        self.start.setSpecialValueText(self.tr("from now"))
        self.end.setSpecialValueText(self.tr("no end"))
        for field, name in (
            (self.kind, self.tr("Type")),
            (self.name, self.tr("Name")),
            (self.status, self.tr("State")),
            (self.base, self.tr("What the threshold looks at")),
            (self.start, self.tr("First day")),
            (self.end, self.tr("Last day")),
            (self.payer, self.tr("Share that the shop pays")),
        ):
            field.setAccessibleName(name)


def _fill(box: QComboBox, items: Sequence[tuple[str, str]]) -> None:
    with QSignalBlocker(box):
        chosen = box.currentData()
        box.clear()
        for key, text in items:
            box.addItem(text, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))


def _yuan_box(fen: int, *, width: int = 68) -> QDoubleSpinBox:
    box = _box(2, _MOST_YUAN, width)
    box.setValue(fen / 100)
    return box


def _percent_box(tenths: int) -> QDoubleSpinBox:
    box = _box(1, 100.0, 72)
    box.setSuffix(" %")
    box.setValue(tenths / TENTHS)
    return box


def _width(part: QWidget) -> int:
    """Return the width that a widget gets, also before it is shown (its layout item counts as empty until then)."""
    return max(part.minimumWidth(), min(part.sizeHint().width(), part.maximumWidth()))


def _count_box(count: int) -> QDoubleSpinBox:
    box = _box(0, 9_999.0, 60)
    box.setValue(count)
    return box


def _box(decimals: int, most: float, width: int) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setProperty("small", True)
    box.setDecimals(decimals)
    box.setRange(0, most)
    box.setFixedWidth(width)
    box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    return box


def _stored(box: QDoubleSpinBox, scale: int) -> int:
    return round(box.value() * scale)


def _qdate(day: date | None) -> QDate:
    return _NO_DATE if day is None else QDate(day.year, day.month, day.day)


def _day(value: QDate) -> date | None:
    return None if value <= _NO_DATE else date(value.year(), value.month(), value.day())

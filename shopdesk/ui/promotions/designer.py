"""The form of one offer: what it is, when and on what, its figures, and a way to its limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_problems import problems
from shopdesk.domain.promotions.form import Term, as_kind, terms_of
from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui import formats
from shopdesk.ui.cards import ElidedLabel, LinkButton, label
from shopdesk.ui.keywords.titles.flow import FlowLayout
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.fields import choice, day_edit, day_of, fill, qdate
from shopdesk.ui.promotions.flow_box import FlowBox
from shopdesk.ui.promotions.value_form import ValueForm

_NAME_PX = 88
_KIND_PX = 144
_STATUS_PX = 116
_BASE_PX = 128


class Designer(QWidget):
    """Edits leave as ``edited(fields, step name)``; the form itself changes nothing."""

    edited = Signal(object, str)
    goods_wanted = Signal()
    get_goods_wanted = Signal()
    terms_wanted = Signal()
    remove_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: OfferDesign | None = None
        self._stacking: Stacking | None = None
        self._names: Mapping[str, str] = {}
        self._captions: list[tuple[QLabel, Callable[[], str]]] = []
        self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = FlowBox()
        self._head = head.flow
        column.addWidget(head)
        column.addWidget(self.values)
        tail = FlowBox()
        self._tail = tail.flow
        self.last_row = QHBoxLayout()
        self.last_row.setSpacing(8)
        self.last_row.addWidget(tail)
        column.addLayout(self.last_row)
        self._fill_rows()
        self.problem = label("", "warn", wrap=True)
        column.addWidget(self.problem)
        self._connect()
        self._say()

    def set_goods(self, goods: Sequence[Goods]) -> None:
        """Take the goods of the shop, for gifts."""
        self.values.set_goods(goods)

    def set_offer(self, offer: OfferDesign | None, stacking: Stacking, names: Mapping[str, str] | None = None) -> None:
        """Show an offer; ``names`` are those of all offers by id."""
        self._offer, self._stacking, self._names = offer, stacking, names or {}
        self.setEnabled(offer is not None)
        if offer is None:
            return
        fields = (self.kind, self.name, self.status, self.base, self.start, self.end, self.payer)
        blockers = [QSignalBlocker(field) for field in fields]
        self.kind.setCurrentIndex(self.kind.findData(offer.kind.value))
        self.name.setText(offer.name)
        self.name.setCursorPosition(0)
        self.name.setToolTip(plain_tip(offer.name))
        self.status.setCurrentIndex(self.status.findData(offer.status.value))
        self.base.setCurrentIndex(self.base.findData(offer.base.value))
        self.start.setDate(qdate(offer.start))
        self.end.setDate(qdate(offer.end))
        self.payer.setValue(offer.shop_percent)
        del blockers
        self.scope.setText(self._scope_text(offer))
        self.base_group.setVisible(Term.BASE in terms_of(offer))
        self.values.show_offer(offer)
        limits = words.terms_text(offer, self._names)
        self.terms.setText(self.tr("Limits…"))
        self.limits.setText(limits or self.tr("none"))
        self.limits.setToolTip(limits)
        found = problems(offer, stacking)
        self.problem.setText(" ".join(words.problem_text(problem) for problem in found))
        self.problem.setVisible(bool(found))

    def move_step(self, place: int, new: LadderStep) -> None:
        """Ask for one step to be replaced, e.g. since its line was dragged."""
        self.values.move_step(place, new)

    @property
    def add_step(self) -> LinkButton:
        """The link that adds a step to a ladder."""
        return self.values.add_step

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self._offer is not None and self._stacking is not None:
                self.set_offer(self._offer, self._stacking, self._names)
        super().changeEvent(event)

    def header_fields(self) -> tuple[QWidget, ...]:
        """Return what stands in the header of the card: the state, copy and remove."""
        return self.status, self.copy, self.remove

    def _make_fields(self) -> None:
        self.kind, self.status, self.base = choice(most=_KIND_PX), choice(most=_STATUS_PX), choice(most=_BASE_PX)
        self.name = QLineEdit()
        self.name.setProperty("small", True)
        self.name.setFixedWidth(_NAME_PX)
        self.start, self.end = day_edit(None, none="—"), day_edit(None, none="—")
        self.payer = QSpinBox()
        self.payer.setProperty("small", True)
        self.payer.setRange(0, 100)
        self.payer.setSuffix(" %")
        self.payer.setFixedWidth(72)
        self.scope, self.terms, self.copy, self.remove = (LinkButton() for _ in range(4))
        self.limits = ElidedLabel()
        self.limits.setProperty("role", "caption")
        self.values = ValueForm()

    def _fill_rows(self) -> None:
        self._put(self._head, lambda: self.tr("Type"), self.kind)
        self._put(self._head, lambda: self.tr("Name"), self.name)
        self._put(self._head, lambda: "", self.start, self.end)
        self._put(self._head, lambda: self.tr("For"), self.scope)
        self.base_group = self._put(self._tail, lambda: self.tr("Seen at"), self.base)
        self._put(self._tail, lambda: self.tr("Shop pays"), self.payer)
        self._put(self._tail, lambda: "", self.terms, self.limits)

    def _put(self, flow: FlowLayout, text: Callable[[], str], *fields: QWidget) -> QWidget:
        caption = label("", "caption")
        caption.setBuddy(fields[0])
        self._captions.append((caption, text))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(4)
        row.addWidget(caption)
        for field in fields:
            row.addWidget(field)
        flow.addWidget(holder)
        return holder

    def _connect(self) -> None:
        self.kind.activated.connect(self._kind_chosen)
        self.status.activated.connect(
            lambda: self._send({"status": Status(self.status.currentData())}, self.tr("State"))
        )
        self.base.activated.connect(
            lambda: self._send({"base": Base(self.base.currentData())}, self.tr("Threshold on"))
        )
        self.name.editingFinished.connect(lambda: self._send({"name": self.name.text().strip()}, self.tr("Name")))
        self.start.editingFinished.connect(
            lambda: self._send({"start": day_of(self.start.date())}, self.tr("First day"))
        )
        self.end.editingFinished.connect(lambda: self._send({"end": day_of(self.end.date())}, self.tr("Last day")))
        self.payer.editingFinished.connect(
            lambda: self._send({"shop_percent": self.payer.value()}, self.tr("Shop pays"))
        )
        self.values.sent.connect(self._send)
        self.values.get_goods_wanted.connect(self.get_goods_wanted)
        self.scope.clicked.connect(self.goods_wanted)
        self.terms.clicked.connect(self.terms_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.remove.clicked.connect(self.remove_wanted)

    def _kind_chosen(self) -> None:
        if self._offer is not None:
            kind = OfferKind(self.kind.currentData())
            self._send(as_kind(self._offer, kind), f"{self.tr('Type')} {words.kind_name(kind)}")

    def _send(self, fields: dict[str, Any], name: str) -> None:
        offer = self._offer
        if offer is not None and any(getattr(offer, key) != value for key, value in fields.items()):
            self.edited.emit(fields, f"{offer.name} · {name}")

    def _scope_text(self, offer: OfferDesign) -> str:
        if not offer.skus:
            return self.tr("whole shop…")
        return self.tr("{count} {count:item|items}…").format(count=formats.full(len(offer.skus)))

    def _say(self) -> None:
        for caption, text in self._captions:
            caption.setText(text())
            caption.setVisible(bool(text()))
        fill(self.kind, [(kind.value, words.kind_name(kind)) for kind in OfferKind])
        fill(self.status, [(status.value, words.status_name(status)) for status in Status])
        fill(self.base, [(Base.LIST.value, self.tr("item price")), (Base.CURRENT.value, self.tr("what is left"))])
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
            (self.scope, self.tr("Goods that it holds for")),
            (self.terms, self.tr("Limits, exclusions, hours")),
        ):
            field.setAccessibleName(name)

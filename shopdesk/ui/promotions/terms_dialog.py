"""Limits, exclusions and hours of one offer: only those that its kind has, kept as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QTimeEdit,
    QWidget,
)

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.form import Term, terms_of
from shopdesk.domain.promotions.offers import MINUTES_OF_DAY, Base
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, button, label, scrolled
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.fields import FEN, choice, count_box, stored_or_none, yuan_box
from shopdesk.ui.promotions.goods_picker import GoodsPicker
from shopdesk.ui.tick_picker import TickPicker

_FIELD_PX: Final = 120
_WIDTH_PX, _HEIGHT_PX = 520, 500


class TermsDialog(DialogShell):
    """Edits a copy; ``fields()`` are those that differ. ``others`` are the names of other offers by id."""

    def __init__(
        self,
        offer: OfferDesign,
        goods: Sequence[Goods],
        others: Mapping[str, str],
        categories: Sequence[str] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._categories = tuple(dict.fromkeys((*categories, *offer.tags, *offer.excluded_tags)))
        self._tags, self._excluded_tags = offer.tags, offer.excluded_tags
        self._offer, self._goods, self._others = offer, goods, others
        self._boxes: dict[str, tuple[QDoubleSpinBox, int]] = {}
        self._excluded, self._excludes = offer.excluded, offer.excludes
        self.setWindowTitle(self.tr("Limits of {name}").format(name=offer.name))
        self.setMinimumSize(_WIDTH_PX, _HEIGHT_PX)
        body = QWidget()
        self._form = QFormLayout(body)
        self._form.setVerticalSpacing(6)
        self._form.setContentsMargins(0, 0, 8, 0)
        terms = terms_of(offer)
        self._add_limits(terms)
        self._add_goods(terms)
        self._add_rest(terms)
        self.column.addWidget(scrolled(body), 1)
        buttons, self.accept_button = self.add_answers(self.tr("Store"), self.tr("Cancel"))
        clear = button(self.tr("No limits"))
        buttons.addButton(clear, buttons.ButtonRole.ResetRole)
        clear.clicked.connect(self._clear)
        buttons.accepted.connect(self.accept)

    def fields(self) -> dict[str, Any]:
        """Return the fields that differ from those of the offer."""
        values: dict[str, Any] = {name: stored_or_none(box, scale) for name, (box, scale) in self._boxes.items()}
        values["buyers"] = BuyerKind(self.buyers.currentData())
        values |= {"tags": self._tags, "excluded_tags": self._excluded_tags}
        values |= {"excluded": self._excluded, "excludes": self._excludes, "note": self.note.text().strip()}
        if self.percent_base is not None:
            values["percent_base"] = Base(self.percent_base.currentData())
        if self.undiscounted is not None:
            values["undiscounted_only"] = self.undiscounted.isChecked()
        first, last = (60 * edit.time().hour() + edit.time().minute() for edit in self.hours)
        values["start_minute"] = first
        values["end_minute"] = MINUTES_OF_DAY if last == MINUTES_OF_DAY - 1 else last
        new = replace(self._offer, **values)
        return {key: value for key, value in values.items() if getattr(self._offer, key) != getattr(new, key)}

    def _add_limits(self, terms: frozenset[Term]) -> None:
        self._head(self.tr("How often, how much"))
        self.buyers = choice([(kind.value, words.buyer_name(kind)) for kind in BuyerKind], self._offer.buyers.value)
        self._row(self.tr("Whom it is for"), self.buyers)
        self.buyers_note = label("", "caption", wrap=True)
        self._form.addRow("", self.buyers_note)
        self.buyers.currentIndexChanged.connect(lambda _place: self._say_buyers())
        self._say_buyers()
        self._count("per_buyer", self.tr("Orders a buyer may use it for"))
        if Term.MAX_TIMES in terms:
            self._count("max_times", self.tr("Times that it counts in one order"))
        if Term.MAX_UNITS in terms:
            self._count("max_units", self.tr("Units of a line that it holds for"))
        if Term.CAP in terms:
            self._yuan("cap", self.tr("At most so many yuan off"))
        self._yuan("budget", self.tr("Budget of the whole offer, yuan"))

    def _say_buyers(self) -> None:
        """Say what orders tell of those whom an offer is for, and what they can't."""
        texts = {
            BuyerKind.NEW: self.tr(
                "Who never bought here is in no order file: replay counts each buyer's first order, and nobody can be "
                "listed. Set it up in the console as a coupon for new customers."
            ),
            BuyerKind.RETURNING: self.tr(
                "Who bought here before. The exported sheet lists those of the last 365 days by their last order."
            ),
            BuyerKind.RISING: self.tr(
                "Bought before; the last order above three of four of the shop and not below their own average: a "
                "rule of thumb, please check. The exported sheet lists them by their last order."
            ),
        }
        text = texts.get(BuyerKind(self.buyers.currentData()), "")
        self.buyers_note.setText(text)
        self.buyers_note.setVisible(bool(text))

    def _add_goods(self, terms: frozenset[Term]) -> None:
        self._head(self.tr("Which goods count"))
        self.undiscounted: QCheckBox | None = None
        if Term.EXCLUDED in terms:
            self.excluded = LinkButton()
            self.excluded.clicked.connect(self._pick_excluded)
            self._row(self.tr("Except"), self.excluded)
        if Term.EXCLUDED in terms and self._categories:
            self.tags, self.excluded_tags = LinkButton(), LinkButton()
            self.tags.clicked.connect(lambda: self._pick_tags(excluded=False))
            self.excluded_tags.clicked.connect(lambda: self._pick_tags(excluded=True))
            self._row(self.tr("Categories"), self.tags)
            self._row(self.tr("Except categories"), self.excluded_tags)
        if Term.PRICES in terms:
            self._yuan("price_min", self.tr("Price a unit from, yuan"))
            self._yuan("price_max", self.tr("Price a unit up to, yuan"))
        if Term.UNDISCOUNTED in terms:
            self.undiscounted = QCheckBox(self.tr("without an item-level offer only"))
            self.undiscounted.setChecked(self._offer.undiscounted_only)
            self._form.addRow("", self.undiscounted)
        self.excludes = LinkButton()
        self.excludes.clicked.connect(self._pick_excludes)
        self._row(self.tr("Not together with"), self.excludes)
        self._write_links()

    def _add_rest(self, terms: frozenset[Term]) -> None:
        self._head(self.tr("Else"))
        self.percent_base = None
        if Term.PERCENT_BASE in terms:
            self.percent_base = choice(
                [(Base.CURRENT.value, self.tr("what is left")), (Base.LIST.value, self.tr("item price"))],
                self._offer.percent_base.value,
            )
            self._row(self.tr("The percentage is of"), self.percent_base)
        last = min(self._offer.end_minute, MINUTES_OF_DAY - 1)
        self.hours = (_time(self._offer.start_minute), _time(last))
        for edit, text in zip(
            self.hours, (self.tr("On the first day from"), self.tr("On the last day until")), strict=True
        ):
            self._row(text, edit)
        self.note = QLineEdit(self._offer.note)
        self._row(self.tr("Note"), self.note)

    def _pick_excluded(self) -> None:
        dialog = GoodsPicker(self._goods, self._excluded, may_all=True, parent=self)
        dialog.note.setText(self.tr("Ticked goods don't count; nothing ticked: all count."))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._excluded = dialog.picked()
            self._write_links()

    def _pick_excludes(self) -> None:
        dialog = OfferPicker(list(self._others.items()), self._excludes, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._excludes = dialog.picked()
            self._write_links()

    def _pick_tags(self, *, excluded: bool) -> None:
        ticked = self._excluded_tags if excluded else self._tags
        dialog = CategoryPicker([(name, name) for name in self._categories], ticked, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            if excluded:
                self._excluded_tags = dialog.picked()
            else:
                self._tags = dialog.picked()
            self._write_links()

    def _write_links(self) -> None:
        none = self.tr("none…")
        if hasattr(self, "tags"):
            self.tags.setText(f"{formats.listed(self._tags[:2])}…" if self._tags else self.tr("all…"))
            self.excluded_tags.setText(f"{formats.listed(self._excluded_tags[:2])}…" if self._excluded_tags else none)
        if hasattr(self, "excluded"):
            count = len(self._excluded)
            text = self.tr("{count} {count:article|articles}…").format(count=formats.full(count)) if count else none
            self.excluded.setText(text)
        names = [self._others[one] for one in self._excludes if one in self._others]
        self.excludes.setText(f"{formats.listed(names[:2])}…" if names else none)

    def _clear(self) -> None:
        for box, _scale in self._boxes.values():
            box.setValue(box.minimum())
        self._excluded, self._excludes, self._tags, self._excluded_tags = (), (), (), ()
        self.buyers.setCurrentIndex(0)
        if self.undiscounted is not None:
            self.undiscounted.setChecked(False)
        self.hours[0].setTime(QTime(0, 0))
        self.hours[1].setTime(QTime(23, 59))
        self._write_links()

    def _count(self, name: str, text: str) -> None:
        self._box(name, text, count_box(getattr(self._offer, name), width=_FIELD_PX, none=self.tr("no limit")), 1)

    def _yuan(self, name: str, text: str) -> None:
        self._box(name, text, yuan_box(getattr(self._offer, name), width=_FIELD_PX, none=self.tr("no limit")), FEN)

    def _box(self, name: str, text: str, box: QDoubleSpinBox, scale: int) -> None:
        self._boxes[name] = (box, scale)
        self._row(text, box)

    def _head(self, text: str) -> None:
        self._form.addRow(label(text, "title"))

    def _row(self, text: str, field: QWidget) -> None:
        name = label(text, wrap=True)
        name.setBuddy(field)
        field.setAccessibleName(text)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)
        if not isinstance(field, QLineEdit):
            row.addStretch(1)
        self._form.addRow(name, holder)


class OfferPicker(TickPicker):
    """Other offers that don't run together with one."""

    def __init__(
        self, entries: Sequence[tuple[str, str]], ticked: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(entries, ticked, parent=parent)
        self.setWindowTitle(self.tr("Offers that exclude it"))
        self.search.setPlaceholderText(self.tr("Name"))
        self.search.setAccessibleName(self.tr("Search offers"))
        self.list.setAccessibleName(self.tr("Offers"))
        self.cancel.setText(self.tr("Cancel"))
        self.note.setText(self.tr("On one order only one of them counts: the one whose stage comes first."))
        self._count()

    def verb_text(self, count: int) -> str:
        """Return how many offers are taken."""
        return (
            self.tr("Take {count} {count:offer|offers}").format(count=formats.full(count)) if count else self.tr("None")
        )

    def may_take(self, count: int) -> bool:
        """None at all is an answer, too."""
        return count >= 0


class CategoryPicker(TickPicker):
    """Categories that the product reports name."""

    def __init__(
        self, entries: Sequence[tuple[str, str]], ticked: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(entries, ticked, parent=parent)
        self.setWindowTitle(self.tr("Categories"))
        self.search.setPlaceholderText(self.tr("Name"))
        self.search.setAccessibleName(self.tr("Search categories"))
        self.list.setAccessibleName(self.tr("Categories"))
        self.cancel.setText(self.tr("Cancel"))
        self.note.setText(self.tr("As the product reports tell them."))
        self._count()

    def verb_text(self, count: int) -> str:
        """Return how many categories are taken."""
        if not count:
            return self.tr("None")
        return self.tr("Take {count} {count:category|categories}").format(count=formats.full(count))

    def may_take(self, count: int) -> bool:
        """None at all is an answer, too."""
        return count >= 0


def _time(minute: int) -> QTimeEdit:
    edit = QTimeEdit(QTime(minute // 60 % 24, minute % 60))
    edit.setDisplayFormat("HH:mm")
    edit.setFixedWidth(_FIELD_PX)
    edit.setProperty("small", True)
    edit.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
    return edit

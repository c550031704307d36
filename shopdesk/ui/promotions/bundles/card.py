"""The chosen set: how it was counted, what it would bring at which price, and the offer made of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from shopdesk.app.promotions.bundles import BundleResponse, BundleRow, BundleStudy
from shopdesk.domain.promotions.bundles.value import AtDiscount
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, LinkButton, button, label, restyle, rule, scrolled
from shopdesk.ui.plain import one_line, plain_tip
from shopdesk.ui.promotions.bundles import wording
from shopdesk.ui.promotions.bundles.assumed import AssumedValues
from shopdesk.ui.promotions.bundles.columns import goods_text
from shopdesk.ui.tokens import PADDING_PX

_TITLE_SIGNS = 24
_NAME_SIGNS = 18


class BundleCard(Card):
    """``wanted(row, discount in fen)`` makes the offer, ``opened(offer id)`` shows it, ``assumed`` as typed;
    ``import_wanted``: a cost is missing.
    """

    wanted = Signal(object, int)
    opened = Signal(str)
    assumed = Signal(object, str)
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._row: BundleRow | None = None
        self._study: BundleStudy | None = None
        self.headline = label("", "title", wrap=True)
        self.counted = label("", "secondary", wrap=True)
        self.goods = _GoodsTable()
        self.advice = label("", wrap=True)
        self.mend = LinkButton()
        self.value = QWidget()
        self.price_name, self.price = label("", "secondary"), label("", "title")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._lines = [(label("", "secondary"), label("")) for _ in range(5)]
        self.assumptions = AssumedValues()
        self.make = button(primary=True)
        self._lay_out()
        self.slider.valueChanged.connect(self._show_step)
        self.make.clicked.connect(self._act)
        self.mend.clicked.connect(self.import_wanted)
        self.assumptions.edited.connect(self.assumed)
        self._write()

    def show_row(self, row: BundleRow | None, study: BundleStudy, own: BundleResponse) -> None:
        """Show a set; the discount that was chosen stays where the set stays."""
        kept = self.discount() if row is not None and self._row is not None and row.key == self._row.key else None
        self._row, self._study = row, study
        self.assumptions.show_response(own)
        self._fill(kept)

    def discount(self) -> int:
        """Return the discount that the slider stands at, fen."""
        step = self._step()
        return 0 if step is None else step.discount

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill(self.discount())
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout(self.value)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.price_name, 0, 0)
        grid.addWidget(self.price, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.slider, 1, 0, 1, 2)
        for place, (name, figure) in enumerate(self._lines):
            figure.setWordWrap(True)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(name, place + 2, 0)
            grid.addWidget(figure, place + 2, 1)
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(PADDING_PX, 12, PADDING_PX, 8)
        column.setSpacing(8)
        self.first_rule, self.second_rule = rule(), rule()
        for widget in (
            self.headline,
            self.counted,
            self.goods,
            self.first_rule,
            self.advice,
            self.mend,
            self.value,
            self.second_rule,
            self.assumptions,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.addWidget(scrolled(inner, spacing=0), 1)
        foot = QWidget()
        foot_column = QVBoxLayout(foot)
        foot_column.setContentsMargins(PADDING_PX, 4, PADDING_PX, PADDING_PX)
        foot_column.addWidget(self.make)
        self.body.addWidget(foot)
        self.make.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _fill(self, kept: int | None) -> None:
        row, study = self._row, self._study
        if row is None or study is None:
            self.set_title(self.tr("Set"), "")
            return
        self.set_title(one_line(goods_text(row, study.prefix), most=_TITLE_SIGNS), "")
        self.title_label.setToolTip(plain_tip(goods_text(row)))
        self.headline.setText(wording.headline(row))
        self.counted.setText(wording.counted_text(row, study))
        self.goods.show_row(row, study.prefix)
        self.advice.setText(wording.advice(row))
        curve = row.value.curve if row.value is not None else ()
        self.mend.setVisible(row.is_proven and not curve)
        self.value.setVisible(bool(curve))
        self.second_rule.setVisible(bool(curve))
        self.assumptions.setVisible(bool(curve))
        if curve and row.value is not None and row.value.advised is not None:
            wished = row.value.advised.discount if kept is None else kept
            places = [abs(step.discount - wished) for step in curve]
            blocker = QSignalBlocker(self.slider)
            self.slider.setRange(0, len(curve) - 1)
            self.slider.setValue(places.index(min(places)))
            del blocker
        self._show_step()
        self._write_button()

    def _step(self) -> AtDiscount | None:
        value = self._row.value if self._row is not None else None
        if value is None or not value.curve:
            return None
        return value.curve[min(self.slider.value(), len(value.curve) - 1)]

    def _show_step(self) -> None:
        row, step = self._row, self._step()
        if row is None or step is None or row.value is None:
            return
        price = row.sum_of_parts - step.discount
        self.price.setText(formats.money_fen(price))
        self.price.setToolTip(
            self.tr("{sum} apart, {discount} off").format(
                sum=formats.money_fen(row.sum_of_parts), discount=formats.money_fen(step.discount)
            )
        )
        texts = wording.step_texts(row, step)
        for (_name, figure), text in zip(self._lines, texts, strict=True):
            figure.setText(text)
        self.slider.setAccessibleDescription(f"{self.price.text()} · {texts[2]}")

    def _act(self) -> None:
        row = self._row
        if row is None:
            return
        if row.offer_id:
            self.opened.emit(row.offer_id)
        else:
            self.wanted.emit(row, self.discount())

    def _write_button(self) -> None:
        row = self._row
        made = row is not None and bool(row.offer_id)
        is_proven = row is not None and row.is_proven
        self.make.setText(
            self.tr("Open the set") if made else self.tr("Make it a set") if is_proven else self.tr("Make a set anyway")
        )
        if self.make.property("primary") != is_proven:
            self.make.setProperty("primary", is_proven)
            restyle(self.make)
        self.make.setToolTip(
            self.tr("Show the offer that was made of it")
            if made
            else self.tr("Makes a draft of a set at this price and opens it in Design; can be undone")
        )
        self.make.setEnabled(row is not None)

    def _write(self) -> None:
        self.price_name.setText(self.tr("Price of the set"))
        self.slider.setAccessibleName(self.tr("Discount of the set"))
        words = (
            (self.tr("Discount"), self.tr("Yuan off the sum of the parts")),
            (self.tr("Beats none"), self.tr("Chance that the set brings more at this discount than without one")),
            (self.tr("Yuan a month"), self.tr("Contribution beside not offering the set: model, 80 % interval")),
            (self.tr("More sets a month"), self.tr("Orders that take the whole set in addition")),
            (self.tr("Given away"), self.tr("Discount a month to orders that take the whole set today anyway, yuan")),
        )
        for (name, figure), (text, tip) in zip(self._lines, words, strict=True):
            name.setText(text)
            name.setToolTip(tip)
            figure.setToolTip(tip)
        self.mend.setText(self.tr("Import the cost list…"))
        self._write_button()


class _GoodsTable(QWidget):
    """Price, cost and orders of each article of the set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[QLabel] = []

    def show_row(self, row: BundleRow, prefix: str) -> None:
        """Replace what is shown."""
        for old in self._labels:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._labels = []
        heads = (self.tr("Article"), self.tr("Price"), self.tr("Cost"), self.tr("Orders"))
        self._add_line(0, heads, "caption")
        for place, title in enumerate(row.titles):
            price, cost = row.facts.prices[place], row.facts.costs[place]
            texts = (
                one_line(title.removeprefix(prefix) or title, most=_NAME_SIGNS),
                formats.money_fen(price),
                formats.money_fen(cost) if cost is not None else self.tr("unknown"),
                formats.full(row.sold[place]),
            )
            self._add_line(place + 1, texts, "", tip=f"{title}\n{row.skus[place]}")

    def _add_line(self, line: int, texts: tuple[str, ...], role: str, *, tip: str = "") -> None:
        for column, text in enumerate(texts):
            cell = label(text, role)
            cell.setToolTip(tip if column == 0 else "")
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(cell, line, column, side)
            self._labels.append(cell)

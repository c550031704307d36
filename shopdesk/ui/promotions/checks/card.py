"""One article at its lowest: the figures, the offers and the cart that do it, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.app.promotions.checks import FAR_DAYS, NEAR_DAYS, CheckStudy, PriceRow
from shopdesk.domain.promotions.checks.record import FILLER, CartPart, Reached
from shopdesk.domain.promotions.result import PricedCart
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, LinkButton, button, label, rule, scrolled
from shopdesk.ui.plain import one_line, plain_tip
from shopdesk.ui.promotions import trace_words
from shopdesk.ui.promotions.checks import wording
from shopdesk.ui.tokens import PADDING_PX

_TITLE_SIGNS = 22
_NAME_SIGNS = 18


class CheckCard(Card):
    """``tried(parts)`` wants the cart in the test cart; the trace is of the cart with goods of the shop.

    ``floor_wanted`` asks for the lowest price of the article by its code.
    """

    tried = Signal(object)
    floor_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._row: PriceRow | None = None
        self._study: CheckStudy | None = None
        self._priced: PricedCart | None = None
        self.headline = label("", "title", wrap=True)
        self.figures = _Figures()
        self.floor = LinkButton()
        self.how = label("", wrap=True)
        self.real = label("", "secondary", wrap=True)
        self.trace = label("", "secondary", wrap=True)
        self.action = button(primary=True)
        self._lay_out()
        self.action.clicked.connect(self._act)
        self.floor.clicked.connect(self._ask_floor)
        self._fill()

    def show_row(self, row: PriceRow | None, study: CheckStudy, priced: PricedCart | None) -> None:
        """Show an article; ``priced`` is the cart of goods of the shop in which it comes lowest."""
        self._row, self._study, self._priced = row, study, priced
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(PADDING_PX, 12, PADDING_PX, 8)
        column.setSpacing(8)
        column.addWidget(self.headline)
        column.addWidget(self.figures)
        column.addWidget(self.floor, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (rule(), self.how, self.real, self.trace):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.addWidget(scrolled(inner, spacing=0), 1)
        foot = QWidget()
        foot_column = QVBoxLayout(foot)
        foot_column.setContentsMargins(PADDING_PX, 4, PADDING_PX, PADDING_PX)
        self.action.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        foot_column.addWidget(self.action)
        self.body.addWidget(foot)

    def _fill(self) -> None:
        self.action.setText(self.tr("Open in the test cart"))
        self.action.setToolTip(self.tr("Puts the goods of the shop that come lowest into the test cart of Design"))
        self.floor.setText(self.tr("Set its lowest price…"))
        row, study = self._row, self._study
        self.floor.setVisible(row is not None)
        self.action.setEnabled(row is not None)
        if row is None or study is None:
            self.set_title(self.tr("Lowest price"), "")
            return
        self.set_title(one_line(row.title, most=_TITLE_SIGNS), "")
        self.title_label.setToolTip(plain_tip(f"{row.title}\n{row.sku}"))
        self.headline.setText(self._headline(row))
        self.figures.show_lines(self._lines(row))
        self.how.setText(wording.row_text(row, study.designs, study.titles))
        self.real.setText(self._real_text(row, study))
        self.trace.setText(self._trace_text(study))

    def _headline(self, row: PriceRow) -> str:
        if row.breaks_floor:
            return self.tr("The shop can get {income}: {gap} below the floor").format(
                income=formats.money_fen(row.income), gap=formats.money_fen(-(row.gap or 0))
            )
        past = row.far if row.breaks_far else row.near
        return self.tr("A customer can pay {price}: {gap} below the lowest of {days} days").format(
            price=formats.money_fen(row.price),
            gap=formats.money_fen((past.price if past is not None else row.price) - row.price),
            days=FAR_DAYS if row.breaks_far else NEAR_DAYS,
        )

    def _lines(self, row: PriceRow) -> list[tuple[str, str]]:
        def past(found: object, price: int | None, day: str) -> str:
            return formats.UNKNOWN if found is None else f"{formats.money_fen(price or 0)} · {day}"

        near, far = row.near, row.far
        return [
            (self.tr("Price before offers"), formats.money_fen(row.listed)),
            (self.tr("Lowest a customer pays"), formats.money_fen(row.price)),
            (self.tr("Lowest the shop gets"), formats.money_fen(row.income)),
            (
                self.tr("Floor"),
                self.tr("not known") if row.floor is None else formats.money_fen(row.floor),
            ),
            (
                self.tr("Lowest paid, {days} days").format(days=NEAR_DAYS),
                past(near, near.price if near else None, formats.day(near.day) if near else ""),
            ),
            (
                self.tr("Lowest paid, {days} days").format(days=FAR_DAYS),
                past(far, far.price if far else None, formats.day(far.day) if far else ""),
            ),
        ]

    def _real_text(self, row: PriceRow, study: CheckStudy) -> str:
        """Return how low goods of the shop bring it, where the worst case needs exact amounts."""
        real = row.lowest.real
        worst = row.thinnest.income if row.breaks_floor else row.lowest.price
        if not worst.has_filler:
            return self.tr("This cart holds goods of the shop only.")
        return self.tr("That is the worst case. With goods of the shop: {price} ({cart}).").format(
            price=formats.money_fen(real.price), cart=wording.cart_text(real, study.titles)
        )

    def _trace_text(self, study: CheckStudy) -> str:
        if self._priced is None:
            return ""
        steps = [trace_words.step_text(step, study.designs) for step in self._priced.steps if step.is_applied]
        return "\n".join(steps)

    def _act(self) -> None:
        if self._row is not None:
            self.tried.emit(real_parts(self._row.lowest.real))

    def _ask_floor(self) -> None:
        if self._row is not None:
            self.floor_wanted.emit(self._row.sku)


def real_parts(reached: Reached) -> tuple[CartPart, ...]:
    """Return the goods of a cart, each article once."""
    counts: dict[str, CartPart] = {}
    for part in reached.parts:
        if part.sku == FILLER:
            continue
        known = counts.get(part.sku)
        counts[part.sku] = part if known is None else CartPart(part.sku, known.quantity + part.quantity, part.price)
    return tuple(counts.values())


class _Figures(QWidget):
    """Names at the left, figures at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show pairs of a name and a figure."""
        while len(self._labels) < len(lines):
            pair = (label("", "secondary"), label(""))
            place = len(self._labels)
            self._grid.addWidget(pair[0], place, 0)
            self._grid.addWidget(pair[1], place, 1, Qt.AlignmentFlag.AlignRight)
            self._labels.append(pair)
        for (name, figure), (text, value) in zip(self._labels, lines, strict=True):
            name.setText(text)
            figure.setText(value)

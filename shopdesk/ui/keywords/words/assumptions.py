"""What the advice assumes, in a dialog: elasticities, margin and what quadrants convert, shipped or the shop's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QPushButton, QWidget

from shopdesk.app.keywords.assumptions import ShopAssumptions, assume, assumptions, shop_assumptions
from shopdesk.domain.keywords.advice import SHIPPED
from shopdesk.domain.keywords.library import Study
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell

_STEP: Final = 0.1
_NO_MARGIN: Final = 0.0
_SPEND, _SD, _CPC, _MARGIN = (1.0, 4.0), (0.1, 2.0), (0.0, 0.95), (_NO_MARGIN, 95.0)
_TIMES: Final = (0.1, 9.9)
"""Least and most of each field; the margin in percent, where nothing means that of orders and costs."""


class AssumptionsDialog(DialogShell):
    """Edits a copy; ``row()`` gives it back, with None where the shipped value stands."""

    def __init__(self, own: ShopAssumptions, *, known: Study | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = assumptions(own)
        self.setWindowTitle(self.tr("What the advice assumes"))
        self.setMinimumWidth(480)
        intro = self.tr("No report tells these; please check them. Raise a few bids by 10 % for a week and compare.")
        self.column.addWidget(label(intro, "secondary", wrap=True))
        self.spend, self.spend_sd = _field(now.spend, _SPEND), _field(now.spend_sd, _SD)
        self.cpc = _field(now.cpc, _CPC, decimals=2)
        self.margin = _field(100 * (own.margin or _NO_MARGIN), _MARGIN)
        self.margin.setSingleStep(1.0)
        self.margin.setSuffix(" %")
        self.margin.setSpecialValueText(self.tr("from orders and costs"))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("1 % more bid means so many % more spend"), self.spend)
        form.addRow(self.tr("… give or take"), self.spend_sd)
        form.addRow(self.tr("1 % more bid makes a click so many % dearer"), self.cpc)
        form.addRow(self.tr("Margin after goods and refunds"), self.margin)
        self.column.addLayout(form)
        self.usual = {
            "brand": _field(now.brand, _TIMES),
            "competitor": _field(now.competitor, _TIMES),
            "long_tail": _field(now.long_tail, _TIMES),
        }
        for field, text in zip(
            self.usual.values(),
            (
                self.tr("Brand words convert, times category words"),
                self.tr("… competitor words"),
                self.tr("… long-tail words"),
            ),
            strict=True,
        ):
            form.addRow(text, field)
        for text in (self._shipped_text(), self._usual_text(), self._margin_text(known)):
            self.column.addWidget(label(text, "caption", wrap=True))
        buttons, self.store = self.add_answers(self.tr("Store"), self.tr("Cancel"))
        self.reset = button(self.tr("As shipped"))
        buttons.addButton(self.reset, buttons.ButtonRole.ResetRole)
        self.reset.clicked.connect(self._reset)
        buttons.accepted.connect(self.accept)

    def row(self) -> ShopAssumptions:
        """Return what is set; what equals the shipped value isn't the shop's own."""
        margin = round(self.margin.value(), 1)
        return ShopAssumptions(
            spend=_own(self.spend, SHIPPED.spend),
            spend_sd=_own(self.spend_sd, SHIPPED.spend_sd),
            cpc=_own(self.cpc, SHIPPED.cpc),
            margin=margin / 100 if margin > _NO_MARGIN else None,
            brand=_own(self.usual["brand"], SHIPPED.brand),
            competitor=_own(self.usual["competitor"], SHIPPED.competitor),
            long_tail=_own(self.usual["long_tail"], SHIPPED.long_tail),
        )

    def _shipped_text(self) -> str:
        return self.tr("Shipped: {spend} ± {sd} and {cpc}.").format(
            spend=f"{SHIPPED.spend:.1f}", sd=f"{SHIPPED.spend_sd:.1f}", cpc=f"{SHIPPED.cpc:.2f}"
        )

    def _usual_text(self) -> str:
        return self.tr(
            "How words of a quadrant usually convert is where values start from; your own orders overrule it. "
            "Shipped: {brand}, {competitor} and {long_tail}."
        ).format(
            brand=f"{SHIPPED.brand:.1f}", competitor=f"{SHIPPED.competitor:.1f}", long_tail=f"{SHIPPED.long_tail:.1f}"
        )

    def _margin_text(self, known: Study | None) -> str:
        margin = known.margin if known is not None else None
        if margin is None:
            return self.tr("Orders and costs tell no margin yet: import orders and a cost list, or set it here.")
        return self.tr("Orders and costs say {margin} (costs known for {covered} of sales).").format(
            margin=formats.percent(margin.share, decimals=1), covered=formats.percent(margin.covered, decimals=0)
        )

    def _reset(self) -> None:
        for field, value in ((self.spend, SHIPPED.spend), (self.spend_sd, SHIPPED.spend_sd)):
            field.setValue(value)
        self.cpc.setValue(SHIPPED.cpc)
        self.margin.setValue(_NO_MARGIN)
        for name, usual in self.usual.items():
            usual.setValue(getattr(SHIPPED, name))


class AssumptionsButton(QPushButton):
    """Opens the dialog; what is stored there is one step that can be undone. ``study`` gives the figures of now."""

    def __init__(self, context: UiContext, study: Callable[[], Study | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("small", True)
        self._context = context
        self._study = study
        self.clicked.connect(self.open)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def open(self) -> None:
        """Ask, and store what was answered."""
        workspace = self._context.workspace
        if workspace is None:
            return
        dialog = AssumptionsDialog(shop_assumptions(workspace), known=self._study(), parent=self.window())
        dialog.accepted.connect(lambda: self.store(dialog.row()))
        dialog.exec()

    def store(self, row: ShopAssumptions) -> None:
        """Keep what the shop assumes, as one step."""
        workspace = self._context.workspace
        if workspace is not None and row != shop_assumptions(workspace):
            self._context.push(assume(row), self.tr("Change what the advice assumes"))

    def _write(self) -> None:
        self.setText(self.tr("Assumptions…"))
        self.setToolTip(
            self.tr("How spend follows the bid, the margin, what quadrants convert: what the advice takes for granted")
        )


def _field(value: float, limits: tuple[float, float], *, decimals: int = 1) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(*limits)
    field.setDecimals(decimals)
    field.setSingleStep(_STEP)
    field.setValue(value)
    return field


def _own(field: QDoubleSpinBox, shipped: float) -> float | None:
    value = round(field.value(), field.decimals())
    return None if value == shipped else value

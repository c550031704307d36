"""The lowest prices of the shop: one rule for all articles, and own prices for single ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.domain.promotions.floors import FloorKind, FloorRule, unit_floors
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, label
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridPanel, Kind
from shopdesk.ui.promotions.stacking.fields import RuleChoice

_TENTHS: Final = 10
_MOST_PERCENT: Final = 99.0
_FIRST_MARGIN: Final = 100  # tenths of a percent, where a rule of margin begins
_RULE_PX: Final = 220


class FloorPanel(QWidget):
    """Edits copies of rule and own prices; ``import_wanted`` asks for a cost list."""

    import_wanted = Signal()

    def __init__(self, goods: Sequence[Goods], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goods = tuple(sorted(goods, key=lambda one: one.unit_cost is not None))
        self.rule = FloorRule()
        self.own: dict[str, int] = {}
        self.name = label()
        self.kind = RuleChoice(width=_RULE_PX)
        self.margin = QDoubleSpinBox()
        self.margin.setProperty("small", True)
        self.margin.setRange(0, _MOST_PERCENT)
        self.margin.setDecimals(1)
        self.margin.setSuffix(" %")
        self.margin.setFixedWidth(84)
        self.margin.setKeyboardTracking(False)
        self.text = label("", "caption", wrap=True)
        self.missing = label("", "warn", wrap=True)
        self.mend = LinkButton()
        self.grid = GridPanel(self._columns(), title=lambda: self.tr("Lowest prices by article · yuan"), small=True)
        self._lay_out()
        self.kind.activated.connect(lambda _at: self._rule_chosen())
        self.margin.valueChanged.connect(lambda _value: self._rule_chosen())
        self.grid.edited.connect(self._edited)
        self.mend.clicked.connect(self.import_wanted)
        self._write()

    def show_floors(self, rule: FloorRule, own: Mapping[str, int]) -> None:
        """Show rule and own prices (fen by article)."""
        self.rule, self.own = rule, dict(own)
        self.kind.set_key(rule.kind.value)
        with QSignalBlocker(self.margin):
            self.margin.setValue(rule.margin / _TENTHS)
        self._fill()

    def reveal(self, article: str) -> None:
        """Bring the own price of an article into view, ready to be typed."""
        if self.grid.view.reveal(article, "own"):
            self.grid.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.name, self.kind, self.margin):
            row.addWidget(widget)
        row.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.missing, 1)
        told.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.text)
        column.addLayout(told)
        column.addWidget(self.grid, 1)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="title", title=lambda: self.tr("Article"), width=280, grow=1, emphasis=True),
            Column(name="sku", title=lambda: self.tr("Code"), width=140),
            Column(name="price", title=lambda: self.tr("Price"), kind=Kind.MONEY_FEN, width=92, additive=False),
            Column(name="cost", title=lambda: self.tr("Cost"), kind=Kind.MONEY_FEN, width=92, additive=False),
            Column(name="ruled", title=lambda: self.tr("By the rule"), kind=Kind.MONEY_FEN, width=104, additive=False),
            Column(
                name="own",
                title=lambda: self.tr("Own price"),
                kind=Kind.MONEY_FEN,
                width=104,
                additive=False,
                editable=True,
                minimum=0,
                help=lambda: self.tr("Stands in place of the rule; empty takes it back"),
            ),
            Column(name="floor", title=lambda: self.tr("Holds"), kind=Kind.MONEY_FEN, width=104, additive=False),
        )

    def _fill(self) -> None:
        costs = {one.sku: one.unit_cost for one in self._goods}
        ruled = unit_floors(costs, self.rule, {})
        skus = [one.sku for one in self._goods]
        known = set(skus)
        others = [sku for sku in self.own if sku not in known]
        self.grid.set_frame(
            GridFrame(
                {
                    "title": [*(one.title for one in self._goods), *others],
                    "sku": [*skus, *others],
                    "price": [*(one.list_price for one in self._goods), *(None for _ in others)],
                    "cost": [*costs.values(), *(None for _ in others)],
                    "ruled": [ruled.get(sku) for sku in (*skus, *others)],
                    "own": [self.own.get(sku) for sku in (*skus, *others)],
                    "floor": [self.own.get(sku, ruled.get(sku)) for sku in (*skus, *others)],
                },
                keys=[*skus, *others],
            )
        )
        self._tell()

    def _tell(self) -> None:
        self.margin.setVisible(self.rule.kind is FloorKind.MARGIN)
        missing = sum(one.unit_cost is None and one.sku not in self.own for one in self._goods)
        needed = self.rule.kind is not FloorKind.NONE and missing > 0
        self.missing.setVisible(needed or not self._goods)
        self.mend.setVisible(needed or not self._goods)
        if not self._goods:
            self.missing.setText(self.tr("No articles are known yet: import a cost list or order lines."))
        else:
            self.missing.setText(
                self.tr(
                    "{missing} of {count} articles have no cost, so the rule gives them no lowest price: import a cost "
                    "list, or write their own price below."
                ).format(missing=formats.full(missing), count=formats.full(len(self._goods)))
            )

    def _rule_chosen(self) -> None:
        kind = FloorKind(self.kind.key())
        margin = round(self.margin.value() * _TENTHS) if kind is FloorKind.MARGIN else 0
        if kind is FloorKind.MARGIN and self.rule.kind is not FloorKind.MARGIN and not margin:
            margin = _FIRST_MARGIN
        self.show_floors(FloorRule(kind, margin), self.own)

    def _edited(self, batch: EditBatch) -> None:
        for cell in batch:
            if cell.new is None:
                self.own.pop(str(cell.key), None)
            else:
                self.own[str(cell.key)] = int(cell.new)
        self._fill()

    def _write(self) -> None:
        self.name.setText(self.tr("No article is sold below"))
        self.kind.setAccessibleName(self.tr("Rule of the lowest prices"))
        self.margin.setAccessibleName(self.tr("Least margin of the price"))
        self.kind.set_items(
            [
                (FloorKind.NONE.value, self.tr("no limit")),
                (FloorKind.COST.value, self.tr("its cost")),
                (FloorKind.MARGIN.value, self.tr("its cost and a margin of")),
            ]
        )
        self.text.setText(
            self.tr(
                "Discounts stop there: the rest goes to other lines of the order, and what couldn't be given is told. "
                "The margin is a share of the price."
            )
        )
        self.mend.setText(self.tr("Import a cost list…"))

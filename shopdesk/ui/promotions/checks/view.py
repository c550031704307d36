"""检查: articles that come too low, offers that clash, and at the right the chosen article with its cart."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.promotions.checks import READ, CheckQuestion, CheckStudy, PriceRow
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import GENERAL, STACKINGS, platform_of, shop_stacking, stacking_of
from shopdesk.app.promotions.standpoint import next_day
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.checks.conflicts import MOST_FINDINGS
from shopdesk.domain.promotions.checks.finding import Finding, Severity
from shopdesk.domain.promotions.checks.record import CartPart
from shopdesk.domain.promotions.design import OfferDesign, Status
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import PricedCart
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, EmptyState, LinkButton, MessageBar, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.entry_list import Entry, EntryChip, EntryList
from shopdesk.ui.grid import GridPanel, SettingsLayout
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.check_desk import check_desk
from shopdesk.ui.promotions.checks import wording
from shopdesk.ui.promotions.checks.card import CheckCard, real_parts
from shopdesk.ui.promotions.checks.columns import CheckColumns, frame_of
from shopdesk.ui.promotions.figures import CartItem, CartOrder
from shopdesk.ui.promotions.view import OffersView
from shopdesk.ui.tokens import GUTTER_PX

_CARD_PX: Final = 340
_MOST_CHOICE_PX: Final = 320
_HEAD_PX: Final = 44
_ENTRY_PX: Final = 44
_MOST_ENTRIES: Final = 4  # more of them scroll
_TONES: Final = {Severity.SERIOUS: "warn", Severity.WARNING: "info", Severity.NOTE: ""}


class View(OffersView):
    """The desk tries all carts where orders, offers, floors or rules changed."""

    uses = frozenset({*READ, STACKINGS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._study: CheckStudy | None = None
        self._rows: dict[str, PriceRow] = {}
        self._findings: dict[str, Finding] = {}
        self._key, self._candidate = "", ""
        self._desk = check_desk(context)
        self._asked: CheckQuestion | None = None
        self._columns = CheckColumns()
        self.choice_label = label("", "caption")
        self.choice = QComboBox()
        self.choice.setMaximumWidth(_MOST_CHOICE_PX)
        self.export = button(small=True)
        self.bar = MessageBar()
        self.warning = label("", "warn", wrap=True)
        self.mend, self.floors = LinkButton(), LinkButton()
        self.prices = GridPanel(
            self._columns.columns(),
            title=self._title,
            store=SettingsLayout(context.settings, "checks"),
            read_only=True,
        )
        self.none = EmptyState(icon="promotions")
        self.conflicts_card = Card("…", padding=0)
        self.conflicts = EntryList()
        self.no_conflicts = label("", "secondary", wrap=True)
        self.card = CheckCard()
        self.card.setFixedWidth(_CARD_PX)
        self.basis = label("", "caption", wrap=True)
        self._saver = SheetSaver(context, self.bar, self)
        self._lay_out()
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Try anew in a job where anything that the check rests on changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        designs = self._designs()
        if self._candidate not in designs:
            self._candidate = ""
        self._fill_choice()
        self._asked = self._desk.question(
            tuple(designs.values()), shop_stacking(workspace), today=self._today(), candidate=self._candidate
        )
        if self._asked is not None:
            self._desk.ask(self._asked)

    def show_target(self, target: object) -> None:
        """Check with a candidate by its id, "" with none, or choose an article."""
        if isinstance(target, str) and target in self._rows:
            self._key = target
            self._reveal()
        elif isinstance(target, str) and (not target or target in self._designs()):
            self._choose_candidate(target)

    def find_target(self) -> GridPanel:
        """Return the grid that Ctrl+F searches."""
        return self.prices

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill_choice()
            if self._study is not None:
                self._take(self._study)
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.choice_label)
        head.addWidget(self.choice)
        head.addWidget(self.warning, 1)
        head.addWidget(self.mend)
        head.addWidget(self.floors)
        head.addWidget(self.export)
        column.addLayout(head)
        column.addWidget(self.bar)
        self.bar.hide()
        row = QHBoxLayout()
        row.setSpacing(GUTTER_PX)
        left = QVBoxLayout()
        left.setSpacing(GUTTER_PX)
        top = QWidget()
        self._pages = QStackedLayout(top)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(QWidget())  # nothing is known yet
        self._pages.addWidget(self.none)
        self._pages.addWidget(self.prices)
        left.addWidget(top, 1)
        self.no_conflicts.setContentsMargins(12, 8, 12, 8)
        self.conflicts_card.body.addWidget(self.no_conflicts)
        self.conflicts_card.body.addWidget(self.conflicts, 1)
        left.addWidget(self.conflicts_card)
        row.addLayout(left, 1)
        row.addWidget(self.card)
        column.addLayout(row, 1)
        column.addWidget(self.basis)

    def _connect(self) -> None:
        self.choice.activated.connect(lambda: self._choose_candidate(str(self.choice.currentData() or "")))
        self._desk.ready.connect(self._answered)
        self.prices.row_changed.connect(self._choose)
        self.prices.stats_changed.connect(self.context.selection_stats)
        self.prices.export_asked.connect(self.save)
        self.export.clicked.connect(self.save)
        self.mend.clicked.connect(self.context.import_requested)
        self.floors.clicked.connect(self._set_floors)
        self.card.floor_wanted.connect(self._set_floors)
        self.none.triggered.connect(self.context.import_requested)
        self.conflicts.chosen.connect(self._open_finding)
        self.card.tried.connect(self._try_cart)

    def _write(self) -> None:
        self.choice_label.setText(self.tr("Checked"))
        self.choice.setAccessibleName(self.tr("Offers that are checked"))
        self.export.setText(self.tr("Export…"))
        self.floors.setText(self.tr("Set the lowest price…"))
        self.floors.setToolTip(self.tr("One rule for all articles, and own prices for single ones"))
        self.conflicts.setAccessibleName(self.tr("Offers that clash"))
        study = self._study
        if study is None:
            self.conflicts_card.set_title(self.tr("Clashes"), "")
            return
        self.warning.setText(" ".join(filter(None, (wording.reach_text(study), wording.floor_text(study)))))
        self.mend.setText(self.tr("Import the cost list…"))
        self.mend.setVisible(study.has_rule and study.without_floor > 0)
        self.floors.setVisible(bool(study.articles))
        self.none.set_texts(wording.none_text(study), "" if study.articles else self.tr("Import files…"))
        self.basis.setText(wording.basis_text(study))
        self.no_conflicts.setText(
            self.tr("No clashes: {offers} {offers:offer|offers} looked at.").format(
                offers=formats.full(len(study.designs))
            )
        )

    def _title(self) -> str:
        study = self._study
        if study is None:
            return self.tr("Prices that come too low")
        return self.tr("Prices that come too low · {floor} below floor, {past} below past payments").format(
            floor=formats.full(study.below_floor), past=formats.full(study.below_past)
        )

    # --- data

    def _designs(self) -> dict[str, OfferDesign]:
        workspace = self.context.workspace
        return {} if workspace is None else {offer.offer_id: offer for offer in workspace.rows(OFFERS).values()}

    def _today(self) -> date:
        return next_day(self.context.today(), self.context.last_day)

    def _fill_choice(self) -> None:
        blocker = QSignalBlocker(self.choice)
        self.choice.clear()
        self.choice.addItem(self.tr("Offers in use"), "")
        for key, design in self._designs().items():
            if design.status is not Status.ACTIVE:
                self.choice.addItem(self.tr("In use + {name}").format(name=words.short_name(design.name)), key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(self._candidate)))
        del blocker

    def _choose_candidate(self, offer_id: str) -> None:
        designs = self._designs()
        wanted = offer_id if offer_id in designs and designs[offer_id].status is not Status.ACTIVE else ""
        if wanted != self._candidate:
            self._candidate = wanted
            self.refresh()

    def _answered(self, question: CheckQuestion, study: CheckStudy) -> None:
        if question == self._asked and study is not self._study:
            self._take(study)

    def _take(self, study: CheckStudy) -> None:
        self._study = study
        self._rows = {row.sku: row for row in study.rows}
        self._write()
        self._pages.setCurrentIndex(2 if study.rows else 1)
        self.prices.set_frame(frame_of(study.rows, study.designs, study.titles))
        self.prices.retitle()
        self._show_findings(study)
        self.card.setVisible(bool(study.rows))
        self._reveal()

    def _show_findings(self, study: CheckStudy) -> None:
        self._findings = {str(place): finding for place, finding in enumerate(study.findings)}
        entries = [
            Entry(
                key,
                (
                    wording.finding_title(finding, study.designs),
                    wording.finding_text(finding, study.designs),
                ),
                EntryChip(wording.severity_name(finding.severity), _TONES[finding.severity]),
                tip="\n".join(
                    filter(
                        None,
                        (
                            wording.finding_title(finding, study.designs),
                            wording.finding_text(finding, study.designs),
                            wording.finding_days(finding),
                            self.tr("Click: open the offer in Design"),
                        ),
                    )
                ),
            )
            for key, finding in self._findings.items()
        ]
        self.conflicts.set_entries(entries, current="")
        self.conflicts.setVisible(bool(entries))
        self.no_conflicts.setVisible(not entries)
        more = "+" if len(entries) >= MOST_FINDINGS else ""  # of very many only the worst are kept
        self.conflicts_card.set_title(self.tr("Clashes"), formats.full(len(entries)) + more)
        self.conflicts_card.setFixedHeight(_HEAD_PX + _ENTRY_PX * min(max(len(entries), 1), _MOST_ENTRIES))

    def _reveal(self) -> None:
        model = self.prices.model
        if self._key not in self._rows:
            self._key = str(model.key(0)) if model.rowCount() else ""
        elif model.row_of_key(self._key) is None:
            model.clear_filters()
        if self._key:
            self.prices.view.reveal(self._key, "title")
        self._choose(self._key)

    def _choose(self, key: Hashable) -> None:
        study = self._study
        if not isinstance(key, str) or key not in self._rows or study is None:
            return
        self._key = key
        row = self._rows[key]
        self.card.show_row(row, study, self._price(row, study.designs))

    def _price(self, row: PriceRow, designs: Mapping[str, OfferDesign]) -> PricedCart | None:
        """Price the cart of goods of the shop step by step, on the first day of its stretch."""
        workspace = self.context.workspace
        rules = stacking_of(GENERAL) if workspace is None else shop_stacking(workspace)
        parts = real_parts(row.lowest.real)
        cart = Cart(tuple(CartLine(part.sku, part.sku, part.price, part.quantity) for part in reversed(parts)))
        offers = to_offers(designs.values(), rules, skus={part.sku for part in parts})
        wanted = [replace(one, buyers=BuyerKind.ANY) for one in offers if one.offer_id in row.lowest.real.offers]
        day = row.lowest.stretch.first_day
        priced = price_cart(cart, wanted, rules.policy(), day=day)
        return priced if priced.steps else None

    # --- doing

    def _open_finding(self, key: str) -> None:
        finding = self._findings.get(key)
        if finding is not None:
            self.wanted.emit("design", finding.offer_id)

    def _try_cart(self, parts: tuple[CartPart, ...]) -> None:
        titles = self._study.titles if self._study is not None else {}
        items = tuple(CartItem(part.sku, titles.get(part.sku, part.sku), part.price, part.quantity) for part in parts)
        row = self._rows.get(self._key)
        if row is None:
            return
        buyers = self._buyers(row)
        self.wanted.emit("design", CartOrder(items, 0, self._candidate, row.lowest.stretch.first_day, buyers))

    def _buyers(self, row: PriceRow) -> BuyerKind:
        """Return whom all offers of a cart are for."""
        designs = self._study.designs if self._study is not None else {}
        kinds = {designs[one].buyers for one in row.lowest.real.offers if one in designs}
        order = (BuyerKind.NEW, BuyerKind.RISING, BuyerKind.RETURNING)
        return next((kind for kind in order if kind in kinds), BuyerKind.ANY)

    def _set_floors(self, article: object = "") -> None:
        """Let the lowest prices be set right here; ``article`` is the code of the one that is meant."""
        from shopdesk.ui.promotions.stacking.dialog import FLOORS, edit_rules

        workspace = self.context.workspace
        if workspace is not None and self._study is not None:
            meant = article if isinstance(article, str) else ""
            edit_rules(
                self.context, platform_of(workspace), self._study.goods, self.window(), part=FLOORS, article=meant
            )

    def save(self) -> None:
        """Write the prices as shown and the clashes to .xlsx."""
        study = self._study
        if study is None:
            return
        clashes = tuple(
            f"{wording.finding_title(one, study.designs)}: {wording.finding_text(one, study.designs)}"
            for one in study.findings
        )
        notes = (*filter(None, (self.basis.text(), self.warning.text())), *clashes)
        self._saver.save(self.tr("Price check"), [sheet_of(self.prices.view, name=self.tr("Price check"), notes=notes)])

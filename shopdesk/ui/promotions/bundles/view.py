"""搭配: goods bought together at the left, the chosen set with its price and worth at the right."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.promotions.bundles import (
    BUNDLE_RESPONSE,
    BundleQuestion,
    BundleResponse,
    BundleRow,
    BundleStudy,
    assume_response,
    bundle_design,
    response_of,
    study_bundles,
    with_offers,
    with_response,
)
from shopdesk.app.promotions.documents import OFFERS, put_offer
from shopdesk.app.promotions.standpoint import next_day
from shopdesk.domain.promotions.design import OfferDesign, OfferKind, Status
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState, MessageBar, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import GridPanel, SettingsLayout
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.plain import one_line
from shopdesk.ui.promotions.bundles import wording
from shopdesk.ui.promotions.bundles.card import BundleCard
from shopdesk.ui.promotions.bundles.columns import BundleColumns, frame_of
from shopdesk.ui.promotions.view import OffersView
from shopdesk.ui.tokens import GUTTER_PX

FACTS: Final = ("orders", "order_lines", "costs", "refunds")
_CARD_PX: Final = 340
_NAME_SIGNS: Final = 10


class View(OffersView):
    """Sets are counted in a job where orders, period or sets on sale change; drafts and assumptions only redraw."""

    uses = frozenset({*FACTS, OFFERS.name, BUNDLE_RESPONSE.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._study: BundleStudy | None = None
        self._rows: dict[str, BundleRow] = {}
        self._key = ""
        self._job = LatestJob(context.jobs, self)
        self._columns = BundleColumns()
        self.sets = GridPanel(
            self._columns.columns(),
            title=self._title,
            store=SettingsLayout(context.settings, "bundles"),
            read_only=True,
        )
        self.card = BundleCard()
        self.card.setFixedWidth(_CARD_PX)
        self.basis = label("", "caption", wrap=True)
        self.bar = MessageBar()
        self.empty = EmptyState(icon="promotions")
        self._saver = SheetSaver(context, self.bar, self)
        self._lay_out()
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Count anew in a job where what is counted changed; draw drafts and assumptions at once."""
        workspace = self.context.workspace
        if workspace is None:
            return
        orders, lines, costs, refunds = frames = tuple(workspace.frame(name) for name in FACTS)
        offers = self._offers()
        on_sale = tuple(
            sorted(one.skus for one in offers if one.kind is OfferKind.BUNDLE and one.status is Status.ACTIVE)
        )
        response = response_of(workspace).response()
        if self._job.is_news(frames, self.context.period, on_sale):
            question = BundleQuestion(orders, lines, costs, refunds, self.context.period, offers, response)
            self._job.start(self.tr("Goods bought together"), lambda job: study_bundles(question, job), self._take)
        elif self._study is not None:
            self._take(self._study)

    def show_target(self, target: object) -> None:
        """Choose a set by its key."""
        if isinstance(target, str) and target in self._rows:
            self._key = target
            self._reveal()

    def find_target(self) -> GridPanel:
        """Return the grid that Ctrl+F searches."""
        return self.sets

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.sets, 1)
        row.addWidget(self.card)
        column.addLayout(row, 1)
        column.addWidget(self.basis)
        self.bar.hide()
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(QWidget())  # nothing is known yet
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self.sets.row_changed.connect(self._choose)
        self.sets.stats_changed.connect(self.context.selection_stats)
        self.sets.export_asked.connect(self.export)
        self.empty.triggered.connect(self.context.import_requested)
        self.card.wanted.connect(self.make_set)
        self.card.opened.connect(lambda offer_id: self.wanted.emit("design", offer_id))
        self.card.assumed.connect(self._assume)
        self.card.import_wanted.connect(self.context.import_requested)

    def _write(self) -> None:
        self.empty.set_texts(wording.empty_text(self._study), self.tr("Import files…"))
        self.basis.setText(wording.basis_text(self._study) if self._study is not None else "")

    def _title(self) -> str:
        if self._study is None:
            return self.tr("Bought together")
        proven, others = self._study.proven, len(self._study.rows) - self._study.proven
        return self.tr("Bought together · {proven} proven, {others} can't be told yet").format(
            proven=formats.full(proven), others=formats.full(others)
        )

    # --- data

    def _offers(self) -> tuple[OfferDesign, ...]:
        workspace = self.context.workspace
        return () if workspace is None else tuple(workspace.rows(OFFERS).values())

    def _take(self, study: BundleStudy) -> None:
        workspace = self.context.workspace
        if workspace is None:
            return
        own = response_of(workspace).response()
        study = with_offers(study if study.response == own else with_response(study, own), self._offers())
        self._study = study
        self._rows = {row.key: row for row in study.rows}
        self._pages.setCurrentIndex(2 if study.rows else 1)
        self._write()
        self._columns.show(study.rows)
        self.sets.set_frame(frame_of(study.rows, study.prefix))
        self.sets.retitle()
        self._reveal()

    def _reveal(self) -> None:
        model = self.sets.model
        if self._key not in self._rows:
            self._key = str(model.key(0)) if model.rowCount() else ""
        elif model.row_of_key(self._key) is None:
            model.clear_filters()
        if self._key:
            self.sets.view.reveal(self._key, "goods")
        self._choose(self._key)

    def _choose(self, key: Hashable) -> None:
        workspace, study = self.context.workspace, self._study
        if not isinstance(key, str) or key not in self._rows or study is None or workspace is None:
            return
        self._key = key
        self.card.show_row(self._rows[key], study, response_of(workspace))

    # --- doing

    def make_set(self, row: BundleRow, discount: int) -> None:
        """Make a draft of the set at a discount (fen) and show it in Design: one undoable step."""
        prefix = self._study.prefix if self._study is not None else ""
        name = self.tr("Set {goods}").format(
            goods=" + ".join(one_line(title.removeprefix(prefix), most=_NAME_SIGNS) for title in row.titles)
        )
        start = next_day(self.context.today(), self.context.last_day)
        offer = bundle_design(row, discount, offer_id=uuid4().hex, name=name, start=start)
        self.context.push(put_offer(offer), self.tr("Add {name}").format(name=name), reveal=self._come_back)
        self.wanted.emit("design", offer.offer_id)

    def _come_back(self) -> None:
        self.context.page_requested.emit("promotions", "bundles")

    def _assume(self, own: BundleResponse, name: str) -> None:
        self.context.push(assume_response(own), name, reveal=self._come_back)

    def export(self) -> None:
        """Write the sets as shown to .xlsx."""
        study = self._study
        if study is None:
            return
        sheet = sheet_of(self.sets.view, name=self.tr("Bought together"), notes=(self.basis.text(),))
        self._saver.save(self.tr("Bought together {first} {last}").format(first=study.first, last=study.last), [sheet])


BundlesView = View

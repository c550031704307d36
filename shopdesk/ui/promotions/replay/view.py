"""回放: the same orders as they happened, under today's offers, and beside a candidate."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.promotions.candidates import chosen_candidate
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import GENERAL, STACKINGS, shop_stacking, stacking_of
from shopdesk.app.promotions.study import READ, TABLES, ReplayStudy, replay_question, study_replay
from shopdesk.domain.promotions.design import OfferDesign, Status
from shopdesk.ui import formats
from shopdesk.ui.cards import ElidedLabel, EmptyState, LinkButton, MessageBar, Segmented, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import GridPanel, SettingsLayout
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.figures import CartItem, CartOrder
from shopdesk.ui.promotions.replay import wording
from shopdesk.ui.promotions.replay.columns import ReplayColumns
from shopdesk.ui.promotions.replay.frames import Shown, totals_frame
from shopdesk.ui.promotions.replay.tables import ReplayTables
from shopdesk.ui.promotions.view import OffersView

ALWAYS: Final = "always"
DATED: Final = "dated"
_TOTALS_PX: Final = 180  # title, head and four rows
_MOST_CHOICE_PX: Final = 320
_MOST_CHOICES: Final = 200  # the one that Design looks at stands among them however many there are


class View(OffersView):
    """A job prices the orders where orders, offers, rules or the period changed; the rest only redraws."""

    uses = frozenset({*READ, STACKINGS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._study: ReplayStudy | None = None
        self._candidate = ""
        self._rules = stacking_of(GENERAL)
        self._followed: str | None = None
        self._designs: dict[str, OfferDesign] = {}
        self._job = LatestJob(context.jobs, self)
        self._columns = ReplayColumns(self)
        self.choice_label = label("", "caption")
        self.choice = QComboBox()
        self.choice.setMaximumWidth(_MOST_CHOICE_PX)
        self.open_design = LinkButton()
        self.when = Segmented()
        self.head = ElidedLabel()
        self.head.setProperty("role", "caption")
        self.export = button(small=True)
        self.bar = MessageBar()
        self.warning = label("", "warn", wrap=True)
        self.mend = LinkButton()
        self.totals = GridPanel(
            self._columns.totals(),
            title=lambda: self.tr("The same orders, side by side · yuan"),
            store=SettingsLayout(context.settings, "replay.totals"),
            read_only=True,
            small=True,
        )
        self.tables = ReplayTables(context, self._columns)
        self.basis = label("", "caption", wrap=True)
        self.empty = EmptyState(icon="promotions")
        self._saver = SheetSaver(context, self.bar, self)
        self._lay_out()
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Price anew in a job where anything that the replay rests on changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        self._designs = {offer.offer_id: offer for offer in workspace.rows(OFFERS).values()}
        self._rules = shop_stacking(workspace)
        self._settle_candidate()
        self._fill_choice()
        known = self._study.known if self._study is not None else None
        asked = replay_question(
            workspace,
            self._rules,
            period=self.context.period,
            candidates=(self._candidate,),
            dated=self.when.key() == DATED,
            known=known,
        )
        frames = tuple(workspace.frame(name) for name in TABLES)
        rest = (asked.designs, asked.candidates, asked.stacking, asked.period, asked.rule, asked.dated)
        if self._job.is_news(frames, *rest, tuple(sorted(asked.own_floors.items()))):
            self.head.setText(self.tr("Pricing the orders…"))
            self._job.start(self.tr("Replay"), lambda job: study_replay(asked, workspace, job), self._take)

    def show_target(self, target: object) -> None:
        """Replay a candidate by its id, or show a part by its name."""
        if not isinstance(target, str):
            return
        if target in self._designs:
            self._choose(target)
        else:
            self.tables.show_part(target)

    def find_target(self) -> GridPanel | None:
        """Return the grid that Ctrl+F searches."""
        return self.tables.panel()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill_choice()
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.choice_label, self.choice, self.open_design, self.when):
            head.addWidget(widget)
        head.addWidget(self.head, 1)
        head.addWidget(self.export)
        column.addLayout(head)
        column.addWidget(self.bar)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.warning, 1)
        said.addWidget(self.mend)
        column.addLayout(said)
        self.totals.setFixedHeight(_TOTALS_PX)
        column.addWidget(self.totals)
        column.addWidget(self.tables, 1)
        column.addWidget(self.basis)
        self.bar.hide()
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(QWidget())  # nothing is known yet
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self.choice.activated.connect(lambda _place: self._choose(str(self.choice.currentData())))
        self.open_design.clicked.connect(lambda: self.wanted.emit("design", self._candidate))
        self.when.chosen.connect(lambda _key: self.refresh())
        self.export.clicked.connect(self.save)
        self.totals.stats_changed.connect(self.context.selection_stats)
        self.totals.export_asked.connect(self.save)
        self.tables.export_asked.connect(self.save)
        self.tables.opened.connect(self.try_order)
        self.mend.clicked.connect(self.context.import_requested)
        self.empty.triggered.connect(self.context.import_requested)
        self.context.workspace_replaced.connect(self._forget)

    def _write(self) -> None:
        self.choice_label.setText(self.tr("Candidate"))
        self.choice.setAccessibleName(self.tr("Candidate that is replayed beside the offers in use"))
        self.choice.setToolTip(self.tr("An offer that isn't in use yet; those in use are part of today"))
        self.open_design.setText(self.tr("Open"))
        self.open_design.setToolTip(self.tr("Show the candidate in Design"))
        self.when.set_items([(ALWAYS, self.tr("As if all the time")), (DATED, self.tr("On their days only"))])
        self.when.set_tip(ALWAYS, self.tr("What would be if these offers had run on every order of the period"))
        self.when.set_tip(DATED, self.tr("Each offer counts only on orders of the days it is set for"))
        self.export.setText(self.tr("Export…"))
        self.export.setToolTip(self.tr("Write all parts to one .xlsx, a sheet each"))
        self.mend.setText(self.tr("Import files…"))
        self.empty.set_texts(wording.empty_text(), self.tr("Import files…"))
        self._write_state()

    def _write_state(self) -> None:
        shown = self._columns.shown
        if shown is None:
            return
        self.head.setText(wording.head_text(shown))
        self.basis.setText(self._basis_text(shown))
        warning = self._warning_text(shown)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.mend.setVisible(shown.study.happened.totals.without_cost > 0)

    def _warning_text(self, shown: Shown) -> str:
        found = []
        design = self._designs.get(self._candidate)
        if self._candidate in shown.study.refused and design is not None:
            found.append(
                self.tr("{name} isn't complete yet, so it has no price: open it in Design.").format(
                    name=words.short_name(design.name)
                )
            )
        missing = shown.study.happened.totals.without_cost
        if missing:
            found.append(
                self.tr(
                    "{count} {count:order holds|orders hold} goods without a cost, so margins with them are unknown."
                ).format(count=formats.full(missing))
            )
        return " ".join(found)

    def _basis_text(self, shown: Shown) -> str:
        parts = [
            wording.basis_text(shown.study),
            self.tr(
                "Everyone who may is taken to use an offer, and nobody to buy anything else because of it: "
                "Design forecasts that."
            ),
        ]
        rules = self._rules
        if not all(stage.is_verified for stage in rules.stages) or not all(pair.is_verified for pair in rules.pairs):
            parts.append(self.tr("Some stacking rules aren't verified: please check them in Design."))
        return " ".join(part for part in parts if part)

    # --- state

    def _settle_candidate(self) -> None:
        """Follow the candidate that Design looks at until another is chosen here."""
        workspace = self.context.workspace
        looked_at = chosen_candidate(workspace) if workspace is not None else None
        key = looked_at.offer_id if looked_at is not None and looked_at.status is not Status.ACTIVE else ""
        if key != self._followed:
            self._followed = self._candidate = key
        design = self._designs.get(self._candidate)
        if design is None or design.status is Status.ACTIVE:
            self._candidate = ""

    def _fill_choice(self) -> None:
        offered = [offer for offer in self._designs.values() if offer.status is not Status.ACTIVE]
        offered.sort(key=lambda one: one.status is Status.OFF)
        listed = [one for at, one in enumerate(offered) if at < _MOST_CHOICES or one.offer_id == self._candidate]
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(self.tr("None: only today's offers"), "")
            for offer in listed:
                self.choice.addItem(f"{offer.name} · {words.summary(offer)}", offer.offer_id)
            self.choice.setCurrentIndex(max(0, self.choice.findData(self._candidate)))
        self.open_design.setEnabled(bool(self._candidate))

    def _choose(self, offer_id: str) -> None:
        if offer_id != self._candidate:
            self._candidate = offer_id
            self.refresh()

    def _forget(self) -> None:
        self._job.drop()
        self._study, self._columns.shown = None, None
        self._candidate, self._followed = "", None

    def _take(self, study: ReplayStudy) -> None:
        self._study = study
        shown = Shown(study, self._designs, self._candidate)
        self._columns.shown = shown
        self._pages.setCurrentIndex(2 if study.book.orders else 1)
        if study.book.orders:
            self.totals.set_frame(totals_frame(shown))
            self.tables.show_study(shown)
        self._write_state()

    # --- doing

    def try_order(self, position: int) -> None:
        """Put an order of the book into the test cart of Design, at the prices that the replay starts from."""
        study = self._study
        if study is None or not 0 <= position < study.book.orders:
            return
        book = study.book
        items = []
        for line in range(int(book.starts[position]), int(book.starts[position + 1])):
            code = int(book.sku[line])
            sku, title = (book.skus[code], book.titles[code]) if code >= 0 else ("", self.tr("Whole order"))
            items.append(CartItem(sku, title, int(study.prices[line]), int(book.quantity[line])))
        order = CartOrder(tuple(items), int(book.shipping[position]), self._candidate)
        self.wanted.emit("design", order)

    def save(self) -> None:
        """Write all parts to one .xlsx."""
        if self._study is None or not self._study.book.orders:
            return
        notes = (self.head.text(), self.basis.text(), *([self.warning.text()] if self.warning.text() else ()))
        totals = sheet_of(self.totals.view, name=self.tr("Totals"), notes=notes)
        self._saver.save(self.tr("Replay of offers"), [totals, *self.tables.sheets()])

"""查看改动: every change of a plan against what runs, refused row by row, and out into the console's forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from shopdesk.app.bidding.documents import set_fields
from shopdesk.app.bidding.exporting import Form, WeekUnreadable, forms_of
from shopdesk.app.bidding.outlook import Outlook, foresee_levers, price_changes
from shopdesk.app.bidding.reading_back import fields_back
from shopdesk.app.bidding.reasons import reasons_of
from shopdesk.app.bidding.refusals import REFUSED_CHANGES, refuse_changes, refused_changes
from shopdesk.app.bidding.versions import PLAN_VERSIONS, versions_of
from shopdesk.app.jobs import JobContext
from shopdesk.domain.bidding.forms.change import Change, Money
from shopdesk.domain.bidding.forms.compare import changes
from shopdesk.domain.bidding.forms.settled import Settled, settle
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.ui import formats
from shopdesk.ui.bidding.changes import words
from shopdesk.ui.bidding.changes.columns import TAKE, ChangeColumns, frame_of
from shopdesk.ui.bidding.changes.export import Exporter
from shopdesk.ui.bidding.forecast.state import Compared
from shopdesk.ui.bidding.versions.words import version_name
from shopdesk.ui.bidding.view import BiddingState, BiddingView
from shopdesk.ui.cards import MessageBar, button, label, set_tab_order
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import EditBatch, GridPanel, SettingsLayout
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.messages import word_error

LIVE: Final = "live"
DRAFT: Final = "draft"
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """Two sides and what differs between them; ``refused`` only counts from what runs to the draft."""

    old: Levers
    new: Levers
    rows: tuple[Change, ...]
    refused: frozenset[str]

    @property
    def settled(self) -> Settled:
        """What goes out."""
        return settle(self.old, self.new, self.rows, self.refused)


class ChangesView(BiddingView):
    """A page of its own beside the plans. Refusing a row is a document: it can be undone and is there tomorrow."""

    uses = frozenset({REFUSED_CHANGES.name, PLAN_VERSIONS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state: BiddingState | None = None
        self._shown: Shown | None = None
        self._money: dict[str, Money] = {}
        self._job = LatestJob(context.jobs, self)
        self._columns = ChangeColumns()
        store = SettingsLayout(context.settings, "bid_changes")
        self.grid = GridPanel(self._columns.columns(), title=lambda: self.tr("Changes"), store=store)
        self.back = button()
        self.old_side, self.new_side = QComboBox(), QComboBox()
        self.arrow = label("→", "secondary")
        self.headline = label("", "title", wrap=True)
        self.promise = label("", "secondary", wrap=True)
        self.trouble = label("", "warn", wrap=True)
        self.take = button(small=True)
        self.read, self.copy = button(), button()
        self.files = button(primary=True)
        self.bar = MessageBar()
        self.exporter = Exporter(context, self.bar, self)
        self._lay_out()
        self._connect()
        self._write()

    def show_plan(self, state: BiddingState) -> None:
        """Show what differs of the chosen plan."""
        before = self._state.shown.plan if self._state is not None else None
        self._state = state
        plan = state.shown.plan
        if before is None or plan is None or before.plan_id != plan.plan_id:
            self.bar.dismiss()
            self._money = {}
        self._fill_sides()
        self._draw()

    def show_target(self, target: object) -> None:
        """Hold two sides against each other: ids of versions, an empty one is what runs on the left, else the draft."""
        old, new = target if isinstance(target, tuple) and len(target) == 2 else ("", "")
        for box, key in ((self.old_side, old or LIVE), (self.new_side, new or DRAFT)):
            box.setCurrentIndex(max(0, box.findData(key)))
        self._draw()

    def find_target(self) -> Any:
        """Return the table."""
        return self.grid

    def shown(self) -> Shown | None:
        """Return what is shown."""
        return self._shown

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            if self._state is not None:
                self.show_plan(self._state)
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.back)
        for widget in (self.old_side, self.arrow, self.new_side):
            top.addWidget(widget)
        for box in (self.old_side, self.new_side):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(220)
        top.addStretch(1)
        top.addWidget(self.read)
        top.addWidget(self.copy)
        top.addWidget(self.files)
        column.addLayout(top)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.headline)
        head.addWidget(self.promise, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(self.bar)
        self.grid.right_slot.addWidget(self.take)
        column.addWidget(self.grid, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.wanted.emit("plan", None))
        self.old_side.activated.connect(self._draw)
        self.new_side.activated.connect(self._draw)
        self.grid.edited.connect(self._edited)
        self.grid.stats_changed.connect(self._context.selection_stats)
        self.take.clicked.connect(self._open_take)
        self.read.clicked.connect(self._ask_checklist)
        self.copy.clicked.connect(self._open_copy)
        self.files.clicked.connect(self._open_files)

    def _write(self) -> None:
        self.back.setText(self.tr("‹ Back to the plan"))
        self.old_side.setAccessibleName(self.tr("From"))
        self.new_side.setAccessibleName(self.tr("To"))
        self.take.setText(self.tr("Take ▾"))
        self.take.setToolTip(self.tr("Take or refuse the selected or all shown rows"))
        self.read.setText(self.tr("Read back…"))
        self.read.setToolTip(self.tr("Take what was changed in a checklist into this plan, as one step"))
        self.copy.setText(self.tr("Copy ▾"))
        self.files.setText(self.tr("Export…"))
        self.grid.retitle()
        sides = (self.back, self.old_side, self.new_side, self.read, self.copy, self.files)
        set_tab_order(*sides, self.grid.chips, self.take, self.grid.view)

    # --- sides

    def _versions(self) -> list[PlanVersion]:
        workspace, plan = self._context.workspace, self._state.shown.plan if self._state is not None else None
        return versions_of(workspace, plan.plan_id) if workspace is not None and plan is not None else []

    def _fill_sides(self) -> None:
        versions = self._versions()
        for box, first in ((self.old_side, LIVE), (self.new_side, DRAFT)):
            chosen = box.currentData() or first
            with QSignalBlocker(box):
                box.clear()
                box.addItem(self.tr("What runs now"), LIVE)
                box.addItem(self.tr("Draft"), DRAFT)
                for version in versions:
                    box.addItem(version_name(version), version.version_id)
                at = box.findData(chosen)
                box.setCurrentIndex(at if at >= 0 else box.findData(first))

    def _levers(self, key: str) -> Levers | None:
        state = self._state
        if state is None or state.shown.plan is None or state.shown.live is None:
            return None
        if key == LIVE:
            return state.shown.live
        if key == DRAFT:
            return state.shown.plan.levers
        version = next((one for one in self._versions() if one.version_id == key), None)
        return version.levers if version is not None else None

    def is_way_out(self) -> bool:
        """Whether what is shown is what would go to the console."""
        return (self.old_side.currentData(), self.new_side.currentData()) == (LIVE, DRAFT)

    # --- drawing

    def _draw(self) -> None:
        state, workspace = self._state, self._context.workspace
        plan = state.shown.plan if state is not None else None
        old, new = self._levers(str(self.old_side.currentData())), self._levers(str(self.new_side.currentData()))
        if state is None or workspace is None or plan is None or old is None or new is None:
            self._shown = None
            self.grid.set_frame(frame_of((), ()))
            self.headline.setText(self.tr("The reports of this plan are being read…"))
            return
        labels = {key: place.word for key, place in state.shown.places.items()}
        rows = changes(
            old,
            new,
            plan=plan,
            profile=state.shown.profile,
            labels=labels,
            money=self._money if self._is_priced() else {},
            stand_ins=state.shown.stand_ins,
        )
        refused = (
            refused_changes(workspace, plan.plan_id) & {one.key for one in rows} if self.is_way_out() else frozenset()
        )
        self._shown = Shown(old, new, rows, refused)
        reasons = reasons_of(rows, state.shown.model, margin=state.shown.margin, language=formats.language())
        self._columns.show(rows, state.shown.profile, reasons)
        self.grid.set_frame(frame_of(rows, refused))
        self._write_head(rows, refused)
        if self.is_way_out():
            self._price(old, new, rows)

    def _is_priced(self) -> bool:
        return bool(self._money) and self.is_way_out()

    def _write_head(self, rows: tuple[Change, ...], refused: frozenset[str]) -> None:
        out = self.is_way_out()
        going = [one for one in rows if one.key not in refused]
        broken = sum(one.problem is not None for one in going) if out else 0
        self.headline.setText(
            words.head_text(rows, len(going))
            if out
            else self.tr("{count} {count:difference|differences}").format(count=formats.full(len(rows)))
        )
        self.trouble.setText(words.trouble_text(broken))
        self.trouble.setVisible(bool(broken))
        for verb in (self.take, self.read, self.copy, self.files):
            verb.setVisible(out)
        self.files.setEnabled(bool(going) and not broken)
        self.copy.setEnabled(not broken)
        self.promise.setText(self._promise_text() if out else "")

    def _promise_text(self) -> str:
        """Return the answer for what goes out: without the refused rows."""
        from shopdesk.ui.bidding.forecast.words import answer_lines

        outlook, shown = self._outlook(), self._shown
        if outlook is None or shown is None or not shown.rows:
            return ""
        return " · ".join(answer_lines(foresee_levers(outlook, shown.settled.levers, with_split=True), Compared.EDIT))

    def _outlook(self) -> Outlook | None:
        return self._state.outlook if self._state is not None else None

    def _price(self, old: Levers, new: Levers, rows: tuple[Change, ...]) -> None:
        """Work out what each row brings alone, once for each set of rows."""
        outlook = self._outlook()
        if outlook is None or not rows or not self._job.is_news((outlook.study,), tuple(one.key for one in rows), new):
            return

        def work(job: JobContext) -> dict[str, Money]:
            return price_changes(outlook, old, new, rows, job)

        def done(found: dict[str, Money]) -> None:
            self._money = found
            if self.is_way_out():
                self._draw()

        self._job.start(self.tr("What each change brings"), work, done)

    # --- taking and refusing

    def _edited(self, batch: EditBatch) -> None:
        wanted = {str(cell.key): bool(cell.new) for cell in batch if cell.column == TAKE}
        for taken in (True, False):
            self.choose([key for key, new in wanted.items() if new is taken], taken=taken)

    def choose(self, keys: Iterable[str], *, taken: bool) -> None:
        """Take or refuse rows, as one step."""
        workspace, plan = self._context.workspace, self._state.shown.plan if self._state is not None else None
        if workspace is None or plan is None or not self.is_way_out():
            return
        change = refuse_changes(workspace, plan.plan_id, keys, refused=not taken)
        text = (
            self.tr("Take {count} {count:change|changes}")
            if taken
            else self.tr("Refuse {count} {count:change|changes}")
        )
        name = f"{text.format(count=formats.full(len(change.edits)))} · {plan.name}"
        self._context.push(change, name, reveal=partial(self._reveal, plan.plan_id))

    def _reveal(self, plan_id: str) -> None:
        self._context.page_requested.emit("bidding", plan_id)
        self.wanted.emit("changes", (LIVE, DRAFT))

    def _open_take(self) -> None:
        menu = QMenu(self)
        selected = [str(key) for key in self.grid.view.selected_keys()]
        keys = self.grid.model.frame.keys
        all_shown = [str(keys[place]) for place in self.grid.model.order]
        for text, rows, taken in (
            (self.tr("Take the selected rows"), selected, True),
            (self.tr("Refuse the selected rows"), selected, False),
            (self.tr("Take all shown rows"), all_shown, True),
            (self.tr("Refuse all shown rows"), all_shown, False),
        ):
            action = menu.addAction(text)
            action.setEnabled(bool(rows))
            action.triggered.connect(partial(self.choose, rows, taken=taken))
        menu.popup(self.take.mapToGlobal(self.take.rect().bottomLeft()))

    # --- out

    def _open_files(self) -> None:
        plan = self._state.shown.plan if self._state is not None else None
        if plan is None:
            return
        menu = QMenu(self)
        for form in forms_of(plan.platform):
            action = menu.addAction(self.exporter.form_name(form))
            action.triggered.connect(partial(self.export, form))
        menu.popup(self.files.mapToGlobal(self.files.rect().bottomLeft()))

    def export(self, form: Form) -> None:
        """Ask for a file and write what goes out; the plan is then kept as a version that was taken."""
        if self._state is not None and self._shown is not None:
            self.exporter.export(form, self._state, self._shown.settled)

    def _open_copy(self) -> None:
        if self._state is not None and self._shown is not None:
            menu = self.exporter.copy_menu(self._state, self._shown.settled, self)
            menu.popup(self.copy.mapToGlobal(self.copy.rect().bottomLeft()))

    # --- back

    def _ask_checklist(self) -> None:
        given, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a checklist of this plan"), "", self.tr("Excel workbook (*.xlsx)")
        )
        if given:
            self.read_back(Path(given))

    def read_back(self, path: Path) -> None:
        """Take what a checklist sets into the plan, as one step; say why where it can't be read."""
        services, plan = self._context.services, self._state.shown.plan if self._state is not None else None
        if services is None or services.bid_files is None or plan is None:
            return
        files = services.bid_files

        def failed(error: BaseException) -> None:
            unreadable = isinstance(error, WeekUnreadable)
            part = self.tr("This is no checklist of bids ({part}).").format(part=error.args[0] if error.args else "")
            self.bar.say(part if unreadable else word_error(services, error), "warn")

        name = self.tr("Reading {name}").format(name=path.name)
        self._context.jobs.start(name, lambda _job: files.read_levers(path), partial(self._take_back, plan), failed)

    def _take_back(self, plan: BidPlan, found: Mapping[str, Levers]) -> None:
        if plan.name not in found:
            text = self.tr("The checklist names no plan {plan}; it has {names}.")
            self.bar.say(text.format(plan=plan.name, names=formats.listed(list(found)[:_NAMED]) or "—"), "warn")
            return
        fields = fields_back(plan, found[plan.name])
        bases = self._state.shown.bases(fields["bids"]) if self._state is not None else dict(plan.bases)
        change = set_fields(plan, **fields, bases=bases)
        if not change.edits:
            self.bar.say(self.tr("The plan already is as the checklist says."), "info")
            return
        what = self.tr("read a checklist back")
        self._context.push(change, f"{what} · {plan.name}", reveal=partial(self._reveal, plan.plan_id))


View = ChangesView
"""What ``LazyViews`` looks for; the class has a name of its own, because texts are translated by it."""

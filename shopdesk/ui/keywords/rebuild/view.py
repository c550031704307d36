"""计划重构: the structure proposed at the left, every change at the right to be taken or refused, and the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.decisions import DECISIONS
from shopdesk.app.keywords.rebuild import (
    CHOICES,
    EXPORTS,
    SCOPE,
    ask,
    beginnings,
    choose,
    proposal,
    refused,
    scope_of,
    set_scope,
)
from shopdesk.app.keywords.rebuild_files import forms_of
from shopdesk.app.keywords.term_accounts import TERM_ACCOUNTS, say_account
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.rebuild.model import Names, Place, Proposal, RowKind
from shopdesk.domain.keywords.rebuild.scope import Scope
from shopdesk.domain.keywords.rebuild.settled import Settled, settle
from shopdesk.domain.keywords.rebuild.tree import CampaignNode, campaigns
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, EmptyState, MessageBar, Segmented, button, label, set_tab_order
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import EditBatch, GridPanel, SettingsLayout
from shopdesk.ui.grid.filters import PageFilter
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.rebuild import words
from shopdesk.ui.keywords.rebuild.account_choice import AccountChoice
from shopdesk.ui.keywords.rebuild.checks import account_name, platform_name
from shopdesk.ui.keywords.rebuild.columns import RowColumns
from shopdesk.ui.keywords.rebuild.export import Exporter
from shopdesk.ui.keywords.rebuild.notes import notes
from shopdesk.ui.keywords.rebuild.paste_menu import PasteMenu, forms_to_paste
from shopdesk.ui.keywords.rebuild.structure_tree import StructureTree
from shopdesk.ui.keywords.rebuild.table import RowTable
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.keywords.view import LibraryState, LibraryView
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX

TREE_PX = 340
CHANGES = "changes"
_KIND, _PLACE = "rebuild kind", "rebuild place"
Made: TypeAlias = tuple[Proposal, RowTable, Mapping[Scope, frozenset[str]]]
"""A proposal with what showing it takes."""


class View(LibraryView):
    """The proposal is made in a job; taking and refusing rows are documents, each step undoable."""

    uses = frozenset({DECISIONS.name, CHOICES.name, EXPORTS.name, SCOPE.name, TERM_ACCOUNTS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: LibraryState | None = None
        self._proposal: Proposal | None = None
        self._settled: Settled | None = None
        self._table: RowTable | None = None
        self._begun: Mapping[Scope, frozenset[str]] = {}
        self._wanted = ""
        self._job = LatestJob(context.jobs, self)
        self._settling = LatestJob(context.jobs, self)
        self._columns = RowColumns()
        store = SettingsLayout(context.settings, "keyword_rebuild")
        self.grid = GridPanel(self._columns.columns(), title=lambda: self.tr("Changes"), store=store)
        self.kinds = Segmented()
        self.scope = Segmented()
        self.account = AccountChoice()
        self.tree = StructureTree()
        self.headline = label("", "title", wrap=True)
        self.notes = label("", "caption", wrap=True)
        self.take = button(small=True)
        self.paste = button()
        self.files = button(primary=True)
        self.bar = MessageBar()
        self.empty = EmptyState(icon="keywords")
        self._card = Card("…", padding=0)
        self._exporter = Exporter(context, self.bar, self, platform_name=platform_name)
        self._saver = SheetSaver(context, self.bar, self)
        self._lay_out()
        self._connect()
        self._write()

    def show_library(self, state: LibraryState) -> None:
        """Make the proposal anew where library, decisions or language have changed; else only draw the choices."""
        self._state = state
        workspace, library = self.context.workspace, state.answer.library
        if workspace is None or library is None or not len(library.words):
            self._proposal = None
            self._write_empty()
            self._pages.setCurrentIndex(0)
            return
        names = Names(
            {quadrant.value: wording.quadrant_name(quadrant) for quadrant in Quadrant}, self.tr("Other words")
        )
        asked = ask(workspace, state.answer.study, library, names)
        if not self._job.is_news((library,), asked.decided, asked.accounts, names.rest) and self._proposal is not None:
            self._draw()
            return

        def work(job: JobContext) -> Made:
            made = proposal(asked, job)
            return made, RowTable(made), beginnings(made)

        self._job.start(self.tr("Proposing a structure"), work, self._take)

    def let_go(self) -> None:
        """Drop the library and the proposal made from it; the rows stay until others come."""
        self._job.drop()
        self._settling.drop()
        self._state = self._proposal = self._settled = self._table = None
        self._begun = {}

    def show_target(self, target: object) -> None:
        """Bring a row, or the first row of a word, into view; it waits where the proposal is still to be made."""
        if isinstance(target, str) and self._proposal is None:
            self._wanted = target
        elif isinstance(target, str) and self._proposal is not None:
            key = next((row.key for row in self._proposal.rows if target in (row.key, row.word)), None)
            if key is not None:
                self.kinds.choose(CHANGES)
                self._filter_kind()
                self.grid.view.reveal(key, "word")

    def find_target(self) -> GridPanel:
        """Return the table of changes."""
        return self.grid

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            if self._state is not None:
                self.show_library(self._state)
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.headline, 1)
        for verb in (self.scope, self.paste, self.files):
            top.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        below_head = QHBoxLayout()
        below_head.setSpacing(GUTTER_PX)
        below_head.addWidget(self.kinds)
        below_head.addWidget(self.notes, 1)
        below_head.addWidget(self.account)
        column.addLayout(below_head)
        column.addWidget(self.bar)
        below = QHBoxLayout()
        below.setSpacing(GUTTER_PX)
        self._card.setFixedWidth(TREE_PX)
        self._card.body.addWidget(self.tree)
        below.addWidget(self._card)
        below.addWidget(self.grid, 1)
        self.grid.right_slot.addWidget(self.take)
        column.addLayout(below, 1)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self.empty.triggered.connect(self.context.import_requested)
        self.grid.edited.connect(self._edited)
        self.grid.stats_changed.connect(self.context.selection_stats)
        self.grid.export_asked.connect(self._export_table)
        self.grid.model.arranged.connect(self._follow_filters)
        self.kinds.chosen.connect(lambda _key: self._filter_kind())
        self.tree.chosen.connect(self._filter_place)
        self.scope.chosen.connect(lambda key: self.take_scope(Scope(key)))
        self.account.said.connect(self.say_account)
        self.take.clicked.connect(self._open_take)
        self.paste.clicked.connect(self._open_paste)
        self.files.clicked.connect(self._open_files)

    def _write(self) -> None:
        self._card.set_title(self.tr("Structure after the rebuild"))
        self.kinds.set_items(
            [
                (CHANGES, self.tr("Changes")),
                *((kind.value, words.kind_name(kind)) for kind in RowKind),
            ]
        )
        self.scope.set_items([(scope.value, words.scope_name(scope, None)) for scope in Scope])
        self.scope.setToolTip(words.scope_tip())
        self.account.retranslate()
        self.take.setText(self.tr("Take ▾"))
        self.take.setToolTip(self.tr("Take or refuse the selected or all shown rows"))
        self.paste.setText(self.tr("Copy words ▾"))
        self.paste.setToolTip(
            self.tr("Copy the new words of an ad group, or the negatives of a campaign, to paste them")
        )
        self.files.setText(self.tr("Export…"))
        self._write_empty()
        top, below = (self.scope, self.paste, self.files), (self.kinds, self.account, self.tree)
        set_tab_order(*top, *below, self.grid.chips, self.take, self.grid.view)

    def _write_empty(self) -> None:
        nothing_bought = self._proposal is not None and not self._proposal.bought
        text = (
            self.tr(
                "The reports of this period name no bought keywords, so that there is no structure to look at. "
                "Import a keyword report with campaigns."
            )
            if nothing_bought
            else self.tr(
                "Here stands a proposal of campaigns and ad groups: each word in one place, bids, budgets and "
                "negatives, as changes to take or refuse. Import a keyword report with campaigns, or choose a period "
                "that it covers."
            )
        )
        self.empty.set_texts(text, self.tr("Import files…"))

    # --- data

    def _take(self, found: Made) -> None:
        self._proposal, self._table, self._begun = found
        self._settled = None
        self._columns.show(found[0])
        self.grid.model.set_page_filter(_PLACE, None)  # its rows are those of the proposal before
        self._draw()
        if found[0].bought:
            self._filter_kind()
        if wanted := self._wanted:
            self._wanted = ""
            self.show_target(wanted)

    def _draw(self) -> None:
        """Show at once what is taken; what follows from it is worked out beside the interface."""
        workspace, made, table = self.context.workspace, self._proposal, self._table
        if workspace is None or made is None or table is None:
            return
        if not made.bought:
            self._write_empty()
            self._pages.setCurrentIndex(0)
            return
        scope = scope_of(workspace)
        by_scope = {one: refused(workspace, self._begun, one) for one in Scope}
        off = by_scope[scope]
        self.grid.set_frame(table.frame(off))
        self.scope.choose(scope.value)
        self.account.show_proposal(made)
        self._pages.setCurrentIndex(1)

        def work(_job: JobContext) -> tuple[Settled, tuple[CampaignNode, ...], dict[Scope, int]]:
            settled = {one: settle(made, keys) for one, keys in by_scope.items()}
            counts = {one: len(own.accepted) for one, own in settled.items()}
            return settled[scope], campaigns(made, settled[scope]), counts

        def done(found: tuple[Settled, tuple[CampaignNode, ...], dict[Scope, int]]) -> None:
            self._settled = found[0]
            self.scope.set_items([(one.value, words.scope_name(one, count)) for one, count in found[2].items()])
            if self._columns.settle(found[0]):
                self.grid.set_frame(table.frame(off))
            self.tree.show_campaigns(found[1])
            self.headline.setText(words.headline(found[0]))
            self.headline.setToolTip(words.money_tip(found[0].money))
            if self._state is not None:
                self.notes.setText(notes(made, found[0], self._state.answer, workspace))

        self._settling.start(self.tr("Adding up the changes"), work, done)

    # --- filters

    def _filter_kind(self) -> None:
        key = self.kinds.key() or CHANGES
        kinds = list(RowKind)
        if key == CHANGES:
            wanted = [number for number, kind in enumerate(kinds) if kind is not RowKind.UNCHANGED]
        else:
            wanted = [kinds.index(RowKind(key))]
        self.grid.model.set_page_filter(
            _KIND,
            PageFilter(
                rows=lambda frame: np.isin(frame.store("kind_number"), wanted),
                title=lambda: self.tr("Changes") if key == CHANGES else words.kind_name(RowKind(key)),
                tag=key,
            ),
        )

    def _filter_place(self, place: object) -> None:
        if not isinstance(place, Place):
            self.grid.model.set_page_filter(_PLACE, None)
            return
        if self._table is None:
            return
        inside = self._table.touching(place)
        self.grid.model.set_page_filter(
            _PLACE, PageFilter(rows=lambda _frame: inside, title=lambda: words.place_name(place), tag=place)
        )

    def _follow_filters(self) -> None:
        filters = self.grid.model.page_filters
        if _PLACE not in filters and self.tree.place() is not None:
            self.tree.blockSignals(True)
            self.tree.clearSelection()
            self.tree.blockSignals(False)

    # --- taking and refusing

    def _edited(self, batch: EditBatch) -> None:
        wanted = {str(cell.key): bool(cell.new) for cell in batch if cell.column == "accepted"}
        for accepted in (True, False):
            self.choose([key for key, new in wanted.items() if new is accepted], accepted=accepted)

    def choose(self, keys: Iterable[str], *, accepted: bool) -> None:
        """Take or refuse rows, as one step."""
        workspace = self.context.workspace
        if workspace is None or self._proposal is None:
            return
        unchanged = RowKind.UNCHANGED.value
        wanted = [key for key in keys if not key.startswith(f"{unchanged}|")]
        change = choose(workspace, self._begun, wanted, accepted=accepted)
        count = formats.full(len(change.edits))
        name = (
            self.tr("Take {count} {count:change|changes}")
            if accepted
            else self.tr("Refuse {count} {count:change|changes}")
        )
        rows = [str(edit.key[0]) for edit in change.edits]
        self.context.push(change, name.format(count=count), reveal=lambda: self._reveal(rows[0]))

    def take_scope(self, scope: Scope) -> None:
        """Begin with what matters, or with everything, as one step."""
        name = self.tr("Take “{scope}”").format(scope=words.scope_name(scope, None))
        self.context.push(set_scope(scope), name)

    def say_account(self, source: tuple[str, str], account: tuple[str, str]) -> None:
        """Give the terms of a report to an account, as one step."""
        name = self.tr("Search terms belong to {account}").format(account=account_name(account))
        self.context.push(say_account(source, account), name)

    def _reveal(self, key: str) -> None:
        self.context.page_requested.emit("keywords", ("rebuild", key))

    def _open_take(self) -> None:
        menu = QMenu(self)
        selected = [str(key) for key in self.grid.view.selected_keys()]
        keys = self.grid.model.frame.keys
        shown = [str(keys[place]) for place in self.grid.model.order]
        for text, rows, accepted in (
            (self.tr("Take the selected rows"), selected, True),
            (self.tr("Refuse the selected rows"), selected, False),
            (self.tr("Take all shown rows"), shown, True),
            (self.tr("Refuse all shown rows"), shown, False),
        ):
            action = menu.addAction(text)
            action.setEnabled(bool(rows))
            action.triggered.connect(partial(self.choose, rows, accepted=accepted))
        menu.popup(self.take.mapToGlobal(self.take.rect().bottomLeft()))

    # --- out

    def _open_files(self) -> None:
        made, settled = self._proposal, self._settled
        if made is None or settled is None:
            return
        menu = QMenu(self)
        for platform in sorted({one.platform for one in made.accounts}):
            for form in forms_of(platform):
                text = f"{platform_name(platform)} · {self._exporter.form_name(form)}"
                action = menu.addAction(text.replace("&", "&&"))
                action.triggered.connect(partial(self.export, form.value, platform))
        menu.popup(self.files.mapToGlobal(self.files.rect().bottomLeft()))

    def export(self, form: str, platform: str) -> None:
        """Ask for a file and write the accepted rows of a platform in a form, in a job."""
        from shopdesk.app.keywords.rebuild_files import Form

        made, settled = self._proposal, self._settled
        if made is None or settled is None:
            return
        reasons = {row.key: words.reason(row) for row in settled.accepted}
        self._exporter.export(Form(form), platform, made, settled, reasons)

    def _open_paste(self) -> None:
        made, settled = self._proposal, self._settled
        if made is not None and settled is not None:
            menu = PasteMenu(forms_to_paste(made, settled), self.bar, self)
            menu.popup(self.paste.mapToGlobal(self.paste.rect().bottomLeft()))

    def _export_table(self) -> None:
        self._saver.save(self.tr("Rebuild"), [sheet_of(self.grid.view, name=self.tr("Rebuild"))])

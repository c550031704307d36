"""组标题: an item's title as chips within the platform's limit, with proposals by the value that they cover."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from shopdesk.app.changes import Together
from shopdesk.app.titles.answer import Titles
from shopdesk.app.titles.documents import (
    OwnLimit,
    TitleDraft,
    drop_draft,
    keep_draft,
    set_fit,
    set_limit,
)
from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.titles.check import check
from shopdesk.domain.titles.compose import Proposal, arranged, candidates, compare, propose, remarks, with_added
from shopdesk.domain.titles.coverage import covered_by
from shopdesk.domain.titles.demand import TitleWord, backing
from shopdesk.domain.titles.limit import TitleLimit
from shopdesk.domain.titles.pieces import Cutter, Piece, holds, together
from shopdesk.domain.titles.terms import AdList, Level
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, LinkButton, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import EditBatch, GridPanel
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.titles import tables, wording
from shopdesk.ui.keywords.titles.arrangement import lay_out
from shopdesk.ui.keywords.titles.chips import ChipLine, SlotTarget
from shopdesk.ui.keywords.titles.limit_bar import LimitBar
from shopdesk.ui.keywords.titles.notes import notes_of, warnings_of
from shopdesk.ui.keywords.titles.panel import TitlePanel
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX

MOST_TYPED: Final = 500
"""Signs of a title typed by hand."""


class Composer(TitlePanel):
    """``item`` is the title as imported (or as typed); what is being put together stands in the chips."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.item = ""
        self.proposals: tuple[Proposal, ...] = ()
        self._loaded: tuple[tuple[Piece, ...], str] = (
            (),
            "",
        )  # as cut, and the text cut
        self._related: tuple[TitleWord, ...] = ()
        self._in_money = True
        self._job = LatestJob(context.jobs, self)
        self.items = GridPanel(
            tables.item_columns(), title=lambda: self.tr("Items"), read_only=True, small=True, parent=self
        )
        self.typed = QLineEdit()
        self.typed.setMaxLength(MOST_TYPED)
        self.typed.setProperty("small", True)
        self.limits = LimitBar()
        self.card = Card(" ", padding=GUTTER_PX)
        self.now = label("", "secondary", wrap=True)
        self.title = label("", "title", wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.length = label("", "secondary")
        self.chips = ChipLine()
        self.slots = {slot: SlotTarget(slot) for slot in tables.SLOTS}
        self.add = QLineEdit()
        self.add.setMaxLength(100)
        self.add.setProperty("small", True)
        self.verdict = label("", wrap=True)
        self.notes = label("", "caption", wrap=True)
        self.warning = label("", "warn", wrap=True)
        self.copy, self.keep = button(small=True), button(primary=True, small=True)
        self.by_formula, self.back, self.forget = button(small=True), LinkButton(), LinkButton()
        self.offers = GridPanel(
            tables.proposal_columns(True), title=lambda: self.tr("Proposals"), read_only=True, small=True, parent=self
        )
        self.use = button(small=True)
        self.words = GridPanel(tables.piece_columns(True), title=lambda: self.tr("To add"), small=True, parent=self)
        self.put = button(small=True)
        lay_out(self)
        self._connect()
        self._write()

    # --- what is shown

    def show_titles(self, found: Titles) -> None:
        """Show the items; the one that is being worked on stays."""
        first = self.found is None
        self.found = found
        if self._in_money != found.demand.in_money:
            self._in_money = found.demand.in_money
            self.offers.model.set_columns(tables.proposal_columns(self._in_money))
            self.words.model.set_columns(tables.piece_columns(self._in_money))
        drafts = self.drafts_of(self.limits.key())
        self.items.set_frame(tables.item_frame(found, drafts))
        self._tell_missing(found)
        if not self.item and found.titles:
            self.items.view.move_to(0, 0)
        elif self.item and first:
            self.open_item(self.item)
        elif self.item:
            self._refresh()

    def open_item(self, title: str) -> None:
        """Work on an item: its draft where it has one, else the title as it is now."""
        self.item = title[:MOST_TYPED]
        draft = self.drafts_of(self.limits.key()).get(self.item)
        self._load(draft.title if draft else self.item)

    def current_title(self) -> str:
        """Return the title that is being put together."""
        pieces, title = self._loaded
        # Untouched, a title keeps its blanks and joints, which pieces don't know.
        return title if self.chips.pieces == pieces else together(piece.text for piece in self.chips.pieces)

    def limit(self) -> TitleLimit:
        """Return the limit in force."""
        return self.limit_of(self.limits.key())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._refresh()
        super().changeEvent(event)

    # --- edits

    def use_proposal(self) -> None:
        """Take the chosen proposal into the chips."""
        keys = self.offers.view.selected_keys()
        chosen = next((one for one in self.proposals if one.title in keys), None)
        if chosen is not None:
            self.chips.set_pieces(chosen.pieces, unconfirmed=self._unconfirmed())
            self._show_title()

    def add_piece(self, text: str) -> None:
        """Add a word of the user's own, cut as titles are."""
        if self.found is not None and text.strip():
            pieces = (*self.chips.pieces, *self.found.cutter.cut(text))
            self.chips.set_pieces(pieces, unconfirmed=self._unconfirmed())
            self._show_title()

    def put_words(self) -> None:
        """Add the selected words of the list behind the pieces of their slot."""
        keys = set(self.words.view.selected_keys())
        chosen = [piece for piece, _weight in self._candidates() if piece.word in keys]
        pieces = with_added(self.chips.pieces, chosen)
        self.chips.set_pieces(pieces, unconfirmed=self._unconfirmed())
        self._show_title()

    def copy_title(self) -> None:
        """Put the title on the clipboard."""
        QGuiApplication.clipboard().setText(self.current_title())
        self.context.message.emit(self.tr("Title copied: {length}").format(length=self.length.text()))

    def keep_title(self) -> None:
        """Keep the title as the item's draft for the platform, as one step."""
        if self.item and self.chips.pieces:
            kept_at = datetime.now().astimezone().isoformat(timespec="minutes")
            row = TitleDraft(self.item, self.limit().platform, self.current_title(), kept_at)
            self.context.push(keep_draft(row), self.tr("Keep a title draft"))

    def drop_kept(self) -> None:
        """Remove the item's draft, as one step, and show the title as it is now."""
        self.context.push(drop_draft(self.item, self.limit().platform), self.tr("Remove a title draft"))
        self._load(self.item)

    def say_fit(self, piece: str, *, fits: bool | None) -> None:
        """Say whether a piece is true of the item, as one step."""
        name = self.tr("Say whether “{piece}” is true of the item").format(piece=piece[:20])
        self.context.push(set_fit(self.item, piece, fits=fits), name)

    def export(self) -> None:
        """Write the items with their drafts to .xlsx."""
        sheet = sheet_of(self.items.view, name=self.tr("Titles"), notes=(wording.platform_name(self.limits.key()),))
        self.write_sheet(sheet, name=self.tr("Title drafts"))

    # --- inside

    def _load(self, title: str) -> None:
        cutter = self._cutter()
        pieces = cutter.cut(title) if cutter is not None else ()
        self._loaded = (pieces, title)
        self.chips.set_pieces(pieces, unconfirmed=frozenset())
        self._refresh()

    def _cutter(self) -> Cutter | None:
        return self.found.cutter if self.found is not None else None

    def _candidates(self) -> tuple[tuple[Piece, float], ...]:
        cutter = self._cutter()
        return candidates(cutter.cut(self.item), self._related) if cutter is not None else ()

    def _unconfirmed(self) -> frozenset[str]:
        fits, own = self.fits_of(self.item), normalise(self.item)
        listed = {piece.word for piece, _weight in self._candidates()}
        return frozenset(word for word in listed if word not in fits and not holds(own, word))

    def _refresh(self) -> None:
        """Make proposals and words anew, after another item, limit or document."""
        found, cutter = self.found, self._cutter()
        if found is None or cutter is None:
            return
        self._related = found.index.related_to(self.item, cutter)
        fits = self.fits_of(self.item)
        pieces = self._candidates()
        self.words.set_frame(tables.piece_frame(pieces, fits))
        self.chips.set_pieces(self.chips.pieces, unconfirmed=self._unconfirmed())
        self.limits.show_limit(self.limit())
        self._show_title()
        self._propose(cutter, pieces, fits)

    def _propose(self, cutter: Cutter, pieces: Sequence[tuple[Piece, float]], fits: Mapping[str, bool]) -> None:
        """Make proposals beside the interface: hundreds of words take a moment."""
        item, related, limit, listed = self.item, self._related, self.limit(), self.listed()
        barred = {piece.word: False for piece, _weight in pieces if _is_barred(piece, listed)}
        said = {**fits, **barred}

        def done(proposals: tuple[Proposal, ...]) -> None:
            self.proposals = proposals
            self.offers.set_frame(tables.proposal_frame(proposals, in_money=self._in_money))

        self._job.start(
            self.tr("Putting titles together"),
            lambda _job: propose(item, related, cutter, limit=limit, fits=said),
            done,
        )

    def _show_title(self) -> None:
        self._show_parts()
        title, limit = self.current_title(), self.limit()
        self.card.set_title(self.item or self.tr("No item chosen"))
        covered = backing(covered_by(self.item, self._related))
        share = backing(self._related).weight
        now = self.tr("Now: {length}; covers {covered} of {whole}").format(
            length=wording.length_text(limit, self.item),
            covered=wording.weight_text(covered.weight, in_money=self._in_money),
            whole=wording.weight_text(share, in_money=self._in_money),
        )
        self.now.setText(now if self._related else self.tr("Now: {length}").format(
            length=wording.length_text(limit, self.item)
        ))  # fmt: skip
        self.now.setToolTip(wording.backing_text(backing(self._related)) if self._related else "")
        self.title.setText(title or formats.UNKNOWN)
        self.length.setText(wording.length_text(limit, title))
        compared = compare(title, self.item, self._related)
        same = normalise(title) == normalise(self.item)
        self.verdict.setText(
            self.tr("This is the current title.") if same else wording.verdict_text(compared, in_money=self._in_money)
        )
        notes = notes_of(
            title, pieces=self.chips.pieces, current=cutter.cut(self.item) if (cutter := self._cutter()) else (),
            remarks=remarks(self.chips.pieces),
            unconfirmed=self._unconfirmed() & {piece.word for piece in self.chips.pieces},
        )  # fmt: skip
        self.notes.setText("  ·  ".join(notes))
        self._show_warnings(title, limit)
        drafted = self.item in self.drafts_of(self.limits.key())
        self.forget.setVisible(drafted)
        self.back.setVisible(not same)

    def _show_parts(self) -> None:
        """Before there is a title there is nothing to compose."""
        for part in (self.card, self.offers, self.words):
            part.setVisible(bool(self.item))

    def _show_warnings(self, title: str, limit: TitleLimit) -> None:
        texts = warnings_of(title, limit, remarks(self.chips.pieces), check(title, self.listed()))
        self.warning.setText("\n".join(texts))
        self.warning.setVisible(bool(texts))

    def _tell_missing(self, found: Titles) -> None:
        self._show_parts()
        if not found.has_library and not found.demand.words:
            self.bar.say(
                self.tr(
                    "No words yet: import a keyword report of your ad console or 引流词 of 生意参谋. "
                    "A title can be counted and checked all the same."
                )
            )
        elif not found.titles:
            self.bar.say(self.tr("No item titles yet: import orders or the item report, or type a title below."))
        else:
            self.bar.hide()

    def _edited(self, batch: EditBatch) -> None:
        said = {tables.YES: True, tables.NO: False}
        changes = [set_fit(self.item, str(cell.key), fits=said.get(str(cell.new or ""))) for cell in batch]
        self.context.push(Together(tuple(changes)), batch.name)

    def _choose_item(self, key: Hashable) -> None:
        if isinstance(key, str) and key != self.item:
            self.open_item(key)

    def _set_limit(self, row: OwnLimit) -> None:
        self.context.push(set_limit(row), self.tr("Set the limit of titles"))
        self._refresh()

    # --- texts and signals

    def _connect(self) -> None:
        self.items.row_changed.connect(self._choose_item)
        self.typed.returnPressed.connect(lambda: self.open_item(self.typed.text().strip()))
        self.limits.platform_chosen.connect(self._refresh)
        self.limits.edited.connect(self._set_limit)
        self.chips.changed.connect(self._show_title)
        self.chips.truth_told.connect(lambda piece, fits: self.say_fit(piece, fits=fits))
        for slot, target in self.slots.items():
            target.dropped.connect(lambda place, slot=slot: self.chips.set_slot(place, slot))
        self.add.returnPressed.connect(self._add_typed)
        self.copy.clicked.connect(self.copy_title)
        self.keep.clicked.connect(self.keep_title)
        self.by_formula.clicked.connect(self._arrange)
        self.back.clicked.connect(lambda: self._load(self.item))
        self.forget.clicked.connect(self.drop_kept)
        self.use.clicked.connect(self.use_proposal)
        self.offers.view.doubleClicked.connect(lambda _index: self.use_proposal())
        self.put.clicked.connect(self.put_words)
        self.words.edited.connect(self._edited)
        self.items.export_asked.connect(self.export)
        for grid in (self.items, self.offers, self.words):
            grid.stats_changed.connect(self.context.selection_stats)

    def _add_typed(self) -> None:
        self.add_piece(self.add.text())
        self.add.clear()

    def _arrange(self) -> None:
        self.chips.set_pieces(arranged(self.chips.pieces), unconfirmed=self._unconfirmed())
        self._show_title()

    def _write(self) -> None:
        self.typed.setPlaceholderText(self.tr("Or type a title and press Enter"))
        self.typed.setAccessibleName(self.tr("Title to work on"))
        self.add.setPlaceholderText(self.tr("Add a word of your own, Enter"))
        self.add.setAccessibleName(self.tr("Word to add"))
        self.copy.setText(self.tr("Copy"))
        self.keep.setText(self.tr("Keep draft"))
        self.by_formula.setText(self.tr("Order by the formula"))
        self.by_formula.setToolTip(self.tr("Brand + product + attributes + scene + marketing"))
        self.back.setText(self.tr("Back to the current title"))
        self.forget.setText(self.tr("Remove draft"))
        self.use.setText(self.tr("Take it"))
        self.put.setText(self.tr("Add"))


def _is_barred(piece: Piece, listed: AdList) -> bool:
    return any(one.level is Level.BLOCK for one in check(piece.text, listed))

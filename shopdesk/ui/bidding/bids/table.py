"""All words of a plan with their bids: taken, refused, typed or pasted, filtered to what moves."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.ui import formats
from shopdesk.ui.bidding.bids.columns import BidColumns, frame_of
from shopdesk.ui.bidding.bids.edits import refused_bids, stepped_bids, taken_bids, typed_bids, typed_today
from shopdesk.ui.bidding.bids.rows import WordRows
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.cards import LinkButton, button
from shopdesk.ui.grid import EditBatch, GridFrame, GridPanel, LayoutStore, PageFilter

ALL, CHANGED, MOVED = "all", "changed", "moved"
_FILTER = "moving"


class WordTable(QWidget):
    """``edited(fields, name)`` gives new bids; ``closed``: back to the cards; ``stats``: of the selected cells."""

    edited = Signal(object, str)
    closed = Signal()
    stats = Signal(object)

    def __init__(self, store: LayoutStore | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PlanView | None = None
        self._rows: WordRows | None = None
        self.columns = BidColumns(self._profile, self)
        self.panel = GridPanel(self.columns.columns(), title=self._title, store=store)
        self.back = LinkButton()
        self.shown = QComboBox()
        self.shown.setProperty("small", True)
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shown.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.take, self.refuse = button(small=True), button(small=True)
        self.panel.left_slot.addWidget(self.back)
        for widget in (self.shown, self.take, self.refuse):
            self.panel.right_slot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.back.clicked.connect(self.closed)
        self.shown.activated.connect(lambda: self._filter(self.shown.currentData()))
        self.take.clicked.connect(lambda: self._take(self._selected()))
        self.refuse.clicked.connect(lambda: self._refuse(self._selected()))
        self.panel.edited.connect(self._edited)
        self.panel.stats_changed.connect(self.stats)
        self.panel.stats_changed.connect(lambda _stats: self._say_verbs())
        self._say()

    def set_view(self, view: PlanView, rows: WordRows | None) -> None:
        """Show the words of a plan."""
        self._view, self._rows = view, rows
        self.panel.model.read_only = view.plan is None
        if rows is None:
            return
        self.columns.show(rows)
        quadrants = view.history.words.quadrants if view.history is not None and view.history.words is not None else ()
        frame = frame_of(rows, places=view.places, quadrants=quadrants)
        self.panel.set_frame(frame)
        self._filter(self.shown.currentData())
        self._say_verbs()

    def reveal(self, key: str) -> None:
        """Bring a word's new bid into view; without a key only take the focus."""
        if key:
            if self.panel.model.row_of_key(key) is None:
                self.show_words(ALL)
            self.panel.view.reveal(key, "new")
        self.panel.view.setFocus()

    def show_words(self, which: str) -> None:
        """Show ``ALL`` words, those that the proposal ``MOVED``, or those ``CHANGED`` by hand."""
        self.shown.setCurrentIndex(self.shown.findData(which))
        self._filter(which)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _profile(self) -> PlatformProfile:
        if self._view is None:
            raise RuntimeError("no plan is shown")
        return self._view.profile

    def _title(self) -> str:
        return self.tr("Keyword bids")

    def _selected(self) -> list[str] | None:
        """Return the words of the selected rows, None (all shown) where at most one row is."""
        keys = self.panel.view.selected_keys()
        return [str(key) for key in keys] if len(keys) > 1 else None

    def _shown_keys(self) -> list[str]:
        keys = self.panel.model.frame.keys
        return [str(keys[at]) for at in self.panel.model.order.tolist()]

    def _filter(self, key: str) -> None:
        rows = self._rows
        if rows is None:
            return
        if key == ALL:
            self.panel.model.set_page_filter(_FILTER, None)
            return
        chosen = rows.is_changed if key == CHANGED else rows.is_moved
        kept = set(np.array(rows.keys, dtype=object)[chosen].tolist())
        title = self.tr("changed") if key == CHANGED else self.tr("proposed")
        self.panel.model.set_page_filter(_FILTER, PageFilter(lambda frame: _mask(frame, kept), lambda: title, key))

    def _take(self, keys: Collection[str] | None) -> None:
        view, rows = self._view, self._rows
        if view is None or view.plan is None or rows is None:
            return
        bids, count = taken_bids(rows, view.plan.bids, self._shown_keys() if keys is None else keys)
        name = self.tr("take the proposal for {count} {count:word|words}").format(count=formats.full(count))
        self._send({"bids": bids}, name)

    def _refuse(self, keys: Collection[str] | None) -> None:
        view, rows = self._view, self._rows
        if view is None or view.plan is None or rows is None:
            return
        bids, count = refused_bids(rows, view.plan.bids, self._shown_keys() if keys is None else keys)
        name = self.tr("leave {count} {count:word|words} at today's bid").format(count=formats.full(count))
        self._send({"bids": bids}, name)

    def _edited(self, batch: EditBatch) -> None:
        view, rows = self._view, self._rows
        if view is None or view.plan is None or rows is None:
            return
        typed = {
            name: {str(cell.key): cell.new for cell in batch if cell.column == name}
            for name in ("new", "change", "live")
        }
        name = batch.name
        if len(batch) == 1:
            key = str(batch.cells[0].key)
            word = view.places[key].word if key in view.places else key
            text = self.tr("today's bid of {word}") if typed["live"] else self.tr("bid of {word}")
            name = text.format(word=word)
        bids = stepped_bids(rows, typed_bids(rows, view.plan.bids, typed["new"]), typed["change"])
        fields: dict[str, Any] = {} if bids == dict(view.plan.bids) else {"bids": bids}
        if typed["live"]:
            fields["today"] = typed_today(view.plan.today, typed["live"])
        if fields:
            self.edited.emit(fields, name)

    def _send(self, fields: dict[str, Any], name: str) -> None:
        plan = self._view.plan if self._view is not None else None
        if plan is not None and fields["bids"] != dict(plan.bids):
            self.edited.emit(fields, name)

    def _say(self) -> None:
        self.back.setText(self.tr("‹ Plan"))
        self.back.setToolTip(self.tr("Back to hours, regions and audiences"))
        items = ((ALL, self.tr("All words")), (MOVED, self.tr("Proposed")), (CHANGED, self.tr("Changed")))
        chosen = max(0, self.shown.currentIndex())
        self.shown.clear()
        for key, text in items:
            self.shown.addItem(text, key)
        self.shown.setCurrentIndex(chosen)
        self.shown.setAccessibleName(self.tr("Words shown"))
        self._say_verbs()

    def _say_verbs(self) -> None:
        some = self._selected()
        count = formats.full(len(some) if some is not None else len(self.panel.model.order))
        taken = self._takable(some)
        self.take.setText(self.tr("Take {count}").format(count=formats.full(taken)))
        self.take.setToolTip(self.tr("Put the proposed bids of the selected words, else of all shown, into the plan"))
        self.refuse.setText(self.tr("Leave {count}").format(count=count))
        self.refuse.setToolTip(self.tr("Give the selected words, else all shown, today's bid back"))
        enabled = self._view is not None and self._view.plan is not None
        self.refuse.setEnabled(enabled)
        self.take.setEnabled(enabled and taken > 0)

    def _takable(self, keys: Collection[str] | None) -> int:
        """Return how many of some words (all shown where none is selected) the proposal would change."""
        view, rows = self._view, self._rows
        if view is None or view.plan is None or rows is None or view.proposal is None:
            return 0
        return taken_bids(rows, view.plan.bids, self._shown_keys() if keys is None else keys)[1]


def _mask(frame: GridFrame, kept: Collection[object]) -> NDArray[np.bool_]:
    return np.array([key in kept for key in frame.keys], dtype=bool)

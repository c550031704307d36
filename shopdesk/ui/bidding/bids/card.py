"""关键词出价: the bids that move most, and the way to the table of all words."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons
from shopdesk.ui.bidding.bids import wording
from shopdesk.ui.bidding.bids.edits import taken_bids
from shopdesk.ui.bidding.bids.rows import WordRows
from shopdesk.ui.bidding.bids.strip import COLUMNS, LINES, BidStrip, StripEntry
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.sizes import DENSE_HEADER_PX
from shopdesk.ui.bidding.steady_label import SteadyLabel
from shopdesk.ui.bidding.taking import offer_of, show_offer
from shopdesk.ui.cards import Card, Chip, LinkButton, button


class WordCard(Card):
    """``edited(fields, name)`` gives new bids; ``table_wanted(key)`` asks for the table, at a word or at its top;
    ``parts_wanted(levers)`` takes the bids with what they fall for."""

    edited = Signal(object, str)
    parts_wanted = Signal(object)
    table_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._view: PlanView | None = None
        self._rows: WordRows | None = None
        self._is_low = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.doubt = Chip(tone="warn")
        self.add_action(self.doubt)
        self.take, self.all = button(small=True), LinkButton()
        self.add_action(self.take)
        self.add_action(self.all)
        self.strip = BidStrip()
        self.note = SteadyLabel("secondary")
        self.note.setContentsMargins(12, 6, 12, 8)
        self.body.setSpacing(0)
        self.header.setFixedHeight(DENSE_HEADER_PX)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.note)
        self.take.clicked.connect(self._take)
        self.all.clicked.connect(lambda: self.table_wanted.emit(""))
        self.strip.chosen.connect(self.table_wanted)
        self._say()

    def set_view(self, view: PlanView, rows: WordRows | None) -> None:
        """Show the words of a plan, None where no report names any."""
        self._view, self._rows = view, rows
        self._show()

    def set_low(self, is_low: bool) -> None:
        """Say the same in less height: one line of words, and the note in the header."""
        if is_low != self._is_low:
            self._is_low = is_low
            self.strip.set_lines(1 if is_low else LINES)
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        view, rows = self._view, self._rows
        if view is None:
            return
        changed = int(rows.is_changed.sum()) if rows is not None else 0
        moved = int(rows.is_moved.sum()) if rows is not None else 0
        waits = not changed and moved > 0
        self.strip.set_entries(self._entries(view, rows, proposed=waits) if rows is not None else [])
        self.all.setVisible(rows is not None)
        if rows is not None:
            text = self.tr("All {count} {count:word|words} ›").format(count=formats.full(len(rows)))
            self.all.setText(text)
        untaken = rows is not None and bool((rows.is_moved & (rows.proposed != rows.new)).any())
        self.take.setVisible(view.plan is not None and untaken)
        tip = self.tr("Put the proposed bids into the plan")
        show_offer(self.take, offer_of(view, Lever.WORDS), whole=self.tr("Take it"), tip=tip)
        self._show_doubt(view, rows)
        note, subtitle = self._note(view, rows), self._subtitle(rows, changed, moved)
        in_header = self._is_low and bool(note) and rows is not None
        self.set_title(self.tr("Keyword bids"), note if in_header else subtitle)
        self.subtitle_label.setToolTip("\n".join(part for part in (subtitle, note) if part))
        self.note.setText("" if in_header else note)
        self.note.setVisible(bool(note) and not in_header)

    def _show_doubt(self, view: PlanView, rows: WordRows | None) -> None:
        """Say where the price of a click stands in for today's bid: a proposal from it is lower than it looks."""
        count = len(view.from_cpc)
        self.doubt.setVisible(rows is not None and count > 0)
        text = self.tr(
            "No report tells today's bid of {count} {count:word|words}. Their changes are said and exported in percent "
            "of the console's bid, never as a price. Type today's bids in the table, or import the list of keywords "
            "with their bids, to work with prices."
        )
        self.doubt.setToolTip(text.format(count=formats.full(count)))

    def _entries(self, view: PlanView, rows: WordRows, *, proposed: bool) -> list[StripEntry]:
        to = rows.proposed if proposed else rows.new
        return [
            StripEntry(
                key=rows.keys[at],
                word=view.places[rows.keys[at]].word if rows.keys[at] in view.places else rows.keys[at],
                before=_known(rows.live[at]),
                after=_known(to[at]),
                tip=self._tip(rows, at),
                is_stand_in=bool(rows.stand_in[at]),
            )
            for at in rows.most_moved(COLUMNS * LINES, proposed=proposed)
        ]

    def _tip(self, rows: WordRows, at: int) -> str:
        names = ("worth", "worth_low", "worth_high", "live", "target", "cap", "clicks", "orders")
        row = {name: _known(getattr(rows, name)[at]) for name in names}
        return wording.reason_tip({**row, "from_cpc": bool(rows.stand_in[at])})

    def _subtitle(self, rows: WordRows | None, changed: int, moved: int) -> str:
        if rows is None:
            return self.tr("yuan")
        values = {"words": formats.full(len(rows)), "changed": formats.full(changed), "moved": formats.full(moved)}
        if changed:
            text = self.tr("yuan · {changed} of {words} words changed")
        elif moved:
            text = self.tr("yuan · proposed for {moved} of {words} words")
        else:
            text = self.tr("yuan · {words} words, none changed")
        return text.format(**values)

    def _note(self, view: PlanView, rows: WordRows | None) -> str:
        if rows is None:
            return reasons.missing_text(view, reasons.WORDS)
        if view.proposal is None:
            return view.note
        if view.proposal.words is Stay.NO_MARGIN and view.margin is not None:
            return self.tr("At a margin of {margin} nothing is left for a click: no bid pays").format(
                margin=formats.percent(view.margin, decimals=0)
            )
        if view.proposal.words is not Stay.MOVES:
            return self._left_text(view.proposal.left) or reasons.stay_text(view.proposal.words, reasons.WORDS)
        parts = (offer_of(view, Lever.WORDS).said, self._left_text(view.proposal.left))
        return " · ".join(part for part in parts if part)

    def _left_text(self, left: Mapping[str, float]) -> str:
        if not left:
            return ""
        text = self.tr("{count} {count:word stays|words stay}: changing all would bring about {yuan} yuan")
        return text.format(count=formats.full(len(left)), yuan=formats.money_fen(sum(left.values()), decimals=0))

    def _take(self) -> None:
        view, rows = self._view, self._rows
        if view is None or view.plan is None or rows is None:
            return
        offer = offer_of(view, Lever.WORDS)
        if offer.is_joint:
            self.parts_wanted.emit(offer.parts)
            return
        bids, count = taken_bids(rows, view.plan.bids)
        name = self.tr("take the proposal for {count} {count:word|words}").format(count=formats.full(count))
        self.edited.emit({"bids": bids}, name)

    def _say(self) -> None:
        self.doubt.set_state(self.tr("changes in percent"), "warn")
        self.strip.setAccessibleName(self.tr("Bids that move most"))


def _known(value: float) -> float | None:
    number = float(value)
    return number if math.isfinite(number) else None

"""匹配度: each item's title against the words that bring money, and the words that no title covers."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.titles.answer import Titles
from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.titles.coverage import TitleMatch, Uncovered
from shopdesk.domain.titles.demand import TitleWord
from shopdesk.domain.titles.pieces import holds
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState, Segmented, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import GridFrame, GridPanel
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.titles import tables, wording
from shopdesk.ui.keywords.titles.panel import TitlePanel
from shopdesk.ui.tokens import GUTTER_PX

DETAIL_PX: Final = 430
ITEMS, WORDS, NOTHING = "items", "words", "nothing"
WORD_NUMBERS: Final = ("weight", "clicks", "orders", "visitors", "buyers")


class Matcher(TitlePanel):
    """Items at the left with one in full at the right; or the words that no title covers, by money."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._in_money = True
        self._match: TitleMatch | None = None
        self.switch = Segmented()
        self.note = label("", "secondary", wrap=True)
        self.items = GridPanel(
            tables.match_columns(True), title=lambda: self.tr("Items"), read_only=True, small=True, parent=self
        )
        self.missing = GridPanel(
            tables.word_columns(True), title=lambda: self.tr("Not covered"), read_only=True, small=True, parent=self
        )
        self.uncovered = GridPanel(
            tables.word_columns(True), title=lambda: self.tr("Words no title covers"), read_only=True, small=True,
            parent=self,
        )  # fmt: skip
        self.uncovered.model.set_columns(tables.uncovered_columns(True))
        self.detail = label("", wrap=True)
        self.behind = label("", "caption", wrap=True)
        self.compose = button(primary=True)
        self.empty = EmptyState(icon="keywords")
        self._lay_out()
        self._connect()
        self._write()

    def show_titles(self, found: Titles) -> None:
        """Show the items' match; the item in full stays."""
        self.found = found
        if self._in_money != found.demand.in_money:
            self._in_money = found.demand.in_money
            self.items.model.set_columns(tables.match_columns(self._in_money))
            self.missing.model.set_columns(tables.word_columns(self._in_money))
            self.uncovered.model.set_columns(tables.uncovered_columns(self._in_money))
        self._fill()

    def choose(self, key: str) -> None:
        """Show all items, only those that cover nothing, or the words that no title covers."""
        self.switch.choose(key)
        self._fill()

    def export(self) -> None:
        """Write the table shown to .xlsx."""
        grid = self.shown_grid()
        sheet = sheet_of(grid.view, name=self.tr("Match"), notes=(self.note.text(),))
        self.write_sheet(sheet, name=self.tr("Titles and words"))

    def shown_grid(self) -> GridPanel:
        """Return the main table that is shown."""
        return self.uncovered if self.switch.key() == WORDS else self.items

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
        super().changeEvent(event)

    # --- inside

    def _fill(self) -> None:
        found = self.found
        if found is None:
            return
        ready = bool(found.titles and found.demand.words)
        self._pages.setCurrentIndex(1 if ready else 0)
        self._tell_empty(found)
        if not ready:
            return
        words = self.switch.key() == WORDS
        self._below.setCurrentIndex(1 if words else 0)
        matches = found.coverage.matches
        if self.switch.key() == NOTHING:
            matches = tuple(match for match in matches if not match.covered.words)
        if words:
            self.uncovered.set_frame(_uncovered_frame(found.coverage.uncovered))
        else:
            self.items.set_frame(tables.match_frame(found, matches))
        self.note.setText(self._summary(found, len(matches)))
        if not words and self.items.model.rowCount() and self.items.view.current_cell() is None:
            self.items.view.move_to(0, 0)
        self._show_detail(self._match.title if self._match else None)

    def _summary(self, found: Titles, shown: int) -> str:
        covered = found.coverage
        if self.switch.key() == NOTHING and not shown:
            return self.tr("Every title covers at least one word.")
        share = covered.covered.weight / covered.everything.weight if covered.everything.weight > 0 else None
        text = self.tr(
            "All titles together cover {words} of {all} words and {share} of their value "
            "(without words with somebody else's brand). Behind it: {behind}."
        ).format(
            words=formats.full(covered.covered.words),
            all=formats.full(covered.everything.words),
            share=formats.percent(share, decimals=0),
            behind=wording.backing_text(covered.everything),
        )
        if rest := found.demand.rest.words:
            whole = covered.everything.weight + found.demand.rest.weight
            text += " " + self.tr(
                "Held against titles: the {count} words that bring most; the other {rest} ({share} of the value) "
                "are not."
            ).format(
                count=formats.full(len(found.demand.words)),
                rest=formats.full(rest),
                share=formats.percent(found.demand.rest.weight / whole if whole > 0 else None, decimals=0),
            )
        if not found.demand.with_organic:
            text += " " + self.tr("Import 引流词 of 生意参谋 for what free search brings.")
        return text

    def _tell_empty(self, found: Titles) -> None:
        if not found.demand.words:
            text = self.tr(
                "Which words bring money is not known yet. Import a keyword report of your ad console "
                "or the 引流词 report of 生意参谋, and orders or the item report for the titles."
            )
        else:
            text = self.tr("Titles of your items are not known yet. Import orders or the item report.")
        self.empty.set_texts(text, self.tr("Import files…"))

    def _show_detail(self, key: Hashable | None) -> None:
        found = self.found
        match = next((one for one in found.coverage.matches if one.title == key), None) if found is not None else None
        self._match = match
        self.compose.setEnabled(match is not None)
        if match is None:
            self.detail.setText(self.tr("Choose an item to see what its title leaves out."))
            self.behind.setText("")
            self.missing.set_frame(word_frame((), ""))
            return
        self.detail.setText(self._detail_text(match))
        self.behind.setText(wording.backing_text(match.related) if match.related.words else "")
        self.missing.set_frame(word_frame(match.missing, normalise(match.title)))

    def _detail_text(self, match: TitleMatch) -> str:
        if not match.heads:
            return self.tr(
                "{title}: no product word of the library stands in this title, so nothing can be said of its match. "
                "Name your products in the dictionary."
            ).format(title=match.title)
        if match.share is None:
            return self.tr("{title}: no word about {heads} is known yet; too little data, no verdict.").format(
                title=match.title, heads=formats.listed(match.heads)
            )
        return self.tr("{title}: covers {covered} of {whole} that words about {heads} bring.").format(
            title=match.title,
            covered=wording.weight_text(match.covered.weight, in_money=self._in_money),
            whole=wording.weight_text(match.related.weight, in_money=self._in_money),
            heads=formats.listed(match.heads),
        )

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.detail)
        side.addWidget(self.behind)
        side.addWidget(self.missing, 1)
        verbs = QHBoxLayout()
        verbs.addWidget(self.compose)
        verbs.addStretch(1)
        side.addLayout(verbs)
        panel = QWidget()
        panel.setFixedWidth(DETAIL_PX)
        panel.setLayout(side)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.items, 1)
        row.addWidget(panel)
        self._below = QStackedWidget()
        self._below.addWidget(both)
        self._below.addWidget(self.uncovered)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(GUTTER_PX)
        top.addWidget(self.switch)
        top.addWidget(self.note, 1)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self._below, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _connect(self) -> None:
        self.switch.chosen.connect(self.choose)
        self.items.row_changed.connect(self._show_detail)
        self.items.view.doubleClicked.connect(lambda _index: self._compose())
        self.compose.clicked.connect(self._compose)
        self.empty.triggered.connect(self.context.import_requested)
        for grid in (self.items, self.missing, self.uncovered):
            grid.stats_changed.connect(self.context.selection_stats)
            grid.export_asked.connect(self.export)

    def _compose(self) -> None:
        if self._match is not None:
            self.compose_wanted.emit(self._match.title)

    def _write(self) -> None:
        self.switch.set_items(
            [
                (ITEMS, self.tr("By item")),
                (NOTHING, self.tr("Titles that cover nothing")),
                (WORDS, self.tr("Words no title covers")),
            ]
        )
        self.compose.setText(self.tr("Put this title together"))


def _uncovered_frame(uncovered: Sequence[Uncovered]) -> GridFrame:
    words = [one.word for one in uncovered]
    data = {name: [getattr(word, name) for word in words] for name in WORD_NUMBERS}
    shown = {"word": [word.shown for word in words], "titles": [float(one.titles) for one in uncovered]}
    return GridFrame({**shown, **data}, keys=[word.word for word in words])


def word_frame(words: Sequence[TitleWord], title: str) -> GridFrame:
    """Return words with what stands behind them; ``title`` (normal spelling) says which pieces are lacking."""
    return GridFrame(
        {
            "word": [word.shown for word in words],
            **{name: [getattr(word, name) for word in words] for name in WORD_NUMBERS},
            "lacks": [
                formats.listed(piece.text for piece in word.pieces if not holds(title, piece.word)) for word in words
            ],
        },
        keys=[word.word for word in words],
    )

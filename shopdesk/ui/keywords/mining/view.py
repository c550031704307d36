"""找词: words that people search and the shop doesn't buy, and words it buys that come anyway or bring nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.decisions import DECISIONS, WordDecision, decide, decisions_of, take_back
from shopdesk.app.keywords.documents import HAND_LABELS, hand_labels
from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.library import Library
from shopdesk.domain.keywords.mining import Mined, mine
from shopdesk.ui import formats
from shopdesk.ui.cards import EmptyState, MessageBar, Segmented, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.grid.settings_layout import SettingsLayout
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.mining.columns import LISTS, OVERLAP, UNBOUGHT, WASTED, WINNING, FindColumns, frame_of
from shopdesk.ui.keywords.sheet_saver import SheetSaver
from shopdesk.ui.keywords.view import LibraryState, LibraryView
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX

if TYPE_CHECKING:
    import pandas as pd

DECIDED: Final = {UNBOUGHT: Action.EXPAND, WINNING: Action.EXPAND, WASTED: Action.NEGATIVE}
"""What may be decided about the words of a list."""


class View(LibraryView):
    """Four lists by a switch; all are made in one job. A list that no report feeds says which one to import."""

    uses = frozenset({HAND_LABELS.name, DECISIONS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: LibraryState | None = None
        self._mined: Mined | None = None
        self._job = LatestJob(context.jobs, self)
        self._columns = {name: FindColumns(name) for name in LISTS}
        self.grids = {name: self._grid(name) for name in LISTS}
        self.switch = Segmented()
        self.decide = button(small=True)
        self.copy = button(small=True)
        self.save = button(small=True)
        self.about = label("", "secondary", wrap=True)
        self.empty = EmptyState(icon="keywords")
        self.bar = MessageBar()
        self._saver = SheetSaver(context, self.bar, self)
        self._lay_out()
        self._connect()
        self._write()

    def show_library(self, state: LibraryState) -> None:
        """Look for finds anew where the library or a label by hand has changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        self._state = state
        library, known = state.answer.library, state.answer.study
        hand = hand_labels(workspace)
        period = library.period if library is not None else self.context.period
        if not self._job.is_news((library, known), period, tuple(sorted(hand.items()))):
            self._show_decisions()
            return

        def work(job: JobContext) -> tuple[Mined, dict[str, GridFrame]]:
            job.report(None, "")
            found = mine(known, library, period=period, hand=hand, check=job.check)
            return found, {name: frame_of(table, found.labels) for name, table in _tables(found).items()}

        self._job.start(self.tr("Looking for words"), work, self._take)

    def let_go(self) -> None:
        """Drop library and lists; the rows stay until others come."""
        self._job.drop()
        self._state = self._mined = None

    def show_target(self, target: object) -> None:
        """Show a list by its name."""
        if isinstance(target, str) and target in LISTS:
            self.switch.choose(target)
            self._show_list()

    def find_target(self) -> GridPanel:
        """Return the list shown."""
        return self.grids[self.list_name()]

    def list_name(self) -> str:
        """Return which list is shown."""
        return self.switch.key() or UNBOUGHT

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    # --- layout

    def _grid(self, name: str) -> GridPanel:
        store = SettingsLayout(self.context.settings, f"keyword_{name}")
        panel = GridPanel(self._columns[name].columns(), title=lambda: self._title(name), store=store, read_only=True)
        panel.stats_changed.connect(self.context.selection_stats)
        panel.export_asked.connect(self.export)
        panel.row_changed.connect(lambda _key: self._write_decide())
        panel.view.selectionModel().selectionChanged.connect(lambda _now, _before: self._write_decide())
        return panel

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.setSpacing(GUTTER_PX)
        strip.addWidget(self.switch)
        strip.addStretch(1)
        strip.addWidget(self.decide)
        strip.addWidget(self.copy)
        strip.addWidget(self.save)
        column.addLayout(strip)
        column.addWidget(self.bar)
        column.addWidget(self.about)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        for grid in self.grids.values():
            self._stack.addWidget(grid)
        column.addWidget(self._stack, 1)
        self.bar.hide()

    def _connect(self) -> None:
        self.switch.chosen.connect(lambda _name: self._show_list())
        self.decide.clicked.connect(self.decide_words)
        self.copy.clicked.connect(self.copy_words)
        self.save.clicked.connect(self.export)
        self.empty.triggered.connect(self.context.import_requested)

    def _write(self) -> None:
        tables = _tables(self._mined)
        titles = {name: self._title(name) for name in LISTS}
        self.switch.set_items(
            [
                (name, f"{titles[name]} {formats.full(len(tables[name]))}" if name in tables else titles[name])
                for name in LISTS
            ]
        )
        self.decide.setToolTip(
            self.tr("Decide about the selected words; “Rebuild plans” proposes where to buy or to exclude them")
        )
        self.copy.setText(self.tr("Copy words"))
        self.copy.setToolTip(self.tr("Copy the selected words, else all shown, one a line as ad consoles take them"))
        self.save.setText(self.tr("Export…"))
        self.save.setToolTip(self.tr("Write all lists that hold words to one Excel workbook"))
        for grid in self.grids.values():
            grid.retitle()
        self._show_list()

    def _title(self, name: str) -> str:
        if name == UNBOUGHT:
            return self.tr("Searched, not bought")
        if name == OVERLAP:
            return self.tr("Bought, and found without ads")
        if name == WINNING:
            return self.tr("Terms with orders")
        return self.tr("Terms without orders")

    def _about(self, name: str) -> str:
        """Return what a list says, from which days, and what it doesn't say."""
        mined, library = self._mined, self._state.answer.library if self._state is not None else None
        span = mined.organic if mined is not None and name in (UNBOUGHT, OVERLAP) else None
        if span is None and library is not None:
            span = library.period
        days = formats.span(span.start, span.end) + " · " if span is not None else ""
        texts = {
            UNBOUGHT: self.tr(
                "Searches that brought visitors without an ad and that no plan buys. What a click would be worth is "
                "a guess from search buyers; please check it with a small bid."
            ),
            OVERLAP: self.tr(
                "Bought words whose searches also bring visitors without an ad, by spend on such. Some of them might "
                "have come anyway; how many, only a week without the ad can tell."
            ),
            WINNING: self.tr(
                "Terms that people typed, that won orders and have no bid of their own. “Buy it” only where it almost "
                "surely pays."
            ),
            WASTED: self.tr(
                "Terms that cost money and won no order. “Exclude” only where they don't pay with 90 % chance, judged "
                "with the words of their root; else how many clicks without an order that would take."
            ),
        }
        return days + texts[name]

    def _missing(self, name: str) -> str:
        """Return which report a list needs."""
        if name == UNBOUGHT:
            return self.tr(
                "To find searches that you don't buy, import the search terms that brought visitors "
                "(生意参谋 · 引流搜索关键词) for days of this period."
            )
        if name == OVERLAP:
            return self.tr(
                "To see which bought words are found without ads, too, import the search terms that brought visitors "
                "(生意参谋 · 引流搜索关键词) and a keyword report of the same days."
            )
        return self.tr(
            "To judge what people typed, import a search term report of your ad console (搜索词报告) for days of this "
            "period."
        )

    # --- data

    def _take(self, result: tuple[Mined, dict[str, GridFrame]]) -> None:
        self._mined, frames = result
        decided = self._decided()
        library: Library | None = self._state.answer.library if self._state is not None else None
        for name, table in _tables(self._mined).items():
            self._columns[name].show(table, library)
            frames[name].set_column("decision", [decided.get(str(key)) for key in frames[name].keys])
            self.grids[name].set_frame(frames[name])
        self._write()

    def _decided(self) -> dict[str, str]:
        workspace = self.context.workspace
        return {word: one.action for word, one in decisions_of(workspace).items()} if workspace is not None else {}

    def _show_decisions(self) -> None:
        """Write what was decided since into the rows; selection and place stay."""
        decided = self._decided()
        for grid in self.grids.values():
            frame = grid.model.frame
            news = {
                key: {"decision": decided.get(str(key))}
                for place, key in enumerate(frame.keys)
                if frame.value("decision", place) != decided.get(str(key))
            }
            if news:
                grid.model.update_rows(news)
        self._write_decide()

    def _show_list(self) -> None:
        name, tables = self.list_name(), _tables(self._mined)
        table = tables.get(name)
        has_rows = table is not None and bool(len(table))
        self.decide.setVisible(has_rows and name in DECIDED)
        self._write_decide()
        self.copy.setEnabled(has_rows)
        self.save.setEnabled(any(len(one) for one in tables.values()))
        self.about.setVisible(has_rows)
        self.about.setText(self._about(name))
        if has_rows:
            self._stack.setCurrentWidget(self.grids[name])
            return
        if table is not None:
            self.empty.set_texts(self._nothing(name), "")
        else:
            self.empty.set_texts(self._missing(name), self.tr("Import files…"))
        self._stack.setCurrentWidget(self.empty)

    def _nothing(self, name: str) -> str:
        if name == UNBOUGHT:
            return self.tr("Every search that brought visitors is bought already.")
        if name == OVERLAP:
            return self.tr("No bought word had ten or more search visitors without an ad on these days.")
        if name == WINNING:
            return self.tr("No term without a bid of its own won an order in this period.")
        return self.tr("No term without a bid of its own cost money without an order in this period.")

    # --- what the user decides and takes away

    def decide_words(self) -> None:
        """Decide to buy or exclude the selected words, or take that back where all of them were decided; one step."""
        workspace, services = self.context.workspace, self.context.services
        words, action = self._chosen(), DECIDED.get(self.list_name())
        if workspace is None or action is None or not words:
            return
        named = {"count": formats.full(len(words))}
        if self._all_decided(words):
            name = self.tr("Take back the decision on {count} {count:word|words}").format(**named)
            self.context.push(take_back(workspace, words), name)
            return
        now = services.now().isoformat(timespec="seconds") if services is not None else ""
        if action is Action.EXPAND:
            name = self.tr("Decide to buy {count} {count:word|words}").format(**named)
        else:
            name = self.tr("Decide to exclude {count} {count:word|words}").format(**named)
        self.context.push(decide([WordDecision(word, action.value, None, now) for word in words]), name)

    def _chosen(self) -> list[str]:
        return [str(key) for key in self.grids[self.list_name()].view.selected_keys()]

    def _all_decided(self, words: list[str]) -> bool:
        frame, action = self.grids[self.list_name()].model.frame, DECIDED.get(self.list_name())
        places = [place for word in words if (place := frame.place(word)) is not None]
        return bool(places) and action is not None and all(frame.value("decision", at) == action.value for at in places)

    def _write_decide(self) -> None:
        words, excludes = self._chosen(), DECIDED.get(self.list_name()) is Action.NEGATIVE
        self.decide.setEnabled(bool(words))
        count = formats.full(len(words))
        if self._all_decided(words):
            self.decide.setText(self.tr("Take back {count}").format(count=count))
        elif not words:
            self.decide.setText(self.tr("Exclude") if excludes else self.tr("Buy"))
        elif excludes:
            self.decide.setText(self.tr("Exclude {count} {count:word|words}").format(count=count))
        else:
            self.decide.setText(self.tr("Buy {count} {count:word|words}").format(count=count))

    def copy_words(self) -> None:
        """Put the selected words, else all shown, on the clipboard: one a line."""
        grid = self.grids[self.list_name()]
        keys = list(grid.view.selected_keys())
        if len(keys) < 2:  # a single current row is where one stands, not a choice
            keys = [grid.model.key(row) for row in range(grid.model.rowCount())]
        frame = grid.model.frame
        places = [place for key in keys if (place := frame.place(key)) is not None]
        words = [str(frame.value("word", place)) for place in places]
        clipboard = QGuiApplication.clipboard()
        clipboard.setText("\n".join(" ".join(word.split()) for word in words))
        self.bar.say(self.tr("{count} {count:word|words} copied, one a line").format(count=formats.full(len(words))))

    def export(self) -> None:
        """Write every list that holds words to one workbook."""
        tables = _tables(self._mined)
        sheets = [
            sheet_of(self.grids[name].view, name=self._title(name), notes=(self._about(name),))
            for name, table in tables.items()
            if len(table)
        ]
        library = self._state.answer.library if self._state is not None else None
        span = f"{library.period.start} {library.period.end}" if library is not None else ""
        self._saver.save(self.tr("Word finds {span}").format(span=span).strip(), sheets)


def _tables(mined: Mined | None) -> dict[str, pd.DataFrame]:
    """Return the lists that a report feeds, by name."""
    if mined is None:
        return {}
    lists = {UNBOUGHT: mined.unbought, OVERLAP: mined.overlap, WINNING: mined.winning, WASTED: mined.wasted}
    return {name: table for name, table in lists.items() if table is not None}

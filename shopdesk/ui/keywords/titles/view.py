"""标题: put titles together, check them for prohibited words, and see what they are found by."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.library import Answer
from shopdesk.app.titles.answer import Titles, answer_titles
from shopdesk.app.titles.documents import COLLECTIONS
from shopdesk.ui.cards import Segmented
from shopdesk.ui.context import UiContext
from shopdesk.ui.keywords.titles.checker import Checker
from shopdesk.ui.keywords.titles.composer import Composer
from shopdesk.ui.keywords.titles.matcher import Matcher
from shopdesk.ui.keywords.titles.panel import ComposeTarget, TitlePanel
from shopdesk.ui.keywords.view import LibraryState, LibraryView
from shopdesk.ui.latest_job import LatestJob

COMPOSE, CHECK, MATCH = "compose", "check", "match"
VIEWS: Final = (COMPOSE, CHECK, MATCH)


class View(LibraryView):
    """Three views behind an inner switch; words and titles are computed in a job, once an answer."""

    uses = COLLECTIONS

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._job = LatestJob(context.jobs, self)
        self._answer: Answer | None = None
        self._found: Titles | None = None
        self.switch = Segmented()
        self.composer, self.checker, self.matcher = Composer(context), Checker(context), Matcher(context)
        self.panels: dict[str, TitlePanel] = {COMPOSE: self.composer, CHECK: self.checker, MATCH: self.matcher}
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.switch)
        column.addWidget(self._stack, 1)
        for panel in self.panels.values():
            self._stack.addWidget(panel)
            panel.compose_wanted.connect(self._compose)
        self.switch.chosen.connect(self.show_panel)
        self._write()

    def show_library(self, state: LibraryState) -> None:
        """Compute what the titles are found by; after a change of a document of titles only draw again."""
        if state.answer is self._answer and self._found is not None:
            self._draw()
            return
        answer = state.answer

        def work(job: JobContext) -> Titles:
            return answer_titles(answer, job)

        def done(found: Titles) -> None:
            self._answer, self._found = answer, found
            self._draw()

        self._job.start(self.tr("Reading the titles"), work, done)

    def let_go(self) -> None:
        """Drop the library; what was found stays until the titles are read anew."""
        self._job.drop()
        self._answer = None

    def show_panel(self, name: str) -> None:
        """Bring one of the views to the front."""
        self.switch.choose(name)
        self._stack.setCurrentWidget(self.panels[name])
        self._draw()

    def show_target(self, target: object) -> None:
        """Open the composer on an item (``ComposeTarget``), or one of the views by its name."""
        if isinstance(target, ComposeTarget):
            self._compose(target.title)
        elif isinstance(target, str) and target in self.panels:
            self.show_panel(target)

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches."""
        name = self.switch.key()
        if name == CHECK:
            return self.checker.grid
        return self.matcher.shown_grid() if name == MATCH else self.composer.items

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _compose(self, title: str) -> None:
        self.show_panel(COMPOSE)
        self.composer.open_item(title)

    def _draw(self) -> None:
        if self._found is not None:
            self.panels[self.switch.key() or COMPOSE].show_titles(self._found)

    def _write(self) -> None:
        names = {
            COMPOSE: self.tr("Put together"),
            CHECK: self.tr("Prohibited words"),
            MATCH: self.tr("Match"),
        }
        self.switch.set_items([(name, names[name]) for name in VIEWS])

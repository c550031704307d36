"""What both parts of the view of trials are made of: the list at the left, the answer, the verbs, the empty state."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from shopdesk.app.kpi.trials import Experiment, ShopChange
from shopdesk.ui.cards import Card, EmptyState, LinkButton, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.entry_list import EntryList
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX


class TrialsPart(QWidget):
    """One entry of a list is shown at a time; without any the empty state has the verb.

    A subclass makes its form, then calls ``_start``; it words everything and says which rows there are.
    """

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state: BoardState | None = None
        self._current = ""
        self._job = LatestJob(context.jobs, self)
        self.add = button(primary=True)
        self.list = EntryList()
        self.list_card = Card("…", padding=0)
        self.remove = LinkButton()
        self.headline = label("", "title", wrap=True)
        self.details = label("", "secondary", wrap=True)
        self.empty = EmptyState(icon="kpi")

    def show_board(self, state: BoardState) -> None:
        """Draw from the state and the documents."""
        self._state = state
        self._draw()

    @property
    def has_entries(self) -> bool:
        """Whether there is an entry; without one the empty state has the verb."""
        return bool(self._rows())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._draw()
        super().changeEvent(event)

    def _start(self, *, list_px: int, add: Callable[[], None], show: Callable[[str], None]) -> None:
        """Lay out, connect and word; ``add`` makes an entry, ``show`` shows the one of an id."""
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        self.list_card.setFixedWidth(list_px)
        self.list_card.body.addWidget(self.list, 1)
        row.addWidget(self.list_card)
        self._lay_out(row)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)
        self.add.clicked.connect(add)
        self.empty.triggered.connect(add)
        self.remove.clicked.connect(self._remove)
        self.list.chosen.connect(show)
        self._context.workspace_replaced.connect(self._forget)
        self._say()

    def _draw(self) -> None:
        if self._state is None:
            return
        has_entries = self.has_entries
        self._pages.setCurrentIndex(1 if has_entries else 0)
        if has_entries:
            self._draw_entry()

    def _forget(self) -> None:
        self._job.drop()

    def _rows(self) -> Sequence[ShopChange | Experiment]:
        """Return what is listed, newest first."""
        raise NotImplementedError

    def _lay_out(self, row: QHBoxLayout) -> None:
        """Add what stands at the right of the list."""
        raise NotImplementedError

    def _say(self) -> None:
        """Write every text in the language of now."""
        raise NotImplementedError

    def _draw_entry(self) -> None:
        """Draw the current entry, or the first where that is gone; there is one."""
        raise NotImplementedError

    def _remove(self) -> None:
        """Delete the entry shown."""
        raise NotImplementedError

"""One view within 关键词库: what each gets to draw from, and how one asks for another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.app.keywords.library import Answer
from shopdesk.app.keywords.review import Proposal
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.frame import GridFrame


@dataclass(frozen=True, slots=True)
class LibraryState:
    """What all views show at one moment; ``answer.library`` is None where no word has ever been imported.

    Each view then says itself which report brings its rows: some of them work without ad words. ``frame`` is the
    table of the words, made in the job. ``asked`` are the names to confirm, None while they are looked up.
    """

    answer: Answer
    frame: GridFrame | None = None
    asked: tuple[Proposal, ...] | None = None


class LibraryView(QWidget):
    """A page within the library. It is made when it is first shown and told of every change while it is shown.

    Heavy work belongs in a ``LatestJob``; edits go through ``context.push``. ``wanted`` asks the library for
    another view by its key (words, roots, mining, dictionary, titles, rebuild) and hands over what to show there.
    """

    uses: frozenset[str] = frozenset()  # document collections and tables that the view shows beside the library's
    wanted = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def show_library(self, state: LibraryState) -> None:
        """Draw from the state; called when shown and when facts, documents, period or comparison changed."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Drop what is held of a library that another has replaced while the view is hidden.

        With a million words each library fills a gigabyte. What is next shown comes with ``show_library``.
        """

    def show_target(self, target: object) -> None:
        """Bring into view what another view asked for with ``wanted``."""

    def find_target(self) -> Any:
        """Return the grid that Ctrl+F searches, None where the view has none."""
        return None

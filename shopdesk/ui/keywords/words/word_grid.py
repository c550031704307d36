"""The table of words: whoever searches it sees it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from shopdesk.ui.grid.panel import GridPanel


class WordGrid(GridPanel):
    """A grid panel that tells when its find bar opens: it may stand behind the scatter then."""

    find_opened = Signal()

    def show_find(self, replace: bool = False) -> None:
        """Come to the front and open the find bar."""
        self.find_opened.emit()
        super().show_find(replace)

"""Takes what is typed into the find box of the tool bar to the find bar of the current page's table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk.ui.context import Page
from shopdesk.ui.tool_bar import FindBox

if TYPE_CHECKING:
    from shopdesk.ui.grid.find_bar import FindBar


class FindRouter(QObject):
    """``page`` returns the page in front, None where there is none."""

    def __init__(self, box: FindBox, page: Callable[[], Page | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box = box
        self._page = page
        box.textEdited.connect(self._typed)
        box.find_next.connect(lambda _text: self._step(1))
        box.find_previous.connect(lambda _text: self._step(-1))
        box.left.connect(self.leave)

    def start(self) -> None:
        """Open the find bar of the table in front (Ctrl+F); a page without a table gets the box."""
        target = self._target()
        if target is not None and hasattr(target, "show_find"):
            target.show_find()
        else:
            self._box.setFocus()
            self._box.selectAll()

    def replace(self) -> None:
        """Open the find bar of the table in front with its replacing half (Ctrl+H)."""
        target = self._target()
        if target is not None and hasattr(target, "show_find"):
            target.show_find(replace=True)

    def leave(self) -> None:
        """Close the find bar and give the focus back to the page."""
        bar = self._bar(open_it=False)
        if bar is not None:
            bar.close_bar()
            return
        page = self._page()
        if page is not None:
            page.setFocus()

    def _typed(self, text: str) -> None:
        bar = self._bar(open_it=bool(text))
        if bar is not None:
            bar.field.setText(text)

    def _step(self, by: int) -> None:
        bar = self._bar(open_it=True)
        if bar is None:
            return
        if bar.field.text() != self._box.text():
            bar.field.setText(self._box.text())
            bar.search()
        else:
            bar.step(by)

    def _bar(self, *, open_it: bool) -> FindBar | None:
        from shopdesk.ui.grid.find_bar import FindBar

        target = self._target()
        if target is None:
            return None
        found = target.findChild(FindBar)
        if (found is None or found.isHidden()) and open_it and hasattr(target, "show_find"):
            place = self._box.cursorPosition()
            target.show_find()
            self._box.setFocus()
            self._box.setCursorPosition(place)
            found = target.findChild(FindBar)
        return found

    def _target(self) -> QWidget | None:
        page = self._page()
        target = page.find_target() if page is not None else None
        return target if isinstance(target, QWidget) else None

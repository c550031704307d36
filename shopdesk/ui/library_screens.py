"""Pictures of the keyword library: every view, a word in its panel, and the words as a scatter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shopdesk.ui.keywords.page import VIEWS, WORDS, KeywordsPage
from shopdesk.ui.keywords.words.view import SCATTER, TABLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.ui.driver import Driver


def library_pictures(driver: Driver, page: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Yield every view of the library; the table of words is shown again at the end."""
    if not isinstance(page, KeywordsPage):
        return
    words = page.words
    if words.grid.model.rowCount():
        words.grid.view.move_to(0, 0)
        driver.settle()
        yield "keywords_word", driver.window
        words.show_face(SCATTER)
        driver.settle()
        yield "keywords_scatter", driver.window
        words.show_face(TABLE)
        words.panel.hide()
    for name in VIEWS:
        driver.show_view(page, name)
        if name != WORDS:
            yield f"keywords_{name}", driver.window
    page.show_view(WORDS)

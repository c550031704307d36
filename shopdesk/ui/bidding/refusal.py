"""What could not go in, said beneath a table until something else is set there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from shopdesk.ui import formats
from shopdesk.ui.grid import EditBatch


class Refusal:
    """The rest of a block goes in and is drawn only afterwards, so that a text must outlast that drawing."""

    def __init__(self) -> None:
        self._text = ""
        self._of: dict[str, int] = {}
        self._sent: dict[str, int] | None = None

    def note_sent(self, percents: Mapping[str, int]) -> None:
        """Note what was set and will come back as the next view."""
        self._sent = dict(percents)

    def say(self, text: str, percents: Mapping[str, int]) -> str:
        """Return the text, and keep it for what is on its way, else for the ``percents`` that are shown."""
        self._text, self._of = text, dict(percents) if self._sent is None else self._sent
        return text

    def text(self, percents: Mapping[str, int]) -> str:
        """Return what is still to be said of what a view sets now; empty for nothing."""
        self._sent = None
        if dict(percents) != self._of:
            self._text = ""
        return self._text


def batch_text(batch: EditBatch) -> str:
    """Return in one line what of a pasted block could not go in: the first cell's text and why, and how many more."""
    if not batch.problems:
        text = QCoreApplication.translate("Bids", "Cells skipped because they can't be edited: {count}")
        return text.format(count=formats.full(batch.skipped))
    first = batch.problems[0]
    said = f"“{first.text}”: {first.reason}" if first.row > 0 else first.reason
    more = len(batch.problems) - 1
    if not more:
        return said
    return said + " · " + QCoreApplication.translate("Bids", "and {count} more").format(count=formats.full(more))

"""What hands have done to the label of one word, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.app.keywords.documents import LabelChange
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.ui import formats
from shopdesk.ui.cards import label
from shopdesk.ui.keywords import wording

MOST_SHOWN: Final = 6


class HistorySection(QWidget):
    """Hidden where no hand has changed anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._lines = label("", "caption"), label("", "", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lines)

    def show_history(self, changes: Sequence[LabelChange]) -> None:
        """Show changes that are given oldest first."""
        self.setVisible(bool(changes))
        self._title.setText(self.tr("History of the label"))
        lines = [self._line(change) for change in reversed(changes[-MOST_SHOWN:])]
        if len(changes) > MOST_SHOWN:
            lines.append(self.tr("and {count} more").format(count=formats.full(len(changes) - MOST_SHOWN)))
        self._lines.setText("\n".join(lines))

    def _line(self, change: LabelChange) -> str:
        after = _name(change.quadrant) or self.tr("back to the rule")
        text = f"{_name(change.before)} → {after}" if change.before else after
        return f"{change.at[:16].replace('T', ' ')}  {text}"


def _name(quadrant: str) -> str:
    return wording.quadrant_name(Quadrant(quadrant)) if quadrant in {one.value for one in Quadrant} else ""

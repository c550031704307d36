"""A small dialog that ticks items of the shop."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from shopdesk.ui import formats
from shopdesk.ui.tick_picker import TickPicker


class ItemPicker(TickPicker):
    """Items are given as (key, title); ``none_text`` says what none means."""

    def __init__(
        self,
        items: Sequence[tuple[str, str]],
        ticked: Collection[str],
        *,
        title: str,
        none_text: str,
        parent: QWidget | None = None,
    ) -> None:
        entries = [(key, name if name == key else f"{name}    {key}") for key, name in items]
        super().__init__(entries, ticked, parent=parent)
        self.setWindowTitle(title)
        self.search.setPlaceholderText(self.tr("Name or id"))
        self.search.setAccessibleName(self.tr("Search items"))
        self.list.setAccessibleName(title)
        self.note.setText(none_text)
        self.cancel.setText(self.tr("Cancel"))
        self._count()

    def verb_text(self, count: int) -> str:
        """Return how many items are taken."""
        taken = self.tr("Take {count} {count:item|items}").format(count=formats.full(count))
        return taken if count else self.tr("Take none")

"""The relatives of a word: roots that it shares with others, and the words most like it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.domain.keywords.library import Library
from shopdesk.domain.keywords.similar import similar_words
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, label
from shopdesk.ui.plain import on_button, one_line, plain_tip

MOST_ROOTS: Final = 3
MOST_SIMILAR: Final = 4
_LONGEST: Final = 16  # characters of a relative that are shown


@dataclass(frozen=True, slots=True)
class RootOf:
    """A root of a word with the words of the period that share it; ``value`` is revenue a click in yuan."""

    root: str
    words: int
    value: float | None


def roots_of(library: Library, word: str) -> list[RootOf]:
    """Return the roots that a word shares with others of the period, the narrowest first."""
    families = library.families
    index = families.index
    means, _ = families.value
    found = []
    for root in index.roots_of(word):
        at = index.place_of(root)
        count = int(families.words[at]) if at is not None else 0
        if count > 1:
            found.append(RootOf(root, count, None if np.isnan(means[at]) else float(means[at])))
    return sorted(found, key=lambda one: one.words)


def words_of(library: Library, root: str) -> tuple[str, ...]:
    """Return the words of the period that have a root."""
    known = library.words.index
    return tuple(word for word in library.families.index.words_of(root) if word in known)


class FamilySection(QWidget):
    """``root_wanted`` asks for the words of a root, ``word_wanted`` for another word."""

    root_wanted = Signal(str)
    word_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.links: list[LinkButton] = []

    def show_word(self, library: Library, word: str) -> None:
        """Show the relatives of a word."""
        self._clear()
        roots = roots_of(library, word)[:MOST_ROOTS]
        if roots:
            self._column.addWidget(label(self.tr("Roots it shares, value of a click"), "caption"))
        for root in roots:
            text = self.tr("{root}: {words} {words:word|words} · {value}").format(
                root=one_line(root.root, most=_LONGEST), words=formats.full(root.words), value=formats.money(root.value)
            )
            self._link(text, self.tr("Show the words with this root"), partial(self.root_wanted.emit, root.root))
        alike = similar_words(library.families.index, word, among=library.words.index, most=MOST_SIMILAR)
        if alike:
            self._column.addWidget(label(self.tr("Similar words, value of a click"), "caption"))
        self._add_words(library, alike)
        self.setVisible(bool(roots or alike))

    def _add_words(self, library: Library, words: Sequence[str]) -> None:
        rows = library.words.loc[list(words)]
        values = rows["value"].to_numpy(dtype=float)
        for word, shown, value in zip(words, rows["shown"].tolist(), values, strict=True):
            text = f"{one_line(str(shown), most=_LONGEST)} · {formats.money(float(value))}"
            self._link(text, str(shown), partial(self.word_wanted.emit, word))

    def _link(self, text: str, tip: str, do: partial[None]) -> None:
        link = LinkButton(on_button(text))
        link.setToolTip(plain_tip(tip))
        link.clicked.connect(lambda _checked=False: do())
        self.links.append(link)
        self._column.addWidget(link)

    def _clear(self) -> None:
        self.links = []
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

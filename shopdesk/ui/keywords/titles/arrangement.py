"""Where the parts of the title composer stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.tokens import GUTTER_PX, SPACE_PX

if TYPE_CHECKING:
    from shopdesk.ui.keywords.titles.composer import Composer

ITEMS_PX: Final = 336
PIECES_PX: Final = 396


def lay_out(composer: Composer) -> None:
    """Put the parts of a composer in their places: items at the left, the title above, offers and words below."""
    left = QVBoxLayout()
    left.setSpacing(8)
    left.addWidget(composer.typed)
    left.addWidget(composer.items, 1)
    side = QWidget()
    side.setFixedWidth(ITEMS_PX)
    side.setLayout(left)
    left.setContentsMargins(0, 0, 0, 0)
    composer.card.add_action(composer.limits)
    body = composer.card.body
    body.setSpacing(6)
    body.addWidget(composer.now)
    line = QHBoxLayout()
    line.addWidget(composer.title, 1)
    line.addWidget(composer.length, 0, Qt.AlignmentFlag.AlignTop)
    body.addLayout(line)
    body.addWidget(composer.chips)
    targets = QHBoxLayout()
    targets.setSpacing(SPACE_PX)
    for target in composer.slots.values():
        targets.addWidget(target)
    targets.addWidget(composer.add, 1)
    body.addLayout(targets)
    body.addWidget(composer.verdict)
    body.addWidget(composer.notes)
    body.addWidget(composer.warning)
    verbs = QHBoxLayout()
    verbs.setSpacing(8)
    for verb in (composer.keep, composer.copy, composer.by_formula, composer.back, composer.forget):
        verbs.addWidget(verb)
    verbs.addStretch(1)
    body.addLayout(verbs)
    composer.offers.right_slot.addWidget(composer.use)
    composer.words.right_slot.addWidget(composer.put)
    composer.words.setFixedWidth(PIECES_PX)
    below = QHBoxLayout()
    below.setSpacing(GUTTER_PX)
    below.addWidget(composer.offers, 1)
    below.addWidget(composer.words)
    right = QVBoxLayout()
    right.setSpacing(GUTTER_PX)
    right.addWidget(composer.bar)
    right.addWidget(composer.card)
    right.addLayout(below, 1)
    row = QHBoxLayout(composer)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GUTTER_PX)
    row.addWidget(side)
    row.addLayout(right, 1)

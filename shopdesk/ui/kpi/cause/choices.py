"""What can be chosen in the head of the cause card: by what it divides, and in which order factors are substituted."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from shopdesk.domain.kpi.attribution.explanation import Explanation
from shopdesk.domain.kpi.attribution.shown import Division
from shopdesk.ui.kpi.cause import wording


def orders_menu(found: Explanation, choose: Callable[[tuple[str, ...]], None], *, parent: QWidget) -> QMenu:
    """Return a menu of all orders of the factors; ``choose`` gets their keys. It goes when it is closed."""
    menu = QMenu(parent)
    links = [one.link for one in found.factors]
    for order in permutations(links):
        action = menu.addAction(" → ".join(wording.link_name(link) for link in order))
        keys = tuple(link.key for link in order)
        action.setCheckable(True)
        action.setChecked(list(order) == links)
        action.triggered.connect(lambda _checked, keys=keys: choose(keys))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def divisions(found: Explanation) -> list[Division]:
    """Return what an explanation can be divided by beside the best."""
    factors = [Division(name) for name in found.dimensions()] if len(found.factors) > 1 else []
    return factors + [Division(split.dimension, whole=True) for split in found.whole.splits]


def small_combo() -> QComboBox:
    """Return a combo for the head of a card."""
    made = QComboBox()
    made.setProperty("small", True)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def fit(combo: QComboBox) -> None:
    """Keep the room that the longest entry needs: a header would squeeze a combo that was filled while hidden."""
    combo.setMinimumWidth(0)
    combo.ensurePolished()
    combo.setMinimumWidth(combo.sizeHint().width())

"""How the words view says what was decided and what accepting an advice would do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.app.keywords.decisions import WordDecision
from shopdesk.ui import formats

_VERBS: Final[Mapping[str, Callable[[], str]]] = {
    "raise": lambda: QCoreApplication.translate("KeywordWords", "Raise the bid"),
    "lower": lambda: QCoreApplication.translate("KeywordWords", "Lower the bid"),
    "pause": lambda: QCoreApplication.translate("KeywordWords", "Pause"),
    "negative": lambda: QCoreApplication.translate("KeywordWords", "Exclude"),
    "expand": lambda: QCoreApplication.translate("KeywordWords", "Buy it"),
    "hold": lambda: QCoreApplication.translate("KeywordWords", "Leave as it is"),
}


def decision_text(action: str, bid_fen: float | None, step: float | None) -> str:
    """Return what is to be done with a word, as a verb with its new bid, or with the step where no bid is known.

    Empty for an action that is not known.
    """
    if bid_fen is not None and action in ("raise", "lower"):
        price = formats.money(bid_fen / 100)
        if action == "raise":
            return QCoreApplication.translate("KeywordWords", "Raise to {price}").format(price=price)
        return QCoreApplication.translate("KeywordWords", "Lower to {price}").format(price=price)
    if step is not None and action in ("raise", "lower"):
        percent = formats.full(100 * abs(step))
        if action == "raise":
            return QCoreApplication.translate("KeywordWords", "Raise {percent} %").format(percent=percent)
        return QCoreApplication.translate("KeywordWords", "Cut {percent} %").format(percent=percent)
    verb = _VERBS.get(action)
    return verb() if verb is not None else ""


def decided_text(found: WordDecision) -> str:
    """Return what was decided and when."""
    text = QCoreApplication.translate("KeywordWords", "Decided: {what}").format(
        what=decision_text(found.action, found.bid_fen, found.step)
    )
    return f"{text} · {found.decided_at[:16].replace('T', ' ')}" if found.decided_at else text

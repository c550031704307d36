"""How stacking rules are said in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.policy import GroupRule, TieBreak
from shopdesk.domain.promotions.rounding import Allocation, Rounding

NO_RULE = ""


def rules() -> list[tuple[str, str]]:
    """Return what may hold inside a stage."""
    return [
        (GroupRule.BEST_OF_ORDER.value, QCoreApplication.translate("StackingRules", "best one of the order")),
        (GroupRule.BEST_PER_LINE.value, QCoreApplication.translate("StackingRules", "best for each unit")),
        (GroupRule.POOL_EQUAL.value, QCoreApplication.translate("StackingRules", "equal ones pooled")),
        (NO_RULE, QCoreApplication.translate("StackingRules", "all count")),
    ]


def bases() -> list[tuple[str, str]]:
    """Return what the threshold of a new offer may look at."""
    return [
        (Base.LIST.value, QCoreApplication.translate("StackingRules", "item price (parallel)")),
        (Base.CURRENT.value, QCoreApplication.translate("StackingRules", "what is left (in turn)")),
    ]


def roundings() -> list[tuple[str, str]]:
    """Return how a percentage is rounded to the fen."""
    return [
        (Rounding.HALF_UP.value, QCoreApplication.translate("StackingRules", "half a fen up")),
        (Rounding.HALF_DOWN.value, QCoreApplication.translate("StackingRules", "half a fen down")),
        (Rounding.DOWN.value, QCoreApplication.translate("StackingRules", "always down")),
    ]


def allocations() -> list[tuple[str, str]]:
    """Return which line gets the odd fen."""
    return [
        (Allocation.FLOOR_REST_LAST.value, QCoreApplication.translate("StackingRules", "the last line")),
        (Allocation.FLOOR_REST_FIRST.value, QCoreApplication.translate("StackingRules", "the first lines")),
        (
            Allocation.LARGEST_REMAINDER.value,
            QCoreApplication.translate("StackingRules", "the lines with the largest remainder"),
        ),
        (
            Allocation.ROUND_HALF_UP_REST_LAST.value,
            QCoreApplication.translate("StackingRules", "each rounded half up, the rest in the last line"),
        ),
        (
            Allocation.ROUND_HALF_DOWN_REST_FIRST.value,
            QCoreApplication.translate("StackingRules", "each rounded half down, the rest in the first lines"),
        ),
    ]


def ties() -> list[tuple[str, str]]:
    """Return what may decide between offers that save the same; "" is nothing more."""
    return [
        (NO_RULE, QCoreApplication.translate("StackingRules", "nothing more")),
        (TieBreak.FACE_VALUE.value, QCoreApplication.translate("StackingRules", "the higher face value")),
        (TieBreak.THRESHOLD.value, QCoreApplication.translate("StackingRules", "the higher threshold")),
        (TieBreak.EXPIRY.value, QCoreApplication.translate("StackingRules", "the first to end")),
        (TieBreak.ID.value, QCoreApplication.translate("StackingRules", "the first made")),
    ]


def evidence_text(evidence: str) -> str:
    """Return how a row is known."""
    texts = {
        "E": QCoreApplication.translate("StackingRules", "Seen at the platform itself."),
        "R": QCoreApplication.translate("StackingRules", "Read in published program text, not at the platform."),
        "P": QCoreApplication.translate("StackingRules", "Told on other people's pages, not at the platform."),
        "K": QCoreApplication.translate("StackingRules", "General knowledge, checked nowhere."),
        "": QCoreApplication.translate("StackingRules", "Set or checked by your shop."),
    }
    return texts.get(evidence, texts["K"])

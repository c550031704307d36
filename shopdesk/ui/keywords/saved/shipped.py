"""The views of the word table that everybody has: what is asked most often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from shopdesk.ui.grid.filters import Mask, PageFilter
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.model import SortKey

SURE: Final = 0.9
"""Chance of a profit from which a word counts as one that earns."""
VIEW_FILTER: Final = "saved view"


@dataclass(frozen=True, slots=True)
class ShippedView:
    """``title`` and ``condition`` are words, asked again after a change of language; ``shows`` columns come out."""

    key: str
    title: Callable[[], str]
    condition: Callable[[], str]
    rows: Callable[[GridFrame], Mask]
    sort: tuple[SortKey, ...]
    shows: tuple[str, ...] = ()

    def page_filter(self) -> PageFilter:
        """Return its condition as a filter with a chip of its own."""
        return PageFilter(rows=self.rows, title=self.condition, tag=self.key)


_BY_SPEND: Final = (SortKey("cost", descending=True),)


def shipped_views() -> tuple[ShippedView, ...]:
    """Return them in the order of the menu."""
    return (
        ShippedView(
            "top_spend",
            lambda: QCoreApplication.translate("KeywordViews", "Most spend"),
            lambda: QCoreApplication.translate("KeywordViews", "Spend > 0"),
            lambda frame: _numbers(frame, "cost") > 0,
            _BY_SPEND,
        ),
        ShippedView(
            "earning",
            lambda: QCoreApplication.translate("KeywordViews", "Words that earn"),
            lambda: QCoreApplication.translate("KeywordViews", "Pays with 90 % chance or more"),
            lambda frame: _numbers(frame, "chance") >= SURE,
            _BY_SPEND,
        ),
        ShippedView(
            "too_dear",
            lambda: QCoreApplication.translate("KeywordViews", "To be cut"),
            lambda: QCoreApplication.translate("KeywordViews", "Advice: lower, pause or negative"),
            lambda frame: _is_one_of(frame, "advice", frozenset({"lower", "pause", "negative"})),
            _BY_SPEND,
        ),
        ShippedView(
            "review",
            lambda: QCoreApplication.translate("KeywordViews", "To be confirmed"),
            lambda: QCoreApplication.translate("KeywordViews", "Brand or not?"),
            lambda frame: _is_one_of(frame, "review", frozenset({True})),
            _BY_SPEND,
        ),
        ShippedView(
            "new",
            lambda: QCoreApplication.translate("KeywordViews", "New words"),
            lambda: QCoreApplication.translate("KeywordViews", "First seen in this period"),
            lambda frame: _is_one_of(frame, "is_new", frozenset({True})),
            _BY_SPEND,
            ("first_seen",),
        ),
    )


def _numbers(frame: GridFrame, name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    if name not in frame:
        return np.full(len(frame), np.nan)
    return np.asarray(frame.store(name), dtype=np.float64)


def _is_one_of(frame: GridFrame, name: str, wanted: frozenset[object]) -> Mask:
    if name not in frame:
        return np.zeros(len(frame), dtype=bool)
    return np.fromiter((value in wanted for value in frame.store(name).tolist()), bool, count=len(frame))

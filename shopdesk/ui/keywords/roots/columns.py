"""The columns of the table of roots, and the frame behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.advice import SURE_OF_LOSS
from shopdesk.ui import formats
from shopdesk.ui.grid.columns import Column, Row
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.keywords import advice_wording
from shopdesk.ui.keywords.value_columns import (
    ValueBars,
    break_even_column,
    chance_column,
    count,
    floats,
    value_column,
    yuan,
)
from shopdesk.ui.theme import tokens

if TYPE_CHECKING:
    import pandas as pd

_NUMBERS = (
    "words",
    "clicks",
    "cost",
    "cpc",
    "orders",
    "revenue",
    "value",
    "value_low",
    "value_mid",
    "value_high",
    "break_even",
    "chance",
)


def frame_of(table: pd.DataFrame) -> GridFrame:
    """Return the table of roots, those of most spend first."""
    ordered = table.sort_values("cost", ascending=False, kind="stable")
    data: dict[str, Any] = {name: floats(ordered, name) for name in _NUMBERS}
    roots = ordered.index.tolist()
    return GridFrame({"root": roots, **data}, keys=roots)


class RootColumns:
    """Builds the columns; holds the scale of the value bars."""

    def __init__(self) -> None:
        self.bars = ValueBars()

    def show(self, table: pd.DataFrame, *, margin: float | None) -> None:
        """Take the scale of a table."""
        self.bars.show(table, margin=margin)

    def columns(self) -> tuple[Column, ...]:
        """Return all columns in their first order."""
        return (
            Column(
                name="root",
                title=lambda: QCoreApplication.translate("KeywordRoots", "Root"),
                width=104,
                grow=2,
                emphasis=True,
                tooltip=_tip,
            ),
            count("words", lambda: QCoreApplication.translate("KeywordRoots", "Words"), width=52),
            count("clicks", lambda: QCoreApplication.translate("Keywords", "Clicks"), width=56),
            yuan("cost", lambda: QCoreApplication.translate("Keywords", "Spend"), width=84, additive=True),
            yuan("cpc", lambda: QCoreApplication.translate("Keywords", "CPC"), width=56),
            count("orders", lambda: QCoreApplication.translate("Keywords", "Orders"), width=56),
            yuan(
                "revenue",
                lambda: QCoreApplication.translate("Keywords", "Ad revenue"),
                width=90,
                additive=True,
                visible=False,
            ),
            value_column(visible=False),
            self.bars.column(width=96),
            break_even_column(visible=False),
            chance_column(_tip),
            Column(
                name="verdict",
                title=lambda: QCoreApplication.translate("KeywordRoots", "Verdict"),
                width=80,
                grow=1,
                text=verdict,
                color=lambda row: tokens().secondary if not _is_told(row) else None,
                tooltip=_tip,
            ),
        )


def verdict(row: Row) -> str:
    """Return what is sure enough of a root to be said."""
    chance = row["chance"]
    if chance is None:
        return formats.UNKNOWN
    if chance >= SURE_OF_LOSS:
        return QCoreApplication.translate("KeywordRoots", "pays")
    if chance <= 1 - SURE_OF_LOSS:
        return QCoreApplication.translate("KeywordRoots", "doesn't pay")
    return QCoreApplication.translate("KeywordRoots", "unclear")


def _is_told(row: Row) -> bool:
    chance = row["chance"]
    return chance is not None and not 1 - SURE_OF_LOSS < chance < SURE_OF_LOSS


def _tip(row: Row) -> str:
    lines = [
        QCoreApplication.translate(
            "KeywordRoots",
            "{words} {words:word|words} with “{root}”: {orders} {orders:order|orders} from {clicks} "
            "{clicks:click|clicks}",
        ).format(
            root=row["root"],
            words=formats.full(row["words"]),
            orders=formats.full(row["orders"]),
            clicks=formats.full(row["clicks"]),
        )
    ]
    if row["value_low"] is None:
        lines.append(
            QCoreApplication.translate("KeywordRoots", "Nothing can be said of its value: no word has won an order.")
        )
    elif row["chance"] is None:
        lines.append(
            QCoreApplication.translate(
                "Keywords", "Import orders and a cost list: without a margin nobody can say whether a click pays."
            )
        )
    else:
        lines.append(advice_wording.pays(row))
    lines.append(
        QCoreApplication.translate(
            "KeywordRoots", "Pulled to what its words were to bring by quadrant and carts, as far as chance demands."
        )
    )
    return "\n".join(lines)


def has_numbers(table: pd.DataFrame) -> bool:
    """Return whether any root has been clicked on."""
    return bool(len(table)) and bool(np.nansum(floats(table, "clicks")) > 0)

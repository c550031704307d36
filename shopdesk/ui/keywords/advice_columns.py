"""The columns of an advice: its verb, and what it brings in 28 days."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.advice import Action
from shopdesk.ui.grid.columns import Column, Kind, Row
from shopdesk.ui.grid.painting import CellPaint, draw_chip, draw_text, draw_verb
from shopdesk.ui.keywords import advice_wording
from shopdesk.ui.keywords.currency import money_unit
from shopdesk.ui.theme import tokens


def advice_column(tip: Callable[[Row], str], *, width: int) -> Column:
    """Return the column of the verb; ``tip`` says all that stands behind it."""
    return Column(
        name="advice",
        title=lambda: QCoreApplication.translate("Keywords", "Advice"),
        width=width,
        grow=1,
        text=lambda row: advice_wording.verb(row)[0],
        text_of=("review", "advice", "advice_step"),
        paint=_paint_advice,
        tooltip=tip,
    )


def advice_money_column(
    tip: Callable[[Row], str],
    *,
    width: int,
    text: Callable[[Row], str] = advice_wording.money,
    text_of: tuple[str, ...] = ("advice_money", "advice_reason"),
) -> Column:
    """Return the column of what the advice brings; ``text`` words it where there is none, from ``text_of``."""
    return Column(
        name="advice_money",
        title=lambda: QCoreApplication.translate("Keywords", "In 28 days"),
        unit=money_unit,
        kind=Kind.FLOAT,
        decimals=0,
        signed=True,
        width=width,
        additive=False,
        text=text,
        text_of=text_of,
        color=lambda row: tokens().secondary if row["advice_money"] is None else None,
        tooltip=tip,
        help=lambda: QCoreApplication.translate(
            "Keywords",
            "What the advice brings: cost saved or contribution won, less what it takes; the median.",
        ),
    )


def _paint_advice(cell: CellPaint) -> None:
    """Draw the verb of an advice with its mark; a question as a chip."""
    text, direction = advice_wording.verb(cell.row)
    if cell.row["review"]:
        draw_chip(cell, text=text)
    elif cell.row["advice"] in (Action.NEGATIVE.value, Action.EXPAND.value):
        colour = cell.tokens.up_text if direction > 0 else cell.tokens.down_text
        draw_text(cell.painter, cell.inner, advice_wording.marked(cell.row)[0], font=cell.font, color=colour)
    else:
        draw_verb(cell, text=text, direction=direction)

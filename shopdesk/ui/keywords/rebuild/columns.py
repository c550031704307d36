"""The columns of the proposal, and the frame behind them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.rebuild.model import Proposal, RowKind
from shopdesk.domain.keywords.rebuild.model import Row as ProposalRow
from shopdesk.domain.keywords.rebuild.settled import Settled
from shopdesk.ui import formats
from shopdesk.ui.grid import CellPaint, Choice, Column, Kind, Row, draw_swatch
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.currency import money_unit
from shopdesk.ui.keywords.rebuild import words
from shopdesk.ui.keywords.rebuild.checks import limits_text
from shopdesk.ui.theme import tokens


class RowColumns:
    """Builds the columns; holds the rows that the cells word, and what is refused or held back."""

    def __init__(self) -> None:
        self._rows: Mapping[str, ProposalRow] = {}
        self._withheld: frozenset[str] = frozenset()

    def show(self, proposal: Proposal) -> None:
        """Take the rows of a proposal."""
        self._rows = {row.key: row for row in proposal.rows}

    def settle(self, settled: Settled) -> bool:
        """Take which rows are held back, and budgets that follow their words; return whether any cell changes."""
        withheld = frozenset(row.key for row in settled.withheld)
        budgets = {row.key: row for row in settled.accepted if row.kind is RowKind.BUDGET}
        changes = withheld != self._withheld or any(self._rows.get(key) != row for key, row in budgets.items())
        self._withheld = withheld
        self._rows = {**self._rows, **budgets}
        return changes

    def row(self, key: Any) -> ProposalRow | None:
        """Return the row of a key."""
        return self._rows.get(str(key))

    def reason(self, key: Any) -> str:
        """Return why a row is there, or why it is held back."""
        row = self._rows.get(str(key))
        if row is None:
            return ""
        return words.withheld_text(row) if row.key in self._withheld else words.reason(row)

    def columns(self) -> tuple[Column, ...]:
        """Return all columns in their first order."""
        return (
            Column(
                name="word",
                title=lambda: QCoreApplication.translate("Rebuild", "Word or campaign"),
                width=120,
                grow=2,
                emphasis=True,
                color=self._colour,
                tooltip=self._tip,
            ),
            Column(
                name="accepted",
                title=lambda: QCoreApplication.translate("Rebuild", "Take"),
                kind=Kind.BOOL,
                width=48,
                editable=True,
                editable_if=lambda row: row["kind"] != RowKind.UNCHANGED.value,
                help=lambda: QCoreApplication.translate(
                    "Rebuild", "Space takes or refuses a row; only taken rows go out"
                ),
            ),
            Column(
                name="kind",
                title=lambda: QCoreApplication.translate("Rebuild", "What"),
                kind=Kind.CHOICE,
                width=64,
                choices=kind_choices,
                color=self._colour,
            ),
            Column(
                name="quadrant",
                title=lambda: QCoreApplication.translate("Rebuild", "Quadrant"),
                kind=Kind.CHOICE,
                width=100,
                choices=quadrant_choices,
                paint=_paint_quadrant,
            ),
            _text("source", lambda: QCoreApplication.translate("Rebuild", "From"), width=104, grow=1, tip=self._tip),
            Column(
                name="change",
                title=lambda: QCoreApplication.translate("Rebuild", "Changed to"),
                kind=Kind.CUSTOM,
                width=160,
                grow=4,
                text=self._change,
                color=self._colour,
                tooltip=self._tip,
                help=lambda: QCoreApplication.translate(
                    "Rebuild", "New place, bid in ¥, budget in ¥ a day, or match of a negative"
                ),
            ),
            Column(
                name="money",
                title=lambda: QCoreApplication.translate("Rebuild", "28 days ≈"),
                unit=money_unit,
                kind=Kind.FLOAT,
                decimals=0,
                signed=True,
                width=84,
                text=words.money_cell,
                text_of=("money", "kind"),
                color=self._money_colour,
                tooltip=self._tip,
                help=lambda: QCoreApplication.translate(
                    "Rebuild",
                    "Expected gain of the row in 28 days. Moves, budgets and negatives have none that could be told "
                    "beforehand.",
                ),
            ),
            Column(
                name="reason",
                title=lambda: QCoreApplication.translate("Rebuild", "Reason"),
                kind=Kind.CUSTOM,
                width=220,
                grow=5,
                text=lambda row: self.reason(row.key),
                color=self._colour,
                tooltip=self._tip,
            ),
            _number("clicks", lambda: QCoreApplication.translate("Rebuild", "Clicks"), decimals=0, width=56),
            _number("cost", lambda: QCoreApplication.translate("Rebuild", "Spend"), decimals=2, width=80),
            _number("orders", lambda: QCoreApplication.translate("Rebuild", "Orders"), decimals=0, width=56),
        )

    def _change(self, row: Row) -> str:
        own = self._rows.get(str(row.key))
        return words.change_text(own) if own is not None else ""

    def _colour(self, row: Row) -> str | None:
        if row["kind"] == RowKind.UNCHANGED.value:
            return None
        off = not row["accepted"] or str(row.key) in self._withheld
        return tokens().secondary if off else None

    def _money_colour(self, row: Row) -> str | None:
        return tokens().secondary if row["money"] is None else self._colour(row)

    def _tip(self, row: Row) -> str:
        own = self._rows.get(str(row.key))
        if own is None:
            return ""
        lines = [own.shown, self.reason(row.key)]
        if own.target is not None and own.target != own.source:
            lines.append(words.place_name(own.target))
        if own.source is not None and own.clicks:
            lines.append(
                QCoreApplication.translate(
                    "Rebuild",
                    "There in the period: {clicks} {clicks:click|clicks}, {cost} ¥, {orders} {orders:order|orders}",
                ).format(clicks=formats.full(own.clicks), cost=formats.money(own.cost), orders=formats.full(own.orders))
            )
        if own.kind in (RowKind.BID, RowKind.ADDED) and (basis := words.basis_text(own.basis)):
            lines.append(basis)
        if own.kind is not RowKind.UNCHANGED:
            lines.append(words.row_money(own))
        if own.chance is not None and own.kind is not RowKind.NEGATIVE:
            text = QCoreApplication.translate("Rebuild", "Chance that its clicks pay: {chance} %")
            lines.append(text.format(chance=wording.chance(own.chance)))
        if own.kind is not RowKind.UNCHANGED and (limits := limits_text(own)):
            lines.append(limits)
        return "\n".join(lines)


def kind_choices() -> list[Choice]:
    """Return the kinds as choices of a cell."""
    return [Choice(kind.value, partial(words.kind_name, kind)) for kind in RowKind]


def quadrant_choices() -> list[Choice]:
    """Return the quadrants as choices of a cell."""
    return [Choice(quadrant.value, partial(wording.quadrant_name, quadrant)) for quadrant in Quadrant]


def _paint_quadrant(cell: CellPaint) -> None:
    if cell.value is None:
        return
    quadrant = Quadrant(cell.value)
    draw_swatch(cell, color=wording.quadrant_colour(quadrant, cell.tokens), text=wording.quadrant_name(quadrant))


def _text(name: str, title: Any, *, width: int, grow: int, tip: Any) -> Column:
    return Column(name=name, title=title, width=width, grow=grow, tooltip=tip)


def _number(name: str, title: Any, *, decimals: int, width: int) -> Column:
    return Column(name=name, title=title, kind=Kind.FLOAT, decimals=decimals, width=width, visible=False)

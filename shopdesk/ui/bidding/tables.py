"""Columns that the tables of regions and audiences share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.domain.bidding.shrinkage import Factor
from shopdesk.domain.bidding.week import LimitProblem
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.grid import CellError, CellPaint, Column, Kind, Row, draw_interval

SCALE = (0.5, 1.8)


def figure_columns(*, short: bool = False) -> tuple[Column, ...]:
    """Return clicks, cost, orders and ROI; ``short`` only orders."""
    orders = Column(name="orders", title=lambda: QCoreApplication.translate("Bids", "Sold"), kind=Kind.INT, width=46)
    if short:
        return (orders,)
    return (
        Column(name="clicks", title=lambda: words.metric_name("clicks"), kind=Kind.INT, width=50),
        Column(
            name="cost",
            title=lambda: words.metric_name("cost"),
            unit=lambda: words.unit("cost"),
            kind=Kind.MONEY_FEN,
            width=74,
        ),
        orders,
        Column(name="roi", title=lambda: words.metric_name("roi"), kind=Kind.RATIO, width=44),
    )


def factor_column() -> Column:
    """Return the conversion factor as an interval bar about 1."""
    return Column(
        name="factor",
        title=lambda: QCoreApplication.translate("Bids", "Factor"),
        kind=Kind.CUSTOM,
        width=88,
        grow=2,
        text=_factor_text,
        sort_value=lambda factor: factor.mean if isinstance(factor, Factor) else None,
        paint=_paint_factor,
        tooltip=_factor_tip,
        right=False,
    )


def modifier_column(check: Callable[[int], LimitProblem | None], profile: Callable[[], PlatformProfile]) -> Column:
    """Return the editable percentage; what the platform refuses is refused at the cell."""

    def parse(text: str) -> int:
        number = text.strip().rstrip("%％").strip()
        if not number:
            return 100
        try:
            value = float(number)
        except ValueError as error:
            raise CellError(QCoreApplication.translate("Bids", "not a number")) from error
        if value != int(value):
            raise CellError(QCoreApplication.translate("Bids", "whole percents only"))
        problem = check(int(value))
        if problem is not None:
            raise CellError(words.problem_text(problem, profile()))
        return int(value)

    return Column(
        name="now",
        title=lambda: QCoreApplication.translate("Bids", "Now"),
        unit=lambda: "%",
        kind=Kind.INT,
        width=48,
        editable=True,
        additive=False,
        parse=parse,
        format=lambda value: QCoreApplication.translate("Bids", "off") if value == 0 else f"{value:.0f}",
    )


def _factor_text(row: Row) -> str:
    factor = row["factor"]
    if not isinstance(factor, Factor):
        return formats.UNKNOWN
    return f"{factor.mean:.2f} ({factor.low:.2f}–{factor.high:.2f})"


def _factor_tip(row: Row) -> str:
    factor = row["factor"]
    if not isinstance(factor, Factor):
        return QCoreApplication.translate("Bids", "needs clicks and orders")
    return QCoreApplication.translate(
        "Bids",
        "{mean} times the average conversion, 80 % between {low} and {high}; "
        "{orders} {orders:order|orders}, {expected} expected",
    ).format(
        mean=f"{factor.mean:.2f}",
        low=f"{factor.low:.2f}",
        high=f"{factor.high:.2f}",
        orders=formats.full(factor.orders),
        expected=f"{factor.expected:.0f}",
    )


def _paint_factor(cell: CellPaint) -> None:
    factor = cell.value if isinstance(cell.value, Factor) else None
    draw_interval(
        cell,
        low=factor.low if factor else None,
        median=factor.mean if factor else None,
        high=factor.high if factor else None,
        line=1.0,
        scale=SCALE,
    )

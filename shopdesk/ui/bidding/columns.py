"""Columns that the tables of regions and audiences share."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPolygonF

from shopdesk.domain.bidding.estimate.model import Factor
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, PlatformProfile
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import LimitProblem
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.grid import CellError, CellPaint, Column, EditBatch, Kind, Row, draw_interval, draw_text

if TYPE_CHECKING:
    from shopdesk.domain.bidding.estimate.model import Dimension

SCALE = (0.5, 1.8)
_ARROW_PX = 8
OPTIONAL = frozenset({"factor", "live", "proposed", "new"})
"""Columns that ``worth_showing`` decides on."""


def orders_column() -> Column:
    """Return what was sold."""
    return Column(name="orders", title=lambda: QCoreApplication.translate("Bids", "Sold"), kind=Kind.INT, width=40)


def figure_columns() -> tuple[Column, ...]:
    """Return clicks, cost and ROI."""
    return (
        Column(name="clicks", title=lambda: words.metric_name("clicks"), kind=Kind.INT, width=50),
        Column(
            name="cost",
            title=lambda: words.metric_name("cost"),
            unit=lambda: words.unit("cost"),
            kind=Kind.MONEY_FEN,
            width=74,
        ),
        Column(name="roi", title=lambda: words.metric_name("roi"), kind=Kind.RATIO, width=44),
    )


def factors_by_name(dimension: Dimension | None) -> dict[str, Factor]:
    """Return what is believed of each member that can be known; without any evidence there is no interval to show."""
    if dimension is None:
        return {}
    factors = dimension.factors
    columns = (factors.mean, factors.low, factors.high, factors.above_one, factors.orders, factors.expected)
    return {
        name: Factor(*(float(column[at]) for column in columns))
        for at, name in enumerate(factors.names)
        if math.isfinite(float(factors.mean[at])) and factors.low[at] < factors.high[at]
    }


def factor_column() -> Column:
    """Return the value of a click against the average as an interval bar about 1."""
    return Column(
        name="factor",
        title=lambda: QCoreApplication.translate("Bids", "Factor"),
        kind=Kind.CUSTOM,
        width=44,
        grow=2,
        text=_factor_text,
        sort_value=lambda factor: factor.mean if isinstance(factor, Factor) else None,
        paint=_paint_factor,
        tooltip=_factor_tip,
        right=False,
        help=lambda: QCoreApplication.translate(
            "Bids", "What a click is worth against the average click, {low}–{high}: bar 80 %, line 1"
        ).format(low=SCALE[0], high=SCALE[1]),
    )


def live_column() -> Column:
    """Return what the console has."""
    return Column(
        name="live",
        title=lambda: QCoreApplication.translate("Bids", "Now"),
        kind=Kind.INT,
        width=42,
        additive=False,
        format=percent_text,
        help=lambda: QCoreApplication.translate("Bids", "On the console: the version taken last, % of the bid"),
    )


def proposed_column(why: Callable[[Row], str]) -> Column:
    """Return what is proposed; ``why`` says what stands behind it."""
    return Column(
        name="proposed",
        title=lambda: QCoreApplication.translate("Bids", "Proposed"),
        kind=Kind.INT,
        width=44,
        additive=False,
        format=percent_text,
        tooltip=why,
    )


def new_column(check: Callable[[int], LimitProblem | None], profile: Callable[[], PlatformProfile]) -> Column:
    """Return the editable percentage, with an arrow where it differs from the console; limits are kept at the cell."""

    def parse(text: str) -> int:
        value = whole_percent(text)
        problem = check(value)
        if problem is not None:
            raise CellError(words.problem_text(problem, profile()))
        return value

    return Column(
        name="new",
        title=lambda: QCoreApplication.translate("Bids", "New"),
        kind=Kind.INT,
        width=48,
        editable=True,
        additive=False,
        parse=parse,
        format=percent_text,
        paint=_paint_new,
        accessible=_spoken_new,
    )


def percent_columns(
    check: Callable[[int], LimitProblem | None],
    profile: Callable[[], PlatformProfile],
    *,
    shown: frozenset[str] = OPTIONAL,
    short: bool = False,
) -> tuple[Column, ...]:
    """Return all columns but the name: orders, factor, what is live, proposed and set; figures where not ``short``."""
    why = proposed_column(lambda row: str(row["why"] or ""))
    decided = (orders_column(), factor_column(), live_column(), why, new_column(check, profile))
    if short:  # what decides stays in sight: the factor's bar and hover say what was sold too
        return tuple(
            column
            for column in decided
            if column.name in shown or (column.name == "orders" and "proposed" not in shown)
        )
    found = (*decided, *figure_columns())
    return tuple(column for column in found if column.name not in OPTIONAL or column.name in shown)


def worth_showing(*, live: Mapping[str, int], stay: Stay | None, is_believed: bool) -> frozenset[str]:
    """Return which columns say anything: not a console where all is 100, nor factors and proposals that don't exist."""
    shown = {"new"}
    if any(value != UNCHANGED_PERCENT for value in live.values()):
        shown.add("live")
    if stay not in (None, Stay.NO_REPORT, Stay.NO_LEVER):
        shown.add("proposed")
    if is_believed:
        shown.add("factor")
    return frozenset(shown)


def whole_percent(text: str) -> int:
    """Return what was typed as a percent, empty as 100; raises ``CellError`` where it is none."""
    number = text.strip().rstrip("%％").replace("−", "-").strip()
    if not number:
        return UNCHANGED_PERCENT
    if number.casefold() in ("off", "关", QCoreApplication.translate("Bids", "off").casefold()):
        return 0
    try:
        value = float(number)
    except ValueError as error:
        raise CellError(QCoreApplication.translate("Bids", "not a number")) from error
    if not math.isfinite(value) or value != int(value):
        raise CellError(QCoreApplication.translate("Bids", "whole percents only"))
    return int(value)


def percent_text(value: float | None) -> str:
    """Return a percent without its sign, 0 as off."""
    if value is None:
        return formats.UNKNOWN
    return QCoreApplication.translate("Bids", "off") if value == 0 else f"{value:.0f}"


def batch_name(batch: EditBatch, card: str) -> str:
    """Return what undo says of edits in a table: 浙江 112 %, or 地域 · 粘贴 3 格."""
    if len(batch) == 1:
        cell = batch.cells[0]
        return f"{cell.key} {percent_text(cell.new)} %".replace(f"{percent_text(0)} %", percent_text(0))
    return f"{card} · {batch.name}"


def _factor_text(row: Row) -> str:
    factor = row["factor"]
    if not isinstance(factor, Factor):
        return formats.UNKNOWN
    return f"{factor.mean:.2f} ({factor.low:.2f}–{factor.high:.2f})"


def _factor_tip(row: Row) -> str:
    factor = row["factor"]
    if not isinstance(factor, Factor):
        return QCoreApplication.translate("Bids", "needs clicks and orders")
    return "\n".join(reasons.belief_lines(factor))


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


def _way(row: Row) -> int:
    new, live = row["new"], row["live"]
    return 0 if new is None or live is None or new == live else 1 if new > live else -1


def _spoken_new(row: Row) -> str:
    title, text = QCoreApplication.translate("Bids", "New"), percent_text(row["new"])
    return f"{title} {formats.arrow(_way(row)) if _way(row) else ''} {text}".replace("  ", " ")


def _paint_new(cell: CellPaint) -> None:
    """Draw the figure in black or grey; where it differs from the console with a triangle in its colour."""
    way, t = _way(cell.row), cell.tokens
    colour = t.up_text if way > 0 else t.down_text if way < 0 else t.secondary
    left = draw_text(cell.painter, cell.inner, cell.text, font=cell.font, color=colour, right=True)
    if not way:
        return
    box = QRect(left - _ARROW_PX - 3, cell.rect.top() + (cell.rect.height() - _ARROW_PX) // 2, _ARROW_PX, _ARROW_PX)
    tip, base = (box.top(), box.bottom()) if way > 0 else (box.bottom(), box.top())
    middle = QPointF(box.left() + _ARROW_PX / 2, tip)
    cell.painter.setPen(Qt.PenStyle.NoPen)
    cell.painter.setBrush(QColor(colour))
    cell.painter.drawPolygon(QPolygonF([QPointF(box.left(), base), QPointF(box.left() + _ARROW_PX, base), middle]))

"""What stands behind a figure, in words: formula with its numbers, basis, days missing, source files, data as of.

One text for every place that shows a figure: tiles, tables, the chart's read-out, causes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.board import Board, SourceFiles
from shopdesk.domain.kpi.catalogue import AD_CUTS, OWN_SHEET, PARTS, BoardMetric, roll_up
from shopdesk.domain.kpi.daily import AWAITED_DAYS, DailyFacts, PartSource
from shopdesk.domain.kpi.figures import Basis, Change, Figure, PartSum
from shopdesk.domain.kpi.parts import RollUp
from shopdesk.domain.kpi.tiles import Tile
from shopdesk.ui import formats
from shopdesk.ui.kpi.wording import (
    change_base,
    change_text,
    metric_name,
    own_sheet_text,
    part_name,
    span_text,
    table_name,
    value_text,
    verdict_reason,
)

MAX_FILES: Final = 3
_REFUNDS: Final = frozenset({"refund_amount", "refund_orders"})


def provenance(tile: Tile, files: Mapping[str, SourceFiles]) -> str:
    """Return all that stands behind a tile, one fact a line."""
    lines = [formula_text(tile.metric)]
    lines += [figure_text(figure) for figure in (tile.day, tile.period) if figure is not None]
    lines += [change_line(change) for change in (tile.day_change, tile.period_change) if change is not None]
    if tile.verdict is not None and (reason := verdict_reason(tile.metric, tile.verdict)):
        lines.append(reason)
    return "\n".join([*lines, *_behind(tile.period, files)])


def figure_provenance(figure: Figure, files: Mapping[str, SourceFiles]) -> str:
    """Return all that stands behind one figure, one fact a line."""
    return "\n".join([formula_text(figure.metric), figure_text(figure), *_behind(figure, files)])


def _behind(figure: Figure, files: Mapping[str, SourceFiles]) -> list[str]:
    sources = dict.fromkeys(source for part in figure.parts for source in part.sources)
    return [*blank_lines(figure), *_cautions(figure), *source_lines(sources, files)]


def formula_text(metric: BoardMetric) -> str:
    """Return the formula in words: 支付转化率 = 支付买家数 ÷ 访客数."""
    if metric.adds_up and not metric.formula:
        return QCoreApplication.translate("KpiMetrics", "{name}: sum over the days").format(name=metric_name(metric))
    if metric.parts == (metric.numerator,) and roll_up(metric.numerator) is RollUp.LAST:
        return QCoreApplication.translate("KpiMetrics", "{name}: the newest value, itself a mean of months").format(
            name=metric_name(metric)
        )
    return f"{metric_name(metric)} = {terms_text(metric)}"


def terms_text(metric: BoardMetric) -> str:
    """Return the formula of a metric over its parts, without its name."""
    from shopdesk.domain.kpi.term import written

    return written(metric.term, part_name)


def figure_text(figure: Figure) -> str:
    """Return period, value, the formula with its numbers, and what the figure rests on, in one line."""
    text = f"{span_text(figure.period)}  {value_text(figure.metric, figure.value)}"
    if figure.value is not None and (figure.metric.formula or figure.metric.denominator):
        from shopdesk.domain.kpi.term import written

        totals = {part.part: part_total(part) for part in figure.parts}
        text += " = " + written(figure.metric.term, lambda part: totals[part])
    elif undivided_text(figure):
        text += f" = {undivided_text(figure)}"
    for words in (_over_text(figure), basis_text(figure), missing_text(figure)):
        text += f"  {words}" if words else ""
    return text


def undivided_text(figure: Figure) -> str:
    """Return the sums of a ratio that has none because nothing stands below: 0 ÷ 0; "" where data are missing."""
    totals = [part.total for part in figure.parts]
    if figure.value is not None or not figure.metric.is_ratio or None in totals or 0 not in totals:
        return ""
    from shopdesk.domain.kpi.term import written

    shown = {part.part: part_total(part) for part in figure.parts}
    return written(figure.metric.term, lambda part: shown[part])


def numbers_text(figure: Figure) -> str:
    """Return the formula of a figure with names and numbers, for a read-out; nothing where the value says it all.

    Of an unknown figure it says why it is blank.
    """
    if figure.value is None:
        return undivided_text(figure) or " · ".join(blank_lines(figure, is_short=True))
    text = ""
    if figure.metric.formula or figure.metric.denominator:
        from shopdesk.domain.kpi.term import written

        totals = {part.part: f"{part_name(part.part)} {part_total(part)}" for part in figure.parts}
        text = "= " + written(figure.metric.term, lambda part: totals[part])
    return "  ".join(filter(None, (text, basis_text(figure), missing_text(figure))))


def basis_text(figure: Figure) -> str:
    """Return what a figure over several days rests on; nothing for plain sums."""
    match figure.basis:
        case Basis.DAY_SUM:
            return QCoreApplication.translate("KpiMetrics", "(people added day by day: an upper bound)")
        case Basis.SHOP_SUM:
            return QCoreApplication.translate("KpiMetrics", "(people of several shops added: an upper bound)")
        case Basis.PLATFORM:
            return QCoreApplication.translate("KpiMetrics", "(the platform's own figure for the period)")
        case Basis.RECOUNTED if any(roll_up(part.part) is RollUp.ORDERS for part in figure.parts):
            return QCoreApplication.translate("KpiMetrics", "(made anew from the orders)")
        case Basis.RECOUNTED:
            return QCoreApplication.translate("KpiMetrics", "(made anew from the item reports)")
        case Basis.NEWEST:
            return QCoreApplication.translate("KpiMetrics", "(the newest value)")
        case _:
            return ""


def _over_text(figure: Figure) -> str:
    if figure.rests_on == figure.period:
        return ""
    return QCoreApplication.translate("KpiMetrics", "over {count} {count:day|days}: {span}").format(
        count=formats.full(figure.rests_on.days), span=span_text(figure.rests_on)
    )


def missing_text(figure: Figure) -> str:
    """Return how many days a figure lacks of those it should rest on; nothing where it lacks none."""
    if not figure.missing_days or not figure.days:
        return ""
    return QCoreApplication.translate("KpiMetrics", "{count} {count:day|days} missing").format(
        count=formats.full(figure.missing_days)
    )


def blank_lines(figure: Figure, *, is_short: bool = False) -> list[str]:
    """Return why a figure lacks days, where its reports begin after or end before them; nothing where it lacks none."""
    lines = []
    for part in figure.parts if figure.missing_days else ():
        if not part.sources or roll_up(part.part).is_window:
            continue
        first, last = min(one.first for one in part.sources), max(one.last for one in part.sources)
        table = formats.listed(dict.fromkeys(table_name(one.table) for one in part.sources))
        if figure.rests_on.start < first:
            lines.append(
                QCoreApplication.translate("KpiMetrics", "{part}: {table} begins on {day}").format(
                    part=part_name(part.part), table=table, day=formats.full_day(first)
                )
            )
            lines += _apart_lines(part, first, is_short=is_short)
        if figure.rests_on.end > last:
            lines.append(
                QCoreApplication.translate("KpiMetrics", "{part}: {table} tells it up to {day}").format(
                    part=part_name(part.part), table=table, day=formats.full_day(last)
                )
            )
    return lines


def _apart_lines(part: PartSum, first: date, *, is_short: bool) -> list[str]:
    """Return which report tells a part before its own begins, and why it isn't taken."""
    earlier = next((one for one in part.apart if one.first < first), None)
    if earlier is None:
        return []
    if is_short:
        return [
            QCoreApplication.translate("KpiMetrics", "before only in {table}, by another measure").format(
                table=table_name(earlier.table)
            )
        ]
    return [
        QCoreApplication.translate(
            "KpiMetrics",
            "Before, {table} tells it from {day} on, by another measure: joined, the seam would look like a change. "
            "Import {wanted} of those days.",
        ).format(
            table=table_name(earlier.table),
            day=formats.full_day(earlier.first),
            wanted=formats.listed(dict.fromkeys(table_name(source.table) for source in part.sources)),
        )
    ]


def part_total(part: PartSum) -> str:
    """Return the sum of one part as a formula shows it."""
    return formats.money_fen(part.total) if part.is_fen else formats.full(part.total)


def change_line(change: Change) -> str:
    """Return a change with its sign, its base in words, and the figure it is held against."""
    text, direction = change_text(change)
    sign = {1: "+", -1: formats.MINUS}.get(direction, "")
    line = f"{change_base(change)} {sign}{text}: {figure_text(change.before)}"
    if change.per_day:
        line += "  " + QCoreApplication.translate("KpiMetrics", "(by the day, since days are missing)")
    return line


def _cautions(figure: Figure) -> list[str]:
    lines = []
    if any(part.part in _REFUNDS and source.table == "orders" for part in figure.parts for source in part.sources):
        lines.append(
            QCoreApplication.translate(
                "KpiMetrics",
                "Refunds as the orders name them, on the day the order was paid: orders of late may still be refunded.",
            )
        )
    if figure.value is None and any(roll_up(p.part) is RollUp.LAST and p.shops > 1 for p in figure.parts):
        lines.append(
            QCoreApplication.translate(
                "KpiMetrics", "Several shops: their scores are means already and have none together."
            )
        )
    return lines


def source_lines(sources: Iterable[PartSource], files: Mapping[str, SourceFiles]) -> list[str]:
    """Return one line a source table with its files and up to when they go."""
    by_table: dict[str, list[PartSource]] = {}
    for source in sources:
        by_table.setdefault(source.table, []).append(source)
    lines = []
    for table, group in by_table.items():
        last = _all_in_until([source.last for source in group])
        line = QCoreApplication.translate("KpiMetrics", "Source: {table}, data as of {day}").format(
            table=table_name(table), day=formats.full_day(last)
        )
        known = files.get(table)
        if known and known.names:
            line += f"\n　　{files_text(known)}"
        lines.append(line)
    return lines


def table_lines(tables: Iterable[str], board: Board) -> list[str]:
    """Return one line a fact table with its files and up to when it goes, for what isn't made of daily parts."""
    covered = {one.table: one.last for one in board.coverage.tables}
    lines = []
    for table in tables:
        if table not in covered:
            continue
        last = covered[table]
        text = (
            QCoreApplication.translate("KpiMetrics", "Source: {table}").format(table=table_name(table))
            if last is None
            else QCoreApplication.translate("KpiMetrics", "Source: {table}, data as of {day}").format(
                table=table_name(table), day=formats.full_day(last)
            )
        )
        known = board.files.get(table)
        lines.append(f"{text}\n　　{files_text(known)}" if known and known.names else text)
    return lines


def files_text(files: SourceFiles) -> str:
    """Return the names of the newest files and how many there are besides."""
    shown = formats.listed(files.names[:MAX_FILES])
    if len(files.names) > MAX_FILES:
        shown += QCoreApplication.translate("KpiMetrics", " and {count} more").format(
            count=len(files.names) - MAX_FILES
        )
    return shown


def _all_in_until(ends: list[date]) -> date:
    """Return the day up to which every report is there, but for those given up long before the newest."""
    newest = max(ends)
    return min(end for end in ends if (newest - end).days <= AWAITED_DAYS)


def lacking_text(facts: DailyFacts, metric: BoardMetric) -> str:
    """Return what to import so that a metric gets its figures; nothing where all of its parts are there."""
    missing = [part for part in metric.parts if part not in facts.parts]
    if not missing:
        return ""
    unread = [part for part in missing if not PARTS[part].origins]
    if unread:
        return QCoreApplication.translate("KpiMetrics", "No report that can be imported gives: {parts}").format(
            parts=formats.listed(part_name(part) for part in unread)
        )
    own = [part for part in missing if OWN_SHEET in PARTS[part].origins]
    if own:
        return own_sheet_text(own)
    present = {source.table for series in facts.parts.values() for source in series.sources}
    present |= {"ads"} if present & set(AD_CUTS) else set()
    empty = [part for part in missing if set(PARTS[part].tables) <= present]
    if empty:
        return QCoreApplication.translate("KpiMetrics", "{tables} as imported: no column for {parts}").format(
            tables=formats.listed(dict.fromkeys(name for part in empty for name in _tables(part))),
            parts=formats.listed(part_name(part) for part in empty),
        )
    wanted = dict.fromkeys(" / ".join(_tables(part)) for part in missing)
    return QCoreApplication.translate("KpiMetrics", "Import: {tables}").format(tables=formats.listed(wanted))


def _tables(part: str) -> list[str]:
    """Return the names of the reports that may give a part; costs and order lines only do so together."""
    known = PARTS[part]
    together = "order_lines" in known.origins
    names = [table_name("ad_campaign" if table == "ads" else table) for table in known.tables]
    return [" + ".join(names)] if together else names

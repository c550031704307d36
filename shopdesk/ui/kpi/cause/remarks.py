"""What has to be known to read a cause: what weakens it, what happened meanwhile, and what to import for more."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.cause import MissingReport
from shopdesk.domain.kpi.attribution.coincidences import Coincidence, CoincidenceKind
from shopdesk.domain.kpi.attribution.explanation import Explanation, Factor, Lack, Refused, Split, Unexplained
from shopdesk.domain.kpi.attribution.method import Method
from shopdesk.domain.kpi.attribution.shown import Shown
from shopdesk.domain.kpi.figures import Basis
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.cause.wording import dimension_name, link_name, method_name, title_text
from shopdesk.ui.kpi.metrics.provenance import formula_text, source_lines
from shopdesk.ui.kpi.wording import metric_name, part_name, span_text, table_name

LEAST_OVERLAP: Final = 0.005
MOST_DAYS: Final = 3


def behind(found: Explanation, on_screen: Shown, board: Board) -> list[str]:
    """Return what all sentences rest on: both figures, the formula, how it was divided, and the reports."""
    return [
        title_text(found, on_screen),
        formula_text(found.metric),
        method_name(found.method),
        *source_lines(board.facts.sources_of(found.metric.parts), board.files),
    ]


def notes(found: Explanation, *, asked: Method | None) -> list[str]:
    """Return what has to be known to read the figures, one sentence each."""
    lines = []
    alone = [one.zh if formats.language() == "zh_CN" else one.en for one in found.coincidences if one.is_lopsided]
    if alone:
        lines.append(
            QCoreApplication.translate(
                "KpiCause", "Only one side holds {names}: the difference holds the campaign."
            ).format(names=formats.listed(alone[:MOST_DAYS]))
        )
    if found.per_day:
        lines.append(
            QCoreApplication.translate(
                "KpiCause",
                "Compared by the day: {before} {before:day|days} against {after} {after:day|days} with data.",
            ).format(before=formats.full(found.before.days), after=formats.full(found.after.days))
        )
    missing = (*found.before.missing, *found.after.missing)
    if missing:
        days = formats.listed(formats.day(day) for day in missing[:MOST_DAYS])
        more = " …" if len(missing) > MOST_DAYS else ""
        lines.append(
            QCoreApplication.translate("KpiCause", "Left out, since figures are missing: {days}").format(
                days=days + more
            )
        )
    if found.basis is Basis.DAY_SUM:
        lines.append(QCoreApplication.translate("KpiCause", "People are added day by day: an upper bound."))
    if asked in (None, Method.LMDI) and found.method is Method.SHAPLEY and not found.metric.formula:
        lines.append(
            QCoreApplication.translate(
                "KpiCause", "A factor is 0 or less: divided by Shapley, which needs no logarithm."
            )
        )
    if found.method is Method.SUBSTITUTION:
        order = " → ".join(link_name(one.link) for one in found.factors)
        lines.append(
            QCoreApplication.translate("KpiCause", "Order: {order}. Another order gives other parts.").format(
                order=order
            )
        )
    return list(dict.fromkeys([*lines, *_split_notes((*found.factors, found.whole))]))


def _split_notes(factors: tuple[Factor, ...]) -> list[str]:
    """Return one sentence a dimension where its lines hold more than the shop, and what else weakens a split."""
    overlaps: dict[str, tuple[float, bool]] = {}
    lines = []
    for factor in factors:
        for split in factor.splits:
            share = split.overlap or 0.0
            if share > max(LEAST_OVERLAP, overlaps.get(split.dimension, (0.0, False))[0]):
                overlaps[split.dimension] = share, factor.link.counts_people
            if split.days is not None:
                lines.append(_days_note(split.dimension, split.days))
        lines += [refused_text(one) for one in factor.refused]
    return [_overlap_note(name, share, people=people) for name, (share, people) in overlaps.items()] + lines


def split_notes(split: Split, *, counts_people: bool) -> list[str]:
    """Return what weakens one split."""
    lines = []
    if (split.overlap or 0.0) > LEAST_OVERLAP:
        lines.append(_overlap_note(split.dimension, split.overlap or 0.0, people=counts_people))
    if split.days is not None:
        lines.append(_days_note(split.dimension, split.days))
    return lines


def _overlap_note(dimension: str, share: float, *, people: bool) -> str:
    if people:
        text = QCoreApplication.translate(
            "KpiCause",
            "By {dimension}: the same people stand in several lines, up to {share} more than the shop has; "
            "scaled down alike.",
        )
    else:
        text = QCoreApplication.translate(
            "KpiCause", "By {dimension}: the lines add up to {share} more than the shop; scaled down alike."
        )
    return text.format(dimension=dimension_name(dimension), share=formats.percent(share, decimals=0))


def _days_note(dimension: str, days: tuple[int, int]) -> str:
    return QCoreApplication.translate(
        "KpiCause", "By {dimension}: the report has {before} and {after} days, taken to the same number of days."
    ).format(dimension=dimension_name(dimension), before=formats.full(days[0]), after=formats.full(days[1]))


def refused_text(refused: Refused) -> str:
    """Return why a factor isn't divided by a dimension although a report tells it."""
    return QCoreApplication.translate(
        "KpiCause",
        "Not divided by {dimension}: its report covers {before} before and {after} after, which would look like "
        "a change. Import what is missing.",
    ).format(
        dimension=dimension_name(refused.dimension),
        before=formats.percent(refused.covered[0], decimals=0),
        after=formats.percent(refused.covered[1], decimals=0),
    )


def missing_text(report: MissingReport) -> str:
    """Return which report to import for a further division."""
    days = formats.listed(span_text(period) for period in report.periods)
    return QCoreApplication.translate("KpiCause", "To divide by {dimension}: import “{table}” for {days}").format(
        dimension=dimension_name(report.dimension), table=table_name(report.table), days=days
    )


def coincidence_text(one: Coincidence) -> str:
    """Return one thing that happened at the same time."""
    name = one.zh if formats.language() == "zh_CN" else one.en
    first = formats.day(one.first)
    match one.kind:
        case CoincidenceKind.CAMPAIGN:
            days = formats.span(one.first, one.last)
            if one.in_before and one.in_after:
                return QCoreApplication.translate("KpiCause", "{name} {days}, in both").format(name=name, days=days)
            if one.in_before:
                return QCoreApplication.translate("KpiCause", "{name} {days}, only before").format(name=name, days=days)
            return QCoreApplication.translate("KpiCause", "{name} {days}, only after").format(name=name, days=days)
        case CoincidenceKind.OFFER_BEGINS:
            return QCoreApplication.translate("KpiCause", "offer {name} began on {day}").format(name=name, day=first)
        case CoincidenceKind.OFFER_ENDS:
            return QCoreApplication.translate("KpiCause", "offer {name} ended on {day}").format(name=name, day=first)
        case CoincidenceKind.PLAN_TAKEN:
            return QCoreApplication.translate("KpiCause", "bid plan {name} exported on {day}").format(
                name=name, day=first
            )
        case CoincidenceKind.PRICE:
            return QCoreApplication.translate("KpiCause", "{name}: {before} → {after} yuan a piece").format(
                name=name, before=formats.money(one.before), after=formats.money(one.after)
            )
        case CoincidenceKind.NOT_SOLD:
            return QCoreApplication.translate("KpiCause", "{name}: {before} pieces before, none after").format(
                name=name, before=formats.full(one.before)
            )
        case _:
            return QCoreApplication.translate("KpiCause", "{day} note: {name}").format(name=name, day=first)


def lack_text(found: Unexplained, *, before: Period, after: Period) -> str:
    """Return why nothing can be explained, and what to import."""
    parts = formats.listed(part_name(part) for part in found.parts)
    match found.lack:
        case Lack.NO_BEFORE:
            return QCoreApplication.translate(
                "KpiCause", "No figures for {days}: import the report with {parts}."
            ).format(days=span_text(before), parts=parts)
        case Lack.NO_AFTER:
            return QCoreApplication.translate(
                "KpiCause", "No figures for {days}: import the report with {parts}."
            ).format(days=span_text(after), parts=parts)
        case Lack.JOINED_LATER:
            return QCoreApplication.translate(
                "KpiCause",
                "Another platform's figures begin on {day}: held against days without them, that would look like "
                "growth. Choose days on one side of it.",
            ).format(day=formats.full_day(found.since))
        case _:
            return QCoreApplication.translate(
                "KpiCause", "{name} has no value on one of the two sides, because what it is divided by is 0 there."
            ).format(name=metric_name(found.metric))

"""What has to be known to read a table of segments or a funnel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from shopdesk.domain.kpi.catalogue import PEOPLE_PARTS
from shopdesk.domain.kpi.segments.sums import BUYER, KEYWORD, QUADRANT, SegmentCube
from shopdesk.domain.kpi.segments.table import SegmentTable
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.segments.level import Inside
from shopdesk.ui.kpi.segments.wording import label_name
from shopdesk.ui.kpi.wording import apart_text, table_name


@dataclass(frozen=True, slots=True)
class Told:
    """What a table rests on: its cube and reports, the days asked for, and what was left out for its currency."""

    dimension: str
    cube: SegmentCube
    tables: tuple[str, ...]
    period: Period
    has_base: bool
    look_back_days: int = 0
    apart: tuple[str, ...] = ()
    inside: Inside | None = None


def table_notes(told: Told, table: SegmentTable) -> str:
    """Return the line below the table."""
    tables = formats.listed(map(table_name, told.tables))
    notes = [QCoreApplication.translate("Segments", "From: {tables}").format(tables=tables)]
    if told.inside is not None:
        notes += _inside_notes(told.inside, table)
    notes += _day_notes(told, table)
    if set(table.metric.parts) & PEOPLE_PARTS:
        notes.append(
            QCoreApplication.translate("Segments", "one person may count in several segments and on several days")
        )
    if told.dimension in (KEYWORD, QUADRANT):
        notes.append(
            QCoreApplication.translate("Segments", "only what keywords cost and brought: other ads are not in it")
        )
    if told.dimension == BUYER and told.look_back_days:
        notes.append(
            QCoreApplication.translate("Segments", "old: bought within {days} days before, told from {day} on").format(
                days=formats.full(told.look_back_days), day=told.cube.start
            )
        )
    if told.apart:
        notes.append(apart_text(told.apart))
    return " · ".join(notes)


def _inside_notes(inside: Inside, table: SegmentTable) -> list[str]:
    """Return what the segment is as a whole beside what its parts add up to: two reports may count it differently."""
    if not np.isfinite(inside.value) or not np.isfinite(table.whole):
        return []
    unit, name = table.metric.unit.value, label_name(inside.dimension, inside.label)
    whole, parts = (formats.by_unit(one, unit) for one in (inside.value, table.whole))
    if table.metric.is_ratio or whole == parts:
        return [QCoreApplication.translate("Segments", "{name} as a whole {whole}").format(name=name, whole=whole)]
    left = formats.by_unit(inside.value - table.whole, unit)
    return [
        QCoreApplication.translate(
            "Segments", "{name} as a whole {whole}, these parts {parts}, two reports differ by {left}"
        ).format(name=name, whole=whole, parts=parts, left=left)
    ]


def _day_notes(told: Told, table: SegmentTable) -> list[str]:
    notes = []
    if table.days < told.period.days:
        notes.append(
            QCoreApplication.translate("Segments", "{days} of {all} days have this report").format(
                days=formats.full(table.days), all=formats.full(told.period.days)
            )
        )
    if told.has_base and not table.days_before:
        notes.append(
            QCoreApplication.translate("Segments", "nothing to compare with: the report begins {day}").format(
                day=told.cube.start
            )
        )
    elif table.per_day:
        notes.append(
            QCoreApplication.translate("Segments", "changes by the day: {days} days now, {before} before").format(
                days=formats.full(table.days), before=formats.full(table.days_before)
            )
        )
    return notes


def funnel_note(steps: int, *, before: str, days: int) -> str:
    """Return what a funnel of ``steps`` steps over some days leaves unsaid; ``before`` names the comparison."""
    if steps < 2:
        return QCoreApplication.translate(
            "Segments", "The report behind this tells no visitors and buyers, so there are no steps to show."
        )
    notes = [QCoreApplication.translate("Segments", "grey bar: {before}").format(before=before)] if before else []
    if days > 1:
        notes.append(
            QCoreApplication.translate("Segments", "People are counted once a day; who comes on two days counts twice.")
        )
    return " · ".join(notes)

"""What stands behind a segment's figure: its formula with numbers, the reports and files, the days that have one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.board import Board
from shopdesk.domain.kpi.catalogue import FEN_PARTS, BoardMetric
from shopdesk.domain.kpi.segments.sums import SegmentCube
from shopdesk.domain.kpi.term import written
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.metrics.provenance import formula_text, table_lines
from shopdesk.ui.kpi.wording import part_name, span_text

Explainer = Callable[[str], str]
"""Gives the lines behind the figures of a label."""


def explainer(
    cube: SegmentCube,
    metric: BoardMetric,
    *,
    periods: Sequence[Period],
    tables: Sequence[str],
    board: Board,
) -> Explainer:
    """Return what explains the labels of a cube; sums are looked up when somebody points at a row."""

    def explain(label: str) -> str:
        if label not in cube.labels:
            return ""
        place = cube.labels.index(label)
        lines = [formula_text(metric)]
        lines += [_period_line(cube, metric, period, place) for period in periods]
        return "\n".join([*lines, *table_lines(tables, board)])

    return explain


def _period_line(cube: SegmentCube, metric: BoardMetric, period: Period, place: int) -> str:
    sums = cube.window(period)
    days = min((sums.days.get(part, 0) for part in metric.parts), default=0)
    totals = {part: f"{part_name(part)} {_total(part, float(sums.of(part)[place]))}" for part in metric.parts}
    covered = QCoreApplication.translate("Segments", "{days} of {all} days have this report").format(
        days=formats.full(days), all=formats.full(period.days)
    )
    return f"{span_text(period)}: {written(metric.term, lambda part: totals[part])} ({covered})"


def _total(part: str, value: float) -> str:
    if np.isnan(value):
        return formats.UNKNOWN
    return formats.money_fen(value) if part in FEN_PARTS else formats.full(value)

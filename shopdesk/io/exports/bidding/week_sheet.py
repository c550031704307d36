"""The week as a workbook of seven rows by 24 hours or 48 half hours, and any such sheet read back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any, Final

from shopdesk.app.bidding.checklist_words import words_for
from shopdesk.app.bidding.exporting import PlanOrder, WeekUnreadable
from shopdesk.app.services import ExportColumn, ExportSheet
from shopdesk.domain.bidding.forms.grid import from_rows, slot_names, week_rows
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY
from shopdesk.domain.bidding.week import ScheduleError

MOST_BYTES: Final = 16 * 2**20
"""Unpacked: ten times what the list of ten thousand bids takes."""


def week_sheet(order: PlanOrder, language: str, *, name: str = "") -> ExportSheet:
    """Return the week of a plan as a table: Monday first, whole percents; named after the plan where no name is given.

    It speaks the console's language.
    """
    hours, words = order.levers.hours, words_for((order.plan.platform,), language)
    names = slot_names(len(hours) // (DAYS * HOURS_PER_DAY))
    columns = (ExportColumn(words.days, width=8), *(ExportColumn(slot, "integer", width=7) for slot in names))
    rows = [[day, *cells] for day, cells in zip(words.weekdays, week_rows(hours), strict=True)]
    return ExportSheet(name or order.plan.name, columns, rows, notes=(words.percent_note,))


def read_sheet(data: bytes) -> tuple[int, ...]:
    """Return the first week that a sheet of a workbook holds, whichever way it is turned; ``WeekUnreadable``."""
    for sheet in opened(data).worksheets:
        try:
            return from_rows(texts(sheet))
        except ScheduleError:
            continue
    raise WeekUnreadable("7 × 24 / 48")


def opened(data: bytes) -> Any:
    """Return a workbook as values; ``WeekUnreadable`` where it is none, or one that would fill the memory."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                raise WeekUnreadable("> 16 MB")
        return load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise WeekUnreadable(".xlsx") from error


def texts(sheet: Any) -> Sequence[list[str]]:
    """Return the cells of a sheet as texts, whole numbers without a point."""
    return [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

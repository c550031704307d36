"""Fulfils ``app.bidding.exporting.BidFiles``; what is heavy loads when a file is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shopdesk.app.bidding.exporting import LeftOut, Order, Written
    from shopdesk.domain.bidding.forms.reading import ReadWeek
    from shopdesk.domain.bidding.levers import Levers


class PlanFiles:
    """Writes plans for consoles and people, each file whole or not at all, and reads weeks back."""

    def write(self, order: Order) -> Written:
        """Write a file; ``LimitsBroken`` before anything is written where a platform would refuse a cell."""
        from shopdesk.app.bidding.exporting import Form, LimitsBroken, troubles_of

        found = troubles_of(order)
        if found:
            raise LimitsBroken(found)
        match order.form:
            case Form.CHECKLIST:
                return _checklist(order)
            case Form.WEEK_SHEET:
                return _week(order)
            case Form.MICROSOFT_BULK:
                return _microsoft(order)
            case Form.GOOGLE_EDITOR:
                from shopdesk.io.exports.bidding.google import editor_csv

                return _written(order.path, *editor_csv(order.plans[0]))
            case Form.AMAZON_BULK:
                return _amazon(order)
            case _:
                return _text(order)

    def read_week(self, path: Path, *, first_day: int = 0) -> ReadWeek:
        """Read a week from a text, JSON or workbook; ``WeekUnreadable`` names the piece that is wrong."""
        from shopdesk.app.bidding.exporting import WeekUnreadable
        from shopdesk.domain.bidding.forms.reading import WeekForm, read, read_week
        from shopdesk.domain.bidding.week import ScheduleError
        from shopdesk.io.exports.bidding.week_sheet import read_sheet

        data = path.read_bytes()
        if data.startswith(b"PK"):
            return read(read_sheet(data), WeekForm.GRID)
        try:
            return read_week(_decoded(data), first_day=first_day)
        except ScheduleError as error:
            raise WeekUnreadable(error.part) from error

    def read_levers(self, path: Path) -> Mapping[str, Levers]:
        """Read the plans of a checklist back, by name of the plan; ``WeekUnreadable``."""
        from shopdesk.io.exports.bidding.checklist import read_checklist

        return read_checklist(path.read_bytes())


def _checklist(order: Order) -> Written:
    """Write the lists of changes, then the week of each plan whose hours change, as a grid to type from."""
    from shopdesk.app.bidding.checklist import checklist_sheets, told_apart
    from shopdesk.app.bidding.checklist_words import words_for
    from shopdesk.app.bidding.exporting import Written
    from shopdesk.domain.bidding.forms.change import Lever
    from shopdesk.io.excel_writer import write_workbook
    from shopdesk.io.exports.bidding.week_sheet import week_sheet

    plans = told_apart(order.plans)
    sheets = checklist_sheets(plans, order.language)
    grids = [
        week_sheet(
            one,
            order.language,
            name=words_for((one.plan.platform,), order.language).grid_name.format(plan=one.campaign),
        )
        for one in plans
        if any(change.lever is Lever.HOURS for change in one.changes)
    ]
    write_workbook(order.path, (*sheets, *grids))
    return Written(order.path, sum(len(sheet.rows) for sheet in sheets[1:]))


def _week(order: Order) -> Written:
    from shopdesk.app.bidding.exporting import Written
    from shopdesk.io.excel_writer import write_workbook
    from shopdesk.io.exports.bidding.week_sheet import week_sheet

    sheets = [week_sheet(one, order.language) for one in order.plans]
    write_workbook(order.path, sheets)
    return Written(order.path, sum(len(sheet.rows) for sheet in sheets), _by_hand(order))


def _microsoft(order: Order) -> Written:
    from shopdesk.app.bidding.exporting import Written
    from shopdesk.io.atomic_file import write_beside
    from shopdesk.io.exports.bidding.microsoft import criteria_csv, words_csv

    plan = order.plans[0]
    (data, lines, left_out), (words, bids, nameless) = criteria_csv(plan), words_csv(plan)
    left_out = (*left_out, *nameless)
    if not bids:
        return _written(order.path, data, lines, left_out)
    if not lines:
        return _written(order.path, words, bids, left_out)
    beside = order.path.with_name(f"{order.path.stem}_keywords{order.path.suffix}")
    write_beside(order.path, data)
    write_beside(beside, words)
    return Written(order.path, lines + bids, left_out, (beside,))


def _amazon(order: Order) -> Written:
    from shopdesk.app.keywords.rebuild_files import BulkRefused
    from shopdesk.io.exports.bidding.amazon import edited_workbook

    if order.workbook is None:
        raise BulkRefused("no_workbook")
    if order.path.exists() and order.path.samefile(order.workbook):
        raise BulkRefused("itself")
    return _written(order.path, *edited_workbook(order.workbook.read_bytes(), order.plans[0]))


def _text(order: Order) -> Written:
    """Write a text that a helper in the browser or a person pastes: plain UTF-8, since JSON allows no mark."""
    from shopdesk.app.bidding.exporting import week_text

    text = week_text(order.form, order.plans[0])
    return _written(order.path, text.encode(), 1, _by_hand(order))


def _by_hand(order: Order) -> tuple[LeftOut, ...]:
    """Return what a file of the week alone doesn't carry."""
    from shopdesk.app.bidding.exporting import LeftOut, Why
    from shopdesk.domain.bidding.forms.change import Lever

    return tuple(
        LeftOut(one.lever, one.name, Why.NO_FIELD)
        for plan in order.plans
        for one in plan.changes
        if one.lever is not Lever.HOURS
    )


def _written(path: Path, data: bytes, lines: int, left_out: tuple[LeftOut, ...] = ()) -> Written:
    from shopdesk.app.bidding.exporting import Written
    from shopdesk.io.atomic_file import write_beside

    write_beside(path, data)
    return Written(path, lines, left_out)


def _decoded(data: bytes) -> str:
    """Return a text as Windows or a browser saved it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")

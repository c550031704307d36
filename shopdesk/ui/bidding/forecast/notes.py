"""What can't be known of a plan, each as a sentence that says which report would tell it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from shopdesk.ui import formats
from shopdesk.ui.kpi.wording import table_name

if TYPE_CHECKING:
    from shopdesk.app.bidding.sources import TableSource
    from shopdesk.domain.bidding.record.notes import Note

_FILES: Final = 2


def note_texts(notes: Iterable[Note]) -> tuple[str, ...]:
    """Return the sentences of notes, in their order."""
    return tuple(note_text(note) for note in notes)


def note_text(note: Note) -> str:
    """Return one note as a sentence."""
    numbers = {name: formats.full(value) for name, value in note.values.items() if name != "share"}
    if "share" in note.values:
        numbers["share"] = formats.Counted(formats.percent(note.values["share"], decimals=0))
    table = table_name(note.table) if note.table else ""
    return _sentence(note.code.value).format(**{"table": table, **numbers})


def _sentence(code: str) -> str:
    return (_missing() | _reserves()).get(code, code)


def _missing() -> dict[str, str]:
    return {
        "no_reports": QCoreApplication.translate(
            "PlanNotes", "No report tells anything of this plan: import “{table}” and the reports by word and hour."
        ),
        "same_figures": QCoreApplication.translate(
            "PlanNotes",
            "{days} {days:day|days} of reports since the last version went out: another round now would rest on the "
            "same figures and move everything twice. Wait for two weeks of new reports.",
        ),
        "no_orders": QCoreApplication.translate(
            "PlanNotes",
            "No orders in the reports (or no column of them): what a click is worth can't be known. Export them with "
            "their orders.",
        ),
        "only_costs": QCoreApplication.translate(
            "PlanNotes", "The reports name costs but no clicks: import “{table}” with its clicks."
        ),
        "no_costs": QCoreApplication.translate(
            "PlanNotes", "The reports name no costs: nothing can be foreseen. Export “{table}” with its spend."
        ),
        "one_day": QCoreApplication.translate(
            "PlanNotes", "One day of figures: export the reports over four weeks or more."
        ),
        "undated": QCoreApplication.translate(
            "PlanNotes", "The reports don't say which days they cover: export them by day."
        ),
        "no_words": QCoreApplication.translate("PlanNotes", "Bids of words: import “{table}”."),
        "no_hours": QCoreApplication.translate("PlanNotes", "Hours: import “{table}”."),
        "no_regions": QCoreApplication.translate("PlanNotes", "Regions: import “{table}”."),
        "no_audiences": QCoreApplication.translate("PlanNotes", "Audiences: import “{table}”."),
        "margin_unknown": QCoreApplication.translate(
            "PlanNotes", "The margin is unknown: import orders and a cost list, or fill it in below."
        ),
        "margin_negative": QCoreApplication.translate(
            "PlanNotes",
            "The margin is {share}: nothing is left of an order, so that no bid pays. Please check the costs.",
        ),
    }


def _reserves() -> dict[str, str]:
    return {
        "few_days": QCoreApplication.translate("PlanNotes", "Only {days} days of figures: four weeks tell much more."),
        "old": QCoreApplication.translate(
            "PlanNotes", "No figures of this plan in the last {days} days of the data: import newer reports."
        ),
        "one_region": QCoreApplication.translate("PlanNotes", "One region only: regions can't be compared."),
        "no_weekdays": QCoreApplication.translate(
            "PlanNotes", "Hours without weekdays: every day gets the same profile. Export “{table}” by day."
        ),
        "missing_hours": QCoreApplication.translate(
            "PlanNotes", "{hours} {hours:hour|hours} of the day without any figure: they stay at 100 %."
        ),
        "bids_from_cpc": QCoreApplication.translate(
            "PlanNotes",
            "No report tells the bid of {words} {words:word|words}: what a click cost stands in for it (please check).",
        ),
        "whole_account": QCoreApplication.translate(
            "PlanNotes", "“{table}” doesn't tell plans apart: the whole account stands in."
        ),
        "immature": QCoreApplication.translate(
            "PlanNotes", "The last {days} {days:day is|days are} left out: orders of these clicks still come in."
        ),
    }


def foreign_text() -> str:
    """Return that the platform bills in another currency than the shop may sell in."""
    return QCoreApplication.translate(
        "PlanNotes", "This platform bills in the account's own currency: all amounts here are in it (please check)."
    )


def source_lines(sources: Iterable[TableSource]) -> tuple[str, ...]:
    """Return one line a report with its files and up to when it goes."""
    lines = []
    for source in sources:
        text = (
            QCoreApplication.translate("PlanNotes", "Source: {table}")
            if source.last is None
            else QCoreApplication.translate("PlanNotes", "Source: {table}, data as of {day}")
        )
        shown = formats.listed(source.files[:_FILES])
        if len(source.files) > _FILES:
            shown = QCoreApplication.translate("PlanNotes", "{names} and {count} more").format(
                names=shown, count=formats.full(len(source.files) - _FILES)
            )
        lines.append(text.format(table=table_name(source.table), day=formats.full_day(source.last)) + f"\n　　{shown}")
    return tuple(lines)

"""What the preview says about a prepared sheet: kind, dates, problems by kind, and which tabs it feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.issues import Issue, Severity
from shopdesk.ui import formats

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shopdesk.app.services import Prepared, ReportKind

Mark = Literal["check", "warning", "question", "error"]
_MARKS: Final[dict[Severity, Mark]] = {
    Severity.FILE: "error",
    Severity.ROW: "warning",
    Severity.WARNING: "warning",
    Severity.INFO: "check",
}
_TABS: Final = {
    "shop": ("kpi",),
    "shop_source": ("kpi", "keywords"),
    "item": ("kpi", "keywords"),
    "search_term": ("keywords",),
    "ad_keyword": ("keywords", "bidding"),
    "ad_search_term": ("keywords",),
    "ad": ("bidding",),
    "order": ("kpi", "promotions"),
    "refunds": ("kpi", "promotions"),
    "costs": ("kpi", "keywords", "bidding", "promotions"),
    "reviews": ("kpi",),
    "metric_table": ("kpi",),
}
_SHOWN_ROWS: Final = 3
MOST_PLACES: Final = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """The one line of the problem column."""

    mark: Mark
    text: str


def is_chinese() -> bool:
    """Whether data labels are shown in Chinese."""
    return formats.language() == "zh_CN"


def is_ready(prepared: Prepared) -> bool:
    """Whether a sheet can go in as it is."""
    return prepared.conversion is not None and prepared.conversion.data_rows > 0 and not _needs_date(prepared)


def _needs_date(prepared: Prepared) -> bool:
    recognition = prepared.recognition
    return recognition is not None and recognition.needs_date and recognition.date_from_name is None


def file_name(prepared: Prepared) -> str:
    """Return the file's name, with the sheet where it has several."""
    sheet = prepared.sheet.name if prepared.sheet is not None and len(prepared.sheets_of_file) > 1 else ""
    return f"{prepared.source.label} · {sheet}" if sheet else prepared.source.label


def kind_name(prepared: Prepared, kinds: Mapping[str, ReportKind]) -> str:
    """Return what a sheet was recognised as: platform · report; empty where unknown."""
    recognition = prepared.recognition
    if recognition is None or not recognition.kind:
        return ""
    label = (recognition.label_zh if is_chinese() else recognition.label_en) or recognition.kind
    return with_platform(label, kinds.get(recognition.kind), recognition.platform)


def with_platform(label: str, kind: ReportKind | None, platform: str) -> str:
    """Return a report's label behind its platform, unless the label already begins with it."""
    name = platform
    if kind is not None:
        name = (kind.platform_zh if is_chinese() else kind.platform_en) or platform
    if not name or platform in ("", "generic", "any") or label.startswith(name):
        return label
    return f"{name} · {label}"


def kind_label(kind: ReportKind) -> str:
    """Return a report kind as a choice."""
    label = (kind.label_zh if is_chinese() else kind.label_en) or kind.kind
    return with_platform(label, kind, kind.platform)


def row_count(prepared: Prepared) -> int | None:
    """Return the data rows of a sheet, the raw rows where it is not converted."""
    if prepared.conversion is not None:
        return prepared.conversion.data_rows
    return prepared.sheet.cells.num_rows if prepared.sheet is not None else None


def dates(prepared: Prepared) -> str:
    """Return the span of days, or that there is none."""
    conversion = prepared.conversion
    if conversion is None or conversion.first_date is None:
        if prepared.sheet is None:
            return formats.UNKNOWN
        return QCoreApplication.translate("ImportWording", "no dates")
    return formats.span(conversion.first_date, conversion.last_date, today=conversion.last_date)


def tabs(prepared: Prepared) -> str:
    """Return the tabs that a sheet feeds."""
    table = prepared.recognition.table if prepared.recognition is not None else ""
    names = {
        "kpi": QCoreApplication.translate("ImportWording", "Dashboard"),
        "keywords": QCoreApplication.translate("ImportWording", "Keywords"),
        "bidding": QCoreApplication.translate("ImportWording", "Bids"),
        "promotions": QCoreApplication.translate("ImportWording", "Offers"),
    }
    found = _TABS.get(table) or _TABS.get(table.split("_")[0]) or _TABS.get(table.rstrip("s")) or ()
    if table.startswith("order"):
        found = _TABS["order"]
    if len(found) == len(names):
        return QCoreApplication.translate("ImportWording", "all")
    return " · ".join(names[tab] for tab in found) or formats.UNKNOWN


def issues_of(prepared: Prepared) -> tuple[Issue, ...]:
    """Return the issues of reading and of converting."""
    converted = prepared.conversion.issues if prepared.conversion is not None else ()
    return (*prepared.file_issues, *converted)


def missing_days(prepared: Prepared) -> list[date]:
    """Return the days without a row between first and last of a daily shop report."""
    conversion = prepared.conversion
    if conversion is None or conversion.recognition.table != "shop_daily":
        return []
    frame = conversion.frame
    if "date" not in frame.column_names or conversion.first_date is None or conversion.last_date is None:
        return []
    present = set(frame["date"].unique().to_pylist())
    count = (conversion.last_date - conversion.first_date).days + 1
    days = (conversion.first_date + timedelta(days=n) for n in range(count))
    return [day for day in days if day not in present]


def problem(prepared: Prepared, word: Callable[[Issue], str]) -> Problem:
    """Return the most important thing to say about a sheet."""
    issues = issues_of(prepared)
    if prepared.sheet is None or any(issue.severity is Severity.FILE for issue in issues):
        worst = next((issue for issue in issues if issue.severity is Severity.FILE), None) or next(iter(issues), None)
        text = word(worst) if worst else QCoreApplication.translate("ImportWording", "can't be read")
        return Problem("error", text)
    if prepared.conversion is None:
        return Problem("question", QCoreApplication.translate("ImportWording", "say what its columns are"))
    if _needs_date(prepared):
        return Problem("question", QCoreApplication.translate("ImportWording", "which days is it of?"))
    if prepared.already_imported:
        return Problem("check", QCoreApplication.translate("ImportWording", "already imported, nothing will change"))
    rejected = Counter(issue.code for issue in issues if issue.severity is Severity.ROW)
    if rejected:
        return _counted(issues, rejected, word, "warning")
    gaps = missing_days(prepared)
    if gaps:
        return Problem("warning", _gap_text(gaps))
    warned = Counter(issue.code for issue in issues if issue.severity is Severity.WARNING)
    if warned:
        return _counted(issues, warned, word, "warning")
    told = Counter(issue.code for issue in issues if issue.severity is Severity.INFO)
    if told:
        return _counted(issues, told, word, "check")
    return Problem("check", QCoreApplication.translate("ImportWording", "no problem"))


def _counted(issues: Iterable[Issue], counts: Counter[str], word: Callable[[Issue], str], mark: Mark) -> Problem:
    code, count = counts.most_common(1)[0]
    first = next(issue for issue in issues if issue.code == code)
    others = sum(counts.values()) - 1
    if not others:
        return Problem(mark, word(first))
    if count == others + 1:
        text = QCoreApplication.translate("ImportWording", "{count} {count:time|times}: {text}")
        return Problem(mark, text.format(count=formats.full(count), text=word(first)))
    more = QCoreApplication.translate("ImportWording", "{text} and {count} more")
    return Problem(mark, more.format(text=word(first), count=others))


def _gap_text(gaps: list[date]) -> str:
    shown = formats.listed(formats.day(day) for day in gaps[:_SHOWN_ROWS])
    more = "…" if len(gaps) > _SHOWN_ROWS else ""
    text = QCoreApplication.translate("ImportWording", "{count} {count:day|days} missing: {days}")
    return text.format(count=formats.full(len(gaps)), days=shown + more)


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth a look before importing."""

    mark: Mark
    title: str
    text: str
    places: tuple[str, ...] = ()  # where it is, one line each


def notes(prepared: Prepared, word: Callable[[Issue], str]) -> list[Note]:
    """Return one note a kind of problem: what, in which rows, and the words of the first."""
    grouped: dict[str, list[Issue]] = {}
    for issue in issues_of(prepared):
        grouped.setdefault(issue.code, []).append(issue)
    result = [
        Note(
            _MARKS[group[0].severity],
            _note_title(prepared, group),
            f"{word(group[0])}{_note_rows(group)}",
            _places(group),
        )
        for group in grouped.values()
    ]
    gaps = missing_days(prepared)
    if gaps:
        left = QCoreApplication.translate("ImportWording", "Charts leave them empty; they are not taken as 0.")
        result.append(Note("warning", f"{prepared.source.label}", f"{_gap_text(gaps)}. {left}"))
    return sorted(result, key=lambda note: ("error", "question", "warning", "check").index(note.mark))


def _note_title(prepared: Prepared, group: list[Issue]) -> str:
    rows = {issue.place.row for issue in group if issue.place.row is not None}
    if len(rows) <= 1 and len(group) <= 1:
        return prepared.source.label
    text = QCoreApplication.translate("ImportWording", "{file}: {count} {count:time|times}")
    return text.format(file=prepared.source.label, count=formats.full(len(group)))


def _places(group: list[Issue]) -> tuple[str, ...]:
    """Return row, column and value of each issue of a kind, where there is more than one."""
    if len(group) <= 1:
        return ()
    lines = []
    for issue in group[:MOST_PLACES]:
        row = issue.place.row
        named = QCoreApplication.translate("ImportWording", "row {row}").format(row=row) if row is not None else ""
        lines.append(" · ".join(filter(None, (named, issue.place.column, issue.value))))
    if len(group) > MOST_PLACES:
        more = QCoreApplication.translate("ImportWording", "… {count} more")
        lines.append(more.format(count=formats.full(len(group) - MOST_PLACES)))
    return tuple(line for line in lines if line)


def _note_rows(group: list[Issue]) -> str:
    rows = list(dict.fromkeys(issue.place.row for issue in group if issue.place.row is not None))
    if len(rows) <= 1:
        return ""
    shown = formats.listed(str(row) for row in rows[: 2 * _SHOWN_ROWS])
    more = "…" if len(rows) > 2 * _SHOWN_ROWS else ""
    return " " + QCoreApplication.translate("ImportWording", "(rows {rows})").format(rows=shown + more)

"""报告: the day, week, month or quarter as it will be sent, and one click to Excel or PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDate, QEvent, QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from shopdesk.app.kpi.actions import ACTIONS
from shopdesk.app.kpi.alert_marks import ALERT_MARKS
from shopdesk.app.kpi.alert_rules import ALERT_RULES
from shopdesk.app.kpi.class_names import CLASS_WORDS
from shopdesk.app.kpi.documents import TILES
from shopdesk.app.kpi.reports.making import Made, made_of
from shopdesk.app.kpi.reports.model import Report
from shopdesk.app.kpi.reports.names import Filled, TemplateRefused
from shopdesk.app.kpi.reports.source import ReportKind
from shopdesk.app.kpi.targets import SPRINTS, TARGETS
from shopdesk.app.kpi.trials import CHANGES, EXPERIMENTS
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.domain.issues import Issue, Severity
from shopdesk.ui import formats
from shopdesk.ui.cards import BarAction, EmptyState, MessageBar, Segmented, button, set_tab_order
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.reports.missing_card import MissingCard
from shopdesk.ui.kpi.reports.pages import Pages, lay_out
from shopdesk.ui.kpi.reports.preview import Preview
from shopdesk.ui.kpi.view import BoardState, BoardView
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.messages import open_folder, word_error, word_issue
from shopdesk.ui.saving import ask_target
from shopdesk.ui.tokens import GUTTER_PX

MORNING: Final = time(9)
DATE_PX: Final = 116
SHOWN: Final = (ReportKind.DAILY, ReportKind.WEEKLY, ReportKind.MONTHLY, ReportKind.PERSONA)


class View(BoardView):
    """Opens with yesterday. The report is made in a job; preview, Excel and PDF are drawn from the same one."""

    uses = frozenset(
        one.name
        for one in (
            TARGETS,
            SPRINTS,
            ACTIONS,
            TILES,
            USER_METRICS,
            ALERT_RULES,
            ALERT_MARKS,
            CHANGES,
            EXPERIMENTS,
            CLASS_WORDS,
        )
    )

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state: BoardState | None = None
        self._made: Made | None = None
        self._day: date | None = None
        self._job = LatestJob(context.jobs, self)
        self.kind = Segmented()
        self.day = QDateEdit()
        self.earlier = button("‹", small=True)
        self.later = button("›", small=True)
        self.language = QComboBox()
        self.template = button(small=True)
        self.pdf = button(small=True)
        self.excel = button(primary=True, small=True)
        self.bar = MessageBar()
        self.preview = Preview()
        self.missing = MissingCard()
        self.empty = EmptyState(icon="print")
        self._lay_out()
        self._connect()
        self._write()

    def show_board(self, state: BoardState) -> None:
        """Make the report of the state's day, or of the day that was chosen."""
        if self._state is None or state.day != self._state.day:
            self._day = state.day
        self._state = state
        self._set_range()
        self._make()

    def show_target(self, target: object) -> None:
        """Show one of the reports by its kind: daily, weekly, monthly, persona."""
        if isinstance(target, str) and target in SHOWN:
            self.kind.choose(target)
            self._make()

    @property
    def report(self) -> Report | None:
        """The report shown."""
        return self._made.report if self._made else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the report's own language follows unless it was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    # --- what the user does

    def export_excel(self) -> None:
        """Ask for a file and write the workbook."""
        self._export(".xlsx", self.tr("Excel workbook (*.xlsx)"))

    def export_pdf(self) -> None:
        """Ask for a file and write the PDF."""
        self._export(".pdf", self.tr("PDF (*.pdf)"))

    def fill_template(self) -> None:
        """Ask for a template and a file, and fill the named cells."""
        services, report = self.context.services, self.report
        if services is None or services.reports is None or report is None:
            return
        pattern = self.tr("Excel workbook (*.xlsx)")
        given, _ = QFileDialog.getOpenFileName(self, self.tr("Choose your template"), "", pattern)
        target = self._ask(".xlsx", pattern) if given else None
        if target is None:
            return
        writer, template = services.reports, Path(given)
        if target.resolve() == template.resolve():
            self.bar.say(self.tr("Choose another file: the template itself is kept as it is."), "warn")
            return
        self._write_file(target, lambda: writer.fill(target, report, template), self._filled)

    def save_names(self) -> None:
        """Ask for a file and write the list of names for templates."""
        services = self.context.services
        if services is None or services.reports is None:
            return
        writer, language, metrics = services.reports, self._language(), metrics_of(self.context.workspace)
        target = ask_target(
            self,
            title=self.tr("Save the names for templates"),
            name=self.tr("Names for report templates"),
            suffix=".xlsx",
            pattern=self.tr("Excel workbook (*.xlsx)"),
        )
        if target is not None:
            self._write_file(
                target, lambda: writer.write_names(target, language, metrics), lambda _done: self._told(target)
            )

    # --- making

    def _make(self) -> None:
        workspace, state = self.context.workspace, self._state
        if workspace is None or state is None:
            return
        day = self._day
        if day is None:
            self._pages.setCurrentIndex(0)
            return
        kind, language, made_at = ReportKind(self.kind.key()), self._language(), self._now(day)
        before = self._made.source if self._made is not None and self._made.source.board is state.board else None
        self._job.start(
            self.tr("Making the report"),
            lambda job: made_of(
                workspace, state.board, job, kind=kind, language=language, day=day, made_at=made_at, before=before
            ),
            self._take,
        )

    def _take(self, made: Made | None) -> None:
        self._made = made
        pages: Pages | None = None if made is None else lay_out(made.report)
        self._pages.setCurrentIndex(0 if made is None else 1)
        self.preview.show_pages(pages)
        self.missing.show_report(made.report if made else None, pages.count if pages else 0)
        for one in (self.excel, self.pdf, self.template):
            one.setEnabled(made is not None)

    def _now(self, day: date) -> datetime:
        services = self.context.services
        return services.now() if services is not None else datetime.combine(day + timedelta(days=1), MORNING)

    def _language(self) -> str:
        return str(self.language.currentData() or formats.language())

    def _set_range(self) -> None:
        state = self._state
        if state is None or self._day is None:
            return
        facts = state.board.facts
        with QSignalBlocker(self.day):
            self.day.setDateRange(_qdate(facts.start), _qdate(max(facts.end, self._day)))
            self.day.setDate(_qdate(self._day))
        self._enable_steps()

    def _enable_steps(self) -> None:
        self._write_kinds()
        self.earlier.setEnabled(self.day.date() > self.day.minimumDate())
        self.later.setEnabled(self.day.date() < self.day.maximumDate())

    def _choose_day(self, chosen: QDate) -> None:
        self._day = date(chosen.year(), chosen.month(), chosen.day())
        self._enable_steps()
        self._make()

    def _step(self, sign: int) -> None:
        moved = {
            ReportKind.DAILY: self.day.date().addDays(sign),
            ReportKind.WEEKLY: self.day.date().addDays(7 * sign),
            ReportKind.MONTHLY: self.day.date().addMonths(sign),
            ReportKind.PERSONA: self.day.date().addMonths(3 * sign),
        }[ReportKind(self.kind.key())]
        if ReportKind(self.kind.key()) in (ReportKind.MONTHLY, ReportKind.PERSONA) and sign < 0:
            moved = QDate(moved.year(), moved.month(), moved.daysInMonth())
        self.day.setDate(max(self.day.minimumDate(), min(moved, self.day.maximumDate())))

    # --- writing

    def _export(self, suffix: str, pattern: str) -> None:
        services, report = self.context.services, self.report
        if services is None or services.reports is None or report is None:
            return
        writer, target = services.reports, self._ask(suffix, pattern)
        if target is not None:
            self._write_file(target, lambda: writer.write(target, report), lambda _done: self._told(target))

    def _ask(self, suffix: str, pattern: str) -> Path | None:
        report = self.report
        if report is None:
            return None
        name = f"{report.shop} {report.title} {report.period.start:%Y-%m-%d}"
        if report.period.days > 1:
            name += f" {report.period.end:%Y-%m-%d}"
        return ask_target(self, title=self.tr("Save the report"), name=name, suffix=suffix, pattern=pattern)

    def _write_file(self, target: Path, work: Callable[[], object], done: Callable[[object], None]) -> None:
        def failed(error: BaseException) -> None:
            if isValid(self):  # the shop may have been closed while the file was written
                self.bar.say(self._wrong(error), "warn")

        def finished(result: object) -> None:
            if isValid(self):
                done((target, result))

        title = self.tr("Writing {name}").format(name=target.name)
        self.context.jobs.start(title, lambda _job: work(), finished, failed)

    def _told(self, target: Path, more: str = "", tone: str = "info") -> None:
        text = self.tr("Written: {name}").format(name=target.name)
        actions = [BarAction(self.tr("Show in folder"), lambda: open_folder(target.parent))]
        self.bar.say(f"{text} {more}".strip(), tone, actions)

    def _filled(self, result: object) -> None:
        target, filled = result if isinstance(result, tuple) else (None, None)
        if not isinstance(filled, Filled) or not isinstance(target, Path):
            return
        lines = [self.tr("Cells filled: {count}.").format(count=formats.full(len(filled.names)))]
        for code, names in (
            ("report_names_unknown", filled.unknown),
            ("report_names_misplaced", filled.misplaced),
            ("report_names_empty", filled.empty),
        ):
            if names:
                issue = Issue(code, Severity.INFO, values={"names": ", ".join(names)})
                lines.append(word_issue(self.context.services, issue))
        wrong = bool(filled.unknown or filled.misplaced)
        self._told(target, " ".join(lines), "warn" if wrong else "info")

    def _wrong(self, error: BaseException) -> str:
        services = self.context.services
        if services is None:
            return str(error)
        if isinstance(error, TemplateRefused):
            issue = Issue(f"report_template_{error.code}", Severity.FILE, values={"path": self.tr("This file")})
            return word_issue(services, issue)
        return word_error(services, error)

    # --- layout

    def _lay_out(self) -> None:
        strip = QHBoxLayout()
        strip.setSpacing(8)
        for widget in (self.kind, self.earlier, self.day, self.later, self.language):
            strip.addWidget(widget)
        strip.addStretch(1)
        for widget in (self.template, self.pdf, self.excel):
            strip.addWidget(widget)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setMinimumWidth(DATE_PX)
        row = QHBoxLayout()
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.preview, 1)
        row.addWidget(self.missing)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(strip)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)
        self._pages.setCurrentIndex(1)

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _key: self._make())
        self.day.dateChanged.connect(self._choose_day)
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.language.activated.connect(lambda _place: self._make())
        self.excel.clicked.connect(self.export_excel)
        self.pdf.clicked.connect(self.export_pdf)
        self.template.clicked.connect(self._open_menu)
        self.missing.import_wanted.connect(self.context.import_requested)
        self.empty.triggered.connect(self.context.import_requested)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Fill my Excel template…"), self.fill_template)
        menu.addAction(self.tr("Save the names for templates…"), self.save_names)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.template.mapToGlobal(self.template.rect().bottomLeft()))

    def _write_kinds(self) -> None:
        is_last = self._state is None or self._day == self._state.day
        self.kind.set_items(
            [
                (ReportKind.DAILY.value, self.tr("Yesterday") if is_last else self.tr("Day")),
                (ReportKind.WEEKLY.value, self.tr("Week")),
                (ReportKind.MONTHLY.value, self.tr("Month")),
                (ReportKind.PERSONA.value, self.tr("Customers by quarter")),
            ]
        )

    def _order_tabs(self) -> None:
        """Let Tab follow the eye; the buttons of the switch are made later than what stands after them."""
        set_tab_order(self.kind, self.earlier, self.day, self.later, self.language)
        set_tab_order(self.language, self.template, self.pdf, self.excel, self.preview, self.missing)

    def _write(self) -> None:
        self._write_kinds()
        self.day.setAccessibleName(self.tr("Last day of the report"))
        self.day.setToolTip(self.tr("Last day of the report"))
        self.earlier.setToolTip(self.tr("Earlier"))
        self.earlier.setAccessibleName(self.tr("Earlier"))
        self.later.setToolTip(self.tr("Later"))
        self.later.setAccessibleName(self.tr("Later"))
        self.template.setText(self.tr("Template ▾"))
        self.pdf.setText(self.tr("Export PDF…"))
        self.excel.setText(self.tr("Export Excel…"))
        self.empty.set_texts(
            self.tr("Here yesterday, the week and the month stand as reports to send. Import the daily shop report."),
            self.tr("Import files…"),
        )
        chosen = self.language.currentData()
        with QSignalBlocker(self.language):
            self.language.clear()
            for key, text in (("", self.tr("Report in the window's language")), ("zh_CN", "中文"), ("en", "English")):
                self.language.addItem(text, key)
            self.language.setCurrentIndex(max(0, self.language.findData(chosen)))
        self.language.setAccessibleName(self.tr("Language of the report"))
        self._order_tabs()
        if self._made is not None and not chosen:
            self._make()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)

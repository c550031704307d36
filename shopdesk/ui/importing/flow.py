"""From dropped files to figures: prepare in a job, preview, store in a job, take in as one undoable step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from shopdesk.app.jobs import Cancelled
from shopdesk.app.services import WorkspaceRefused
from shopdesk.domain.issues import Issue
from shopdesk.ui import formats, messages
from shopdesk.ui.cards import BarAction
from shopdesk.ui.importing import wording
from shopdesk.ui.importing.refused_rows import RefusedRows, has_refused, slim
from shopdesk.ui.importing.source_watch import SourceWatch
from shopdesk.ui.importing.watching import FolderWatch
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.saving import ask_target
from shopdesk.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shopdesk.app.importing.model import ImportOutcome, Recognition
    from shopdesk.app.jobs import JobContext
    from shopdesk.app.services import AppServices, Committed, Importing, Prepared, ReportKind
    from shopdesk.app.workspace import Workspace
    from shopdesk.ui.importing.page import ImportPage


class ImportFlow(QObject):
    """One import at a time; further files dropped meanwhile are added to the preview."""

    finished = Signal(object)  # tuple[ImportOutcome, ...]
    previewed = Signal()
    failed = Signal(object)  # the exception, already worded on the window's bar

    def __init__(self, window: MainWindow, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window, self.session = window, session
        self.page: ImportPage | None = None
        self._coming: ImportPage | None = None  # shown, but not yet filled
        self._importing: Importing | None = None
        self._kinds: dict[str, ReportKind] = {}
        self.refused = RefusedRows()
        self._mapped_by_hand: set[str] = set()
        self.watch = FolderWatch(session.settings, self)
        self.watch.found.connect(self._offer_found)
        self.sources = SourceWatch(session, self)
        self.sources.changed.connect(self._offer_changed)

    @property
    def services(self) -> AppServices:
        """What stands behind the window."""
        if self.session.services is None:
            raise RuntimeError("the services are not loaded yet")
        return self.session.services

    def choose_files(self) -> None:
        """Ask for files; a preview under way takes them in."""
        pattern = self.tr(
            "Reports (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.zip *.htm *.html);;All files (*)"
        )
        names, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Import files"), self._folder(), pattern)
        if names:
            self.begin([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder and take every file of it."""
        name = QFileDialog.getExistingDirectory(self.window, self.tr("Import a folder"), self._folder())
        if name:
            self.begin([Path(name)])

    def choose_watched(self, wanted: bool = True) -> None:
        """Ask which folder to watch, or stop watching."""
        settings = self.session.settings
        name = ""
        if wanted:
            name = QFileDialog.getExistingDirectory(self.window, self.tr("Watch a folder"), self._folder())
            name = name or settings.text("watched_folder")
        settings.set("watched_folder", name)
        if self.window.has_first_run:
            self.window.first_run.show_texts()

    def begin(self, paths: Sequence[Path]) -> None:
        """Read files and show the preview; an open preview gets them added."""
        files = list(paths)
        workspace = self._goal()
        name = self.tr("Reading {count} {count:file|files}").format(count=formats.full(len(files)))
        if len(files) == 1:
            name = self.tr("Reading {name}").format(name=files[0].name)
        if self.page is not None:
            self.window.show_task_page(self.page)

        def work(job: JobContext) -> list[Prepared]:
            return self._use().prepare(files, workspace, job)

        self.session.jobs.start(name, work, self._show, self._failed)

    def show_history(self) -> None:
        """Show what went in, with the ways to take it back and put it in again."""
        from shopdesk.ui.importing.history_dialog import HistoryDialog

        if self.session.workspace is None:
            return

        def show(_importing: Importing) -> None:
            dialog = HistoryDialog(self.session, self._kinds, self.window, refused=self.refused)
            dialog.save_wanted.connect(self.save_rejected)
            dialog.exec()

        self.session.jobs.start(self.tr("Reading the history"), lambda _job: self._use(), show, self._failed)

    def open_sample(self) -> None:
        """Make a shop of its own from the sample files, along the same way as any import."""
        if self.session.is_sample:
            self.window.show_content()
            return
        known = self.session.settings.text("sample_workspace")
        if known and Path(known).is_file():
            self.session.open(Path(known), self._import_sample)
        else:
            self.session.create_default(self.tr("Sample shop"), self._import_sample)

    def remove_sample(self) -> None:
        """Take every sample import and every sample offer and plan out, as one undoable step."""
        from shopdesk.app.sample import removal

        if self.session.workspace is not None:
            self.session.context.push(removal(self.session.workspace), self.tr("remove sample data"))

    def _import_sample(self) -> None:
        workspace = self.session.workspace
        if workspace is None or self.session.is_sample:
            return
        self.session.settings.set("sample_workspace", str(workspace.path))
        folder = self.services.paths.sample

        def work(job: JobContext) -> Committed:
            from shopdesk.app.sample import with_documents

            importing = self._use()
            sheets = [s for s in importing.prepare([folder], workspace, job, sample=True) if wording.is_ready(s)]
            committed = importing.commit(sheets, workspace, job)
            return replace(committed, change=with_documents(sheets, committed))

        self.session.jobs.start(self.tr("Opening the sample shop"), work, self._take_in_sample, self._failed)

    def _take_in_sample(self, committed: Committed) -> None:
        self.session.context.push(committed.change, self.tr("open sample data"))
        actions = [BarAction(self.tr("Remove it"), self.remove_sample)]
        text = self.tr("This is the sample shop: all figures are invented. Your own files go into a shop of their own.")
        self.window.bar.say(text, "info", actions)
        self.finished.emit(committed.outcomes)

    def _use(self) -> Importing:
        if self._importing is None:
            self._importing = self.services.importing()
            self._kinds = {kind.kind: kind for kind in self._importing.kinds()}
        return self._importing

    def _word(self, issue: Issue) -> str:
        return messages.word_issue(self.session.services, issue)

    def _show(self, sheets: list[Prepared]) -> None:
        if not sheets:
            self.window.bar.say(self.tr("There is no readable file among these."), "warn")
            return
        if self.page is None and self._coming is None:
            self._coming = self._make_page()
            self.window.show_task_page(self._coming)
        # Laying the page out and filling it take a turn each: together they would hold the interface up too long.
        QTimer.singleShot(0, self, lambda: self._fill(sheets))

    def _fill(self, sheets: list[Prepared]) -> None:
        page = self.page or self._coming
        if page is None:
            return
        read = {(s.source, s.sheet.name if s.sheet else "") for s in sheets}
        kept = [s for s in page.model.sheets if (s.source, s.sheet.name if s.sheet else "") not in read]
        page.set_own_shop_note(self.session.is_sample)
        page.set_sheets([*kept, *sheets])
        self.page, self._coming = page, None
        self.window.show_task_page(page)
        self.previewed.emit()

    def _make_page(self) -> ImportPage:
        from shopdesk.ui.importing.page import ImportPage  # not before the first tab is drawn

        page = ImportPage(self._kinds, self._word)
        page.accepted.connect(self._accept)
        page.cancelled.connect(self._close)
        page.add_files.connect(self.choose_files)
        page.remapped.connect(self._remap)
        page.rebuilt.connect(self._rebuild)
        page.encoding_chosen.connect(self._reread)
        page.days_given.connect(self._give_days)
        page.save_rejected.connect(lambda: self.save_rejected(page.model.sheets))
        return page

    def _close(self) -> None:
        self.page = self._coming = None
        self._mapped_by_hand.clear()
        self.window.remove_task_page()

    def _goal(self) -> Workspace | None:
        """Return the shop that files go into; None where a new one is made for them."""
        return None if self.session.is_sample else self.session.workspace

    def _remap(self, row: int, recognition: Recognition) -> None:
        self._mapped_by_hand.add(recognition.header_signature)
        workspace = self._goal()
        self._change(row, lambda sheet, job: [self._use().reconvert(sheet, recognition, workspace, job)])

    def _rebuild(self, row: int, kind: str, header_row: int) -> None:
        workspace = self._goal()

        def work(sheet: Prepared, job: JobContext) -> list[Prepared]:
            recognition = self._use().recognise_as(sheet, kind=kind, header_row=header_row)
            self._mapped_by_hand.add(recognition.header_signature)
            return [self._use().reconvert(sheet, recognition, workspace, job)]

        self._change(row, work)

    def _reread(self, row: int, encoding: str) -> None:
        workspace = self._goal()
        self._change(
            row, lambda sheet, job: self._use().reread(sheet, encoding=encoding, workspace=workspace, context=job)
        )

    def _give_days(self, row: int, first: date, last: date) -> None:
        if last < first:
            first, last = last, first
        workspace = self._goal()

        def work(sheet: Prepared, job: JobContext) -> list[Prepared]:
            if sheet.recognition is None:
                return [sheet]
            dated = replace(sheet.recognition, date_from_name=(first, last), needs_date=False)
            return [self._use().reconvert(sheet, dated, workspace, job)]

        self._change(row, work)

    def _change(self, row: int, work: Callable[[Prepared, JobContext], list[Prepared]]) -> None:
        page = self.page
        if page is None or not 0 <= row < len(page.model.sheets):
            return
        sheet = page.model.sheets[row]
        page.set_busy(True)

        def done(sheets: list[Prepared]) -> None:
            page.set_busy(False)
            if self.page is page and sheet in page.model.sheets:
                page.replace(page.model.sheets.index(sheet), sheets)

        def failed(error: BaseException) -> None:
            page.set_busy(False)
            self._failed(error)

        self.session.jobs.start(self.tr("Reading the columns"), lambda job: work(sheet, job), done, failed)

    def _accept(self) -> None:
        page = self.page
        if page is None:
            return
        if self.session.workspace is None or self.session.is_sample:
            self.session.create_default(self.tr("My shop"), self._commit)
        else:
            self._commit()

    def _commit(self) -> None:
        page, workspace = self.page, self.session.workspace
        if page is None or workspace is None:
            return
        sheets = page.model.chosen_sheets()
        keep_old = page.keep_old
        self._remember(sheets, wanted=page.remember.isChecked())
        files = len({(sheet.source.path, sheet.source.member) for sheet in sheets})
        page.set_busy(True)

        def work(job: JobContext) -> Committed:
            return self._use().commit(sheets, workspace, job, keep_old=keep_old)

        def failed(error: BaseException) -> None:
            page.set_busy(False)
            self._failed(error)

        name = self.tr("Importing {count} {count:file|files}").format(count=formats.full(files))
        self.session.jobs.start(name, work, lambda committed: self._take_in(committed, files, sheets), failed)

    def _take_in(self, committed: Committed, files: int, sheets: list[Prepared]) -> None:
        name = self.tr("import {count} {count:file|files}").format(count=formats.full(files))
        try:
            self.session.context.push(committed.change, name)
        except WorkspaceRefused as error:
            if self.page is not None:
                self.page.set_busy(False)
            self._failed(error)
            return
        self._close()
        self.refused.keep(sheets, committed.outcomes)
        self.sources.remember({sheet.source.path for sheet in sheets})
        self._say_result(committed.outcomes, [slim(sheet) for sheet in sheets if has_refused(sheet)])
        self.finished.emit(committed.outcomes)

    def _say_result(self, outcomes: tuple[ImportOutcome, ...], refused: list[Prepared]) -> None:
        stored = sum(outcome.stored for outcome in outcomes)
        replaced = sum(outcome.replaced for outcome in outcomes)
        unchanged = sum(outcome.unchanged for outcome in outcomes)
        changed = sum(outcome.changed_values for outcome in outcomes)
        rejected = sum(outcome.rejected for outcome in outcomes)
        parts = [self.tr("{count} new {count:row|rows}").format(count=formats.full(stored))]
        if replaced:
            text = self.tr("{rows} {rows:row|rows} replaced ({values} {values:value|values} changed)")
            parts.append(text.format(rows=formats.full(replaced), values=formats.full(changed)))
        if unchanged:
            parts.append(self.tr("{count} {count:row|rows} already there").format(count=formats.full(unchanged)))
        actions = []
        if rejected:
            parts.append(self.tr("{count} {count:row|rows} refused").format(count=formats.full(rejected)))
            actions.append(BarAction(self.tr("Save refused rows…"), lambda: self.save_rejected(refused)))
        text = self.tr("Imported: {parts}").format(parts=self.tr(", ").join(parts))
        if rejected:
            self.window.bar.say(text, "warn", actions)
        else:
            self.window.bar.dismiss()
            self.window.status.say(text)

    def _remember(self, sheets: list[Prepared], *, wanted: bool) -> None:
        workspace = self.session.workspace
        if not wanted or workspace is None:
            return
        for sheet in sheets:
            recognition = sheet.recognition
            if recognition is not None and recognition.header_signature in self._mapped_by_hand:
                self._use().remember(recognition, workspace)

    def save_rejected(self, sheets: Sequence[Prepared]) -> None:
        """Ask where to, then write the refused rows with their reasons."""
        kept = [sheet for sheet in sheets if has_refused(sheet)]
        if not kept:
            return
        target = ask_target(
            self.window,
            title=self.tr("Save refused rows"),
            name=self.tr("refused rows"),
            suffix=".xlsx",
            pattern=self.tr("Excel workbook (*.xlsx)"),
            folder=Path(self._folder()),
        )
        if target is None:
            return

        def done(_result: None) -> None:
            actions = [BarAction(self.tr("Show in folder"), lambda: messages.open_folder(target.parent))]
            text = self.tr("Saved “{name}”. Mend the rows and drop the file again.").format(name=target.name)
            self.window.bar.say(text, "info", actions)

        self.session.jobs.start(
            self.tr("Saving refused rows"), lambda _job: self._use().save_rejected(kept, target), done, self._failed
        )

    def _offer_found(self, paths: list[Path]) -> None:
        text = self.tr("{count} new {count:file|files} in the watched folder").format(count=formats.full(len(paths)))
        self.window.bar.say(text, "info", [BarAction(self.tr("Preview them"), lambda: self.begin(paths))])

    def _offer_changed(self, paths: list[Path]) -> None:
        text = self.tr("{count} imported files have changed since").format(count=formats.full(len(paths)))
        if len(paths) == 1:
            text = self.tr("“{name}” has changed since it was imported.").format(name=paths[0].name)
        self.window.bar.say(text, "info", [BarAction(self.tr("Import again"), lambda: self.begin(paths))])

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        self.window.bar.say(messages.word_error(self.session.services, error), "warn")
        self.failed.emit(error)

    def _folder(self) -> str:
        from PySide6.QtCore import QStandardPaths

        return self.session.settings.text("watched_folder") or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DownloadLocation
        )

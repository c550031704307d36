"""What is done with a shop file as a whole: new, open, copy, back up, check, and restore where it is damaged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from shopdesk.app.jobs import Cancelled
from shopdesk.domain.issues import Issue, Severity
from shopdesk.ui import messages
from shopdesk.ui.cards import BarAction
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.saving import ask_target
from shopdesk.ui.session import Session

if TYPE_CHECKING:
    from shopdesk.app.services import AppServices, Backup

SUFFIX: Final = ".shopdesk"
_MENDED_BY_BACKUP: Final = ("workspace_damaged", "workspace_not_a_workspace")


class ShopFiles(QObject):
    """Every result and refusal is told on the window's message bar, in words and with what can be done."""

    def __init__(self, window: MainWindow, session: Session, services: AppServices) -> None:
        super().__init__(window)
        self.window, self.session, self.services = window, session, services

    @property
    def folder(self) -> Path:
        """Where new shops go: the folder of the settings, else the documents folder."""
        chosen = self.session.settings.text("data_folder")
        return Path(chosen) if chosen else self.services.paths.data

    def start_empty(self) -> None:
        """Create an empty shop and open it."""
        self.session.create_default(self.tr("My shop"))

    def new(self) -> None:
        """Ask for a name and create a shop."""
        name, is_given = QInputDialog.getText(self.window, self.tr("New shop"), self.tr("Name of the shop"))
        if is_given and name.strip():
            self.session.create_default(name.strip())

    def open(self) -> None:
        """Ask for a shop file and open it."""
        pattern = self.tr("Shops (*.shopdesk);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open a shop"), str(self.folder), pattern)
        if name:
            self.session.open(Path(name))

    def save_copy(self) -> None:
        """Write a consistent copy of the open shop where the user says; the dialog asks before replacing."""
        workspace = self.session.workspace
        if workspace is None:
            return
        target = ask_target(
            self.window,
            title=self.tr("Save a copy"),
            name=self.tr("{name} copy").format(name=self.session.name),
            suffix=SUFFIX,
            pattern=self.tr("Shops (*.shopdesk)"),
            folder=self.folder,
        )
        if target is None:
            return
        self.session.jobs.start(
            self.tr("Saving a copy"),
            lambda _job: self.services.backups.save_copy(workspace, target),
            lambda _result: self._offer_folder(self.tr("Saved “{name}”.").format(name=target.name), target.parent),
            self.failed,
        )

    def make_backup(self) -> None:
        """Write and check a backup now."""
        workspace = self.session.workspace
        if workspace is not None:
            self.session.jobs.start(
                self.tr("Backing up"),
                lambda _job: self.services.backups.make(workspace),
                lambda backup: self._offer_folder(
                    self.tr("Backed up and checked: {name}").format(name=backup.path.name), backup.path.parent
                ),
                self.failed,
            )

    def check(self) -> None:
        """Read every byte of the open shop and say whether all is as it was stored."""
        workspace = self.session.workspace
        if workspace is None:
            return
        path = workspace.path

        def done(problems: list[str]) -> None:
            code = "workspace_check_failed" if problems else "workspace_check_ok"
            text = self._word(Issue(code, Severity.INFO, values={"path": path.name}))
            if problems:
                self.window.bar.say(text, "warn", [self._restore_action(path)])
            else:
                self.window.bar.say(text)

        self.session.jobs.start(
            self.tr("Checking the shop file"), lambda _job: workspace.store.check(), done, self.failed
        )

    def restore(self) -> None:
        """Choose a backup of the open shop; the present state is backed up before it is replaced."""
        if self.session.workspace is not None:
            self.restore_at(self.session.workspace.path)

    def restore_at(self, path: Path) -> None:
        """Choose a backup of a shop, open or too damaged to be opened."""
        self.session.jobs.start(
            self.tr("Looking for backups"),
            lambda _job: self.services.backups.list(path),
            lambda backups: self._choose_backup(path, backups),
            self.failed,
        )

    def refused(self, text: str, path: Path, code: str) -> None:
        """Say why a shop was not opened; a damaged one can be restored."""
        actions = [BarAction(self.tr("Open folder"), lambda: messages.open_folder(path.parent))]
        if code in _MENDED_BY_BACKUP and path.suffix.lower() == SUFFIX:
            actions.insert(0, self._restore_action(path))
        self.window.bar.say(text, "warn", actions)

    def failed(self, error: BaseException) -> None:
        """Say what went wrong; a damaged shop can be restored."""
        if isinstance(error, Cancelled):
            return
        issue = getattr(error, "issue", None)
        workspace = self.session.workspace
        is_damaged = isinstance(issue, Issue) and issue.code in _MENDED_BY_BACKUP
        actions = [self._restore_action(workspace.path)] if is_damaged and workspace is not None else []
        self.window.bar.say(messages.word_error(self.services, error), "warn", actions)

    def _choose_backup(self, path: Path, backups: Sequence[Backup]) -> None:
        from shopdesk.ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(backups, self.window)
        backup = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
        if backup is None:
            return
        workspace = self.session.workspace
        if workspace is not None and workspace.path == path:
            self.session.close()
        self.window.bar.dismiss()
        self.session.jobs.start(
            self.tr("Restoring"),
            lambda _job: self.services.backups.restore(backup, path),
            lambda _result: self.session.open(path),
            self._restore_failed(path),
        )

    def _restore_failed(self, path: Path) -> Callable[[BaseException], None]:
        def failed(error: BaseException) -> None:
            self.failed(error)
            if path.exists():
                self.session.open(path)

        return failed

    def _restore_action(self, path: Path) -> BarAction:
        return BarAction(self.tr("Restore a backup…"), lambda: self.restore_at(path))

    def _offer_folder(self, text: str, folder: Path) -> None:
        actions = [BarAction(self.tr("Show in folder"), lambda: messages.open_folder(folder))]
        self.window.bar.say(text, "info", actions)

    def _word(self, issue: Issue) -> str:
        return messages.word_issue(self.services, issue)

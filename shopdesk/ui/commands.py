"""What the commands of the menus do: each connects one action to the session, a dialog or the import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from shopdesk.domain.periods import Period
from shopdesk.ui import formats, messages
from shopdesk.ui.actions import GROUPS, PAGES
from shopdesk.ui.cards import BarAction
from shopdesk.ui.context import Page
from shopdesk.ui.crash import report
from shopdesk.ui.finding import FindRouter
from shopdesk.ui.importing.flow import ImportFlow
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.session import Session

if TYPE_CHECKING:
    from shopdesk.app.services import AppServices

SUFFIX = ".shopdesk"
_LANGUAGES = {"language_system": "system", "language_zh": "zh_CN", "language_en": "en"}


class Commands(QObject):
    """Built once the services are there; keeps the window's state in step with the session."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.services = self._services(session)
        self.imports = ImportFlow(window, session, self)
        self.finding = FindRouter(window.tool_bar.find_box, self._page, self)
        self._connect_actions()
        self._connect_session()
        self._connect_first_run()
        window.installEventFilter(self)
        self.show_state()

    @staticmethod
    def _services(session: Session) -> AppServices:
        if session.services is None:
            raise RuntimeError("commands need the services")
        return session.services

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write what depends on the language again when it changes."""
        if watched is self.window and event.type() == QEvent.Type.LanguageChange:
            self.show_state()
        return super().eventFilter(watched, event)

    def take_files(self, paths: list[Path]) -> None:
        """Open a shop file; import anything else."""
        shops = [path for path in paths if path.suffix.lower() == SUFFIX]
        others = [path for path in paths if path not in shops]
        if shops:
            self.session.open(shops[-1], then=(lambda: self.imports.begin(others)) if others else None)
        elif others:
            self.imports.begin(others)

    def open_last(self) -> None:
        """Open the shop of the last time where it still is."""
        last = self.session.settings.text("last_workspace")
        if last and Path(last).exists():
            self.session.open(Path(last))

    def show_state(self) -> None:
        """Bring menus, tool bar, title and status bar in step with the session."""
        session, window = self.session, self.window
        is_open = session.workspace is not None
        actions = window.actions_by_name
        for name in ("save_copy", "restore", "history", "make_backup", "find"):
            actions[name].setEnabled(is_open)
        actions["remove_sample"].setEnabled(session.is_sample)
        for name in ("previous_period", "next_period"):
            actions[name].setEnabled(session.context.period is not None)
        actions.set_steps(session.undo.undo_name(), session.undo.redo_name())
        self._show_choices()
        bar = window.tool_bar
        bar.period.set_data(first=session.first_day, until=session.last_day, today=self.services.today())
        bar.period.set_period(session.preset, session.context.period)
        bar.comparison.set_state(session.context.comparison, session.context.period)
        bar.show_comparison(session.context.period is not None)
        bar.find_box.setEnabled(is_open)
        window.status.set_state(
            shop=session.name,
            until=formats.full_day(session.last_day) if session.last_day else "",
            saved=formats.clock(session.saved_at) if session.saved_at else "",
        )
        window.first_run.set_folder(str(self.services.paths.data))
        window.show_title()
        self._fill_recent()

    def _connect_actions(self) -> None:
        actions = self.window.actions_by_name
        handlers: dict[str, Callable[[], object]] = {
            "import_files": self.imports.choose_files,
            "import_folder": self.imports.choose_folder,
            "paste_files": self.window.paste_files,
            "new_shop": self.new_shop,
            "open_shop": self.open_shop,
            "sample": self.imports.open_sample,
            "remove_sample": self.imports.remove_sample,
            "save_copy": self.save_copy,
            "restore": self.restore,
            "quit": self.window.close,
            "undo": lambda: self._guarded(self.session.undo.undo),
            "redo": lambda: self._guarded(self.session.undo.redo),
            "find": self.finding.start,
            "previous_period": lambda: self.shift_period(-1),
            "next_period": lambda: self.shift_period(1),
            "full_screen": self._full_screen,
            "history": self.imports.show_history,
            "make_backup": self.make_backup,
            "settings": self.show_settings,
            "what_to_export": self.show_guide,
            "shortcuts": self.show_shortcuts,
            "open_data": lambda: messages.open_folder(self.services.paths.data),
            "open_backups": lambda: messages.open_folder(self.services.paths.backups),
            "open_logs": lambda: messages.open_folder(self.services.paths.logs),
            "licences": self.show_licences,
            "about": self.show_about,
        }
        for name, handler in handlers.items():
            actions[name].triggered.connect(lambda _=False, run=handler: run())
        for page in PAGES:
            actions[page].triggered.connect(lambda _=False, name=page: self.window.choose_page(name))
        for name in GROUPS["look"]:
            look = name.removeprefix("look_")
            actions[name].triggered.connect(lambda _=False, value=look: self.session.settings.set("look", value))
        for name, value in _LANGUAGES.items():
            actions[name].triggered.connect(lambda _=False, v=value: self.session.settings.set("language", v))
        actions["red_up"].triggered.connect(lambda on: self.session.settings.set("red_up", on))
        self.session.settings.subscribe(self._setting_changed)

    def _connect_session(self) -> None:
        session, window = self.session, self.window
        session.opened.connect(self._opened)
        session.closed.connect(self._opened)
        session.data_changed.connect(self.show_state)
        session.undo.changed.connect(self.show_state)
        session.refused.connect(self._refused)
        session.context.period_changed.connect(self.show_state)
        session.context.selection_stats.connect(window.status.show_selection)
        session.context.message.connect(window.status.say)
        session.context.import_requested.connect(self.imports.choose_files)
        session.context.page_requested.connect(self._go_to)
        session.jobs.unhandled.connect(
            lambda name, error: window.bar.say(f"{name}: {messages.word_error(self.services, error)}", "warn")
        )
        window.tool_bar.period.picked.connect(session.set_period)
        window.tool_bar.comparison.picked.connect(session.set_comparison)

    def _connect_first_run(self) -> None:
        first = self.window.first_run
        first.choose_files.connect(self.imports.choose_files)
        first.open_sample.connect(self.imports.open_sample)
        first.start_empty.connect(self.start_empty)
        first.show_guide.connect(self.show_guide)
        first.change_folder.connect(self.show_settings)
        first.watch_folder.connect(self.imports.choose_watched)

    def start_empty(self) -> None:
        """Create an empty shop in the documents folder and open it."""
        self.session.create_default(self.tr("My shop"))

    def new_shop(self) -> None:
        """Ask for a name and create a shop."""
        name, is_given = QInputDialog.getText(self.window, self.tr("New shop"), self.tr("Name of the shop"))
        if is_given and name.strip():
            self.session.create_default(name.strip())

    def open_shop(self) -> None:
        """Ask for a shop file and open it."""
        folder = str(self.services.paths.data)
        pattern = self.tr("Shops (*.shopdesk);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open a shop"), folder, pattern)
        if name:
            self.session.open(Path(name))

    def save_copy(self) -> None:
        """Write a consistent copy of the open shop where the user says; the dialog asks before replacing."""
        workspace = self.session.workspace
        if workspace is None:
            return
        start = self.services.paths.data / self.tr("{name} copy.shopdesk").format(name=self.session.name)
        pattern = self.tr("Shops (*.shopdesk)")
        name, _ = QFileDialog.getSaveFileName(self.window, self.tr("Save a copy"), str(start), pattern)
        if not name:
            return
        target = Path(name).with_suffix(SUFFIX)
        self.session.jobs.start(
            self.tr("Saving a copy"),
            lambda _job: self.services.backups.save_copy(workspace, target),
            lambda _result: self._offer_folder(self.tr("Saved “{name}”.").format(name=target.name), target.parent),
            self._failed,
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
                self._failed,
            )

    def restore(self) -> None:
        """Choose a backup; the present state is backed up before it is replaced."""
        from shopdesk.ui.dialogs.backups import BackupsDialog

        workspace = self.session.workspace
        if workspace is None:
            return
        path = workspace.path
        dialog = BackupsDialog(self.services.backups.list(path), self.window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        backup = dialog.chosen()
        if backup is None:
            return
        self.session.close()
        self.session.jobs.start(
            self.tr("Restoring"),
            lambda _job: self.services.backups.restore(backup, path),
            lambda _result: self.session.open(path),
            self._restore_failed(path),
        )

    def _restore_failed(self, path: Path) -> Callable[[BaseException], None]:
        def failed(error: BaseException) -> None:
            self._failed(error)
            self.session.open(path)

        return failed

    def shift_period(self, steps: int) -> None:
        """Move the period by its own length, not beyond the last day with data."""
        period, last = self.session.context.period, self.session.last_day
        if period is None or last is None:
            return
        moved = period.shifted(days=steps * period.days)
        if moved.end > last:
            moved = Period.last(days=period.days, until=last)
        self.session.set_period("", moved)

    def show_settings(self) -> None:
        """Show all settings."""
        from shopdesk.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self.session.settings, self.services.paths, self.window).exec()

    def show_guide(self) -> None:
        """Show what to export where."""
        from shopdesk.ui.dialogs.export_guide import ExportGuideDialog

        ExportGuideDialog(self.window).exec()

    def show_shortcuts(self) -> None:
        """Show every shortcut."""
        from shopdesk.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.window.actions_by_name, self.window).exec()

    def show_licences(self) -> None:
        """Show whose work is inside."""
        from shopdesk.ui.dialogs.about import LicencesDialog

        LicencesDialog(self.window).exec()

    def show_about(self) -> None:
        """Show version, promise and paths."""
        from shopdesk.ui.dialogs.about import AboutDialog

        AboutDialog(self.services, self.window).exec()

    def _opened(self) -> None:
        self.window.show_content()
        self.show_state()
        workspace = self.session.workspace
        if workspace is None:
            return
        warning = self.services.location_warning(workspace.path)
        if warning is not None:
            self.window.bar.say(messages.word_issue(self.services, warning), "warn")

    def _refused(self, text: str, path: Path) -> None:
        actions = [BarAction(self.tr("Open folder"), lambda: messages.open_folder(path.parent))]
        self.window.bar.say(text, "warn", actions)

    def _failed(self, error: BaseException) -> None:
        from shopdesk.app.jobs import Cancelled

        if not isinstance(error, Cancelled):
            self.window.bar.say(messages.word_error(self.services, error), "warn")

    def _guarded(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception as error:  # noqa: BLE001 - worded where it can be, else reported as a failure
            self._failed(error)
            if not hasattr(error, "issue") and not isinstance(error, OSError):
                report(error)

    def _offer_folder(self, text: str, folder: Path) -> None:
        actions = [BarAction(self.tr("Show in folder"), lambda: messages.open_folder(folder))]
        self.window.bar.say(text, "info", actions)

    def _go_to(self, page: str, target: object) -> None:
        self.window.choose_page(page)
        shown = self.window.hosts[page].page
        if shown is not None and target is not None:
            shown.show_target(target)

    def _page(self) -> Page | None:
        return self.window.hosts[self.window.page_name()].page

    def _full_screen(self) -> None:
        if self.window.isFullScreen():
            self.window.showNormal()
        else:
            self.window.showFullScreen()

    def _show_choices(self) -> None:
        settings, actions = self.session.settings, self.window.actions_by_name
        actions[f"look_{settings.text('look')}"].setChecked(True)
        for name, value in _LANGUAGES.items():
            actions[name].setChecked(value == settings.text("language"))
        actions["red_up"].setChecked(settings.switch("red_up"))

    def _setting_changed(self, name: str) -> None:
        if name in ("look", "language", "red_up"):
            self._show_choices()
            self.window.first_run.show_texts()

    def _fill_recent(self) -> None:
        menu = self.window.actions_by_name.menus["recent"]
        menu.clear()
        for path in self.session.recent():
            action = menu.addAction(f"{path.stem}\t{path.parent}")
            action.triggered.connect(lambda _=False, p=path: self.session.open(p))
        menu.setEnabled(not menu.isEmpty())

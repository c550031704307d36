"""What the commands of the menus do: each connects one action to the session, a dialog or the import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from shopdesk.domain.periods import Period
from shopdesk.ui import formats, messages
from shopdesk.ui.actions import GROUPS, PAGES
from shopdesk.ui.context import Page
from shopdesk.ui.crash import is_told, report
from shopdesk.ui.finding import FindRouter
from shopdesk.ui.importing.flow import ImportFlow
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.session import Session
from shopdesk.ui.shop_files import SUFFIX, ShopFiles

if TYPE_CHECKING:
    from shopdesk.app.services import AppServices
    from shopdesk.domain.kpi.calendar import CampaignCalendar
    from shopdesk.ui.undo_history import UndoHistory

_LANGUAGES = {"language_system": "system", "language_zh": "zh_CN", "language_en": "en"}


class Commands(QObject):
    """Built once the services are there; keeps the window's state in step with the session."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.services = self._services(session)
        self.files = ShopFiles(window, session, self.services)
        self.imports = ImportFlow(window, session, self)
        self.undo_history: UndoHistory | None = None
        self.finding = FindRouter(window.tool_bar.find_box, self._page, self)
        self._connect_actions()
        self._connect_session()
        window.first_run_made.connect(self._connect_first_run)
        if window.has_first_run:
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
        for name in ("save_copy", "restore", "history", "make_backup", "check_file", "find", "replace"):
            actions[name].setEnabled(is_open)
        actions["remove_sample"].setEnabled(session.is_sample)
        for name in ("previous_period", "next_period"):
            actions[name].setEnabled(session.context.period is not None)
        actions.set_steps(session.undo.undo_name(), session.undo.redo_name())
        self._show_choices()
        bar = window.tool_bar
        bar.period.set_data(first=session.first_day, until=session.last_day, today=self.services.today())
        bar.period.set_period(session.preset, session.context.period)
        bar.comparison.set_state(session.context.comparison, session.context.period, self._calendar)
        bar.show_comparison(session.context.period is not None)
        bar.find_box.setEnabled(is_open)
        window.status.set_state(
            shop=session.name,
            until=formats.full_day(session.last_day) if session.last_day else "",
            saved=formats.clock(session.saved_at) if session.saved_at else "",
        )
        if window.has_first_run:
            window.first_run.set_folder(str(self.files.folder))
        window.show_title()
        self._fill_recent()

    def _calendar(self) -> CampaignCalendar:
        """The campaign days in force, for comparisons that align by them."""
        from shopdesk.app.kpi.calendar import shipped
        from shopdesk.app.kpi.own_days import calendar_of

        workspace = self.session.workspace
        return calendar_of(workspace) if workspace is not None else shipped()

    def _connect_actions(self) -> None:
        actions = self.window.actions_by_name
        handlers: dict[str, Callable[[], object]] = {
            "import_files": self.imports.choose_files,
            "import_folder": self.imports.choose_folder,
            "paste_files": self.window.paste_files,
            "new_shop": self.files.new,
            "open_shop": self.files.open,
            "sample": self.imports.open_sample,
            "remove_sample": self.imports.remove_sample,
            "save_copy": self.files.save_copy,
            "restore": self.files.restore,
            "quit": self.window.close,
            "undo": lambda: self._guarded(self.session.undo.undo),
            "redo": lambda: self._guarded(self.session.undo.redo),
            "find": self.finding.start,
            "replace": self.finding.replace,
            "previous_period": lambda: self.shift_period(-1),
            "next_period": lambda: self.shift_period(1),
            "full_screen": self._full_screen,
            "history": self.imports.show_history,
            "make_backup": self.files.make_backup,
            "check_file": self.files.check,
            "settings": self.show_settings,
            "what_to_export": self.show_guide,
            "shortcuts": self.show_shortcuts,
            "open_data": lambda: messages.open_folder(self.files.folder),
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
        actions["undo_history"].triggered.connect(self._show_undo_history)
        self.session.settings.subscribe(self._setting_changed)

    def _connect_session(self) -> None:
        session, window = self.session, self.window
        session.opened.connect(self._opened)
        session.closed.connect(self._opened)
        session.data_changed.connect(self.show_state)
        session.undo.changed.connect(self.show_state)
        session.refused.connect(self.files.refused)
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
        first.set_folder(str(self.files.folder))
        first.choose_files.connect(self.imports.choose_files)
        first.open_sample.connect(self.imports.open_sample)
        first.start_empty.connect(self.files.start_empty)
        first.show_guide.connect(self.show_guide)
        first.change_folder.connect(self.show_settings)
        first.watch_folder.connect(self.imports.choose_watched)

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

    def _guarded(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception as error:  # noqa: BLE001 - worded where it can be, else reported as a failure
            self.files.failed(error)
            if not is_told(error):
                report(error)

    def _go_to(self, page: str, target: object) -> None:
        self.window.choose_page(page)
        shown = self.window.hosts[page].page
        if shown is not None and target is not None:
            shown.show_target(target)

    def _page(self) -> Page | None:
        return self.window.hosts[self.window.page_name()].page

    def _show_undo_history(self, wanted: bool) -> None:
        if self.undo_history is None:
            from shopdesk.ui.undo_history import UndoHistory

            panel = UndoHistory(self.session.undo, self.window)
            panel.went_to.connect(lambda place: self._guarded(lambda: self.session.undo.go_to(place)))
            panel.shown.connect(self.window.actions_by_name["undo_history"].setChecked)
            self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
            self.undo_history = panel
        self.undo_history.setVisible(wanted)

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
            if self.window.has_first_run:
                self.window.first_run.show_texts()
        elif name == "data_folder":
            self.show_state()

    def _fill_recent(self) -> None:
        menu = self.window.actions_by_name.menus["recent"]
        menu.clear()
        for path in self.session.recent():
            action = menu.addAction(f"{path.stem}\t{path.parent}")
            action.triggered.connect(lambda _=False, p=path: self.session.open(p))
        menu.setEnabled(not menu.isEmpty())

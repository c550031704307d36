"""The open shop behind the window: opening, creating, switching, the period, and news for the pages."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from shopdesk.app.figure_days import figure_days
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui.context import UiContext
from shopdesk.ui.job_runner import JobRunner
from shopdesk.ui.messages import word_error
from shopdesk.ui.period_picker import DEFAULT_PRESET, PRESETS, preset_period
from shopdesk.ui.undo import UndoSteps

if TYPE_CHECKING:
    from shopdesk.app.ports import ImportRecord
    from shopdesk.app.services import AppServices
    from shopdesk.app.settings import Settings
    from shopdesk.app.workspace import Workspace

RECENT: Final = 10
_PERIOD: Final = "ui.period"
_COMPARISON: Final = "ui.comparison"


class Session(QObject):
    """Owns the ``UiContext``. ``refused`` carries a worded reason why a file was not opened."""

    opened = Signal()
    closed = Signal()
    data_changed = Signal()  # imports, last day with data or saved time may have changed
    refused = Signal(str, object, str)  # sentence, Path, code of the issue ("" where there is none)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.jobs = JobRunner(self)
        self.undo = UndoSteps(self)
        self.context = UiContext(jobs=self.jobs, undo=self.undo, settings=settings)
        self.services: AppServices | None = None
        self.saved_at: datetime | None = None
        self.first_day: date | None = None
        self.last_day: date | None = None
        self.preset = DEFAULT_PRESET
        self.is_sample = False
        self._unsubscribe: Callable[[], None] | None = None

    @property
    def workspace(self) -> Workspace | None:
        """The open shop or None."""
        return self.context.workspace

    @property
    def name(self) -> str:
        """The name of the open shop, empty where none is open."""
        workspace = self.workspace
        return "" if workspace is None else workspace.store.setting("name") or workspace.path.stem

    def provide(self, services: AppServices) -> None:
        """Take what stands behind the window, once it is loaded."""
        self.services = services
        self.context.services = services

    def open(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Open a workspace file in a job; the shop open before is closed only once the new one is there."""
        services = self._ready()
        self._load(lambda: services.open_workspace(path), path, then)

    def create(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Create a workspace file and open it."""
        services = self._ready()
        self._load(lambda: services.create_workspace(path), path, then)

    def create_default(self, name: str, then: Callable[[], None] | None = None) -> None:
        """Create a workspace under a free name in the documents folder."""
        self.create(self._ready().default_workspace(name), then)

    def close(self) -> None:
        """Close the open shop; every change is already stored."""
        workspace = self.workspace
        if workspace is None:
            return
        self._detach()
        workspace.close()
        self.context.workspace_replaced.emit()
        self.closed.emit()

    def imports(self) -> list[ImportRecord]:
        """Return all imports of the open shop, oldest first."""
        return self.workspace.imports() if self.workspace else []

    def set_period(self, preset: str, period: Period) -> None:
        """Show other days everywhere; kept with the shop."""
        self.preset = preset
        self.context.period = period
        if self.workspace is not None:
            kept = preset or f"{period.start.isoformat()}/{period.end.isoformat()}"
            self.workspace.store.set_setting(_PERIOD, kept)
        self.context.period_changed.emit()

    def set_comparison(self, comparison: Comparison) -> None:
        """Compare with other days everywhere; kept with the shop."""
        self.context.comparison = comparison
        if self.workspace is not None:
            self.workspace.store.set_setting(_COMPARISON, comparison.value)
        self.context.period_changed.emit()

    def recent(self) -> list[Path]:
        """Return the workspace files opened last that still exist, newest first."""
        lines = self.settings.text("recent_files").splitlines()
        return [Path(line) for line in lines if line and Path(line).exists()]

    def _ready(self) -> AppServices:
        if self.services is None:
            raise RuntimeError("the services are not loaded yet")
        return self.services

    def _load(self, load: Callable[[], Workspace], path: Path, then: Callable[[], None] | None) -> None:
        current = self.workspace
        if current is not None and current.path.resolve() == path.resolve():
            if then:
                then()
            return
        name = self.tr("Opening {name}").format(name=path.stem)

        def done(workspace: Workspace) -> None:
            self._attach(workspace)
            if then:
                then()

        self.jobs.start(name, lambda _context: load(), done, lambda error: self._refuse(path, error))

    def _refuse(self, path: Path, error: BaseException) -> None:
        issue = getattr(error, "issue", None)
        self.refused.emit(word_error(self.services, error), path, getattr(issue, "code", ""))

    def _attach(self, workspace: Workspace) -> None:
        old = self.workspace
        self._detach()
        if old is not None:
            old.close()
        self.context.workspace = workspace
        self.undo.attach(workspace)
        self._unsubscribe = workspace.subscribe(self._told)
        self.saved_at = None
        self._read_days()
        self._read_choices(workspace)
        self._remember(workspace.path)
        self.context.workspace_replaced.emit()
        self.opened.emit()

    def _detach(self) -> None:
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self.context.workspace = None
        self.context.period = None
        self.first_day = self.last_day = self.context.last_day = None
        self.is_sample = False
        self.undo.attach(None)

    def _told(self, names: frozenset[str]) -> None:
        self.saved_at = self._ready().now()
        before = self.last_day
        self._read_days()
        if self.last_day != before:
            self._follow_data()
        self.context.changed.emit(names)
        self.data_changed.emit()

    def _read_days(self) -> None:
        records = self.imports()
        self.is_sample = any(record.sample for record in records if record.active)
        self.first_day, self.last_day = figure_days(records, today=self._ready().today())
        self.context.last_day = self.last_day

    def _read_choices(self, workspace: Workspace) -> None:
        comparison = workspace.store.setting(_COMPARISON)
        self.context.comparison = Comparison(comparison) if comparison in set(Comparison) else Comparison.SAME_WEEKDAY
        kept = workspace.store.setting(_PERIOD) or DEFAULT_PRESET
        self.preset = kept if kept in PRESETS else ""
        if self.preset or "/" not in kept:
            self.preset = self.preset or DEFAULT_PRESET
            self._follow_data()
            return
        start, _, end = kept.partition("/")
        try:
            self.context.period = Period(date.fromisoformat(start), date.fromisoformat(end))
        except ValueError:
            self.preset = DEFAULT_PRESET
            self._follow_data()

    def _follow_data(self) -> None:
        """Move a preset period with the last day that has data."""
        if self.last_day is None:
            self.context.period = None
        elif self.preset or self.context.period is None:
            self.preset = self.preset or DEFAULT_PRESET
            self.context.period = preset_period(self.preset, until=self.last_day)
        self.context.period_changed.emit()

    def _remember(self, path: Path) -> None:
        text = str(path)
        same = os.path.normcase(text)  # Windows opens C:/Shop and c:/shop as one file
        known = self.settings.text("recent_files").splitlines()
        others = [line for line in known if line and os.path.normcase(line) != same]
        self.settings.set("recent_files", "\n".join([text, *others][:RECENT]))
        self.settings.set("last_workspace", text)

"""Watches one folder for new exports; off until a folder is chosen, and it only offers, never imports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from shopdesk.app.settings import Settings

SETTLE_MS: Final = 2000  # downloads grow for a while
SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".zip"})

Stamp = dict[Path, tuple[int, int]]


class FolderWatch(QObject):
    """Follows the setting ``watched_folder``; ``found`` carries files that appeared or changed and have settled."""

    found = Signal(list)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._watcher = QFileSystemWatcher(self)
        self._known: Stamp = {}
        self._pending: Stamp = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._settle)
        self._watcher.directoryChanged.connect(lambda _folder: self._timer.start())
        settings.subscribe(lambda name: self._follow() if name == "watched_folder" else None)
        self._follow()

    def _follow(self) -> None:
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._timer.stop()
        folder = self._settings.text("watched_folder")
        if folder and Path(folder).is_dir():
            self._watcher.addPath(folder)
            self._known = self._pending = stamps(Path(folder))

    def _settle(self) -> None:
        folder = Path(self._settings.text("watched_folder"))
        current = stamps(folder) if folder.is_dir() else {}
        if current != self._pending:
            self._pending = current
            self._timer.start()
            return
        fresh = [path for path, stamp in current.items() if self._known.get(path) != stamp]
        self._known = current
        if fresh:
            self.found.emit(fresh)


def stamps(folder: Path) -> Stamp:
    """Return size and time of each report file of a folder; a file gone meanwhile is left out."""
    result: Stamp = {}
    for path in folder.iterdir():
        if path.suffix.lower() not in SUFFIXES or path.name.startswith(("~$", ".")):
            continue
        try:
            status = path.stat()
        except FileNotFoundError:
            continue
        result[path] = (status.st_size, status.st_mtime_ns)
    return result

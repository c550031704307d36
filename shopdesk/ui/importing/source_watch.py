"""Remembers which files went in, and tells on return to the window when one of them has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from shopdesk.app.jobs import JobContext
    from shopdesk.ui.session import Session

MOST_FILES: Final = 200
_SETTING: Final = "source_files"  # kept among the settings of this computer: a shop file holds no folders' names

Stamps = dict[str, list[int]]


class SourceWatch(QObject):
    """Looks at size and time only, in a job: a sleeping network drive must not hold the window."""

    changed = Signal(list)  # list[Path], each told once per change

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def remember(self, paths: Iterable[Path]) -> None:
        """Keep what the files look like now; the oldest of many are forgotten."""
        kept = self._stamps()
        for path in paths:
            stamp = _stamp(path)
            if stamp is not None:
                kept.pop(str(path), None)
                kept[str(path)] = stamp
        self._store(kept)

    def look(self) -> None:
        """Compare the files with what is remembered of them."""
        known = self._stamps()
        if not known or self._session.workspace is None:
            return

        def work(_job: JobContext) -> Stamps:
            seen = {name: _stamp(Path(name)) for name in known}
            return {name: stamp for name, stamp in seen.items() if stamp is not None and stamp != known[name]}

        self._session.jobs.start(self.tr("Looking at the imported files"), work, self._tell)

    def _tell(self, fresh: Stamps) -> None:
        if fresh:
            self._store({**self._stamps(), **fresh})
            self.changed.emit([Path(name) for name in fresh])

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _shop(self) -> str:
        workspace = self._session.workspace
        return "" if workspace is None else str(workspace.path)

    def _all(self) -> dict[str, Stamps]:
        try:
            kept = json.loads(self._session.settings.text(_SETTING))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _stamps(self) -> Stamps:
        return dict(self._all().get(self._shop(), {}))

    def _store(self, stamps: Stamps) -> None:
        shops = {shop: files for shop, files in self._all().items() if Path(shop).exists()}
        shops[self._shop()] = dict(list(stamps.items())[-MOST_FILES:])
        self._session.settings.set(_SETTING, json.dumps(shops, ensure_ascii=False))


def _stamp(path: Path) -> list[int] | None:
    try:
        status = path.stat()
    except OSError:
        return None  # gone or out of reach: nothing to import again
    return [status.st_size, status.st_mtime_ns]

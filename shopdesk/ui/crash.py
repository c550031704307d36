"""What happens when the program itself fails: log it, say that the work is saved, offer the details."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from shopdesk.ui.cards import button, label
from shopdesk.ui.messages import open_folder

if TYPE_CHECKING:
    from shopdesk.ui.application import ShopDesk

_log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """Says that the work is saved; Copy, Open folder, Go on."""

    def __init__(self, details: str, logs: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something failed"))
        self.resize(560, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("ShopDesk met an error it did not expect."), "title"))
        column.addWidget(
            label(
                self.tr(
                    "Your work is saved: every change is stored at once. You can go on; if something looks wrong, "
                    "close and open the window again. Nothing is sent anywhere: copy the details if you want to "
                    "report them."
                ),
                "secondary",
                wrap=True,
            )
        )
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details"))
        column.addWidget(self._details, 1)
        row = QHBoxLayout()
        copy = button(self.tr("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        row.addWidget(copy)
        if logs is not None:
            folder = button(self.tr("Open folder"))
            folder.clicked.connect(lambda: open_folder(logs))
            row.addWidget(folder)
        row.addStretch(1)
        go_on = button(self.tr("Go on"), primary=True)
        go_on.clicked.connect(self.accept)
        row.addWidget(go_on)
        column.addLayout(row)


class _Reporter(QObject):
    failed = Signal(str)


_reporter: _Reporter | None = None


def install_hooks(desk: ShopDesk) -> None:
    """Catch what nobody caught, in any thread; the first failure shows a dialog, repeated ones only log."""
    global _reporter
    reporter = _Reporter(desk)
    _reporter = reporter
    shown: set[str] = set()

    def show(details: str) -> None:
        place = details[-400:]
        if place in shown or any(isinstance(w, CrashDialog) for w in desk.app.topLevelWidgets() if w.isVisible()):
            return
        shown.add(place)
        services = desk.session.services
        dialog = CrashDialog(details, services.paths.logs if services else None, desk.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    reporter.failed.connect(show, Qt.ConnectionType.QueuedConnection)
    desk.session.jobs.unhandled.connect(lambda _name, error: report(error))

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            desk.window.close()
            return
        if desk.commands is not None and is_told(error):
            _log.warning("refused", exc_info=(kind, error, trace))
            desk.commands.files.failed(error)
            return
        report(error.with_traceback(trace))

    sys.excepthook = hook
    threading.excepthook = lambda args: report(args.exc_value) if args.exc_value else None


def is_told(error: BaseException) -> bool:
    """Whether an error says by itself what the user can do: the disk is full, the file is gone or read-only."""
    return isinstance(error, OSError) or hasattr(error, "issue")


def report(error: BaseException) -> None:
    """Log a failure and show it."""
    _log.critical("unexpected failure", exc_info=error)
    if _reporter is not None:
        _reporter.failed.emit(details_of(error))


def details_of(error: BaseException) -> str:
    """Return the text to copy: versions and the trace, without figures of the shop."""
    import platform

    from shopdesk import __version__

    trace = "".join(traceback.format_exception(error))
    return f"ShopDesk {__version__} · Python {platform.python_version()} · {platform.platform()}\n\n{trace}"

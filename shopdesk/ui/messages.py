"""Wording for the user: what an exception or an issue means, and the few dialogs that ask something."""

from __future__ import annotations

import errno
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from shopdesk.domain.issues import Issue
from shopdesk.ui import formats

if TYPE_CHECKING:
    from shopdesk.app.services import AppServices

_log = logging.getLogger(__name__)


def word_issue(services: AppServices | None, issue: Issue) -> str:
    """Return the sentence of an issue in the language in force."""
    if services is None:
        return issue.code
    return services.word_issue(issue, formats.language())


def word_error(services: AppServices | None, error: BaseException) -> str:
    """Return a sentence for what went wrong; errors that carry an issue are worded by it."""
    issue = getattr(error, "issue", None)
    if isinstance(issue, Issue):
        return word_issue(services, issue)
    if isinstance(error, MemoryError):
        return QCoreApplication.translate("Messages", "There is not enough memory; close other programs and try again.")
    if isinstance(error, PermissionError):
        return QCoreApplication.translate(
            "Messages", "“{file}” can't be written: close it in other programs or choose another place."
        ).format(file=_file_of(error))
    if isinstance(error, FileNotFoundError):
        return QCoreApplication.translate("Messages", "“{file}” is no longer there.").format(file=_file_of(error))
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return QCoreApplication.translate(
            "Messages", "“{file}” wasn't written, because the disk is full: free some space or choose another place."
        ).format(file=_file_of(error))
    if isinstance(error, OSError):
        return QCoreApplication.translate("Messages", "“{file}” can't be read or written: {reason}").format(
            file=_file_of(error), reason=error.strerror or ""
        )
    _log.error("unworded error", exc_info=error)
    return QCoreApplication.translate(
        "Messages", "Something unexpected happened; nothing was changed. Details are in the log (Help menu)."
    )


def _file_of(error: OSError) -> str:
    name = error.filename2 or error.filename  # of a rename the second: the first is a temporary file nobody knows
    return Path(str(name)).name if name else ""


def confirm(parent: QWidget, *, title: str, text: str, verb: str) -> bool:
    """Ask with a verb and Cancel; True for the verb. Only for what undo can't take back."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.NoIcon)
    go = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    go.setProperty("primary", True)
    cancel = box.addButton(QCoreApplication.translate("Messages", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(go)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is go


def open_folder(folder: Path) -> None:
    """Show a folder in the file manager; made first where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

"""Asks where a file is to be saved: legal names, the right ending, nothing replaced unasked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from shopdesk.app.file_names import file_stem


def ask_target(
    parent: QWidget, *, title: str, name: str, suffix: str, pattern: str, folder: Path | None = None
) -> Path | None:
    """Return where to save, None where the user thought better of it.

    ``name`` is suggested without ending; ``suffix`` (".xlsx") is added to what is typed without it.
    """
    suggested = f"{file_stem(name)}{suffix}"
    start = str(folder / suggested) if folder is not None else suggested
    given, _ = QFileDialog.getSaveFileName(parent, title, start, pattern)
    if not given:
        return None
    file = with_ending(Path(given), suffix)
    if file != Path(given) and file.exists():  # the dialog has asked about the name without the ending
        text = QCoreApplication.translate("Saving", "“{name}” is there already. Replace it?").format(name=file.name)
        if QMessageBox.question(parent, title, text) != QMessageBox.StandardButton.Yes:
            return None
    return file


def with_ending(file: Path, suffix: str) -> Path:
    """Return a path with the ending; a point inside the name (店铺 2.0) is no ending."""
    return file if file.suffix.casefold() == suffix else file.with_name(f"{file.name}{suffix}")

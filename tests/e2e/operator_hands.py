"""What an operator's hands do to the window: drop files, press the one button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from shopdesk.ui.driver import Driver


def drop(driver: Driver, *paths: Path) -> None:
    """Drop files on the window as the desktop does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = driver.window.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(driver.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(driver.window, QDropEvent(place.toPointF(), Qt.DropAction.CopyAction, mime, buttons, keys))


def import_dropped(driver: Driver, *paths: Path) -> None:
    """Drop files, wait for the preview, press its one button and wait until the figures are in."""
    flow = driver.commands.imports
    done: list[object] = []
    flow.finished.connect(done.append)
    drop(driver, *paths)
    driver.wait("the preview", lambda: flow.page is not None or bool(driver.failures))
    driver.raise_failures()
    assert flow.page is not None
    driver.wait("the button", flow.page.accept.isEnabled)
    flow.page.accept.click()
    driver.wait("the import", lambda: bool(done) or bool(driver.failures))
    driver.settle()
    driver.raise_failures()

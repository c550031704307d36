"""What an operator's hands do to the window: drop files, press keys, paste, press the one button."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from shopdesk.app.documents import Collection
from shopdesk.ui.driver import Driver

WidgetT = TypeVar("WidgetT", bound=QWidget)
PLAIN = Qt.KeyboardModifier.NoModifier


def active_rows(driver: Driver) -> dict[str, int]:
    """Return the number of current rows of every fact table that has any."""
    workspace = driver.session.workspace
    assert workspace is not None
    return {record.table: workspace.table(record.table).num_rows for record in workspace.imports() if record.active}


def state_of(driver: Driver, collections: Iterable[Collection[Any]]) -> dict[str, Any]:
    """Return all documents of the collections and the number of rows of every fact table, to be compared."""
    workspace = driver.session.workspace
    assert workspace is not None
    documents = {one.name: dict(workspace.rows(one)) for one in collections}
    return {"facts": active_rows(driver), **documents}


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press one key."""
    QTest.keyClick(widget, key, held)


def editor_of(view: QAbstractItemView, kind: type[WidgetT]) -> WidgetT:
    """Return the editor that is open in a cell."""
    editor = next((child for child in view.viewport().findChildren(kind) if child.isVisible()), None)
    assert editor is not None, "no cell is being edited"
    return editor


def type_into_cell(view: QAbstractItemView, text: str) -> None:
    """Type over the current cell and press Enter: the first key opens the editor."""
    QTest.keyClicks(view, text[0])
    editor = editor_of(view, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    press(editor, Qt.Key.Key_Return)


def paste(widget: QWidget, text: str) -> None:
    """Paste a text as it comes from a spreadsheet."""
    QGuiApplication.clipboard().setText(text)
    press(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drop(driver: Driver, *paths: Path) -> None:
    """Drop files on the window as the desktop does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = driver.window.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, PLAIN
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
    driver.wait("the preview", lambda: flow.page is not None)
    assert flow.page is not None
    driver.wait("the button", flow.page.accept.isEnabled)
    flow.page.accept.click()
    driver.wait("the import", lambda: bool(done))
    driver.settle()
    driver.raise_failures()

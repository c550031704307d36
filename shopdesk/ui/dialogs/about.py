"""About: version, the promise to stay offline, where things are; and the licences of what is inside."""

from __future__ import annotations

import importlib.metadata
import platform
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shopdesk import assets
from shopdesk.ui import icons
from shopdesk.ui.cards import button, label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.messages import open_folder
from shopdesk.ui.tokens import MARGIN_PX

if TYPE_CHECKING:
    from pathlib import Path

    from shopdesk.app.services import AppServices


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is shipped inside, and the licence it is used under; ``texts`` are file names."""

    title: str
    package: str
    licence: str
    texts: tuple[str, ...]


def shipped_parts() -> list[Part]:
    """Return what is shipped, Qt first: its licence asks to be seen."""
    index = tomllib.loads(assets.path("licences", "parts.toml").read_text(encoding="utf-8"))
    parts = [Part(p["title"], p["package"], p["licence"], tuple(p["texts"])) for p in index["part"]]
    return sorted(parts, key=lambda part: (not part.licence.startswith("LGPL"), part.title.casefold()))


class AboutDialog(DialogShell):
    """Version, promise, folders."""

    def __init__(self, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ShopDesk"))
        self.setMinimumWidth(560)
        self.column.setContentsMargins(20, 20, 20, MARGIN_PX)
        head = QHBoxLayout()
        head.setSpacing(12)
        mark = QLabel()
        mark.setPixmap(icons.pixmap("app", 40, ratio=self.devicePixelRatioF()))
        names = QVBoxLayout()
        names.addWidget(label(self.tr("ShopDesk"), "title"))
        names.addWidget(label(self.tr("Version {version}").format(version=services.version), "caption"))
        head.addWidget(mark)
        head.addLayout(names, 1)
        self.column.addLayout(head)
        promise = self.tr(
            "ShopDesk never uses the network: no call, no account, no statistics. Your figures stay on this computer. "
            "Names, phones and addresses in order files are dropped while reading; of a buyer only a scrambled "
            "number is kept, to recognise repeat orders."
        )
        self.column.addWidget(label(promise, wrap=True))
        self.column.addLayout(self._folders(services))
        copy = button(self.tr("Copy version details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(version_details(services.version)))
        self.add_close(self.tr("Close"), beside=(copy,))

    def _folders(self, services: AppServices) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        places: tuple[tuple[str, Path], ...] = (
            (self.tr("Shops"), services.paths.data),
            (self.tr("Backups"), services.paths.backups),
            (self.tr("Log"), services.paths.logs),
        )
        for row, (name, folder) in enumerate(places):
            path = label(str(folder), "caption", wrap=True)
            path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            open_it = button(self.tr("Open"), small=True)
            open_it.setAccessibleName(self.tr("Open the folder: {name}").format(name=name))
            open_it.clicked.connect(lambda _=False, f=folder: open_folder(f))
            grid.addWidget(label(name, "secondary"), row, 0)
            grid.addWidget(path, row, 1)
            grid.addWidget(open_it, row, 2)
        return grid


class LicencesDialog(DialogShell):
    """A table of what is inside, and the whole text of each licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences"))
        self.resize(960, 520)
        intro = self.tr(
            "Qt and PySide6 are used under the LGPL: their libraries stand as separate files beside the program "
            "and can be replaced by your own build."
        )
        self.column.addWidget(label(intro, "secondary", wrap=True))
        self._parts = shipped_parts()
        self.table = QTableWidget(len(self._parts), 3)
        self.table.setProperty("framed", True)
        self.table.setProperty("padded", True)
        self.table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 70)
        self.table.setColumnWidth(2, 150)
        for row, part in enumerate(self._parts):
            for place, text in enumerate((part.title, installed_version(part.package), part.licence)):
                self.table.setItem(row, place, QTableWidgetItem(text))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Licence text"))
        self.table.currentCellChanged.connect(lambda row, *_: self._show(row))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(self.text)
        splitter.setSizes([420, 520])
        self.column.addWidget(splitter, 1)
        self.add_close(self.tr("Close"))
        self.table.setCurrentCell(0, 0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._parts):
            self.text.setPlainText(licence_text(self._parts[row]))


def installed_version(package: str) -> str:
    """Return the version in use, empty where the build carries no record of it."""
    if package == "python":
        return platform.python_version()
    if package == "sqlite":
        return ""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def licence_text(part: Part) -> str:
    """Return the licence texts of a part, one below the other."""
    return "\n\n".join(assets.path("licences", name).read_text(encoding="utf-8") for name in part.texts)


def version_details(version: str) -> str:
    """Return one line for a report of a fault."""
    return f"ShopDesk {version} · Qt {qVersion()} · Python {platform.python_version()} · {platform.platform()}"

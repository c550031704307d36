"""The window: menus, tool bar, tabs, pages, status bar. What commands do stands in ``commands``."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from shopdesk.ui import icons
from shopdesk.ui.actions import PAGES, Actions
from shopdesk.ui.cards import Chip, MessageBar
from shopdesk.ui.page_host import PageHost
from shopdesk.ui.session import Session
from shopdesk.ui.status_bar import ShopStatusBar
from shopdesk.ui.theme import tokens
from shopdesk.ui.tokens import MARGIN_PX
from shopdesk.ui.tool_bar import ShopToolBar

if TYPE_CHECKING:
    from shopdesk.ui.first_run import FirstRunPage

MINIMUM_SIZE = QSize(1024, 620)
START_SIZE = QSize(1366, 728)


class MainWindow(QMainWindow):
    """One shop in one window."""

    painted = Signal()  # the first time something stands on the screen
    files_dropped = Signal(list)  # list[Path]
    closing = Signal()
    first_run_made = Signal()  # the page for nobody's shop is built when it is first needed

    def __init__(self, session: Session, *, expects_shop: bool = False) -> None:
        """``expects_shop``: a shop is about to be opened, so that the page without one isn't shown before."""
        super().__init__()
        self.session = session
        self._is_painted = False
        self.setAcceptDrops(True)
        self.setMinimumSize(MINIMUM_SIZE)
        self.actions_by_name = Actions(self)
        self.actions_by_name.fill(self.menuBar())
        self.tool_bar = ShopToolBar(self.actions_by_name)
        self.addToolBar(self.tool_bar)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setIconSize(QSize(16, 16))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stack = QStackedWidget()
        self.bar = MessageBar()
        self._first_run: FirstRunPage | None = None
        self._expects_shop = expects_shop
        self.hosts = {name: PageHost(name, session.context) for name in PAGES}
        for name in PAGES:
            self.tabs.addTab(icons.icon(name), "")
            self.stack.addWidget(self.hosts[name])
        self.task_page: QWidget | None = None
        self.setCentralWidget(self._arrange())
        self.status = ShopStatusBar(session.jobs)
        self.setStatusBar(self.status)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.tabs.tabBarClicked.connect(lambda _index: self.leave_task_page())
        self.show_texts()
        self._restore_geometry()
        session.refused.connect(self._expect_no_shop)
        session.context.badge_changed.connect(self.show_badge)
        session.context.workspace_replaced.connect(self._drop_badges)
        self.show_content()
        (self.tabs if expects_shop else self.first_run.files.action).setFocus()

    @property
    def first_run(self) -> FirstRunPage:
        """The page shown while no shop is open."""
        if self._first_run is None:
            from shopdesk.ui.first_run import FirstRunPage  # not where a shop is opened again, as on most days

            self._first_run = FirstRunPage(self.session.settings)
            self.stack.addWidget(self._first_run)
            self.first_run_made.emit()
        return self._first_run

    @property
    def has_first_run(self) -> bool:
        """Whether the page without a shop was needed so far."""
        return self._first_run is not None

    def page_name(self) -> str:
        """Return the name of the chosen tab."""
        return PAGES[self.tabs.currentIndex()]

    def choose_page(self, name: str) -> None:
        """Bring a tab to the front."""
        self.leave_task_page()
        self.tabs.setCurrentIndex(PAGES.index(name))

    def show_task_page(self, page: QWidget) -> None:
        """Show a page of a task (the import preview) in place of the tab's page; it stays until removed."""
        if self.task_page is not page:
            self.remove_task_page()
            self.task_page = page
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def leave_task_page(self) -> None:
        """Show the tab's page again; the task page can be returned to."""
        self.show_content()

    def remove_task_page(self) -> None:
        """Drop the task page."""
        if self.task_page is not None:
            self.stack.removeWidget(self.task_page)
            self.task_page.deleteLater()
            self.task_page = None
        self.show_content()

    def show_content(self) -> None:
        """Show the first page while no shop is open, else the chosen tab's page."""
        if self.session.workspace is None and not self._expects_shop:
            self.stack.setCurrentWidget(self.first_run)
            return
        host = self.hosts[self.page_name()]
        self.stack.setCurrentWidget(host)
        self._expects_shop = self._expects_shop and self.session.workspace is None
        host.activate()

    def show_texts(self) -> None:
        """Write all texts in the language in force."""
        names = (self.tr("Dashboard"), self.tr("Keywords"), self.tr("Bids"), self.tr("Offers"))
        for place, text in enumerate(names):
            self.tabs.setTabText(place, text)
            self.tabs.setTabToolTip(place, f"{text} (Ctrl+{place + 1})")
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.show_title()

    def show_title(self) -> None:
        """Name the shop in the title."""
        product = self.tr("ShopDesk")
        name = self.session.name
        if name and self.session.is_sample:
            name = self.tr("{name} (sample)").format(name=name)
        self.setWindowTitle(f"{name} — {product}" if name else product)

    def show_badge(self, name: str, count: int, what: str) -> None:
        """Put a number on a tab: how many things wait there, with what they are as its tool tip."""
        place, side = PAGES.index(name), QTabBar.ButtonPosition.RightSide
        chip = self.tabs.tabButton(place, side)
        if not count:
            if chip is not None:
                self.tabs.setTabButton(place, side, None)
                chip.deleteLater()
            return
        if not isinstance(chip, Chip):
            chip = Chip(tone="warn")
            self.tabs.setTabButton(place, side, chip)
        chip.set_state(str(count), "warn")
        chip.setToolTip(what)
        chip.setAccessibleName(what)
        chip.adjustSize()

    def _drop_badges(self) -> None:
        for name in PAGES:
            self.show_badge(name, 0, "")

    def show_look(self) -> None:
        """Recolour the tabs' icons: accent for the chosen one."""
        t = tokens()
        for place, name in enumerate(PAGES):
            chosen = place == self.tabs.currentIndex()
            self.tabs.setTabIcon(place, icons.icon(name, t.accent if chosen else t.secondary))

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_by_name.show_texts()
            self.show_texts()
        elif event.type() == QEvent.Type.PaletteChange:
            self.actions_by_name.show_texts()
            self.show_look()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the first paint: heavy parts load only after it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste copied files anywhere where nothing else takes the paste."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste_files():
            event.accept()
            return
        super().keyPressEvent(event)

    def paste_files(self) -> bool:
        """Import the files on the clipboard; False where there are none."""
        paths = local_files(QApplication.clipboard().mimeData().urls())
        if paths:
            self.files_dropped.emit(paths)
        return bool(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and zips anywhere."""
        if local_files(event.mimeData().urls()):
            event.acceptProposedAction()
            self._show_drop(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._show_drop(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped file is treated exactly like an opened one."""
        self._show_drop(over=False)
        paths = local_files(event.mimeData().urls())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window; there is nothing to save."""
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self.session.settings.set("window_geometry", geometry)
        self.closing.emit()
        super().closeEvent(event)

    def _show_drop(self, *, over: bool) -> None:
        if self._first_run is not None:
            self._first_run.drop.set_over(over)

    def _expect_no_shop(self) -> None:
        if self._expects_shop:
            self._expects_shop = False
            self.show_content()

    def _tab_chosen(self, _index: int) -> None:
        self.status.show_selection(())  # sums of cells that are no longer in sight
        self.show_look()
        self.show_content()

    def _arrange(self) -> QWidget:
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs_row = QFrame()
        tabs_row.setProperty("role", "tabs")
        row = QVBoxLayout(tabs_row)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.tabs)
        bar_row = QVBoxLayout()
        bar_row.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, 0)
        bar_row.addWidget(self.bar)
        column.addWidget(tabs_row)
        column.addLayout(bar_row)
        column.addWidget(self.stack, 1)
        return central

    def _restore_geometry(self) -> None:
        kept = self.session.settings.text("window_geometry")
        if not (kept and self.restoreGeometry(QByteArray(base64.b64decode(kept)))):
            screen = self.screen().availableSize()
            self.resize(START_SIZE.boundedTo(screen).expandedTo(MINIMUM_SIZE.boundedTo(screen)))
        self.show_look()


def local_files(urls: Sequence[QUrl]) -> list[Path]:
    """Return the local paths among URLs, e.g. of a drop or the clipboard."""
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if str(path) not in ("", ".")]

"""Starts the window: look and language first, one paint, and only then everything heavy."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from shopdesk import assets
from shopdesk.app.settings import Settings
from shopdesk.ui import language, theme
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.session import Session

if TYPE_CHECKING:
    from shopdesk.app.jobs import JobContext
    from shopdesk.app.services import AppServices
    from shopdesk.ui.commands import Commands

WARM_MODULES: Final = ("numpy", "shopdesk.ui.kpi.page")  # a kept board is drawn with no more than these
LATER_MODULES: Final = (
    "pyarrow",
    "pandas",
    "scipy.special",
    "shopdesk.ui.importing.page",
    "shopdesk.ui.keywords.page",
    "shopdesk.ui.bidding.page",
    "shopdesk.ui.promotions.page",
)
WARM_AFTER_MS: Final = 1_500  # the first tab is drawn by then
_log = logging.getLogger(__name__)

LoadServices = Callable[[], "AppServices"]


class ShopDesk(QObject):
    """The running application: window, session and commands. ``ready`` comes once commands work."""

    ready = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        load_services: LoadServices,
        files: Sequence[Path] = (),
        *,
        sample: bool = False,
    ) -> None:
        super().__init__()
        self.app = app
        self.settings = settings
        self._load_services = load_services
        self._files = list(files)
        self._sample = sample
        self.commands: Commands | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._warm)
        self.show_look()
        language.apply(app, settings.text("language"))
        self.session = Session(settings, self)
        last = settings.text("last_workspace")
        reopens = not sample and not self._files and bool(last) and Path(last).exists()
        self.window = MainWindow(self.session, expects_shop=reopens)
        self.window.painted.connect(self._painted, Qt.ConnectionType.QueuedConnection)
        self.window.files_dropped.connect(self.take_files)
        self.window.closing.connect(self._close)
        settings.subscribe(self._setting_changed)
        app.styleHints().colorSchemeChanged.connect(self._system_look_changed)

    def show(self) -> None:
        """Show the window; the rest follows its first paint."""
        self.window.show()

    def heed_interrupts(self) -> None:
        """Let Ctrl+C in the terminal close the window as its button does; before the first paint it ends all."""
        from shopdesk.ui.interrupt import close_on_interrupt

        close_on_interrupt(self.window)

    def show_look(self) -> None:
        """Apply the look of the settings."""
        theme.apply(self.app, look=self.settings.text("look"), red_up=self.settings.switch("red_up"))

    def take_files(self, paths: list[Path]) -> None:
        """Open a shop file or import files; before all is loaded they wait."""
        if self.commands is None:
            self._files.extend(paths)
        else:
            self.commands.take_files(paths)

    def _painted(self) -> None:
        # One turn of the event loop later the window stands on the screen; imports hold the interpreter for long.
        QTimer.singleShot(0, self._start_loading)

    def _start_loading(self) -> None:
        self.session.jobs.start(self.tr("Loading"), self._load, self._loaded)

    def _load(self, _context: JobContext) -> AppServices:
        import importlib

        try:
            services = self._load_services()
            for module in WARM_MODULES:
                importlib.import_module(module)
            return services
        finally:
            if not gc.isenabled():
                gc.freeze()  # what stays for good is never searched for garbage: no pauses for it in the window
                gc.enable()

    def _loaded(self, services: AppServices) -> None:
        from shopdesk.ui.commands import Commands

        self.session.provide(services)
        self.commands = Commands(self.window, self.session)
        self.ready.emit()
        if self._sample:
            self.commands.imports.open_sample()
        elif self._files:
            self.commands.take_files(self._files)
        else:
            self.commands.open_last()
        self._files = []
        self._later.start(WARM_AFTER_MS)

    def _warm(self) -> None:
        """Load what the other tabs and the first import need, so that neither holds up the interface later."""
        services = self.session.services

        def work(context: JobContext) -> None:
            import importlib

            if services is not None:
                services.importing().kinds()
            for module in LATER_MODULES:
                context.check()
                importlib.import_module(module)

        self.session.jobs.start(self.tr("Loading"), work, lambda _nothing: None)

    def _setting_changed(self, name: str) -> None:
        if name in ("look", "red_up"):
            self.show_look()
        elif name == "language":
            language.apply(self.app, self.settings.text("language"))

    def _system_look_changed(self) -> None:
        if self.settings.text("look") == "system":
            self.show_look()

    def _close(self) -> None:
        self._later.stop()
        self.session.jobs.cancel_all()
        self.session.close()


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the one ``QApplication``, named and with its icon."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        app = QApplication([sys.argv[0], "-style", theme.STYLE, *arguments])
        app.setProperty(theme.STYLED, True)
    app.setApplicationName("ShopDesk")
    app.setDesktopFileName("shopdesk")
    app.setWindowIcon(QIcon(str(assets.path("icons", "app.svg"))))
    return app


def run(*, settings: Settings, load_services: LoadServices, files: Sequence[Path] = (), sample: bool = False) -> int:
    """Open the window (``sample``: on the sample shop) and stay until it is closed; returns the exit code.

    ``load_services`` is called in a thread after the first paint. A second start hands its files to the first.
    """
    from shopdesk.ui.crash import install_hooks
    from shopdesk.ui.single_instance import SingleInstance

    app = make_application()
    first = SingleInstance(app)
    if not first.claim(files):
        return 0
    desk = ShopDesk(app, settings, load_services, files, sample=sample)
    first.files_received.connect(desk.take_files)
    first.files_received.connect(desk.window.raise_)
    first.files_received.connect(desk.window.activateWindow)
    install_hooks(desk)
    desk.window.painted.connect(first.listen, Qt.ConnectionType.QueuedConnection)
    desk.window.painted.connect(desk.heed_interrupts, Qt.ConnectionType.QueuedConnection)
    desk.show()
    return app.exec()


def main(services: AppServices, file: Path | None = None) -> int:
    """Open the window on light services (their heavy parts load on first use) and perhaps a file."""
    return run(settings=services.settings, load_services=lambda: services, files=[file] if file else [])

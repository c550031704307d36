"""Drives the real window without a user: for pictures, the self-test and benchmarks."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from shopdesk.ui.actions import PAGES
from shopdesk.ui.application import ShopDesk, make_application
from shopdesk.ui.commands import Commands

if TYPE_CHECKING:
    from shopdesk.app.services import AppServices

WAIT_S: Final = 120.0  # a busy computer is no failure
SETTLE_S: Final = 0.15
TURN_MS: Final = 10
QUIET_TURNS: Final = 2
"""Turns without a job before the window counts as still: the first one lays out what the last job wrote."""


class DriveError(RuntimeError):
    """The window did not do within the time what was waited for, or something in it failed."""


class Driver(QObject):
    """One window under control. Failures of jobs are collected in ``failures``."""

    def __init__(self, services: AppServices) -> None:
        super().__init__()
        self.app = make_application()
        self.desk = ShopDesk(self.app, services.settings, lambda: services)
        self.window = self.desk.window
        self.session = self.desk.session
        self.failures: list[BaseException] = []
        self.session.jobs.unhandled.connect(lambda _name, error: self.failures.append(error))
        self.session.refused.connect(lambda text, _path, _code: self.failures.append(DriveError(text)))

    @property
    def commands(self) -> Commands:
        """The commands, once the window is started."""
        if self.desk.commands is None:
            raise DriveError("the window is not started")
        return self.desk.commands

    def start(self) -> None:
        """Show the window and wait until its commands work."""
        self.desk.show()
        self.wait("the window to start", lambda: self.desk.commands is not None or bool(self.failures))
        self.raise_failures()
        self.commands.imports.failed.connect(self.failures.append)

    def open(self, path: Path) -> None:
        """Open a shop and wait until it is there."""
        self.session.open(path)
        self.wait("the shop to open", lambda: self.session.workspace is not None or bool(self.failures))
        self.raise_failures()

    def open_sample(self) -> None:
        """Open the sample shop through the import path and wait until its figures are in."""
        self.commands.imports.open_sample()
        self.wait("the sample to be imported", lambda: self.session.is_sample or bool(self.failures))
        self.raise_failures()

    def show_page(self, name: str) -> QWidget:
        """Bring a tab to the front and wait until it shows its figures."""
        self.window.choose_page(name)
        host = self.window.hosts[name]
        self.wait(f"the page {name}", lambda: host.is_settled() and self.session.jobs.is_idle())
        self.settle()
        return host.page or host

    def show_every_page(self) -> list[str]:
        """Show all tabs in turn; returns the names of those that this build lacks."""
        for name in PAGES:
            self.show_page(name)
        self.raise_failures()
        return [name for name in PAGES if self.window.hosts[name].page is None]

    def show_view(self, page: Any, name: str, target: object = None) -> None:
        """Bring a view of a tab to the front and wait until it shows its figures."""
        page.show_view(name, target)
        self.wait(f"the view {name}", lambda: name in page.views)
        self.settle()

    def settle(self) -> None:
        """Let painting and animations finish, and jobs that they start; what the last one wrote is laid out."""
        end, quiet_turns = time.monotonic() + SETTLE_S, 0
        while time.monotonic() < end or quiet_turns < QUIET_TURNS:
            self.turn()
            quiet_turns = quiet_turns + 1 if self.session.jobs.is_idle() else 0
            if time.monotonic() > end + WAIT_S:
                raise DriveError(f"waited {WAIT_S:.0f} s in vain for the jobs to end; {self._state()}")

    def wait(self, what: str, is_true: Callable[[], bool], *, seconds: float = WAIT_S) -> None:
        """Run the event loop until a condition holds.

        Raises ``DriveError`` with what was waited for: at once when something in the window fails, else in time.
        """
        end = time.monotonic() + seconds
        known = len(self.failures)
        while not is_true():
            if len(self.failures) > known:
                raise DriveError(f"waiting for {what}: {self.failures[known]}") from self.failures[known]
            if time.monotonic() > end:
                raise DriveError(f"waited {seconds:.0f} s in vain for {what}; {self._state()}")
            self.turn()

    def _state(self) -> str:
        """Return what the window is busy with, for the message of a failure."""
        jobs = ", ".join(f"{job.name} {job.note}".strip() for job in self.session.jobs.running()) or "no job"
        return f"under way: {jobs}; message: {self.window.bar.text() or 'none'}"

    def turn(self) -> None:
        """Run one turn of the event loop."""
        loop = QEventLoop()
        QTimer.singleShot(TURN_MS, loop.quit)
        loop.exec()

    def raise_failures(self) -> None:
        """Raise the first failure met."""
        if self.failures:
            raise DriveError("something in the window failed") from self.failures[0]

    def close(self) -> None:
        """Close the window and what it holds."""
        self.window.close()
        self.desk.deleteLater()
        self.window.deleteLater()
        self.turn()

"""Runs long work beside the interface thread and brings results, progress and failures back to it."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from shopdesk.app.jobs import Cancelled, JobContext

ResultT = TypeVar("ResultT")

REPORT_EVERY_S: Final = 0.05
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Running:
    """One job as the status bar sees it."""

    number: int
    name: str
    started: float
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None] | None
    cancelled: threading.Event
    share: float | None = None
    note: str = ""


class _Bridge(QObject):
    """Carries news from worker threads to the interface thread."""

    finished = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, object, str)


class JobRunner(QObject):
    """The ``Jobs`` of the window. Results of cancelled jobs are dropped; callbacks run on the interface thread."""

    jobs_changed = Signal()
    progressed = Signal()
    unhandled = Signal(str, object)  # job name, exception: a job without ``failed`` broke

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(max(2, QThreadPool.globalInstance().maxThreadCount()))
        self._bridge = _Bridge(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._bridge.finished.connect(self._on_finished, queued)
        self._bridge.failed.connect(self._on_failed, queued)
        self._bridge.progressed.connect(self._on_progressed, queued)
        self._numbers = itertools.count(1)
        self._running: dict[int, Running] = {}

    def start(
        self,
        name: str,
        work: Callable[[JobContext], ResultT],
        done: Callable[[ResultT], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Callable[[], None]:
        """Run ``work`` in a thread; call ``done`` on the interface thread. Returns the way to cancel."""
        number = next(self._numbers)
        job = Running(number, name, time.monotonic(), done, failed, threading.Event())
        self._running[number] = job
        self._pool.start(_Work(number, work, job.cancelled, self._bridge))
        self.jobs_changed.emit()
        return lambda: self.cancel(number)

    def running(self) -> list[Running]:
        """Return the jobs under way, oldest first."""
        return list(self._running.values())

    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._running

    def cancel(self, number: int) -> None:
        """Cancel one job: its result is dropped at once, its work ends at its next report."""
        job = self._running.pop(number, None)
        if job is not None:
            job.cancelled.set()
            if job.failed is not None:
                job.failed(Cancelled())
            self.jobs_changed.emit()

    def cancel_all(self, *, wait_ms: int = 2000) -> None:
        """Cancel everything and wait for the threads, at the end of the application."""
        for job in self._running.values():
            job.cancelled.set()
        self._running.clear()
        self._pool.waitForDone(wait_ms)

    @Slot(int, object)
    def _on_finished(self, number: int, result: object) -> None:
        job = self._running.pop(number, None)
        if job is not None:
            self.jobs_changed.emit()
            job.done(result)

    @Slot(int, object)
    def _on_failed(self, number: int, error: BaseException) -> None:
        job = self._running.pop(number, None)
        if job is None:
            return
        self.jobs_changed.emit()
        _log.error("job %r failed", job.name, exc_info=error)
        if job.failed is not None:
            job.failed(error)
        else:
            self.unhandled.emit(job.name, error)

    @Slot(int, object, str)
    def _on_progressed(self, number: int, share: float | None, note: str) -> None:
        job = self._running.get(number)
        if job is not None:
            job.share, job.note = share, note
            self.progressed.emit()


class _Work(QRunnable):
    """The part that runs in the thread."""

    def __init__(
        self, number: int, work: Callable[[JobContext], Any], cancelled: threading.Event, bridge: _Bridge
    ) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._cancelled = cancelled
        self._bridge = bridge
        self._last_report = 0.0

    def run(self) -> None:
        """Do the work; every outcome but a cancel is told."""
        try:
            cancelled = self._cancelled
            result = self._work(JobContext(report=self._report, is_cancelled=cancelled.is_set, rest=cancelled.wait))
        except Cancelled:
            return
        except BaseException as error:  # noqa: BLE001 - the thread must hand every failure to the window
            self._tell(self._bridge.failed, error)
            return
        if not self._cancelled.is_set():
            self._tell(self._bridge.finished, result)

    def _report(self, share: float | None, note: str) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last_report >= REPORT_EVERY_S:
            self._last_report = now
            self._tell(self._bridge.progressed, share, note)

    def _tell(self, signal: Any, *values: object) -> None:
        try:
            signal.emit(self._number, *values)
        except RuntimeError:
            # The window was closed while this thread was still working: nobody is left to be told.
            _log.info("job %s ended after the window", self._number)

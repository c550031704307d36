"""Ctrl+C in the terminal that started the window closes it as its close button does."""

from __future__ import annotations

import signal
import socket
import threading
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QWidget


class Interrupt(QObject):
    """Python sees a signal only when it runs: the signal's byte on a socket wakes Qt's event loop, on every system."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._close)

    def _woken(self) -> None:
        self._reader.recv(64)  # Python runs the handlers before the next line

    def _close(self, _number: int, _frame: FrameType | None) -> None:
        self._window.close()


def close_on_interrupt(window: QWidget) -> None:
    """Let Ctrl+C and a polite end by the system close the window; nothing where signals can't be had."""
    if threading.current_thread() is threading.main_thread():
        Interrupt(window)

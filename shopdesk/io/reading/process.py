"""Runs the worker process: starts it, talks to it, kills it."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import pyarrow as pa

from shopdesk.app.jobs import JobContext
from shopdesk.io.reading.events import Event, Unreadable
from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.parsing import Task
from shopdesk.io.reading.protocol import encode_task, read_messages

POLL_SECONDS = 0.05  # how soon a cancel is noticed
PIPE_BYTES = 1024 * 1024
KILL_WAIT_SECONDS = 5.0
CREATE_NO_WINDOW = 0x0800_0000  # of Windows; named here because other systems' subprocess lacks it
WORKER_ARGUMENT = "--reader-worker"

FATAL = frozenset({"file_crash", "file_timeout", "file_out_of_memory"})  # the worker is of no more use

Message = Event | Unreadable | None


class _Gone:
    """Stands in the queue for the end of the worker."""


class WorkerProcess:
    """One worker; after a crash, a time-out or a kill it is of no more use."""

    def __init__(self, command: Sequence[str]) -> None:
        flags = CREATE_NO_WINDOW if sys.platform == "win32" else 0
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=PIPE_BYTES,
            creationflags=flags,
            env=_environment(),
        )
        self._messages: queue.SimpleQueue[Message | _Gone] = queue.SimpleQueue()
        self._enlarge_pipe()
        self._listener = threading.Thread(target=self._listen, name="reader-worker", daemon=True)
        self._listener.start()

    @property
    def alive(self) -> bool:
        """Whether the worker can take another task."""
        return self._process.poll() is None

    def run(self, task: Task, limits: Limits, context: JobContext, seconds: float) -> Iterator[Event]:
        """Yield the events of one task.

        Raises ``Unreadable`` where the file can't be read or has cost the worker its life or too much time,
        and ``Cancelled``; closing the iterator early kills the worker.
        """
        finished = False
        try:
            self._send(encode_task(task, limits))
            yield from self._events(context, seconds, limits)
            finished = True
        except Unreadable as error:
            finished = error.code not in FATAL
            raise
        finally:
            if not finished:
                self.kill()

    def kill(self) -> None:
        """End the worker at once."""
        self._process.kill()
        self._process.wait(KILL_WAIT_SECONDS)
        self._listener.join(KILL_WAIT_SECONDS)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close(stream)

    def _events(self, context: JobContext, seconds: float, limits: Limits) -> Iterator[Event]:
        deadline = time.monotonic() + seconds
        while True:
            context.check()
            try:
                message = self._messages.get(timeout=POLL_SECONDS)
            except queue.Empty:
                if time.monotonic() > deadline:
                    raise Unreadable("file_timeout", seconds=round(seconds)) from None
                continue
            if message is None:
                return
            if isinstance(message, _Gone):
                raise Unreadable("file_crash", retry=True, limit_mib=limits.worker_memory_bytes // 2**20)
            if isinstance(message, Unreadable):
                raise message
            yield message

    def _send(self, data: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101 - opened as a pipe above
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except OSError:
            raise Unreadable("file_crash", retry=True) from None

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - opened as a pipe above
        try:
            for message in read_messages(self._process.stdout):
                self._messages.put(message)
        except (EOFError, ValueError, KeyError, TypeError, OSError, pa.ArrowException):
            self._process.kill()  # it died within a message, or its stream makes no sense
        finally:
            self._messages.put(_Gone())

    def _enlarge_pipe(self) -> None:
        """Let more bytes pass with each switch between the two processes, where the system can."""
        if sys.platform == "linux":
            import fcntl

            assert self._process.stdout is not None  # noqa: S101 - opened as a pipe above
            try:
                fcntl.fcntl(self._process.stdout.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
            except PermissionError:
                return  # a user with many pipes gets smaller ones: slower, not wrong


def worker_command() -> list[str]:
    """Return how to start the worker: the frozen program itself, or this Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT]
    return [sys.executable, "-m", "shopdesk.io.reading.worker"]


def _environment() -> dict[str, str]:
    """Return the environment with the package's folder on the path, so that any working folder will do."""
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        root = str(Path(__file__).parents[3])
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (root, environment.get("PYTHONPATH", ""))))
    environment["ARROW_DEFAULT_MEMORY_POOL"] = "system"
    return environment


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return  # the other end is gone: nothing is lost

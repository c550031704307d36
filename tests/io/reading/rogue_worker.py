"""A worker that does to itself what the file says, as a parser gone wrong would."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from shopdesk.io.reading import worker
from shopdesk.io.reading.events import Event
from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.parsing import Task, parse


def rogue_parse(task: Task, limits: Limits) -> Iterator[Event]:
    order = task.path.read_bytes()[:20]
    if task.attempt == 0 or b"ALWAYS" in order:
        if order.startswith(b"ABORT"):
            os.abort()
        if order.startswith(b"HANG"):
            while True:
                pass
        if order.startswith(b"MEMORY"):
            hoard = [bytearray(50_000_000) for _ in range(1000)]
            del hoard
        if order.startswith(b"GARBAGE"):
            os.write(results_fd(), b"\xff" * 100)
    yield from parse(task, limits)


def results_fd() -> int:
    """Return the descriptor of the result pipe: the highest pipe that the worker holds."""
    return max(number for number in range(3, 20) if _is_open(number))


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


worker.parse = rogue_parse
sys.exit(worker.worker_main())

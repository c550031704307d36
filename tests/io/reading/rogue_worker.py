"""A worker that does to itself what the file says, as a parser gone wrong would."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import IO

from shopdesk.io.reading import worker
from shopdesk.io.reading.events import Event
from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.parsing import Task, parse
from shopdesk.io.reading.protocol import write_ready

RESULTS: list[IO[bytes]] = []


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
            RESULTS[0].write(b"\xff" * 100)
    yield from parse(task, limits)


def keeping_results(stream: IO[bytes]) -> None:
    """Remember the result stream on the way, to spoil it later."""
    RESULTS.append(stream)
    write_ready(stream)


worker.write_ready = keeping_results
worker.parse = rogue_parse
worker.worker_main()

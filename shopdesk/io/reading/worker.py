"""The reader's worker process: may be killed, crash or run out of memory without harm to the window."""

from __future__ import annotations

import gc
import os
import sys
from typing import IO, NoReturn

from shopdesk.io.reading.delimited import read_delimited
from shopdesk.io.reading.events import Unreadable
from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.memory_limit import limit_memory
from shopdesk.io.reading.parsing import Task, parse
from shopdesk.io.reading.protocol import decode_task, write_end, write_event, write_ready

WARM_UP_TEXT = "日期,词\n2026-06-19,裙\n".encode("gb18030") * 20
WRITE_BUFFER_BYTES = 64 * 1024


def worker_main() -> NoReturn:
    """Serve read requests from standard input until it closes; the hidden ``--reader-worker`` argument ends here."""
    requests = os.fdopen(os.dup(0), "rb")
    results = os.fdopen(os.dup(1), "wb", WRITE_BUFFER_BYTES)
    _silence_standard_output()
    _load_parsers()
    gc.freeze()  # what is loaded stays: looking through it after each file would take as long as the window's part
    write_ready(results)
    limited = 0
    for line in requests:
        task, limits = decode_task(line)
        if limits.worker_memory_bytes != limited:
            limited = limits.worker_memory_bytes
            limit_memory(limited)
        serve(task, limits, results)
        gc.collect()
    _end(results)


def serve(task: Task, limits: Limits, results: IO[bytes]) -> None:
    """Read one file and send what it holds; whatever a parser throws becomes a failure message."""
    failure: Unreadable | None = None
    try:
        for event in parse(task, limits):
            write_event(results, event)
    except Unreadable as error:
        failure = error
    except FileNotFoundError:
        failure = Unreadable("file_missing")
    except PermissionError:
        failure = Unreadable("file_locked")
    except BrokenPipeError:
        sys.exit(0)  # the window is gone or has cancelled
    except MemoryError:
        failure = Unreadable("file_out_of_memory", retry=True, limit_mib=limits.worker_memory_bytes // 2**20)
    except OSError as error:
        failure = Unreadable("file_io_error", detail=error.strerror or "")
    except BaseException as error:  # noqa: BLE001 - a panic in a Rust parser is a BaseException
        failure = Unreadable("file_damaged", retry=True, detail=f"{type(error).__name__}: {error}"[:200])
    write_end(results, failure)


def _end(results: IO[bytes]) -> NoReturn:
    """End at once: threads that parsers keep may still be starting, and an orderly end would abort over them."""
    results.flush()
    os._exit(0)


def _load_parsers() -> None:
    """Import the parsers and read a line with each path that starts threads, so that the first file need not wait."""
    import fastexcel  # noqa: F401

    for _ in read_delimited(WARM_UP_TEXT, Limits()):
        pass


def _silence_standard_output() -> None:
    """Keep what libraries print out of the result stream."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)


if __name__ == "__main__":
    worker_main()

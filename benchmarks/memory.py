"""Peak memory of importing the largest legal sheet: 1,048,576 rows of keywords, window and worker together."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from benchmarks.keyword_report import NAME, rows, write_xlsx
from benchmarks.measuring import Line, fresh_process

LIMIT_MB = 1500
LARGEST_ROWS = 1_048_575  # below the header


def measure(*, quick: bool = False) -> Iterator[Line]:
    """Yield the peak of both processes at one moment; nothing when ``quick`` or where the system doesn't tell."""
    if quick or not Path("/proc/self/statm").exists():
        return
    peak, took = fresh_process("from benchmarks.memory import main; main()")
    yield Line("memory: largest legal .xlsx × 18 imported", peak, "MB", target=LIMIT_MB)
    yield Line("time: largest legal .xlsx × 18 imported", took, "s")


def main() -> None:
    """Print the peak in MB and the seconds."""
    from benchmarks.importing import WholeImport

    with tempfile.TemporaryDirectory(prefix="shopdesk-bench-", ignore_cleanup_errors=True) as name:
        path = Path(name) / f"{NAME}.xlsx"
        subprocess.run(  # in a process of its own: making the file takes memory too
            [sys.executable, "-c", "import sys; from benchmarks.memory import write; write(sys.argv[1])", str(path)],
            check=True,
        )
        importing = WholeImport(Path(name), rows=LARGEST_ROWS)
        with Watch() as watch:
            took = importing.seconds(path)
        importing.close()
        print(watch.peak_bytes / 1e6, took)


def write(path: str) -> None:
    """Write the largest sheet."""
    write_xlsx(Path(path), rows(LARGEST_ROWS))


class Watch:
    """Adds up the resident memory of this process and its children every 50 ms."""

    def __init__(self) -> None:
        self.peak_bytes = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.05):
            self.peak_bytes = max(self.peak_bytes, _resident_bytes(os.getpid()))


def _resident_bytes(process: int) -> int:
    page = os.sysconf("SC_PAGE_SIZE")
    total = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if process in (int(folder.name), parent):
                total += int((folder / "statm").read_text().split()[1]) * page
        except (OSError, IndexError, ValueError):
            continue  # it ended meanwhile
    return total

"""The longest gap of the interface thread while 200,000 rows go in through the real window.

A timer of the interface thread beats every 2 ms; a gap is the time between two beats. Counted from the drop of the file
over the preview and the import to the figures in the tab, then each tab shown in turn.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.keyword_report import NAME, rows, write_csv
from benchmarks.measuring import Line, fresh_process

if TYPE_CHECKING:
    from shopdesk.ui.driver import Driver

GAP_MS = 100
BEAT_MS = 2


def measure(*, quick: bool = False) -> Iterator[Line]:  # noqa: ARG001 - as quick as it is
    """Yield the longest gaps, of a process of its own."""
    gaps = fresh_process("from benchmarks.window import main; main(200000)", QT_QPA_PLATFORM="offscreen")
    names = ("drop to preview", "import to figures", "tabs shown in turn")
    for name, gap in zip(names, gaps, strict=True):
        yield Line(f"longest gap of the interface: {name}", gap, "ms", target=GAP_MS)


class Heart:
    """Beats on the interface thread."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def reset(self) -> None:
        """Forget the gaps so far."""
        self.longest_ms, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


def main(count: int) -> None:
    """Import a file of so many rows; print the longest gap of each part in ms."""
    with tempfile.TemporaryDirectory(prefix="shopdesk-bench-", ignore_cleanup_errors=True) as home:
        os.environ["SHOPDESK_HOME"] = home
        path = Path(home) / f"{NAME}.csv"
        write_csv(path, rows(count), "gb18030")
        from shopdesk import bootstrap
        from shopdesk.app.settings import Settings
        from shopdesk.ui.driver import Driver

        driver = Driver(replace(bootstrap.services(), settings=Settings()))
        try:
            print(*_gaps(driver, path, Path(home) / "店.shopdesk"))
        finally:
            driver.close()
            bootstrap.close_reader()


def _gaps(driver: Driver, path: Path, shop: Path) -> list[float]:
    driver.start()
    driver.session.create(shop)
    driver.wait("the shop", lambda: driver.session.workspace is not None)
    until = time.monotonic() + 3  # nobody drops a file sooner; what loads after the start has loaded
    driver.wait("a pause", lambda: time.monotonic() > until and driver.session.jobs.is_idle())
    flow = driver.commands.imports
    seen: list[str] = []
    flow.previewed.connect(lambda: seen.append("preview"))
    flow.finished.connect(lambda _outcomes: seen.append("finished"))
    heart, found = Heart(), []
    flow.begin([path])
    driver.wait("the preview", lambda: "preview" in seen)
    driver.settle()
    found.append(heart.longest_ms)
    heart.reset()
    assert flow.page is not None
    flow.page.accepted.emit()
    driver.wait("the import", lambda: "finished" in seen)
    driver.show_page(driver.window.page_name())
    found.append(heart.longest_ms)
    heart.reset()
    for name in ("keywords", "bidding", "promotions", "kpi", "keywords"):
        driver.show_page(name)
    found.append(heart.longest_ms)
    driver.raise_failures()
    return found

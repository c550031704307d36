"""From process start to the first paint: the real program against a bare PySide6 window, in turn in one run.

Also the time until the first tab of the sample shop can be used. Fresh processes; modules are compiled, files in the
system's cache. Offscreen, and on a virtual X display where there is one.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.measuring import Line, fresh_process

PAINT_RATIO = 2
USABLE_RATIO = 4
BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time() - float(os.environ["STARTED"]), flush=True)
        os._exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 738)
window.show()
app.exec()
"""
OURS = """
import os, time
from shopdesk import cli
from shopdesk.ui import main_window
paint = main_window.MainWindow.paintEvent
def painted(window, event):
    paint(window, event)
    print(time.time() - float(os.environ["STARTED"]), flush=True)
    os._exit(0)
main_window.MainWindow.paintEvent = painted
cli.main([])
"""
USABLE = """
import os, time
from shopdesk import cli, bootstrap
from shopdesk.ui.driver import Driver
bootstrap.start_logging()
driver = Driver(bootstrap.services())
driver.start()
driver.wait("the shop", lambda: driver.session.workspace is not None)
host = driver.window.hosts["kpi"]
driver.wait("the tab", lambda: host.page is not None and host.is_settled() and host.page.state() is not None)
driver.turn()  # the interface answers
usable = time.time() - float(os.environ["STARTED"])
driver.wait("alerts and causes", driver.session.jobs.is_idle)
print(usable, time.time() - float(os.environ["STARTED"]), flush=True)
os._exit(0)
"""
PREPARE = """
from shopdesk import bootstrap
from shopdesk.ui.driver import Driver
driver = Driver(bootstrap.services())
driver.start()
driver.open_sample()
driver.settle()
driver.close()
bootstrap.close_reader()
print(0)
"""


def measure(*, quick: bool = False) -> Iterator[Line]:
    """Yield first paint and usable tab beside the bare window, for each display."""
    rounds = 3 if quick else 9
    with tempfile.TemporaryDirectory(prefix="shopdesk-bench-", ignore_cleanup_errors=True) as home:
        fresh_process(PREPARE, SHOPDESK_HOME=home, QT_QPA_PLATFORM="offscreen")
        yield from _beside(rounds, "offscreen", SHOPDESK_HOME=home, QT_QPA_PLATFORM="offscreen")
        if not quick and shutil.which("Xvfb"):
            with virtual_display() as display:
                yield from _beside(rounds, "X11", SHOPDESK_HOME=home, QT_QPA_PLATFORM="xcb", DISPLAY=display)


def _beside(rounds: int, where: str, **environment: str) -> Iterator[Line]:
    times: dict[str, list[list[float]]] = {BARE: [], OURS: [], USABLE: []}
    for _ in range(rounds):
        for code, found in times.items():
            found.append(fresh_process(code, **environment))
    bare, paint, usable = (statistics.median(one[0] for one in found) for found in times.values())
    whole = statistics.median(one[1] for one in times[USABLE])
    yield Line(f"start to first paint, {where}", paint, "s", "bare PySide6 window", bare, PAINT_RATIO)
    yield Line(f"start to usable tab of the sample, {where}", usable, "s", "bare PySide6 window", bare, USABLE_RATIO)
    yield Line(f"until alerts and causes stand beside it, {where}", whole, "s", "bare PySide6 window", bare)


@contextmanager
def virtual_display() -> Iterator[str]:
    """A virtual X display for a while; yields its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as stream:
            number = stream.readline().strip()
        time.sleep(0.2)
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()

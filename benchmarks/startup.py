"""From process start to the first paint: our window against a bare PySide6 window, in turn in one run.

Also the time until a tab with the sample shop can be used. Run: ``python -m benchmarks.startup [rounds]``.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

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
from shopdesk import cli, bootstrap
from shopdesk.ui.application import ShopDesk, make_application
bootstrap.start_logging()
services = bootstrap.services()
app = make_application()
desk = ShopDesk(app, services.settings, lambda: services)
def painted():
    print(time.time() - float(os.environ["STARTED"]), flush=True)
    os._exit(0)
desk.window.painted.connect(painted)
desk.show()
app.exec()
"""
INTERACTIVE = """
import os, time
from shopdesk import cli, bootstrap
from shopdesk.ui.driver import Driver
bootstrap.start_logging()
driver = Driver(bootstrap.services())
driver.start()
driver.wait("the shop", lambda: driver.session.workspace is not None)
host = driver.window.hosts["kpi"]
driver.wait("the tab", lambda: host.page is not None and host.is_settled() and driver.session.jobs.is_idle())
print(time.time() - float(os.environ["STARTED"]), flush=True)
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
"""


def seconds(code: str, environment: dict[str, str]) -> float:
    """Return what one fresh process prints, 0 where it prints nothing."""
    started = {**environment, "STARTED": repr(time.time())}
    done = subprocess.run([sys.executable, "-c", code], env=started, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1]) if done.stdout.split() else 0.0


def main(rounds: int) -> None:
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as empty,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as filled,
    ):
        base = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": os.pathsep.join(["."])}
        first, later = {**base, "SHOPDESK_HOME": empty}, {**base, "SHOPDESK_HOME": filled}
        seconds(PREPARE, later)
        times: dict[str, list[float]] = {"bare window": [], "first paint": [], "usable tab": []}
        for _ in range(rounds):
            times["bare window"].append(seconds(BARE, first))
            times["first paint"].append(seconds(OURS, later))
            times["usable tab"].append(seconds(INTERACTIVE, later))
    bare = statistics.median(times["bare window"])
    for name, values in times.items():
        middle = statistics.median(values)
        print(f"{name:12} {middle:6.2f} s  {middle / bare:5.2f} x  (best {min(values):.2f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

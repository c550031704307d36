"""The installed application tests itself: window, sample through the import path, every tab, write and read a shop."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.app.settings import Settings

if TYPE_CHECKING:
    from shopdesk.app.services import AppServices


def main(_words: Sequence[str], load_services: Callable[[], AppServices]) -> int:
    """Run in a home of its own, offscreen; prints one line a step; 0 where everything held, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="shopdesk-selftest-", ignore_cleanup_errors=True) as home:
        os.environ["SHOPDESK_HOME"] = home
        try:
            run(replace(load_services(), settings=Settings()))
        except Exception:  # noqa: BLE001 - a self-test reports every failure by its exit code
            sys.stderr.write(traceback.format_exc())
            return 1
    sys.stdout.write("self-test passed\n")
    return 0


def run(services: AppServices) -> None:
    """Do all steps; raises at the first that fails."""
    from shopdesk.ui.driver import DriveError, Driver

    started = time.monotonic()

    def step(text: str) -> None:
        sys.stdout.write(f"{time.monotonic() - started:6.1f} s  {text}\n")
        sys.stdout.flush()

    driver = Driver(services)
    try:
        driver.start()
        step("the window is open")
        driver.open_sample()
        imported = [record for record in driver.session.imports() if record.active]
        if not imported:
            raise DriveError("the sample gave no figures")
        step(f"the sample is in: {sum(record.rows for record in imported)} rows of {len(imported)} tables")
        missing = driver.show_every_page()
        if missing:
            raise DriveError(f"pages missing from this build: {', '.join(missing)}")
        step("every tab shows its figures")
        workspace = driver.session.workspace
        if workspace is None:
            raise DriveError("the sample shop is not open")
        path = workspace.path
        driver.session.close()
        driver.open(path)
        again = [record for record in driver.session.imports() if record.active]
        if [record.import_id for record in again] != [record.import_id for record in imported]:
            raise DriveError("the shop is not the same after closing and opening it")
        step("the shop was written and read")
    finally:
        driver.close()

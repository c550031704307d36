"""The installed application tests itself: window, sample through the import path, every tab, write and read a shop."""

from __future__ import annotations

import faulthandler
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shopdesk.app.settings import Settings

if TYPE_CHECKING:
    from shopdesk.app.services import AppServices
    from shopdesk.app.workspace import Workspace
    from shopdesk.ui.driver import Driver


LONGEST_S: Final = 90.0  # a window that hangs where no wait can see it ends with the stacks of its threads


def main(_words: Sequence[str], load_services: Callable[[], AppServices]) -> int:
    """Run in a home of its own, offscreen; prints one line a step; 0 where everything held, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.__stderr__ is not None:  # a windowed build on Windows has no console
        faulthandler.dump_traceback_later(LONGEST_S, exit=True, file=sys.__stderr__)
    with tempfile.TemporaryDirectory(prefix="shopdesk-selftest-", ignore_cleanup_errors=True) as home:
        os.environ["SHOPDESK_HOME"] = home
        try:
            run(replace(load_services(), settings=Settings()))
        except Exception:  # noqa: BLE001 - a self-test reports every failure by its exit code
            _say(traceback.format_exc())
            return 1
        finally:
            faulthandler.cancel_dump_traceback_later()
    _say("self-test passed\n")
    return 0


def _say(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def run(services: AppServices) -> None:
    """Do all steps; raises at the first that fails."""
    from shopdesk.ui.driver import DriveError, Driver

    started = time.monotonic()

    def step(text: str) -> None:
        _say(f"{time.monotonic() - started:6.1f} s  {text}\n")

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
        _show_views(driver, "kpi")
        step("every view of the board shows its figures")
        _show_views(driver, "keywords")
        step("every view of the keyword library shows its figures")
        _show_views(driver, "promotions")
        step("every view of the offers shows its figures")
        _show_bids(driver)
        step("a plan is studied, proposed, foreseen and compared")
        _write_reports(services, workspace)
        step("a report was written as workbook and as PDF")
        path = workspace.path
        driver.session.close()
        driver.open(path)
        again = [record for record in driver.session.imports() if record.active]
        if [record.import_id for record in again] != [record.import_id for record in imported]:
            raise DriveError("the shop is not the same after closing and opening it")
        step("the shop was written and read")
    finally:
        driver.close()


def _show_views(driver: Driver, name: str) -> None:
    """Show every view of a tab."""
    from shopdesk.ui.views_page import ViewsPage

    page = driver.show_page(name)
    if not isinstance(page, ViewsPage):
        raise TypeError(f"the views of {name} are not there")
    for view in page.VIEWS:
        driver.show_view(page, view)
        driver.raise_failures()


def _show_bids(driver: Driver) -> None:
    from shopdesk.ui.bidding.page import VIEWS, BiddingPage
    from shopdesk.ui.driver import DriveError

    page = driver.show_page("bidding")
    if not isinstance(page, BiddingPage):
        raise TypeError("the bids are not there")
    drafts = page.edits.drafts()
    if not page.edits.plans():
        page.edits.add_drafts(drafts)
    driver.wait("the outlook of a plan", lambda: page.foresight.outlook is not None)
    driver.settle()
    outlook = page.foresight.outlook
    if outlook is None or outlook.forecast is None or outlook.proposal is None:
        raise DriveError("the sample's plan could not be foreseen")
    for name in VIEWS:
        driver.show_view(page, name)
        driver.raise_failures()


def _write_reports(services: AppServices, workspace: Workspace) -> None:
    from shopdesk.app.jobs import SILENT
    from shopdesk.app.kpi.reports.make import gather, make_report
    from shopdesk.app.kpi.reports.source import ReportKind

    source = gather(workspace, SILENT, made_at=services.now(), language="zh_CN")
    made = make_report(ReportKind.DAILY, source)
    if services.reports is None:
        raise RuntimeError("this build writes no reports")
    with tempfile.TemporaryDirectory(prefix="shopdesk-report-") as folder:
        for suffix in (".xlsx", ".pdf"):
            target = Path(folder) / f"日报{suffix}"
            services.reports.write(target, made)
            if not target.stat().st_size:
                raise RuntimeError(f"an empty report: {target.name}")

"""Jobs: results come to the interface thread, a cancel is at once, a failure is told."""

from __future__ import annotations

import threading
import time

from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import Cancelled, JobContext
from shopdesk.ui.job_runner import JobRunner
from shopdesk.ui.status_bar import JobBar


def test_that_a_result_comes_back_on_the_interface_thread(qtbot: QtBot) -> None:
    jobs, got = JobRunner(), []
    jobs.start("加", lambda _job: (1 + 1, threading.get_ident()), lambda r: got.append((*r, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    value, worker, here = got[0]
    assert value == 2
    assert worker != here == threading.get_ident()


def test_that_a_cancelled_job_ends_at_its_next_report_and_its_result_is_dropped(qtbot: QtBot) -> None:
    jobs, got, ended = JobRunner(), [], threading.Event()

    def work(job: JobContext) -> int:
        try:
            while True:
                job.report(None, "")
        finally:
            ended.set()

    told: list[BaseException] = []
    cancel = jobs.start("转圈", work, got.append, told.append)
    started = time.monotonic()
    cancel()
    assert jobs.is_idle()
    assert ended.wait(5)
    assert time.monotonic() - started < 5
    assert got == []
    assert isinstance(told[0], Cancelled)


def test_that_a_failure_without_a_handler_is_told_by_the_runner(qtbot: QtBot) -> None:
    jobs = JobRunner()

    def work(_job: JobContext) -> None:
        raise ValueError("坏")

    with qtbot.waitSignal(jobs.unhandled) as told:
        jobs.start("会坏", work, lambda _r: None)
    assert told.args[0] == "会坏"
    assert isinstance(told.args[1], ValueError)


def test_that_short_work_shows_nothing(qtbot: QtBot) -> None:
    jobs = JobRunner()
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    bar.show()
    gate = threading.Event()
    jobs.start("快", lambda _job: gate.wait(5), lambda _r: None)
    assert not bar.text.isVisible()
    gate.set()
    qtbot.waitUntil(jobs.is_idle)


def test_that_long_work_shows_words_then_a_bar_with_cancel(qtbot: QtBot) -> None:
    jobs = JobRunner()
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    bar.show()
    gate = threading.Event()
    jobs.start("慢", lambda _job: gate.wait(5), lambda _r: None)
    job = jobs.running()[0]
    job.started -= 0.6
    bar.show_state()
    assert bar.text.isVisible()
    assert not bar.cancel.isVisible()
    job.started -= 1.5
    bar.show_state()
    assert bar.cancel.isVisible()
    bar.cancel.click()
    assert jobs.is_idle()
    gate.set()

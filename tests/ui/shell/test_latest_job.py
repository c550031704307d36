"""A page that asks again no longer wants the answer before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from PySide6.QtCore import QObject

from shopdesk.ui.latest_job import LatestJob, drop_within


class HeldJobs:
    """Keeps jobs until they are finished by hand; a cancelled one never is."""

    def __init__(self) -> None:
        self.waiting: dict[int, tuple[Callable[[Any], Any], Callable[[Any], None]]] = {}

    def start(
        self,
        _name: str,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        _failed: Callable[[BaseException], None] | None = None,
    ) -> Callable[[], None]:
        number = len(self.waiting)
        self.waiting[number] = (work, done)
        return lambda: self.waiting.update({number: (work, lambda _result: None)})

    def finish_all(self) -> None:
        for work, done in self.waiting.values():
            done(work(None))


def test_that_only_the_newest_answer_arrives() -> None:
    jobs, answers = HeldJobs(), []
    latest = LatestJob(jobs)
    latest.start("first", lambda _job: 1, answers.append)
    latest.start("second", lambda _job: 2, answers.append)
    jobs.finish_all()
    assert answers == [2]


def test_that_a_dropped_answer_never_arrives() -> None:
    jobs, answers = HeldJobs(), []
    latest = LatestJob(jobs)
    latest.start("first", lambda _job: 1, answers.append)
    latest.drop()
    jobs.finish_all()
    assert answers == []


def test_that_an_answer_for_a_view_that_is_given_up_never_arrives() -> None:
    jobs, answers = HeldJobs(), []
    view = QObject()
    card = QObject(view)
    latest = LatestJob(jobs, card)
    latest.start("of the shop before", lambda _job: 1, answers.append)
    drop_within(view)
    jobs.finish_all()
    assert answers == []


def test_that_other_frames_or_values_are_news_and_the_same_are_not() -> None:
    latest = LatestJob(HeldJobs())
    frame = pd.DataFrame({"a": [1]})
    assert latest.is_news((frame,), "A")
    assert not latest.is_news((frame,), "A")
    assert latest.is_news((frame,), "B")
    assert latest.is_news((frame.copy(),), "B")

"""Asks one question about the chosen plan in a job, again only where what it rests on has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QObject

from shopdesk.app.jobs import JobContext
from shopdesk.app.workspace import Workspace
from shopdesk.ui.context import UiContext
from shopdesk.ui.latest_job import LatestJob


class Asking(QObject):
    """``show`` gets None while a plan's first answer is worked out; an answer stays until its successor is there."""

    def __init__(
        self, context: UiContext, name: Callable[[], str], show: Callable[[Any], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._name = name
        self._show = show
        self._job = LatestJob(context.jobs, self)
        self._plan_id = ""

    def ask(
        self,
        plan_id: str,
        grounds: tuple[object, ...],
        *values: Hashable,
        answer: Callable[[Workspace, JobContext], Any],
    ) -> None:
        """Work ``answer`` out where ``grounds`` (told apart by identity) or ``values`` are other than the last time."""
        workspace = self._context.workspace
        if workspace is None:
            return
        if plan_id != self._plan_id:
            self._plan_id = plan_id
            self._show(None)
        if self._job.is_news(grounds, *values):
            self._job.start(self._name(), lambda job: answer(workspace, job), self._show)

    def drop(self) -> None:
        """Forget what was asked: there is no plan."""
        self._job.drop()
        self._plan_id = ""
        self._show(None)

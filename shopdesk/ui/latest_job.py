"""Work of which only the newest run counts: a page that asks again no longer wants the answer before."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from shopdesk.app.jobs import JobContext
from shopdesk.ui.context import Jobs

ResultT = TypeVar("ResultT")


class LatestJob(QObject):
    """Starts jobs one after the other; a job that is cancelled never calls ``done``.

    As a child of its view it is found by ``drop_within``: nothing may be drawn by a view that is gone.
    """

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._cancel: Callable[[], None] | None = None
        self._frames: tuple[Callable[[], object], ...] = ()
        self._values: tuple[Hashable, ...] | None = None

    def is_news(self, frames: Sequence[object], *values: Hashable) -> bool:
        """Whether the answer to this is not the last one: frames are told apart by identity, values by equality.

        No large frame is kept alive by this: one that is gone is never the same as one that came to its place.
        """
        same = len(frames) == len(self._frames) and all(
            one is other() for one, other in zip(frames, self._frames, strict=True)
        )
        if same and values == self._values:
            return False
        self._frames, self._values = tuple(_held(frame) for frame in frames), values
        return True

    def start(self, name: str, work: Callable[[JobContext], ResultT], done: Callable[[ResultT], None]) -> None:
        """Cancel what is on its way and run ``work``; ``done`` gets its result on the interface thread."""
        self.drop()
        self._cancel = self._jobs.start(name, work, done)

    def drop(self) -> None:
        """Cancel what is on its way, e.g. because it belongs to the shop before."""
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel()


def _held(frame: object) -> Callable[[], object]:
    """Return what gives a frame while it lives; what can't be referred to weakly is kept."""
    try:
        return weakref.ref(frame)
    except TypeError:
        return lambda: frame


def drop_within(view: QObject) -> None:
    """Cancel what is on its way for a view and all in it: its shop was closed, so that the work can only fail."""
    for job in view.findChildren(LatestJob):
        job.drop()

"""Long work: a function that gets a ``JobContext``, reports through it and is cancelled by that report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):
    """Raised inside a job by its own progress report once the user has cancelled it."""


@dataclass(frozen=True, slots=True)
class JobContext:
    """``report(done, note)`` takes a share from 0 to 1 (None where unknown) and raises ``Cancelled``.

    ``rest(seconds)`` lets the interface draw first, before work that nobody waits for and that holds the
    interpreter for long, such as imports; it ends early where the user cancels, and without a window it is nothing.
    """

    report: Callable[[float | None, str], None]
    is_cancelled: Callable[[], bool]
    rest: Callable[[float], object] = lambda _seconds: None

    def check(self) -> None:
        """Raise ``Cancelled`` where the user has cancelled."""
        if self.is_cancelled():
            raise Cancelled


SILENT = JobContext(report=lambda _done, _note: None, is_cancelled=lambda: False)
"""For headless use and tests: never cancelled, reports to nobody."""

"""One check for all who speak of it: the warning beneath the offers and the view of all checks ask the same desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from shopdesk.ui.context import UiContext
from shopdesk.ui.latest_job import LatestJob

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from shopdesk.app.promotions.checks import CheckQuestion, CheckStudy
    from shopdesk.domain.promotions.design import OfferDesign
    from shopdesk.domain.promotions.stacking import Stacking

_TABLES: Final = ("orders", "order_lines", "costs", "refunds", "item_daily")
_MOST_KEPT: Final = 2  # with a candidate and without it


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with the tables that it is about: these are told apart by identity."""

    question: CheckQuestion
    frames: tuple[object, ...] = field(repr=False)

    def is_same(self, other: _Asked | None) -> bool:
        if other is None or self.question != other.question:
            return False
        return all(one is two for one, two in zip(self.frames, other.frames, strict=True))


class CheckDesk(QObject):
    """``ready(question, study)`` comes with each answer, at once where it is known.

    The last answers are kept, so that going to and fro between two views tries no price twice.
    """

    ready = Signal(object, object)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._context = context
        self._job = LatestJob(context.jobs, self)
        self._running: _Asked | None = None
        self._known: list[tuple[_Asked, CheckStudy]] = []
        context.workspace_replaced.connect(self.forget)

    def question(
        self, designs: Sequence[OfferDesign], stacking: Stacking, *, today: date, candidate: str
    ) -> CheckQuestion | None:
        """Return a snapshot of what a check rests on now, None without a shop."""
        from shopdesk.app.promotions.checks import check_question

        workspace = self._context.workspace
        if workspace is None:
            return None
        known = self._known[-1][1].known if self._known else None
        return check_question(workspace, stacking, designs, today=today, candidate=candidate, known=known)

    def ask(self, question: CheckQuestion) -> None:
        """Answer where the answer is known, wait where it is on its way, else try all prices in a job."""
        from shopdesk.app.promotions.checks import study_checks

        workspace = self._context.workspace
        if workspace is None:
            return
        asked = _Asked(question, tuple(workspace.frame(name) for name in _TABLES))
        known = next((study for one, study in self._known if asked.is_same(one)), None)
        if known is not None:
            self._job.drop()  # what another view asked for before is wanted no more
            self._running = None
            self.ready.emit(question, known)
        elif not asked.is_same(self._running):
            self._running = asked
            self._job.start(
                self.tr("Checking prices"),
                lambda job: study_checks(question, workspace, job),
                lambda study: self._take(asked, study),
            )

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._job.drop()
        self._running = None
        self._known.clear()

    def _take(self, asked: _Asked, study: CheckStudy) -> None:
        self._running = None
        self._known = [*self._known, (asked, study)][-_MOST_KEPT:]
        self.ready.emit(asked.question, study)


def check_desk(context: UiContext) -> CheckDesk:
    """Return the desk of a window."""
    found: CheckDesk | None = context.findChild(CheckDesk)
    return CheckDesk(context) if found is None else found

"""Keeps the study of the candidates that are looked at up to date, and answers a dragged line at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from shopdesk.app.promotions.aims import LADDER_AIMS
from shopdesk.app.promotions.beliefs import LADDER_BELIEFS
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import STACKINGS
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui.context import UiContext
from shopdesk.ui.latest_job import LatestJob

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import DesignStudy
    from shopdesk.domain.promotions.ladders.ground import Ground
    from shopdesk.domain.promotions.ladders.record import Ladder, LadderForecast

DOCUMENTS: Final = (OFFERS, STACKINGS, LADDER_BELIEFS, LADDER_AIMS)
_TABLES: Final = ("orders", "order_lines", "costs", "refunds")
_QUICK: Final = slice(None, None, 6)
"""A part of the draws is enough while a line is dragged; on release all of them speak."""


class StudyDesk(QObject):
    """``ready`` comes with each new study."""

    ready = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job = LatestJob(context.jobs, self)
        self._quick: Ground | None = None
        self.study: DesignStudy | None = None
        self.is_busy = False

    def ask(self, offer: OfferDesign | None, stacking: Stacking) -> None:
        """Study an offer with its rivals where anything that it rests on has changed."""
        from shopdesk.app.promotions.design_study import design_question, study_design

        workspace = self._context.workspace
        if workspace is None:
            return
        frames = tuple(workspace.frame(name) for name in _TABLES)
        question = design_question(workspace, stacking, offer=offer, period=self._context.period, known=self.study)
        asked = question.replay
        rest = (
            asked.designs,
            asked.candidates,
            asked.stacking,
            asked.period,
            asked.rule,
            tuple(sorted(asked.own_floors.items())),
            question.own,
            question.aim,
            question.is_in_use,
        )
        if not self._job.is_news(frames, *rest):
            return
        self.is_busy = True
        self._job.start(self.tr("Candidates"), lambda context: study_design(question, workspace, context), self._take)

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._job.drop()
        self.study, self._quick, self.is_busy = None, None, False

    def quick(self, ladder: Ladder) -> LadderForecast | None:
        """Return the forecast of a ladder while its line is dragged: from a part of the draws."""
        from shopdesk.domain.promotions.ladders.forecast import forecast

        study = self.study
        if study is None or not study.values.count:
            return None
        if self._quick is None:
            self._quick = study.ground.part(_QUICK)
        return forecast(ladder, self._quick, study.question.wish, edges=study.edges)

    def _take(self, study: DesignStudy) -> None:
        self.study, self._quick, self.is_busy = study, None, False
        self.ready.emit()

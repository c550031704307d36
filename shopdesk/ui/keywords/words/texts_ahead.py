"""What find, filters and sorting look up in a large table of words, made beside the interface once it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject

from shopdesk.app.jobs import JobContext
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.finding import is_ready
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.latest_job import LatestJob


class TextsAhead(QObject):
    """Makes texts and order of the columns shown; a table that isn't large needs nothing ahead."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._job = LatestJob(context.jobs, self)

    def make(self, model: GridModel) -> None:
        """Begin anew for the rows that a table shows now."""
        frame = model.frame
        columns = [column for column in model.columns if column.visible and not is_ready(model, column)]
        if not columns:
            self._job.drop()
            return

        def work(job: JobContext) -> None:
            for column in columns:
                job.check()
                frame.texts(column)
                job.check()
                frame.ranks(column)

        self._job.start(self.tr("Preparing find and sorting"), work, lambda _done: None)

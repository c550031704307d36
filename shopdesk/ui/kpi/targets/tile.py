"""The target's tile at the end of the board's row: what is there, the pace, where it is heading, and the chance."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.targets import TARGETS, TargetRow, main_target, targets_of
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.domain.kpi.catalogue import Catalogue
from shopdesk.domain.kpi.targets.fit import can_project
from shopdesk.domain.kpi.targets.progress import Progress, State, Verdict
from shopdesk.domain.kpi.tiles import last_complete_day
from shopdesk.ui.context import UiContext
from shopdesk.ui.formats import UNKNOWN
from shopdesk.ui.kpi.targets.wording import (
    amount_text,
    chance_number,
    days_text,
    period_text,
    projection_text,
    target_tip,
    verdict_name,
)
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.kpi.wording import metric_name
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tiles import Tile
from shopdesk.ui.tokens import CAPTION_PT_PX, FIGURE_PX, TILE_PX

PAD_PX = 10
BAR_PX = 4
LEAST_PX = 140
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class TargetTile(Tile):
    """Shows the main target of the newest day; without one it invites to set one. ``clicked`` as of every tile.

    The document collection behind it is ``TARGETS``.
    """

    uses = frozenset({TARGETS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job = LatestJob(context.jobs, self)
        self._row: TargetRow | None = None
        self._found: Progress | None = None
        self._board: Board | None = None
        self._texts = ("", "", "", "", "")
        self._short_head = ""  # where there is no room for the whole one
        self.setMinimumWidth(LEAST_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._word()

    @property
    def shown_target(self) -> TargetRow | None:
        """The target shown."""
        return self._row

    def show_board(self, state: BoardState) -> None:
        """Show the main target as of the newest day; its progress is computed in a job."""
        workspace = self._context.workspace
        until = newest_day(self._context, state)
        rows = targets_of(workspace) if workspace is not None else []
        metrics = metrics_of(workspace)
        row = main_target([one for one in rows if _can_show(one, metrics)], until)
        facts, calendar = state.board.facts, state.calendar
        metric = metrics[row.metric] if row is not None else None
        if not self._job.is_news([facts], row, metric, until, calendar):
            return
        self._row, self._board = row, state.board
        if row is None:
            self._job.drop()
            self._take(None)
            return

        def work(_context: JobContext) -> Progress | None:
            from shopdesk.app.kpi.target_standing import Forecasts

            return Forecasts(facts, until=until, calendar=calendar, metrics=metrics).progress(row)

        self._job.start(self.tr("Projecting the target"), work, self._take)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Return a tile's room."""
        return QSize(180, TILE_PX)

    def _take(self, found: Progress | None) -> None:
        self._found = found
        self._word()

    def _word(self) -> None:
        row, found, board = self._row, self._found, self._board
        self._short_head = ""
        if row is None or found is None or board is None:
            sentence = self.tr("pace, projection and chance by day")
            self._texts = (self.tr("Target"), "", self.tr("Set a target"), "", sentence)
            tip = self.tr(
                "Set a target for a month or quarter: the board then shows the pace and the chance to reach it."
            )
        else:
            self._texts = self._worded(row, found)
            tip = target_tip(row, found, board)
        self.setAccessibleName(" ".join(" ".join(self._texts).split()))
        self.setToolTip(tip)
        self.update()

    def _worded(self, row: TargetRow, found: Progress) -> tuple[str, str, str, str, str]:
        metric = found.target.metric
        name = "" if metric.name == "pay_amount" else f" {metric_name(metric)}"
        period, value = period_text(row.period, short=True), amount_text(metric, row.value, compact=True)
        head = self.tr("{period} target {value}").format(period=period + name, value=value)
        self._short_head = f"{period} {value}"
        figure = UNKNOWN if found.actual is None else amount_text(metric, found.actual, compact=True)
        return head, self._chance(found), figure, days_text(found), self._foot(found)

    def _chance(self, found: Progress) -> str:
        if found.chance is None or found.state is State.OVER:
            return verdict_name(found.verdict) if found.verdict is not Verdict.TOO_FEW else ""
        return self.tr("{chance} likely").format(chance=chance_number(found.chance))

    def _foot(self, found: Progress) -> str:
        if found.projection is None:
            return verdict_name(found.verdict)
        if found.verdict in (Verdict.REACHED, Verdict.MISSED):
            return self.tr("target {value}").format(value=amount_text(found.target.metric, found.target.value))
        return self.tr("projected {value}").format(value=projection_text(found.target.metric, found.projection))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw head with chance, figure with days left, bar with the mark of the pace, projection."""
        QFrame.paintEvent(self, event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        inner = QRectF(self.rect()).adjusted(PAD_PX, 0, -PAD_PX, 0)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        head, chance, figure, days, foot = self._texts
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        room = inner.width() - painter.fontMetrics().horizontalAdvance(chance) - 6
        if painter.fontMetrics().horizontalAdvance(head) > room and self._short_head:
            head = self._short_head
        self._line(painter, QRectF(inner.left(), 6, inner.width(), 20), head, chance, grey=False)
        self._line(painter, QRectF(inner.left(), 28, inner.width(), 28), "", days, grey=True)
        used = painter.fontMetrics().horizontalAdvance(days)
        self._figure_line(painter, QRectF(inner.left(), 25, inner.width() - used - 4, 30), figure)
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        if self._found is not None:
            self._bar(painter, QRectF(inner.left(), 58, inner.width(), BAR_PX), self._found)
        self._line(painter, QRectF(inner.left(), 64, inner.width(), 20), foot, "", grey=True)
        painter.end()

    def _figure_line(self, painter: QPainter, box: QRectF, figure: str) -> None:
        is_invitation = self._row is None
        for pixels in (CAPTION_PT_PX + 3,) if is_invitation else (FIGURE_PX, 18, 15):
            painter.setFont(body_font(pixels=pixels))
            if painter.fontMetrics().horizontalAdvance(figure) <= box.width():
                break
        painter.setPen(QColor(tokens().accent_text if is_invitation else tokens().text))
        painter.drawText(box, _LEFT, figure)

    def _line(self, painter: QPainter, box: QRectF, left: str, right: str, *, grey: bool) -> None:
        t, metrics = tokens(), painter.fontMetrics()
        used = metrics.horizontalAdvance(right) + 6 if right else 0
        painter.setPen(QColor(t.secondary))
        painter.drawText(box, _RIGHT, right)
        painter.setPen(QColor(t.secondary if grey else t.text))
        shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, int(box.width() - used))
        painter.drawText(box.adjusted(0, 0, -used, 0), _LEFT, shown)

    def _bar(self, painter: QPainter, box: QRectF, found: Progress) -> None:
        """Draw what is there as a share of the target, and where it should be by now."""
        t, goal = tokens(), found.target.value
        if not found.target.metric.adds_up or goal <= 0 or found.actual is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.grid_line))
        painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(QColor(t.accent))
        share = max(0.0, min(1.0, found.actual / goal))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), box.width() * share, box.height()), 2, 2)
        if found.pace is not None and found.state is State.RUNNING:
            x = box.left() + box.width() * min(1.0, found.pace / goal)
            painter.fillRect(QRectF(x - 0.75, box.top() - 3, 1.5, box.height() + 6), QColor(t.text))


def _can_show(row: TargetRow, metrics: Catalogue) -> bool:
    metric = metrics.get(row.metric)
    return metric is not None and can_project(metric)


def newest_day(context: UiContext, state: BoardState) -> date:
    """Return the last day whose figures count: that of the leading figure, but before today, which is unfinished."""
    facts = state.board.facts
    last = facts.end
    if context.services is not None:
        today = context.services.today()
        last = min(last, today.fromordinal(today.toordinal() - 1))
    return last_complete_day(facts, until=last) or last

"""异动预警: the alerts beside the chart, newest and dearest first, with what can be done about each."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QInputDialog, QScrollArea, QVBoxLayout, QWidget

from shopdesk.app.kpi.alert_board import AlertBoard
from shopdesk.app.kpi.alert_marks import ALERT_MARKS, AlertMark, MarkState, set_mark
from shopdesk.app.kpi.alert_rules import ALERT_RULES
from shopdesk.app.kpi.watching import ShownAlert, earlier_alerts
from shopdesk.domain.kpi.alerts.watch import Watches
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, Chip, LinkButton, label, rule
from shopdesk.ui.charts.day_data import Ring
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.alerts import wording
from shopdesk.ui.kpi.alerts.alert_card import AlertCard, NoticeCard
from shopdesk.ui.kpi.alerts.rings import badge_count, rings
from shopdesk.ui.kpi.view import CauseRequest
from shopdesk.ui.kpi.wording import metric_name
from shopdesk.ui.tokens import PADDING_PX

WIDTH_PX: Final = 280
USES: Final = frozenset({ALERT_MARKS.name, ALERT_RULES.name})


class AlertsPanel(Card):
    """``cause_wanted`` carries a ``CauseRequest``, ``metric_wanted`` a metric's name, ``waiting_changed`` the count.

    ``rules_wanted`` asks for the rules: ``open_rules`` shows them, which needs the watches.
    """

    cause_wanted = Signal(object)
    metric_wanted = Signal(str)
    waiting_changed = Signal(int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._context = context
        self._board: AlertBoard | None = None
        self._watches = Watches()
        self._earlier: tuple[ShownAlert, ...] = ()
        self._today = date.min
        self._causes: dict[tuple[str, str, str], str] = {}
        self.setFixedWidth(WIDTH_PX)
        self.cards: list[AlertCard] = []
        self.notices: list[NoticeCard] = []
        self.count = Chip("", "warn")
        self.rules_link = LinkButton()
        self.rules_link.clicked.connect(self.open_rules)
        self.add_action(self.count)
        self.add_action(self.rules_link)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setSpacing(0)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(rule())
        self.footer = label("", "caption", wrap=True)
        self.footer.setContentsMargins(PADDING_PX, 6, PADDING_PX, 6)
        self.body.addWidget(self.footer)
        self._write()

    def show_alerts(self, board: AlertBoard | None, watches: Watches, *, today: date) -> None:
        """Show what the check found; None while it runs."""
        if board == self._board and today == self._today:
            self._watches = watches
            return
        self._board, self._watches, self._today = board, watches, today
        self._write()
        self.waiting_changed.emit(0 if board is None else badge_count(board, today))

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._board, self._watches, self._causes, self._earlier = None, Watches(), {}, ()
        self._write()

    def follow(self, metric: str, period: Period) -> tuple[Ring, ...]:
        """List what the chart's metric went through in its period behind the alerts of now; return all its rings."""
        board, workspace = self._board, self._context.workspace
        if board is None or workspace is None:
            return ()
        earlier = earlier_alerts(workspace, self._watches, metric, period)
        if earlier != self._earlier:
            self._earlier = earlier
            self._write_list()
        return rings((*board.alerts, *earlier), metric, today=self._today)

    def set_cause_line(self, key: tuple[str, str, str], text: str) -> None:
        """Show the sentence that says why below an alert, known by ``alert.key``."""
        self._causes[key] = text
        for card in self.cards:
            if card.shown.alert.key == key:
                card.set_cause(text)

    def cause_of(self, shown: ShownAlert) -> CauseRequest:
        """Return the question why: the alert's days against the same weekdays just before them."""
        after = Period(shown.alert.since, shown.alert.last)
        weeks = -(-after.days // 7)
        return CauseRequest(shown.metric.name, after.shifted(days=-7 * weeks), after)

    def open_rules(self) -> None:
        """Open the rules in a dialog."""
        from shopdesk.ui.kpi.alerts.rules_dialog import RulesDialog

        dialog = RulesDialog(self._context, self._watches, parent=self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    # --- drawing

    def _write(self) -> None:
        self.set_title(self.tr("Alerts"))
        self.rules_link.setText(self.tr("Rules…"))
        board = self._board
        waiting = 0 if board is None else badge_count(board, self._today)
        self.count.set_state(self.tr("{count} open").format(count=formats.full(waiting)), "warn" if waiting else "")
        self.count.setVisible(board is not None and waiting > 0)
        self._write_list()
        rates = board.rates if board is not None else None
        self.footer.setText("" if rates is None else wording.rates_text(rates))
        self.footer.setToolTip("" if rates is None else wording.rates_tip(rates))
        self.footer.setVisible(rates is not None)

    def _write_list(self) -> None:
        """Write the cards anew; the one that was clicked may still be at it, and the list stays where it was."""
        bar, old = self._scroll.verticalScrollBar(), self._scroll.takeWidget()
        place = bar.value()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(self._list())
        QTimer.singleShot(0, bar, partial(bar.setValue, place))
        self._scroll.widget().setAutoFillBackground(False)  # a scroll area fills what it is given

    def _list(self) -> QWidget:
        self.cards, self.notices = [], []
        holder = QWidget()
        holder.setMinimumWidth(1)  # texts wrap at the panel's width instead of widening it
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        board = self._board
        if board is None or not (board.alerts or self._earlier or board.too_few or board.levels):
            calm = label(self._calm_text(), "secondary", wrap=True)
            calm.setContentsMargins(PADDING_PX, PADDING_PX, PADDING_PX, PADDING_PX)
            column.addWidget(calm)
            self._add_ended(column)
            return holder
        for number, shown in enumerate((*board.alerts, *self._earlier), start=1):
            self._add(column, self._card(number, shown))
        for few in board.too_few:
            notice = NoticeCard("?", metric_name(few.metric), "", wording.too_few_text(few))
            self._notice(column, notice, few.metric, board)
        for level in board.levels:
            title = self.tr("{metric}: new level").format(metric=metric_name(level.metric))
            when = self.tr("since {day}").format(day=formats.day(level.since))
            self._notice(column, NoticeCard("↗", title, when, wording.new_level_text(level)), level.metric, board)
        self._add_ended(column)
        return holder

    def _add_ended(self, column: QVBoxLayout) -> None:
        """Say what nothing was found in because nothing was there; the list ends with it."""
        for one in () if self._board is None else self._board.ended:
            line = label(wording.ended_text(one), "caption", wrap=True)
            line.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
            column.addWidget(line)
        column.addStretch(1)

    def _calm_text(self) -> str:
        board = self._board
        if board is None:
            return self.tr("Checking for alerts…")
        if board.last is None:
            return self.tr("Nothing to watch yet: import daily reports, at least 28 ordinary days.")
        return self.tr("Nothing out of the ordinary up to {day}.").format(day=formats.day(board.last))

    def _card(self, number: int, shown: ShownAlert) -> AlertCard:
        basis = wording.basis_text(shown, self._board or AlertBoard())
        cause = self._causes.get(shown.alert.key, "")
        card = AlertCard(number, shown, today=self._today, basis=basis, cause=cause)
        card.verb.connect(partial(self._do, shown))
        card.chosen.connect(partial(self.metric_wanted.emit, shown.metric.name))
        self.cards.append(card)
        return card

    def _notice(self, column: QVBoxLayout, notice: NoticeCard, metric: BoardMetric, board: AlertBoard) -> None:
        notice.chosen.connect(partial(self.metric_wanted.emit, metric.name))
        notice.setToolTip(wording.notice_basis(metric, board))
        self.notices.append(notice)
        self._add(column, notice)

    def _add(self, column: QVBoxLayout, card: QWidget) -> None:
        column.addWidget(card)
        column.addWidget(rule())

    # --- verbs

    def _do(self, shown: ShownAlert, verb: str, day: date | None) -> None:
        mark = shown.mark
        match verb:
            case "cause":
                self.cause_wanted.emit(self.cause_of(shown))
            case "handled":
                self._mark(mark, self.tr("alert handled"), state=MarkState.HANDLED)
            case "ignored":
                self._mark(mark, self.tr("ignore alert"), state=MarkState.IGNORED)
            case "later":
                until = day or self._today + timedelta(days=1)
                self._mark(mark, self.tr("remind of alert"), state=MarkState.LATER, until=until)
            case "reopen":
                self._mark(mark, self.tr("reopen alert"), state=MarkState.NEW)
            case "note":
                self._ask_note(mark)

    def _mark(self, mark: AlertMark, name: str, **fields: object) -> None:
        self._context.push(set_mark(mark, **fields), name)

    def _ask_note(self, mark: AlertMark) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Note"))
        dialog.setLabelText(self.tr("Note on this alert:"))
        dialog.setTextValue(mark.note)
        dialog.setOkButtonText(self.tr("Store"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(partial(self._put_note, mark))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put_note(self, mark: AlertMark, text: str) -> None:
        if text.strip() != mark.note:
            self._mark(mark, self.tr("note on alert"), note=text.strip())

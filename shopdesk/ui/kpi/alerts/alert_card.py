"""One alert as a card: number, what, since when, how sure, the money, the cause, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.app.kpi.alert_marks import MarkState
from shopdesk.app.kpi.watching import ShownAlert
from shopdesk.ui.cards import ElidedLabel, LinkButton, label
from shopdesk.ui.kpi.alerts import wording
from shopdesk.ui.theme import tokens
from shopdesk.ui.tokens import PADDING_PX

LATER_DAYS: Final = (1, 3, 7)
BADGE_PX: Final = 18
BAR_PX: Final = 3


class NumberBadge(QWidget):
    """The number that the chart's ring carries too; grey where nothing waits."""

    def __init__(self, text: str, *, is_grey: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._is_grey = text, is_grey
        self.setFixedSize(BADGE_PX, BADGE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a filled circle with the number."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.secondary if self._is_grey else t.warn_text))
        painter.drawEllipse(QRectF(0.5, 0.5, BADGE_PX - 1, BADGE_PX - 1))
        painter.setPen(QColor(t.card))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class AlertCard(QWidget):
    """``verb`` carries what was clicked: cause, handled, ignored, later, note, reopen; ``chosen`` a click beside."""

    verb = Signal(str, object)  # name, and the day for "later"
    chosen = Signal()

    def __init__(
        self,
        number: int,
        shown: ShownAlert,
        *,
        today: date,
        basis: str,
        cause: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``basis`` is what its numbers rest on, ``cause`` the line that says why."""
        super().__init__(parent)
        self.shown, self._today = shown, today
        self.is_waiting = shown.is_waiting(today)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        column.setSpacing(2)
        column.addLayout(self._head(number))
        for text, role in self._lines():
            if text:
                line = label(text, role, wrap=True)
                column.addWidget(line)
        self.cause = label(cause, "secondary", wrap=True)
        self.cause.setVisible(bool(cause))
        column.addWidget(self.cause)
        column.addLayout(self._verbs())
        self.setToolTip(basis)
        self.setAccessibleName(f"{number} {wording.what_text(shown)} {wording.since_text(shown.alert)}")

    def set_cause(self, text: str) -> None:
        """Show the line that says why."""
        self.cause.setText(text)
        self.cause.setVisible(bool(text))

    def later_menu(self) -> QMenu:
        """Return the menu of days on which the alert comes back."""
        menu = QMenu(self)
        for days in LATER_DAYS:
            until = self._today + timedelta(days=days)
            action = menu.addAction(wording.later_text(days, until))
            action.triggered.connect(self._teller("later", until))
        return menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark what waits with an amber bar at the left."""
        if self.is_waiting:
            QPainter(self).fillRect(0, 0, BAR_PX, self.height(), QColor(tokens().warn_mark))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the metric in the chart."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def _head(self, number: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(NumberBadge(str(number), is_grey=not self.is_waiting))
        title = ElidedLabel(wording.what_text(self.shown))
        title.setToolTip(title.text())
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(title, 1)
        row.addWidget(label(wording.since_text(self.shown.alert), "caption"))
        return row

    def _lines(self) -> list[tuple[str, str]]:
        shown = self.shown
        strong = "" if self.is_waiting else "secondary"
        return [
            (wording.sure_text(shown), strong),
            (wording.interval_text(shown.worth) if self.is_waiting else "", "secondary"),
            (wording.seen_text(shown), "secondary"),
            (wording.level_note(shown.alert), "secondary"),
            (wording.note_text(shown.mark), "secondary"),
        ]

    def _verbs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        state = self.shown.mark.state
        names = ["cause"]
        if self.is_waiting:
            names += ["handled", "ignored", "later"]
        names.append("note")
        self.links = {name: self._link(name) for name in names}
        for link in self.links.values():
            row.addWidget(link)
        row.addStretch(1)
        if state is not MarkState.NEW and self.shown.alert.is_open and not self.is_waiting:
            row.addWidget(label(wording.mark_text(self.shown.mark), "caption"))
            self.links["reopen"] = self._link("reopen")
            row.addWidget(self.links["reopen"])
        return row

    def _link(self, name: str) -> LinkButton:
        texts = {
            "cause": self.tr("Why"),
            "handled": self.tr("Done"),
            "ignored": self.tr("Ignore"),
            "later": self.tr("Later"),
            "note": self.tr("Note"),
            "reopen": self.tr("Reopen"),
        }
        link = LinkButton(texts[name])
        link.clicked.connect(self._ask_later if name == "later" else self._teller(name, None))
        return link

    def _teller(self, name: str, day: date | None) -> Callable[[], None]:
        return lambda: self.verb.emit(name, day)

    def _ask_later(self) -> None:
        link = self.links["later"]
        menu = self.later_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(link.mapToGlobal(QPoint(0, link.height())))


class NoticeCard(QWidget):
    """A grey line without verbs: too few data, a new level."""

    chosen = Signal()

    def __init__(self, sign: str, title: str, when: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(NumberBadge(sign, is_grey=True))
        name = ElidedLabel(title)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(name, 1)
        row.addWidget(label(when, "caption"))
        column.addLayout(row)
        column.addWidget(label(text, "secondary", wrap=True))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the metric in the chart."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def minimumSizeHint(self) -> QSize:
        """Let the panel decide the width."""
        return QSize(0, super().minimumSizeHint().height())

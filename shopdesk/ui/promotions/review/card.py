"""The review at the right: the verdict, the figures, the steps, what else may be behind it, and what it teaches."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.promotions.beliefs import LadderBelief
from shopdesk.app.promotions.campaign_review import Lesson, ReviewAnswer
from shopdesk.app.promotions.ladder_study import Taught
from shopdesk.domain.promotions.review.record import Verdict
from shopdesk.ui.cards import Card, EmptyState, button, label, restyle, rule, scrolled
from shopdesk.ui.grid import GridModel, GridView
from shopdesk.ui.promotions.review import words
from shopdesk.ui.promotions.review.columns import ReviewColumns
from shopdesk.ui.promotions.words import short_name, summary
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import PADDING_PX

_ANSWER_PX = 14
_ROWS_PX = 178
_JUDGED = frozenset({Verdict.BETTER, Verdict.WORSE, Verdict.CANNOT_TELL})


class ReviewCard(Card):
    """``lesson_taken`` is asked for by the button at the foot."""

    lesson_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._answer: ReviewAnswer | None = None
        self._own: LadderBelief | None = None
        self.band = QFrame()
        self.band.setProperty("role", "band")
        self.headline, self.details = label("", "", wrap=True), label("", "caption", wrap=True)
        self.headline.setFont(body_font(pixels=_ANSWER_PX, medium=True))
        self._columns = ReviewColumns()
        self.model = GridModel(self._columns.columns(), self)
        self.model.read_only = True
        self.view = GridView(self.model, self, small=True)
        self.promise = label("", "caption", wrap=True)
        self.steps_head, self.steps = label("", "caption"), label("", "", wrap=True)
        self.doubts_head, self.doubts = label("", "caption"), label("", "", wrap=True)
        self.lesson, self.take = label("", "", wrap=True), button(primary=True)
        self.empty = EmptyState(icon="promotions")
        self._lay_out()
        self.take.clicked.connect(self.lesson_taken)
        self._write()

    def show_answer(self, answer: ReviewAnswer | None, own: LadderBelief | None) -> None:
        """Show an answer; None while it is worked out."""
        self._answer, self._own = answer, own
        if answer is None:
            self.say(self.tr("Working it out…"))
            return
        self._stack.setCurrentIndex(0)
        found = answer.review
        self.set_title(self.tr("Review"), f"{short_name(answer.offer.name)} · {summary(answer.offer)}")
        self.headline.setText(words.headline(found))
        self.details.setText("\n".join(words.rests_on(found)))
        self.details.setVisible(bool(self.details.text()))
        is_plain = found.verdict not in (Verdict.BETTER, Verdict.WORSE)
        self.band.setProperty("tone", "plain" if is_plain else "")
        restyle(self.band)
        judged = found.verdict in _JUDGED
        self.model.set_frame(self._columns.show(found))
        self.view.setVisible(judged)
        self.promise.setText(words.promise_text(answer) if judged else "")
        self._show_list(self.steps_head, self.steps, words.step_texts(answer))
        self._show_list(self.doubts_head, self.doubts, words.doubt_texts(found))
        self._show_lesson(answer.lesson, own)

    def say(self, text: str, action: str = "") -> None:
        """Show a sentence instead of a review."""
        self._answer = None
        self._stack.setCurrentIndex(1)
        self.empty.set_texts(text, action)
        self.set_title(self.tr("Review"))

    def answer(self) -> ReviewAnswer | None:
        """Return what is shown."""
        return self._answer

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches."""
        return self.view

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.model.retranslate()
            if self._answer is not None:
                self.show_answer(self._answer, self._own)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        band = QVBoxLayout(self.band)
        band.setContentsMargins(10, 6, 10, 6)
        band.setSpacing(2)
        band.addWidget(self.headline)
        band.addWidget(self.details)
        self.view.setFixedHeight(_ROWS_PX)
        for text in (self.headline, self.details, self.steps, self.doubts, self.lesson):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        area = scrolled(
            self.band,
            self.view,
            self.promise,
            self.steps_head,
            self.steps,
            self.doubts_head,
            self.doubts,
            spacing=6,
        )
        inner = area.widget()
        if inner is not None and (column := inner.layout()) is not None:
            column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(rule())
        row = QHBoxLayout()
        row.setContentsMargins(PADDING_PX, 8, PADDING_PX, 10)
        row.setSpacing(12)
        row.addWidget(self.lesson, 1)
        row.addWidget(self.take)
        foot.addLayout(row)
        whole.addWidget(self._foot)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self.body.addWidget(holder, 1)

    def _show_list(self, head: QWidget, body: Any, lines: list[str]) -> None:
        head.setVisible(bool(lines))
        body.setVisible(bool(lines))
        body.setText("\n".join(f"· {line}" for line in lines))

    def _show_lesson(self, lesson: Lesson | None, own: LadderBelief | None) -> None:
        self._foot.setVisible(lesson is not None)
        if lesson is None or own is None:
            return
        self.lesson.setText(words.lesson_text(lesson, own))
        may = lesson.taught is Taught.CAMPAIGN
        self.take.setVisible(may)
        self.take.setEnabled(may and not lesson.is_taken)
        self.take.setText(self.tr("Taken") if lesson.is_taken else self.tr("Take it"))

    def _write(self) -> None:
        self.set_title(self.tr("Review"))
        self.steps_head.setText(self.tr("Steps"))
        self.doubts_head.setText(self.tr("What else may be behind it"))
        self.take.setToolTip(self.tr("Let this campaign teach the forecasts in Design; can be undone"))
        self.view.setAccessibleName(self.tr("Review by figure"))

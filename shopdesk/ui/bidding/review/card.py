"""复盘: a version two weeks later: the verdict, each metric with its interval, what was promised, the targets."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.bidding.review import ReviewAnswer, VersionReview
from shopdesk.ui.bidding.review import words
from shopdesk.ui.bidding.review.columns import ReviewColumns
from shopdesk.ui.cards import Card, Chip, EmptyState, label, rule
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import GridModel, GridView

_SPACE = 2  # place of the stretch below the table


class ReviewView(Card):
    """Shows an answer; which version is looked at is chosen in the header."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._context = context
        self._answer: ReviewAnswer | None = None
        self.versions = QComboBox()
        self.versions.setProperty("small", True)
        self.add_action(self.versions)
        self.headline = label("", "title", wrap=True)
        self.details = label("", "secondary", wrap=True)
        self.live = Chip()
        self._columns = ReviewColumns()
        self.model = GridModel(self._columns.columns(), self)
        self.model.read_only = True
        self.view = GridView(self.model, self, small=True)
        self.targets = label("", "", wrap=True)
        self.conflict = label("", "caption", wrap=True)
        self.empty = EmptyState(icon="bidding")
        self._lay_out()
        self.versions.activated.connect(self._show_chosen)
        self._write()

    def show_answer(self, answer: ReviewAnswer | None) -> None:
        """Show an answer; None while it is worked out."""
        self._answer = answer
        if answer is None:
            self._stack.setCurrentIndex(1)
            self.empty.set_texts(self.tr("Working it out…"), "")
            self.versions.setVisible(False)
            return
        chosen = self.versions.currentData()
        self.versions.clear()
        for one in answer.reviews:
            self.versions.addItem(words.version_text(one), one.version.version_id)
        self.versions.setCurrentIndex(max(0, self.versions.findData(chosen)))
        self.versions.setVisible(bool(answer.reviews))
        self._stack.setCurrentIndex(0 if answer.reviews else 1)
        if not answer.reviews:
            self.empty.set_texts(self._nothing(), "")
        self._show_chosen()

    def choose(self, version_id: str) -> None:
        """Show the review of a version."""
        self.versions.setCurrentIndex(max(0, self.versions.findData(version_id)))
        self._show_chosen()

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches."""
        return self.view

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.model.retranslate()
            self.show_answer(self._answer)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.headline, 1)
        first.addWidget(self.live, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(first)
        head.addWidget(self.details)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.setSpacing(4)
        foot.addWidget(self.targets)
        foot.addWidget(self.conflict)
        self._line = rule()
        column.addWidget(self._line)
        column.addLayout(foot)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self.body.addWidget(holder, 1)
        self.headline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _chosen(self) -> VersionReview | None:
        answer = self._answer
        if answer is None:
            return None
        key = self.versions.currentData()
        return next((one for one in answer.reviews if one.version.version_id == key), None)

    def _show_chosen(self) -> None:
        one, answer = self._chosen(), self._answer
        if one is None or answer is None:
            return
        found = one.review
        self.headline.setText(words.headline(found))
        self.details.setText("\n".join(words.rests_on(found, answer)))
        text, tone = words.live_text(found)
        self.live.set_state(text, tone)
        self.live.setVisible(bool(text))
        self.model.set_frame(self._columns.show(found, answer.margin))
        is_known = found.changes is not None
        self.view.setVisible(is_known)
        self._column.setStretch(_SPACE, 0 if is_known else 1)  # without the table the texts stay together
        self._line.setVisible(is_known)
        self.targets.setText("   ·   ".join(words.target_text(target) for target in found.targets))
        self.targets.setVisible(bool(found.targets))
        self.conflict.setText(words.conflict_text(answer))
        self.conflict.setVisible(bool(found.targets))

    def _nothing(self) -> str:
        return self.tr(
            "No version of this plan has gone to the console yet. Export one; two weeks later, with the reports of "
            "these days imported, this says whether it was better, worse, or can't be told."
        )

    def _write(self) -> None:
        self.set_title(self.tr("Review"), self.tr("what was promised, what happened"))
        self.versions.setAccessibleName(self.tr("Version to review"))
        self.view.setAccessibleName(self.tr("Review by metric"))

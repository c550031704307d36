"""After a label set by hand: the entry that would explain it, offered in the message bar; never done by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk.app.keywords.dictionary import entries
from shopdesk.app.keywords.documents import HAND_LABELS, DictionaryTerm, hand_labels
from shopdesk.app.keywords.lessons import lessons
from shopdesk.app.keywords.library import Answer
from shopdesk.app.keywords.teaching import Lesson
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.ui import formats
from shopdesk.ui.cards import BarAction, MessageBar
from shopdesk.ui.context import UiContext
from shopdesk.ui.keywords.dictionary import wording
from shopdesk.ui.keywords.dictionary.edits import EntryEdits
from shopdesk.ui.keywords.dictionary.lesson_dialog import LessonDialog, entry_for
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.plain import one_line

LONGEST_SHOWN = 24


class LessonOffer(QObject):
    """Offers in the bar of ``view``; ``answer`` gives what the view shows, None while it shows nothing."""

    def __init__(
        self, context: UiContext, bar: MessageBar, view: QWidget, *, answer: Callable[[], Answer | None]
    ) -> None:
        super().__init__(view)
        self._context, self._bar, self._view, self._answer = context, bar, view, answer
        self._words: dict[str, Quadrant] = {}
        self._said = ""
        self._job = LatestJob(context.jobs, self)
        self.edits = EntryEdits(context, parent=self)
        context.changed.connect(self._note_change)

    def consider(self, words: Mapping[str, Quadrant]) -> None:
        """Look up what labels set just now teach, and offer it."""
        self._words = dict(words)
        answer, workspace = self._answer(), self._context.workspace
        if answer is None or workspace is None or not words:
            return
        known, named, hand, own = answer.study, dict(words), hand_labels(workspace), entries(workspace)
        self._job.start(
            self.tr("Looking up what a label teaches"),
            lambda job: lessons(named, known, hand, own, job),
            self._offer,
        )

    def open_for(self, word: str, quadrant: Quadrant) -> LessonDialog | None:
        """Let the user make an entry of a word, whoever has labelled it."""
        answer = self._answer()
        if answer is None:
            return None
        entry = entry_for(word, quadrant.value, answer.study.labels.get(word))
        own = next((one for one in self.edits.entries() if entry.term in one.spellings), None)
        return self._open(own if own is not None else entry)

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._withdraw()

    def _offer(self, found: tuple[Lesson, ...]) -> None:
        if not found:
            return
        best, left = found[0], found[1:]
        values = {
            "term": one_line(best.entry.term, most=LONGEST_SHOWN),
            "kind": wording.kind_name(best.entry.kind),
            "count": formats.full(len(best.moved)),
        }
        if best.moved:
            text = self.tr(
                "Remember “{term}” in the dictionaries as: {kind}? {count} {count:other word changes its|other words "
                "change their} quadrant."
            ).format(**values)
        else:
            text = self.tr(
                "Remember “{term}” in the dictionaries as: {kind}? No other word changes; later imports follow it."
            ).format(**values)
        self._said = text
        self._bar.say(text, actions=[BarAction(self.tr("Look at it…"), lambda: self._take_up(best, left))])

    def _take_up(self, taught: Lesson, left: tuple[Lesson, ...]) -> None:
        """Show an entry; once it is stored, what else the same labels teach is offered."""
        dialog = self._open(taught.entry)
        if dialog is not None:
            dialog.accepted.connect(lambda: self._go_on(left))

    def _go_on(self, left: tuple[Lesson, ...]) -> None:
        if left:
            self._offer(left)
        else:
            self._withdraw()

    def _open(self, entry: DictionaryTerm) -> LessonDialog | None:
        answer = self._answer()
        if answer is None:
            return None
        self.edits.own_names = own_names(answer)
        dialog = LessonDialog(self._context, entry, answer.study, answer.library, edits=self.edits, parent=self._view)
        dialog.finished.connect(dialog.deleteLater)
        self._context.workspace_replaced.connect(dialog.reject)
        dialog.open()
        return dialog

    def _note_change(self, names: frozenset[str]) -> None:
        """A label that was taken back teaches nothing."""
        workspace = self._context.workspace
        if HAND_LABELS.name not in names or workspace is None or not self._words:
            return
        hand = hand_labels(workspace)
        if not any(hand.get(word) is quadrant for word, quadrant in self._words.items()):
            self._withdraw()

    def _withdraw(self) -> None:
        self._job.drop()
        self._words = {}
        if self._said and self._bar.text() == self._said:
            self._bar.dismiss()
        self._said = ""


def own_names(answer: Answer) -> frozenset[str]:
    """Return the shop's own names by its data: those that no entry has put there."""
    known = answer.study.lexicon
    return frozenset(term for term, kind in known.terms.items() if kind == "own" and term not in known.names)

"""One finding in full: where it stands, why, what to say instead, and the proof of a claim that may be made."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.app.titles.documents import Proof
from shopdesk.domain.titles.check import Finding
from shopdesk.domain.titles.terms import Level
from shopdesk.ui.cards import Card, LinkButton, button, label
from shopdesk.ui.keywords.titles import wording

AROUND: Final = 24
"""Signs of the title shown on each side of the finding."""


class ProofCard(Card):
    """``kept``: a ``Proof``; ``silenced``: a term; ``excused``: a term and the phrase in which it is harmless."""

    kept = Signal(object)
    silenced = Signal(str)
    excused = Signal(str, str)
    compose_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._title = ""
        self._finding: Finding | None = None
        self._nothing = ""
        self.place, self.why, self.say = label("", wrap=True), label("", "secondary", wrap=True), label("", wrap=True)
        self.rule, self.wanted = label("", "secondary", wrap=True), label("", "caption", wrap=True)
        self.day, self.scope, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        self.keep = button(small=True)
        self.context_edit = QLineEdit()
        self.excuse, self.silence, self.compose = button(small=True), LinkButton(), LinkButton()
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._form, self._verbs = QWidget(), QWidget()
        self._lay_out()
        self.keep.clicked.connect(self._keep)
        self.excuse.clicked.connect(self._excuse)
        self.context_edit.returnPressed.connect(self._excuse)
        self.silence.clicked.connect(self._silence)
        self.compose.clicked.connect(lambda: self.compose_wanted.emit(self._title))
        self._write()

    def show_finding(self, title: str, finding: Finding, proof: Proof | None) -> None:
        """Show one finding with the proof kept for it."""
        self._title, self._finding = title, finding
        self.day.setText(proof.day if proof else "")
        self.scope.setText(proof.scope if proof else "")
        self.source.setText(proof.source if proof else "")
        self.context_edit.setText("")
        self._write()

    def show_nothing(self, *, has_titles: bool) -> None:
        """Say what would stand here."""
        self._finding = None
        self._nothing = self.tr("Choose a row to see rule, reason and replacement.") if has_titles else ""
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _keep(self) -> None:
        if self._finding is not None:
            texts = (edit.text().strip() for edit in (self.day, self.scope, self.source))
            self.kept.emit(Proof(self._title, self._finding.term, *texts))

    def _excuse(self) -> None:
        context = self.context_edit.text().strip()
        if self._finding is not None and context:
            self.excused.emit(self._finding.term, context)

    def _silence(self) -> None:
        if self._finding is not None:
            self.silenced.emit(self._finding.term)

    def _lay_out(self) -> None:
        for widget in (self.place, self.rule, self.why, self.say, self.wanted):
            self.body.addWidget(widget)
        self.body.setSpacing(4)
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        for edit, stretch in ((self.day, 2), (self.scope, 3), (self.source, 4)):
            edit.setProperty("small", True)
            edit.setMaxLength(200)
            form.addWidget(edit, stretch)
        form.addWidget(self.keep)
        verbs = QHBoxLayout(self._verbs)
        verbs.setContentsMargins(0, 0, 0, 0)
        self.context_edit.setProperty("small", True)
        self.context_edit.setMaxLength(60)
        verbs.addWidget(self.context_edit, 1)
        verbs.addWidget(self.excuse)
        verbs.addWidget(self.silence)
        verbs.addWidget(self.compose)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addWidget(self._form)
        rows.addWidget(self._verbs)
        self.body.addLayout(rows)

    def _write(self) -> None:
        self.day.setPlaceholderText(self.tr("Date, e.g. 2026-05"))
        self.scope.setPlaceholderText(self.tr("Scope: platform, category, region"))
        self.source.setPlaceholderText(self.tr("Source: report, certificate number"))
        for edit in (self.day, self.scope, self.source):
            edit.setAccessibleName(edit.placeholderText())
        self.keep.setText(self.tr("Keep proof"))
        self.context_edit.setPlaceholderText(self.tr("Phrase in which the word is harmless"))
        self.context_edit.setAccessibleName(self.context_edit.placeholderText())
        self.excuse.setText(self.tr("Add exception"))
        self.silence.setText(self.tr("Don't watch this word"))
        self.compose.setText(self.tr("Put the title together anew"))
        finding = self._finding
        self.setVisible(finding is not None or bool(self._nothing))
        for widget in (self._verbs, self.rule, self.why, self.say):
            widget.setVisible(finding is not None)
        provable = finding is not None and finding.level is Level.WARN
        self._form.setVisible(provable)
        self.wanted.setVisible(provable)
        if finding is None:
            self.set_title(self.tr("Finding"))
            self.place.setText(self._nothing)
            return
        self.set_title(
            self.tr("“{found}”: {level}").format(found=finding.found, level=wording.level_name(finding.level))
        )
        self.rule.setText(wording.rule(finding.group))
        self.place.setText(_marked(self._title, finding))
        self.why.setText(self.tr("Why: {reason}").format(reason=wording.reason(finding)))
        self.say.setText(self.tr("Instead: {instead}").format(instead=wording.instead(finding)))
        self.wanted.setText(self.tr("Proof that counts: {proof}").format(proof=wording.proof_wanted(finding.group)))


def _marked(title: str, finding: Finding) -> str:
    """The finding in brackets within a stretch of its title."""
    start, end = max(0, finding.start - AROUND), min(len(title), finding.end + AROUND)
    before = ("…" if start else "") + title[start : finding.start]
    after = title[finding.end : end] + ("…" if end < len(title) else "")
    return f"{before}【{finding.found}】{after}"

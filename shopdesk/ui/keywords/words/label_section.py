"""The quadrant of one word: which, why, who said so; the question whether its beginning is a brand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.keywords.classify import Label, LabelSource, Quadrant
from shopdesk.ui.cards import ElidedLabel, LinkButton, label
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.dictionary.teach_link import TeachLink
from shopdesk.ui.plain import one_line
from shopdesk.ui.theme import tokens


class LabelSection(QWidget):
    """``quadrant_chosen`` tells a ``Quadrant`` value, ``rule_wanted`` that the hand is to be forgotten,
    ``term_named(term, kind)`` what a term is: ``competitor``, ``own`` or empty for "not a brand"; ``teach_wanted``
    that a name of the word is to become an entry.
    """

    quadrant_chosen = Signal(str)
    rule_wanted = Signal()
    term_named = Signal(str, str)
    teach_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Label | None = None
        self.quadrant = QComboBox()
        self.quadrant.activated.connect(lambda place: self.quadrant_chosen.emit(self.quadrant.itemData(place)))
        self._who = ElidedLabel()
        self._who.setProperty("role", "caption")
        self._who.setTextFormat(Qt.TextFormat.PlainText)
        self._who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._reason = label("", "secondary", wrap=True)
        self._back = LinkButton()
        self._back.clicked.connect(self.rule_wanted)
        self.teach = TeachLink()
        self.teach.clicked.connect(self.teach_wanted)
        self._question = label("", "warn", wrap=True)
        self._is_rival, self._is_own, self._is_none = LinkButton(), LinkButton(), LinkButton()
        for verb, kind in ((self._is_rival, "competitor"), (self._is_own, "own"), (self._is_none, "")):
            verb.clicked.connect(lambda _checked=False, kind=kind: self.term_named.emit(self._term(), kind))
        self._lay_out()

    def show_label(self, found: Label) -> None:
        """Show the label of a word."""
        self._found = found
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._write()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.quadrant)
        row.addWidget(self._who, 1)
        column.addLayout(row)
        column.addWidget(self._reason)
        links = QHBoxLayout()
        links.addWidget(self._back)
        links.addWidget(self.teach)
        links.addStretch(1)
        column.addLayout(links)
        column.addWidget(self._question)
        verbs = QHBoxLayout()
        for verb in (self._is_rival, self._is_own, self._is_none):
            verbs.addWidget(verb)
        verbs.addStretch(1)
        column.addLayout(verbs)

    def _write(self) -> None:
        found = self._found
        self.quadrant.setAccessibleName(self.tr("Quadrant"))
        self._back.setText(self.tr("Back to the rule"))
        self._is_rival.setText(self.tr("A competitor"))
        self._is_own.setText(self.tr("Own brand"))
        self._is_none.setText(self.tr("Not a brand"))
        if found is None:
            return
        self.quadrant.blockSignals(True)
        self.quadrant.clear()
        for quadrant in Quadrant:
            swatch = QPixmap(10, 10)
            swatch.fill(QColor(wording.quadrant_colour(quadrant, tokens())))
            self.quadrant.addItem(QIcon(swatch), wording.quadrant_name(quadrant), quadrant.value)
        self.quadrant.setCurrentIndex(list(Quadrant).index(found.quadrant))
        self.quadrant.blockSignals(False)
        self._who.setText(wording.who(found))
        self._who.setToolTip(wording.who(found))
        self._reason.setText(one_line(wording.long_reason(found)))
        self._back.setVisible(found.source is LabelSource.HAND)
        term = self._term()
        self._question.setText(self.tr("Is “{term}” a brand?").format(term=one_line(term)))
        for widget in (self._question, self._is_rival, self._is_own, self._is_none):
            widget.setVisible(bool(term))

    def _term(self) -> str:
        found = self._found
        if found is None or not found.needs_review:
            return ""
        return str(found.values.get("unknown") or found.values.get("term", ""))

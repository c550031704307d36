"""The prohibited words as a table: every edit counts at once and can be undone."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.app.changes import Change, Together
from shopdesk.app.titles.documents import OWN_TERMS, OwnTerm, forget_own_term, set_own_term
from shopdesk.app.titles.lexicon import ad_list, contexts, shipped_terms
from shopdesk.domain.titles.terms import AdTerm, Level
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import Choice, Column, EditBatch, GridFrame, GridPanel, Kind
from shopdesk.ui.keywords.titles import wording
from shopdesk.ui.plain import plain_tip

SEPARATORS: Final = re.compile(r"[、,，;；|]")
MOST_NAMED: Final = 40
"""Signs of the added words in the name of the step."""


class TermsDialog(QDialog):
    """Shipped and own words together; the level, harmless phrases and replacement of each can be changed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.resize(1080, 600)
        self.new_term = QLineEdit()
        self.new_term.setMaxLength(2000)
        self.add, self.give_back, self.close_button = button(), button(), button(primary=True)
        self.intro = label("", "secondary", wrap=True)
        self.grid = GridPanel(_columns(), title=lambda: self.tr("Words"), small=True, parent=self)
        self._lay_out()
        self.add.clicked.connect(self.add_term)
        self.new_term.returnPressed.connect(self.add_term)
        self.give_back.clicked.connect(self.give_back_chosen)
        self.close_button.clicked.connect(self.accept)
        self.grid.edited.connect(self._edited)
        context.changed.connect(self._note_change)
        context.workspace_replaced.connect(self.reject)
        self._write()
        self._fill()

    def add_term(self) -> None:
        """Add the typed words, parted by commas, as prohibited; those of the list already stay as they are."""
        known = {one.term for one in self._terms()}
        changes = [set_own_term(term, Level.BLOCK) for term in SEPARATORS.split(self.new_term.text())]
        fresh = [change for change in changes if not change.is_empty and change.edits[0].key[0] not in known]
        if fresh:
            terms = formats.listed(str(change.edits[0].key[0]) for change in fresh)
            name = self.tr("Add “{term}” to the prohibited words").format(term=terms[:MOST_NAMED])
            self._context.push(Together(tuple(fresh)), name)
        self.new_term.clear()
        last = next((change for change in reversed(changes) if not change.is_empty), None)
        if last is not None:
            self.grid.view.reveal(last.edits[0].key[0], "term")

    def give_back_chosen(self) -> None:
        """Take back what the shop has said of the selected words: own ones go, shipped ones are as delivered."""
        own = self._own()
        keys = [str(key) for key in self.grid.view.selected_keys() if str(key) in own]
        if keys:
            self._context.push(
                Together(tuple(forget_own_term(key) for key in keys)), self.tr("Take back changes to prohibited words")
            )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
        super().changeEvent(event)

    def _own(self) -> dict[str, OwnTerm]:
        workspace = self._context.workspace
        return {row.term: row for row in workspace.rows(OWN_TERMS).values()} if workspace is not None else {}

    def _terms(self) -> tuple[AdTerm, ...]:
        return ad_list(self._own().values()).terms

    def _fill(self) -> None:
        listed = ad_list(self._own().values())
        terms = sorted(listed.terms, key=lambda term: not term.own)
        groups = listed.groups
        shipped = {term.term for term in shipped_terms()}
        self.grid.set_frame(
            GridFrame(
                {
                    "term": [term.term for term in terms],
                    "level": [term.level.value for term in terms],
                    "ok_in": [" | ".join(term.ok_in) for term in terms],
                    "instead": [term.instead for term in terms],
                    "rule": [wording.rule(groups[term.group]) for term in terms],
                    "source": [_source(term, shipped) for term in terms],
                },
                keys=[term.term for term in terms],
            )
        )

    def _edited(self, batch: EditBatch) -> None:
        terms = {term.term: term for term in self._terms()}
        shipped = {term.term for term in shipped_terms()}
        news: dict[str, dict[str, str]] = {}
        for cell in batch:
            news.setdefault(str(cell.key), {})[cell.column] = str(cell.new or "")
        changes: list[Change] = []
        for key, values in news.items():
            term = terms.get(key)
            if term is None:
                continue
            changes.append(
                set_own_term(
                    term.term,
                    Level(values.get("level", term.level.value)),
                    ok_in=contexts(values["ok_in"]) if "ok_in" in values else term.ok_in,
                    instead=values.get("instead", term.instead),
                    is_shipped=term.term in shipped,
                )
            )
        self._context.push(Together(tuple(changes)), batch.name)

    def _note_change(self, names: frozenset[str]) -> None:
        if OWN_TERMS.name in names:
            self._fill()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.new_term, 1)
        row.addWidget(self.add)
        row.addWidget(self.give_back)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.intro)
        column.addWidget(self.grid, 1)
        column.addLayout(row)

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Prohibited words"))
        self.intro.setText(
            self.tr(
                "The list is a starting point, not legal advice: rules marked “please check” were not compared with "
                "the text of the law. Harmless phrases: ~ is the word itself (~代 for 第一代), * up to four signs, "
                "# a number, @ anywhere in the title; part them by |."
            )
        )
        self.new_term.setPlaceholderText(self.tr("More prohibited words, parted by commas"))
        self.new_term.setAccessibleName(self.tr("More prohibited words, parted by commas"))
        self.add.setText(self.tr("Add word"))
        self.give_back.setText(self.tr("Take back own changes"))
        self.close_button.setText(self.tr("Close"))


def level_choices() -> list[Choice]:
    """Return the levels of a term."""
    return [
        Choice(Level.BLOCK.value, lambda: wording.level_name(Level.BLOCK)),
        Choice(Level.WARN.value, lambda: wording.level_name(Level.WARN)),
        Choice(Level.SILENT.value, lambda: wording.level_name(Level.SILENT)),
    ]


def _source(term: AdTerm, shipped: set[str]) -> str:
    if not term.own:
        return QCoreApplication.translate("Titles", "delivered")
    if term.term in shipped:
        return QCoreApplication.translate("Titles", "delivered, changed")
    return QCoreApplication.translate("Titles", "own")


def _columns() -> tuple[Column, ...]:
    return (
        Column(name="term", title=lambda: QCoreApplication.translate("Titles", "Word"), width=120, emphasis=True),
        Column(
            name="level",
            title=lambda: QCoreApplication.translate("Titles", "Level"),
            kind=Kind.CHOICE,
            width=96,
            editable=True,
            choices=level_choices,
        ),
        Column(
            name="ok_in",
            title=lambda: QCoreApplication.translate("Titles", "Harmless in"),
            width=220,
            grow=3,
            editable=True,
            tooltip=lambda row: plain_tip(str(row["ok_in"] or "")),
        ),
        Column(
            name="instead",
            title=lambda: QCoreApplication.translate("Titles", "Say instead"),
            width=110,
            grow=1,
            editable=True,
        ),
        Column(
            name="rule",
            title=lambda: QCoreApplication.translate("Titles", "Rule"),
            width=220,
            grow=3,
            tooltip=lambda row: plain_tip(str(row["rule"] or "")),
        ),
        Column(name="source", title=lambda: QCoreApplication.translate("Titles", "Source"), width=110),
    )

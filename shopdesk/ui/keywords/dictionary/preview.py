"""What a pasted or imported table would bring to the dictionaries, row by row, before any of it is stored."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from shopdesk.app.keywords.dictionary_file import Proposed, Reading
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.grid.columns import Column, Kind, Row
from shopdesk.ui.grid.edits import EditBatch
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.keywords.dictionary import wording
from shopdesk.ui.keywords.dictionary.columns import BETWEEN
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import tokens

MOST_LISTED = 500
_LIST_PX = 96


class PreviewDialog(QDialog):
    """``chosen`` are the ticked entries; what can't be stored stays without a tick, with its reason."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._taken = {one.entry.term for one in reading.proposed if one.fault is None}
        self.resize(960, 560)
        self.intro = label("", "secondary", wrap=True)
        self.grid = GridPanel(_columns(), title=lambda: self.tr("Entries"), small=True)
        self.issues_title = label("", "caption")
        self.issues = QListWidget()
        self.issues.setFixedHeight(_LIST_PX)
        self.take_button, self.cancel = button(primary=True), button()
        self._lay_out()
        self.grid.edited.connect(self._edited)
        self.take_button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._fill()
        self._write()

    def chosen(self) -> list[DictionaryTerm]:
        """Return the ticked entries."""
        return [one.entry for one in self._reading.proposed if one.entry.term in self._taken]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.intro)
        column.addWidget(self.grid, 1)
        column.addWidget(self.issues_title)
        column.addWidget(self.issues)
        column.addLayout(row)

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Entries for the dictionaries"))
        proposed, issues = self._reading.proposed, self._reading.issues
        if proposed:
            self.intro.setText(
                self.tr("Untick what you don't want. Everything taken goes in as one step that can be undone.")
            )
        else:
            self.intro.setText(
                self.tr("There is nothing new: every name stands in the dictionaries already, or no row has a name.")
            )
        self.cancel.setText(self.tr("Cancel"))
        self.issues_title.setText(
            self.tr("{count} {count:row|rows} read otherwise than they stand:").format(count=formats.full(len(issues)))
        )
        for widget in (self.issues_title, self.issues):
            widget.setVisible(bool(issues))
        self.issues.clear()
        for sheet, issue in issues[:MOST_LISTED]:
            place = self.tr("{sheet}, row {row}") if sheet else self.tr("Row {row}")
            where = place.format(sheet=sheet, row=formats.full(issue.row))
            self.issues.addItem(f"{where}: {wording.row_issue(issue)}")
        if len(issues) > MOST_LISTED:
            self.issues.addItem(self.tr("and {count} more").format(count=formats.full(len(issues) - MOST_LISTED)))
        self._write_verb()

    def _write_verb(self) -> None:
        count = len(self._taken)
        self.take_button.setText(self.tr("Take {count} {count:entry|entries}").format(count=formats.full(count)))
        self.take_button.setEnabled(count > 0)

    def _fill(self) -> None:
        data: dict[str, list[Any]] = {name: [] for name in ("take", "term", "kind", "aliases", "what", "can")}
        for one in self._reading.proposed:
            data["take"].append(one.entry.term in self._taken)
            data["term"].append(one.entry.term)
            data["kind"].append(wording.kind_name(one.entry.kind))
            data["aliases"].append(BETWEEN.join(one.entry.aliases))
            data["what"].append(_what(one))
            data["can"].append(one.fault is None)
        self.grid.set_frame(GridFrame(data, keys=[one.entry.term for one in self._reading.proposed]))

    def _edited(self, batch: EditBatch) -> None:
        for cell in batch:
            if cell.new:
                self._taken.add(str(cell.key))
            else:
                self._taken.discard(str(cell.key))
        self._fill()
        self._write_verb()


def _what(one: Proposed) -> str:
    if one.fault is not None:
        return wording.fault(one.fault)
    if one.before is None:
        return QCoreApplication.translate("KeywordDictionary", "new")
    fresh = [text for text in one.entry.spellings if text not in one.before.spellings]
    if fresh:
        return QCoreApplication.translate("KeywordDictionary", "there already; adds {spellings}").format(
            spellings=formats.listed(fresh)
        )
    return QCoreApplication.translate("KeywordDictionary", "there already; changes its marks or note")


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            name="take",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Take"),
            kind=Kind.BOOL,
            width=56,
            editable=True,
            editable_if=lambda row: bool(row["can"]),
        ),
        Column(
            name="term",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Name"),
            width=140,
            grow=1,
            emphasis=True,
            tooltip=lambda row: plain_tip(str(row["term"] or "")),
        ),
        Column(name="kind", title=lambda: QCoreApplication.translate("KeywordDictionary", "What it is"), width=104),
        Column(
            name="aliases",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Spellings"),
            width=180,
            grow=2,
            tooltip=lambda row: plain_tip(str(row["aliases"] or "")),
        ),
        Column(
            name="what",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "What it brings"),
            width=260,
            grow=3,
            color=_ink,
            tooltip=lambda row: plain_tip(str(row["what"] or "")),
        ),
    )


def _ink(row: Row) -> str | None:
    return None if row["can"] else tokens().warn_text

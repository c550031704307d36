"""“Worth a look”: questions answered in place, and what is skipped and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from shopdesk.ui import formats, icons
from shopdesk.ui.cards import Card, LinkButton, button, label, rule
from shopdesk.ui.importing import wording
from shopdesk.ui.importing.questions import ColumnQuestion, answered, column_questions
from shopdesk.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from shopdesk.app.importing.model import Recognition, Role
    from shopdesk.app.services import Prepared, ReportKind
    from shopdesk.domain.issues import Issue

MOST_NOTES = 40


class NotesPanel(Card):
    """Notes of the selected sheet first, then those of the others."""

    days_given = Signal(object, object)  # first and last day of a sheet without a date column
    save_rejected = Signal()
    column_answered = Signal(object)  # Recognition of the selected sheet with one more column named

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("x", padding=0, parent=parent)
        self._link = LinkButton()
        self._link.clicked.connect(self.save_rejected)
        self.add_action(self._link)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self.body.addWidget(self._area)
        self._kept: set[tuple[str, str]] = set()  # columns that stay under their own name: not asked again
        self._kinds: Mapping[str, ReportKind] = {}
        self._state: tuple[Prepared | None, Sequence[Prepared], Callable[[Issue], str]] | None = None
        self.show_texts()

    def set_kinds(self, kinds: Mapping[str, ReportKind]) -> None:
        """Take the report kinds, for what an unknown column may be."""
        self._kinds = kinds

    def set_sheets(self, selected: Prepared | None, sheets: Sequence[Prepared], word: Callable[[Issue], str]) -> None:
        """Show the notes of these sheets."""
        self._state = (selected, sheets, word)
        self._fill()

    def show_texts(self) -> None:
        """Write all texts in the language in force."""
        self.set_title(self.tr("Worth a look"))
        self._link.setText(self.tr("Save refused rows…"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_area"):
            self.show_texts()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_area"):
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        selected, sheets, word = self._state or (None, (), lambda issue: issue.code)
        rejected = [s.conversion.rejected for s in sheets if s.conversion is not None]
        self._link.setVisible(any(rows is not None and rows.num_rows for rows in rejected))
        if selected is not None:
            self._ask(column, selected)
        ordered = [s for s in (selected,) if s is not None] + [s for s in sheets if s is not selected]
        notes = [note for sheet in ordered for note in wording.notes(sheet, word)][:MOST_NOTES]
        for note in notes:
            self._add(column, note)
        if column.count() == 0:
            column.addWidget(
                label(self.tr("Nothing to decide: every file was read and recognised."), "secondary", wrap=True)
            )
        column.addStretch(1)
        self._area.setWidget(content)

    def _ask(self, column: QVBoxLayout, sheet: Prepared) -> None:
        recognition = sheet.recognition
        if sheet.sheet is None or recognition is None:
            return
        if not recognition.kind:
            text = self.tr("Choose above the preview what this table is; then say for each column what it holds.")
            self._add(
                column, wording.Note("question", self.tr("What is “{file}”?").format(file=sheet.source.label), text)
            )
        elif recognition.needs_date:
            text = self.tr("It has no date column. Its figures are kept as the total of the days that you give.")
            title = self.tr("Which days is “{file}” of?").format(file=sheet.source.label)
            holder = self._add(column, wording.Note("question", title, text))
            self._ask_days(holder, sheet)
        else:
            for question in column_questions(sheet, self._kinds.get(recognition.kind)):
                if (sheet.source.label, question.header) not in self._kept:
                    self._ask_column(column, sheet, recognition, question)

    def _ask_column(
        self, column: QVBoxLayout, sheet: Prepared, recognition: Recognition, question: ColumnQuestion
    ) -> None:
        title = self.tr("What is column {letter} “{header}”?").format(letter=question.letter, header=question.header)
        facts = self.tr("{count} {count:value|values}, {low} – {high}").format(
            count=formats.full(question.count),
            low=formats.full(question.low, decimals=2),
            high=formats.full(question.high, decimals=2),
        )
        holder = self._add(column, wording.Note("question", title, facts))
        row = QHBoxLayout()
        row.setSpacing(6)
        for target in question.options:
            name = target.zh if wording.is_chinese() else target.en
            choice = button(self.tr("It is: {name}").format(name=name), small=True)
            named = answered(recognition, question.position, target.role, target.target)
            choice.clicked.connect(lambda _=False, r=named: self.column_answered.emit(r))
            row.addWidget(choice)
        keep = button(self.tr("Keep its name"), small=True)
        keep.setToolTip(self.tr("It goes in as a figure of its own, under the name that it has in the file."))
        keep.clicked.connect(lambda: self._keep(sheet, question, recognition))
        leave = button(self.tr("Leave out"), small=True)
        ignored = answered(recognition, question.position, _ignored(), "")
        leave.clicked.connect(lambda: self.column_answered.emit(ignored))
        row.addWidget(keep)
        row.addWidget(leave)
        row.addStretch(1)
        holder.addLayout(row)

    def _keep(self, sheet: Prepared, question: ColumnQuestion, recognition: Recognition) -> None:
        self._kept.add((sheet.source.label, question.header))
        self.column_answered.emit(recognition)

    def _ask_days(self, column: QVBoxLayout, sheet: Prepared) -> None:
        given = sheet.recognition.date_from_name if sheet.recognition else None
        row = QHBoxLayout()
        edits = []
        for place, name in enumerate((self.tr("First day"), self.tr("Last day"))):
            edit = QDateEdit()
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setProperty("small", True)
            edit.setAccessibleName(name)
            day = given[place] if given else None
            edit.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate().addDays(-1))
            row.addWidget(edit)
            edits.append(edit)
        use = button(self.tr("Use"), small=True)
        use.clicked.connect(lambda: self.days_given.emit(edits[0].date().toPython(), edits[1].date().toPython()))
        row.addWidget(use)
        row.addStretch(1)
        column.addLayout(row)

    def _add(self, column: QVBoxLayout, note: wording.Note) -> QVBoxLayout:
        t = tokens()
        color = {"check": t.secondary, "warning": t.warn_text, "question": t.accent_text, "error": t.up_text}[note.mark]
        if column.count():
            column.addWidget(rule())
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = QLabel()
        mark.setFixedWidth(18)
        mark.setPixmap(icons.pixmap(note.mark, 16, color, ratio=self.devicePixelRatioF()))
        mark.setContentsMargins(0, 2, 0, 0)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(note.title, wrap=True))
        texts.addWidget(label(note.text, "caption", wrap=True))
        if note.places:
            self._add_places(texts, note.places)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        column.addLayout(row)
        return texts

    def _add_places(self, texts: QVBoxLayout, places: Sequence[str]) -> None:
        more = LinkButton(self.tr("Show the places"))
        more.setCheckable(True)
        listed = label("\n".join(places), "caption", wrap=True)
        listed.hide()
        more.toggled.connect(listed.setVisible)
        texts.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)  # its widest size must not bind the texts
        texts.addWidget(listed)


def _ignored() -> Role:
    from shopdesk.app.importing.model import Role

    return Role.IGNORED

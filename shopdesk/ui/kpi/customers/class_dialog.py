"""The words of one RFM class in a dialog: what the shop calls it, and what it does with such buyers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from shopdesk.app.kpi.class_names import ClassWords
from shopdesk.app.kpi.customers import rfm_classes
from shopdesk.domain.kpi.customers.rfm import RfmClass
from shopdesk.ui.cards import label
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.kpi.customers import words

LONGEST_NAME: Final = 24
LONGEST_ADVICE: Final = 120


class ClassDialog(DialogShell):
    """Edits a copy; ``row()`` gives it back. An empty field takes the shipped words, which stand in it in grey."""

    def __init__(
        self, row: ClassWords, *, classes: Mapping[str, RfmClass], parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._row = row
        self._taken = {name for key, one in classes.items() if key != row.key for name in (one.zh, one.en)}
        shipped = {one.key: one for one in rfm_classes()}
        self.setWindowTitle(self.tr("Name and advice"))
        self.setMinimumWidth(460)
        self.column.addWidget(label(words.class_rule(row.key), "secondary", wrap=True))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self.name, self.advice = QLineEdit(row.name), QLineEdit(row.advice)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(words.class_name(row.key, shipped))
        self.advice.setMaxLength(LONGEST_ADVICE)
        self.advice.setPlaceholderText(words.class_advice(row.key, shipped))
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("What to do"), self.advice)
        self.column.addLayout(form)
        self.problem = label("", "warn", wrap=True)
        self.column.addWidget(self.problem)
        hint = self.tr(
            "The shipped words are general knowledge: check whether they fit your shop. A field left empty takes them. "
            "Which buyers belong to the class stays the same."
        )
        self.column.addWidget(label(hint, "caption", wrap=True))
        buttons, self.store = self.add_answers(self.tr("Store"), self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        self.name.textChanged.connect(self._check)
        self._check()

    def row(self) -> ClassWords:
        """Return the words as edited."""
        name, advice = (" ".join(field.text().split()) for field in (self.name, self.advice))
        return ClassWords(self._row.key, name, advice)

    def _check(self) -> None:
        is_taken = self.row().name in self._taken
        self.problem.setText(self.tr("Another class is called so.") if is_taken else "")
        self.problem.setVisible(is_taken)
        self.store.setEnabled(not is_taken)

"""The words of one RFM class in a dialog: what the shop calls it, and what it does with such buyers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from shopdesk.app.kpi.class_names import ClassWords
from shopdesk.app.kpi.customers import rfm_classes
from shopdesk.domain.kpi.customers.rfm import RfmClass
from shopdesk.ui.cards import button, label
from shopdesk.ui.kpi.customers import words
from shopdesk.ui.tokens import MARGIN_PX

LONGEST_NAME: Final = 24
LONGEST_ADVICE: Final = 120


class ClassDialog(QDialog):
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
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(12)
        column.addWidget(label(words.class_rule(row.key), "secondary", wrap=True))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self.name, self.advice = QLineEdit(row.name), QLineEdit(row.advice)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(words.class_name(row.key, shipped))
        self.advice.setMaxLength(LONGEST_ADVICE)
        self.advice.setPlaceholderText(words.class_advice(row.key, shipped))
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("What to do"), self.advice)
        column.addLayout(form)
        self.problem = label("", "warn", wrap=True)
        column.addWidget(self.problem)
        hint = self.tr(
            "The shipped words are general knowledge: check whether they fit your shop. A field left empty takes them. "
            "Which buyers belong to the class stays the same."
        )
        column.addWidget(label(hint, "caption", wrap=True))
        buttons = QDialogButtonBox()
        self.store = button(self.tr("Store"), primary=True)
        buttons.addButton(self.store, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
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

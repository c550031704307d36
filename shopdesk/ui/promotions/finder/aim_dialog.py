"""目标: by what candidates are judged; kept as the shop's, for the search too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shopdesk.app.promotions.aims import LadderAim, ladder_aim, set_aim
from shopdesk.ui.cards import label
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.promotions.finder.aim_fields import AimFields

_WIDTH_PX = 480


class AimDialog(DialogShell):
    """Keeps what is chosen as one undoable step."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._aim = ladder_aim(context.workspace) if context.workspace is not None else LadderAim()
        self.setWindowTitle(self.tr("What an offer shall bring"))
        self.setMinimumWidth(_WIDTH_PX)
        self.fields = AimFields(self._aim)
        self.column.addWidget(self.fields, 0, Qt.AlignmentFlag.AlignLeft)
        note = self.tr(
            "Candidates are judged by this, and the search looks for it. A candidate that keeps the margin in less "
            "than nine of ten draws is advised against. Margins need costs."
        )
        self.column.addWidget(label(note, "caption", wrap=True))
        buttons, self.accept_button = self.add_answers(self.tr("Judge by it"), self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        context.workspace_replaced.connect(self.reject)

    def accept(self) -> None:
        """Keep what is chosen where it differs."""
        aim = self.fields.aim()
        if aim != self._aim:
            self._context.push(set_aim(aim), self.tr("What an offer shall bring"))
        super().accept()

"""What to do about one word: the advice with what stands behind it, and what was decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.keywords.decisions import WordDecision
from shopdesk.domain.keywords.library import Library
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, label, restyle
from shopdesk.ui.grid.columns import Row
from shopdesk.ui.keywords import advice_wording, wording
from shopdesk.ui.keywords.words.wording import decided_text
from shopdesk.ui.plain import plain_tip


class AdviceSection(QWidget):
    """``back_wanted`` asks to forget the decision."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label()
        self._verb, self._money = label("", "up"), label("", "caption", wrap=True)
        self._reason = label("", "secondary", wrap=True)
        self._decided = label("", "", wrap=True)
        self._back = LinkButton()
        self._back.clicked.connect(self.back_wanted)
        row = QHBoxLayout()
        row.addWidget(self._title)
        row.addWidget(self._verb)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        for widget in (self._money, self._reason, self._decided, self._back):
            column.addWidget(widget)

    def show_advice(self, row: Row, library: Library, *, decided: WordDecision | None) -> None:
        """Show advice and decision of a row of the table."""
        text, direction = advice_wording.marked(row)
        self._title.setText(self.tr("Advice"))
        self._verb.setText(text)
        self._verb.setProperty("role", "up" if direction > 0 else "down" if direction < 0 else "")
        restyle(self._verb)
        money = advice_wording.money(row)
        self._money.setText(
            self.tr("About {money} yuan in 28 days ({low} … {high}); pays with {chance} % chance").format(
                money=money,
                low=formats.signed(row["advice_money_low"]),
                high=formats.signed(row["advice_money_high"]),
                chance=wording.chance(row["advice_chance"]),
            )
            if row["advice_money"] is not None
            else ""
        )
        self._money.setVisible(row["advice_money"] is not None)
        self._reason.setText(advice_wording.reason(row))
        tip = plain_tip(advice_wording.behind(row, left_out=library.left_out, assumed=library.assumed))
        for widget in (self._verb, self._money, self._reason):
            widget.setToolTip(tip)
        self._decided.setText(decided_text(decided) if decided is not None else "")
        self._decided.setVisible(decided is not None)
        self._back.setText(self.tr("Take back"))
        self._back.setVisible(decided is not None)

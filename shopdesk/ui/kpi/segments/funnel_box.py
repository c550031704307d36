"""The funnel with its verbs and its table twin, for the shop or one segment of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.domain.kpi.segments.funnel import Step
from shopdesk.ui.cards import label
from shopdesk.ui.charts.chart_actions import ChartActions
from shopdesk.ui.charts.funnel import Funnel, FunnelStep
from shopdesk.ui.kpi.segments.wording import chance_text
from shopdesk.ui.kpi.wording import part_name


class FunnelBox(QWidget):
    """Title above the funnel, what it rests on below; the owner places ``verbs``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._name = self._before_name = ""
        self.title = label("", "title")
        self.verbs = ChartActions()
        self.verbs.table.setCheckable(False)
        self.funnel = Funnel()
        self.note = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.funnel, 1)
        column.addWidget(self.note)
        self.verbs.table_clicked.connect(self.funnel.show_table)
        self.verbs.png_clicked.connect(self.funnel.save_picture)
        self.verbs.copy_clicked.connect(self.funnel.copy_picture)

    def show_steps(self, steps: tuple[Step, ...], *, name: str, before_name: str, note: str) -> None:
        """Show the funnel of ``name`` beside that of the compared period."""
        self._steps, self._name, self._before_name = steps, name, before_name
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.title.setText(self.tr("Funnel: {name}").format(name=self._name))
        self.funnel.set_name(self.title.text())
        self.funnel.set_steps(
            [
                FunnelStep(
                    part_name(one.part), one.count, one.before, one.rate, one.rate_before, chance_text(one.chance)
                )
                for one in self._steps
            ],
            before_name=self._before_name,
        )

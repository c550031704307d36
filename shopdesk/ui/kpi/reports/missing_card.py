"""Beside the preview: what is missing for a full report, with the way to import it, and what the report rests on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from shopdesk.app.kpi.reports.model import Report
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, button, label

WIDTH_PX = 264


class MissingCard(Card):
    """One line a missing source; ``import_wanted`` when the user wants to bring it in."""

    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(WIDTH_PX)
        self._report: Report | None = None
        self._pages = 0
        self._lines: list[QLabel] = []
        self.facts = label("", "secondary", wrap=True)
        self.load = button()
        self.load.clicked.connect(self.import_wanted)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("scrolled")  # shows the card through
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        area.setWidget(inner)
        self.body.addWidget(self.facts)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.load)
        self._write()

    def show_report(self, report: Report | None, pages: int) -> None:
        """Show what a report lacks."""
        self._report, self._pages = report, pages
        self._write()

    def texts(self) -> tuple[str, ...]:
        """Return the lines shown."""
        return tuple(line.text() for line in self._lines)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        self.load.setText(self.tr("Import files…"))
        report = self._report
        missing = report.missing if report is not None else ()
        self.set_title(self.tr("Missing data ({count})").format(count=len(missing)) if missing else self.tr("Data"))
        for old in self._lines:
            self._column.removeWidget(old)
            old.deleteLater()
        self._lines = [label(one.text, "", wrap=True) for one in missing]
        if report is not None and not missing:
            self._lines = [label(self.tr("Nothing is missing for this report."), "secondary", wrap=True)]
        for place, line in enumerate(self._lines):
            self._column.insertWidget(place, line)
        self.load.setVisible(bool(missing))
        if report is None:
            self.facts.setText("")
            return
        pages = self.tr("{count} {count:page|pages}").format(count=formats.full(self._pages))
        self.facts.setText(f"{report.when}\n{report.as_of}\n{pages}")

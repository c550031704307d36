"""The status bar: which shop, how far its data goes, when it was saved; the selection's sum; the work under way."""

from __future__ import annotations

import math
import time
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from shopdesk.ui import formats
from shopdesk.ui.cards import label, rule
from shopdesk.ui.job_runner import JobRunner, Running

HINT_AFTER_S: Final = 0.5
BAR_AFTER_S: Final = 2.0
MESSAGE_MS: Final = 8000


class JobBar(QWidget):
    """Says what is being done: nothing before 0.5 s, words then, from 2 s on a bar with Cancel."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.text = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.cancel = QPushButton()
        self.cancel.setProperty("small", True)
        self.cancel.clicked.connect(self._cancel)
        for widget in (self.text, self.bar, self.cancel):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self.show_state)
        jobs.jobs_changed.connect(self._follow)
        jobs.progressed.connect(self.show_state)
        self.show_texts()
        self.show_state()

    def show_texts(self) -> None:
        """Write the button in the language in force."""
        self.cancel.setText(self.tr("Cancel"))

    def show_state(self) -> None:
        """Show the oldest job as long as it has been running."""
        job = self._oldest()
        age = time.monotonic() - job.started if job else 0.0
        self.text.setVisible(job is not None and age >= HINT_AFTER_S)
        for widget in (self.bar, self.cancel):
            widget.setVisible(job is not None and age >= BAR_AFTER_S)
        if job is None:
            return
        note = f" · {job.note}" if job.note else ""
        more = len(self._jobs.running()) - 1
        others = " " + self.tr("(+{count})").format(count=more) if more else ""
        self.text.setText(f"{job.name}{note}{others}")
        if job.share is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(job.share * 1000))

    def _oldest(self) -> Running | None:
        running = self._jobs.running()
        return running[0] if running else None

    def _follow(self) -> None:
        if self._jobs.is_idle():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.show_state()

    def _cancel(self) -> None:
        job = self._oldest()
        if job:
            self._jobs.cancel(job.number)


class ShopStatusBar(QStatusBar):
    """Left: shop, data until, saved, message. Right: selection, job, offline."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(26)
        self.setContentsMargins(12, 0, 12, 0)
        self._shop, self._until, self._saved = "", "", ""
        self.shop = label()
        self.until = label()
        self.saved = label()
        self.note = label()
        self.selection = label()
        self.job = JobBar(jobs)
        self.offline = label()
        self._rules: list[tuple[QLabel, QFrame]] = []
        for widget in (self.shop, self.until, self.saved, self.note):
            self.addWidget(widget)
            line = rule(vertical=True)
            self._rules.append((widget, line))
            self.addWidget(line)
        for permanent in (self.selection, self.job, self.offline):
            self.addPermanentWidget(permanent)
        self._note_timer = QTimer(self)
        self._note_timer.setSingleShot(True)
        self._note_timer.timeout.connect(lambda: self.say(""))
        self.show_texts()

    def set_state(self, *, shop: str, until: str, saved: str) -> None:
        """Set shop name, last day with data and time of the last commit; empty texts are left out."""
        self._shop, self._until, self._saved = shop, until, saved
        self.show_texts()

    def say(self, text: str) -> None:
        """Show one plain sentence for some seconds."""
        self.note.setText(text)
        self.note.setToolTip(text)
        if text:
            self._note_timer.start(MESSAGE_MS)
        self._show_rules()

    def show_selection(self, stats: object) -> None:
        """Show count, sum and average of the selected cells (a ``SelectionStats`` of the grid, or numbers)."""
        if isinstance(stats, tuple | list):
            numbers = [float(value) for value in stats if isinstance(value, int | float) and math.isfinite(value)]
            total = math.fsum(numbers)
            self._show_sums(len(numbers), total, total / len(numbers) if numbers else None)
            return
        count = int(getattr(stats, "count", 0) or 0)
        self._show_sums(count, getattr(stats, "total", None), getattr(stats, "average", None))

    def _show_sums(self, count: int, total: float | None, average: float | None) -> None:
        if count < 2:
            self.selection.setText("")
            return
        parts = [self.tr("Count {count}").format(count=formats.full(count))]
        if total is not None:
            decimals = 0 if float(total).is_integer() else 2
            parts.append(self.tr("Sum {sum}").format(sum=formats.full(total, decimals=decimals)))
        if average is not None:
            parts.append(self.tr("Average {average}").format(average=formats.full(average, decimals=2)))
        self.selection.setText("   ".join(parts))

    def show_texts(self) -> None:
        """Write all texts in the language in force."""
        shop = self.tr("Shop: {name}").format(name=self._shop) if self._shop else self.tr("No shop is open")
        self.shop.setText(shop)
        self.until.setText(self.tr("Data until {day}").format(day=self._until) if self._until else "")
        self.saved.setText(self.tr("Saved {time}").format(time=self._saved) if self._saved else "")
        self.offline.setText(self.tr("Offline"))
        self.offline.setToolTip(self.tr("ShopDesk never uses the network"))
        self.job.show_texts()
        self._show_rules()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_texts()
        super().changeEvent(event)

    def _show_rules(self) -> None:
        for widget, line in self._rules:
            has_text = bool(widget.text())
            widget.setVisible(has_text)
            line.setVisible(has_text)

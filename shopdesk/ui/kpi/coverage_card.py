"""What is there and what is missing: reports by days, gaps, and what to import next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shopdesk.app.kpi.board import SourceFiles
from shopdesk.domain.kpi.coverage import Coverage, Covered, LostColumn
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, Chip, LinkButton, label, rule
from shopdesk.ui.kpi.wording import part_name, table_name

WIDTH_PX = 280
MAX_GAPS = 3
MAX_FILES = 6


class CoverageCard(Card):
    """Opens below its button, and is written only then: it would hold up the first picture of the board.

    ``import_wanted`` asks for the import of files.
    """

    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=0)
        self.setFixedWidth(WIDTH_PX)
        self._coverage: Coverage | None = None
        self._files: Mapping[str, SourceFiles] = {}
        self._is_written = False
        self._chip = Chip()
        self.add_action(self._chip)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area)

    def show_coverage(self, coverage: Coverage, files: Mapping[str, SourceFiles]) -> None:
        """Show what is covered, with the files behind each table."""
        self._coverage, self._files = coverage, files
        self._rewrite()

    def showEvent(self, event: QShowEvent) -> None:
        """Write what is new since it was last seen."""
        if not self._is_written:
            self._write()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._rewrite()
        super().changeEvent(event)

    def _rewrite(self) -> None:
        self._is_written = False
        if self.isVisible():
            self._write()

    def _write(self) -> None:
        self._is_written = True
        self.set_title(self.tr("Data coverage"))
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(4)
        found = self._coverage
        if found is not None:
            gaps = sum(table.missing_days for table in found.tables)
            gap_text = (
                self.tr("{count} {count:day|days} missing").format(count=formats.full(gaps))
                if gaps
                else self.tr("no gaps")
            )
            self._chip.set_state(gap_text, "warn" if gaps else "")
            for table in found.tables:
                self._add_table(column, table, found)
            if found.wanted:
                self._add_wanted(column, found.wanted)
        column.addStretch(1)
        self._area.setWidget(content)

    def _add_table(self, column: QVBoxLayout, table: Covered, found: Coverage) -> None:
        row = QHBoxLayout()
        name = label(table_name(table.table))
        span = label(self._span(table), "caption")
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(span)
        column.addLayout(row)
        name.setToolTip(self._tip(table))
        span.setToolTip(self._tip(table))
        if table.gaps:
            column.addWidget(label(self._gaps(table), "warn", wrap=True))
        for lost in table.lost:
            column.addWidget(label(_lost_text(lost), "warn", wrap=True))
        if table in found.stale() and table.last and found.last:
            days = (found.last - table.last).days
            text = self.tr("ends {count} {count:day|days} before the newest report").format(count=formats.full(days))
            column.addWidget(label(text, "caption", wrap=True))

    def _span(self, table: Covered) -> str:
        if table.first is None:
            return self.tr("{count} {count:row|rows}").format(count=formats.full(table.rows))
        if table.days == 1:
            return formats.full_day(table.first)
        return f"{table.first:%y-%m-%d} – {table.last:%y-%m-%d}"

    def _gaps(self, table: Covered) -> str:
        shown = formats.listed(formats.span(gap.start, gap.end) for gap in table.gaps[:MAX_GAPS])
        if len(table.gaps) > MAX_GAPS:
            return self.tr("missing {gaps} and {count} more").format(gaps=shown, count=len(table.gaps) - MAX_GAPS)
        return self.tr("missing {gaps}").format(gaps=shown)

    def _tip(self, table: Covered) -> str:
        lines = [self.tr("{rows} {rows:row|rows}").format(rows=formats.full(table.rows))]
        if table.first is not None:
            lines[0] += "  " + self.tr("{days} {days:day|days}").format(days=formats.full(table.days))
        files = self._files.get(table.table)
        if files:
            lines += files.names[:MAX_FILES]
            if len(files.names) > MAX_FILES:
                lines.append(
                    self.tr("and {count} more {count:file|files}").format(
                        count=formats.full(len(files.names) - MAX_FILES)
                    )
                )
        return "\n".join(lines)

    def _add_wanted(self, column: QVBoxLayout, wanted: tuple[str, ...]) -> None:
        column.addSpacing(4)
        column.addWidget(rule())
        column.addWidget(label(self.tr("Import next"), "title"))
        for name in wanted:
            column.addWidget(label(table_name(name)))
            column.addWidget(label(_use(name), "caption", wrap=True))
        link = LinkButton(self.tr("Import files…"))
        link.clicked.connect(self.import_wanted)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def _lost_text(lost: LostColumn) -> str:
    """Return which column a report lost, since when, and what it may be called now."""
    text = QCoreApplication.translate("Kpi", "column {part} missing since {day}").format(
        part=part_name(lost.part), day=formats.full_day(lost.since)
    )
    if not lost.perhaps:
        return text
    return QCoreApplication.translate(
        "Kpi", "{text}; new since then: {names}. If it was renamed, choose it when you import the file again."
    ).format(text=text, names=formats.listed(lost.perhaps))


def _use(name: str) -> str:
    """Return what a report would give."""
    uses = {
        "shop_daily": QCoreApplication.translate("Kpi", "gives visitors, conversion and all tiles by day"),
        "ad_campaign": QCoreApplication.translate("Kpi", "gives ad spend and ROI by day"),
        "ad_keyword": QCoreApplication.translate("Kpi", "gives the keyword library"),
        "orders": QCoreApplication.translate("Kpi", "gives offers, repeat buyers, order values"),
        "costs": QCoreApplication.translate("Kpi", "gives margin and break-even prices"),
        "refunds": QCoreApplication.translate("Kpi", "gives refund reasons and times"),
    }
    return uses.get(name, "")

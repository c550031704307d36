"""Lays a report out on A4 pages; the PDF and the preview draw the same pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from shopdesk.app.kpi.reports.model import (
    Absent,
    Block,
    Chart,
    Definition,
    Heads,
    Paragraph,
    Report,
    Section,
    Table,
    Tone,
    Waterfall,
)
from shopdesk.app.kpi.reports.source import ReportKind
from shopdesk.app.kpi.reports.words import Words
from shopdesk.ui.kpi.reports import ink
from shopdesk.ui.kpi.reports.boxes import Box, HeadsBox, NoticeBox, RowBox, TextBox, TitleBox
from shopdesk.ui.kpi.reports.chart_box import ChartBox, WaterfallBox
from shopdesk.ui.kpi.reports.table_box import TableBox

TOP: Final = 620
"""Where the contents of the first page begin, below its head."""
LATER_TOP: Final = 330
BOTTOM: Final = 330
SPACING: Final = 70
TIGHT: Final = 35
MOST_PAGES: Final[dict[str, int]] = {
    ReportKind.DAILY: 1,
    ReportKind.WEEKLY: 4,
    ReportKind.MONTHLY: 10,
    ReportKind.PERSONA: 4,
}
TIGHTEST: Final = 0.72
STEP: Final = 0.04
LINES_IN_BOX: Final = 6
MOST_FILES: Final = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its place on the page, in units of the (possibly narrower) layout."""

    box: Box
    place: QRectF


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a report. ``density`` below 1 draws everything smaller, so that a day fits on one page."""

    report: Report
    words: Words
    placed: tuple[tuple[Placed, ...], ...]
    density: float = 1.0

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self.placed)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page (from 0) in page units."""
        self._head(painter, page)
        painter.save()
        painter.scale(self.density, self.density)
        for one in self.placed[page]:
            one.box.draw(painter, one.place)
        painter.restore()
        self._foot(painter, page)

    def hint(self, page: int, point: QPointF) -> str:
        """Return what stands behind the figure at a point of a page (in page units), else behind the whole report."""
        inner = QPointF(point.x() / self.density, point.y() / self.density)
        found = next((one.box.behind(one.place, inner) for one in self.placed[page] if one.place.contains(inner)), None)
        if found is None:
            return "\n".join(self._source_lines())
        meant = [one for one in self.report.definitions if {one.metric, one.name} & found.metrics]
        told = [_definition_line(one, self.words) for one in meant]
        return "\n".join([*found.lines, *told, *self._source_lines()])

    def _source_lines(self) -> list[str]:
        names = list(dict.fromkeys(one.name for one in self.report.sources))
        shown = self.words.listed(names[:MOST_FILES]) + (f" … ({len(names)})" if len(names) > MOST_FILES else "")
        return [self.report.as_of, *([self.words("source_files", names=shown)] if names else [])]

    def _head(self, painter: QPainter, page: int) -> None:
        report, width = self.report, ink.PAGE_WIDTH - 2 * ink.MARGIN
        if page:
            line = QRectF(ink.MARGIN, 150, width, 120)
            ink.write(
                painter,
                line,
                f"{report.shop} · {report.title} · {report.when}",
                size=ink.SMALL,
                colour=ink.PAPER.secondary,
            )
            return
        title = QRectF(ink.MARGIN, 190, width, 230)
        ink.write(painter, title, report.title, size=200, bold=True)
        shop = ink.shortened(report.shop, 110, width * 0.5)
        ink.write(painter, title, shop, size=110, align=ink.RIGHT)
        low = QRectF(ink.MARGIN, 430, width, 130)
        ink.write(painter, low, report.when, size=100, colour=ink.PAPER.secondary)
        ink.write(painter, low, report.as_of, size=ink.BODY, colour=ink.PAPER.secondary, align=ink.RIGHT)
        ink.line(painter, QPointF(ink.MARGIN, 580), QPointF(ink.MARGIN + width, 580), ink.PAPER.border)

    def _foot(self, painter: QPainter, page: int) -> None:
        report, words, width = self.report, self.words, ink.PAGE_WIDTH - 2 * ink.MARGIN
        line = QRectF(ink.MARGIN, ink.PAGE_HEIGHT - 270, width, 120)
        made = words("made_at", when=f"{report.made_at:%Y-%m-%d %H:%M}", version=report.version)
        ink.write(painter, line, f"{report.as_of} · {made}", size=65, colour=ink.PAPER.secondary)
        number = words("page_of", page=page + 1, pages=self.count)
        ink.write(painter, line, number, size=65, colour=ink.PAPER.secondary, align=ink.RIGHT)


def lay_out(report: Report) -> Pages:
    """Return the pages of a report, drawn smaller until it keeps to the number of pages that people still read.

    A day that is still too long gives up its chart, never a number.
    """
    words = Words(report.language)
    density, placed = _fitted(_boxes(report, words), report)
    if report.kind == ReportKind.DAILY and len(placed) > 1:
        density, placed = _fitted(_boxes(report, words, charts=False), report)
    return Pages(report, words, placed, density)


def _fitted(boxes: Sequence[Box], report: Report) -> tuple[float, tuple[tuple[Placed, ...], ...]]:
    spacing = TIGHT if report.kind == ReportKind.DAILY else SPACING
    density = 1.0
    placed = _flow(boxes, density, spacing)
    while len(placed) > MOST_PAGES.get(report.kind, len(placed)) and density > TIGHTEST:
        density = round(density - STEP, 2)
        placed = _flow(boxes, density, spacing)
    return density, placed


def _boxes(report: Report, words: Words, *, charts: bool = True) -> list[Box]:
    short = report.kind == ReportKind.DAILY
    boxes: list[Box] = []
    for section in report.sections:
        if not charts and all(isinstance(block, Chart) for block in section.blocks):
            continue
        own = _section_boxes(section, words, short=short)
        if own:
            boxes += [TitleBox(section.title), *own]
    missing = _missing_boxes(report, words)
    if short:  # what is missing is said before anything is read
        return [*missing, *boxes]
    return [*boxes, *missing, *_definition_boxes(report, words)]


def _missing_boxes(report: Report, words: Words) -> list[Box]:
    if not report.missing:
        return []
    lines = "\n".join(f"• {one.text}" for one in report.missing)
    return [TextBox(f"{words('missing')}\n{lines}", Tone.ODD if report.kind == ReportKind.DAILY else Tone.UNKNOWN)]


def _section_boxes(section: Section, words: Words, *, short: bool) -> list[Box]:
    boxes: list[Box] = []
    charts: list[Box] = []
    for block in section.blocks:
        if isinstance(block, Chart) and not short:
            charts.append(ChartBox(block, words))
            if len(charts) == 2:
                boxes.append(RowBox(charts, 2))
                charts = []
            continue
        if short and isinstance(block, Absent) and len(section.blocks) > 1:
            continue  # the head of the page says it
        boxes += _block_boxes(block, words, section, short=short)
    return [*boxes, *charts]


def _block_boxes(block: Block, words: Words, section: Section, *, short: bool) -> list[Box]:
    match block:
        case Heads():
            return [HeadsBox(block.figures, words)]
        case Table():
            title = [TitleBox(block.title, small=True)] if block.title != section.title else []
            return [*title, TableBox(block, words)] if block.pages else []
        case Chart():
            return [ChartBox(block, words, short=short)]
        case Waterfall():
            return [WaterfallBox(block, words)]
        case Paragraph():
            return [TextBox(block.text, block.tone)]
        case Absent():
            return [NoticeBox(block.text)]


def _definition_boxes(report: Report, words: Words) -> list[Box]:
    """Return 口径 of the figures that are printed, a few lines a box so that pages can break between them."""
    shown = _printed(report)
    lines = [_definition_line(one, words) for one in report.definitions if one.metric in shown]
    boxes = [TextBox("\n".join(lines[at : at + LINES_IN_BOX]), Tone.NOTE) for at in range(0, len(lines), LINES_IN_BOX)]
    return [TitleBox(words("definitions")), *boxes] if boxes else []


def _printed(report: Report) -> frozenset[str]:
    names: set[str] = set()
    for block in report.blocks():
        if isinstance(block, Heads):
            names |= {one.metric for one in block.figures}
        elif isinstance(block, Chart):
            names.add(block.key.removeprefix("chart_"))
    return frozenset(names)


def _definition_line(one: Definition, words: Words) -> str:
    if one.formula == words("formula_sum"):
        return words("definition_sum", name=one.name, rule=one.rule)
    return words("definition_line", name=one.name, formula=one.formula, rule=one.rule)


def _flow(boxes: Sequence[Box], density: float, spacing: float) -> tuple[tuple[Placed, ...], ...]:
    """Return the boxes on pages, cut and moved so that nothing is cut off and no title stands alone at a foot."""
    width = (ink.PAGE_WIDTH - 2 * ink.MARGIN) / density
    left, bottom = ink.MARGIN / density, (ink.PAGE_HEIGHT - BOTTOM) / density
    pages: list[list[Placed]] = [[]]
    top = TOP / density
    waiting = list(boxes)
    while waiting:
        box = waiting.pop(0)
        height = box.height(width)
        needed = height + _kept_with(waiting, width, spacing) if box.keeps_with_next else height
        if top + needed > bottom:
            parts = box.cut(width, bottom - top)
            if parts is not None:
                pages[-1].append(Placed(parts[0], QRectF(left, top, width, parts[0].height(width))))
                waiting.insert(0, parts[1])
                pages.append([])
                top = LATER_TOP / density
                continue
            if pages[-1]:
                pages.append([])
                top = LATER_TOP / density
                waiting.insert(0, box)
                continue
        pages[-1].append(Placed(box, QRectF(left, top, width, height)))
        top += height + spacing
    return tuple(tuple(page) for page in pages)


def _kept_with(waiting: Sequence[Box], width: float, spacing: float) -> float:
    """Return what must stand under a title: the next box, of a long table its first rows."""
    if not waiting:
        return 0
    following = waiting[0]
    if following.keeps_with_next:
        return spacing + following.height(width) + _kept_with(waiting[1:], width, spacing)
    return spacing + following.least(width)

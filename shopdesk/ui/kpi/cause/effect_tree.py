"""Factors and their segments as a tree, divided further on demand: before, after, effect, and the effect as a bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from shopdesk.domain.kpi.attribution.chains import Link
from shopdesk.domain.kpi.attribution.explanation import Explanation, Refused
from shopdesk.domain.kpi.attribution.shown import Shown, ShownFactor, ShownPart
from shopdesk.domain.kpi.attribution.sides import Side
from shopdesk.domain.kpi.catalogue import FEN_PARTS
from shopdesk.ui import formats
from shopdesk.ui.charts import export
from shopdesk.ui.charts.canvas import role_colour
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.kpi.cause import remarks, wording
from shopdesk.ui.kpi.cause.divider import Divider
from shopdesk.ui.kpi.wording import part_name, span_text
from shopdesk.ui.theme import tokens

if TYPE_CHECKING:
    from shopdesk.domain.kpi.segments.joint import Path

NAME: Final = 0
BEFORE: Final = 1
AFTER: Final = 2
EFFECT: Final = 3
BAR: Final = 4
_BAR_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_ROW_PX: Final = 24
_FIGURE_PX: Final = 72
_EFFECT_PX: Final = 84
_BAR_PX: Final = 140
_NARROW_BAR_PX: Final = 64
_WIDE_PX: Final = 520
"""Width from which bars have room for words."""
_BAR_HEIGHT_PX: Final = 10
_PALE: Final = 0.4


@dataclass(frozen=True, slots=True)
class _Bar:
    """Length as a share of the longest, the sign, and whether chance alone could make it."""

    share: float
    sign: int
    is_chance: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A segment's line: its factor, the segments one inside another that lead to it, and by what it can be divided."""

    name: str
    factor: ShownFactor
    path: Path
    steps: int
    offered: tuple[str, ...]


class _BarDelegate(QStyledItemDelegate):
    """Draws an effect as a bar; a pale one says so in words as well."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        bar = index.data(_BAR_ROLE)
        if not isinstance(bar, _Bar):
            return
        words = wording.within_text() if option.rect.width() >= _BAR_PX else "?"  # type: ignore[attr-defined]
        wide = painter.fontMetrics().horizontalAdvance(words) + 8
        cell = QRectF(option.rect).adjusted(6, 0, -6, 0)  # type: ignore[attr-defined]
        room = cell.adjusted(0, 0, -wide, 0)
        role = "up" if bar.sign > 0 else "down" if bar.sign < 0 else "secondary"
        top = room.center().y() - _BAR_HEIGHT_PX / 2
        box = QRectF(room.left(), top, max(2.0 if bar.sign else 0.0, room.width() * bar.share), _BAR_HEIGHT_PX)
        painter.fillRect(box, role_colour(role, alpha=_PALE if bar.is_chance else 1.0))
        if bar.is_chance:
            painter.setPen(QPen(QColor(tokens().secondary)))
            painter.drawText(
                QRectF(box.right() + 6, room.top(), wide, room.height()), Qt.AlignmentFlag.AlignVCenter, words
            )


class EffectTree(QTreeWidget):
    """The tree of one explanation; the factor with the largest effect is open. Ctrl+C copies what is shown.

    A segment that a report divides further has a branch: opened, it is divided by what says most, and its menu offers
    the other ways. ``line_changed`` says whether the current line can be divided.
    """

    line_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("framed", True)
        self.setProperty("padded", True)
        self.setColumnCount(5)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # by what a line is divided stands at its end
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setItemDelegateForColumn(BAR, _BarDelegate(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((BEFORE, _FIGURE_PX), (AFTER, _FIGURE_PX), (EFFECT, _EFFECT_PX), (BAR, _BAR_PX)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        self._found: Explanation | None = None
        self._shown: Shown | None = None
        self._divider: Divider | None = None
        self._further: dict[tuple[str, Path], ShownFactor] = {}
        self._longest = 0
        self.behind: Callable[[Link], list[str]] | None = None
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu_at)
        self.itemExpanded.connect(self._divide_opened)
        self.currentItemChanged.connect(lambda *_items: self.line_changed.emit(bool(self.offered())))
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy, context=Qt.ShortcutContext.WidgetShortcut)

    def show_parts(self, found: Explanation, on_screen: Shown, divider: Divider | None = None) -> None:
        """Show an explanation in the steps it is shown with; a ``divider`` lets segments be divided further.

        ``behind`` of the tree names the reports of a factor for its hover.
        """
        self._found, self._shown, self._divider = found, on_screen, divider
        self._further = {}
        self._write_header()
        self.clear()
        longest = max((abs(one.steps) for one in on_screen.factors), default=0)
        self._longest = max([longest, *(abs(part.steps) for one in on_screen.factors for part in one.parts)])
        for one in on_screen.factors:
            branch = self._factor_row(one)
            self.addTopLevelItem(branch)
            self._add_parts(branch, one, one, ())
        self.open_factor(self.largest())

    def offered(self) -> tuple[str, ...]:
        """Return by what the current line can be divided."""
        line = self._line(self.currentItem())
        return line.offered if line is not None else ()

    def divide_current(self, dimension: str = "") -> None:
        """Divide the current line by a dimension, by what says most without one, and open it."""
        item = self.currentItem()
        line = self._line(item)
        if item is None or line is None or not line.offered:
            return
        item.takeChildren()
        self._divide(item, line, dimension)
        item.setExpanded(True)

    def open_menu(self, where: QPoint) -> None:
        """Offer by what the current line can be divided, at a place of the screen."""
        offered = self.offered()
        if not offered:
            return
        menu = QMenu(self)
        for name in offered:
            action = menu.addAction(self.tr("Divide by {dimension}").format(dimension=wording.dimension_name(name)))
            action.triggered.connect(partial(self.divide_current, name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def largest(self) -> int:
        """Return the place of the factor with the largest effect."""
        factors = self._shown.factors if self._shown is not None else ()
        return max(range(len(factors)), key=lambda k: abs(factors[k].steps), default=0)

    def open_factor(self, place: int) -> None:
        """Open one factor and close the others; go to it."""
        for k in range(self.topLevelItemCount()):
            item = self.topLevelItem(k)
            if item is not None:
                item.setExpanded(k == place)
        chosen = self.topLevelItem(place)
        if chosen is not None:
            self.setCurrentItem(chosen)

    def go_to_term(self, place: int) -> None:
        """Go to a term of the sum: a factor, or a segment of the only one."""
        only = self.topLevelItem(0) if self.topLevelItemCount() == 1 else None
        if only is None or not only.childCount():
            self.open_factor(place)
            return
        chosen = only.child(place)
        if chosen is not None:
            self.setCurrentItem(chosen)

    def table(self) -> ChartTable:
        """Return every line of the tree, open or not, as columns and rows."""
        if self._found is None or self._shown is None:
            return ChartTable((), ())
        return self.table_of(self._found, self._shown)

    def table_of(self, found: Explanation, on_screen: Shown) -> ChartTable:
        """Return the lines of an explanation as columns and rows, with what was divided further behind its line.

        The effects of each level add up to the line they divide.
        """
        rows: list[tuple[str, ...]] = []
        for one in on_screen.factors:
            name = wording.link_name(one.factor.link)
            rows.append(self._cells(found, on_screen, one, one, name))
            self._table_parts(rows, one, one, (), name)
        return ChartTable((*self._headers(found)[:BAR], self.tr("Note")), tuple(rows))

    def _table_parts(
        self, rows: list[tuple[str, ...]], top: ShownFactor, parent: ShownFactor, path: Path, name: str
    ) -> None:
        found, on_screen = self._found, self._shown
        if parent.split is None or found is None or on_screen is None:
            return
        for part in parent.parts:
            own = f"{name} · {wording.segment_name(parent.split, part)}"
            rows.append(self._cells(found, on_screen, top, part, own))
            inner = (*path, (parent.split.dimension, part.part.label))
            below = None if part.is_rest or part.joined else self._further.get((top.factor.link.key, inner))
            if below is not None:
                self._table_parts(rows, top, below, inner, own)

    def _cells(
        self, found: Explanation, on_screen: Shown, top: ShownFactor, line: ShownFactor | ShownPart, name: str
    ) -> tuple[str, ...]:
        part = line.part if isinstance(line, ShownPart) else line.factor.part
        figures = [wording.figure_text(top.factor.link, value) for value in (part.before, part.after)]
        effect = wording.effect_text(found.metric, line.steps, on_screen.step)
        return (name, *figures, effect, wording.chance_words(line, found.metric))

    def copy(self) -> None:
        """Put the whole tree on the clipboard."""
        export.copy_table(self.table())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the bars can spare."""
        self.setColumnWidth(BAR, _BAR_PX if self.width() >= _WIDE_PX else _NARROW_BAR_PX)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and self._found is not None and self._shown is not None:
            self.show_parts(self._found, self._shown, self._divider)
        super().changeEvent(event)

    def _headers(self, found: Explanation) -> list[str]:
        unit = wording.unit_text(found.metric) or self.tr("Effect")
        before, after = (formats.span(one.period.start, one.period.end) for one in (found.before, found.after))
        if found.before.period.days > 1 or found.after.period.days > 1:
            before, after = self.tr("Before"), self.tr("After")
        return [self.tr("Factor · segment"), before, after, unit, ""]

    def _write_header(self) -> None:
        if self._found is None:
            return
        self.setHeaderLabels(self._headers(self._found))
        for column in (BEFORE, AFTER, EFFECT):
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(self.tr("Factors and segments"))

    # --- dividing further

    def _line(self, item: QTreeWidgetItem | None) -> _Line | None:
        line = item.data(NAME, _LINE_ROLE) if item is not None else None
        return line if isinstance(line, _Line) else None

    def _open_menu_at(self, place: QPoint) -> None:
        self.open_menu(self.viewport().mapToGlobal(place))

    def _divide_opened(self, item: QTreeWidgetItem) -> None:
        line = self._line(item)
        if line is not None and not item.childCount():
            self._divide(item, line)

    def _divide(self, item: QTreeWidgetItem, line: _Line, dimension: str = "") -> None:
        """Put the parts of a line below it, or the reason why there are none."""
        if self._divider is None:
            return
        top = line.factor
        found = self._divider.divided(top.factor, line.path, steps=line.steps, dimension=dimension)
        if not isinstance(found, ShownFactor) or found.split is None:
            words = remarks.refused_text(found) if isinstance(found, Refused) else self.tr("Only one part is in it")
            self._add_words(item, words)
            return
        self._further[top.factor.link.key, line.path] = found
        name = self.tr("{name} by {dimension}").format(
            name=line.name, dimension=wording.dimension_name(found.split.dimension)
        )
        item.setText(NAME, name)
        tip = "\n".join(
            [item.toolTip(NAME), name, *remarks.split_notes(found.split, counts_people=top.factor.link.counts_people)]
        )
        for column in range(self.columnCount()):
            item.setToolTip(column, tip)
        self._add_parts(item, top, found, line.path)

    def _add_words(self, item: QTreeWidgetItem, words: str) -> None:
        row = QTreeWidgetItem([words])
        row.setToolTip(NAME, words)
        row.setForeground(NAME, QColor(tokens().secondary))
        item.addChild(row)
        row.setFirstColumnSpanned(True)  # counts only within a tree

    # --- rows

    def _add_parts(self, branch: QTreeWidgetItem, top: ShownFactor, parent: ShownFactor, path: Path) -> None:
        """Add the segments of a factor, or of one of its segments; ``path`` leads from the factor to them."""
        if parent.split is None:
            return
        for part in parent.parts:
            item = self._part_row(top, parent, part)
            inner = (*path, (parent.split.dimension, part.part.label))
            offered = self._offered(top, part, inner)
            item.setData(NAME, _LINE_ROLE, _Line(item.text(NAME), top, inner, part.steps, offered))
            if offered:
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            branch.addChild(item)

    def _offered(self, top: ShownFactor, part: ShownPart, path: Path) -> tuple[str, ...]:
        if self._divider is None or part.is_rest or part.joined:
            return ()
        return self._divider.offered(top.factor, path)

    def _factor_row(self, one: ShownFactor) -> QTreeWidgetItem:
        link, part = one.factor.link, one.factor.part
        name = wording.link_name(link)
        if one.split is not None:
            name = self.tr("{name} by {dimension}").format(
                name=name, dimension=wording.dimension_name(one.split.dimension)
            )
        if link.is_divisor:
            name = f"÷ {name}"
        figures = wording.figure_text(link, part.before), wording.figure_text(link, part.after)
        return self._row(name, figures, one, part.is_chance)

    def _part_row(self, top: ShownFactor, parent: ShownFactor, part: ShownPart) -> QTreeWidgetItem:
        name = wording.segment_name(parent.split, part) if parent.split is not None else ""
        before, after = (wording.figure_text(top.factor.link, value) for value in (part.part.before, part.part.after))
        return self._row(name, (before, after), part, part.part.is_chance)

    def _row(
        self, name: str, figures: tuple[str, str], one: ShownFactor | ShownPart, is_chance: bool
    ) -> QTreeWidgetItem:
        found, on_screen = self._found, self._shown
        if found is None or on_screen is None:
            return QTreeWidgetItem()
        effect = wording.effect_text(found.metric, one.steps, on_screen.step)
        item = QTreeWidgetItem([name, *figures, effect])
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in (BEFORE, AFTER, EFFECT):
            item.setTextAlignment(column, right)
        sign = (one.steps > 0) - (one.steps < 0)
        t = tokens()
        item.setForeground(EFFECT, QColor(t.up_text if sign > 0 else t.down_text if sign < 0 else t.secondary))
        item.setData(
            BAR, _BAR_ROLE, _Bar(min(1.0, abs(one.steps) / self._longest) if self._longest else 0.0, sign, is_chance)
        )
        words = [wording.chance_words(one, found.metric)]
        if isinstance(one, ShownFactor):
            words += [_sums_words(one.factor.link, side) for side in (found.before, found.after)]
            words += self.behind(one.factor.link) if self.behind is not None else []
        if isinstance(one, ShownPart):
            words.append(wording.mix_words(found.metric, one))
        tip = "\n".join([name, *(word for word in words if word)])
        for column in range(5):
            item.setToolTip(column, tip)
            item.setSizeHint(column, QSize(0, _ROW_PX))
        return item


def _sums_words(link: Link, side: Side) -> str:
    """Return what a factor's figure of one period is made of: 06-22: 支付买家数 22 ÷ 访客数 882."""
    known = [part for part in link.parts if part in side.sums]
    sums = [
        f"{part_name(part)} {formats.full(side.sums[part], decimals=2 if part in FEN_PARTS else 0)}" for part in known
    ]
    return f"{span_text(side.period)}: {' ÷ '.join(sums)}" if sums else ""

"""The plans at the left: name, platform, stage and aim, daily budget, what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.plan import BidPlan, Objective, Stage
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

Index = QModelIndex | QPersistentModelIndex
PLAN_PX = 66
_EDGE_PX = 3


class Role(IntEnum):
    """Data of a list item."""

    PLAN = Qt.ItemDataRole.UserRole
    LINES = Qt.ItemDataRole.UserRole + 1


class PlanList(QListWidget):
    """Plans; ``chosen`` gives the id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fills = False
        self.currentItemChanged.connect(self._changed)

    def set_plans(self, plans: Sequence[BidPlan], *, current: str) -> None:
        """Show plans and keep ``current`` selected."""
        self._fills = True
        self.clear()
        for plan in plans:
            item = QListWidgetItem(plan.name)
            lines = self._lines(plan)
            item.setData(Role.PLAN, plan)
            item.setData(Role.LINES, lines)
            item.setSizeHint(QSize(0, PLAN_PX))
            item.setToolTip(" · ".join(part for part in lines if part))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in lines if part))
            self.addItem(item)
            if plan.plan_id == current:
                self.setCurrentItem(item)
        self._fills = False

    def _lines(self, plan: BidPlan) -> tuple[str, str, str, str]:
        parts = [words.platform_name(profile_of(plan.platform))]
        if plan.stage is not Stage.NONE:
            parts.append(words.stage_name(plan.stage))
        if plan.objective is not Objective.NONE:
            parts.append(words.objective_name(plan.objective))
        budget = (
            self.tr("budget unknown")
            if plan.daily_budget is None
            else self.tr("{budget} yuan a day").format(budget=formats.money_fen(plan.daily_budget, decimals=0))
        )
        return plan.name, " · ".join(parts), budget, self.tr("changed") if plan.is_changed else self.tr("unchanged")

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._fills:
            self.chosen.emit(item.data(Role.PLAN).plan_id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, PLAN_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        t = tokens()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(t.accent))
        painter.setPen(QColor(t.grid_line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        name, where, budget, changed = index.data(Role.LINES)
        inner = rect.adjusted(PADDING_PX, 6, -PADDING_PX, -6)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for line, (text, color, size) in enumerate(
            ((name, t.text, 13), (where, t.secondary, CAPTION_PT_PX), (budget, t.text, CAPTION_PT_PX))
        ):
            painter.setFont(body_font(pixels=size))
            painter.setPen(QColor(color))
            box = QRect(inner.left(), inner.top() + line * 18, inner.width() - (60 if line == 2 else 0), 18)
            painter.drawText(
                box, left, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            )
        self._chip(painter, inner, changed, warn=index.data(Role.PLAN).is_changed)
        painter.restore()

    def _chip(self, painter: QPainter, inner: QRect, text: str, *, warn: bool) -> None:
        t = tokens()
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        width = painter.fontMetrics().horizontalAdvance(text) + 12
        box = QRect(inner.right() - width, inner.top() + 36, width, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.warn_mark if warn else t.border), 1))
        painter.setBrush(QColor(t.warn if warn else t.raised))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(t.warn_text if warn else t.secondary))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

"""The offers by stage, as the platform works them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
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

from shopdesk.domain.promotions.design import OfferDesign, Stacking, Status, problems
from shopdesk.ui.promotions import words
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

Index = QModelIndex | QPersistentModelIndex
HEADER_PX = 26
OFFER_PX = 44
_EDGE_PX = 3


class Role(IntEnum):
    """Data of a list item."""

    OFFER = Qt.ItemDataRole.UserRole
    HEADER = Qt.ItemDataRole.UserRole + 1
    CHIP = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Header:
    """The heading of a stage."""

    title: str
    rule: str


class OfferList(QListWidget):
    """Offers under their stage; ``chosen`` gives the id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self._fills = False
        self.currentItemChanged.connect(self._changed)

    def set_offers(self, offers: Sequence[OfferDesign], stacking: Stacking, *, current: str, today: date) -> None:
        """Show offers by stage and keep ``current`` selected."""
        self._fills = True
        self.clear()
        for number, stage in enumerate(stacking.stages, 1):
            members = [offer for offer in offers if stacking.stage_of(offer.kind) is stage]
            self._add_header(
                Header(
                    self.tr("{number} · {stage}").format(number=number, stage=words.stage_name(stage)),
                    words.rule_name(stage),
                )
            )
            for offer in members:
                self._add_offer(offer, stacking, today, current)
        self._fills = False

    def _add_header(self, header: Header) -> None:
        item = QListWidgetItem(f"{header.title} {header.rule}")
        item.setData(Role.HEADER, header)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setSizeHint(QSize(0, HEADER_PX))
        item.setToolTip(f"{header.title} · {header.rule}")
        self.addItem(item)

    def _add_offer(self, offer: OfferDesign, stacking: Stacking, today: date, current: str) -> None:
        item = QListWidgetItem(offer.name)
        item.setData(Role.OFFER, offer)
        text, tone = self._chip(offer, stacking, today)
        item.setData(Role.CHIP, (text, tone))
        item.setSizeHint(QSize(0, OFFER_PX))
        found = problems(offer, stacking)
        lines = [f"{offer.name} · {words.summary(offer)} · {words.period_text(offer)}"]
        item.setToolTip("\n".join(lines + [words.problem_text(problem) for problem in found]))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.name}, {words.summary(offer)}, {text}")
        self.addItem(item)
        if offer.offer_id == current:
            self.setCurrentItem(item)

    def _chip(self, offer: OfferDesign, stacking: Stacking, today: date) -> tuple[str, str]:
        if problems(offer, stacking):
            return self.tr("incomplete"), "warn"
        if offer.end is not None and offer.end < today:
            return self.tr("ended"), ""
        if offer.status is Status.ACTIVE and offer.start is not None and offer.start > today:
            return self.tr("waiting"), ""
        return words.status_name(offer.status), "info" if offer.status is Status.DRAFT else ""

    def _changed(self, item: QListWidgetItem | None) -> None:
        offer = item.data(Role.OFFER) if item is not None else None
        if isinstance(offer, OfferDesign) and not self._fills:
            self.chosen.emit(offer.offer_id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEADER_PX if index.data(Role.HEADER) else OFFER_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        header = index.data(Role.HEADER)
        if header:
            self._paint_header(painter, rect, header)
        else:
            selected = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_offer(painter, rect, index.data(Role.OFFER), index.data(Role.CHIP), selected=selected)
        painter.restore()

    def _paint_header(self, painter: QPainter, rect: QRect, header: Header) -> None:
        t = tokens()
        painter.fillRect(rect, QColor(t.raised))
        painter.setPen(QColor(t.grid_line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        painter.setPen(QColor(t.secondary))
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(header.title)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, header.title)
        rule = metrics.elidedText(header.rule, Qt.TextElideMode.ElideRight, inner.width() - width - 8)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, rule)

    def _paint_offer(
        self, painter: QPainter, rect: QRect, offer: OfferDesign, chip: tuple[str, str], *, selected: bool
    ) -> None:
        t = tokens()
        if selected:
            painter.fillRect(rect, QColor(t.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(t.accent))
        painter.setPen(QColor(t.grid_line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(PADDING_PX, 4, -PADDING_PX, -4)
        right = _paint_chip(painter, inner, *chip)
        painter.setFont(body_font())
        painter.setPen(QColor(t.text))
        top = QRect(inner.left(), inner.top(), right - inner.left() - 6, 18)
        name = painter.fontMetrics().elidedText(offer.name, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        painter.setPen(QColor(t.secondary))
        line = f"{words.summary(offer)} · {words.period_text(offer)}"
        below = QRect(inner.left(), inner.top() + 19, inner.width(), 17)
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, below.width()),
        )


def _paint_chip(painter: QPainter, inner: QRect, text: str, tone: str) -> int:
    t = tokens()
    back, front, border = {
        "warn": (t.warn, t.warn_text, t.warn_mark),
        "info": (t.info, t.accent_text, t.interval),
    }.get(tone, (t.raised, t.secondary, t.border))
    painter.setFont(body_font(pixels=CAPTION_PT_PX))
    width = painter.fontMetrics().horizontalAdvance(text) + 12
    box = QRect(inner.right() - width, inner.top(), width, 18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(border), 1))
    painter.setBrush(QColor(back))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(front))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box.left()

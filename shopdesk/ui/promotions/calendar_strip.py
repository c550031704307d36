"""Offers over the next weeks, a row a stage: candidates dashed, past grey, overlaps amber, today a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from shopdesk.domain.promotions.design import OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui import formats
from shopdesk.ui.promotions import words
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

DAYS_BEFORE = 11
DAYS_SHOWN = 42
_LABEL_PX = 88
_TOP_PX = 20
_ROW_PX = 20
_MOST_LANES = 2
_MOST_COMPARED = 200  # offers of a stage
_MOST_BARS = 60  # of a stage: more hide one another
_MOST_SPOKEN = 30
_HALF_DAY_PX = 26  # room of a day's text to either side
_ALONE = frozenset({OfferKind.GIFT, OfferKind.FREE_POST})


@dataclass(frozen=True, slots=True)
class Bar:
    """One offer as drawn."""

    offer: OfferDesign
    row: int
    rect: QRectF
    overlap: QRectF | None = None


class CalendarStrip(QWidget):
    """A strip of six weeks; a click on a bar chooses the offer."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: Sequence[OfferDesign] = ()
        self._stacking: Stacking | None = None
        self._today = date(2000, 1, 1)
        self._is_today = True
        self._current = ""
        self._drawn: tuple[int, list[Bar]] | None = None
        self._overlaps: list[tuple[OfferDesign, OfferDesign, int]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_offers(
        self, offers: Sequence[OfferDesign], stacking: Stacking, *, today: date, current: str, is_today: bool = True
    ) -> None:
        """Show the dated offers around ``today``, or around the last day of old data (not ``is_today``)."""
        self._stacking, self._today, self._current, self._is_today = stacking, today, current, is_today
        dated = (offer for offer in offers if offer.start is not None or offer.end is not None)
        self._offers = [offer for offer in dated if offer.status is not Status.OFF and self._span(offer) is not None]
        self._drawn, self._overlaps = None, None
        self.setAccessibleName(self.tr("Calendar of offers"))
        self.setAccessibleDescription(
            "; ".join(f"{offer.name} {words.period_text(offer)}" for offer in self._offers[:_MOST_SPOKEN])
            or self.tr("no offers yet")
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the lanes of the stages that hold offers, two at least."""
        return QSize(600, _TOP_PX + max(2, self._lane_count()) * _ROW_PX + 4)

    def bars(self) -> list[Bar]:
        """Return what is drawn where: bars that would hide one another stand in lanes of their stage."""
        if self._drawn is None or self._drawn[0] != self.width():
            self._drawn = self.width(), self._place_bars()
        return self._drawn[1]

    def _place_bars(self) -> list[Bar]:
        found: list[Bar] = []
        lane = 0
        for members in self._by_row().values():
            ends: list[date] = []
            chosen = [offer for offer in members[_MOST_BARS:] if offer.offer_id == self._current]
            for offer in (*members[:_MOST_BARS], *chosen):
                span = self._span(offer)
                if span is None:
                    continue
                free = next((i for i, end in enumerate(ends) if end < span[0]), len(ends))
                free = min(free, _MOST_LANES - 1)
                ends[free : free + 1] = [span[1]]
                left, right = self._x(span[0]), self._x(span[1] + timedelta(days=1))
                top = _TOP_PX + (lane + free) * _ROW_PX + 2
                found.append(Bar(offer, lane + free, QRectF(left, top, right - left, _ROW_PX - 5)))
            lane += max(1, len(ends))
        return found

    def _lanes(self) -> dict[str, int]:
        """Return the first lane of each stage shown."""
        firsts: dict[str, int] = {}
        for bar in self.bars():
            key = self._key(bar.offer)
            firsts[key] = min(bar.row, firsts.get(key, bar.row))
        return firsts or {key: place for place, key in enumerate(self._by_row())}

    def _lane_count(self) -> int:
        return max((bar.row for bar in self.bars()), default=-1) + 1 or len(self._by_row())

    def _key(self, offer: OfferDesign) -> str:
        return self._stacking.stage_of(offer.kind).key if self._stacking is not None else ""

    def overlaps(self) -> list[tuple[OfferDesign, OfferDesign, int]]:
        """Return pairs of offers of one best-of stage that run on the same days, with the number of days."""
        if self._overlaps is None:
            self._overlaps = [pair for members in self._rivalling().values() for pair in self._pairs(members)]
        return self._overlaps

    def _rivalling(self) -> dict[str, list[OfferDesign]]:
        """Return the offers of each best-of stage, by their first day."""
        found: dict[str, list[OfferDesign]] = {}
        for offer in self._offers:
            stage = self._stacking.stage_of(offer.kind) if self._stacking is not None else None
            if stage is not None and stage.rule is not None and offer.kind not in _ALONE:
                found.setdefault(stage.key, []).append(offer)
        return {key: sorted(members, key=lambda one: one.start or date.min) for key, members in found.items()}

    def _pairs(self, members: Sequence[OfferDesign]) -> Iterator[tuple[OfferDesign, OfferDesign, int]]:
        """Yield the pairs that run on the same days; of hundreds of offers only the nearest are looked at."""
        near = [offer for offer in members if offer.end is None or offer.end >= self._today][:_MOST_COMPARED]
        for first, second in combinations(near, 2):
            if _are_rivals(first, second) or _apart(first, second):
                continue
            start = max(first.start or date.min, second.start or date.min)
            end = min(first.end or date.max, second.end or date.max)
            days = (min(end, self._last()) - max(start, self._first())).days + 1 if start <= end else 0
            if days > 0:
                yield first, second, days

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw weeks, bars, overlaps and today."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(body_font(pixels=CAPTION_PT_PX))
        self._paint_weeks(painter)
        for bar in self.bars():
            self._paint_bar(painter, bar)
        self._paint_overlaps(painter)
        self._paint_today(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the offer under the mouse."""
        bar = self._bar_at(event.position().toPoint())
        if bar is not None:
            self.chosen.emit(bar.offer.offer_id)

    def event(self, event: QEvent) -> bool:
        """Tell what a bar is."""
        if isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos())
            text = f"{bar.offer.name} · {words.summary(bar.offer)} · {words.period_text(bar.offer)}" if bar else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _by_row(self) -> dict[str, list[OfferDesign]]:
        """Return the offers of the stages that hold any, in their order; the first two without any."""
        if self._stacking is None:
            return {}
        found: dict[str, list[OfferDesign]] = {stage.key: [] for stage in self._stacking.stages}
        for offer in self._offers:
            found[self._stacking.stage_of(offer.kind).key].append(offer)
        used = {key: members for key, members in found.items() if members}
        return used or dict(list(found.items())[:2])

    def _first(self) -> date:
        return self._today - timedelta(days=DAYS_BEFORE)

    def _last(self) -> date:
        return self._first() + timedelta(days=DAYS_SHOWN - 1)

    def _x(self, day: date) -> float:
        width = self.width() - _LABEL_PX - 2 * PADDING_PX
        return PADDING_PX + _LABEL_PX + width * (day - self._first()).days / DAYS_SHOWN

    def _span(self, offer: OfferDesign) -> tuple[date, date] | None:
        start = max(offer.start or self._first(), self._first())
        end = min(offer.end or self._last(), self._last())
        return (start, end) if start <= end else None

    def _bar_at(self, place: QPoint) -> Bar | None:
        return next((bar for bar in reversed(self.bars()) if bar.rect.contains(place)), None)

    def _paint_weeks(self, painter: QPainter) -> None:
        t = tokens()
        day = self._first()
        bottom = _TOP_PX + self._lane_count() * _ROW_PX
        marker = painter.fontMetrics().horizontalAdvance(self.marker())
        taken = self._x(self._today) - _HALF_DAY_PX, self._x(self._today) + marker + _HALF_DAY_PX
        while day <= self._last():
            if day.weekday() == 5:
                box = QRectF(self._x(day), _TOP_PX, self._x(day + timedelta(days=2)) - self._x(day), bottom - _TOP_PX)
                painter.fillRect(box, QColor(t.weekend))
            if day.weekday() == 0 and not taken[0] < self._x(day) < taken[1]:
                painter.setPen(QColor(t.secondary))
                painter.drawText(
                    QRectF(self._x(day) - 30, 0, 60, _TOP_PX), Qt.AlignmentFlag.AlignCenter, f"{day:%m-%d}"
                )
            day += timedelta(days=1)
        if self._stacking is None:
            return
        names = {stage.key: words.stage_name(stage) for stage in self._stacking.stages}
        painter.setPen(QColor(t.secondary))
        for key, row in self._lanes().items():
            box = QRectF(PADDING_PX, _TOP_PX + row * _ROW_PX, _LABEL_PX - 8, _ROW_PX)
            text = painter.fontMetrics().elidedText(names[key], Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        t = tokens()
        past = bar.offer.end is not None and bar.offer.end < self._today
        draft = bar.offer.status is Status.DRAFT
        style = Qt.PenStyle.DashLine if draft else Qt.PenStyle.SolidLine
        width = 2 if bar.offer.offer_id == self._current else 1
        painter.setPen(QPen(QColor(t.border if past else t.accent), width, style))
        painter.setBrush(QColor(t.raised if past else t.card if draft else t.info))
        painter.drawRoundedRect(bar.rect, 3, 3)
        painter.setPen(QColor(t.secondary if past else t.text))
        inner = bar.rect.adjusted(6, 0, -4, 0)
        text = painter.fontMetrics().elidedText(
            f"{bar.offer.name}  {words.summary(bar.offer)}", Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_overlaps(self, painter: QPainter) -> None:
        t = tokens()
        rows = {bar.offer.offer_id: bar for bar in self.bars()}
        for first, second, days in self.overlaps():
            if first.offer_id not in rows or second.offer_id not in rows:
                continue
            one, two = rows[first.offer_id].rect, rows[second.offer_id].rect
            lower = one if one.top() > two.top() else two
            box = QRectF(max(one.left(), two.left()), lower.top(), 0, lower.height())
            box.setRight(min(one.right(), two.right()))
            if box.width() <= 0:
                continue
            painter.setPen(QPen(QColor(t.warn_mark), 1))
            painter.setBrush(QColor(t.warn))
            painter.drawRoundedRect(box, 3, 3)
            bar = rows[first.offer_id] if lower is one else rows[second.offer_id]
            text = self.tr("{name} · overlap {days} {days:day|days}").format(
                name=bar.offer.name, days=formats.full(days)
            )
            painter.setPen(QColor(t.warn_text))
            inner = bar.rect.adjusted(6, 0, -4, 0)
            inner.setLeft(max(inner.left(), box.left() + 6))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_today(self, painter: QPainter) -> None:
        t = tokens()
        x = self._x(self._today)
        painter.setPen(QPen(QColor(t.up), 1.4))
        painter.drawLine(int(x), 2, int(x), _TOP_PX + self._lane_count() * _ROW_PX)
        painter.setPen(QColor(t.up_text))
        painter.drawText(QRectF(x + 4, 0, 160, _TOP_PX), Qt.AlignmentFlag.AlignVCenter, self.marker())

    def marker(self) -> str:
        """Return the words at the line: today, or the day at which old data end."""
        if self._is_today:
            return self.tr("today {day}").format(day=f"{self._today:%m-%d}")
        return self.tr("data until {day}").format(day=f"{self._today:%Y-%m-%d}")


def _are_rivals(first: OfferDesign, second: OfferDesign) -> bool:
    """Whether at most one of two offers will ever run."""
    return bool(first.campaign) and first.campaign == second.campaign


def _apart(first: OfferDesign, second: OfferDesign) -> bool:
    """Whether two offers are for different goods."""
    return bool(first.skus and second.skus and not set(first.skus) & set(second.skus))

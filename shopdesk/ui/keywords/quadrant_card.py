"""The card of a quadrant: words, share of spend, return with its interval against break-even, trend."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from shopdesk.domain.keywords.change import KNOWN
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import QuadrantTotal
from shopdesk.ui import formats
from shopdesk.ui.charts.interval_bar import Interval, paint_interval
from shopdesk.ui.charts.sparkline import paint_sparkline
from shopdesk.ui.keywords.currency import money_unit
from shopdesk.ui.keywords.wording import chance, quadrant_colour, quadrant_name
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import BODY_PX, CAPTION_PT_PX, FIGURE_PX, QUADRANT_CARD_PX

_EDGE_PX = 4
_PAD_PX = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class QuadrantCard(QFrame):
    """Painted in one piece, 96 px high; a click (Space, Enter) asks to see only its words."""

    clicked = Signal(str)

    def __init__(self, quadrant: Quadrant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quadrant = quadrant
        self.setProperty("role", "card")
        self.setFixedHeight(QUADRANT_CARD_PX)
        self.setMinimumWidth(230)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._total: QuadrantTotal | None = None
        self._break_even: float | None = None
        self._scale = 1.0
        self._days = 0
        self._chosen = False
        self._base = ""

    def show_total(
        self, total: QuadrantTotal | None, *, break_even: float | None, scale: float, days: int, base: str
    ) -> None:
        """Show a quadrant; ``scale`` is the common upper end of the interval bars, ``base`` words the comparison."""
        self._total, self._break_even, self._scale, self._days = total, break_even, scale, days
        self._base = base
        self._describe()
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card whose words the table shows."""
        self._chosen = chosen
        self.update()

    def is_chosen(self) -> bool:
        """Return whether the table shows only its words."""
        return self._chosen

    def sizeHint(self) -> QSize:
        """Return room for four in a row."""
        return QSize(300, QUADRANT_CARD_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click inside."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self.quadrant.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter click."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.quadrant.value)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edge, three lines, interval and trend."""
        super().paintEvent(event)
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        colour = QColor(quadrant_colour(self.quadrant, t))
        if self._chosen or self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2 if self.hasFocus() else 1.5))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, 0, _EDGE_PX, self.height()), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(self.rect()).adjusted(_EDGE_PX + _PAD_PX, 8, -_PAD_PX, -8)
        self._paint_top(painter, inner)
        self._paint_middle(painter, inner, colour)
        self._paint_bottom(painter, inner)

    def _paint_top(self, painter: QPainter, inner: QRectF) -> None:
        t = tokens()
        row = QRectF(inner.left(), inner.top(), inner.width(), 20)
        name = quadrant_name(self.quadrant)
        bold = body_font(pixels=BODY_PX, medium=True)
        _text(painter, row, name, bold, t.text, _LEFT)
        used = QFontMetricsF(bold).horizontalAdvance(name) + 8
        words = self.words_text()
        small = body_font(pixels=CAPTION_PT_PX)
        _text(painter, row.adjusted(used, 0, 0, 0), words, small, t.secondary, _LEFT)
        used += QFontMetricsF(small).horizontalAdvance(words) + 8
        room = row.adjusted(used, 0, 0, 0)
        text = QFontMetricsF(small).elidedText(self.spend_text(), Qt.TextElideMode.ElideRight, room.width())
        _text(painter, room, text, small, t.secondary, _RIGHT)

    def _paint_middle(self, painter: QPainter, inner: QRectF, colour: QColor) -> None:
        t = tokens()
        row = QRectF(inner.left(), inner.top() + 22, inner.width(), 32)
        small, large = body_font(pixels=CAPTION_PT_PX), body_font(pixels=FIGURE_PX)
        _text(painter, row, "ROI", small, t.secondary, _LEFT)
        total = self._total
        figure = formats.times(self._figure())
        _text(painter, row.adjusted(30, 0, 0, 0), figure, large, t.text, _LEFT)
        left = 30 + max(QFontMetricsF(large).horizontalAdvance(figure), 58) + 14
        trend = min(76.0, row.width() * 0.26)
        if total and total.low is not None and total.high is not None and total.roi is not None:
            bar = QRectF(row.left() + left, row.top() + 4, row.width() - left - trend - 14, 24)
            line = self._break_even if self._break_even is not None else float("nan")
            paint_interval(
                painter,
                bar,
                Interval(total.low, total.roi, total.high, line),
                scale_low=0.0,
                scale_high=self._scale,
                role=ROLES[self.quadrant],
            )
        if total:
            spark = QRectF(row.right() - trend, row.top() + 4, trend, 24)
            paint_sparkline(painter, spark, total.weekly_roi, colour=colour, last_point=False)

    def _paint_bottom(self, painter: QPainter, inner: QRectF) -> None:
        t = tokens()
        row = QRectF(inner.left(), inner.bottom() - 20, inner.width(), 20)
        small = body_font(pixels=CAPTION_PT_PX)
        metrics = QFontMetricsF(small)
        interval = self.interval_text()
        _text(painter, row, interval, small, t.secondary, _LEFT)
        left = metrics.horizontalAdvance(interval) + 10
        verdict = self.verdict_text()
        if verdict:
            chip = QRectF(row.left() + left, row.top() + 1, metrics.horizontalAdvance(verdict) + 14, 18)
            painter.setPen(QPen(QColor(t.border), 1))
            painter.drawRoundedRect(chip, 4, 4)
            _text(painter, chip, verdict, small, t.secondary, Qt.AlignmentFlag.AlignCenter)
            left += chip.width() + 8
        change, colour = self._change()
        room = row.width() - left
        base = f"  {self._base}" if change else ""
        if metrics.horizontalAdvance(change + base) > room:
            base = ""
        if metrics.horizontalAdvance(change) <= room:
            _text(painter, row, base, small, t.secondary, _RIGHT)
            shifted = row.adjusted(0, 0, -metrics.horizontalAdvance(base), 0)
            _text(painter, shifted, change, small, colour, _RIGHT)

    def words_text(self) -> str:
        """Return the count of words."""
        return self.tr("{count} {count:word|words}").format(
            count=formats.full(self._total.words if self._total else None)
        )

    def spend_text(self) -> str:
        """Return spend and its share."""
        if not self._total or self._total.share is None:
            return self.tr("no spend")
        return self.tr("spend {cost} {unit} · {share}").format(
            unit=money_unit(),
            cost=formats.money(self._total.cost, decimals=0),
            share=formats.percent(self._total.share, decimals=0),
        )

    def interval_text(self) -> str:
        """Return the interval of the return, rounded to what is known."""
        total = self._total
        if total and total.roi is not None and total.low is None:
            return self.tr("no order yet: too little to judge")
        if not total or total.low is None or total.high is None:
            return self.tr("80 %: —")
        return self.tr("80 %: {low} – {high}").format(
            low=formats.full(total.low, decimals=1), high=formats.full(total.high, decimals=1)
        )

    def verdict_text(self) -> str:
        """Return where the interval lies against break-even; nothing where the margin is unknown."""
        total, line = self._total, self._break_even
        if not total or total.low is None or total.high is None or line is None:
            return ""
        if total.low > line:
            return self.tr("above break-even")
        return self.tr("below break-even") if total.high < line else self.tr("can't tell yet")

    def _figure(self) -> float | None:
        """Return the return that is shown: none where no word has won an order, for 0 would be a verdict."""
        total = self._total
        return total.roi if total is not None and total.low is not None else None

    def _change(self) -> tuple[str, str]:
        t, total = tokens(), self._total
        if not total or total.roi is None or total.roi_before is None:
            return "", t.secondary
        if total.rise_chance is None or 1 - KNOWN < total.rise_chance < KNOWN:
            return self.tr("change unclear"), t.secondary
        difference = total.roi - total.roi_before
        text = formats.full(abs(difference), decimals=2)
        if not any(sign in text for sign in "123456789"):
            return f"{formats.SAME} 0", t.secondary
        return f"{formats.arrow(difference)} {text}", t.up_text if difference > 0 else t.down_text

    def _describe(self) -> None:
        parts = [quadrant_name(self.quadrant), self.words_text(), self.spend_text()]
        if self._total:
            parts += [f"ROI {formats.times(self._figure())}", self.interval_text(), self.verdict_text()]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(self._provenance())

    def _provenance(self) -> str:
        total = self._total
        if total is None:
            return ""
        lines = [
            self.tr("ROI = ad revenue ÷ spend = {revenue} ÷ {cost}").format(
                revenue=formats.money(total.revenue), cost=formats.money(total.told_cost)
            ),
            self.tr(
                "{orders} {orders:order|orders} from {clicks} {clicks:click|clicks} in {days} {days:day|days}"
            ).format(
                orders=formats.full(total.orders), clicks=formats.full(total.clicks), days=formats.full(self._days)
            ),
            self.tr("Interval: orders are counted by chance (Poisson), order values spread as in this shop."),
        ]
        if self._break_even is not None:
            lines.append(
                self.tr("Break-even ROI {line} = 1 ÷ margin after refunds").format(line=formats.times(self._break_even))
            )
        else:
            lines.append(self.tr("Import a cost list and orders to see the break-even line."))
        if total.roi_before is not None:
            lines.append(f"{self._base}: {formats.times(total.roi_before)}{self._rise_text(total)}")
        lines.append(self.tr("Line: ROI by week, the last 12 weeks"))
        return "\n".join(lines)

    def _rise_text(self, total: QuadrantTotal) -> str:
        if total.rise_chance is None:
            return ""
        return " · " + self.tr("truly higher now with {chance} % chance").format(chance=chance(total.rise_chance))


ROLES: Final = {
    Quadrant.BRAND: "brand",
    Quadrant.CATEGORY: "category",
    Quadrant.COMPETITOR: "competitor",
    Quadrant.LONG_TAIL: "long_tail",
}


def _text(painter: QPainter, box: QRectF, text: str, font: QFont, colour: str, flags: Qt.AlignmentFlag) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, flags, text)

"""The plot of a day chart: crosshair by pointer and keys, zoom on the time axis, table twin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.ui import formats
from shopdesk.ui.charts import day_layers, day_marks
from shopdesk.ui.charts.canvas import Canvas, prepare, role_colour
from shopdesk.ui.charts.chart_table import ChartTable, known
from shopdesk.ui.charts.day_data import DayChartData, Grain
from shopdesk.ui.charts.day_labels import position_name
from shopdesk.ui.charts.day_view import DayView, lay_out
from shopdesk.ui.theme import tokens

_LEAST_POSITIONS = 5  # a zoom never shows fewer
_DRAG_FROM_PX = 6.0


class DayPlot(Canvas):
    """Paints a ``DayChartData``. ``position_changed`` tells where the crosshair stands (-1: nowhere).

    ``menu_built`` hands the context menu and the day under the crosshair (None: nowhere) to whoever has verbs for it.
    """

    position_changed = Signal(int)
    menu_built = Signal(QMenu, object)
    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = DayChartData()
        self._stretch = (-0.5, 0.5)
        self._position = -1
        self._drag: tuple[float, float] | None = None
        self._picture = False
        self._layer: QPixmap | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(240, 120)

    def set_data(self, data: DayChartData) -> None:
        """Show other data from end to end; the same days keep their zoom."""
        same = data.starts == self._data.starts and data.count == self._data.count
        self._data = data
        if not same:
            self._stretch = self._whole()
            self._set_position(-1)
        self.restyle()

    def data(self) -> DayChartData:
        """Return what is shown."""
        return self._data

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """Switch off series by name."""
        self._data = replace(self._data, hidden=hidden)
        self.restyle()

    def stretch(self) -> tuple[float, float]:
        """Return the visible positions."""
        return self._stretch

    def zoom(self, first: float, last: float) -> None:
        """Show the positions ``first..last``, kept inside the data and not closer than a few positions."""
        low, high = self._whole()
        width = min(high - low, max(float(_LEAST_POSITIONS), last - first))
        start = min(max(low, (first + last - width) / 2), high - width)
        self._stretch = (start, start + width)
        self.view_changed.emit()
        self.restyle()

    def reset_zoom(self) -> None:
        """Show everything."""
        self.zoom(*self._whole())

    def is_zoomed(self) -> bool:
        """Whether a part is shown."""
        return self._stretch != self._whole()

    def position(self) -> int:
        """Return where the crosshair stands, -1 for nowhere."""
        return self._position

    def view(self) -> DayView:
        """Return the present geometry."""
        return self._lay_out(QRectF(self.rect()))

    def read_out(self, position: int) -> day_marks.ReadOut:
        """Return title and rows (role, name, value) of a position: what the crosshair says."""
        data = self._data
        rows: list[tuple[str, str, str]] = []
        is_open = position >= len(data.starts)
        for place, one in enumerate(data.visible()):
            value = float(one.values[position]) if not is_open else float("nan")
            if is_open and place == 0 and data.today is not None and one is data.series[0]:
                value = data.today.value
            rows.append((one.role, one.name, one.text_with_unit(value)))
            if one.behind is not None and not is_open and (behind := one.behind(position)):
                rows.append(("", behind, ""))
        band = data.expected
        if band is not None and band.name not in data.hidden and position < len(band.low) and data.series:
            low, high = (data.series[0].text(float(side[position])) for side in (band.low, band.high))
            rows.append(("interval", band.name, f"{low} – {high}"))
        first, last = data.day(position), data.last_day(position)
        rows += [("warn_mark", c.name, "") for c in data.campaigns if c.first <= last and c.last >= first]
        rows += [("", f.text, "") for f in data.flags if first <= f.day <= last]
        rows += [
            ("warn_text", self.tr("Alert {number}").format(number=r.number), "")
            for r in data.rings
            if r.first <= last and r.last >= first
        ]
        title = position_name(data, position, full=True)
        return (f"{title} · {data.today.name}" if is_open and data.today else title), rows

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw all layers."""
        data = self._data
        if not data.count or not data.series:
            painter.setPen(QColor(tokens().secondary))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tr("No data in this period"))
            return
        view = self._lay_out(rect)
        if self._picture:
            self._paint_still(painter, view)
            return
        if self._layer is None or self._layer.size() != (rect.size() * self.devicePixelRatioF()).toSize():
            self._layer = self._still(rect, view)
        painter.drawPixmap(rect.topLeft(), self._layer)
        if self._drag is not None:
            left, right = sorted(self._drag)
            box = QRectF(left, view.plot.top(), right - left, view.plot.height())
            painter.fillRect(box, role_colour("accent", alpha=0.15))
        elif view.first <= self._position <= view.last:
            day_marks.paint_crosshair(painter, data, view, self._position, self.read_out(self._position))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _still(self, rect: QRectF, view: DayView) -> QPixmap:
        """Return all that does not follow the pointer, so that the crosshair costs no redrawing of lines."""
        ratio = self.devicePixelRatioF()
        layer = QPixmap((rect.size() * ratio).toSize())
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        prepare(painter)
        self._paint_still(painter, view)
        painter.end()
        return layer

    def _paint_still(self, painter: QPainter, view: DayView) -> None:
        data = self._data
        day_layers.paint_bands(painter, data, view)
        day_layers.paint_axes(painter, data, view)
        day_layers.paint_campaign_names(painter, data, view)
        day_marks.paint_flags(painter, data, view)  # below the lines: a name never hides a figure
        day_layers.paint_series(painter, data, view)
        day_layers.paint_missing(painter, data, view)  # above the bars, whose days it stands between
        day_marks.paint_rings(painter, data, view)
        day_marks.paint_last_values(painter, data, view)

    def restyle(self) -> None:
        """Drop the drawn layer."""
        self._layer = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the drawn layer."""
        self._layer = None
        super().resizeEvent(event)

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw without crosshair and focus mark."""
        self._picture = True
        try:
            self.paint(painter, rect)
        finally:
            self._picture = False

    def table(self) -> ChartTable:
        """Return one row a position with every series (hidden ones too), and the expected range."""
        data = self._data
        by_weekday = data.grain is Grain.WEEKDAY
        columns = [
            self.tr("Weekday") if by_weekday else self.tr("Date"),
            *(f"{s.name} {s.unit_name}".rstrip() for s in data.series),
        ]
        arrays = [s.values for s in data.series]
        wordings = [s.text for s in data.series]
        if data.expected is not None and data.series:
            columns += [
                self.tr("{name}, lower end").format(name=data.expected.name),
                self.tr("{name}, upper end").format(name=data.expected.name),
            ]
            arrays += [data.expected.low, data.expected.high]
            wordings += [data.series[0].text, data.series[0].text]
        rows = [
            (
                position_name(data, i) if by_weekday else data.starts[i],
                *(known(float(a[i])) if i < len(a) else None for a in arrays),
            )
            for i in range(len(data.starts))
        ]
        if data.today is not None and data.series:
            rows.append((data.today.day, known(data.today.value), *(None for _ in arrays[1:])))
        return ChartTable(tuple(columns), tuple(rows), (None, *wordings))

    def build_menu(self) -> QMenu:
        """Add the zoom's reset."""
        menu = super().build_menu()
        menu.addSeparator()
        reset = menu.addAction(self.tr("Show the whole period"), self.reset_zoom)
        reset.setEnabled(self.is_zoomed())
        at = self._position
        self.menu_built.emit(menu, self._data.day(at) if 0 <= at < self._data.count else None)
        return menu

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(720, 280)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stretch to zoom into."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = (event.position().x(), event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the crosshair or the end of the stretch."""
        x = event.position().x()
        if self._drag is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag = (self._drag[0], x)
            self.update()
            return
        self._set_position(self._position_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Zoom into the stretch that was dragged; a plain click only places the crosshair."""
        drag, self._drag = self._drag, None
        if drag is None:
            return
        if abs(drag[1] - drag[0]) >= _DRAG_FROM_PX and self._data.count:
            x = self.view().x
            self.zoom(*sorted((x.value(drag[0]), x.value(drag[1]))))
        else:
            self._set_position(self._position_at(event.position()))
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show everything again."""
        self._drag = None
        self.reset_zoom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; sideways or with Shift move along."""
        if not self._data.count:
            return
        delta = event.angleDelta()
        first, last = self._stretch
        if abs(delta.x()) > abs(delta.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step = -(delta.x() or delta.y()) / 120 * (last - first) * 0.1
            self.zoom(first + step, last + step)
        else:
            about = self.view().x.value(event.position().x())
            factor = 0.85 ** (delta.y() / 120)
            self.zoom(about - (about - first) * factor, about + (last - about) * factor)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the crosshair away, unless the keyboard holds it."""
        if not self.hasFocus():
            self._set_position(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if keyboard and self._position < 0 and self._data.starts:
            self._set_position(len(self._data.starts) - 1)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the crosshair away."""
        self._set_position(-1)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home, End move the crosshair (Ctrl by seven); + and - zoom; Esc shows everything."""
        if not self._data.count:
            super().keyPressEvent(event)
            return
        step = 7 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        at = self._position if self._position >= 0 else self._data.count
        targets = {
            Qt.Key.Key_Left: at - step,
            Qt.Key.Key_Right: at + step,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._data.count - 1,
        }
        key = Qt.Key(event.key())
        if key in targets:
            self._go(targets[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom_by(1.25 if key == Qt.Key.Key_Minus else 0.8)
        elif key == Qt.Key.Key_Escape and (self.is_zoomed() or self._position >= 0):
            self._set_position(-1)
            self.reset_zoom()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Word the spoken read-out anew."""
        self._speak()
        self.restyle()

    def _go(self, position: int) -> None:
        position = max(0, min(self._data.count - 1, position))
        first, last = self._stretch
        if position < first:
            self.zoom(position - 0.5, position - 0.5 + last - first)
        elif position > last:
            self.zoom(position + 0.5 - (last - first), position + 0.5)
        self._set_position(position)

    def _zoom_by(self, factor: float) -> None:
        first, last = self._stretch
        middle = self._position if self._position >= 0 else (first + last) / 2
        self.zoom(middle - (middle - first) * factor, middle + (last - middle) * factor)

    def _whole(self) -> tuple[float, float]:
        return -0.5, max(0.5, self._data.count - 0.5)

    def _lay_out(self, rect: QRectF) -> DayView:
        from shopdesk.ui.theme import body_font
        from shopdesk.ui.tokens import CAPTION_PT_PX

        return lay_out(self._data, rect, self._stretch, QFontMetricsF(body_font(pixels=CAPTION_PT_PX)))

    def _position_at(self, point: QPointF) -> int:
        if not self._data.count or not self._data.series:
            return -1
        view = self.view()
        if not view.plot.adjusted(-8, -8, 8, 8).contains(point):
            return -1
        return int(np.clip(round(view.x.value(point.x())), view.first, view.last))

    def _set_position(self, position: int) -> None:
        if position == self._position:
            return
        self._position = position
        self._speak()
        self.position_changed.emit(position)
        self.update()

    def _speak(self) -> None:
        if not 0 <= self._position < self._data.count:
            self.describe(self.tr("Left and right move along the days, plus and minus zoom"))
            return
        title, rows = self.read_out(self._position)
        words = [f"{name} {value or ''}".strip() for _, name, value in rows]
        self.describe("; ".join([title, *words]).replace(formats.UNKNOWN, self.tr("no data")))

"""The pages of a report as they will be printed, one below the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QWidget

from shopdesk.ui.kpi.reports import ink
from shopdesk.ui.kpi.reports.pages import Pages
from shopdesk.ui.theme import tokens

WIDEST_PX: Final = 860
GAP_PX: Final = 12
EDGE_PX: Final = 8


class PageStack(QWidget):
    """Paints the pages at the width that there is; each is drawn once a size and kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._drawn: dict[int, QPixmap] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages."""
        self._pages, self._drawn = pages, {}
        self._fit()
        self.update()

    @property
    def count(self) -> int:
        """Number of pages."""
        return self._pages.count if self._pages else 0

    def page_width(self) -> int:
        """Return how wide a page is drawn."""
        return max(1, min(WIDEST_PX, self.width() - 2 * EDGE_PX))

    def page_height(self) -> int:
        """Return how high a page is drawn."""
        return round(self.page_width() * ink.PAGE_HEIGHT / ink.PAGE_WIDTH)

    def page_top(self, page: int) -> int:
        """Return where a page begins."""
        return EDGE_PX + page * (self.page_height() + GAP_PX)

    def sizeHint(self) -> QSize:
        """Return the height of all pages."""
        return QSize(WIDEST_PX, self.page_top(self.count) if self.count else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._drawn = {}
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look around the paper."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are seen."""
        pages = self._pages
        if pages is None:
            return
        painter = QPainter(self)
        left = (self.width() - self.page_width()) // 2
        for page in range(pages.count):
            place = QRectF(left, self.page_top(page), self.page_width(), self.page_height())
            if not place.intersects(QRectF(event.rect())):
                continue
            painter.drawPixmap(place.topLeft(), self._pixmap(pages, page))
            painter.setPen(QColor(tokens().border))
            painter.drawRect(place)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say what stands behind the figure below the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.hint_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def hint_at(self, point: QPointF) -> str:
        """Return what stands behind a point of the widget; nothing between pages."""
        pages = self._pages
        left = (self.width() - self.page_width()) // 2
        for page in range(self.count):
            place = QRectF(left, self.page_top(page), self.page_width(), self.page_height())
            if pages is not None and place.contains(point):
                return pages.hint(page, (point - place.topLeft()) * (ink.PAGE_WIDTH / self.page_width()))
        return ""

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self.sizeHint().height()))

    def _pixmap(self, pages: Pages, page: int) -> QPixmap:
        if page not in self._drawn:
            ratio = self.devicePixelRatioF()
            made = QPixmap(round(self.page_width() * ratio), round(self.page_height() * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.white)
            painter = QPainter(made)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            scale = self.page_width() / ink.PAGE_WIDTH
            painter.scale(scale, scale)
            pages.draw(painter, page)
            painter.end()
            self._drawn[page] = made
        return self._drawn[page]


class Preview(QScrollArea):
    """The pages in a scroll area; Page Up and Page Down move through them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = PageStack()
        self.setWidget(self.stack)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages from the top."""
        self.stack.show_pages(pages)
        self.verticalScrollBar().setValue(0)
        text = "" if pages is None else f"{pages.report.title} {pages.report.when}"
        self.setAccessibleName(text)
        self.stack.setAccessibleName(text)
        self.stack.setAccessibleDescription("" if pages is None else spoken(pages))


def spoken(pages: Pages) -> str:
    """Return the headline figures of a report as text, for readers that can't see the page."""
    lines = [pages.report.as_of]
    for figure in pages.report.figures_shown():
        value = pages.words.value(figure.value, figure.kind)
        lines.append(
            f"{figure.name} {value}, {figure.base} {pages.words.value(figure.change, figure.change_kind, signed=True)}"
        )
    return "\n".join(lines)

"""The base of all painted charts: look, language, table twin, picture, context menu, accessible text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QContextMenuEvent,
    QImage,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from shopdesk.ui.charts import export
from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.saving import ask_target
from shopdesk.ui.theme import body_font, tokens
from shopdesk.ui.tokens import CAPTION_PT_PX


class Canvas(QWidget):
    """A widget that draws itself into any rectangle, so that screen and picture are one code.

    Subclasses give ``paint`` and ``table``. ``table_wanted`` asks the owner to show the twin; where nobody
    listens the twin opens as a window of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_name(self, name: str) -> None:
        """Set what the chart shows, for screen readers and the suggested file name."""
        self._name = name
        self.setAccessibleName(name)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw into ``rect`` (logical pixels)."""
        raise NotImplementedError

    def table(self) -> ChartTable:
        """Return what is plotted as columns and rows."""
        raise NotImplementedError

    def image(self, *, scale: float = export.SCALE) -> QImage:
        """Return the chart as a picture without focus marks or pointer."""
        image = export.blank_image(self.size(), scale=scale)
        painter = QPainter(image)
        prepare(painter)
        self.paint_picture(painter, QRectF(self.rect()))
        painter.end()
        return image

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw for a picture; subclasses leave out focus marks and pointers."""
        self.paint(painter, rect)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw on the screen."""
        painter = QPainter(self)
        prepare(painter)
        self.paint(painter, QRectF(self.rect()))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.restyle()
        super().changeEvent(event)

    def restyle(self) -> None:
        """Draw anew after a change of look; subclasses drop cached pictures."""
        self.update()

    def retranslate(self) -> None:
        """Word anew after a change of language."""

    def describe(self, text: str) -> None:
        """Tell screen readers what the cursor stands on."""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer picture and table."""
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def build_menu(self) -> QMenu:
        """Return the context menu; subclasses add their own verbs."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy picture"), self.copy_picture)
        menu.addAction(self.tr("Save picture…"), self.save_picture)
        menu.addAction(self.tr("Copy as table"), self.copy_as_table)
        menu.addAction(self.tr("Show as table"), self.show_table)
        return menu

    def copy_picture(self) -> None:
        """Put the chart on the clipboard at twice its size."""
        export.copy_image(self.image())

    def copy_as_table(self) -> None:
        """Put the table twin on the clipboard."""
        export.copy_table(self.table())

    def save_picture(self) -> None:
        """Ask for a file and save the chart as PNG at twice its size."""
        file = ask_target(
            self,
            title=self.tr("Save picture"),
            name=self._name or self.tr("Chart"),
            suffix=".png",
            pattern=self.tr("PNG picture (*.png)"),
        )
        if file is None or export.save_png(self.image(), file):
            return
        QMessageBox.warning(
            self,
            self.tr("Save picture"),
            self.tr("The picture could not be written to {file}. Choose another folder or name.").format(file=file),
        )

    def show_table(self) -> None:
        """Open the table twin in a window of its own."""
        from shopdesk.ui.charts.table_twin import TableTwinDialog

        dialog = TableTwinDialog(self.table(), title=self._name, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()


def prepare(painter: QPainter) -> None:
    """Set what all charts draw with: smooth edges and the caption font."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(body_font(pixels=CAPTION_PT_PX))


def role_colour(role: str, *, alpha: float = 1.0) -> QColor:
    """Return the colour of a token by its name (``accent``, ``secondary``, ``brand`` …)."""
    colour = QColor(getattr(tokens(), role))
    colour.setAlphaF(alpha)
    return colour

"""A chart as a picture: PNG at twice the size, and the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget

from shopdesk.ui.charts.chart_table import ChartTable
from shopdesk.ui.theme import tokens

SCALE: Final = 2


def blank_image(size: QSize, *, scale: float = SCALE) -> QImage:
    """Return a card-coloured image of ``size`` logical pixels at ``scale`` device pixels each."""
    image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(tokens().card))
    return image


def widget_image(widget: QWidget, *, scale: float = SCALE) -> QImage:
    """Return a widget as it stands, at ``scale``."""
    image = blank_image(widget.size(), scale=scale)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image


def save_png(image: QImage, file: Path) -> bool:
    """Write a PNG beside and replace in one step; False where the file can't be written."""
    from PySide6.QtCore import QSaveFile  # costly to load, and nobody saves before the first picture

    out = QSaveFile(str(file))
    return bool(out.open(QSaveFile.OpenModeFlag.WriteOnly) and image.save(out, "PNG") and out.commit())  # type: ignore[call-overload]


def copy_image(image: QImage) -> None:
    """Put a picture on the clipboard."""
    QGuiApplication.clipboard().setImage(image)


def copy_table(table: ChartTable) -> None:
    """Put a table twin on the clipboard as Excel reads it, with its headers."""
    from shopdesk.ui.grid.clipboard import format_cells  # the whole table comes with it; the first tab has none

    rows = [table.columns, *([table.text(r, c) for c in range(len(table.columns))] for r in range(len(table.rows)))]
    QGuiApplication.clipboard().setText(format_cells(rows))

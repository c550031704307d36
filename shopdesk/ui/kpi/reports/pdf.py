"""A report as PDF: A4 upright, its font embedded, text that can be searched and copied."""

from __future__ import annotations

import sys

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from shopdesk.app.kpi.reports.model import Report
from shopdesk.ui.kpi.reports import ink
from shopdesk.ui.kpi.reports.pages import lay_out

POINTS_IN_INCH = 72
_application: list[QGuiApplication] = []


def pdf_bytes(report: Report) -> bytes:
    """Return the PDF of a report; works without a screen."""
    _ensure_application()
    pages = lay_out(report)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{report.shop} {report.title} {report.when}")
    writer.setCreator(f"ShopDesk {report.version}")
    writer.setResolution(POINTS_IN_INCH * ink.PER_POINT)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter(writer)
    for page in range(pages.count):
        if page:
            writer.newPage()
        pages.draw(painter, page)
    painter.end()
    data = bytes(buffer.data().data())
    buffer.close()
    return data


def _ensure_application() -> None:
    """Make the application object that fonts need, where a scheduler runs without a window."""
    if QGuiApplication.instance() is None:
        platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
        _application.append(QGuiApplication(["shopdesk", *platform]))

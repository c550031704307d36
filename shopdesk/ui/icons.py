"""Own line icons, recoloured to the look in force and crisp at every scaling."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from shopdesk import assets
from shopdesk.ui.theme import tokens

SIZES_PX: Final = (16, 20)  # logical; larger ones are asked for with ``pixmap``


def icon(name: str, color: str | None = None, *, selected: str | None = None) -> QIcon:
    """Return a shipped icon in a hex colour (secondary text by default), greyed where disabled.

    ``selected`` is the colour of the checked state. Raises ``FileNotFoundError`` for an unknown name.
    """
    t = tokens()
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}
    sizes = tuple(sorted({round(size * ratio) for size in SIZES_PX for ratio in ratios}))
    return _icon(name, color or t.secondary, t.disabled, selected or "", sizes)


def pixmap(name: str, size: int, color: str | None = None, *, ratio: float = 1.0) -> QPixmap:
    """Return a shipped icon as a pixmap of ``size`` logical pixels at a device pixel ratio."""
    drawn = _drawn(name, color or tokens().secondary, round(size * ratio))
    result = QPixmap(drawn)
    result.setDevicePixelRatio(ratio)
    return result


def svg_text(name: str, color: str) -> str:
    """Return the source of a shipped icon with its current colour replaced."""
    return _source(name).replace("currentColor", color)


@lru_cache(maxsize=256)
def _icon(name: str, color: str, disabled: str, selected: str, sizes: tuple[int, ...]) -> QIcon:
    result = QIcon()
    for size in sizes:
        result.addPixmap(_drawn(name, color, size), QIcon.Mode.Normal, QIcon.State.Off)
        result.addPixmap(_drawn(name, disabled, size), QIcon.Mode.Disabled, QIcon.State.Off)
        if selected:
            result.addPixmap(_drawn(name, selected, size), QIcon.Mode.Normal, QIcon.State.On)
    return result


@lru_cache(maxsize=2048)
def _drawn(name: str, color: str, size: int) -> QPixmap:
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _renderer(name, color).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg_text(name, color).encode()))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return assets.path("icons", f"{name}.svg").read_text(encoding="utf-8")

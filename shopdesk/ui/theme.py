"""The look of the application: Fusion, our palettes, one style sheet; follows the system or the setting.

Widgets ask ``tokens()`` while painting and restyle themselves in ``changeEvent`` on
``QEvent.Type.PaletteChange``: ``apply`` sets the application palette, so Qt tells every widget.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from shopdesk.ui.style_sheet import style_sheet
from shopdesk.ui.tokens import BODY_PX, DARK, LIGHT, Tokens

FONTS: Final = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif")

STYLE: Final = "Fusion"
STYLED: Final = "is_styled"
"""Property of an application that was made with this style: to set it, Python would load all that a style is."""

_current: Tokens = LIGHT


def tokens() -> Tokens:
    """Return the tokens of the look in force."""
    return _current


def apply(app: QApplication, *, look: str, red_up: bool = True) -> None:
    """Set look ``light``, ``dark`` or ``system``; ``red_up`` False swaps the colours of up and down."""
    global _current
    if look == "system":
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        chosen = DARK if dark else LIGHT
    else:
        chosen = DARK if look == "dark" else LIGHT
    _current = chosen if red_up else _swapped(chosen)
    if not app.property(STYLED):
        app.setStyle(STYLE)
        app.setProperty(STYLED, True)
    app.setFont(body_font())
    app.setPalette(_palette(_current))
    app.setStyleSheet(style_sheet(_current))


def body_font(*, pixels: int = BODY_PX, medium: bool = False) -> QFont:
    """Return the interface font with tabular digits at a pixel size."""
    return QFont(_font(pixels, medium))  # a copy shares its data; making one anew is much dearer


@cache
def _font(pixels: int, medium: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(FONTS))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Medium if medium else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _swapped(tokens_: Tokens) -> Tokens:
    return replace(tokens_, up=tokens_.down, down=tokens_.up, up_text=tokens_.down_text, down_text=tokens_.up_text)


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for key, value in {
        role.Window: t.window,
        role.WindowText: t.text,
        role.Base: t.card,
        role.AlternateBase: t.raised,
        role.Text: t.text,
        role.Button: t.card,
        role.ButtonText: t.text,
        role.ToolTipBase: t.raised,
        role.ToolTipText: t.text,
        role.PlaceholderText: t.secondary,
        role.Highlight: t.selection,
        role.HighlightedText: t.text,
        role.Link: t.accent_text,
        role.Mid: t.border,
        role.Light: t.raised,
        role.Accent: t.accent,
    }.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(t.disabled))
    return palette

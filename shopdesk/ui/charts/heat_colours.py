"""Colours of heat cells: strong enough to be seen, weak enough that the figure on them stays readable."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QColor

from shopdesk.ui.theme import tokens
from shopdesk.ui.tokens import Tokens

_STRENGTH = {"light": 0.6, "dark": 0.45}
_THIN_STRENGTH = {"light": 0.08, "dark": 0.06}
LEGEND_STEPS = 10


@dataclass(frozen=True, slots=True)
class HeatScale:
    """What counts as low and high. With ``centre`` two hues meet there, without it one hue rises from ``low``."""

    low: float
    high: float
    centre: float | None = None

    def place(self, value: float) -> float:
        """Return a value's place: -1..1 about the centre, 0..1 without one; 0 for unknown."""
        if not math.isfinite(value):
            return 0.0
        if self.centre is None:
            return _clamped((value - self.low) / ((self.high - self.low) or 1.0), 0.0)
        side = self.high - self.centre if value >= self.centre else self.centre - self.low
        return _clamped((value - self.centre) / (side or 1.0), -1.0)

    def steps(self) -> list[float]:
        """Return the values of a legend strip, from low to high."""
        return [self.low + (self.high - self.low) * i / (LEGEND_STEPS - 1) for i in range(LEGEND_STEPS)]


def cell_colour(value: float, scale: HeatScale, *, thin: bool = False, look: Tokens | None = None) -> QColor:
    """Return the ground of a cell; ``thin`` (too few data) is only a hint of it."""
    t = look or tokens()
    place = scale.place(value)
    strength = (_THIN_STRENGTH if thin else _STRENGTH)[t.name]
    if scale.centre is None:
        return _mixed(QColor(t.card), _ramp(t, place), strength if place > 0 else 0.0)
    low, neutral, high = (QColor(colour) for colour in t.diverging)
    ground = QColor(t.card) if thin else neutral
    return _mixed(ground, high if place >= 0 else low, abs(place) * strength)


def cell_text_colour(*, thin: bool = False, look: Tokens | None = None) -> QColor:
    """Return the figure's colour."""
    t = look or tokens()
    return QColor(t.secondary if thin else t.text)


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _ramp(t: Tokens, place: float) -> QColor:
    at = place * (len(t.heat) - 1)
    below = min(int(at), len(t.heat) - 2)
    return _mixed(QColor(t.heat[below]), QColor(t.heat[below + 1]), at - below)


def _mixed(ground: QColor, over: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        ground.redF() + (over.redF() - ground.redF()) * share,
        ground.greenF() + (over.greenF() - ground.greenF()) * share,
        ground.blueF() + (over.blueF() - ground.blueF()) * share,
    )


def _clamped(place: float, least: float) -> float:
    return max(least, min(1.0, place))

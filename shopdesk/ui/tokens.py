"""Colours, sizes and type of the visual system, light and dark: the one place a colour is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """Hex colours of one look. ``*_text`` are darker (lighter in dark) twins for small text, contrast 4.5:1."""

    name: str
    window: str
    card: str
    raised: str
    border: str
    grid_line: str
    text: str
    secondary: str
    disabled: str
    accent: str
    accent_text: str
    on_accent: str
    selection: str
    up: str  # red by mainland convention; swapped by the setting
    down: str
    up_text: str
    down_text: str
    warn: str
    warn_text: str
    warn_mark: str
    info: str
    brand: str
    category: str
    competitor: str
    long_tail: str
    weekend: str
    interval: str
    heat: tuple[str, ...]  # one hue, low to high
    diverging: tuple[str, str, str]


LIGHT: Final = Tokens(
    name="light",
    window="#F4F5F7",
    card="#FFFFFF",
    raised="#FAFBFC",
    border="#E1E4EA",
    grid_line="#EDEFF3",
    text="#1D2129",
    secondary="#5C6370",
    disabled="#A3A9B5",
    accent="#1664FF",
    accent_text="#0E4FD0",
    on_accent="#FFFFFF",
    selection="#DCE8FF",
    up="#D4380D",
    down="#1F9254",
    up_text="#C8330B",
    down_text="#187A45",
    warn="#FFF3D6",
    warn_text="#7A5200",
    warn_mark="#E0A100",
    info="#E8F1FF",
    brand="#2F6BFF",
    category="#0FA08A",
    competitor="#F07A1A",
    long_tail="#7A5AF0",
    weekend="#F4F4F5",
    interval="#B3CBFF",
    heat=("#FFFFFF", "#D6E4FF", "#A3C2FF", "#6C9BFA", "#3A75EC", "#0B4FD6"),
    diverging=("#1F9254", "#F4F5F7", "#D4380D"),
)

DARK: Final = Tokens(
    name="dark",
    window="#16181D",
    card="#1E2127",
    raised="#252932",
    border="#323743",
    grid_line="#2A2E38",
    text="#E6E8EC",
    secondary="#9AA1AE",
    disabled="#5B6270",
    accent="#4E8BFF",
    accent_text="#7FABFF",
    on_accent="#FFFFFF",
    selection="#22375E",
    up="#FF7A5C",
    down="#4CC38A",
    up_text="#FF8A70",
    down_text="#5FCB98",
    warn="#3A2F14",
    warn_text="#F2C968",
    warn_mark="#D9A21B",
    info="#17273F",
    brand="#6C97FF",
    category="#3CC7B2",
    competitor="#FF9E57",
    long_tail="#A48CFF",
    weekend="#23262D",
    interval="#2F4A80",
    heat=("#1E2127", "#1D2C4A", "#1F3B70", "#244F9E", "#3268CC", "#4E8BFF"),
    diverging=("#4CC38A", "#2A2E38", "#FF7A5C"),
)

SPACE_PX: Final = 4
GUTTER_PX: Final = 12
MARGIN_PX: Final = 16
PADDING_PX: Final = 12
RADIUS_PX: Final = 6
ROW_PX: Final = 28
TILE_PX: Final = 88
QUADRANT_CARD_PX: Final = 96
CARD_HEADER_PX: Final = 36
BUTTON_PX: Final = 28
SMALL_CONTROL_PX: Final = 24
CAPTION_PT_PX: Final = 12
BODY_PX: Final = 13
TITLE_PX: Final = 15
FIGURE_PX: Final = 24

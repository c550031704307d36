"""Texts that came from a file, shown as they are: a word such as ``<b>`` is no mark-up, a line break no line."""

from __future__ import annotations

from html import escape
from typing import Final

_JOINER: Final = "\u200d"  # holds emoji together


def plain_tip(text: str) -> str:
    """Return a text for a tooltip, which Qt would otherwise read as rich text where it looks like it."""
    if "<" not in text and "&" not in text:
        return text
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"


def one_line(text: str, *, most: int = 0) -> str:
    """Return a text without line breaks and signs that can't be seen, at most ``most`` characters (0: all)."""
    seen = "".join(sign if sign.isprintable() or sign == _JOINER else " " for sign in text)
    line = " ".join(seen.split())
    return f"{line[: most - 1]}…" if 0 < most < len(line) else line


def on_button(text: str) -> str:
    """Return a text for a button or menu, where a single ``&`` would mark a key."""
    return text.replace("&", "&&")

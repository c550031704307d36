"""File names that every system takes, made from names that people give."""

from __future__ import annotations

from typing import Final

_FORBIDDEN_SIGNS: Final = '<>:"/\\|?*'
_LONGEST_STEM_BYTES: Final = 120  # ext4 ends a name at 255 bytes, and temporary files beside have longer names
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³")}
)


def file_stem(name: str) -> str:
    """Return a name as a file name without ending that Windows takes too, "" where nothing is left of it."""
    clean = "".join(" " if sign in _FORBIDDEN_SIGNS or ord(sign) < ord(" ") else sign for sign in name)
    stem = clean.encode(errors="ignore")[:_LONGEST_STEM_BYTES].decode(errors="ignore").strip(" .")
    return f"{stem}_" if stem.split(".")[0].strip().casefold() in _DEVICES else stem

"""File names that every system takes, made from names that people give, and what can't be written to them."""

from __future__ import annotations

from typing import Final

_FORBIDDEN_SIGNS: Final = '<>:"/\\|?*'
_LONGEST_STEM_BYTES: Final = 120  # ext4 ends a name at 255 bytes, and temporary files beside have longer names
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³")}
)


class NotWritable(ValueError):
    """Nothing was written; ``code`` says why (``ending``, ``template``, ``rows``), ``detail`` what there is to know."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def file_stem(name: str) -> str:
    """Return a name as a file name without ending that Windows takes too, "" where nothing is left of it."""
    clean = "".join(" " if sign in _FORBIDDEN_SIGNS or ord(sign) < ord(" ") else sign for sign in name)
    stem = clean.encode(errors="ignore")[:_LONGEST_STEM_BYTES].decode(errors="ignore").strip(" .")
    return f"{stem}_" if stem.split(".")[0].strip().casefold() in _DEVICES else stem

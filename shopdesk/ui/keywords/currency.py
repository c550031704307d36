"""The sign that stands over amounts of the library: yuan, or that of no currency where accounts abroad name none.

All tables of the library ask for it, so that it is kept in one place, as the language is.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

ABROAD_SIGN: Final = "¤"
"""The general currency sign of ISO 8859: some currency that isn't named."""

_is_abroad = False


def count_abroad(*, is_so: bool) -> None:
    """Note whether all accounts of the library shown bill in a currency of their own."""
    global _is_abroad
    _is_abroad = is_so


def money_unit() -> str:
    """Return the unit of amounts."""
    return ABROAD_SIGN if _is_abroad else QCoreApplication.translate("Keywords", "¥")

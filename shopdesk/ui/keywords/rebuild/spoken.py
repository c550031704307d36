"""Why rows of a rebuild are there, without a window: in the same words as in its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shopdesk.domain.keywords.rebuild.model import Row
from shopdesk.ui import language as languages
from shopdesk.ui.keywords.rebuild.words import reason


def spoken_reasons(rows: Sequence[Row], language: str) -> Mapping[str, str]:
    """Return the reason of each row by its key, in a language; that of a window that is open stays as it was."""
    with languages.borrowed(language):
        return {row.key: reason(row) for row in rows}

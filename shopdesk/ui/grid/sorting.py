"""What a click on a header does to the sort."""

from __future__ import annotations

from collections.abc import Sequence

from shopdesk.ui.grid.model import SortKey


def next_sort(keys: Sequence[SortKey], column: str, *, downwards_first: bool, extend: bool) -> list[SortKey]:
    """Return the sort after a click: first direction, second direction, none; figures go downwards first.

    With ``extend`` the other keys stay, each in its rank.
    """
    present = next((key for key in keys if key.column == column), None)
    following: SortKey | None = SortKey(column, downwards_first)
    if present is not None:
        following = SortKey(column, not downwards_first) if present.descending == downwards_first else None
    if not extend:
        return [following] if following else []
    if present is None:
        return [*keys, *([following] if following else [])]
    changed = [following if key.column == column else key for key in keys]
    return [key for key in changed if key is not None]

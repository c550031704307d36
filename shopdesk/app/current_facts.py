"""The current figures: the newest value per natural key over all active imports."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa


def current_table(name: str, chunks: Sequence[pa.Table]) -> pa.Table:
    """Return one table from the chunks, oldest first (skeleton: replaced by the merge by key)."""
    if not chunks:
        return pa.table({})
    return pa.concat_tables(chunks, promote_options="permissive")

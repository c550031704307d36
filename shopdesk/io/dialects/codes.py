"""Integer codes of whole rows: equal where all given columns are equal."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from shopdesk.domain.natural_key import Codes

_LARGEST = np.iinfo(np.int64).max


def codes_of(columns: Sequence[pa.Array | pa.ChunkedArray], *, rows: int) -> Codes:
    """Return int64 codes that are equal where all columns are equal; null equals null."""
    codes: Codes = np.zeros(rows, dtype=np.int64)
    size = 1
    for column in columns:
        own, distinct = _codes(column)
        if distinct <= 1:
            continue
        if size > _LARGEST // distinct:
            codes, size = _codes(pa.array(codes))
        codes = codes * distinct + own
        size *= distinct
    return codes


def _codes(column: pa.Array | pa.ChunkedArray) -> tuple[Codes, int]:
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    encoded = array.dictionary_encode(null_encoding="encode")
    indices: Codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return indices, len(encoded.dictionary)

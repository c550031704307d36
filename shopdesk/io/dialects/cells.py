"""Text columns as distinct cleaned values: what is done once a distinct value needn't be done once a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]

MISSING: Final = pa.array(
    [
        "", "-", "--", "---", "—", "——", "–", "/", "n/a", "#n/a", "na", "null", "none", "nan", "(null)", "nil", "\\n",
        "无退款申请", "暂无", "暂无数据", "无数据", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!",
    ]
)  # fmt: skip
_DIGITS: Final = np.isin(np.arange(256), np.frombuffer(b"0123456789.", np.uint8))
_JUNK = r"[\x00\x{feff}\x{200b}-\x{200f}]"
_EDGES = r"^[\s\x{00a0}\x{3000}\x{feff}]+|[\s\x{00a0}\x{3000}\x{feff}]+$"


@dataclass(frozen=True, slots=True)
class Coded:
    """A column: ``values`` are its distinct cleaned texts (null where missing), ``codes`` say which stands where.

    ``raw`` are the distinct texts as they stand in the file, for messages.
    """

    raw: pa.Array
    values: pa.Array
    codes: pa.Array

    def spread(self, values: pa.Array) -> pa.Array:
        """Return one value a row from one value a distinct text."""
        return values.take(self.codes)

    def filled(self) -> Mask:
        """Return the rows in which anything is written, also a mark such as ``-``."""
        return self.rows(as_mask(pc.not_equal(pc.utf8_trim_whitespace(self.raw), "")))

    def rows(self, mask: Mask) -> Mask:
        """Return the rows whose distinct text is in the mask."""
        if not mask.any():
            return np.zeros(len(self.codes), dtype=np.bool_)
        if mask.all():
            return as_mask(self.codes.is_valid())
        where = np.append(mask, False)
        return where[self._positions()]

    def kept(self, mask: pa.Array) -> Coded:
        """Return the column with the rows of a mask only."""
        return Coded(self.raw, self.values, self.codes.filter(mask))

    def text(self) -> pa.Array:
        """Return the cleaned text a row."""
        return self.spread(self.values)

    def raw_text(self) -> pa.Array:
        """Return the text a row as it stands in the file."""
        return self.spread(self.raw)

    def _positions(self) -> npt.NDArray[np.int64]:
        positions: npt.NDArray[np.int64] = self.codes.fill_null(len(self.raw)).to_numpy(zero_copy_only=False)
        return positions


def as_mask(array: pa.Array) -> Mask:
    """Return a boolean array as numpy, null as False."""
    if array.null_count:
        array = array.fill_null(False)
    mask: Mask = array.to_numpy(zero_copy_only=False)
    return mask


def coded(column: pa.ChunkedArray | pa.Array) -> Coded:
    """Return a text column of the sheet as distinct cleaned values; marks of a missing value become null."""
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(array, pa.ChunkedArray):
        array = pa.concat_arrays(array.chunks)
    encoded = _used(array) if pa.types.is_dictionary(array.type) else array.cast(pa.string()).dictionary_encode()
    texts = encoded.dictionary
    values = texts if _digits_only(texts) else without_missing(cleaned(texts))
    return Coded(texts, values, encoded.indices)


def _digits_only(texts: pa.Array) -> bool:
    """Return whether all texts are digits and points, as most figures and ids are: then there is nothing to clean."""
    data = texts.drop_null().buffers()[2]  # without what is left of the header under its null
    if data is None or not _DIGITS[np.frombuffer(data, np.uint8)].all():
        return False
    return bool(pc.min(pc.binary_length(texts)).as_py())


def _used(array: pa.DictionaryArray) -> pa.DictionaryArray:
    """Return distinct texts without those that stand in other rows only, such as the header: few become null."""
    places, texts = array.indices.cast(pa.int32()), array.dictionary  # narrow ones have no room for "none"
    used = np.bincount(places.drop_null().to_numpy(zero_copy_only=False), minlength=len(texts)) > 0
    if 2 * used.sum() < len(texts):
        return array.dictionary_decode().dictionary_encode()
    if not used.all():
        texts = pc.if_else(pa.array(used), texts, pa.scalar(None, pa.string()))
    return pa.DictionaryArray.from_arrays(places, texts)


def cleaned(values: pa.Array) -> pa.Array:
    """Return texts without outer blanks, invisible characters, ``="…"`` and a leading quote mark."""
    values = pc.utf8_trim_whitespace(values)
    if _any(pc.match_substring_regex(values, _JUNK)):
        values = pc.replace_substring_regex(values, _JUNK, "")
        values = pc.replace_substring_regex(values, _EDGES, "")
    if _any(pc.starts_with(values, "=")):
        values = pc.replace_substring_regex(values, r'^="([^"]*)"?$', r"\1")
    if _any(pc.starts_with(values, "'")):
        values = pc.replace_substring_regex(values, r"^'+", "")
    return pc.utf8_trim_whitespace(values)


def without_missing(values: pa.Array) -> pa.Array:
    """Return texts with null for every mark that means that there is no value."""
    missing = pc.is_in(pc.utf8_lower(values), value_set=MISSING)
    return pc.if_else(missing, pa.scalar(None, pa.string()), values) if _any(missing) else values


def per_value(values: pa.Array, parse: Callable[[str], Any], kind: pa.DataType) -> pa.Array:
    """Return what ``parse`` makes of each distinct text (None for null): for few or odd values only."""
    return pa.array([None if text is None else parse(text) for text in values.to_pylist()], kind)


def joined_texts(arrays: list[pa.Array], separator: str) -> pa.Array:
    """Return the filled texts of each row joined, null where none is filled.

    Done pair by pair: ``binary_join_element_wise`` loses rows under ``null_handling="skip"``.
    """
    joined = arrays[0]
    for texts in arrays[1:]:
        both = pc.binary_join_element_wise(joined, texts, separator)
        joined = pc.coalesce(both, joined, texts)
    return joined


def _any(mask: pa.Array) -> bool:
    return bool(pc.any(mask).as_py())


any_true = _any

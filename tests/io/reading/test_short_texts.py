"""Distinct short cells, found as numbers: the same as Arrow finds them as text."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.io.reading.delimited import read_delimited
from shopdesk.io.reading.events import Cells
from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.short_texts import coded_short

CELLS = st.binary(max_size=8).map(lambda cell: cell.replace(b"\x00", b"0"))


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, max_size=30), min_size=1, max_size=4), st.integers(0, 5))
def test_that_short_cells_are_coded_as_arrow_codes_them(blocks: list[list[bytes]], skipped: int) -> None:
    cells = pa.chunked_array([pa.array(block, pa.binary()).slice(skipped) for block in blocks], pa.binary())
    coded = coded_short(cells)
    assert coded is not None
    places, words = coded
    whole = pa.concat_arrays(cells.chunks).dictionary_encode()
    assert words.equals(whole.dictionary)
    assert places.cast(pa.int32()).equals(whole.indices)
    words.validate(full=True)


def test_that_a_longer_cell_is_left_to_arrow() -> None:
    assert coded_short(pa.chunked_array([[b"1", b"123456789"]], pa.binary())) is None


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", "1", "12.5", "-", "合计", "3.14159265358", "99"]), min_size=30, max_size=60))
def test_that_a_column_of_many_figures_keeps_every_cell(figures: list[str]) -> None:
    cells = [f"{place}{figure}" for place, figure in enumerate(figures)]
    text = "日期,花费\r\n" + "".join(f"2026-06-19,{cell}\r\n" for cell in [*cells, *cells[:9]])
    for encoding in ("utf-8", "gb18030"):
        events = list(read_delimited(text.encode(encoding), Limits()))
        read = [cell for event in events if isinstance(event, Cells) for cell in event.batch.column(1).to_pylist()]
        assert read == ["花费", *cells, *cells[:9]]

"""Columns that the reader hands over as distinct texts with their places."""

from __future__ import annotations

import pyarrow as pa
import pytest

from shopdesk.io.dialects.cells import coded
from shopdesk.io.reading.cells import narrow
from shopdesk.io.reading.reader import joined


@pytest.mark.parametrize("distinct", [1, 127, 128, 129, 32_768])
def test_that_blank_cells_stay_blank_however_few_bytes_a_place_takes(distinct: int) -> None:
    words = pa.array([f"词{number}" for number in range(distinct)])
    places = narrow(pa.array([*range(distinct), None], pa.int32()), distinct)
    column = coded(pa.DictionaryArray.from_arrays(places, words))
    assert column.text().to_pylist() == [*words.to_pylist(), None]
    assert column.filled().tolist() == [True] * distinct + [False]


def test_that_a_text_of_other_rows_is_no_value_of_the_column() -> None:
    whole = pa.array(["花费", "1.5", "2.5", "1.5"]).dictionary_encode()
    column = coded(pa.chunked_array([whole]).slice(1))
    assert column.values.drop_null().to_pylist() == ["1.5", "2.5"]
    assert column.text().to_pylist() == ["1.5", "2.5", "1.5"]


def test_that_a_large_sheet_reads_the_same_in_its_compact_form() -> None:
    texts = [None if number % 7 == 0 else f"计划{number % 300}" for number in range(30_000)]
    numbers = [f"{number}.5" for number in range(30_000)]
    batch = pa.RecordBatch.from_arrays([pa.array(texts), pa.array(numbers)], names=["c0", "c1"])
    table = joined([batch.slice(0, 10_000), batch.slice(10_000)])
    assert table.column("c0").to_pylist() == texts
    assert table.column("c1").to_pylist() == numbers
    assert table.column("c0").nbytes < batch.column("c0").nbytes / 4


def test_that_an_empty_text_among_digits_is_missing() -> None:
    assert coded(pa.array(["12", "", "3.5"])).text().to_pylist() == ["12", None, "3.5"]

"""What tells rows apart: the quick look never calls rows distinct whose keys are equal."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.facts import TABLES
from shopdesk.domain.natural_key import are_distinct, has_repeats, key_codes

TABLE = TABLES["ad_keyword"]
DAYS = st.sampled_from([date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 3)])
IDS = st.sampled_from([None, "", "1", "2", "3"])
ROWS = st.lists(st.tuples(DAYS, IDS, IDS, IDS), max_size=8)


def frame(rows: list[tuple[date, str | None, str | None, str | None]]) -> pa.Table:
    days, adgroups, ids, words = ([row[part] for row in rows] for part in range(4))
    texts = {"adgroup_id": adgroups, "keyword_id": ids, "keyword": words}
    columns = {name: pa.array(values, pa.string()) for name, values in texts.items()}
    return pa.table({"date": pa.array(days, pa.date32()), "date_end": pa.array(days, pa.date32()), **columns})


@settings(deadline=None)  # the first use of Arrow takes long on a busy machine
@given(ROWS)
def test_that_rows_found_distinct_at_a_quick_look_have_distinct_keys(
    rows: list[tuple[date, str | None, str | None, str | None]],
) -> None:
    table = frame(rows)
    if are_distinct(TABLE, table):
        assert not has_repeats(key_codes(TABLE, table))


def test_that_the_day_and_the_last_id_are_enough_to_tell_rows_apart() -> None:
    rows = [(date(2026, 6, day), "1", keyword, "裙") for day in (1, 2) for keyword in ("7", "8")]
    assert are_distinct(TABLE, frame(rows))
    assert not are_distinct(TABLE, frame([*rows, rows[0]]))


@given(ROWS)
def test_that_keys_are_the_same_where_texts_are_kept_as_places(
    rows: list[tuple[date, str | None, str | None, str | None]],
) -> None:
    plain = frame(rows)
    names = ("adgroup_id", "keyword_id", "keyword")
    coded = pa.table(
        {name: plain[name].dictionary_encode() if name in names else plain[name] for name in plain.schema.names}
    )
    assert list(key_codes(TABLE, coded)) == list(key_codes(TABLE, plain))
    assert are_distinct(TABLE, coded) == are_distinct(TABLE, plain)


def test_that_a_text_that_stands_twice_among_distinct_texts_is_one_key() -> None:
    words = pa.DictionaryArray.from_arrays(pa.array([0, 1, 2, None], pa.int8()), pa.array(["裙", "裙", ""]))
    first, again, empty, missing = key_codes(TABLE, pa.table({"keyword": words}))
    assert first == again != empty == missing


@given(st.lists(st.integers(0, 60), max_size=12))
def test_that_repeats_are_found_among_few_and_many_codes(codes: list[int]) -> None:
    for factor in (1, 1 << 40):
        assert has_repeats(np.array(codes, dtype=np.int64) * factor) == (len(set(codes)) < len(codes))

"""How long recognising and typing take: a keyword report of 200,000 rows × 18 columns, as text cells.

Run: python -m benchmarks.dialects [rows]. Prints seconds and the ratio to a bare cast of the eight metric columns.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.app.importing.model import RawSheet
from shopdesk.io.dialects import Dialects
from shopdesk.io.dialects.catalogue import dialects

HEADERS = [
    *("日期", "场景ID", "场景名字", "计划ID", "计划名字", "单元ID", "单元名字", "宝贝ID", "词类型", "词ID/词包ID"),
    *("词名字/词包名字", "展现量", "点击量", "花费", "点击率", "平均点击花费", "总成交金额", "总成交笔数"),
]


def keyword_sheet(rows: int) -> RawSheet:
    """A keyword report as the reader hands it over: every cell text, header in the first row."""
    random = np.random.default_rng(7)
    day = np.arange(rows) * 90 // rows
    word = np.arange(rows) % -(-rows // 90)
    days = np.datetime64("2026-04-01") + day
    shown = random.integers(0, 5000, rows)
    clicks = random.integers(0, 300, rows)
    cost = random.integers(0, 100_000, rows) / 100
    sales = random.integers(0, 900_000, rows) / 100
    columns = [
        days.astype(str),
        np.full(rows, "371"),
        np.full(rows, "关键词推广"),
        np.char.add("7001", (word % 9).astype(str)),
        np.char.add("计划", (word % 9).astype(str)),
        np.char.add("8001", (word % 40).astype(str)),
        np.char.add("单元", (word % 40).astype(str)),
        np.char.add("6281000", (word % 60).astype(str)),
        np.full(rows, "关键词"),
        np.char.add("93000", word.astype(str)),
        np.char.add("每日坚果词", word.astype(str)),
        shown.astype(str),
        clicks.astype(str),
        np.char.mod("%.2f", cost),
        np.char.mod("%.5f", clicks / np.maximum(shown, 1)),
        np.char.mod("%.2f", cost / np.maximum(clicks, 1)),
        np.char.mod("%.2f", sales),
        random.integers(0, 30, rows).astype(str),
    ]
    texts = [pa.concat_arrays([pa.array([h]), pa.array(c)]) for h, c in zip(HEADERS, columns, strict=True)]
    return RawSheet("Sheet1", pa.table({f"c{i}": text for i, text in enumerate(texts)}))


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the seconds of the fastest run."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def bare_cast(sheet: RawSheet) -> None:
    """Cast the metric columns to floats: the least that typing can cost."""
    for name in sheet.cells.column_names[11:]:
        pc.cast(sheet.cells[name].slice(1), pa.float64())


def main(rows: int) -> None:
    pa.set_cpu_count(1)
    sheet = keyword_sheet(rows)
    known = Dialects()
    loading = best_of(1, dialects)
    found = known.recognise(sheet, file_name="关键词报表.csv")
    recognising = best_of(5, lambda: known.recognise(sheet, file_name="关键词报表.csv"))
    converting = best_of(3, lambda: known.convert(sheet, found, salt=b"salt"))
    bare = best_of(3, lambda: bare_cast(sheet))
    print(f"{rows} x {len(HEADERS)} {found.kind}")
    print(f"load {loading:.3f} s, recognise {recognising * 1000:.1f} ms, convert {converting:.3f} s")
    print(f"bare cast of 7 columns {bare:.3f} s, ratio {converting / bare:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)

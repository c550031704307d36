"""How long a table of 200,000 × 18 takes to open, sort, filter, search and scroll; prints milliseconds.

Run with ``python -m benchmarks.grid`` from the root of the checkout. Ratios are against a bare numpy stable sort of
one float column of the same length in the same run.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pandas as pd
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from shopdesk.ui import theme
from shopdesk.ui.grid import Column, GridFrame, GridPanel, Kind, NumberFilter, SortKey, TextFilter, TextTest
from shopdesk.ui.grid.finding import Query, find

ROWS = 200_000
NUMBERS = 14
LIMIT_MS = 100
FRAME_MS = 16
PARTS = ("每日坚果", "坚果礼盒", "夏威夷果", "榛子", "孕妇", "无添加", "独立装", "7日装", "三只松鼠", "腰果", "芝麻")


def keyword_frame(rows: int = ROWS) -> pd.DataFrame:
    """Return a seeded keyword report: four text columns, fourteen of numbers."""
    draw = np.random.default_rng(7)
    parts = np.array(PARTS, dtype=object)
    words = parts[draw.integers(0, len(parts), rows)] + parts[draw.integers(0, len(parts), rows)]
    numbered = pd.Series(words) + " " + pd.Series(np.arange(rows)).astype(str)
    data: dict[str, object] = {
        "word": numbered.astype("str"),
        "plan": pd.Series(parts[draw.integers(0, 3, rows)]).astype("str"),
        "unit": pd.Series(parts[draw.integers(0, 11, rows)]).astype("str"),
        "note": pd.Series(np.where(draw.random(rows) < 0.1, "复核", "")).astype("str"),
    }
    for at in range(NUMBERS):
        if at % 2:
            data[f"n{at}"] = draw.random(rows)
        else:
            data[f"n{at}"] = draw.integers(0, 10_000_000, rows)
    return pd.DataFrame(data)


def columns() -> tuple[Column, ...]:
    """Return a column a series, as a tab would describe it."""
    texts = [
        Column(name=n, title=lambda n=n: n, width=110, editable=n == "note") for n in ("word", "plan", "unit", "note")
    ]
    numbers = [
        Column(
            name=f"n{at}", title=lambda at=at: f"指标{at}", kind=Kind.PERCENT if at % 2 else Kind.MONEY_FEN, width=72
        )
        for at in range(NUMBERS)
    ]
    return (*texts, *numbers)


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def scroll_frames(panel: GridPanel, app: QApplication, frames: int = 200) -> list[float]:
    """Return the milliseconds of each painted frame while scrolling down three rows at a time."""
    bar = panel.view.verticalScrollBar()
    times = []
    for at in range(frames):
        bar.setValue(at * 3 * panel.view.row_px)
        times.append(timed(lambda: (panel.view.viewport().repaint(), app.processEvents())))
    return times


def main() -> None:
    """Measure everything and say what is over its limit."""
    app = QApplication([])
    theme.apply(app, look="light")
    data = keyword_frame()
    panel = GridPanel(columns(), title=lambda: "words")
    panel.resize(1366, 768)
    panel.show()
    app.processEvents()
    model = panel.model
    base = timed(lambda: np.argsort(np.random.default_rng(1).random(ROWS), kind="stable"))
    shown = panel.view.shown_columns()
    steps: dict[str, Callable[[], object]] = {
        "open": lambda: (panel.set_frame(GridFrame.from_pandas(data, key="word")), panel.grab()),
        "sort numbers": lambda: model.set_sort([SortKey("n0", descending=True)]),
        "sort numbers again": lambda: model.set_sort([SortKey("n0")]),
        "sort texts, all different": lambda: model.set_sort([SortKey("word")]),
        "sort texts again": lambda: model.set_sort([SortKey("word", descending=True)]),
        "sort by three columns": lambda: model.set_sort([SortKey("plan"), SortKey("unit"), SortKey("n1")]),
        "filter texts": lambda: model.set_filter("word", TextFilter(TextTest.CONTAINS, "坚果")),
        "filter numbers": lambda: model.set_filter("n0", NumberFilter(low=5_000_000)),
        "clear filters": model.clear_filters,
        "find text": lambda: find(model, Query("坚果礼盒"), shown),
        "find number, first time": lambda: find(model, Query("123.4"), shown),
        "find number again": lambda: find(model, Query("99.9"), shown),
        "select all and sum": lambda: (panel.view.selectAll(), panel.view.stats()),
        "copy 10,000 rows": lambda: (
            panel.view.move_to(0, 0),
            panel.view.extend_to(9_999, shown[-1]),
            panel.view.actions_.copy(),
        ),
    }
    print(f"{ROWS:,} rows x {len(shown)} columns; bare numpy sort {base:.1f} ms")
    for name, work in steps.items():
        took = timed(work)
        print(f"{name:28s} {took:8.1f} ms  {took / base:6.1f} x  {'' if took <= LIMIT_MS else 'OVER ' + str(LIMIT_MS)}")
    panel.view.move_to(0, 0)
    frames = scroll_frames(panel, app)
    panel.deleteLater()
    app.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    median, worst = statistics.median(frames), max(frames)
    print(
        f"{'scroll, frame median':28s} {median:8.1f} ms  (worst {worst:.1f}) {'' if median <= FRAME_MS else 'OVER 16'}"
    )


if __name__ == "__main__":
    main()

"""How long a table of 200,000 × 18 takes to open, sort, filter, search and scroll, in milliseconds."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pandas as pd
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import Line, fresh_process
from shopdesk.ui import theme
from shopdesk.ui.grid import Column, GridFrame, GridPanel, Kind, NumberFilter, SortKey, TextFilter, TextTest
from shopdesk.ui.grid.finding import Query, find, warm

ROWS = 200_000
NUMBERS = 14
LIMIT_MS = 100
STEPS = (
    "open",
    "sort numbers",
    "sort texts, all different",
    "sort by three columns",
    "filter texts",
    "filter numbers",
    "clear filters",
    "find text",
    "find number, unprepared",
    "find number, 0.3 s after Ctrl+F",
    "find number again",
    "select all and sum",
    "copy 10,000 rows",
)
HELD = {step for step in STEPS if step.startswith(("sort", "filter", "find"))}
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


def measure(*, quick: bool = False) -> Iterator[Line]:  # noqa: ARG001 - as quick as it is
    """Yield each step of a process of its own."""
    values = fresh_process("from benchmarks.grid import main; main()", QT_QPA_PLATFORM="offscreen")
    base, frame, *steps = values
    for name, took in zip(STEPS, steps, strict=True):
        target = LIMIT_MS if name in HELD else None
        yield Line(f"table 200,000 × 18: {name}", took, "ms", target=target)
    yield Line("table 200,000 × 18: scroll, median frame", frame, "ms", target=FRAME_MS)
    yield Line("(bare numpy sort of one column)", base, "ms")


def main() -> None:
    """Print in ms: a bare sort, the median frame while scrolling, and each step."""
    app = QApplication([])
    theme.apply(app, look="light")
    data = keyword_frame()
    panel = GridPanel(columns(), title=lambda: "words")
    panel.resize(1366, 768)
    panel.show()
    app.processEvents()
    base = timed(lambda: np.argsort(np.random.default_rng(1).random(ROWS), kind="stable"))
    took = []
    for name, work in steps(panel, data).items():
        if name.endswith("Ctrl+F"):
            model = panel.model
            model.frame.forget_texts()
            warm(model, panel.view.shown_columns())  # as opening the find bar does
            time.sleep(0.3)
        took.append(timed(work))
    panel.view.move_to(0, 0)
    frame = statistics.median(scroll_frames(panel, app))
    print(base, frame, *took, flush=True)
    os._exit(0)  # nothing is left to be kept; Qt need not take the window down


def steps(panel: GridPanel, data: pd.DataFrame) -> dict[str, Callable[[], object]]:
    """Return what is timed, in order."""
    model, view = panel.model, panel.view
    shown = view.shown_columns()

    def copy() -> None:
        view.move_to(0, 0)
        view.extend_to(9_999, shown[-1])
        view.actions_.copy()

    works: list[Callable[[], object]] = [
        lambda: (panel.set_frame(GridFrame.from_pandas(data, key="word")), panel.grab()),
        lambda: model.set_sort([SortKey("n0", descending=True)]),
        lambda: model.set_sort([SortKey("word")]),
        lambda: model.set_sort([SortKey("plan"), SortKey("unit"), SortKey("n1")]),
        lambda: model.set_filter("word", TextFilter(TextTest.CONTAINS, "坚果")),
        lambda: model.set_filter("n0", NumberFilter(low=5_000_000)),
        model.clear_filters,
        lambda: find(model, Query("坚果礼盒"), shown),
        lambda: find(model, Query("123.4"), shown),
        lambda: find(model, Query("123.4"), shown),
        lambda: find(model, Query("99.9"), shown),
        lambda: (view.selectAll(), view.stats()),
        copy,
    ]
    return dict(zip(STEPS, works, strict=True))

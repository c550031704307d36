"""The whole import of a 200,000 × 18 keyword report against the bare parser, in one run.

``python -m benchmarks.importing [--rows N] [--repeat N] [--profile]``. From the path to the current figures as a
DataFrame: reading in the worker, recognising, typing, storing durably, merging. The file is made once in a
temporary folder and is not timed. Printed: seconds of each repeat's best, and the ratios that are promised.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

HEADERS = (
    "日期", "场景ID", "场景名字", "计划ID", "计划名字", "单元ID", "单元名字", "宝贝ID", "宝贝名称", "词类型",
    "词ID/词包ID", "词名字/词包名字", "展现量", "点击量", "花费", "点击率", "总成交金额", "总成交笔数",
)  # fmt: skip
PROMISED_XLSX = 1.5
PROMISED_CSV = 2.5
DAYS = 90


def rows(count: int) -> list[list[str | float | int]]:
    dice = random.Random(1)
    start = date(2026, 1, 1)
    made: list[list[str | float | int]] = []
    for number in range(count):
        day, word = start + timedelta(days=number % DAYS), number // DAYS
        shown = dice.randrange(1, 3000)
        clicks = dice.randrange(0, shown // 10 + 1)
        orders = dice.randrange(0, clicks // 8 + 1)
        plan, unit, item = word % 3, word % 40, word % 60
        names = [
            day.isoformat(),
            "371",
            "关键词推广",
            f"7001100{plan}",
            f"计划 {plan}",
            f"8100{unit:02d}",
            f"单元 {unit}",
        ]
        names += [f"6281000{item:05d}", f"果山里坚果礼盒 {item} 号", "关键词", f"93{word:08d}", f"坚果 {word}"]
        cost, revenue = round(clicks * dice.uniform(0.3, 2.5), 2), round(orders * dice.uniform(20, 90), 2)
        made.append([*names, shown, clicks, cost, round(clicks / shown, 5), revenue, orders])
    return made


def make_files(folder: Path, count: int) -> tuple[Path, Path, Path]:
    """Return the .xlsx, the GB18030 .csv and its UTF-8 twin."""
    from openpyxl import Workbook

    data = rows(count)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("关键词报表")
    for row in [list(HEADERS), *data]:
        sheet.append(row)
    xlsx = folder / "关键词报表_20260101_20260331.xlsx"
    book.save(xlsx)
    text = "\r\n".join(",".join(map(str, row)) for row in [HEADERS, *data]) + "\r\n"
    csv, twin = folder / "关键词报表_20260101_20260331.csv", folder / "utf8.csv"
    csv.write_bytes(text.encode("gb18030"))
    twin.write_bytes(text.encode())
    return xlsx, csv, twin


def best(work: Callable[[], object], repeat: int) -> float:
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def bare_excel(path: Path) -> object:
    import fastexcel

    return fastexcel.read_excel(path).load_sheet(0, header_row=None, dtypes="string").to_arrow()


def bare_csv(path: Path) -> object:
    import pyarrow.csv as pacsv

    return pacsv.read_csv(path)


def whole_import(path: Path, folder: Path) -> object:
    from shopdesk import bootstrap
    from shopdesk.app.jobs import SILENT

    workspace = bootstrap.open_workspace(folder / f"{time.perf_counter_ns()}.shopdesk", create=True)
    try:
        use_case = bootstrap.importing()
        committed = use_case.commit(use_case.prepare([path], workspace, SILENT), workspace, SILENT)
        workspace.apply(committed.change)
        frame = workspace.frame("ad_keyword")
        assert len(frame), committed.outcomes
        return frame
    finally:
        workspace.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        xlsx, csv, twin = make_files(folder, given.rows)
        from shopdesk import bootstrap

        whole_import(csv, folder)  # the modules are loaded and a worker waits, as in the open window
        bare_excel(xlsx)
        times = {
            "fastexcel, as text": best(lambda: bare_excel(xlsx), given.repeat),
            "import .xlsx": best(lambda: whole_import(xlsx, folder), given.repeat),
            "pyarrow.csv, UTF-8": best(lambda: bare_csv(twin), given.repeat),
            "import .csv, GB18030": best(lambda: whole_import(csv, folder), given.repeat),
        }
        if given.profile:
            profile(lambda: whole_import(csv, folder))
        bootstrap.close_reader()
    for label, seconds in times.items():
        print(f"{seconds:8.3f} s  {label}")
    xlsx_ratio = times["import .xlsx"] / times["fastexcel, as text"]
    csv_ratio = times["import .csv, GB18030"] / times["pyarrow.csv, UTF-8"]
    print(f"{xlsx_ratio:8.2f} ×  .xlsx against fastexcel (promised: at most {PROMISED_XLSX})")
    print(f"{csv_ratio:8.2f} ×  .csv against pyarrow (promised: at most {PROMISED_CSV})")


def profile(work: Callable[[], object]) -> None:
    profiler = cProfile.Profile()
    profiler.runcall(work)
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(35)


if __name__ == "__main__":
    main()
